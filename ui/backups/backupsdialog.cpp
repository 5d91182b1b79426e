// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/backups/backupsdialog.h"

#include "core/services/backuponrecord.h"
#include "ui/backups/backupentries.h"
#include "ui/backups/backupjob.h"
#include "ui/backups/restoredialog.h"
#include "ui/book/hindrance.h"
#include "ui/common/manualsubject.h"
#include "ui/common/remembered.h"
#include "ui/common/style/lengths.h"
#include "ui/common/widgets/banner.h"
#include "ui/common/widgets/emptystate.h"
#include "ui/common/widgets/entrylist.h"
#include "ui/common/widgets/formfield.h"
#include "ui/common/widgets/keyvalueform.h"
#include "ui/common/widgets/scrollcolumn.h"
#include "ui/shell/dialogs.h"

#include <QCheckBox>
#include <QDir>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

QString folderKey()
{
    return u"backups/folder"_s;
}

Result<BackupOnRecord> verified(const Services &services, Session &session, const QString &folder,
                                const BackupRun &run)
{
    return verifyOnRecord(
        services.backups, [&session]() -> Result<Session *> { return &session; }, folder, run);
}

} // namespace

BackupsDialog::BackupsDialog(BookAccess access, Dialogs &dialogs, QWidget *parent)
    : DialogFrame(u"backups"_s, tr("Backups"), parent),
      m_book(access),
      m_dialogs(dialogs),
      m_job(new BackupJob(access, this)),
      m_folder(new QLineEdit(this)),
      m_list(new EntryList(this)),
      m_empty(new EmptyState(this)),
      m_facts(new KeyValueForm(this)),
      m_proves(new QCheckBox(tr("Verify at once"), this))
{
    setSubtitle(
        tr("A backup holds the whole book as of its beginning; people go on working meanwhile. Who has "
           "it has the book: keep it where only you reach it."));
    setManualSubject(this, u"backups"_s);
    buildFolder();
    buildList();
    buildButtons();
    waitForConnection(this, m_book);
    resize(grown(640), grown(560));
    load();
}

/// Going, a field loses the keyboard and a list its selection, which is nobody's choice any more.
BackupsDialog::~BackupsDialog()
{
    m_folder->disconnect(this);
    m_list->selectionModel()->disconnect(this);
}

void BackupsDialog::buildFolder()
{
    m_folder->setObjectName(u"folderEdit"_s);
    m_folder->setText(QDir::toNativeSeparators(remembered::value(folderKey()).toString()));
    if (m_folder->text().isEmpty())
        m_folder->setText(QDir::toNativeSeparators(usualFolder()));
    auto *choose = new QPushButton(tr("Choose …"), this);
    choose->setObjectName(u"chooseButton"_s);
    choose->setAutoDefault(false);
    auto *line = new QWidget(this);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_folder, 1);
    row->addWidget(choose);
    line->setFocusProxy(m_folder);
    setSpokenName(m_folder, tr("Folder of this machine"));
    body()->addWidget(new FormField(u"folder"_s, tr("Folder of this machine"), line, this));
    connect(choose, &QPushButton::clicked, this, &BackupsDialog::chooseFolder);
    connect(m_folder, &QLineEdit::editingFinished, this, &BackupsDialog::takeFolder);
}

void BackupsDialog::buildList()
{
    m_list->setObjectName(u"backupsList"_s);
    m_list->setAccessibleName(tr("Backups"));
    auto *area = ScrollColumn::ofList(m_list, this);
    area->setObjectName(u"backupsArea"_s);
    m_empty->setObjectName(u"noBackup"_s);
    m_empty->setContents(u"archive"_s, tr("No backup yet"),
                         tr("There is no backup in this folder. “Back up now” makes one."));
    m_empty->hide();
    body()->addWidget(area, 1);
    body()->addWidget(m_empty, 1);
    body()->addWidget(m_facts);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &BackupsDialog::showSelected);
    connect(m_list, &EntryList::entryActivated, this, &BackupsDialog::offerRestore);
}

void BackupsDialog::buildButtons()
{
    m_proves->setObjectName(u"provesCheckBox"_s);
    m_proves->setChecked(true);
    m_proves->setToolTip(
        tr("Restores it in a cluster of its own, counts, examines, and puts that on record. Takes "
           "as much room among the temporary files as the book does."));
    addFooterWidget(m_proves);
    QPushButton *close = addButton(u"close"_s, tr("Close"), ButtonKind::Normal);
    m_verify = addButton(u"verify"_s, tr("Verify"), ButtonKind::Normal);
    m_restore = addButton(u"restore"_s, tr("Restore …"), ButtonKind::Normal);
    m_create = addButton(u"create"_s, tr("Back up now"), ButtonKind::Primary);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_verify, &QPushButton::clicked, this, &BackupsDialog::verify);
    connect(m_restore, &QPushButton::clicked, this, &BackupsDialog::offerRestore);
    connect(m_create, &QPushButton::clicked, this, &BackupsDialog::create);
    setMainEnabled(false);
    showSelected();
}

void BackupsDialog::reject()
{
    m_job->cancel();
    DialogFrame::reject();
}

bool BackupsDialog::isSettled() const
{
    return !m_isLoading && !m_job->isRunning();
}

QString BackupsDialog::usualFolder()
{
    return QDir::homePath() + u"/Backups/seatledger"_s;
}

QString BackupsDialog::folder() const
{
    return QDir::cleanPath(QDir::fromNativeSeparators(m_folder->text().trimmed()));
}

void BackupsDialog::chooseFolder()
{
    m_dialogs.openFile(this,
                       {.title = tr("Folder of the backups"), .suggestedName = folder(), .isFolder = true},
                       [this](const QString &chosen) {
                           m_folder->setText(QDir::toNativeSeparators(chosen));
                           takeFolder();
                       });
}

void BackupsDialog::takeFolder()
{
    if (m_folder->text().trimmed().isEmpty())
        m_folder->setText(QDir::toNativeSeparators(usualFolder()));
    if (!QDir::isAbsolutePath(folder()))
        m_folder->setText(QDir::toNativeSeparators(QDir::home().filePath(folder())));
    if (remembered::value(folderKey()).toString() == folder())
        return;
    remembered::set(folderKey(), folder());
    load();
}

void BackupsDialog::load(const std::function<void()> &shown)
{
    m_isLoading = true;
    m_book.ask(
        this,
        [folder = folder()](const Services &services, Session &session) {
            return services.backups.overview(session, folder);
        },
        [this, shown](Result<BackupOverview> overview) {
            if (!overview && overview.error().code == ErrorCode::Cancelled)
                return;
            m_isLoading = false;
            if (!overview) {
                showOverview({});
                return showFailure(overview.error());
            }
            showOverview(*std::move(overview));
            if (shown)
                shown();
        },
        m_latest.renew());
}

void BackupsDialog::showOverview(BackupOverview overview)
{
    m_overview = std::move(overview);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    std::vector<Entry> entries;
    int wanted = -1;
    for (const ListedBackup &listed : m_overview->backups) {
        if (listed.folder == m_wanted)
            wanted = static_cast<int>(entries.size());
        Entry entry = entryOf(listed, *m_overview, now);
        entry.id = static_cast<qint64>(entries.size()) + 1;
        entries.push_back(std::move(entry));
    }
    m_list->setEntries(std::move(entries));
    findChild<QWidget *>(u"backupsArea"_s)->setVisible(m_list->count() > 0);
    m_empty->setVisible(m_list->count() == 0);
    if (m_list->count() > 0)
        m_list->setCurrentIndex(m_list->model()->index(std::max(wanted, 0), 0));
    const bool isOurs = !m_overview->book.isEmpty() && !m_overview->refusal;
    setMainEnabled(isOurs);
    m_proves->setEnabled(isOurs);
    m_create->setToolTip(m_overview->refusal ? m_overview->refusal->message : QString());
    if (m_overview->refusal)
        banner()->present(Banner::Kind::Info, m_overview->refusal->message);
    showSelected();
}

const ListedBackup *BackupsDialog::selected() const
{
    const QModelIndex current = m_list->currentIndex();
    return m_overview && current.isValid() && current.row() < static_cast<int>(m_overview->backups.size())
               ? &m_overview->backups[static_cast<std::size_t>(current.row())]
               : nullptr;
}

const StoredBackup *BackupsDialog::usable() const
{
    const ListedBackup *listed = selected();
    return listed && listed->backup ? &*listed->backup : nullptr;
}

void BackupsDialog::showSelected()
{
    const ListedBackup *listed = selected();
    m_facts->setVisible(listed);
    if (listed) {
        m_wanted = listed->folder;
        showFacts(*m_facts, *listed);
    }
    const StoredBackup *backup = usable();
    m_verify->setEnabled(backup);
    m_restore->setEnabled(backup);
    const QString why = backup   ? QString()
                        : listed ? tr("This backup cannot be read.")
                                 : tr("Select a backup.");
    m_verify->setToolTip(why);
    m_restore->setToolTip(why);
}

void BackupsDialog::create()
{
    const auto work = [folder = folder(),
                       proves = m_proves->isChecked()](const Services &services, Session &session,
                                                       const BackupRun &run) -> Result<StoredBackup> {
        auto made = services.backups.create(session, folder, run);
        if (!made || !proves)
            return made;
        auto proven = verified(services, session, made->folder, run);
        return proven ? Result<StoredBackup>(std::move(proven->verified.backup))
                      : std::unexpected(std::move(proven).error());
    };
    m_job->start(work, [this](const Result<StoredBackup> &made) {
        m_wanted.clear(); // the newest
        if (!made)
            return load([this, error = made.error()] { showFailure(error); });
        tell(made->proof ? tr("The book is backed up; verified and on record.")
                         : tr("The book is backed up, but not verified yet."),
             made->folder);
    });
}

void BackupsDialog::verify()
{
    const StoredBackup *backup = usable();
    if (!backup)
        return;
    const auto work = [folder = backup->folder](const Services &services, Session &session,
                                                const BackupRun &run) {
        return verified(services, session, folder, run);
    };
    m_job->start(work, [this](const Result<BackupOnRecord> &found) {
        if (!found)
            return load([this, error = found.error()] { showFailure(error); });
        const QString whole = tr(
            "The backup is whole: restored, counted and examined, %n check(s), nothing found.", nullptr,
            static_cast<int>(found->verified.report.checks.size()));
        tell(found->notRecorded
                 ? whole + u'\n' + tr("It is a backup of another book, and so not on the record of this one.")
                 : whole,
             found->verified.backup.folder);
    });
}

/// Once the list shows it.
void BackupsDialog::tell(const QString &text, const QString &folder)
{
    m_wanted = folder;
    load([this, text] { banner()->present(Banner::Kind::Success, text); });
}

QDialog *BackupsDialog::offerRestore()
{
    const StoredBackup *backup = usable();
    if (!backup)
        return nullptr;
    auto *dialog = new RestoreDialog(m_book, *backup, *m_overview, this);
    connect(dialog, &RestoreDialog::restored, this,
            [this, folder = backup->folder](const QString &summary) { tell(summary, folder); });
    m_dialogs.open(dialog);
    return dialog;
}

} // namespace seatledger
