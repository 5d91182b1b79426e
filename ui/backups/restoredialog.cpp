// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/backups/restoredialog.h"

#include "ui/backups/backupentries.h"
#include "ui/backups/backupjob.h"
#include "ui/book/hindrance.h"
#include "ui/common/manualsubject.h"
#include "ui/common/style/lengths.h"
#include "ui/common/widgets/banner.h"
#include "ui/common/widgets/form.h"
#include "ui/common/widgets/formfield.h"
#include "ui/common/widgets/textlabel.h"

#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

#include <utility>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestName = 48; ///< a database grows under its name and a suffix, 63 in all

/// What a workspace and a database may both be called.
bool isName(const QString &name)
{
    static const QRegularExpression pattern(u"\\A[A-Za-z0-9][A-Za-z0-9_-]*\\z"_s);
    return name.size() <= longestName && pattern.match(name).hasMatch();
}

} // namespace

RestoreDialog::RestoreDialog(BookAccess access, StoredBackup backup, const BackupOverview &overview,
                             QWidget *parent)
    : DialogFrame(u"restore"_s, tr("Restore the backup of %1").arg(takenText(backup.manifest)), parent),
      m_book(access),
      m_backup(std::move(backup)),
      m_database(overview.database),
      m_refusal(overview.refusal ? overview.refusal->message : QString()),
      m_job(new BackupJob(access, this)),
      m_form(new Form(this)),
      m_target(new QComboBox(this)),
      m_words(new TextLabel({}, TextSize::Body, Tone::Text, this)),
      m_name(new QLineEdit(this)),
      m_confirm(new QLineEdit(this))
{
    setSubtitle(
        tr("It is restored, counted and examined first. What fails or is cancelled leaves everything as it "
           "is."));
    setManualSubject(this, u"backups"_s);
    buildTarget();
    buildFields();
    body()->addWidget(m_form);
    body()->addStretch();
    addCancelButton();
    m_main = addButton(u"restore"_s, tr("Restore"), ButtonKind::Primary);
    connect(m_main, &QPushButton::clicked, this, &RestoreDialog::start);
    connect(m_form, &Form::changed, this, &RestoreDialog::updateMain);
    waitForConnection(this, m_book);
    resize(grown(560), grown(420));
    followTarget();
    m_target->setFocus();
}

void RestoreDialog::buildTarget()
{
    m_target->setObjectName(u"targetComboBox"_s);
    const auto add = [this](const QString &text, Target target) {
        m_target->addItem(text, static_cast<int>(target));
    };
    add(tr("Into a new workspace of mine"), Target::Workspace);
    if (m_refusal.isEmpty()) {
        add(tr("Into a new database beside this book"), Target::Database);
        add(tr("In the place of this book"), Target::Book);
    }
    FormField *field = m_form->addField(u"target"_s, tr("Where to"), m_target);
    if (!m_refusal.isEmpty())
        field->setHint(tr("Only the owner of the book restores on this server."));
    m_words->setObjectName(u"consequencesLabel"_s);
    m_words->setWordWrap(true);
    m_words->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_words->setMinimumHeight(4 * m_words->fontMetrics().lineSpacing()); // it does not jump
    m_form->addWidget(m_words);
    connect(m_target, &QComboBox::currentIndexChanged, this, &RestoreDialog::followTarget);
}

void RestoreDialog::buildFields()
{
    m_name->setObjectName(u"nameEdit"_s);
    m_name->setText(u"restored-"_s + m_backup.manifest.takenAt.toString(u"yyyyMMdd"_s));
    m_confirm->setObjectName(u"confirmEdit"_s);
    m_confirm->setPlaceholderText(m_database);
    m_form->addField(u"name"_s, tr("Name"), m_name)->setCheck([this] { return nameProblem(); });
    m_form
        ->addField(u"confirm"_s, tr("Type the name of this book's database, %1, to confirm").arg(m_database),
                   m_confirm)
        ->setCheck([this] { return confirmProblem(); });
}

void RestoreDialog::reject()
{
    m_job->cancel();
    DialogFrame::reject();
}

void RestoreDialog::choose(Target target)
{
    m_target->setCurrentIndex(m_target->findData(static_cast<int>(target)));
}

RestoreDialog::Target RestoreDialog::target() const
{
    return static_cast<Target>(m_target->currentData().toInt());
}

QString RestoreDialog::name() const
{
    return m_name->text().trimmed();
}

QString RestoreDialog::nameProblem() const
{
    if (target() == Target::Book || isName(name()))
        return {};
    return tr("A name has letters, digits, - and _, %1 at most.").arg(longestName);
}

QString RestoreDialog::confirmProblem() const
{
    if (target() != Target::Book || m_confirm->text().trimmed() == m_database)
        return {};
    return tr("Type %1.").arg(m_database);
}

QString RestoreDialog::consequences() const
{
    switch (target()) {
    case Target::Workspace:
        return tr(
            "A private workspace is made on this machine and the book as of then put into it, for you alone. "
            "The open book stays as it is.");
    case Target::Database:
        return tr("A database is made on the server of this book and the book as of then put into it. The "
                  "open book "
                  "stays as it is. Logins that are missing are made.");
    case Target::Book:
        break;
    }
    return tr("What was done since %1 is gone from the book, for everybody. The book as it is now is backed "
              "up first, "
              "into %2. At the end all connections are cut, and this window connects again by itself.")
        .arg(takenText(m_backup.manifest),
             QDir::toNativeSeparators(QFileInfo(m_backup.folder).absolutePath()));
}

void RestoreDialog::followTarget()
{
    const bool replaces = target() == Target::Book;
    m_form->field(u"name"_s)->setVisible(!replaces);
    m_form->field(u"confirm"_s)->setVisible(replaces);
    m_form->field(u"name"_s)->recheck();
    m_form->field(u"confirm"_s)->recheck();
    m_words->setTone(replaces ? Tone::Danger : Tone::Text);
    m_words->setText(consequences());
    m_main->setText(replaces ? tr("Replace this book") : tr("Restore"));
    setButtonKind(m_main, replaces ? ButtonKind::Danger : ButtonKind::Primary);
    updateMain();
}

void RestoreDialog::updateMain()
{
    setMainEnabled(nameProblem().isEmpty() && confirmProblem().isEmpty());
}

void RestoreDialog::start()
{
    if (!m_form->validate())
        return;
    const auto work = [backup = m_backup.folder, target = target(),
                       name = name()](const Services &services, Session &session, const BackupRun &run) {
        const BackupApplicationService &backups = services.backups;
        if (target == Target::Workspace)
            return backups.restoreIntoWorkspace(backup, name, session.actor(), run);
        ConnectionSettings where = session.connection().settings();
        if (target == Target::Database)
            where.database = name;
        return backups.restore(backup, where, session.actor(), {.replace = target == Target::Book}, run);
    };
    m_job->start(work, [this](const Result<RestoredBook> &book) { take(book); });
}

void RestoreDialog::take(const Result<RestoredBook> &book)
{
    if (!book)
        return refuse(book.error());
    switch (target()) {
    case Target::Workspace:
        emit restored(tr("The book as of then is in the workspace “%1”. Open it by “Switch connection …”.")
                          .arg(name()));
        break;
    case Target::Database:
        emit restored(tr("The book as of then is in the database “%1” of this server. Open it by “Switch "
                         "connection …”.")
                          .arg(name()));
        break;
    case Target::Book:
        emit restored(book->safety ? tr("The book is as it was then. What was there before is kept in %1.")
                                         .arg(QDir::toNativeSeparators(book->safety->folder))
                                   : tr("The book is as it was then."));
        break;
    }
    accept();
}

/// A name that is taken is said where it was typed.
void RestoreDialog::refuse(const Error &error)
{
    const QString reason = error.details.value(u"reason"_s).toString();
    if (reason == "not_empty"_L1 || reason == "foreign_database"_L1)
        m_form->field(u"name"_s)->setRefusal(
            tr("There is a database %1 already. Choose another name.").arg(name()));
    else if (!m_form->showRefusal(error))
        showFailure(error);
}

} // namespace seatledger
