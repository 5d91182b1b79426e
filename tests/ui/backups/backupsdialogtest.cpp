// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/backups/backupsdialog.h"

#include "core/db/query.h"
#include "core/repositories/databaserepository.h"
#include "tests/support/smalldisk.h"
#include "tests/support/verify.h"
#include "tests/ui/book/desk.h"
#include "ui/backups/restoredialog.h"
#include "ui/common/remembered.h"
#include "ui/common/widgets/banner.h"
#include "ui/common/widgets/busyoverlay.h"
#include "ui/common/widgets/entrylist.h"
#include "ui/common/widgets/formfield.h"

#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QTemporaryDir>

#include <memory>

namespace seatledger {

using namespace Qt::StringLiterals;

/// Backups in the window: made, verified, put back, each whole or not at all; and for whom.
class BackupsDialogTest final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_desk = std::make_unique<Desk>();
        m_desk->book.members(3);
        m_folder = std::make_unique<QTemporaryDir>();
        remembered::set(u"backups/folder"_s, m_folder->path());
    }
    void cleanup()
    {
        m_dialog.reset();
        m_desk.reset();
    }

    void makesOneVerifiesItAndShowsIt()
    {
        open(m_desk->access());
        QCOMPARE(list()->count(), 0);
        QVERIFY(!button(u"verifyButton"_s)->isEnabled());
        Desk::press(m_dialog.get(), u"createButton"_s);
        QTRY_COMPARE_WITH_TIMEOUT(list()->count(), 1, 60'000);
        QVERIFY2(banner().contains(u"verified and on record"_s), qPrintable(banner()));
        QVERIFY(line(0).contains(u"Verified"_s));
        QVERIFY(line(0).contains(u"schema "_s));
        const auto last = m_desk->services.backups.lastVerified(m_desk->database.session());
        QVERIFY(last && *last);
        // once more, at leisure
        Desk::press(m_dialog.get(), u"verifyButton"_s);
        QTRY_VERIFY_WITH_TIMEOUT(banner().contains(u"nothing found"_s), 60'000);
    }

    void noPageWaitsForIt()
    {
        (void)made();
        Executor alone(m_desk->database.settings(), Actor{u"tester"_s, OperationSource::Window},
                       systemClock(), 1);
        const BookAccess access{.executor = alone, .services = m_desk->services};
        open(access);
        Desk::press(m_dialog.get(), u"verifyButton"_s);
        bool isAnswered = false;
        access.ask(
            this, [](const Services &services, Session &session) { return services.access.load(session); },
            [&isAnswered](const Result<Access> &) { isAnswered = true; });
        QTRY_VERIFY(isAnswered);
        QVERIFY(!m_dialog->isSettled()); // a cluster is being made for it meanwhile
        QTRY_VERIFY_WITH_TIMEOUT(banner().contains(u"nothing found"_s), 60'000);
        m_dialog.reset(); // before its executor
    }

    void saysThatOneIsOfAnotherBook()
    {
        Desk other;
        VERIFY_RESULT(other.services.backups.create(other.database.session(), m_folder->path()));
        open(m_desk->access());
        Desk::press(m_dialog.get(), u"verifyButton"_s);
        QTRY_VERIFY_WITH_TIMEOUT(banner().contains(u"nothing found"_s), 60'000);
        QVERIFY2(banner().contains(u"of another book"_s), qPrintable(banner()));
        QVERIFY(!m_desk->services.backups.lastVerified(m_desk->database.session())->has_value());
    }

    void leavesNothingWhenItIsCancelled()
    {
        open(m_desk->access());
        Desk::press(m_dialog.get(), u"createButton"_s);
        emit m_dialog->findChild<BusyOverlay *>()->cancelRequested();
        QTRY_VERIFY_WITH_TIMEOUT(m_dialog->isSettled(), 60'000);
        QVERIFY(QDir(m_folder->path()).entryList({u"*.partial"_s}, QDir::Dirs | QDir::Hidden).isEmpty());
        QVERIFY(!m_dialog->findChild<BusyOverlay *>()->isRunning());
    }

    void saysWhatIsWrongWithOne()
    {
        QVERIFY(QFile::remove(made() + u"/book.dump"_s));
        open(m_desk->access());
        QVERIFY2(line(0).contains(u"Not verified"_s), qPrintable(line(0)));
        Desk::press(m_dialog.get(), u"verifyButton"_s);
        QTRY_VERIFY_WITH_TIMEOUT(banner().contains(u"is missing"_s), 60'000);

        QFile manifest(
            QDir(m_folder->path()).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot).front().filePath()
            + u"/manifest.json"_s);
        QVERIFY(manifest.resize(manifest.size() - 20));
        open(m_desk->access());
        QVERIFY2(line(0).contains(u"Damaged"_s), qPrintable(line(0)));
        QVERIFY(!button(u"restoreButton"_s)->isEnabled());
        QCOMPARE(button(u"restoreButton"_s)->toolTip(), u"This backup cannot be read."_s);
    }

    void saysThatTheDiskIsFull()
    {
        const SmallDisk disk(64);
        if (!disk.isThere())
            QSKIP("This account may not mount a disk.");
        remembered::set(u"backups/folder"_s, disk.path());
        open(m_desk->access());
        Desk::press(m_dialog.get(), u"createButton"_s);
        QTRY_VERIFY_WITH_TIMEOUT(banner().contains(disk.path()), 60'000);
        QVERIFY(QDir(disk.path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
    }

    void replacesTheBookOnlyOnceItsNameWasTyped()
    {
        (void)made();
        m_desk->book.members(2);
        open(m_desk->access());
        auto *restore = qobject_cast<RestoreDialog *>(m_dialog->offerRestore());
        QVERIFY(restore);
        const auto *target = restore->findChild<QComboBox *>(u"targetComboBox"_s);
        QCOMPARE(target->currentIndex(), 0); // nothing that is there is touched unless it is chosen
        restore->choose(RestoreDialog::Target::Book);
        auto *words = restore->findChild<QLabel *>(u"consequencesLabel"_s);
        QVERIFY2(words->text().contains(u"is gone from the book"_s), qPrintable(words->text()));
        auto *main = restore->findChild<QPushButton *>(u"restoreButton"_s);
        QVERIFY(!main->isEnabled());
        auto *confirm = restore->findChild<QLineEdit *>(u"confirmEdit"_s);
        confirm->setText(u"something else"_s);
        QVERIFY(!main->isEnabled());
        confirm->setText(m_desk->database.settings().database);
        QVERIFY(main->isEnabled());
        QCOMPARE(members(), u"5"_s);
        main->click();
        QTRY_VERIFY_WITH_TIMEOUT(banner().contains(u"as it was then"_s), 60'000);
        QCOMPARE(members(), u"3"_s);
        QTRY_COMPARE(list()->count(), 2); // and what was there before is kept
    }

    void restoresBesideTheBook()
    {
        (void)made();
        open(m_desk->access());
        const QString name = m_desk->database.settings().database + u"_past"_s;
        auto *restore = qobject_cast<RestoreDialog *>(m_dialog->offerRestore());
        restore->choose(RestoreDialog::Target::Database);
        auto *edit = restore->findChild<QLineEdit *>(u"nameEdit"_s);
        edit->setText(u"no name"_s);
        QVERIFY(!restore->findChild<QPushButton *>(u"restoreButton"_s)->isEnabled());
        edit->setText(m_desk->database.settings().database); // the book itself is no new one
        Desk::press(restore, u"restoreButton"_s);
        QTRY_VERIFY_WITH_TIMEOUT(messageOf(restore).contains(u"already"_s), 60'000);
        edit->setText(name);
        Desk::press(restore, u"restoreButton"_s);
        QTRY_VERIFY_WITH_TIMEOUT(banner().contains(name), 60'000);
        QCOMPARE(members(), u"3"_s);
        const auto server = m_desk->database.connect();
        VERIFY_RESULT(DatabaseRepository().drop(*server, name));
    }

    void isTheOwnersAlone()
    {
        (void)made();
        open(m_desk->accessOf(m_desk->people.add(u"ada"_s, {.role = Role::Administrator})));
        QCOMPARE(list()->count(), 1);
        QVERIFY(!button(u"createButton"_s)->isEnabled());
        QVERIFY2(banner().contains(u"owner"_s), qPrintable(banner()));
        auto *restore = qobject_cast<RestoreDialog *>(m_dialog->offerRestore());
        QCOMPARE(restore->findChild<QComboBox *>(u"targetComboBox"_s)->count(),
                 1); // a workspace of one's own
        open(m_desk->accessOf(m_desk->people.add(u"sam"_s, {.role = Role::Staff})));
        QCOMPARE(list()->count(), 0);
        QVERIFY(!button(u"createButton"_s)->isEnabled());
        QVERIFY(!banner().isEmpty());
    }

private:
    void open(BookAccess access)
    {
        m_dialog = std::make_unique<BackupsDialog>(access, m_desk->dialogs, nullptr);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        m_dialog->show();
        QTRY_VERIFY(m_dialog->isSettled());
    }
    /// The folder of a new one.
    QString made()
    {
        return m_desk->services.backups.create(m_desk->database.session(), m_folder->path()).value().folder;
    }
    [[nodiscard]] QString members() const
    {
        const auto connection = m_desk->database.connect();
        return Query(*connection, u"SELECT count(*)::text AS count FROM seatledger.member"_s)
            .one([](const Row &row) { return row.text("count"); })
            .value_or(u"none"_s);
    }
    [[nodiscard]] static QString messageOf(RestoreDialog *dialog)
    {
        return dialog->findChild<FormField *>(u"nameField"_s)->message();
    }
    [[nodiscard]] EntryList *list() const { return m_dialog->findChild<EntryList *>(u"backupsList"_s); }
    [[nodiscard]] QString line(int row) const
    {
        return list()->model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
    }
    [[nodiscard]] QString banner() const { return m_dialog->banner()->text(); }
    [[nodiscard]] QPushButton *button(const QString &name) const
    {
        return m_dialog->findChild<QPushButton *>(name);
    }

    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<BackupsDialog> m_dialog;
};

} // namespace seatledger

QTEST_MAIN(seatledger::BackupsDialogTest)
#include "backupsdialogtest.moc"
