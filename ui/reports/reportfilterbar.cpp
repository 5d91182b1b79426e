// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/reportfilterbar.h"

#include "core/domain/departmenttree.h"
#include "core/domain/period.h"
#include "ui/book/dayfield.h"
#include "ui/book/daysdialog.h"
#include "ui/book/searches.h"
#include "ui/common/style/icons.h"
#include "ui/common/style/ledgerstyle.h"
#include "ui/common/style/lengths.h"
#include "ui/common/style/tokens.h"
#include "ui/common/widgets/choicebox.h"
#include "ui/common/widgets/flowlayout.h"
#include "ui/common/widgets/formfield.h"
#include "ui/common/widgets/textlabel.h"
#include "ui/common/wording.h"
#include "ui/shell/dialogs.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSpinBox>

#include <algorithm>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr int typingMs = 400;
constexpr int longestLead = 3'650;
constexpr int pickerWidth = 140;
constexpr int leastPickerWidth = 116;
constexpr int narrowest = 9; ///< letters of a box

template <typename Id>
QList<Id> idsOf(const ChoiceBox &box)
{
    QList<Id> ids;
    for (const qint64 value : box.chosen()) {
        if (const auto id = Id::fromValue(value))
            ids.append(*id);
    }
    return ids;
}

template <typename Id>
QList<qint64> valuesOf(const QList<Id> &ids)
{
    QList<qint64> values;
    for (const Id id : ids)
        values.append(id.value());
    return values;
}

} // namespace

ReportFilterBar::ReportFilterBar(BookAccess access, Dialogs &dialogs, QWidget *parent)
    : QWidget(parent),
      m_book(access),
      m_dialogs(dialogs),
      m_period(makeBox(u"periodComboBox"_s, tr("Period"))),
      m_asOf(makeDayField(access, u"asOfField"_s, tr("Today"), this)),
      m_department(makeChoice(u"departmentChoice"_s, tr("Department"), tr("All departments"))),
      m_vendor(makeChoice(u"vendorChoice"_s, tr("Vendor"), tr("All vendors"))),
      m_product(makeChoice(u"productChoice"_s, tr("Product"), tr("All products"))),
      m_license(new PickerField(licenseSearch(access), this)),
      m_leadDays(new QSpinBox(this)),
      m_idleDays(new QSpinBox(this)),
      m_reset(new QPushButton(icon(u"x"), tr("Reset"), this))
{
    setObjectName(u"reportFilters"_s);
    new FlowLayout(space(Space::S), this);
    layout()->setContentsMargins(0, 0, 0, 0);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingMs);
    connect(&m_typing, &QTimer::timeout, this, &ReportFilterBar::tell);
    buildPeriod();
    buildChoices();
    buildNumbers();
    m_reset->setObjectName(u"resetFiltersButton"_s);
    setButtonKind(m_reset, ButtonKind::Quiet);
    layout()->addWidget(m_reset);
    connect(m_reset, &QPushButton::clicked, this, [this] {
        setChoice({.search = m_choice.search});
        tell();
    });
    showChoice();
    reload();
}

QComboBox *ReportFilterBar::makeBox(const QString &name, const QString &accessibleName)
{
    auto *box = new QComboBox(this);
    box->setObjectName(name);
    box->setAccessibleName(accessibleName);
    box->setMaxVisibleItems(20);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(narrowest);
    box->view()->setTextElideMode(Qt::ElideNone);
    return box;
}

ChoiceBox *ReportFilterBar::makeChoice(const QString &name, const QString &accessibleName,
                                       const QString &noneText)
{
    auto *box = new ChoiceBox(noneText, this);
    box->setObjectName(name);
    box->setAccessibleName(accessibleName);
    box->setMinimumContentsLength(std::max(narrowest, static_cast<int>(noneText.size())));
    return box;
}

void ReportFilterBar::addField(ReportField field, const QString &label, QWidget *editor)
{
    auto *whole = editor;
    if (!label.isEmpty()) {
        whole = new QWidget(this);
        auto *row = new QHBoxLayout(whole);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(space(Space::Xs));
        row->addWidget(new TextLabel(label, TextSize::Small, Tone::TextMuted, whole));
        row->addWidget(editor);
        if (editor->accessibleName().isEmpty())
            setSpokenName(editor, label);
    }
    layout()->addWidget(whole);
    m_editors.insert(field, whole);
}

void ReportFilterBar::buildPeriod()
{
    m_period->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_period->setMinimumContentsLength(0); // all of what it says, however narrow the window
    addField(ReportField::Period, {}, m_period);
    addField(ReportField::AsOf, tr("As of"), m_asOf);
    connect(m_period, &QComboBox::activated, this, &ReportFilterBar::takePeriod);
    connect(m_asOf, &DateField::changed, this, [this] {
        if (m_isShowing)
            return;
        m_choice.asOf = m_asOf->date();
        m_typing.start();
    });
}

void ReportFilterBar::buildChoices()
{
    m_license->setObjectName(u"licensePicker"_s);
    m_license->setPlaceholderText(tr("All licences"));
    m_license->setAccessibleName(tr("Licence"));
    m_license->setClearButtonEnabled(true);
    m_license->setMinimumWidth(grown(leastPickerWidth));
    m_license->setMaximumWidth(grown(pickerWidth));
    addField(ReportField::Department, {}, m_department);
    addField(ReportField::Vendor, {}, m_vendor);
    addField(ReportField::Product, {}, m_product);
    addField(ReportField::License, {}, m_license);
    connect(m_department, &ChoiceBox::chosenChanged, this, [this] {
        m_choice.departments = idsOf<DepartmentId>(*m_department);
        m_typing.start();
    });
    connect(m_vendor, &ChoiceBox::chosenChanged, this, [this] {
        m_choice.vendors = idsOf<VendorId>(*m_vendor);
        dropOthersProducts();
        fillProducts();
        m_typing.start();
    });
    connect(m_product, &ChoiceBox::chosenChanged, this, [this] {
        m_choice.products = idsOf<ProductId>(*m_product);
        m_typing.start();
    });
    connect(m_license, &PickerField::currentChanged, this, [this] {
        const bool isOther = m_license->current() != m_choice.license;
        if (m_isShowing || !isOther)
            return;
        m_choice.license = m_license->current();
        tell();
    });
}

void ReportFilterBar::buildNumbers()
{
    m_leadDays->setObjectName(u"leadDaysSpinBox"_s);
    m_idleDays->setObjectName(u"idleDaysSpinBox"_s);
    addField(ReportField::LeadDays, tr("Within"), m_leadDays);
    addField(ReportField::IdleDays, tr("Unused for"), m_idleDays);
    const auto follow = [this](QSpinBox *box, int ReportChoice::*field) {
        box->setRange(1, longestLead);
        box->setSuffix(tr(" days"));
        connect(box, &QSpinBox::valueChanged, this, [this, field](int days) {
            if (m_isShowing)
                return;
            m_choice.*field = days;
            m_typing.start();
        });
    };
    follow(m_leadDays, &ReportChoice::leadDays);
    follow(m_idleDays, &ReportChoice::idleDays);
}

void ReportFilterBar::setFields(const QList<ReportField> &fields)
{
    m_fields = fields;
    for (auto editor = m_editors.cbegin(); editor != m_editors.cend(); ++editor)
        editor.value()->setVisible(fields.contains(editor.key()));
    showChoice();
}

void ReportFilterBar::setChoice(const ReportChoice &choice)
{
    m_choice = choice;
    m_typing.stop();
    showChoice();
}

void ReportFilterBar::showChoice()
{
    const QScopedValueRollback showing(m_isShowing, true);
    showPeriod();
    m_asOf->setDate(m_choice.asOf);
    m_department->setChosen(valuesOf(m_choice.departments));
    m_vendor->setChosen(valuesOf(m_choice.vendors));
    fillProducts();
    m_license->setCurrent(m_choice.license);
    m_leadDays->setValue(m_choice.leadDays);
    m_idleDays->setValue(m_choice.idleDays);
    m_reset->setVisible(isNarrowed());
}

void ReportFilterBar::showPeriod()
{
    m_period->clear();
    for (const QString &name : periodNames())
        m_period->addItem(periodTitle({.name = name}), name);
    m_period->addItem(tr("Choose days …"), u"choose"_s);
    if (m_choice.period.name == "days"_L1)
        m_period->addItem(periodTitle(m_choice.period), u"days"_s);
    m_period->setCurrentIndex(std::max(0, m_period->findData(m_choice.period.name)));
}

void ReportFilterBar::takePeriod()
{
    const QString name = m_period->currentData().toString();
    if (name == "choose"_L1) {
        showPeriod(); // until days are chosen it stays as it was
        chooseDays();
        return;
    }
    if (name != "days"_L1)
        m_choice.period = {.name = name};
    tell();
}

QDialog *ReportFilterBar::chooseDays()
{
    const auto [from, until] = daysOf(m_choice.period, m_book.today());
    auto *dialog = new DaysDialog({.first = from, .last = until}, m_book.today(), this);
    connect(dialog, &DaysDialog::chosen, this, [this](const DaySpan &span) {
        m_choice.period = {.name = u"days"_s, .from = span.first, .until = span.last};
        showChoice();
        tell();
    });
    m_dialogs.open(dialog);
    return dialog;
}

void ReportFilterBar::reload()
{
    m_book.ask(
        this,
        [](const Services &services, Session &session) { return services.catalogue.departments(session); },
        [this](const Result<std::vector<Department>> &departments) {
            if (departments)
                takeDepartments(*departments);
        });
    m_book.ask(this, &loadCatalogue, [this](const Result<Catalogue> &catalogue) {
        if (catalogue)
            takeCatalogue(*catalogue);
    });
}

void ReportFilterBar::takeDepartments(const std::vector<Department> &departments)
{
    std::vector<ChoiceBox::Item> items;
    for (const Department &department : departments)
        items.push_back({department.id.value(), pathOf(departments, department.id)});
    m_department->setItems(std::move(items));
}

void ReportFilterBar::takeCatalogue(const Catalogue &catalogue)
{
    m_catalogue = catalogue;
    std::vector<ChoiceBox::Item> items;
    for (const Vendor &vendor : catalogue.vendors)
        items.push_back({vendor.id.value(), vendor.name.text()});
    m_vendor->setItems(std::move(items));
    showChoice();
}

bool ReportFilterBar::isOffered(const Product &product) const
{
    return m_choice.vendors.isEmpty() || m_choice.vendors.contains(product.vendor);
}

void ReportFilterBar::dropOthersProducts()
{
    for (const Product &product : m_catalogue.products) {
        if (!isOffered(product))
            m_choice.products.removeAll(product.id);
    }
}

void ReportFilterBar::fillProducts()
{
    std::vector<ChoiceBox::Item> items;
    for (const Product &product : m_catalogue.products) {
        if (isOffered(product))
            items.push_back({product.id.value(), product.name.text()});
    }
    m_product->setItems(std::move(items));
    m_product->setChosen(valuesOf(m_choice.products));
}

bool ReportFilterBar::isNarrowed() const
{
    return filterOf(m_choice, m_fields, {}) != filterOf({.search = m_choice.search}, m_fields, {})
           || (m_fields.contains(ReportField::Period) && m_choice.period != PeriodChoice());
}

void ReportFilterBar::tell()
{
    m_typing.stop();
    m_reset->setVisible(isNarrowed());
    emit changed();
}

QStringList ReportFilterBar::words() const
{
    QStringList words;
    const auto add = [&](ReportField field, bool isChosen, const QString &label, const QString &value) {
        if (isChosen && m_fields.contains(field))
            words += labelled(label, value);
    };
    const auto named = [](const ChoiceBox &box) { return listed(box.chosenTexts()); };
    add(ReportField::Department, !m_choice.departments.isEmpty(), tr("Department"), named(*m_department));
    add(ReportField::Vendor, !m_choice.vendors.isEmpty(), tr("Vendor"), named(*m_vendor));
    add(ReportField::Product, !m_choice.products.isEmpty(), tr("Product"), named(*m_product));
    add(ReportField::License, m_choice.license.has_value(), tr("Licence"),
        m_choice.license ? m_choice.license->title : QString());
    add(ReportField::LeadDays, true, tr("Within"), m_leadDays->text());
    add(ReportField::IdleDays, true, tr("Unused for"), m_idleDays->text());
    add(ReportField::Search, !m_choice.search.isEmpty(), tr("Search"), m_choice.search);
    return words;
}

} // namespace seatledger
