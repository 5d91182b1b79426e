// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/searchgrammars.h"

#include "core/domain/enums.h"

#include <QCoreApplication>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

template <typename Enum>
QList<SearchChoice> choicesOf()
{
    QList<SearchChoice> choices;
    for (const auto &entry : enumEntries<Enum>())
        choices.append({entry.name, translateDomain(entry.display)});
    return choices;
}

QueryField departmentField()
{
    return {u"department"_s,       QCoreApplication::translate("domain", "Department"),
            SearchKind::Named,     {},
            u"department:Sales"_s, QCoreApplication::translate("domain", "with all below it")};
}

QueryField productField()
{
    return {u"product"_s,     QCoreApplication::translate("domain", "Product"),         SearchKind::Named, {},
            u"product:IDE"_s, QCoreApplication::translate("domain", "part of its name")};
}

QueryField vendorField()
{
    return {u"vendor"_s,           QCoreApplication::translate("domain", "Vendor"),
            SearchKind::Named,     {},
            u"vendor:JetBrains"_s, QCoreApplication::translate("domain", "part of its name")};
}

QueryField textField(const QString &name, const QString &title, const QString &example)
{
    return {name, title,   SearchKind::Text,
            {},   example, QCoreApplication::translate("domain", "part of it; with = the whole")};
}

QueryField dayField(const QString &name, const QString &title, const QString &example, const QString &help)
{
    return {name, title, SearchKind::Day, {}, example, help};
}

QueryField numberField(const QString &name, const QString &title, const QString &example, const QString &help)
{
    return {name, title, SearchKind::Number, {}, example, help};
}

} // namespace

SearchGrammar memberSearchGrammar()
{
    return {{textField(u"name"_s, QCoreApplication::translate("domain", "Name"), u"name:ana"_s),
             textField(u"number"_s, QCoreApplication::translate("domain", "Number"), u"number=M-0012"_s),
             textField(u"email"_s, QCoreApplication::translate("domain", "E-mail"), u"email:@example.org"_s),
             departmentField(),
             {u"status"_s, QCoreApplication::translate("domain", "Status"), SearchKind::Choice,
              choicesOf<MemberStatus>(), u"status:active"_s,
              QCoreApplication::translate("domain", "several parted by commas")},
             numberField(u"seats"_s, QCoreApplication::translate("domain", "Licences held"), u"seats>=2"_s,
                         QCoreApplication::translate("domain", "assignments that hold now or later")),
             textField(u"holds"_s, QCoreApplication::translate("domain", "Holds"), u"holds:figma"_s),
             dayField(u"joined"_s, QCoreApplication::translate("domain", "Joined"), u"joined:2026-01"_s,
                      QCoreApplication::translate("domain", "a day, a month, or compared")),
             dayField(u"left"_s, QCoreApplication::translate("domain", "Left"), u"left:>today-90"_s,
                      QCoreApplication::translate("domain", "a day, a month, or compared"))}};
}

SearchGrammar licenseSearchGrammar()
{
    return {
        {textField(u"license"_s, QCoreApplication::translate("domain", "Licence"), u"license:figma"_s),
         productField(),
         vendorField(),
         {u"state"_s, QCoreApplication::translate("domain", "State"), SearchKind::Choice,
          choicesOf<LicenseState>(), u"state:active,suspended"_s,
          QCoreApplication::translate("domain", "several parted by commas")},
         {u"term"_s,
          QCoreApplication::translate("domain", "Term"),
          SearchKind::Choice,
          choicesOf<LicenseTerm>(),
          u"term:subscription"_s,
          {}},
         {u"metric"_s,
          QCoreApplication::translate("domain", "Metric"),
          SearchKind::Choice,
          choicesOf<LicenseMetric>(),
          u"metric:floating"_s,
          {}},
         numberField(u"seats"_s, QCoreApplication::translate("domain", "Seats"), u"seats>=100"_s,
                     QCoreApplication::translate("domain", "that there are today; unlimited is more")),
         numberField(u"held"_s, QCoreApplication::translate("domain", "Seats in use"), u"held:0"_s,
                     QCoreApplication::translate("domain", "held today")),
         numberField(u"free"_s, QCoreApplication::translate("domain", "Free"), u"free<5"_s,
                     QCoreApplication::translate("domain", "of the seats today; unlimited is more")),
         dayField(u"lapse"_s, QCoreApplication::translate("domain", "Fewer seats on"), u"lapse:<today+90"_s,
                  QCoreApplication::translate("domain", "the next day with fewer seats")),
         {u"is"_s,
          QCoreApplication::translate("domain", "Is"),
          SearchKind::Choice,
          {{u"short"_s, QCoreApplication::translate("domain", "short of seats")},
           {u"full"_s, QCoreApplication::translate("domain", "without a free seat")},
           {u"unlimited"_s, QCoreApplication::translate("domain", "without a limit")}},
          u"is:short"_s,
          {}}}};
}

SearchGrammar assignmentSearchGrammar()
{
    return {{textField(u"member"_s, QCoreApplication::translate("domain", "Member"), u"member:ana"_s),
             textField(u"number"_s, QCoreApplication::translate("domain", "Number"), u"number=M-0012"_s),
             textField(u"email"_s, QCoreApplication::translate("domain", "E-mail"), u"email:@example.org"_s),
             departmentField(),
             textField(u"license"_s, QCoreApplication::translate("domain", "Licence"), u"license:figma"_s),
             productField(),
             vendorField(),
             {u"state"_s, QCoreApplication::translate("domain", "State"), SearchKind::Choice,
              choicesOf<AssignmentState>(), u"state:active,suspended"_s,
              QCoreApplication::translate("domain", "several parted by commas")},
             numberField(u"seats"_s, QCoreApplication::translate("domain", "Seats"), u"seats>=2"_s,
                         QCoreApplication::translate("domain", "of the assignment")),
             dayField(u"from"_s, QCoreApplication::translate("domain", "First day"), u"from:>=today-30"_s,
                      QCoreApplication::translate("domain", "a day, a month, or compared")),
             dayField(u"until"_s, QCoreApplication::translate("domain", "Last day"), u"until:<2027-01-01"_s,
                      QCoreApplication::translate("domain", "those without an end have none")),
             {u"is"_s,
              QCoreApplication::translate("domain", "Is"),
              SearchKind::Choice,
              {{u"current"_s, QCoreApplication::translate("domain", "held now or later")},
               {u"ended"_s, QCoreApplication::translate("domain", "expired or revoked")},
               {u"endless"_s, QCoreApplication::translate("domain", "without a last day")}},
              u"is:endless"_s,
              {}}}};
}

} // namespace seatledger
