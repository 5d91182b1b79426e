// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/licenses/entitlementdialog.h"

#include "core/domain/period.h"
#include "ui/book/planmodel.h"
#include "ui/book/planrequest.h"
#include "ui/book/planview.h"
#include "ui/common/style/lengths.h"
#include "ui/common/widgets/banner.h"
#include "ui/common/widgets/formfield.h"
#include "ui/licenses/entitlementeditor.h"
#include "ui/licenses/supplyplantext.h"

#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

QString titleOf(EntitlementDialog::Purpose purpose)
{
    switch (purpose) {
    case EntitlementDialog::Purpose::Add:
        return EntitlementDialog::tr("New entitlement");
    case EntitlementDialog::Purpose::Edit:
        return EntitlementDialog::tr("Edit entitlement");
    case EntitlementDialog::Purpose::Renew:
        break;
    }
    return EntitlementDialog::tr("Renew entitlement");
}

QString priceText(std::optional<qint64> minor, const QString &code)
{
    const auto currency = Currency::create(code);
    return minor && currency ? Money(*minor, *currency).displayText() : QString();
}

/// The price goes with its currency: one without the other is another amount.
std::vector<DraftField<EntitlementDraft>> draftFields()
{
    const auto plain = [](const QString &text) { return text; };
    const auto field = [](const QString &key, const QString &label, auto access, auto text) {
        return draftField<EntitlementDraft>(key, label, access, text);
    };
    const auto day = [](QDate value) { return displayDay(value); };
    const auto lastDay = [](std::optional<QDate> value) {
        return value ? displayDay(*value) : EntitlementDialog::tr("Perpetual");
    };
    const auto seats = [](std::optional<qint64> value) {
        return value ? QLocale().toString(*value) : EntitlementDialog::tr("Unlimited");
    };
    const auto cycle = [](BillingCycle billing) { return displayText(billing); };
    DraftField<EntitlementDraft> price{
        .key = u"price"_s,
        .label = EntitlementDialog::tr("Price"),
        .text = [](const EntitlementDraft &d) { return priceText(d.priceMinor, d.currency); },
        .equal =
            [](const EntitlementDraft &one, const EntitlementDraft &other) {
                return one.priceMinor == other.priceMinor
                       && (!one.priceMinor || one.currency == other.currency);
            },
        .take =
            [](EntitlementDraft &to, const EntitlementDraft &from) {
                to.priceMinor = from.priceMinor;
                to.currency = from.currency;
            }};
    return {
        field(
            u"quantity"_s, EntitlementDialog::tr("Seats"), [](auto &d) -> auto & { return d.quantity; },
            seats),
        field(
            u"billing"_s, EntitlementDialog::tr("Paid"), [](auto &d) -> auto & { return d.billing; }, cycle),
        field(
            u"first_day"_s, EntitlementDialog::tr("From"), [](auto &d) -> auto & { return d.firstDay; }, day),
        field(
            u"last_day"_s, EntitlementDialog::tr("Until"), [](auto &d) -> auto & { return d.lastDay; },
            lastDay),
        price,
        field(
            u"order_number"_s, EntitlementDialog::tr("Order number"),
            [](auto &d) -> auto & { return d.orderNumber; }, plain),
        field(
            u"supplier"_s, EntitlementDialog::tr("Supplier"), [](auto &d) -> auto & { return d.supplier; },
            plain),
        field(u"note"_s, EntitlementDialog::tr("Note"), [](auto &d) -> auto & { return d.note; }, plain)};
}

} // namespace

EntitlementDialog::EntitlementDialog(BookAccess access, const License &license, QWidget *parent)
    : EditDialog(access, u"entitlement"_s, titleOf(Purpose::Add), parent),
      m_license(license),
      m_purpose(Purpose::Add)
{
    build(EntitlementEditor::firstDraft(access.today()));
}

EntitlementDialog::EntitlementDialog(BookAccess access, const License &license, const Entitlement &existing,
                                     Purpose purpose, QWidget *parent)
    : EditDialog(access, u"entitlement"_s, titleOf(purpose), parent),
      m_license(license),
      m_existing(existing),
      m_purpose(purpose)
{
    build(purpose == Purpose::Renew ? EntitlementDraft::renewalOf(existing) : EntitlementDraft::of(existing));
}

void EntitlementDialog::build(const EntitlementDraft &draft)
{
    setSubtitle(m_license.name.text());
    m_editor = new EntitlementEditor(book(), form());
    m_note = makeNoteEdit(u"noteEdit"_s, this);
    form()->addField(u"note"_s, tr("Note"), m_note)->setOptional(true);
    m_editor->setDraft(draft);
    m_note->setPlainText(draft.note);
    for (const QString &key : EntitlementEditor::keys())
        checkField(key);
    checkField(u"note"_s);
    auto *noLines = new PlanModel({}, this);
    m_view = new PlanView(noLines, {}, this);
    m_view->fitTable(1);
    body()->addWidget(m_view);
    m_request = new PlanRequest(book(), this);
    connect(m_request, &PlanRequest::due, this, &EntitlementDialog::plan);
    connect(m_editor, &EntitlementEditor::termsChanged, this, &EntitlementDialog::schedulePlan);
    schedulePlan();
    resize(grown(560), sizeHint().height());
}

bool EntitlementDialog::isSettled() const
{
    return m_request->isSettled();
}

void EntitlementDialog::schedulePlan()
{
    setMainEnabled(false);
    m_request->schedule();
}

void EntitlementDialog::plan()
{
    const Result<EntitlementFields> fields = draft().create();
    if (!fields) {
        m_view->showUnplanned({});
        return setMainEnabled(true); // pressed, it says at the field what is wrong
    }
    SupplyChange change{.by = *fields};
    if (m_purpose == Purpose::Edit)
        change.replaced = m_existing->id;
    m_view->showPlanning();
    m_request->ask(
        [license = m_license.id, change](const Services &services, Session &session) {
            return services.catalogueService.planSupply(session, license, change);
        },
        [this](const Result<SupplyPlan> &planned) { takePlan(planned); });
}

void EntitlementDialog::takePlan(const Result<SupplyPlan> &planned)
{
    if (!planned) {
        m_view->showUnplanned({});
        return showFailure(planned.error());
    }
    banner()->dismiss();
    m_view->showPlan({.refused = planned->isApplicable() ? 0 : 1,
                      .isApplicable = planned->isApplicable(),
                      .summary = supplyText(book(), *planned)});
    setMainEnabled(planned->isApplicable());
}

EntitlementDraft EntitlementDialog::draft() const
{
    EntitlementDraft draft = m_editor->draft();
    draft.license = m_license.id;
    draft.note = m_note->toPlainText();
    if (m_existing)
        draft.renews = m_purpose == Purpose::Renew ? std::optional(m_existing->id) : m_existing->renews;
    return draft;
}

Result<void> EntitlementDialog::check() const
{
    const Result<EntitlementFields> fields = draft().create();
    const QString price = m_editor->priceProblem();
    if (fields && price.isEmpty())
        return {};
    QJsonObject wrong = fields ? QJsonObject() : fields.error().details["fields"_L1].toObject();
    if (!price.isEmpty())
        wrong.insert("price"_L1, price);
    return failure(ErrorCode::InvalidInput, price, {{"fields"_L1, wrong}});
}

void EntitlementDialog::save()
{
    const Result<EntitlementFields> fields = draft().create();
    if (!fields)
        return fail(fields.error());
    const auto write = [fields = *fields, existing = m_existing,
                        purpose = m_purpose](const Services &services, Session &session) {
        if (purpose == Purpose::Renew)
            return services.management.renew(session, existing->id, fields);
        if (purpose == Purpose::Add)
            return services.catalogueService.addEntitlement(session, fields);
        Entitlement changed = *existing;
        static_cast<EntitlementFields &>(changed) = fields;
        return services.catalogueService.updateEntitlement(session, changed);
    };
    run(tr("Saving …"), write, [this](const Booked<Entitlement> &written) {
        const QString text = m_purpose == Purpose::Renew ? tr("%1 was renewed.")
                             : m_purpose == Purpose::Add ? tr("Seats were added to %1.")
                                                         : tr("An entitlement of %1 was changed.");
        finishSaved(written, text.arg(m_license.name.text()));
    });
}

void EntitlementDialog::loadTheirs()
{
    const auto read = [id = m_existing->id](const Services &services, Session &session) {
        return services.licenses.findEntitlement(session, id);
    };
    run(tr("Comparing …"), read, [this](const Entitlement &theirs) {
        const DraftMerge<EntitlementDraft> merge(draftFields(), EntitlementDraft::of(*m_existing),
                                                 EntitlementDraft::of(theirs), draft());
        resolve(m_license.name.text(), merge, [this, theirs](const EntitlementDraft &merged) {
            m_existing = theirs;
            m_editor->setDraft(merged);
            m_note->setPlainText(merged.note);
        });
    });
}

} // namespace seatledger
