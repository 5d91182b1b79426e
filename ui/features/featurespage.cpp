// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/features/featurespage.h"

#include "ui/common/style/lengths.h"
#include "ui/common/widgets/banner.h"
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
#include <QSplitter>
#include <QVBoxLayout>

#include <utility>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr int panelWidth = 360;

/// The name of one that nobody asks for here may be a typing error.
QString whatItSwitches(const FeatureLine &line)
{
    return line.known ? explanation(*line.known)
                      : FeaturesPage::tr(
                            "Not known to this version of Seatledger: it counts only for other programs "
                            "that ask for it through the REST server.");
}

QString titleOf(const FeatureLine &line)
{
    return line.known ? displayText(*line.known) : line.name;
}

Entry entryOf(const FeatureLine &line, qint64 id)
{
    const FeatureFields fields = line.fields();
    QStringList detail{whomText(fields)};
    if (line.known)
        detail.prepend(line.name);
    detail += fields.note.isEmpty() ? whatItSwitches(line) : fields.note.text();
    return {.id = id,
            .title = titleOf(line),
            .detail = detail.join(u" · "_s),
            .badge = featureBadge(fields),
            .iconName = line.known ? u"server"_s : u"info-circle"_s};
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
    m_new = adopt(new QAction(tr("New switch"), this), u"new"_s, u"plus"_s, QKeySequence::New);
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
    auto *row = new QSplitter(this);
    row->setHandleWidth(1);
    row->setChildrenCollapsible(false);
    row->addWidget(m_area);
    row->addWidget(m_panel);
    row->setStretchFactor(0, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_problem);
    layout->addWidget(row, 1);
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
    m_wantedRow = object;
    load();
}

void FeaturesPage::load()
{
    ++m_loading;
    m_book.ask(
        this, [](const Services &services, Session &session) { return services.features.overview(session); },
        [this](Result<std::vector<FeatureLine>> switches) {
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
void FeaturesPage::showSwitches(std::vector<FeatureLine> switches)
{
    const QString before = selected() ? selected()->name : QString();
    const qint64 wanted = std::exchange(m_wantedRow, 0);
    m_switches = std::move(switches);
    std::vector<Entry> entries;
    int row = 0;
    for (const FeatureLine &line : m_switches) {
        const auto place = static_cast<int>(entries.size());
        if (wanted > 0 ? line.row && line.row->id.value() == wanted : line.name == before)
            row = place;
        entries.push_back(entryOf(line, place + 1));
    }
    m_list->setEntries(std::move(entries));
    m_list->setCurrentIndex(m_list->model()->index(row, 0));
    emit countTextChanged(tr("%Ln switches", nullptr, static_cast<int>(m_switches.size())));
    showSelected();
}

const FeatureLine *FeaturesPage::selected() const
{
    const auto row = static_cast<std::size_t>(m_list->currentIndex().row());
    return m_list->currentIndex().isValid() && row < m_switches.size() ? &m_switches[row] : nullptr;
}

void FeaturesPage::showSelected()
{
    updateActions();
    const FeatureLine *line = selected();
    if (!line)
        return m_panel->showEmpty(u"server"_s, tr("No switch selected"),
                                  tr("Select a switch to see for whom it is on, and who changed that."));
    const FeatureFields fields = line->fields();
    m_panel->showHeading(u"server"_s, titleOf(*line), line->known ? line->name : whomText(fields),
                         featureBadge(fields));
    showFacts(*line);
    loadHistory(*line);
}

void FeaturesPage::showFacts(const FeatureLine &line)
{
    const FeatureFields fields = line.fields();
    const bool wasChanged = line.row && line.row->changedAt;
    m_facts->setValue(u"whom"_s, tr("It is on"), whomText(fields));
    m_facts->setValue(u"governs"_s, tr("What it switches"), whatItSwitches(line));
    m_facts->setValue(u"note"_s, tr("Note"), fields.note.text());
    m_facts->setValue(u"changed"_s, tr("Changed"),
                      wasChanged ? tr("%1 by %2")
                                       .arg(momentText(*line.row->changedAt, QDateTime::currentDateTimeUtc()),
                                            line.row->changedBy)
                                 : QString());
}

void FeaturesPage::loadHistory(const FeatureLine &line)
{
    if (!line.row) {
        m_latestHistory.cancel();
        m_history->setEmptyText(tr("Nobody has switched it yet."));
        return m_history->setEntries({});
    }
    ++m_loading;
    const AuditFilter filter{.thing = AuditedThing{u"feature_switch"_s, line.row->id.value()}};
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
    const FeatureLine *line = selected();
    m_change->setEnabled(line);
    m_off->setEnabled(line && line->fields().mode != FeatureMode::Off);
}

QDialog *FeaturesPage::offer(FeatureDialog *dialog)
{
    connect(dialog, &EditDialog::saved, this, [this](qint64 operation, const QString &summary, qint64 id) {
        m_wantedRow = id;
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
    const FeatureLine *line = selected();
    return line ? offer(new FeatureDialog(m_book, *line, wanted, this)) : nullptr;
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
