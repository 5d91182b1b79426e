// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/signinwindow.h"

#include "core/workspace/workspaceupgrade.h"
#include "ui/common/asyncresult.h"
#include "ui/common/manualsubject.h"
#include "ui/common/style/lengths.h"
#include "ui/common/widgets/banner.h"
#include "ui/common/widgets/busyoverlay.h"
#include "ui/common/widgets/form.h"
#include "ui/common/widgets/formfield.h"
#include "ui/common/widgets/scrollcolumn.h"
#include "ui/common/wording.h"
#include "ui/shell/dialogs.h"
#include "ui/signin/choicecard.h"
#include "ui/signin/recentlist.h"
#include "ui/signin/signinmemory.h"
#include "ui/signin/workspaceform.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QCheckBox>
#include <QDateTime>
#include <QFutureWatcher>
#include <QHBoxLayout>
#include <QPushButton>
#include <QShowEvent>
#include <QStackedWidget>
#include <QTimer>
#include <QtConcurrentRun>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr int recentWidth = 210;
constexpr QSize usualSize(680, 690);

int idOf(ConnectionProfile::Kind kind)
{
    return static_cast<int>(kind);
}

ConnectionSettings withPassword(ConnectionSettings settings, const QString &password)
{
    settings.password = password;
    settings.applicationName = u"seatledger"_s;
    return settings;
}

} // namespace

SignInWindow::SignInWindow(SignInAccess access, Purpose purpose, QWidget *parent)
    : DialogFrame(u"signIn"_s,
                  purpose == Purpose::FirstStart ? tr("Welcome to Seatledger") : tr("Switch connection"),
                  parent),
      m_access(std::move(access)),
      m_purpose(purpose),
      m_recent(new RecentList(this)),
      m_kinds(new QButtonGroup(this)),
      m_forms(new QStackedWidget(this)),
      m_workspace(new WorkspaceForm(this)),
      m_server(new ServerForm(m_access.dialogs, this)),
      m_opensNext(new QCheckBox(tr("Open this at the next start"), this))
{
    setManualSubject(this, u"sign-in"_s);
    setSubtitle(tr("Where is the book of your licences, or where is it to be?"));
    auto *columns = new QHBoxLayout;
    auto *content = new QWidget(this);
    columns->setSpacing(space(Space::Xl));
    columns->addWidget(m_recent);
    columns->addWidget(content, 1);
    body()->addLayout(columns, 1);
    buildCards(content);
    buildRecent();
    buildFooter();
    connect(banner(), &Banner::actionTriggered, this, &SignInWindow::runOffer);
    connect(overlay(), &BusyOverlay::cancelRequested, this, &SignInWindow::stopWaiting);
    askForKeychain();
    chooseKind(ConnectionProfile::Kind::Workspace);
    const QSize size = usualSize + QSize(m_recent->isHidden() ? 0 : recentWidth, 0);
    resize(grown(size.width()), grown(size.height()));
}

void SignInWindow::buildCards(QWidget *content)
{
    auto *here = new ChoiceCard(
        u"device-desktop"_s, tr("Start here"),
        tr("A private workspace on this computer, with nothing to set up. Recommended for "
           "one person."),
        content);
    auto *server = new ChoiceCard(
        u"server"_s, tr("Connect to a server"),
        tr("Your team's PostgreSQL database. An administrator has the address and your "
           "user name."),
        content);
    here->setObjectName(u"workspaceCard"_s);
    server->setObjectName(u"serverCard"_s);
    m_kinds->addButton(here, idOf(ConnectionProfile::Kind::Workspace));
    m_kinds->addButton(server, idOf(ConnectionProfile::Kind::Server));
    auto *cards = new QHBoxLayout;
    cards->setSpacing(space(Space::M));
    cards->addWidget(here, 1);
    cards->addWidget(server, 1);
    m_forms->addWidget(m_workspace);
    m_forms->addWidget(m_server);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space(Space::L));
    layout->addLayout(cards);
    layout->addWidget(new ScrollColumn(m_forms, content), 1);
    connect(m_kinds, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (on)
            chooseKind(static_cast<ConnectionProfile::Kind>(id));
    });
}

void SignInWindow::buildRecent()
{
    m_recent->setFixedWidth(grown(recentWidth));
    m_recent->setProfiles(m_access.memory.recent().list());
    m_recent->setHidden(m_access.memory.recent().list().empty());
    connect(m_recent, &RecentList::chosen, this, &SignInWindow::showProfile);
    connect(m_recent, &RecentList::activated, this, [this] { submit(); });
    connect(m_recent, &RecentList::removeRequested, this, &SignInWindow::remove);
}

void SignInWindow::buildFooter()
{
    m_opensNext->setObjectName(u"opensNextCheckBox"_s);
    m_opensNext->setChecked(true);
    addFooterWidget(m_opensNext);
    QPushButton *leave = addButton(u"leave"_s, m_purpose == Purpose::FirstStart ? tr("Quit") : tr("Cancel"),
                                   ButtonKind::Normal);
    connect(leave, &QPushButton::clicked, this, &QDialog::reject);
    m_test = addButton(u"test"_s, tr("Test connection"), ButtonKind::Normal);
    m_open = addButton(u"open"_s, tr("Start here"), ButtonKind::Primary);
    connect(m_test, &QPushButton::clicked, this, &SignInWindow::test);
    connect(m_open, &QPushButton::clicked, this, &SignInWindow::submit);
    connect(m_workspace, &WorkspaceForm::changed, this, &SignInWindow::relabel);
    m_workspace->setSampleOffered(static_cast<bool>(m_access.openSample));
    connect(m_workspace, &WorkspaceForm::sampleWanted, this, &SignInWindow::trySample);
    connect(m_server, &ServerForm::changed, this, &SignInWindow::relabel);
}

void SignInWindow::chooseKind(ConnectionProfile::Kind kind)
{
    QAbstractButton *card = m_kinds->button(idOf(kind));
    card->setChecked(true);
    if (m_kinds->buttons().contains(focusWidget())) // or it would still be on the other one
        card->setFocus(Qt::OtherFocusReason);
    m_forms->setCurrentIndex(idOf(kind));
    banner()->dismiss();
    relabel();
}

ConnectionProfile::Kind SignInWindow::kind() const
{
    return static_cast<ConnectionProfile::Kind>(m_kinds->checkedId());
}

ConnectionProfile SignInWindow::profile() const
{
    return kind() == ConnectionProfile::Kind::Server ? m_server->profile() : m_workspace->profile();
}

Form *SignInWindow::form() const
{
    return kind() == ConnectionProfile::Kind::Server ? m_server->form() : m_workspace->form();
}

void SignInWindow::relabel()
{
    const bool isServer = kind() == ConnectionProfile::Kind::Server;
    m_test->setVisible(isServer);
    m_open->setText(isServer ? tr("Connect") : m_workspace->isThere() ? tr("Open") : tr("Start here"));
    m_server->setPasswordIsKept(isServer && !m_kept.isEmpty() && m_keptFor == profile().key());
    m_recent->setCurrent(profile().key());
}

void SignInWindow::showProfile(const ConnectionProfile &profile)
{
    // filling in one form may choose another entry
    const ConnectionProfile shown = profile; // NOLINT(performance-unnecessary-copy-initialization)
    if (shown.kind == ConnectionProfile::Kind::Server)
        m_server->setProfile(shown);
    else
        m_workspace->setProfile(shown);
    chooseKind(shown.kind);
    if (shown.kind == ConnectionProfile::Kind::Server)
        fetchPassword();
}

void SignInWindow::askForKeychain()
{
    ++m_pending;
    whenDone(m_access.memory.vault().isAvailable(), this, [this](const Result<bool> &available) {
        --m_pending;
        m_server->setKeychain(available.value_or(false) ? ServerForm::Keychain::Available
                                                        : ServerForm::Keychain::Missing);
    });
}

void SignInWindow::fetchPassword(std::function<void()> then)
{
    const QString key = profile().key();
    ++m_pending;
    whenDone(m_access.memory.vault().read(key), this,
             [this, key, then = std::move(then)](const Result<std::optional<QString>> &found) {
                 --m_pending;
                 if (found && *found) {
                     m_kept = **found;
                     m_keptFor = key;
                 }
                 relabel();
                 if (then)
                     then();
             });
}

QString SignInWindow::passwordFor(const ConnectionProfile &profile) const
{
    if (profile.kind != ConnectionProfile::Kind::Server)
        return {};
    const QString typed = m_server->password();
    return typed.isEmpty() && profile.key() == m_keptFor ? m_kept : typed;
}

void SignInWindow::openDirectly(const ConnectionProfile &profile, const QString &password, bool remembers)
{
    m_remembers = remembers;
    if (profile.kind == ConnectionProfile::Kind::Workspace)
        m_workspace->setProfile(profile);
    else
        m_server->setProfile(profile);
    chooseKind(profile.kind);
    if (profile.kind == ConnectionProfile::Kind::Workspace || !password.isEmpty())
        return openProfile(profile, password);
    begin(tr("Asking the keychain for the password …"));
    const int round = m_round;
    QTimer::singleShot(m_access.keychainPatience, this, [this, round] {
        if (round != m_round)
            return;
        stopWaiting();
        banner()->present(Banner::Kind::Info,
                          tr("The keychain does not answer. Unlock it, or type the password here."));
        emit attentionNeeded();
    });
    fetchPassword([this, round, profile] {
        if (round == m_round)
            openProfile(profile, passwordFor(profile));
    });
}

void SignInWindow::submit()
{
    m_remembers = true;
    if (form()->validate())
        openProfile(profile(), passwordFor(profile()));
}

/// In a workspace of its own: what is tried out is never among what is meant.
void SignInWindow::trySample()
{
    m_remembers = true;
    const ConnectionProfile sample = ConnectionProfile::ofWorkspace(WorkspaceForm::sampleName());
    begin(tr("Making a workspace with sample data …"));
    const QFuture<Result<void>> filling = m_access.openSample(sample);
    watch(filling);
    await(filling, [this, sample](const Result<void> &result) { finishOpening(sample, {}, result); });
}

void SignInWindow::watch(const QFuture<Result<void>> &filling)
{
    auto *watcher = new QFutureWatcher<Result<void>>(this);
    connect(watcher, &QFutureWatcherBase::progressValueChanged, this,
            [this, watcher, round = m_round](int rows) {
                if (round == m_round)
                    overlay()->setProgress(rows, watcher->progressMaximum());
            });
    connect(watcher, &QFutureWatcherBase::finished, watcher, &QObject::deleteLater);
    watcher->setFuture(filling);
}

void SignInWindow::openProfile(const ConnectionProfile &profile, const QString &password)
{
    const bool isServer = profile.kind == ConnectionProfile::Kind::Server;
    begin(isServer ? tr("Connecting to the server …") : tr("Starting your workspace …"));
    await(m_access.open(profile, password), [this, profile, password](const Result<void> &result) {
        finishOpening(profile, password, result);
    });
}

void SignInWindow::finishOpening(const ConnectionProfile &profile, const QString &password,
                                 const Result<void> &result)
{
    using Password = SignInMemory::Wish::Password;
    end();
    if (!result)
        return showRefusal(result.error());
    const bool isKept = profile.key() == m_keptFor && password == m_kept;
    const Password wish = m_server->keepsPassword()    ? (isKept ? Password::LeaveAsItIs : Password::Keep)
                          : m_server->refusesKeeping() ? Password::Forget
                                                       : Password::LeaveAsItIs;
    if (m_remembers)
        m_access.memory.remember(profile, password, {m_opensNext->isChecked(), wish});
    m_server->clearPassword();
    emit opened();
    accept();
}

void SignInWindow::test()
{
    if (!form()->validate())
        return;
    begin(tr("Connecting to the server …"));
    const ConnectionProfile tested = profile();
    await(QtConcurrent::run(&checkSignIn, withPassword(tested.server, passwordFor(tested))),
          [this](const Result<SignInReport> &report) {
              end();
              if (report)
                  showReport(*report);
              else
                  showRefusal(report.error());
          });
}

void SignInWindow::showReport(const SignInReport &report)
{
    banner()->present(Banner::Kind::Success, reportText(report));
}

void SignInWindow::showRefusal(const Error &error)
{
    if (error.code == ErrorCode::Cancelled)
        return;
    const SignInHelp help = SignInHelp::of(error);
    m_offer = help.offer;
    m_refused = error.details;
    banner()->present(help.isQuestion ? Banner::Kind::Info : Banner::Kind::Danger, error.message,
                      offerText(help.offer));
    if (help.fieldKey == "password"_L1) { // what was kept is of no use any more
        m_kept.clear();
        relabel();
    }
    if (FormField *field = form()->field(help.fieldKey)) {
        field->editor()->setFocus(Qt::OtherFocusReason);
        setInvalid(field->editor(), !help.isQuestion);
    }
    if (!isVisible())
        emit attentionNeeded();
}

void SignInWindow::runOffer()
{
    if (m_offer == SignInHelp::Offer::ChooseAuthority)
        m_server->chooseAuthority();
    else if (m_offer == SignInHelp::Offer::ReviveWorkspace)
        reviveWorkspace();
    else if (m_offer != SignInHelp::Offer::None)
        makeOrUpdateBook(m_offer == SignInHelp::Offer::MakeBook);
}

void SignInWindow::makeOrUpdateBook(bool isNew)
{
    const ConnectionProfile target = profile();
    const Dialogs::Question question{
        .title = isNew ? tr("Make a book in “%1”?").arg(target.server.database)
                       : tr("Update the book in “%1”?").arg(target.server.database),
        .text =
            isNew ? tr("The tables of a new, empty book are made in this database, and the server gets the "
                       "roles that people who use it belong to.")
                  : tr("The book is brought to this program's version. Whoever uses an older program has to "
                       "update it. Make sure that the server's last backup is recent."),
        .confirmText = isNew ? tr("Make the book") : tr("Update the book")};
    m_access.dialogs.confirm(this, question, [this, target] {
        begin(tr("Working on the database …"));
        await(QtConcurrent::run(&bringUpToDate, withPassword(target.server, passwordFor(target))),
              [this](const Result<void> &done) {
                  end();
                  if (done)
                      submit();
                  else
                      showRefusal(done.error());
              });
    });
}

/// Its PostgreSQL is gone, and with it everything since the dump, unless it is installed again.
void SignInWindow::reviveWorkspace()
{
    const auto momentOf = [this](QLatin1StringView key) {
        return minuteText(QDateTime::fromString(m_refused.value(key).toString(), Qt::ISODate));
    };
    const Dialogs::Question question{
        .title = tr("Make the book anew from the dump of %1?").arg(momentOf("dump"_L1)),
        .text =
            tr("What was entered after that is not in it. The old data, last written %1, is put aside and "
               "kept: with "
               "PostgreSQL %2 installed again it can still be read. Install that now instead, and nothing is "
               "lost.")
                .arg(momentOf("written_at"_L1))
                .arg(m_refused.value("postgres_major"_L1).toInt()),
        .confirmText = tr("Make it anew"),
        .kind = ButtonKind::Danger};
    m_access.dialogs.confirm(this, question, [this, target = profile()] {
        begin(tr("Making the book anew from its dump …"));
        await(QtConcurrent::run([name = target.workspace] { return seatledger::reviveWorkspace(name); }),
              [this](const Result<WorkspaceRevival> &done) {
                  end();
                  if (done)
                      submit();
                  else
                      showRefusal(done.error());
              });
    });
}

void SignInWindow::remove(const ConnectionProfile &profile)
{
    m_access.memory.forget(profile);
    if (m_keptFor == profile.key())
        m_kept.clear();
    m_recent->setProfiles(m_access.memory.recent().list());
    m_recent->setHidden(m_access.memory.recent().list().empty());
    relabel();
}

void SignInWindow::reject()
{
    stopWaiting();
    DialogFrame::reject();
}

void SignInWindow::showEvent(QShowEvent *event)
{
    if (!event->spontaneous() && !focusWidget())
        m_kinds->checkedButton()->setFocus(Qt::OtherFocusReason);
    DialogFrame::showEvent(event);
}

template <typename T, typename Handler>
void SignInWindow::await(const QFuture<Result<T>> &future, Handler handler)
{
    ++m_pending;
    whenDone(future, this, [this, round = m_round, handler = std::move(handler)](Result<T> answer) {
        --m_pending;
        if (round == m_round)
            handler(std::move(answer));
    });
}

void SignInWindow::begin(const QString &text)
{
    ++m_round;
    banner()->dismiss();
    overlay()->start(text, true);
}

void SignInWindow::end()
{
    ++m_round;
    overlay()->finish();
}

void SignInWindow::stopWaiting()
{
    end();
    m_access.cancelOpen();
}

} // namespace seatledger
