// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/importmatcher.h"

#include "core/formats/daytext.h"
#include "core/formats/numbertext.h"
#include "core/services/importsecrets.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

/// A heading without case, accents, blanks and signs.
QString plain(const QString &heading)
{
    QString text;
    const QString folded = heading.normalized(QString::NormalizationForm_KD).toCaseFolded();
    std::ranges::copy_if(folded, std::back_inserter(text), [](QChar c) { return c.isLetterOrNumber(); });
    return text;
}

/// What other programs call the fields, plain, parted by blanks.
const QHash<QString, QString> &otherNames()
{
    static const QHash<QString, QString> names{
        {u"number"_s,
         u"employeeno employeenumber employeeid staffnumber staffid personnelnumber personalnummer "
         "mitarbeiternummer matricule id memberid 工号 编号"_s},
        {u"name"_s, u"fullname displayname member employee person vollername nomcomplet 姓名"_s},
        {u"first_name"_s, u"givenname forename vorname prenom"_s},
        {u"last_name"_s, u"surname familyname nachname nom"_s},
        {u"username"_s, u"login user account benutzername samaccountname userprincipalname"_s},
        {u"email"_s, u"emailaddress emails mail workemail mailadresse courriel 邮箱 电子邮件"_s},
        {u"department"_s, u"dept division team unit abteilung service departement 部门"_s},
        {u"status"_s, u"state zustand statut"_s},
        {u"joined_on"_s, u"startdate hiredate hired entrydate eintritt eintrittsdatum"_s},
        {u"left_on"_s, u"enddate leavedate terminationdate austritt austrittsdatum"_s},
        {u"note"_s, u"notes comment comments remark remarks bemerkung notiz"_s},
        {u"license"_s,
         u"licence licensename licencename software softwarename lizenz licencelogiciel 许可证"_s},
        {u"vendor"_s, u"manufacturer publisher maker hersteller editeur 供应商"_s},
        {u"product"_s, u"productname application produkt produit 产品"_s},
        {u"metric"_s, u"licensetype licencetype licensemetric"_s},
        {u"seats"_s, u"quantity total totalseats seatsbought anzahl plaetze number"_s},
        {u"from_day"_s,
         u"from start startdate validfrom purchasedate begin von gueltigab assignedon assigneddate"_s},
        {u"until_day"_s,
         u"until end enddate validuntil expires expirationdate expiry expiration bis gueltigbis"_s},
        {u"price"_s, u"cost purchasecost amount preis prix"_s},
        {u"currency"_s, u"waehrung devise"_s},
        {u"billing"_s, u"billingcycle"_s},
        {u"order_number"_s, u"order orderno ordernumber purchaseorder ponumber bestellnummer"_s},
        {u"supplier"_s, u"reseller lieferant fournisseur"_s},
        {u"entitlement"_s, u"purchase purchaseid entitlementid"_s},
        {u"renews"_s, u"renewalof renewed verlaengert"_s},
        {u"license_key"_s,
         u"productkey licencekey key serial serialnumber activationkey licensecode lizenzschlussel "
         "produktschlussel seriennummer cledelicence 密钥 产品密钥 许可证密钥 序列号"_s},
        {u"pool_keys"_s, u"keys seatkeys activationkeys serials serialnumbers 密钥池"_s},
        {u"owner"_s, u"licenseowner responsible verantwortlich"_s},
        {u"member_number"_s,
         u"employeeno employeenumber employeeid memberid number personnelnumber personalnummer"_s},
        {u"member_email"_s, u"email emailaddress mail useremail"_s},
        {u"member_name"_s, u"name fullname membername"_s},
        {u"holder"_s, u"user assignedto username login member employee benutzer"_s},
        {u"quantity"_s, u"seats count anzahl"_s},
        {u"end_reason"_s, u"reason grund"_s},
    };
    return names;
}

int editDistance(QStringView one, QStringView other)
{
    std::vector<int> line(static_cast<std::size_t>(other.size()) + 1);
    for (std::size_t i = 0; i < line.size(); ++i)
        line[i] = static_cast<int>(i);
    for (qsizetype i = 0; i < one.size(); ++i) {
        int diagonal = std::exchange(line[0], static_cast<int>(i) + 1);
        for (std::size_t j = 1; j < line.size(); ++j) {
            const int replaced = diagonal + (one[i] == other[static_cast<qsizetype>(j) - 1] ? 0 : 1);
            diagonal = line[j];
            line[j] = std::min({replaced, line[j] + 1, line[j - 1] + 1});
        }
    }
    return line.back();
}

bool isExact(ImportKind kind, const QString &heading, const QString &field)
{
    return heading == plain(field) || heading == plain(importFieldTitle(kind, field));
}

/// How like a field a heading is: 0 is not at all.
int likeness(ImportKind kind, const QString &heading, const QString &field)
{
    constexpr int otherName = 100;
    constexpr int misspelt = 50;
    constexpr int contained = 25;
    constexpr qsizetype shortest = 4;
    const QStringList others = otherNames().value(field).split(u' ', Qt::SkipEmptyParts);
    if (const qsizetype place = others.indexOf(heading); place >= 0)
        return otherName - static_cast<int>(place);
    const QString name = plain(field);
    if (heading.size() > shortest && heading.size() < 40 && editDistance(heading, name) <= 2
        && name.size() > shortest)
        return misspelt;
    const bool isInside = name.size() >= shortest && heading.size() >= shortest
                          && (heading.contains(name) || name.contains(heading)
                              || heading.contains(plain(importFieldTitle(kind, field))));
    return isInside ? contained : 0;
}

bool isOfErrorsFile(const QString &heading)
{
    static const QSet<QString> headings{u"importrow"_s, u"importcolumn"_s, u"importreason"_s};
    return headings.contains(heading);
}

/// Columns and fields that are still without each other.
class Matching final
{
public:
    Matching(ImportKind kind, const QStringList &headings) : m_kind(kind)
    {
        for (const QString &heading : headings) {
            mapping.columns.push_back({.heading = heading});
            m_plain.append(plain(heading));
        }
        mapping.kind = kind;
    }

    void bySaved(const ImportMapping &saved)
    {
        mapping.name = saved.name;
        mapping.isShipped = saved.isShipped;
        mapping.passesOverFree = saved.passesOverFree;
        for (const ColumnMatch &wanted : saved.columns) {
            const qsizetype column = m_plain.indexOf(plain(wanted.heading));
            if (column >= 0 && importField(m_kind, wanted.field)
                && take(column, wanted.field, MatchOrigin::Saved)) {
                at(column).days = wanted.days;
                at(column).decimals = wanted.decimals;
            }
        }
        for (const FixedValue &value : saved.fixed) {
            if (!m_taken.contains(value.field) && importField(m_kind, value.field)) {
                mapping.fixed.push_back(value);
                m_taken.insert(value.field);
            }
        }
    }

    void byName()
    {
        for (qsizetype column = 0; column < m_plain.size(); ++column) {
            for (const ImportField &field : importFields(m_kind)) {
                if (isExact(m_kind, m_plain[column], field.name))
                    take(column, field.name, MatchOrigin::Exact);
            }
        }
    }

    void byLikeness()
    {
        struct Offer {
            int likeness;
            qsizetype column;
            QString field;
        };
        std::vector<Offer> offers;
        for (qsizetype column = 0; column < m_plain.size(); ++column) {
            if (isOfErrorsFile(m_plain[column]) || isTakenTwin(column))
                continue;
            for (const ImportField &field : importFields(m_kind)) {
                if (const int like = likeness(m_kind, m_plain[column], field.name); like > 0)
                    offers.push_back({like, column, field.name});
            }
        }
        std::ranges::stable_sort(offers, std::ranges::greater(), &Offer::likeness);
        for (const Offer &offer : offers)
            take(offer.column, offer.field, MatchOrigin::Similar);
    }

    ImportMapping mapping;

private:
    ColumnMatch &at(qsizetype column) { return mapping.columns[static_cast<std::size_t>(column)]; }

    /// A second column of a name that was taken already is not one of another name.
    [[nodiscard]] bool isTakenTwin(qsizetype column) const
    {
        for (qsizetype other = 0; other < m_plain.size(); ++other) {
            if (other != column && m_plain[other] == m_plain[column]
                && !mapping.columns[static_cast<std::size_t>(other)].field.isEmpty())
                return true;
        }
        return false;
    }

    bool take(qsizetype column, const QString &field, MatchOrigin origin)
    {
        if (!at(column).field.isEmpty() || m_taken.contains(field))
            return false;
        at(column).field = field;
        at(column).origin = origin;
        m_taken.insert(field);
        return true;
    }

    ImportKind m_kind;
    QStringList m_plain;
    QSet<QString> m_taken;
};

QStringList valuesOf(const TableFilePreview &preview, std::size_t column)
{
    QStringList values;
    for (const QStringList &row : preview.rows)
        values.append(row.value(static_cast<qsizetype>(column)));
    return values;
}

QString doubtOf(qsizetype refused, const QString &first, const char *what)
{
    return refused == 0
               ? QString()
               : QCoreApplication::translate("import", what, nullptr, static_cast<int>(refused)).arg(first);
}

void tellDays(ColumnMatch &column, const QStringList &values)
{
    const bool isSaid = column.days.has_value();
    const DayGuess guess = guessDays(values);
    const DayOrder order = column.days.value_or(guess.order);
    column.days = order;
    if (!isSaid && !guess.ambiguous.isEmpty()) {
        column.doubt = QCoreApplication::translate("import",
                                                   "“%1” can be read day first or month first: say which.")
                           .arg(guess.ambiguous);
        return;
    }
    const auto isBad = [&](const QString &text) {
        return !text.trimmed().isEmpty() && !dayOfText(text, order);
    };
    const auto bad = std::ranges::find_if(values, isBad);
    if (bad != values.end() || !isSaid)
        column.doubt = bad == values.end()
                           ? QString()
                           : doubtOf(std::ranges::count_if(values, isBad), *bad,
                                     QT_TRANSLATE_N_NOOP("import", "%Ln values are no days, first “%1”."));
}

void tellNumbers(ColumnMatch &column, const QStringList &values, bool areCounts)
{
    if (column.decimals)
        return;
    const NumberGuess guess = guessNumbers(values, areCounts);
    column.decimals = guess.mark;
    if (!guess.ambiguous.isEmpty())
        column.doubt = QCoreApplication::translate(
                           "import", "“%1” can be read with a decimal point or a decimal comma: say which.")
                           .arg(guess.ambiguous);
    else
        column.doubt = doubtOf(guess.refused, guess.firstRefused,
                               QT_TRANSLATE_N_NOOP("import", "%Ln values are no numbers, first “%1”."));
}

} // namespace

ImportMapping ImportMatcher::matched(const ImportMapping *saved) const
{
    Matching matching(m_kind, m_headings);
    if (saved)
        matching.bySaved(*saved);
    matching.byName();
    if (!saved) // who knows the make of the file has said what is left out
        matching.byLikeness();
    return std::move(matching.mapping);
}

qsizetype ImportMatcher::known(const ImportMapping &mapping) const
{
    Matching matching(m_kind, m_headings);
    matching.bySaved(mapping);
    return std::ranges::count_if(matching.mapping.columns,
                                 [](const ColumnMatch &column) { return !column.field.isEmpty(); });
}

bool ImportMatcher::hasAll(const QStringList &headings) const
{
    return std::ranges::all_of(headings, [this](const QString &heading) {
        return std::ranges::any_of(m_headings,
                                   [&](const QString &mine) { return plain(mine) == plain(heading); });
    });
}

void ImportMatcher::tellFormats(ImportMapping &mapping, const TableFilePreview &preview)
{
    for (std::size_t i = 0; i < mapping.columns.size(); ++i) {
        ColumnMatch &column = mapping.columns[i];
        const ImportField *field = importField(mapping.kind, column.field);
        if (!field) {
            column.days.reset();
            column.decimals.reset();
            column.doubt.clear();
            continue;
        }
        const bool isCount = field->value == ImportValue::Count && field->name != u"seats";
        if (isSecretColumn(preview, static_cast<int>(i))) // what is doubtful would be shown
            continue;
        if (field->value == ImportValue::Day)
            tellDays(column, valuesOf(preview, i));
        else if (isCount || field->value == ImportValue::Money)
            tellNumbers(column, valuesOf(preview, i), isCount);
        else if (field->name == u"seats" && !column.decimals)
            column.decimals = guessNumbers(valuesOf(preview, i), true).mark;
    }
}

} // namespace seatledger
