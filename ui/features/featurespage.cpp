// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/features/featurespage.h"

#include "ui/common/style/lengths.h"
#include "ui/common/widgets/banner.h"
#include "ui/common/widgets/emptystate.h"
#include "ui/common/widgets/entrylist.h"
#include "ui/common/widgets/keyvalueform.h"
#include "ui/common/widgets/sidepanel.h"
#include "ui/features/featuredialog.h"
#include "ui/shell/actionbutton.h"
#include "ui/shell/dialogs.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QScrollArea>
#include <QVBoxLayout>

#include <utility>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr int panelWidth = 360;
constexpr int historyShown = 20;

Entry entryOf(const FeatureSwitchRow &row)
{
    return {.id = row.id.value(),
            .title = row.name,
            .detail = row.note.isEmpty() ? whomText(row) : whomText(row) + u" · "_s + row.note.text(),
            .badge = featureBadge(row),
            .iconName = u"server"_s};
}

} // namespace

Badge featureBadge(const FeatureFields &fields)
{
    switch (fields.mode) {
    case FeatureMode::Off:
        return {displayText(fields.mode), Tone::TextMuted, u"player-pause"_s};
    case FeatureMode::On:
        return {displayText(fields.mode), Tone::Success, u"circle-check"_s};
    case FeatureMode::Roles:
    case FeatureMode::Percent:
        break;
    }
    return {displayText(fields.mode), Tone::Accent, u"users"_s};
}

FeaturesPage::FeaturesPage(BookAccess access, Dialogs &dialogs, QWidget *parent)
    : Page(parent),
      m_book(access),
      m_dialogs(dialogs),
      m_problem(new Banner(this)),
      m_area(new QScrollArea(this)),
      m_list(new EntryList(this)),
      m_nothing(new EmptyState(this)),
      m_panel(new SidePanel(this)),
      m_facts(new KeyValueForm(this)),
      m_history(new EntryList(this))
{
    setObjectName(u"featuresPage"_s);
    buildActions();
    buildLayout();
    showSelected();
}

void FeaturesPage::buildActions()
{
    m_new = adopt(new QAction(tr("New switch …"), this), u"new"_s, u"plus"_s, QKeySequence::New);
    markPrimary(m_new);
    m_change = adopt(new QAction(tr("Change …"), this), u"change"_s, u"edit"_s, Qt::Key_F2);
    m_off = adopt(new QAction(tr("Switch off …"), this), u"off"_s, u"player-pause"_s, QKeySequence::Delete);
    setNeeds(m_change, tr("Select a switch."));
    setNeeds(m_off, tr("Select a switch that is on for somebody."));
    for (QAction *action : {m_new, m_change, m_off})
        m_book.guard(action, Action::ManageSettings);
    connect(m_new, &QAction::triggered, this, [this] { offer(new FeatureDialog(m_book, this)); });
    connect(m_change, &QAction::triggered, this, [this] { offerChange(); });
    connect(m_off, &QAction::triggered, this, [this] { offerChange(FeatureMode::Off); });
}

void FeaturesPage::buildLayout()
{
    m_list->setObjectName(u"switchesList"_s);
    m_list->setAccessibleName(tr("Feature switches"));
    m_history->setObjectName(u"historyList"_s);
    m_history->setAccessibleName(tr("History"));
    m_nothing->setContents(
        u"server"_s, tr("No feature switches"),
        tr("A switch turns a feature on for nobody, for some roles, for some of the people "
           "or for everybody, at once and without a new version."));
    m_nothing->setActionText(tr("New switch …"));
    connect(m_nothing, &EmptyState::actionTriggered, m_new, &QAction::trigger);
    auto *contents = new QWidget(this);
    auto *column = new QVBoxLayout(contents);
    column->setContentsMargins(space(Space::L), space(Space::S), space(Space::L), space(Space::L));
    column->addWidget(m_list);
    column->addStretch();
    m_area->setObjectName(u"featuresArea"_s);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setWidget(contents);
    m_area->viewport()->setBackgroundRole(QPalette::Base);
    contents->setBackgroundRole(QPalette::Base);
    for (QAction *action : {m_change, m_off})
        m_panel->actionRow()->addWidget(new ActionButton(action, false, m_panel));
    m_panel->actionRow()->addStretch();
    m_panel->addSection(u"details"_s, tr("Details"), m_facts);
    m_panel->addSection(u"history"_s, tr("History"), m_history);
    m_panel->setFixedWidth(grown(panelWidth));
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_area, 1);
    row->addWidget(m_nothing, 1);
    row->addWidget(m_panel);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_problem);
    layout->addLayout(row, 1);
    connect(m_list, &EntryList::entryActivated, this, [this] { m_change->trigger(); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &FeaturesPage::showSelected);
    connect(m_history, &EntryList::entryActivated, this, [this](qint64 operation) {
        if (m_book.may(Action::ReadAudit))
            emit pageRequested(u"audit"_s, u'#' + QString::number(operation), operation);
    });
}

QWidget *FeaturesPage::mainView() const
{
    return m_list;
}

void FeaturesPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    load();
}

void FeaturesPage::contextMenuEvent(QContextMenuEvent *event)
{
    if (!selected())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions({m_change, m_off});
    menu->popup(event->globalPos());
}

void FeaturesPage::takeChange(const ChangeNotice &notice)
{
    if (isVisible() && (notice.entity.isEmpty() || notice.entity == "feature_switch"_L1))
        load();
}

void FeaturesPage::reveal(qint64 object)
{
    m_wanted = object;
    load();
}

void FeaturesPage::load()
{
    ++m_loading;
    m_book.ask(
        this, [](const Services &services, Session &session) { return services.features.overview(session); },
        [this](Result<std::vector<FeatureSwitchRow>> switches) {
            --m_loading;
            if (switches) {
                m_isLoaded = true;
                m_problem->dismiss();
                showSwitches(*std::move(switches));
            } else if (switches.error().code != ErrorCode::Cancelled) {
                m_isLoaded = true;
                m_problem->present(Banner::Kind::Warning, switches.error().message);
            }
        },
        m_latest.renew());
}

/// What was selected stays selected.
void FeaturesPage::showSwitches(std::vector<FeatureSwitchRow> switches)
{
    const FeatureSwitchRow *before = selected();
    const qint64 wanted = m_wanted > 0 ? std::exchange(m_wanted, 0) : before ? before->id.value() : 0;
    m_switches = std::move(switches);
    std::vector<Entry> entries;
    int row = m_switches.empty() ? -1 : 0;
    for (const FeatureSwitchRow &feature : m_switches) {
        if (feature.id.value() == wanted)
            row = static_cast<int>(entries.size());
        entries.push_back(entryOf(feature));
    }
    m_list->setEntries(std::move(entries));
    m_area->setVisible(!m_switches.empty());
    m_nothing->setVisible(m_switches.empty());
    if (row >= 0)
        m_list->setCurrentIndex(m_list->model()->index(row, 0));
    emit countTextChanged(tr("%Ln switches", nullptr, static_cast<int>(m_switches.size())));
    showSelected();
}

const FeatureSwitchRow *FeaturesPage::selected() const
{
    const auto row = static_cast<std::size_t>(m_list->currentIndex().row());
    return m_list->currentIndex().isValid() && row < m_switches.size() ? &m_switches[row] : nullptr;
}

void FeaturesPage::showSelected()
{
    updateActions();
    const FeatureSwitchRow *row = selected();
    if (!row)
        return m_panel->showEmpty(u"server"_s, tr("No switch selected"),
                                  tr("Select a switch to see for whom it is on, and who changed that."));
    m_panel->showHeading(u"server"_s, row->name, whomText(*row), featureBadge(*row));
    showFacts(*row);
    loadHistory(*row);
}

void FeaturesPage::showFacts(const FeatureSwitchRow &row)
{
    m_facts->setValue(u"whom"_s, tr("It is on"), whomText(row));
    m_facts->setValue(u"note"_s, tr("What it switches"), row.note.text());
    m_facts->setValue(
        u"changed"_s, tr("Changed"),
        row.changedAt
            ? tr("%1 by %2").arg(momentText(*row.changedAt, QDateTime::currentDateTimeUtc()), row.changedBy)
            : QString());
}

void FeaturesPage::loadHistory(const FeatureSwitchRow &row)
{
    ++m_loading;
    const AuditFilter filter{.thing = AuditedThing{u"feature_switch"_s, row.id.value()}};
    m_book.ask(
        this,
        [filter, readsAudit = m_book.may(Action::ReadAudit)](const Services &services, Session &session) {
            return readHistory(services, session, filter, readsAudit);
        },
        [this](const Result<History> &history) {
            --m_loading;
            if (history)
                showHistory(m_history, *history);
        },
        m_latestHistory.renew());
}

void FeaturesPage::updateActions()
{
    const FeatureSwitchRow *row = selected();
    m_change->setEnabled(row);
    m_off->setEnabled(row && row->mode != FeatureMode::Off);
}

QDialog *FeaturesPage::offer(FeatureDialog *dialog)
{
    connect(dialog, &EditDialog::saved, this, [this](qint64 operation, const QString &summary, qint64 id) {
        m_wanted = id;
        load();
        Toast toast{.text = summary};
        if (m_book.may(Action::Undo)) {
            toast.actionText = tr("Undo");
            toast.action = [this, operation] { takeBack(operation); };
        }
        emit toastRequested(toast);
    });
    m_dialogs.open(dialog);
    return dialog;
}

QDialog *FeaturesPage::offerChange(std::optional<FeatureMode> wanted)
{
    const FeatureSwitchRow *row = selected();
    return row ? offer(new FeatureDialog(m_book, *row, wanted, this)) : nullptr;
}

void FeaturesPage::takeBack(qint64 operation)
{
    m_book.ask(
        this,
        [id = *OperationId::fromValue(operation)](const Services &services, Session &session) {
            return services.management.undo(session, id);
        },
        [this](const Result<OperationId> &undone) {
            if (!undone)
                return m_dialogs.showError(this, tr("It could not be undone"), undone.error());
            load();
            emit toastRequested({.text = tr("It was taken back.")});
        });
}

std::vector<TourStop> FeaturesPage::tourStops()
{
    std::vector<TourStop> stops;
    const auto settled = [this] {
        const auto *dialog = findChild<FeatureDialog *>();
        return !dialog || dialog->isSettled();
    };
    stops.push_back({.name = u"new"_s,
                     .show = [this]() -> QWidget * { return offer(new FeatureDialog(m_book, this)); },
                     .isSettled = settled});
    if (selected())
        stops.push_back({.name = u"change"_s,
                         .show = [this]() -> QWidget * { return offerChange(FeatureMode::On); },
                         .isSettled = settled});
    return stops;
}

} // namespace seatledger
