// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/licenses/licensedialog.h"

#include "ui/book/countfield.h"
#include "ui/book/searches.h"
#include "ui/common/widgets/formfield.h"
#include "ui/licenses/entitlementeditor.h"
#include "ui/licenses/productchoice.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

template <typename E>
QComboBox *makeEnumBox(const QString &objectName, QWidget *parent)
{
    auto *box = new QComboBox(parent);
    box->setObjectName(objectName);
    for (const EnumEntry<E> &entry : enumEntries<E>())
        box->addItem(translateDomain(entry.display), static_cast<int>(entry.value));
    return box;
}

template <typename E>
void choose(QComboBox *box, E value)
{
    box->setCurrentIndex(box->findData(static_cast<int>(value)));
}

template <typename E>
E chosen(const QComboBox *box)
{
    return static_cast<E>(box->currentData().toInt());
}

QSpinBox *makeSpinBox(const QString &objectName, int minimum, int maximum, QWidget *parent)
{
    auto *box = new QSpinBox(parent);
    box->setObjectName(objectName);
    box->setRange(minimum, maximum);
    return box;
}

/// The names as typed; the product in the draft is not looked at.
Result<ProductNames> namesOf(const ProductChoice &products)
{
    const auto vendor = Name::create(products.vendor());
    const auto product = Name::create(products.product());
    if (!vendor || !product)
        return std::unexpected(vendor ? product.error() : vendor.error());
    return ProductNames{*vendor, *product};
}

} // namespace

LicenseDialog::LicenseDialog(BookAccess access, QWidget *parent)
    : EditDialog(access, u"license"_s, tr("New licence"), parent)
{
    makeEditors();
    build();
    buildPurchase();
    fill({});
    resize(980, sizeHint().height());
}

LicenseDialog::LicenseDialog(BookAccess access, const License &license, QWidget *parent)
    : EditDialog(access, u"license"_s, tr("Edit licence"), parent), m_license(license)
{
    makeEditors();
    build();
    fill(LicenseDraft::of(license));
    resize(580, sizeHint().height());
}

void LicenseDialog::makeEditors()
{
    m_name = new QLineEdit(this);
    m_name->setObjectName(u"nameEdit"_s);
    m_products = new ProductChoice(book(), this);
    m_metric = makeEnumBox<LicenseMetric>(u"metricComboBox"_s, this);
    m_term = makeEnumBox<LicenseTerm>(u"termComboBox"_s, this);
    m_state = makeEnumBox<LicenseState>(u"stateComboBox"_s, this);
    m_expiry = makeEnumBox<ExpiryAction>(u"expiryComboBox"_s, this);
    m_overage = makeSpinBox(u"overageSpinBox"_s, OveragePercent::minimum, OveragePercent::maximum, this);
    m_overage->setSuffix(tr(" %"));
    m_devices = makeSpinBox(u"devicesSpinBox"_s, DevicesPerSeat::minimum, DevicesPerSeat::maximum, this);
    m_lease = new CountField(LeaseMinutes::minimum, LeaseMinutes::maximum, {}, this);
    m_lease->setObjectName(u"leaseCountField"_s);
    m_lease->setSuffix(tr(" min"));
    m_lease->setCount(30);
    m_threshold = new CountField(SeatThreshold::minimum, SeatThreshold::maximum, tr("Never"), this);
    m_threshold->setObjectName(u"thresholdCountField"_s);
    m_owner = new PickerField(memberSearch(book()), this);
    m_owner->setObjectName(u"ownerPicker"_s);
    m_owner->setPlaceholderText(tr("Nobody"));
    m_note = makeNoteEdit(u"noteEdit"_s, this);
}

void LicenseDialog::build()
{
    form()->addField(u"name"_s, tr("Name"), m_name);
    form()->addPair(u"vendor"_s, tr("Vendor"), m_products->vendorBox(), u"product"_s, tr("Product"),
                    m_products->productBox());
    form()->addPair(u"metric"_s, tr("One seat is"), m_metric, u"term"_s, tr("Term"), m_term);
    form()->addPair(u"state"_s, tr("State"), m_state, u"expiry_action"_s, tr("When it ends"), m_expiry);
    form()->addPair(u"overage_percent"_s, tr("Allowed overage"), m_overage, u"devices_per_seat"_s,
                    tr("Devices per seat"), m_devices);
    form()->addPair(u"low_seat_threshold"_s, tr("Warn when fewer seats are free than"), m_threshold,
                    u"floating_lease_minutes"_s, tr("A floating seat returns after"), m_lease);
    form()->addField(u"owner"_s, tr("Owner"), m_owner)->setOptional(true);
    form()->addField(u"note"_s, tr("Note"), m_note)->setOptional(true);
    for (const char *key : {"name", "vendor", "product", "overage_percent", "devices_per_seat",
                            "floating_lease_minutes", "low_seat_threshold", "owner", "note"})
        checkField(QString::fromLatin1(key));
    connect(m_metric, &QComboBox::currentIndexChanged, this, &LicenseDialog::showLease);
}

void LicenseDialog::buildPurchase()
{
    m_bought = new QCheckBox(tr("Seats are bought already"), this);
    m_bought->setObjectName(u"boughtCheckBox"_s);
    m_bought->setChecked(true);
    m_purchase = new EntitlementEditor(addForm(m_bought));
    EntitlementDraft draft;
    draft.quantity = 10;
    draft.firstDay = QDate::currentDate();
    draft.lastDay = draft.firstDay.addYears(1).addDays(-1);
    draft.billing = BillingCycle::Yearly;
    m_purchase->setDraft(draft);
    for (const QString &key : EntitlementEditor::keys())
        checkField(key);
    connect(m_bought, &QCheckBox::toggled, this, [this](bool bought) {
        m_purchase->setEnabled(bought);
        for (const QString &key : EntitlementEditor::keys())
            field(key)->recheck();
    });
}

void LicenseDialog::fill(const LicenseDraft &draft)
{
    m_name->setText(draft.name);
    if (draft.product)
        m_products->setProduct(*draft.product);
    choose(m_metric, draft.metric);
    choose(m_term, draft.term);
    choose(m_state, draft.state);
    choose(m_expiry, draft.expiryAction);
    m_overage->setValue(static_cast<int>(draft.overagePercent));
    m_devices->setValue(static_cast<int>(draft.devicesPerSeat));
    if (draft.floatingLeaseMinutes)
        m_lease->setCount(draft.floatingLeaseMinutes);
    m_threshold->setCount(draft.lowSeatThreshold);
    m_note->setPlainText(draft.note);
    showLease();
    loadOwner(draft.owner);
}

void LicenseDialog::loadOwner(std::optional<MemberId> owner)
{
    m_owner->setCurrent(owner ? std::optional(PickerItem{.id = owner->value(), .title = u"…"_s})
                              : std::nullopt);
    if (!owner)
        return;
    book().ask(
        this,
        [id = *owner](const Services &services, Session &session) {
            return services.members.find(session, id);
        },
        [this](const Result<Member> &member) {
            if (member)
                m_owner->setCurrent(PickerItem{.id = member->id.value(), .title = member->name.text()});
        });
}

void LicenseDialog::showLease()
{
    form()
        ->field(u"floating_lease_minutes"_s)
        ->setVisible(chosen<LicenseMetric>(m_metric) == LicenseMetric::Floating);
}

LicenseDraft LicenseDialog::draft() const
{
    LicenseDraft draft;
    draft.name = m_name->text();
    draft.metric = chosen<LicenseMetric>(m_metric);
    draft.term = chosen<LicenseTerm>(m_term);
    draft.state = chosen<LicenseState>(m_state);
    draft.expiryAction = chosen<ExpiryAction>(m_expiry);
    draft.overagePercent = m_overage->value();
    draft.devicesPerSeat = m_devices->value();
    if (draft.metric == LicenseMetric::Floating)
        draft.floatingLeaseMinutes = m_lease->count();
    draft.lowSeatThreshold = m_threshold->count();
    if (m_owner->current())
        draft.owner = MemberId::fromValue(m_owner->current()->id);
    draft.note = m_note->toPlainText();
    return draft;
}

Result<void> LicenseDialog::check() const
{
    QJsonObject wrong;
    const auto take = [&wrong](const QJsonObject &fields) {
        for (auto field = fields.begin(); field != fields.end(); ++field)
            wrong.insert(field.key(), field.value());
    };
    if (const auto fields = draft().create(); !fields)
        take(fields.error().details["fields"_L1].toObject());
    wrong.remove("product"_L1);
    if (!m_owner->current() && !m_owner->text().trimmed().isEmpty())
        wrong.insert("owner"_L1, tr("Pick somebody from the list, or leave it empty."));
    if (const auto vendor = Name::create(m_products->vendor()); !vendor)
        wrong.insert("vendor"_L1, vendor.error().message);
    if (const auto product = Name::create(m_products->product()); !product)
        wrong.insert("product"_L1, product.error().message);
    if (m_bought && m_bought->isChecked()) {
        if (const auto purchase = m_purchase->draft().create(); !purchase)
            take(purchase.error().details["fields"_L1].toObject());
        if (const QString price = m_purchase->priceProblem(); !price.isEmpty())
            wrong.insert("price"_L1, price);
        wrong.remove("license"_L1);
    }
    return wrong.isEmpty() ? Result<void>() : failure(ErrorCode::InvalidInput, {}, {{"fields"_L1, wrong}});
}

void LicenseDialog::save()
{
    const Result<ProductNames> names = namesOf(*m_products);
    if (!names)
        return fail(names.error());
    std::optional<EntitlementDraft> purchase;
    if (m_bought && m_bought->isChecked())
        purchase = m_purchase->draft();
    const auto write = [draft = draft(), names = *names, purchase, existing = m_license](
                           const Services &services, Session &session) -> Result<Booked<License>> {
        if (!existing)
            return services.catalogueService.addLicense(session, {draft, names, purchase});
        LicenseDraft changed = draft;
        changed.product = existing->product;
        const auto fields = changed.create();
        if (!fields)
            return std::unexpected(fields.error());
        return services.catalogueService.updateLicense(
            session, License{*fields, existing->id, existing->version}, names);
    };
    run(tr("Saving …"), write, [this](const Booked<License> &written) {
        const QString text = m_license ? tr("%1 was changed.") : tr("%1 was added.");
        finishSaved(written, text.arg(written.value.name.text()));
    });
}

void LicenseDialog::loadTheirs()
{
    const auto read = [id = m_license->id](const Services &services, Session &session) {
        return services.licenses.find(session, id);
    };
    run(tr("Comparing …"), read, [this](const License &theirs) {
        m_license = theirs;
        compare(LicenseDraft::of(theirs));
        presentConflict();
    });
}

void LicenseDialog::compare(const LicenseDraft &theirs)
{
    const LicenseDraft mine = draft();
    const QString product = theirs.product ? m_products->nameOf(*theirs.product) : QString();
    const QString chosenProduct = m_products->vendor() + u' ' + m_products->product();
    showTheirs(u"name"_s, mine.name != theirs.name, theirs.name);
    showTheirs(u"product"_s, !product.isEmpty() && product != chosenProduct, product);
    showTheirs(u"metric"_s, mine.metric != theirs.metric, displayText(theirs.metric));
    showTheirs(u"term"_s, mine.term != theirs.term, displayText(theirs.term));
    showTheirs(u"state"_s, mine.state != theirs.state, displayText(theirs.state));
    showTheirs(u"expiry_action"_s, mine.expiryAction != theirs.expiryAction,
               displayText(theirs.expiryAction));
    showTheirs(u"overage_percent"_s, mine.overagePercent != theirs.overagePercent,
               tr("%1 %").arg(theirs.overagePercent));
    showTheirs(u"devices_per_seat"_s, mine.devicesPerSeat != theirs.devicesPerSeat,
               QString::number(theirs.devicesPerSeat));
    showTheirs(u"low_seat_threshold"_s, mine.lowSeatThreshold != theirs.lowSeatThreshold,
               theirs.lowSeatThreshold ? QString::number(*theirs.lowSeatThreshold) : tr("never"));
    showTheirs(u"note"_s, mine.note != theirs.note, theirs.note);
}

void LicenseDialog::takeTheirs()
{
    fill(LicenseDraft::of(*m_license));
    compare(LicenseDraft::of(*m_license));
}

} // namespace seatledger
