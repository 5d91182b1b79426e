// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/email.h"

#include "tests/support/verify.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace seatledger;

class EmailTest final : public QObject
{
    Q_OBJECT

private slots:
    void takes_data()
    {
        QTest::addColumn<QString>("raw");
        QTest::newRow("plain") << u"ana@example.org"_s;
        QTest::newRow("blanks around") << u" ana@example.org\n"_s;
        QTest::newRow("plus and dots") << u"ana.b+c@mail.example.co.uk"_s;
        QTest::newRow("other scripts") << u"用户@例子.公司"_s;
    }

    void takes()
    {
        QFETCH(QString, raw);
        const Result<Email> email = Email::create(raw);
        VERIFY_RESULT(email);
        QCOMPARE(email->text(), raw.trimmed());
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("raw");
        QTest::newRow("nothing") << QString();
        QTest::newRow("no at sign") << u"example.org"_s;
        QTest::newRow("two at signs") << u"a@b@example.org"_s;
        QTest::newRow("nothing before it") << u"@example.org"_s;
        QTest::newRow("nothing after it") << u"ana@"_s;
        QTest::newRow("no dot") << u"ana@example"_s;
        QTest::newRow("dot first") << u"ana@.org"_s;
        QTest::newRow("dot last") << u"ana@example."_s;
        QTest::newRow("two dots") << u"ana@example..org"_s;
        QTest::newRow("blank inside") << u"ana b@example.org"_s;
        QTest::newRow("a list") << u"a@example.org, b@example.org"_s;
        QTest::newRow("too long") << QString(u"a"_s.repeated(250) + u"@example.org"_s);
    }

    void refuses()
    {
        QFETCH(QString, raw);
        VERIFY_ERROR(Email::create(raw), ErrorCode::InvalidInput);
    }

    void caseMakesNoDifference()
    {
        const Email email = *Email::create(u"Ana@Example.org");
        QCOMPARE(email.text(), u"Ana@Example.org"_s);
        QCOMPARE(email.key(), u"ana@example.org"_s);
        QVERIFY(email == Email::fromStored(u"ANA@EXAMPLE.ORG"_s));
        QVERIFY(!(email == *Email::create(u"bea@example.org")));
    }
};

QTEST_GUILESS_MAIN(EmailTest)
#include "emailtest.moc"
