// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/searchgrammars.h"

#include "core/domain/enums.h"

#include <QCoreApplication>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("domain", text);
}

template <typename Enum>
QList<SearchChoice> choicesOf()
{
    QList<SearchChoice> choices;
    for (const auto &entry : enumEntries<Enum>())
        choices.append({entry.name, translateDomain(entry.display)});
    return choices;
}

SearchField departmentField()
{
    return {u"department"_s,       tr("Department"),       SearchKind::Named, {},
            u"department:Sales"_s, tr("with all below it")};
}

SearchField productField()
{
    return {u"product"_s, tr("Product"), SearchKind::Named, {}, u"product:IDE"_s, tr("part of its name")};
}

SearchField vendorField()
{
    return {u"vendor"_s, tr("Vendor"), SearchKind::Named, {}, u"vendor:JetBrains"_s, tr("part of its name")};
}

SearchField textField(const QString &name, const QString &title, const QString &example)
{
    return {name, title, SearchKind::Text, {}, example, tr("part of it; with = the whole")};
}

SearchField dayField(const QString &name, const QString &title, const QString &example, const QString &help)
{
    return {name, title, SearchKind::Day, {}, example, help};
}

SearchField numberField(const QString &name, const QString &title, const QString &example,
                        const QString &help)
{
    return {name, title, SearchKind::Number, {}, example, help};
}

} // namespace

SearchGrammar memberSearchGrammar()
{
    return {{textField(u"name"_s, tr("Name"), u"name:ana"_s),
             textField(u"number"_s, tr("Number"), u"number=M-0012"_s),
             textField(u"email"_s, tr("E-mail"), u"email:@example.org"_s),
             departmentField(),
             {u"status"_s, tr("Status"), SearchKind::Choice, choicesOf<MemberStatus>(), u"status:active"_s,
              tr("several parted by commas")},
             numberField(u"seats"_s, tr("Licences held"), u"seats>=2"_s,
                         tr("assignments that hold now or later")),
             textField(u"holds"_s, tr("Holds"), u"holds:figma"_s),
             dayField(u"joined"_s, tr("Joined"), u"joined:2026-01"_s, tr("a day, a month, or compared")),
             dayField(u"left"_s, tr("Left"), u"left:>today-90"_s, tr("a day, a month, or compared"))}};
}

SearchGrammar licenseSearchGrammar()
{
    return {
        {textField(u"license"_s, tr("Licence"), u"license:figma"_s),
         productField(),
         vendorField(),
         {u"state"_s, tr("State"), SearchKind::Choice, choicesOf<LicenseState>(), u"state:active,suspended"_s,
          tr("several parted by commas")},
         {u"term"_s, tr("Term"), SearchKind::Choice, choicesOf<LicenseTerm>(), u"term:subscription"_s, {}},
         {u"metric"_s,
          tr("Metric"),
          SearchKind::Choice,
          choicesOf<LicenseMetric>(),
          u"metric:floating"_s,
          {}},
         numberField(u"seats"_s, tr("Seats"), u"seats>=100"_s, tr("that there are today; unlimited is more")),
         numberField(u"held"_s, tr("Seats in use"), u"held:0"_s, tr("held today")),
         numberField(u"free"_s, tr("Free"), u"free<5"_s, tr("of the seats today; unlimited is more")),
         dayField(u"lapse"_s, tr("Fewer seats on"), u"lapse:<today+90"_s,
                  tr("the next day with fewer seats")),
         {u"is"_s,
          tr("Is"),
          SearchKind::Choice,
          {{u"short"_s, tr("short of seats")},
           {u"full"_s, tr("without a free seat")},
           {u"unlimited"_s, tr("without a limit")}},
          u"is:short"_s,
          {}}}};
}

SearchGrammar assignmentSearchGrammar()
{
    return {
        {textField(u"member"_s, tr("Member"), u"member:ana"_s),
         textField(u"number"_s, tr("Number"), u"number=M-0012"_s),
         textField(u"email"_s, tr("E-mail"), u"email:@example.org"_s),
         departmentField(),
         textField(u"license"_s, tr("Licence"), u"license:figma"_s),
         productField(),
         vendorField(),
         {u"state"_s, tr("State"), SearchKind::Choice, choicesOf<AssignmentState>(),
          u"state:active,suspended"_s, tr("several parted by commas")},
         numberField(u"seats"_s, tr("Seats"), u"seats>=2"_s, tr("of the assignment")),
         dayField(u"from"_s, tr("First day"), u"from:>=today-30"_s, tr("a day, a month, or compared")),
         dayField(u"until"_s, tr("Last day"), u"until:<2027-01-01"_s, tr("those without an end have none")),
         {u"is"_s,
          tr("Is"),
          SearchKind::Choice,
          {{u"current"_s, tr("held now or later")},
           {u"ended"_s, tr("expired or revoked")},
           {u"endless"_s, tr("without a last day")}},
          u"is:endless"_s,
          {}}}};
}

} // namespace seatledger
