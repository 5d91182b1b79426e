// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/licenses/entitlementdialog.h"

#include "core/domain/period.h"
#include "ui/common/widgets/formfield.h"
#include "ui/licenses/entitlementeditor.h"

#include <QPlainTextEdit>

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

EntitlementDraft firstDraft()
{
    EntitlementDraft draft;
    draft.quantity = 10;
    draft.firstDay = QDate::currentDate();
    draft.lastDay = draft.firstDay.addYears(1).addDays(-1);
    draft.billing = BillingCycle::Yearly;
    return draft;
}

} // namespace

EntitlementDialog::EntitlementDialog(BookAccess access, const License &license, QWidget *parent)
    : EditDialog(access, u"entitlement"_s, titleOf(Purpose::Add), parent),
      m_license(license),
      m_purpose(Purpose::Add)
{
    build(firstDraft());
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
    m_editor = new EntitlementEditor(form());
    m_note = makeNoteEdit(u"noteEdit"_s, this);
    form()->addField(u"note"_s, tr("Note"), m_note)->setOptional(true);
    m_editor->setDraft(draft);
    m_note->setPlainText(draft.note);
    for (const QString &key : EntitlementEditor::keys())
        checkField(key);
    checkField(u"note"_s);
    resize(560, sizeHint().height());
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
        m_existing = theirs;
        compare(EntitlementDraft::of(theirs));
        presentConflict();
    });
}

void EntitlementDialog::compare(const EntitlementDraft &theirs)
{
    const EntitlementDraft mine = draft();
    const auto day = [](std::optional<QDate> value) { return value ? displayDay(*value) : tr("open"); };
    showTheirs(u"quantity"_s, mine.quantity != theirs.quantity,
               theirs.quantity ? QLocale().toString(*theirs.quantity) : tr("unlimited"));
    showTheirs(u"first_day"_s, mine.firstDay != theirs.firstDay, day(theirs.firstDay));
    showTheirs(u"last_day"_s, mine.lastDay != theirs.lastDay, day(theirs.lastDay));
    const auto currency = Currency::create(theirs.currency);
    showTheirs(u"price"_s, mine.priceMinor != theirs.priceMinor,
               theirs.priceMinor && currency ? Money(*theirs.priceMinor, *currency).displayText()
                                             : QString());
    showTheirs(u"billing"_s, mine.billing != theirs.billing, displayText(theirs.billing));
    showTheirs(u"order_number"_s, mine.orderNumber != theirs.orderNumber, theirs.orderNumber);
    showTheirs(u"supplier"_s, mine.supplier != theirs.supplier, theirs.supplier);
    showTheirs(u"note"_s, mine.note != theirs.note, theirs.note);
}

void EntitlementDialog::takeTheirs()
{
    const EntitlementDraft theirs = EntitlementDraft::of(*m_existing);
    m_editor->setDraft(theirs);
    m_note->setPlainText(theirs.note);
    compare(theirs);
}

} // namespace seatledger
