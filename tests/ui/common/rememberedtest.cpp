// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/remembered.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

namespace seatledger {

using namespace Qt::StringLiterals;

class RememberedTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(u"seatledger"_s);
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder.path());
    }
    void init() { QSettings().clear(); }

    void isSettingsWithoutABackground()
    {
        remembered::set(u"window/page"_s, u"members"_s);
        QCOMPARE(QSettings().value(u"window/page"_s).toString(), u"members"_s);
        QCOMPARE(remembered::value(u"window/page"_s).toString(), u"members"_s);
        remembered::remove(u"window"_s);
        QVERIFY(!QSettings().contains(u"window/page"_s));
    }

    void knowsAtOnceAndWritesBeforeItEnds()
    {
        QSettings().setValue(u"window/page"_s, u"members"_s);
        QSettings().setValue(u"shortcuts/a"_s, u"Ctrl+A"_s);
        {
            const RememberInBackground here;
            QCOMPARE(remembered::value(u"window/page"_s).toString(), u"members"_s);
            for (int turn = 0; turn <= 100; ++turn)
                remembered::set(u"window/width"_s, turn);
            QCOMPARE(remembered::value(u"window/width"_s).toInt(), 100);
            remembered::remove(u"shortcuts"_s);
            QVERIFY(!remembered::contains(u"shortcuts/a"_s));
            remembered::set(u"shortcuts/b"_s, u"Ctrl+B"_s);
        }
        const QSettings written;
        QCOMPARE(written.value(u"window/width"_s).toInt(), 100);
        QVERIFY(!written.contains(u"shortcuts/a"_s));
        QCOMPARE(written.value(u"shortcuts/b"_s).toString(), u"Ctrl+B"_s);
        QCOMPARE(written.value(u"window/page"_s).toString(), u"members"_s);
    }

    void leavesAloneWhatOthersWrote()
    {
        {
            const RememberInBackground here;
            QSettings().setValue(u"theirs"_s, 1);
            remembered::set(u"ours"_s, 2);
        }
        QCOMPARE(QSettings().value(u"theirs"_s).toInt(), 1);
        QCOMPARE(QSettings().value(u"ours"_s).toInt(), 2);
    }

private:
    QTemporaryDir m_folder;
};

} // namespace seatledger

QTEST_MAIN(seatledger::RememberedTest)
#include "rememberedtest.moc"
