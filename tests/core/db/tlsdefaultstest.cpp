// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/tlsdefaults.h"

#include "tests/support/verify.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace seatledger;

class TlsDefaultsTest final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        for (const char *name : {"PGHOST", "PGHOSTADDR", "PGSERVICE", "PGSSLMODE", "PGSSLROOTCERT"})
            qunsetenv(name);
        qputenv("HOME", QFile::encodeName(m_home.path()));
    }

    void verifiesWhateverIsElsewhere_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("mode");
        const auto prefer = u"prefer"_s;
        const auto verify = u"verify-full"_s;
        QTest::newRow("name") << u"postgresql://db.example.org/book"_s << verify;
        QTest::newRow("address") << u"postgresql://192.0.2.1/book"_s << verify;
        QTest::newRow("localhost") << u"postgresql://LocalHost/book"_s << prefer;
        QTest::newRow("127.0.0.1") << u"postgresql://127.0.0.1/book"_s << prefer;
        QTest::newRow("127.9.9.9") << u"postgresql://127.9.9.9/book"_s << prefer;
        QTest::newRow("::1") << u"postgresql://[::1]/book"_s << prefer;
        QTest::newRow("looks like it") << u"postgresql://127.0.0.1.example.org/book"_s << verify;
        QTest::newRow("another that does") << u"postgresql://localhost.example.org/book"_s << verify;
        QTest::newRow("socket") << u"host=/run/postgresql dbname=book"_s << prefer;
        QTest::newRow("none") << u"dbname=book"_s << prefer;
        QTest::newRow("one of two") << u"host=localhost,db.example.org dbname=book"_s << verify;
        QTest::newRow("both") << u"host=localhost,/run dbname=book"_s << prefer;
        QTest::newRow("led elsewhere") << u"host=localhost hostaddr=192.0.2.1"_s << verify;
        QTest::newRow("service") << u"service=book"_s << verify;
        QTest::newRow("said") << u"postgresql://db.example.org/book?sslmode=require"_s << u"require"_s;
        QTest::newRow("said here") << u"postgresql://localhost/book?sslmode=disable"_s << u"disable"_s;
    }

    void verifiesWhateverIsElsewhere()
    {
        QFETCH(QString, address);
        const auto settings = ConnectionSettings::fromUri(address);
        VERIFY_RESULT(settings);
        QTEST(withTlsDefaults(*settings).options.value(u"sslmode"_s), "mode");
    }

    void listensToTheEnvironment()
    {
        const auto settings = ConnectionSettings::fromUri(u"postgresql:///book"_s);
        VERIFY_RESULT(settings);
        qputenv("PGHOST", "db.example.org");
        QCOMPARE(withTlsDefaults(*settings).options.value(u"sslmode"_s), u"verify-full"_s);
        qputenv("PGSSLMODE", "require");
        QVERIFY(!withTlsDefaults(*settings).options.contains(u"sslmode"_s));
    }

    void trustsTheSystemUnlessToldOtherwise()
    {
        auto settings = ConnectionSettings::fromUri(u"postgresql://db.example.org/book"_s);
        VERIFY_RESULT(settings);
        QCOMPARE(withTlsDefaults(*settings).options.value(u"sslrootcert"_s), systemAuthorities());

        QVERIFY(QDir(m_home.path()).mkpath(u".postgresql"_s));
        QFile own(m_home.filePath(u".postgresql/root.crt"_s));
        QVERIFY(own.open(QIODevice::WriteOnly));
        QVERIFY(!withTlsDefaults(*settings).options.contains(u"sslrootcert"_s));

        settings->options.insert(u"sslrootcert"_s, u"/ca.crt"_s);
        QCOMPARE(withTlsDefaults(*settings).options.value(u"sslrootcert"_s), u"/ca.crt"_s);
    }

private:
    QTemporaryDir m_home;
};

QTEST_GUILESS_MAIN(TlsDefaultsTest)
#include "tlsdefaultstest.moc"
