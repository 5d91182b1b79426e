// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/licenses/licensespage.h"

#include "core/domain/searchgrammars.h"
#include "ui/assignments/assigndialog.h"
#include "ui/assignments/assignmentcommands.h"
#include "ui/book/bulkeditdialog.h"
#include "ui/book/catalogue.h"
#include "ui/book/celltext.h"
#include "ui/book/drafts.h"
#include "ui/common/draggedmembers.h"
#include "ui/common/models/listqueries.h"
#include "ui/common/models/rowselection.h"
#include "ui/common/widgets/pagedtableview.h"
#include "ui/common/widgets/segmentedfilter.h"
#include "ui/licenses/entitlementdialog.h"
#include "ui/licenses/keysdialog.h"
#include "ui/licenses/licensedialog.h"
#include "ui/licenses/licensepanel.h"
#include "ui/licenses/licenseseditdialog.h"
#include "ui/licenses/renewalsdialog.h"
#include "ui/licenses/supplyplantext.h"
#include "ui/notices/whydialog.h"

#include <QAction>
#include <QDragEnterEvent>
#include <QLocale>

#include <algorithm>

namespace seatledger {

using namespace Qt::StringLiterals;

LicensesPage::LicensesPage(BookAccess access, Dialogs &dialogs, QWidget *parent)
    : BookPage(access, dialogs, u"licenses"_s, parent),
      m_source(makeLicenseSource(access, {}, nullptr)),
      m_table(new LicenseTable(m_source, licenseColumns(), this)),
      m_panel(new LicensePanel(access, this)),
      m_seats(new AssignmentCommands(access, dialogs, this))
{
    m_table->setObjectName(u"licensesModel"_s);
    buildFilter();
    offerDay(tr("the seats there are and that are held on this day. Nothing can be changed here."));
    buildActions();
    buildPanel();
    build(m_table, m_panel);
    connect(this, &BookPage::firstStepWanted, m_new, &QAction::trigger);
    connect(m_table, &PagedTableModelBase::countChanged, this, &LicensesPage::countShortages);
    connect(m_table, &PagedTableModelBase::refreshed, this, &LicensesPage::countShortages);
    connect(m_seats, &AssignmentCommands::applied, this, &LicensesPage::tellDone);
    connect(m_seats, &AssignmentCommands::undone, this, &LicensesPage::tellUndone);
    m_drop = new LicenseDrop(access, this, [this](const QPoint &position) { return dropTarget(position); });
    connect(m_drop, &LicenseDrop::dropped, m_seats, &AssignmentCommands::assign);
}

/// A line of the list, or the licence that the panel is about.
std::optional<LicenseDrop::Target> LicensesPage::dropTarget(const QPoint &position) const
{
    if (m_panel->isVisible() && m_panel->rect().contains(m_panel->mapFrom(this, position))) {
        auto target = m_panel->dropTarget();
        if (target)
            target->area = {m_panel->mapTo(this, QPoint()), m_panel->size()};
        return target;
    }
    const QWidget *list = view()->viewport();
    const QPoint inList = list->mapFrom(this, position);
    const int line = list->rect().contains(inList) ? view()->rowAt(inList.y()) : -1;
    const LicenseRow *row = line < 0 ? nullptr : m_table->rowAt(line);
    if (!row)
        return {};
    const QRect area(0, view()->rowViewportPosition(line), list->width(), view()->rowHeight(line));
    return LicenseDrop::Target{
        .license = row->id,
        .name = row->name,
        .state = row->state,
        .capacity = row->capacity,
        .promised = row->promised,
        .area = area.intersected(list->rect()).translated(list->mapTo(this, QPoint()))};
}

void LicensesPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (asOf() || !m_drop->enter(event))
        BookPage::dragEnterEvent(event);
}

void LicensesPage::dragMoveEvent(QDragMoveEvent *event)
{
    if (hasDraggedMembers(event->mimeData()))
        m_drop->move(event);
    else
        BookPage::dragMoveEvent(event);
}

void LicensesPage::dragLeaveEvent(QDragLeaveEvent *event)
{
    m_drop->leave();
    BookPage::dragLeaveEvent(event);
}

void LicensesPage::dropEvent(QDropEvent *event)
{
    if (hasDraggedMembers(event->mimeData()))
        m_drop->drop(event);
    else
        BookPage::dropEvent(event);
}

void LicensesPage::buildFilter()
{
    filter()->addSegment(u"all"_s, tr("All"));
    filter()->addSegment(u"short"_s, tr("Short of seats"), u"alert-triangle"_s);
    filter()->addSegment(u"awaited"_s, tr("Waited for"), u"hourglass"_s);
    for (const auto &entry : enumEntries<LicenseState>())
        filter()->addSegment(entry.name, translateDomain(entry.display));
    connect(filter(), &SegmentedFilter::currentChanged, this, &LicensesPage::applyFilter);
}

void LicensesPage::buildActions()
{
    m_new = makeAction(u"new"_s, tr("New licence"), u"plus"_s, QKeySequence::New, Action::EditCatalogue,
                       [this] { offerNew(); });
    markPrimary(m_new);
    m_edit = makeAction(u"edit"_s, tr("Edit"), u"edit"_s, QKeySequence(Qt::ALT | Qt::Key_Return),
                        Action::EditCatalogue, [this] { activate(view()->rows()->single()); });
    m_editCell = editCellAction(Action::EditCatalogue);
    setNeeds(m_editCell, tr("Select one licence."));
    m_editMany = makeAction(u"editMany"_s, tr("Edit selected …"), u"pencil"_s,
                            QKeySequence(Qt::SHIFT | Qt::Key_F2), Action::EditCatalogue,
                            [this] { offerEditMany(selectedIds()); });
    setNeeds(m_editMany, tr("Select several licences."));
    m_assign = makeAction(u"assign"_s, tr("Assign seats"), u"user-plus"_s,
                          QKeySequence(Qt::CTRL | Qt::Key_Plus), Action::Assign, [this] { offerAssign(); });
    m_buy = makeAction(u"buy"_s, tr("Add seats …"), u"receipt"_s,
                       QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N), Action::EditCatalogue,
                       [this] { offerEntitlement(); });
    for (QAction *action : {m_edit, m_buy, m_assign})
        setNeeds(action, tr("Select one licence."));
    m_renewals = makeAction(u"renewals"_s, tr("Renewals …"), u"refresh"_s,
                            QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E), Action::EditCatalogue,
                            [this] { offerRenewals(); });
    setHeaderActions({m_renewals, importAction(ImportKind::Licenses), exportAction(), m_assign, m_new});
    m_why = makeAction(u"whyNotice"_s, tr("Why no notice …"), u"bell"_s, {}, Action::ViewLicenses,
                       [this] { offerWhy(); });
    m_product = makeAction(u"productHistory"_s, tr("History of the product …"), u"history"_s, {},
                           Action::ReadAudit, [this] { offerProductHistory(false); });
    m_vendor = makeAction(u"vendorHistory"_s, tr("History of the vendor …"), u"history"_s, {},
                          Action::ReadAudit, [this] { offerProductHistory(true); });
    for (QAction *action : {m_why, m_product, m_vendor})
        setNeeds(action, tr("Select one licence."));
    setMenuActions({m_edit, m_editCell, m_editMany, m_assign, m_buy, nullptr, m_why, m_product, m_vendor});
}

void LicensesPage::buildPanel()
{
    m_panel->setActions({m_edit, m_editMany, m_assign});
    connect(m_panel, &LicensePanel::holderActivated, this,
            [this](const QString &text) { emit pageRequested(u"assignments"_s, text); });
    connect(m_panel, &LicensePanel::holderMenuRequested, m_seats, &AssignmentCommands::popUpMenu);
    connect(m_panel, &LicensePanel::waitingActivated, this,
            [this](const QString &text) { emit pageRequested(u"waiting"_s, text); });
    connect(m_panel, &LicensePanel::waitingAddRequested, this,
            [this] { m_seats->assignOrWait(LicenseId::fromValue(view()->rows()->single())); });
    connect(m_panel, &LicensePanel::keysAddRequested, this, &LicensesPage::offerKeys);
    connect(m_panel, &LicensePanel::entitlementAddRequested, this, &LicensesPage::offerEntitlement);
    connect(m_panel, &LicensePanel::entitlementEditRequested, this, [this](const Entitlement &entitlement) {
        offerForEntitlement(entitlement, EntitlementDialog::Purpose::Edit);
    });
    connect(m_panel, &LicensePanel::entitlementRenewRequested, this, [this](const Entitlement &entitlement) {
        offerForEntitlement(entitlement, EntitlementDialog::Purpose::Renew);
    });
    connect(
        m_panel, &LicensePanel::entitlementHistoryRequested, this, [this](const Entitlement &entitlement) {
            offerHistory({u"entitlement"_s, entitlement.id.value()},
                         u"%1, %2"_s.arg(m_panel->license()->name.text(), entitlement.period.displayText()));
        });
    connect(m_panel, &LicensePanel::entitlementCancelRequested, this, &LicensesPage::offerCancel);
}

void LicensesPage::applyFilter()
{
    LicenseFilter wanted{.search = searchQuery().words,
                         .onlyShort = filter()->current() == "short"_L1,
                         .onlyAwaited = filter()->current() == "awaited"_L1,
                         .terms = searchQuery().terms,
                         .asOf = asOf()};
    if (const auto state = fromText<LicenseState>(filter()->current()))
        wanted.states = {*state};
    m_source->setFilter(wanted);
}

/// Who waits is known of now only.
void LicensesPage::dayChanged()
{
    filter()->setSegmentEnabled(u"awaited"_s, !asOf());
    countShortages();
}

void LicensesPage::countShortages()
{
    book().ask(
        this,
        [](const Services &services, Session &session) {
            return services.lists.licenseCount(session, {.onlyShort = true});
        },
        [this](const Result<qint64> &count) {
            if (!count)
                return;
            const QString text = *count > 0 ? QLocale().toString(*count) : QString();
            filter()->setCountText(u"short"_s, asOf() ? QString() : text); // those of now
            emit badgeChanged(text);
        });
}

SearchGrammar LicensesPage::makeGrammar() const
{
    return licenseSearchGrammar();
}

EmptyText LicensesPage::firstSteps() const
{
    return {.iconName = u"certificate"_s,
            .title = tr("No licences yet"),
            .text = tr("A licence is a pool of seats of one product. Begin with the first one, or import a "
                       "file."),
            .actionText = tr("New licence")};
}

QStringList LicensesPage::entities() const
{
    return {u"license"_s, u"entitlement"_s, u"license_assignment"_s, u"license_key"_s,
            u"product"_s, u"vendor"_s,      u"waiting_entry"_s};
}

QString LicensesPage::countText(qint64 count) const
{
    return tr("%Ln licences", nullptr, static_cast<int>(count));
}

void LicensesPage::updateActions()
{
    const bool one = view()->rows()->single() > 0;
    m_edit->setEnabled(one);
    m_editCell->setEnabled(one);
    const bool several = view()->rows()->count() > 1;
    m_edit->setVisible(!several);
    m_editMany->setVisible(several);
    m_editMany->setEnabled(several && view()->rows()->isComplete());
    m_buy->setEnabled(one);
    m_why->setEnabled(one);
    m_product->setEnabled(one);
    m_vendor->setEnabled(one);
    m_assign->setEnabled(view()->rows()->count() <= 1);
}

Result<RowsEdit> LicensesPage::cellEdit(const QString &columnKey, const QString &typed) const
{
    LicenseEdit values;
    if (columnKey == "name"_L1)
        values.name = typed;
    else if (columnKey == "note"_L1)
        values.note = typed;
    else if (const auto number = typedNumber(typed); !number)
        return std::unexpected(number.error());
    else if (columnKey == "overage_percent"_L1)
        values.overagePercent = number->value_or(0);
    else
        values.lowSeatThreshold = *number;
    return rowsEdit(values);
}

void LicensesPage::activate(qint64 id)
{
    if (!isPermitted(Action::EditCatalogue))
        return;
    load(
        tr("The licence could not be opened"),
        [license = *LicenseId::fromValue(id)](const Services &services, Session &session) {
            return services.licenses.find(session, license);
        },
        [this](const License &license) {
            auto *dialog = new LicenseDialog(book(), license, this);
            markDraft(dialog, {u"licenses"_s, u"edit"_s, {{u"id"_s, license.id.value()}}});
            offer(dialog);
        });
}

void LicensesPage::openAgain(const QString &what, const QVariantMap &arguments)
{
    if (what == "edit"_L1)
        return activate(arguments[u"id"_s].toLongLong());
    if (!isPermitted(Action::EditCatalogue))
        return;
    if (what == "editMany"_L1)
        offerEditMany(numbersIn(arguments[u"ids"_s]));
    else if (const auto id = LicenseId::fromValue(arguments[u"license"_s].toLongLong()))
        load(
            tr("The licence could not be opened"),
            [id = *id](const Services &services, Session &session) {
                return services.licenses.find(session, id);
            },
            [this](const License &license) { offerEntitlementOf(license); });
    else
        offerNew();
}

QDialog *LicensesPage::offerNew()
{
    auto *dialog = new LicenseDialog(book(), this);
    markDraft(dialog, {u"licenses"_s, u"new"_s});
    return BookPage::offerNew(dialog);
}

QDialog *LicensesPage::offerAssign()
{
    const qint64 id = view()->rows()->single();
    return m_seats->assign(LicenseId::fromValue(id), {});
}

QDialog *LicensesPage::offerEditMany(const QList<qint64> &ids)
{
    auto *dialog = new LicensesEditDialog(book(), ids, this);
    markDraft(dialog, draftOfRows(u"licenses"_s, u"editMany"_s, ids));
    return offer(dialog);
}

QDialog *LicensesPage::offerKeys()
{
    if (!m_panel->license() || !isPermitted(Action::EditCatalogue))
        return nullptr;
    return offer(new KeysDialog(book(), *m_panel->license(), m_panel->entitlements(), this));
}

QDialog *LicensesPage::offerWhy()
{
    const std::optional<License> &license = m_panel->license();
    if (!license)
        return nullptr;
    auto *dialog = new WhyDialog(book(), license->id, license->name.text(), this);
    dialogs().open(dialog);
    return dialog;
}

void LicensesPage::offerProductHistory(bool ofVendor)
{
    struct Named {
        AuditedThing thing;
        QString name;
    };
    load(
        tr("The history could not be read"),
        [license = *LicenseId::fromValue(view()->rows()->single()),
         ofVendor](const Services &services, Session &session) -> Result<Named> {
            const auto found = services.licenses.find(session, license);
            if (!found)
                return std::unexpected(found.error());
            const auto catalogue = loadCatalogue(services, session);
            if (!catalogue)
                return std::unexpected(catalogue.error());
            const auto product = std::ranges::find(catalogue->products, found->product, &Product::id);
            if (product == catalogue->products.end())
                return failure(ErrorCode::NotFound, tr("The product is not there any more."));
            if (!ofVendor)
                return Named{{u"product"_s, product->id.value()}, product->name.text()};
            const auto vendor = std::ranges::find(catalogue->vendors, product->vendor, &Vendor::id);
            if (vendor == catalogue->vendors.end())
                return failure(ErrorCode::NotFound, tr("The vendor is not there any more."));
            return Named{{u"vendor"_s, vendor->id.value()}, vendor->name.text()};
        },
        [this](const Named &named) { offerHistory(named.thing, named.name); });
}

QDialog *LicensesPage::offerRenewals()
{
    if (!isPermitted(Action::EditCatalogue))
        return nullptr;
    auto *dialog = new RenewalsDialog(book(), this);
    connect(dialog, &OperationDialog::applied, this, &LicensesPage::tellDone);
    dialogs().open(dialog);
    return dialog;
}

QDialog *LicensesPage::offerEntitlement()
{
    if (!m_panel->license() || !isPermitted(Action::EditCatalogue))
        return nullptr;
    return offerEntitlementOf(*m_panel->license());
}

QDialog *LicensesPage::offerEntitlementOf(const License &license)
{
    auto *dialog = new EntitlementDialog(book(), license, this);
    markDraft(dialog, {u"licenses"_s, u"entitlement"_s, {{u"license"_s, license.id.value()}}});
    return offer(dialog);
}

QDialog *LicensesPage::offerForEntitlement(const Entitlement &entitlement, EntitlementDialog::Purpose purpose)
{
    if (!m_panel->license() || !isPermitted(Action::EditCatalogue))
        return nullptr;
    return offer(new EntitlementDialog(book(), *m_panel->license(), entitlement, purpose, this));
}

void LicensesPage::offerCancel(const Entitlement &entitlement)
{
    if (!isPermitted(Action::EditCatalogue))
        return;
    load(
        tr("The entitlement could not be cancelled"),
        [entitlement](const Services &services, Session &session) -> Result<SupplyPlan> {
            auto plan = services.catalogueService.planSupply(session, entitlement.license,
                                                             {.replaced = entitlement.id});
            if (plan && plan->refusal)
                return std::unexpected(plan->refusal->toError());
            return plan;
        },
        [this, entitlement](const SupplyPlan &plan) { confirmCancel(entitlement, plan); });
}

void LicensesPage::confirmCancel(const Entitlement &entitlement, const SupplyPlan &plan)
{
    dialogs().confirm(this,
                      {.title = tr("Cancel this entitlement?"),
                       .text = supplyText(book(), plan),
                       .confirmText = tr("Cancel entitlement"),
                       .kind = ButtonKind::Danger},
                      [this, entitlement] { cancel(entitlement); });
}

void LicensesPage::cancel(const Entitlement &entitlement)
{
    load(
        tr("The entitlement could not be cancelled"),
        [entitlement](const Services &services, Session &session) {
            return services.catalogueService.cancelEntitlement(session, entitlement);
        },
        [this](const Booked<Entitlement> &cancelled) {
            tellDone(cancelled.operation.value(), tr("The entitlement was cancelled."));
        });
}

ExportRequest LicensesPage::exportRequest() const
{
    return LicenseExport{m_source->filter(), listOrder<LicenseSort>(m_source->sort(), licenseSort)};
}

QStringList LicensesPage::exportColumns(const QString &key) const
{
    static const QHash<QString, QStringList> names{{u"name"_s, {u"license"_s}},
                                                   {u"product"_s, {u"vendor"_s, u"product"_s}},
                                                   {u"held"_s, {u"held"_s, u"capacity"_s}},
                                                   {u"lapse"_s, {u"lapses_on"_s}}};
    return names.value(key, {key});
}

} // namespace seatledger
