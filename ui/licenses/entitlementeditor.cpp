// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/licenses/entitlementeditor.h"

#include "ui/book/countfield.h"
#include "ui/book/dayfield.h"
#include "ui/common/widgets/form.h"
#include "ui/common/widgets/formfield.h"

#include <QComboBox>
#include <QLineEdit>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

QLineEdit *makeLineEdit(const QString &objectName, QWidget *parent)
{
    auto *edit = new QLineEdit(parent);
    edit->setObjectName(objectName);
    return edit;
}

/// The currency of the person's country, to begin with.
QString localCurrency()
{
    const QString code = QLocale::system().currencySymbol(QLocale::CurrencyIsoCode);
    return Currency::create(code) ? code : u"EUR"_s;
}

} // namespace

EntitlementEditor::EntitlementEditor(const BookAccess &access, Form *form)
    : QObject(form),
      m_form(form),
      m_quantity(new CountField(1, Quantity::maximum, tr("Unlimited"), form)),
      m_firstDay(makeDayField(access, u"firstDayDateField"_s, {}, form)),
      m_lastDay(makeDayField(access, u"lastDayDateField"_s, tr("Perpetual"), form)),
      m_price(makeLineEdit(u"priceEdit"_s, form)),
      m_currency(new QComboBox(form)),
      m_billing(new QComboBox(form)),
      m_order(makeLineEdit(u"orderNumberEdit"_s, form)),
      m_supplier(makeLineEdit(u"supplierEdit"_s, form))
{
    m_quantity->setObjectName(u"quantityCountField"_s);
    m_currency->setObjectName(u"currencyComboBox"_s);
    m_billing->setObjectName(u"billingComboBox"_s);
    m_price->setPlaceholderText(tr("Unknown"));
    m_price->setAlignment(Qt::AlignRight);
    for (const Currency &currency : Currency::all())
        m_currency->addItem(currency.code());
    for (const auto &entry : enumEntries<BillingCycle>())
        m_billing->addItem(translateDomain(entry.display), static_cast<int>(entry.value));

    form->addPair(u"quantity"_s, tr("Seats"), m_quantity, u"billing"_s, tr("Paid"), m_billing);
    form->addPair(u"first_day"_s, tr("From"), m_firstDay, u"last_day"_s, tr("Until"), m_lastDay);
    form->addPair(u"price"_s, tr("Price of all seats each time"), m_price, u"currency"_s, tr("Currency"),
                  m_currency);
    form->addPair(u"order_number"_s, tr("Order number"), m_order, u"supplier"_s, tr("Supplier"), m_supplier);
    for (const char *key : {"price", "order_number", "supplier"})
        form->field(QString::fromLatin1(key))->setOptional(true);
    connect(m_quantity, &CountField::changed, form->field(u"quantity"_s), &FormField::recheck);
    connect(m_firstDay, &DateField::changed, form->field(u"last_day"_s), &FormField::recheck);
    connect(m_currency, &QComboBox::currentIndexChanged, form->field(u"price"_s), &FormField::recheck);
    connect(m_quantity, &CountField::changed, this, &EntitlementEditor::termsChanged);
    connect(m_firstDay, &DateField::changed, this, &EntitlementEditor::termsChanged);
    connect(m_lastDay, &DateField::changed, this, &EntitlementEditor::termsChanged);
    connect(m_price, &QLineEdit::textChanged, this, &EntitlementEditor::termsChanged);
    for (const QComboBox *box : {m_currency, m_billing})
        connect(box, &QComboBox::currentIndexChanged, this, &EntitlementEditor::termsChanged);
    m_currency->setCurrentText(localCurrency());
    m_quantity->setCount(10);
}

EntitlementDraft EntitlementEditor::firstDraft(QDate today)
{
    EntitlementDraft draft;
    draft.quantity = 10;
    draft.firstDay = today;
    draft.lastDay = today.addYears(1).addDays(-1);
    draft.billing = BillingCycle::Yearly;
    return draft;
}

QStringList EntitlementEditor::keys()
{
    return {u"quantity"_s, u"first_day"_s,    u"last_day"_s, u"price"_s,
            u"currency"_s, u"order_number"_s, u"supplier"_s};
}

void EntitlementEditor::setDraft(const EntitlementDraft &draft)
{
    m_quantity->setCount(draft.quantity);
    m_firstDay->setDate(draft.firstDay);
    m_lastDay->setDate(draft.lastDay);
    if (!draft.currency.isEmpty())
        m_currency->setCurrentText(draft.currency);
    const auto currency = Currency::create(m_currency->currentText());
    m_price->setText(draft.priceMinor && currency ? Money(*draft.priceMinor, *currency).toText() : QString());
    m_billing->setCurrentIndex(m_billing->findData(static_cast<int>(draft.billing)));
    m_order->setText(draft.orderNumber);
    m_supplier->setText(draft.supplier);
}

EntitlementDraft EntitlementEditor::draft() const
{
    EntitlementDraft draft;
    draft.quantity = m_quantity->count();
    draft.firstDay = m_firstDay->date().value_or(QDate());
    draft.lastDay = m_lastDay->date();
    draft.currency = m_currency->currentText();
    const auto currency = Currency::create(draft.currency);
    const auto price = currency && !m_price->text().trimmed().isEmpty()
                           ? Money::parse(m_price->text().trimmed(), *currency)
                           : Result<Money>(failure(ErrorCode::InvalidInput, {}));
    if (price)
        draft.priceMinor = price->minor();
    draft.billing = static_cast<BillingCycle>(m_billing->currentData().toInt());
    draft.orderNumber = m_order->text();
    draft.supplier = m_supplier->text();
    return draft;
}

QString EntitlementEditor::priceProblem() const
{
    const QString text = m_price->text().trimmed();
    const auto currency = Currency::create(m_currency->currentText());
    if (text.isEmpty() || !currency)
        return {};
    const auto price = Money::parse(text, *currency);
    return price ? QString() : price.error().message;
}

void EntitlementEditor::setEnabled(bool enabled)
{
    for (QWidget *editor : std::initializer_list<QWidget *>{m_quantity, m_firstDay, m_lastDay, m_price,
                                                            m_currency, m_billing, m_order, m_supplier})
        editor->setEnabled(enabled);
}

} // namespace seatledger
