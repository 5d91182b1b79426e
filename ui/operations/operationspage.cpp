// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operations/operationspage.h"

#include "ui/backups/backupsdialog.h"
#include "ui/common/widgets/badge.h"
#include "ui/common/widgets/banner.h"
#include "ui/common/widgets/entrylist.h"
#include "ui/common/widgets/textlabel.h"
#include "ui/operations/doctordialog.h"
#include "ui/operations/operationtables.h"
#include "ui/shell/dialogs.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLocale>
#include <QScrollArea>
#include <QVBoxLayout>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

Badge badgeOf(Health health)
{
    switch (health) {
    case Health::Bad:
        return {displayText(health), Tone::Danger, u"alert-circle"_s};
    case Health::Watch:
        return {displayText(health), Tone::Warning, u"alert-triangle"_s};
    case Health::Good:
        break;
    }
    return {displayText(health), Tone::Success, u"circle-check"_s};
}

QString titleOf(const QString &sign)
{
    static const QHash<QString, const char *> titles{
        {u"connections"_s, QT_TRANSLATE_NOOP("seatledger::OperationsPage", "Connections")},
        {u"waits"_s, QT_TRANSLATE_NOOP("seatledger::OperationsPage", "Waiting")},
        {u"transactions"_s, QT_TRANSLATE_NOOP("seatledger::OperationsPage", "Transactions")},
        {u"cache"_s, QT_TRANSLATE_NOOP("seatledger::OperationsPage", "Memory")},
        {u"wraparound"_s, QT_TRANSLATE_NOOP("seatledger::OperationsPage", "Vacuum")},
        {u"replicas"_s, QT_TRANSLATE_NOOP("seatledger::OperationsPage", "Replicas")},
        {u"backup"_s, QT_TRANSLATE_NOOP("seatledger::OperationsPage", "Backup")},
        {u"doctor"_s, QT_TRANSLATE_NOOP("seatledger::OperationsPage", "Doctor")},
        {u"sight"_s, QT_TRANSLATE_NOOP("seatledger::OperationsPage", "Rights")}};
    const char *known = titles.value(sign, nullptr);
    return known ? OperationsPage::tr(known) : sign;
}

} // namespace

OperationsPage::OperationsPage(BookAccess access, Dialogs &dialogs, QWidget *parent)
    : Page(parent),
      m_book(access),
      m_dialogs(dialogs),
      m_doctor(adopt(new QAction(tr("Run the doctor …"), this), u"doctor"_s, u"shield-check"_s, {})),
      m_backups(adopt(new QAction(tr("Backups …"), this), u"backups"_s, u"archive"_s, {})),
      m_area(new QScrollArea(this)),
      m_health(new BadgeLabel({}, this)),
      m_server(new TextLabel({}, TextSize::Body, Tone::Text, this)),
      m_asOf(new TextLabel({}, TextSize::Body, Tone::TextMuted, this)),
      m_problem(new Banner(this)),
      m_signs(new EntryList(this)),
      m_tables(new OperationTables(m_signs, this))
{
    setObjectName(u"operationsPage"_s);
    markPrimary(m_doctor);
    access.guard(m_doctor, Action::ManageSettings);
    access.guard(m_backups, Action::ManageSettings);
    connect(m_backups, &QAction::triggered, this, &OperationsPage::offerBackups);
    connect(m_signs, &EntryList::entryActivated, this, [this](qint64 id) { followSign(id); });
    connect(m_doctor, &QAction::triggered, this, &OperationsPage::offerDoctor);
    buildLayout();
    m_timer.setInterval(everyMs);
    connect(&m_timer, &QTimer::timeout, this, &OperationsPage::load);
}

void OperationsPage::buildLayout()
{
    m_server->setObjectName(u"serverLabel"_s);
    m_server->setWordWrap(true);
    m_asOf->setObjectName(u"asOfLabel"_s);
    m_signs->setObjectName(u"signsList"_s);
    m_signs->setAccessibleName(tr("What was looked at"));
    auto *line = new QHBoxLayout;
    line->setSpacing(space(Space::M));
    line->addWidget(m_health, 0, Qt::AlignTop);
    line->addWidget(m_server, 1);
    line->addWidget(m_asOf, 0, Qt::AlignTop);
    auto *contents = new QWidget(this);
    auto *column = new QVBoxLayout(contents);
    column->setContentsMargins(space(Space::L), space(Space::M), space(Space::L), space(Space::L));
    column->setSpacing(space(Space::M));
    column->addLayout(line);
    column->addWidget(m_tables);
    column->addStretch();
    m_area->setObjectName(u"operationsArea"_s);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setWidget(contents);
    m_area->viewport()->setBackgroundRole(QPalette::Base);
    contents->setBackgroundRole(QPalette::Base);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_problem);
    layout->addWidget(m_area, 1);
}

QWidget *OperationsPage::mainView() const
{
    return m_signs;
}

void OperationsPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    load();
    m_timer.start();
}

void OperationsPage::hideEvent(QHideEvent *event)
{
    m_timer.stop();
    Page::hideEvent(event);
}

void OperationsPage::takeChange(const ChangeNotice &notice)
{
    if (isVisible()
        && (notice.entity.isEmpty() || notice.entity == "doctor_run"_L1
            || notice.entity == "backup_record"_L1))
        load();
}

/// One question at a time: a server that is slow must not be asked more because of it.
void OperationsPage::load()
{
    if (m_isLoading || window()->isMinimized())
        return;
    m_isLoading = true;
    m_book.ask(
        this, [](const Services &services, Session &session) { return services.monitoring.status(session); },
        [this](const Result<SystemStatus> &status) {
            m_isLoading = false;
            ++m_rounds;
            take(status);
        });
}

void OperationsPage::take(const Result<SystemStatus> &status)
{
    m_isLoaded = true;
    if (!status) {
        if (status.error().code != ErrorCode::Cancelled)
            m_problem->present(Banner::Kind::Warning, status.error().message);
        return;
    }
    m_problem->dismiss();
    showServer(status->server);
    showSigns(*status);
    m_tables->show(*status);
}

void OperationsPage::showServer(const ServerFigures &server)
{
    m_server->setText(tr("PostgreSQL %1, up for %2. Database %3: %4, schema %5. Since statistics began %6 "
                         "transactions, %7 taken back, %8 deadlocks.")
                          .arg(server.version, spanText(server.startedAt.secsTo(server.at)), server.database,
                               bytesText(server.databaseBytes))
                          .arg(server.schemaVersion)
                          .arg(QLocale().toString(server.commits), QLocale().toString(server.rollbacks),
                               QLocale().toString(server.deadlocks)));
    m_asOf->setText(tr("As of %1").arg(QLocale().toString(QTime::currentTime(), u"HH:mm:ss"_s)));
}

void OperationsPage::showSigns(const SystemStatus &status)
{
    const std::vector<HealthSign> signs = signsOf(status);
    std::vector<Entry> entries;
    m_signNames.clear();
    for (const HealthSign &sign : signs) {
        m_signNames += sign.name;
        const Badge badge = badgeOf(sign.health);
        entries.push_back({.id = static_cast<qint64>(entries.size()) + 1,
                           .title = titleOf(sign.name),
                           .detail = sign.words,
                           .badge = badge,
                           .iconName = badge.icon,
                           .iconTone = badge.tone});
    }
    const QModelIndex current = m_signs->currentIndex();
    m_signs->setEntries(std::move(entries));
    if (current.isValid())
        m_signs->setCurrentIndex(m_signs->model()->index(current.row(), 0));
    m_health->setBadge(badgeOf(healthOf(signs)));
    emit badgeChanged(healthOf(signs) == Health::Bad ? u"!"_s : QString());
}

QDialog *OperationsPage::offerDoctor()
{
    auto *dialog = new DoctorDialog(m_book, this);
    connect(dialog, &QDialog::finished, this, &OperationsPage::load);
    m_dialogs.open(dialog);
    return dialog;
}

void OperationsPage::offerBackups()
{
    auto *dialog = new BackupsDialog(m_book, m_dialogs, this);
    connect(dialog, &QDialog::finished, this, &OperationsPage::load);
    m_dialogs.open(dialog);
}

/// Enter on what the doctor or a backup is due for leads to it.
void OperationsPage::followSign(qint64 id)
{
    const QString name = m_signNames.value(id - 1);
    if (name == "backup"_L1)
        m_backups->trigger();
    else if (name == "doctor"_L1)
        m_doctor->trigger();
}

std::vector<TourStop> OperationsPage::tourStops()
{
    std::vector<TourStop> stops;
    stops.push_back({.name = u"doctor"_s, .show = [this]() -> QWidget * { return offerDoctor(); }});
    return stops;
}

} // namespace seatledger
