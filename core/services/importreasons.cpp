// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/importreasons.h"

#include <QCoreApplication>
#include <QHash>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

/// By code; %1 is the detail.
const QHash<QString, const char *> &sentences()
{
    static const QHash<QString, const char *> all{
        {u"unknown_license"_s,
         QT_TRANSLATE_NOOP("import",
                           "There is no such licence: import licences first, or correct the name.")},
        {u"unknown_member"_s,
         QT_TRANSLATE_NOOP("import", "There is no such member: import members first, or correct it.")},
        {u"ambiguous_member"_s,
         QT_TRANSLATE_NOOP("import",
                           "Several members have this name: say the number or the e-mail address.")},
        {u"unknown_department"_s,
         QT_TRANSLATE_NOOP("import", "There is no such department: add it, or let the import create it.")},
        {u"ambiguous_department"_s,
         QT_TRANSLATE_NOOP(
             "import",
             "Several departments have this name: write the path from the top, as in “Company / IT”.")},
        {u"unknown_vendor"_s,
         QT_TRANSLATE_NOOP("import", "There is no such vendor: add it, or let the import create it.")},
        {u"unknown_product"_s,
         QT_TRANSLATE_NOOP("import", "The vendor has no such product: add it, or let the import create it.")},
        {u"ambiguous_product"_s,
         QT_TRANSLATE_NOOP("import", "Several vendors have a product of this name: say the vendor.")},
        {u"vendor_missing"_s,
         QT_TRANSLATE_NOOP("import",
                           "There is no such product: say its vendor, or let the import create it.")},
        {u"twice_in_file"_s, QT_TRANSLATE_NOOP("import", "Row %1 of the file says this already.")},
        {u"exists"_s, QT_TRANSLATE_NOOP("import", "The book has this already.")},
        {u"number_missing"_s, QT_TRANSLATE_NOOP("import", "A new member needs a number.")},
        {u"name_missing"_s, QT_TRANSLATE_NOOP("import", "A new member needs a name.")},
        {u"email_missing"_s, QT_TRANSLATE_NOOP("import", "A new member needs an e-mail address.")},
        {u"email_taken"_s, QT_TRANSLATE_NOOP("import", "Member %1 has this e-mail address.")},
        {u"left_on_missing"_s, QT_TRANSLATE_NOOP("import", "Who has departed left on some day: say it.")},
        {u"not_departed"_s,
         QT_TRANSLATE_NOOP("import", "Only who has departed has a day of leaving: leave it empty.")},
        {u"left_before_joining"_s, QT_TRANSLATE_NOOP("import", "This is before the day of joining.")},
        {u"still_holds"_s,
         QT_TRANSLATE_NOOP("import", "The member still holds %1 seats: end or transfer them first.")},
        {u"lease_of_no_floating"_s,
         QT_TRANSLATE_NOOP("import", "Only floating licences have a lease: leave it empty.")},
        {u"illegal_transition"_s, QT_TRANSLATE_NOOP("import", "This state cannot follow “%1”.")},
        {u"license_held"_s, QT_TRANSLATE_NOOP("import", "The licence has holders: end their seats first.")},
        {u"seats_missing"_s,
         QT_TRANSLATE_NOOP("import", "How many seats were bought? Write a number, or “unlimited”.")},
        {u"first_day_missing"_s,
         QT_TRANSLATE_NOOP("import",
                           "Seats of this licence were bought already: say the first day, so that it is "
                           "clear which are meant.")},
        {u"ends_before_start"_s, QT_TRANSLATE_NOOP("import", "The last day is before the first.")},
        {u"contradicts"_s, QT_TRANSLATE_NOOP("import", "Row %1 says something else of the same licence.")},
        {u"with_its_licence"_s,
         QT_TRANSLATE_NOOP("import", "Comes with row %1, which has a problem: a licence is imported whole.")},
        {u"unknown_renewed"_s,
         QT_TRANSLATE_NOOP("import",
                           "No purchase of this licence has that number in the file, or that order number.")},
        {u"ambiguous_renewed"_s,
         QT_TRANSLATE_NOOP("import",
                           "Several purchases of this licence are called that: number the rows in a column "
                           "“entitlement”, and name the number.")},
        {u"renews_itself"_s, QT_TRANSLATE_NOOP("import", "A purchase does not renew itself.")},
        {u"renewed_twice"_s,
         QT_TRANSLATE_NOOP("import", "Row %1 renews the same purchase: each is renewed once.")},
        {u"renewed_already"_s,
         QT_TRANSLATE_NOOP("import",
                           "Another purchase of the book renews it already: each is renewed once.")},
        {u"renews_in_a_circle"_s,
         QT_TRANSLATE_NOOP("import", "These purchases renew each other in a circle.")},
        {u"key_twice_in_file"_s, QT_TRANSLATE_NOOP("import", "Row %1 has the same key for something else.")},
        {u"key_of_other_use"_s,
         QT_TRANSLATE_NOOP("import", "The licence has this key already, for something else.")},
        {u"key_of_no_entitlement"_s,
         QT_TRANSLATE_NOOP(
             "import", "The row names no purchase that the key is for: say its first day, or take the key "
                       "for that of the licence.")},
        {u"not_over_yet"_s,
         QT_TRANSLATE_NOOP("import", "An assignment is expired only once its last day is past.")},
        {u"suspended_before_start"_s, QT_TRANSLATE_NOOP("import", "What has not begun cannot be suspended.")},
        {u"suspended_beyond_end"_s,
         QT_TRANSLATE_NOOP("import", "This is after the last day of the assignment.")},
        {u"end_reason_missing"_s, QT_TRANSLATE_NOOP("import", "What was revoked needs a reason.")},
        {u"ended_in_future"_s,
         QT_TRANSLATE_NOOP("import", "What was revoked has ended: this day is still to come.")},
        {u"license_draft"_s,
         QT_TRANSLATE_NOOP("import", "The licence is a draft: seats are given once it is active.")},
        {u"license_suspended"_s,
         QT_TRANSLATE_NOOP("import", "The licence is suspended: seats are given while it is active.")},
        {u"license_retired"_s,
         QT_TRANSLATE_NOOP("import", "The licence is retired and has no seats to give.")},
        {u"member_departed"_s,
         QT_TRANSLATE_NOOP("import", "The member has departed and cannot hold a seat.")},
        {u"ended_stays"_s,
         QT_TRANSLATE_NOOP("import",
                           "The assignment has ended and stays as it was; only its note can change.")},
        {u"already_holds"_s,
         QT_TRANSLATE_NOOP("import", "The member holds this licence at that time already: %1.")},
    };
    return all;
}

/// "2026-01-01 2026-12-31" in words.
QString daysInWords(const QString &days)
{
    const QDate first = QDate::fromString(days.section(u' ', 0, 0), Qt::ISODate);
    const QDate last = QDate::fromString(days.section(u' ', 1), Qt::ISODate);
    const auto period = Period::create(first, last.isValid() ? std::optional(last) : std::nullopt);
    return period ? period->displayText() : days;
}

} // namespace

QString importReason(const StagedProblem &problem)
{
    if (problem.code == u"text")
        return problem.detail;
    const char *sentence = sentences().value(problem.code);
    if (!sentence)
        return problem.code;
    const QString text = QCoreApplication::translate("import", sentence);
    if (!text.contains(u"%1"_s))
        return text;
    return text.arg(problem.code == u"already_holds" ? daysInWords(problem.detail) : problem.detail);
}

} // namespace seatledger
