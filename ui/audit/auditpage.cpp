// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/auditpage.h"

#include "core/repositories/auditarchiverepository.h"
#include "ui/audit/auditfilters.h"
#include "ui/audit/auditpanel.h"
#include "ui/audit/changelist.h"
#include "ui/audit/undodialog.h"
#include "ui/audit/verifydialog.h"
#include "ui/common/models/rowselection.h"
#include "ui/common/widgets/busyoverlay.h"
#include "ui/common/widgets/segmentedfilter.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLocale>
#include <QPointer>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

/// `#42` means the operation with this number.
std::optional<OperationId> numberIn(const QString &search)
{
    bool isNumber = false;
    const QString text = search.trimmed();
    const qint64 number = text.startsWith(u'#') ? text.sliced(1).toLongLong(&isNumber) : 0;
    return isNumber ? OperationId::fromValue(number) : std::nullopt;
}

} // namespace

AuditPage::AuditPage(BookAccess access, Dialogs &dialogs, QWidget *parent)
    : BookPage(access, dialogs, u"audit"_s, parent),
      m_zone(std::make_shared<QTimeZone>(QTimeZone::utc())),
      m_source(makeOperationSource(access, nullptr)),
      m_table(new OperationTable(m_source, operationColumns(m_zone), this)),
      m_filters(new AuditFilters(access, dialogs, this)),
      m_contents(new AuditPanel(access, this))
{
    m_table->setObjectName(u"auditModel"_s);
    buildFilter();
    buildActions();
    buildPanel();
    build(m_table, m_contents);
    loadZone();
    loadArchives();
}

void AuditPage::buildFilter()
{
    filter()->addSegment(u"all"_s, tr("All"));
    filter()->addSegment(u"people"_s, tr("By people"));
    filter()->addSegment(u"undoable"_s, tr("Can be undone"));
    filterLine()->addWidget(m_filters, 1);
    m_filters->loadKinds();
    connect(filter(), &SegmentedFilter::currentChanged, this, &AuditPage::applyFilter);
    connect(m_filters, &AuditFilters::changed, this, &AuditPage::applyFilter);
}

void AuditPage::buildActions()
{
    m_undo = makeAction(u"undo"_s, tr("Undo …"), u"arrow-back-up"_s, QKeySequence::Delete, Action::Undo,
                        [this] { offerUndo(); });
    m_counterpart = makeAction(u"counterpart"_s, tr("Show the undo"), u"arrow-up-right"_s, {},
                               [this] { showCounterpart(); });
    m_verify = makeAction(u"verify"_s, tr("Verify"), u"shield-check"_s,
                          QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_V), [this] { offerVerify(); });
    m_verify->setToolTip(tr("Prove that the audit is as it was written"));
    markPrimary(m_verify);
    setHeaderActions({exportAction(), m_verify});
    setMenuActions({m_undo, m_counterpart});
}

void AuditPage::buildPanel()
{
    m_contents->setActions({m_undo, m_counterpart});
    connect(m_contents, &AuditPanel::shownChanged, this, &AuditPage::updateActions);
    connect(m_contents->changes(), &ChangeList::objectRequested, this, &AuditPage::showObject);
}

void AuditPage::loadZone()
{
    book().ask(
        this,
        [](const Services &services, Session &session) { return services.operations.timeZone(session); },
        [this](const Result<QTimeZone> &zone) {
            if (!zone || *zone == *m_zone)
                return;
            *m_zone = *zone;
            m_filters->setTimeZone(*zone);
            applyFilter();
            view()->viewport()->update();
        });
}

void AuditPage::loadArchives()
{
    book().ask(
        this, [](const Services &, Session &session) { return AuditArchiveRepository().archives(session); },
        [this](const Result<std::vector<AuditArchive>> &archives) {
            if (!archives || archives->empty() || archives->back().lastAt == m_archivedUntil)
                return;
            m_archivedUntil = archives->back().lastAt;
            BookPage::takeChange({}); // the line that counts says so
        });
}

bool AuditPage::isArchived(const OperationRow &row) const
{
    return m_archivedUntil.isValid() && row.at <= m_archivedUntil;
}

void AuditPage::takeChange(const ChangeNotice &notice)
{
    if (notice.entity.isEmpty() || notice.entity == "audit_archive"_L1)
        loadArchives();
    if (notice.entity.isEmpty() || notice.entity == "setting"_L1)
        loadZone();
    BookPage::takeChange({}); // whatever was changed, it is a new operation
}

void AuditPage::applyFilter()
{
    OperationFilter wanted{.search = searchText(),
                           .byPeople = filter()->current() == "people"_L1,
                           .undoableOnly = filter()->current() == "undoable"_L1};
    if (const auto number = numberIn(searchText())) {
        wanted.search.clear();
        wanted.operation = number;
    }
    m_filters->addTo(wanted);
    m_source->setFilter(wanted);
}

bool AuditPage::isNarrowed() const
{
    return BookPage::isNarrowed() || m_filters->isNarrowed();
}

void AuditPage::widen()
{
    BookPage::widen();
    m_filters->reset();
}

EmptyText AuditPage::firstSteps() const
{
    return {.iconName = u"history"_s,
            .title = tr("Nothing is on record yet"),
            .text = tr("Whatever anybody changes appears here by itself."),
            .actionText = {}};
}

QString AuditPage::countText(qint64 count) const
{
    QString counted = tr("%Ln operations", nullptr, static_cast<int>(count));
    if (!m_archivedUntil.isValid())
        return counted;
    return tr("%1 · what was changed up to %2 is archived")
        .arg(counted, displayDay(m_archivedUntil.toTimeZone(*m_zone).date()));
}

const OperationRow *AuditPage::selected() const
{
    const auto row = m_table->rowOf(view()->rows()->single());
    return row ? m_table->rowAt(*row) : nullptr;
}

void AuditPage::updateActions()
{
    const OperationRow *row = selected();
    m_undo->setEnabled(row && row->isUndoable);
    if (book().may(Action::Undo))
        m_undo->setToolTip(row && row->undoneBy ? tr("It was taken back already.")
                           : row && !row->isUndoable && isArchived(*row)
                               ? tr("What it changed is archived: it cannot be taken back.")
                           : row && !row->isUndoable ? tr("This cannot be taken back.")
                                                     : tr("Take back all of it as one"));
    m_contents->changes()->setOpenable(book().may(Action::ViewMembers),
                                       book().refusalOf(Action::ViewMembers));
    m_counterpart->setVisible(row && (row->undoneBy || row->undoes));
    m_counterpart->setText(row && row->undoes ? tr("Show what it takes back") : tr("Show the undo"));
}

void AuditPage::activate(qint64)
{
    m_contents->setFocus(Qt::OtherFocusReason);
}

UndoDialog *AuditPage::offerUndo()
{
    const OperationRow *row = selected();
    if (!row)
        return nullptr;
    auto *dialog = new UndoDialog(book(), *row, this);
    connect(dialog, &UndoDialog::undone, this, &AuditPage::tellDone);
    dialogs().open(dialog);
    return dialog;
}

VerifyDialog *AuditPage::offerVerify()
{
    auto *dialog = new VerifyDialog(book(), dialogs(), *m_zone, this);
    connect(dialog, &VerifyDialog::operationRequested, this, [this](qint64 operation) {
        emit pageRequested(u"audit"_s, u'#' + QString::number(operation), operation);
    });
    dialogs().open(dialog);
    return dialog;
}

void AuditPage::showCounterpart()
{
    const OperationRow *row = selected();
    const auto other = row ? row->undoes.or_else([row] { return row->undoneBy; }) : std::nullopt;
    if (other)
        emit pageRequested(u"audit"_s, u'#' + QString::number(other->value()), other->value());
}

void AuditPage::showObject(const ObjectPlace &place)
{
    load(
        tr("It could not be shown"),
        [place](const Services &services, Session &session) {
            return searchTextOf(services, session, place);
        },
        [this, place](const QString &text) { emit pageRequested(place.page, text, place.object); });
}

ExportRequest AuditPage::exportRequest() const
{
    const SortSpec sort = m_source->sort();
    return AuditExport{m_source->filter(), {operationSort(sort.column), sort.order == Qt::DescendingOrder}};
}

QStringList AuditPage::exportColumns(const QString &key) const
{
    static const QHash<QString, QStringList> names{{u"rows"_s, {u"action"_s, u"entity"_s, u"entity_id"_s}},
                                                   {u"undo"_s, {u"undone_by"_s}}};
    return names.value(key, {key});
}

std::vector<TourStop> AuditPage::dialogStops()
{
    std::vector<TourStop> stops;
    const auto undoing = std::make_shared<QPointer<UndoDialog>>();
    stops.push_back({.name = u"undo"_s,
                     .show = [this, undoing]() -> QWidget * {
                         *undoing = offerUndo();
                         return *undoing;
                     },
                     .isSettled = [undoing] { return !*undoing || (*undoing)->isSettled(); }});
    const auto verifying = std::make_shared<QPointer<VerifyDialog>>();
    stops.push_back(
        {.name = u"verify"_s,
         .show = [this, verifying]() -> QWidget * {
             *verifying = offerVerify();
             (*verifying)->verify();
             return *verifying;
         },
         .isSettled = [verifying] { return !*verifying || !(*verifying)->overlay()->isRunning(); }});
    stops.push_back({.name = u"days"_s, .show = [this]() -> QWidget * { return m_filters->chooseDays(); }});
    return stops;
}

} // namespace seatledger
