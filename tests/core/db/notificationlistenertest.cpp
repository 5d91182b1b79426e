// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/notificationlistener.h"

#include "tests/support/testdatabase.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace seatledger;

class NotificationListenerTest final : public QObject
{
    Q_OBJECT

private slots:
    void readsPayloads_data()
    {
        QTest::addColumn<QByteArray>("payload");
        QTest::addColumn<ChangeNotice>("notice");
        QTest::newRow("rows") << QByteArray(R"({"entity": "license", "ids": [1, 9007199254740993]})")
                              << ChangeNotice{u"license"_s, {1, 9007199254740993}};
        QTest::newRow("any row") << QByteArray(R"({"entity": "member"})") << ChangeNotice{u"member"_s, {}};
        QTest::newRow("null rows") << QByteArray(R"({"entity": "member", "ids": null})")
                                   << ChangeNotice{u"member"_s, {}};
        QTest::newRow("empty") << QByteArray() << ChangeNotice();
        QTest::newRow("no JSON") << QByteArray("license 7") << ChangeNotice();
    }

    void readsPayloads()
    {
        QFETCH(QByteArray, payload);
        QFETCH(ChangeNotice, notice);
        QCOMPARE(ChangeNotice::fromPayload(payload), notice);
    }

    void tellsWhatOthersChanged()
    {
        NotificationListener listener(m_db.settings());
        QSignalSpy connected(&listener, &NotificationListener::connected);
        QSignalSpy changed(&listener, &NotificationListener::changed);
        listener.start();
        listener.start(); // a second time means nothing
        QTRY_COMPARE(connected.size(), 1);
        QVERIFY(listener.isConnected());

        notify(uR"({"entity": "license", "ids": [3]})"_s);
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(changed.first().first().value<ChangeNotice>(), (ChangeNotice{u"license"_s, {3}}));
    }

    void comesBackAfterALossAndSaysSo()
    {
        NotificationListener listener(m_db.settings());
        QSignalSpy connected(&listener, &NotificationListener::connected);
        QSignalSpy lost(&listener, &NotificationListener::connectionLost);
        QSignalSpy changed(&listener, &NotificationListener::changed);
        listener.start();
        QTRY_COMPARE(connected.size(), 1);

        m_db.sql(u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'"_s);
        QTRY_COMPARE(lost.size(), 1);
        QTRY_COMPARE(connected.size(), 2);
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(changed.first().first().value<ChangeNotice>(), ChangeNotice());

        notify(uR"({"entity": "member"})"_s);
        QTRY_COMPARE(changed.size(), 2);
    }

    void keepsTryingUntilThereIsAServer()
    {
        TestCluster own(TestCluster::Durability::Fast);
        VERIFY_RESULT(own.workspace().stop());
        NotificationListener listener(own.workspace().settings());
        QSignalSpy connected(&listener, &NotificationListener::connected);
        QSignalSpy scheduled(&listener, &NotificationListener::retryScheduled);
        QSignalSpy retrying(&listener, &NotificationListener::retrying);
        listener.start();
        QTRY_VERIFY(scheduled.size() >= 4);
        QVERIFY(retrying.size() >= 4);
        for (int i = 1; i < 4; ++i)
            QCOMPARE(waitOf(scheduled, i), 2 * waitOf(scheduled, i - 1)); // longer each time
        QVERIFY(connected.isEmpty());
        VERIFY_RESULT(own.workspace().start());
        listener.retryNow();
        QTRY_COMPARE_WITH_TIMEOUT(connected.size(), 1, 10'000);
        listener.retryNow(); // means nothing while there is a connection
        QTest::qWait(50);
        QCOMPARE(connected.size(), 1);
    }

    void canBeDestroyedAtAnyMoment()
    {
        for (unsigned delay = 0; delay < 20; ++delay) {
            NotificationListener listener(m_db.settings());
            listener.start();
            notify(u"{}"_s);
            QTest::qWait(static_cast<int>(delay) / 4);
        }
    }

private:
    static std::chrono::milliseconds waitOf(const QSignalSpy &scheduled, int attempt)
    {
        return scheduled[attempt].first().value<std::chrono::milliseconds>();
    }
    void notify(const QString &payload)
    {
        m_db.sql(u"SELECT pg_notify('seatledger_changed', '%1')"_s.arg(payload));
    }

    TestDatabase m_db{TestDatabase::Content::Empty};
};

QTEST_GUILESS_MAIN(NotificationListenerTest)
#include "notificationlistenertest.moc"
