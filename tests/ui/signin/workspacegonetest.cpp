// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/workspace.h"
#include "tests/support/patience.h"
#include "tests/support/verify.h"
#include "tests/support/workspacehome.h"
#include "tests/ui/book/scripteddialogs.h"
#include "tests/ui/signin/scriptedvault.h"
#include "ui/common/widgets/banner.h"
#include "ui/signin/signinmemory.h"
#include "ui/signin/signinwindow.h"

#include <QDir>
#include <QFile>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QtConcurrentRun>

namespace seatledger {

using namespace Qt::StringLiterals;

/// A workspace whose PostgreSQL is not installed any more, in the window.
class WorkspaceGoneTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(useAsWorkspaceHome(m_home));
        auto workspace = Workspace::openOrCreate(u"old"_s, {.durable = false});
        VERIFY_RESULT(workspace);
        m_major = workspace->status()->postgresMajor;
        VERIFY_RESULT(workspace->start());
        VERIFY_RESULT(workspace->dumps().take());
        VERIFY_RESULT(workspace->stop());
        QVERIFY(QDir(folder()).rename(u"pg%1"_s.arg(m_major), u"pg14"_s));
        QFile version(folder() + u"/pg14/PG_VERSION"_s);
        QVERIFY(version.open(QIODevice::WriteOnly));
        version.write("14\n");
    }

    void saysWhatIsLostAndDoesItOnlyWhenAsked()
    {
        QSettings settings(m_home.filePath(u"settings.ini"_s), QSettings::IniFormat);
        RecentConnections recent(settings);
        ScriptedVault vault;
        SignInMemory memory(recent, vault);
        ScriptedDialogs dialogs;
        const auto open = [](const ConnectionProfile &profile, const QString &) {
            return QtConcurrent::run([name = profile.workspace]() -> Result<void> {
                const auto opened = Workspace::openOrCreate(name, {.durable = false});
                return opened ? Result<void>() : std::unexpected(opened.error());
            });
        };
        SignInWindow window({.memory = memory, .dialogs = dialogs, .open = open, .cancelOpen = [] {}},
                            SignInWindow::Purpose::FirstStart);
        window.setAttribute(Qt::WA_DeleteOnClose, false);
        QSignalSpy opened(&window, &SignInWindow::opened);
        QSignalSpy attention(&window, &SignInWindow::attentionNeeded);
        window.openDirectly(ConnectionProfile::ofWorkspace(u"old"_s));
        QTRY_COMPARE(attention.size(), 1);
        window.show();
        QVERIFY2(window.banner()->text().contains(u"postgresql-14"_s), qPrintable(window.banner()->text()));
        auto *button = window.findChild<QPushButton *>(u"bannerButton"_s);
        QCOMPARE(button->text(), u"Make it anew from the dump …"_s);

        dialogs.confirms = false;
        button->click();
        QVERIFY2(dialogs.questions.value(0).contains(u"anew from the dump of"_s),
                 qPrintable(dialogs.questions.value(0)));
        QVERIFY(QDir(folder() + u"/pg14"_s).exists());
        QVERIFY(window.isSettled());

        dialogs.confirms = true;
        button->click();
        QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, 60'000);
        QVERIFY(QDir(folder() + u"/pg%1"_s.arg(m_major)).exists());
        QCOMPARE(QDir(folder()).entryList({u"pg14.kept-*"_s}, QDir::Dirs).size(), 1);
    }

    void cleanupTestCase() { VERIFY_RESULT(Workspace::openOrCreate(u"old"_s)->destroy()); }

private:
    [[nodiscard]] QString folder() const { return m_home.filePath(u"old"_s); }

    QTemporaryDir m_home{QDir::tempPath() + u"/seatledger-g-XXXXXX"_s};
    int m_major = 0;
};

} // namespace seatledger

QTEST_MAIN(seatledger::WorkspaceGoneTest)
#include "workspacegonetest.moc"
