// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/importrowstager.h"

#include "core/domain/boundednumber.h"
#include "core/domain/email.h"
#include "core/domain/entitlement.h"
#include "core/domain/license.h"
#include "core/domain/licensekey.h"
#include "core/formats/daytext.h"
#include "core/formats/numbertext.h"
#include "core/repositories/importrepository.h"
#include "core/services/importsecrets.h"
#include "core/services/importvalues.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

constexpr TextLimits anyText{.maximum = 500, .mayBeEmpty = true, .multiline = true};
constexpr qint64 mostSeats = 10'000'000;

} // namespace

ImportRowStager::ImportRowStager(const ImportMapping &mapping, const QStringList &headings, Currency currency)
    : m_mapping(mapping), m_headings(headings), m_currency(currency)
{
    m_targets = QStringList{u"nr"_s, u"line"_s} + ImportRepository::stagedFields(mapping.kind)
                + QStringList{u"bad"_s};
    m_values.resize(static_cast<std::size_t>(m_targets.size()));
    for (const ImportField &field : importFields(mapping.kind)) {
        if (!sourceOf(field.name))
            continue;
        m_fields.append(field.name);
        m_hasSecrets |= field.value == ImportValue::Secret;
    }
    addSteps(mapping.kind);
}

void ImportRowStager::addSteps(ImportKind kind)
{
    switch (kind) {
    case ImportKind::Members:
        addText("number", MemberNumberRule::limits);
        addText("name", NameRule::limits);
        addStep("email", {.read = &ImportRowStager::readEmail});
        addStep("department", {.read = &ImportRowStager::readDepartment, .limits = anyText});
        addChoice<MemberStatus>("status");
        addDays({"joined_on", "left_on"}, 1900);
        addText("note", NoteRule::limits);
        m_firstName = sourceOf(u"first_name"_s);
        m_lastName = sourceOf(u"last_name"_s);
        m_username = sourceOf(u"username"_s);
        break;
    case ImportKind::Licenses:
        addText("license", NameRule::limits, true);
        for (const char *name : {"vendor", "product"})
            addText(name, NameRule::limits);
        addChoice<LicenseMetric>("metric");
        addChoice<LicenseTerm>("term");
        addChoice<LicenseState>("state");
        addText("owner", anyText);
        addCount("overage_percent", 0, 1'000);
        addCount("devices_per_seat", 1, 1'000);
        addCount("floating_lease_minutes", 1, 525'600);
        addChoice<ExpiryAction>("expiry_action");
        addCount("low_seat_threshold", 0, mostSeats);
        addText("note", NoteRule::limits);
        addStep("seats", {.read = &ImportRowStager::readSeats, .minimum = 1, .maximum = mostSeats});
        addDays({"from_day", "until_day"}, 1970);
        addChoice<BillingCycle>("billing");
        addText("order_number", OrderNumberRule::limits);
        addText("supplier", SupplierRule::limits);
        addText("entitlement_note", NoteRule::limits);
        for (const char *name : {"entitlement", "renews"})
            addText(name, OrderNumberRule::limits);
        addDays({"cancelled_at"}, 1970);
        for (const char *name : {"license_key", "entitlement_key"})
            addStep(name, {.read = &ImportRowStager::readKey});
        addStep("pool_keys", {.read = &ImportRowStager::readKeys});
        m_price = sourceOf(u"price"_s);
        m_priceCurrency = sourceOf(u"currency"_s);
        break;
    case ImportKind::Assignments:
        addText("license", NameRule::limits, true);
        addCount("quantity", 1, mostSeats);
        addDays({"from_day", "until_day", "suspended_until", "ended_on"}, 1970);
        addChoice<AssignmentState>("state");
        addStep("seat_released", {.read = &ImportRowStager::readFlag});
        addText("end_reason", EndReasonRule::limits);
        addText("note", NoteRule::limits);
        m_holders = {sourceOf(u"member_number"_s), sourceOf(u"member_email"_s), sourceOf(u"member_name"_s),
                     sourceOf(u"holder"_s)};
        break;
    }
}

void ImportRowStager::addText(const char *field, const TextLimits &limits, bool isRequired)
{
    addStep(field, {.read = &ImportRowStager::readText, .limits = limits, .isRequired = isRequired});
}

void ImportRowStager::addDays(std::initializer_list<const char *> fields, int firstYear)
{
    for (const char *field : fields)
        addStep(field, {.read = &ImportRowStager::readDay, .minimum = firstYear});
}

void ImportRowStager::addCount(const char *field, qint64 minimum, qint64 maximum)
{
    addStep(field, {.read = &ImportRowStager::readCount, .minimum = minimum, .maximum = maximum});
}

template <typename E>
void ImportRowStager::addChoice(const char *field)
{
    addStep(field, {.read = &ImportRowStager::readChoice, .choose = [](const QString &text) {
                        return text.isNull() ? std::optional(namesOf<E>()) : chosenName<E>(text);
                    }});
}

void ImportRowStager::addStep(const char *field, Step step)
{
    const QString name = QString::fromLatin1(field);
    auto source = sourceOf(name);
    if (!source)
        return;
    step.source = *std::move(source);
    step.target = targetOf(name == u"seats" ? u"seats"_s : name);
    m_steps.push_back(std::move(step));
}

std::optional<ImportRowStager::Source> ImportRowStager::sourceOf(const QString &field) const
{
    const auto &columns = m_mapping.columns;
    // By place where the mapping was made for this file: headings may be there twice.
    const bool isOfThisFile = std::ranges::equal(columns, m_headings, {}, &ColumnMatch::heading);
    const auto found = std::ranges::find(columns, field, &ColumnMatch::field);
    if (found != columns.end()) {
        const qsizetype column = isOfThisFile ? found - columns.begin() : m_headings.indexOf(found->heading);
        if (column >= 0)
            return Source{.field = field,
                          .column = column,
                          .days = found->days.value_or(DayOrder::YearFirst),
                          .decimals = found->decimals.value_or(DecimalMark::Point)};
    }
    const auto fixed = std::ranges::find(m_mapping.fixed, field, &FixedValue::field);
    if (fixed == m_mapping.fixed.end())
        return std::nullopt;
    return Source{.field = field, .fixed = fixed->value.toUtf8()};
}

std::size_t ImportRowStager::targetOf(const QString &name) const
{
    return static_cast<std::size_t>(std::max<qsizetype>(0, m_targets.indexOf(name)));
}

std::optional<std::span<const CopyField>> ImportRowStager::stage(const TableRow &row)
{
    m_row = &row;
    m_kept.clear();
    m_bad.clear();
    std::ranges::fill(m_values, CopyField{{}, true});
    keep(0, QByteArray::number(row.row));
    keep(1, QByteArray::number(row.line));
    checkWidth();
    for (const Step &step : m_steps) {
        const QByteArrayView cell = trimmed(cellOf(step.source));
        if (!cell.isEmpty())
            (this->*step.read)(step, cell);
        else if (step.isRequired)
            refuse(step.source.field, {}, QCoreApplication::translate("import", "This must be filled in."));
    }
    if (m_mapping.kind == ImportKind::Members)
        stageMemberName();
    else if (m_mapping.kind == ImportKind::Licenses)
        stagePrice();
    else if (!stageHolder())
        return std::nullopt;
    if (!m_bad.isEmpty())
        set(m_values.size() - 1, m_bad);
    return m_values;
}

void ImportRowStager::checkWidth()
{
    const auto width = static_cast<std::size_t>(m_headings.size());
    m_isShifted = m_row->cells.size() > width;
    if (!m_isShifted)
        return;
    const auto extra = std::ranges::find_if(m_row->cells.subspan(width),
                                            [](QByteArrayView cell) { return !cell.isEmpty(); });
    if (extra != m_row->cells.subspan(width).end())
        refuse(
            {}, *extra,
            QCoreApplication::translate(
                "import",
                "The row has %1 cells, but there are only %2 columns: is a text with the delimiter in it not "
                "in quotation marks?")
                .arg(m_row->cells.size())
                .arg(m_headings.size()));
}

void ImportRowStager::readText(const Step &step, QByteArrayView cell)
{
    if (isPlain(cell, step.limits))
        return set(step.target, cell);
    const auto clean = cleanText(QString::fromUtf8(cell), step.limits);
    if (!clean)
        return refuse(step.source.field, cell, clean.error().message);
    if (!clean->isEmpty())
        keep(step.target, clean->toUtf8());
}

void ImportRowStager::readEmail(const Step &step, QByteArrayView cell)
{
    const auto email = Email::create(QString::fromUtf8(cell));
    if (!email)
        return refuse(step.source.field, cell, email.error().message);
    keep(step.target, email->text().toUtf8());
}

void ImportRowStager::readDepartment(const Step &step, QByteArrayView cell)
{
    QStringList names;
    for (const QString &part : QString::fromUtf8(cell).replace(u" > "_s, u" / "_s).split(u" / "_s)) {
        const auto name = Name::create(part);
        if (!name)
            return refuse(step.source.field, cell, name.error().message);
        names.append(name->text());
    }
    keep(step.target, names.join(u" / "_s).toUtf8());
}

void ImportRowStager::readDay(const Step &step, QByteArrayView cell)
{
    const auto isInRange = [&](int year) { return year >= step.minimum && year < 2200; };
    if (isIsoDay(cell) && isInRange(cell.first(4).toInt()))
        return set(step.target, cell);
    const auto day = dayOfText(QString::fromUtf8(cell), step.source.days);
    if (!day)
        return refuse(step.source.field, cell,
                      QCoreApplication::translate(
                          "import", "This is no day as the column writes them (%1). Write it as 2026-12-31.")
                          .arg(displayText(step.source.days)));
    if (!isInRange(day->year()))
        return refuse(
            step.source.field, cell,
            QCoreApplication::translate("import", "Days lie within %1 and 2199.").arg(step.minimum));
    keep(step.target, day->toString(Qt::ISODate).toLatin1());
}

void ImportRowStager::readCount(const Step &step, QByteArrayView cell)
{
    const auto count = countOfText(QString::fromUtf8(cell), step.source.decimals);
    if (!count)
        return refuse(step.source.field, cell,
                      QCoreApplication::translate("import", "This is no whole number."));
    if (*count < step.minimum || *count > step.maximum)
        return refuse(step.source.field, cell,
                      QCoreApplication::translate("import", "This must be %1 to %2.")
                          .arg(step.minimum)
                          .arg(step.maximum));
    keep(step.target, QByteArray::number(*count));
}

void ImportRowStager::readSeats(const Step &step, QByteArrayView cell)
{
    if (isUnlimited(QString::fromUtf8(cell)))
        set(targetOf(u"is_unlimited"_s), "t");
    else
        readCount(step, cell);
}

void ImportRowStager::readFlag(const Step &step, QByteArrayView cell)
{
    if (const auto flag = flagOf(QString::fromUtf8(cell)))
        set(step.target, *flag ? "t" : "f");
    else
        refuse(step.source.field, cell, QCoreApplication::translate("import", "This must be yes or no."));
}

void ImportRowStager::readChoice(const Step &step, QByteArrayView cell)
{
    const auto name = step.choose(QString::fromUtf8(cell));
    if (!name)
        return refuse(
            step.source.field, cell,
            QCoreApplication::translate("import", "This must be one of: %1.").arg(*step.choose(QString())));
    keep(step.target, name->toLatin1());
}

void ImportRowStager::readKey(const Step &step, QByteArrayView cell)
{
    const QString text = QString::fromUtf8(cell);
    if (text == maskedSecret())
        return refuse(step.source.field, cell,
                      QCoreApplication::translate("import",
                                                  "Keys are not written into files: copy it from the file it "
                                                  "came from, or leave the cell empty."));
    const auto secret = KeySecret::create(text);
    if (!secret)
        return refuse(step.source.field, cell, secret.error().message);
    keep(step.target, secret->text().toUtf8());
}

void ImportRowStager::readKeys(const Step &step, QByteArrayView cell)
{
    const QStringList typed = NewKeysDraft::secretsIn(QString::fromUtf8(cell));
    if (typed.size() < 2)
        return readKey(step, cell);
    // Which licence they are for is not known yet, and does not matter for what can be wrong with them.
    const auto keys = NewKeysDraft{.license = LicenseId::fromValue(1),
                                   .kind = LicenseKeyKind::Pool,
                                   .secrets = typed}
                          .create();
    if (!keys)
        return refuse(step.source.field, cell, keys.error().message);
    QStringList secrets;
    for (const KeySecret &secret : keys->secrets)
        secrets.append(secret.text());
    keep(step.target, secrets.join(u'\n').toUtf8());
}

// A name in two columns is one; a login stands in for a number that is not there.
void ImportRowStager::stageMemberName()
{
    static const std::size_t number = 2;
    static const std::size_t name = 3;
    if (m_values[name].isNull && (m_firstName || m_lastName)) {
        const QByteArray both = trimmed(cellOf(m_firstName)).toByteArray() + ' '
                                + trimmed(cellOf(m_lastName)).toByteArray();
        const auto clean = Name::create(QString::fromUtf8(both));
        if (clean)
            keep(name, clean->text().toUtf8());
        else if (!both.trimmed().isEmpty())
            refuse(u"name"_s, both, clean.error().message);
    }
    const QByteArrayView login = trimmed(cellOf(m_username));
    if (!m_values[number].isNull || login.isEmpty())
        return;
    const auto clean = MemberNumber::create(QString::fromUtf8(login));
    if (clean)
        keep(number, clean->text().toUtf8());
    else
        refuse(u"username"_s, login, clean.error().message);
}

void ImportRowStager::stagePrice()
{
    const QByteArrayView cell = trimmed(cellOf(m_price));
    if (cell.isEmpty())
        return;
    const QByteArrayView code = trimmed(cellOf(m_priceCurrency));
    const auto currency = code.isEmpty() ? Result<Currency>(m_currency)
                                         : Currency::create(QString::fromUtf8(code).toUpper());
    if (!currency)
        return refuse(u"currency"_s, code, currency.error().message);
    const auto number = numberOfText(QString::fromUtf8(cell), m_price->decimals);
    if (!number)
        return refuse(u"price"_s, cell, QCoreApplication::translate("import", "This is no amount of money."));
    const auto money = Money::parse(*number, *currency);
    if (!money)
        return refuse(u"price"_s, cell, money.error().message);
    if (money->minor() < 0 || money->minor() > EntitlementDraft::maximumPriceMinor)
        return refuse(u"price"_s, cell,
                      QCoreApplication::translate("import", "Prices are not negative, and not that large."));
    keep(targetOf(u"price_minor"_s), QByteArray::number(money->minor()));
    keep(targetOf(u"currency"_s), currency->code().toLatin1());
}

// The first that is filled in says who it is; nobody is a free seat, or a problem.
bool ImportRowStager::stageHolder()
{
    constexpr std::array<QByteArrayView, 4> kinds{"number", "email", "name", "any"};
    static const std::size_t kind = targetOf(u"person_kind"_s);
    for (std::size_t i = 0; i < m_holders.size(); ++i) {
        const QByteArrayView cell = trimmed(cellOf(m_holders[i]));
        if (cell.isEmpty())
            continue;
        set(kind, kinds[i]);
        if (isPlain(cell, anyText))
            set(kind + 1, cell);
        else if (const auto clean = cleanText(QString::fromUtf8(cell), anyText))
            keep(kind + 1, clean->toUtf8());
        else
            refuse(m_holders[i]->field, cell, clean.error().message);
        return true;
    }
    if (!m_mapping.passesOverFree)
        refuse({}, {}, QCoreApplication::translate("import", "No member is named."));
    return !m_mapping.passesOverFree;
}

QByteArrayView ImportRowStager::cellOf(const std::optional<Source> &source) const
{
    return source ? cellOf(*source) : QByteArrayView();
}

QByteArrayView ImportRowStager::cellOf(const Source &source) const
{
    if (source.column < 0)
        return source.fixed;
    const auto column = static_cast<std::size_t>(source.column);
    return column < m_row->cells.size() ? m_row->cells[column] : QByteArrayView();
}

void ImportRowStager::set(std::size_t target, QByteArrayView value)
{
    m_values[target] = {value, false};
}

void ImportRowStager::keep(std::size_t target, QByteArray value)
{
    m_kept.append(std::move(value));
    set(target, m_kept.back());
}

void ImportRowStager::refuse(const QString &field, QByteArrayView value, const QString &reason)
{
    constexpr qsizetype longest = 200;
    const auto appendClean = [this](const QString &text) {
        QString clean = text;
        for (const char16_t c : {u'\0', u'\x1E', u'\x1F'})
            clean.replace(QChar(c), QChar::ReplacementCharacter);
        m_bad += clean.toUtf8();
    };
    if (!m_bad.isEmpty())
        m_bad += '\x1E';
    appendClean(field);
    m_bad += '\x1F';
    const bool isSecret = isSecretField(m_mapping.kind, field) || (m_hasSecrets && m_isShifted);
    appendClean(isSecret ? maskedSecret() : QString::fromUtf8(value).left(longest));
    m_bad += '\x1F';
    appendClean(reason);
}

} // namespace seatledger
