// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/licenses/licensedialog.h"

#include "core/domain/notice.h"
#include "ui/book/countfield.h"
#include "ui/book/searches.h"
#include "ui/common/style/lengths.h"
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

struct LicenseDialog::Version {
    LicenseDraft draft;
    QString vendor;
    QString product;
};

LicenseDialog::Version LicenseDialog::versionOf(const LicenseDraft &draft, const Catalogue &catalogue)
{
    const ProductChoice::Names names = draft.product ? ProductChoice::namesOf(*draft.product, catalogue)
                                                     : ProductChoice::Names{};
    return {.draft = draft, .vendor = names.vendor, .product = names.product};
}

/// What the other person saved, and what its product is called.
struct LicenseDialog::Theirs {
    License license;
    Catalogue catalogue;
};

LicenseDialog::LicenseDialog(BookAccess access, QWidget *parent)
    : EditDialog(access, u"license"_s, tr("New licence"), parent)
{
    makeEditors();
    build();
    buildPurchase();
    fill({});
    resize(grown(980), sizeHint().height());
}

LicenseDialog::LicenseDialog(BookAccess access, const License &license, QWidget *parent)
    : EditDialog(access, u"license"_s, tr("Edit licence"), parent), m_license(license)
{
    makeEditors();
    build();
    fill(LicenseDraft::of(license));
    resize(grown(580), sizeHint().height());
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
    m_leads = new QLineEdit(this);
    m_leads->setObjectName(u"leadsEdit"_s);
    m_leads->setPlaceholderText(tr("As in the settings"));
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
    form()->addPair(u"owner"_s, tr("Owner"), m_owner, u"notice_lead_days"_s,
                    tr("Days ahead that its end is told"), m_leads);
    form()->field(u"owner"_s)->setOptional(true);
    form()->field(u"notice_lead_days"_s)->setOptional(true);
    form()->addField(u"note"_s, tr("Note"), m_note)->setOptional(true);
    for (const char *key :
         {"name", "vendor", "product", "overage_percent", "devices_per_seat", "floating_lease_minutes",
          "low_seat_threshold", "notice_lead_days", "owner", "note"})
        checkField(QString::fromLatin1(key));
    connect(m_metric, &QComboBox::currentIndexChanged, this, &LicenseDialog::showLease);
}

void LicenseDialog::buildPurchase()
{
    m_bought = new QCheckBox(tr("Seats are bought already"), this);
    m_bought->setObjectName(u"boughtCheckBox"_s);
    m_bought->setChecked(true);
    m_purchase = new EntitlementEditor(book(), addForm(m_bought));
    m_purchase->setDraft(EntitlementEditor::firstDraft(book().today()));
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
    m_leads->setText(draft.leadDays ? leadDaysText(*draft.leadDays) : QString());
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
            const auto &shown = m_owner->current(); // another one may be chosen by now
            if (member && shown && shown->id == member->id.value())
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
    if (const auto leads = leadDaysFrom(m_leads->text()); leads && !leads->isEmpty())
        draft.leadDays = *leads;
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
    if (const auto leads = leadDaysFrom(m_leads->text()); !leads)
        wrong.insert("notice_lead_days"_L1, leads.error().message);
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
    const auto read = [id = m_license->id](const Services &services, Session &session) -> Result<Theirs> {
        auto license = services.licenses.find(session, id);
        if (!license)
            return std::unexpected(std::move(license).error());
        // Their product may be newer than the list that was loaded here.
        auto catalogue = loadCatalogue(services, session);
        if (!catalogue)
            return std::unexpected(std::move(catalogue).error());
        return Theirs{*std::move(license), *std::move(catalogue)};
    };
    run(tr("Comparing …"), read, [this](const Theirs &theirs) {
        Version yours{.draft = draft(), .vendor = m_products->vendor(), .product = m_products->product()};
        const DraftMerge<Version> merge(draftFields(),
                                        versionOf(LicenseDraft::of(*m_license), theirs.catalogue),
                                        versionOf(LicenseDraft::of(theirs.license), theirs.catalogue), yours);
        resolve(theirs.license.name.text(), merge, [this, license = theirs.license](const Version &merged) {
            m_license = license;
            fill(merged.draft);
            m_products->setNames(merged.vendor, merged.product);
        });
    });
}

std::vector<DraftField<LicenseDialog::Version>> LicenseDialog::draftFields() const
{
    const auto plain = [](const QString &text) { return text; };
    const auto word = [](auto value) { return displayText(value); };
    const auto count = [](auto value) { return QLocale().toString(value); };
    const auto optionalCount = [](std::optional<qint64> value) {
        return value ? QLocale().toString(*value) : tr("never");
    };
    const auto person = [owner = m_owner->current()](std::optional<MemberId> id) {
        return !id                                 ? tr("nobody")
               : owner && owner->id == id->value() ? owner->title
                                                   : tr("member %1").arg(id->value());
    };
    const auto field = [](const QString &key, const QString &label, auto access, const auto &text) {
        return draftField<Version>(key, label, access, text);
    };
    return {field(
                u"name"_s, tr("Name"), [](auto &v) -> auto & { return v.draft.name; }, plain),
            field(
                u"vendor"_s, tr("Vendor"), [](auto &v) -> auto & { return v.vendor; }, plain),
            field(
                u"product"_s, tr("Product"), [](auto &v) -> auto & { return v.product; }, plain),
            field(
                u"metric"_s, tr("One seat is"), [](auto &v) -> auto & { return v.draft.metric; }, word),
            field(
                u"term"_s, tr("Term"), [](auto &v) -> auto & { return v.draft.term; }, word),
            field(
                u"state"_s, tr("State"), [](auto &v) -> auto & { return v.draft.state; }, word),
            field(
                u"expiry_action"_s, tr("When it ends"),
                [](auto &v) -> auto & { return v.draft.expiryAction; }, word),
            field(
                u"overage_percent"_s, tr("Allowed overage"),
                [](auto &v) -> auto & { return v.draft.overagePercent; },
                [](qint64 percent) { return tr("%1 %").arg(percent); }),
            field(
                u"devices_per_seat"_s, tr("Devices per seat"),
                [](auto &v) -> auto & { return v.draft.devicesPerSeat; }, count),
            field(
                u"low_seat_threshold"_s, tr("Warn when fewer seats are free than"),
                [](auto &v) -> auto & { return v.draft.lowSeatThreshold; }, optionalCount),
            field(
                u"notice_lead_days"_s, tr("Days ahead that its end is told"),
                [](auto &v) -> auto & { return v.draft.leadDays; },
                [](const std::optional<QList<int>> &days) {
                    return days ? leadDaysText(*days) : tr("as in the settings");
                }),
            field(
                u"floating_lease_minutes"_s, tr("A floating seat returns after"),
                [](auto &v) -> auto & { return v.draft.floatingLeaseMinutes; }, optionalCount),
            field(
                u"owner"_s, tr("Owner"), [](auto &v) -> auto & { return v.draft.owner; }, person),
            field(u"note"_s, tr("Note"), [](auto &v) -> auto & { return v.draft.note; }, plain)};
}

} // namespace seatledger
