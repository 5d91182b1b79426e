// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/website.h"

#include "tests/support/verify.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace seatledger;

class WebsiteTest final : public QObject
{
    Q_OBJECT

private slots:
    void takesWebAddressesAndNothing()
    {
        QCOMPARE(Website::create(u" https://example.org/a?b=c#d ")->text(), u"https://example.org/a?b=c#d"_s);
        VERIFY_RESULT(Website::create(u"http://example.org:8080"));
        QVERIFY(Website::create(u"  ")->isEmpty());
        QVERIFY(*Website::create(u"") == Website());
        QVERIFY(!Website::fromStored(u"http://x"_s).isEmpty());
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("raw");
        QTest::newRow("no scheme") << u"example.org"_s;
        QTest::newRow("another scheme") << u"ftp://example.org"_s;
        QTest::newRow("script") << u"javascript:alert(1)"_s;
        QTest::newRow("no host") << u"https://"_s;
        QTest::newRow("blank inside") << u"https://example.org/a b"_s;
        QTest::newRow("too long") << QString(u"https://example.org/"_s + u"a"_s.repeated(500));
    }

    void refuses()
    {
        QFETCH(QString, raw);
        VERIFY_ERROR(Website::create(raw), ErrorCode::InvalidInput);
    }
};

QTEST_GUILESS_MAIN(WebsiteTest)
#include "websitetest.moc"
