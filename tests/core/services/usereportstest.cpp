// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/monthlycost.h"
#include "tests/core/services/bookfacts.h"
#include "tests/core/services/reportedbook.h"
#include "tests/core/services/reportlines.h"

#include <QTest>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

/// Which rows of the book count.
struct Chosen {
    QDate day;
    std::optional<QSet<qint64>> departments = std::nullopt;
    QString word = {};

    [[nodiscard]] bool has(const BookFacts &facts, const BookFacts::AssignmentFact &assignment) const
    {
        const qint64 department = facts.members.at(assignment.holding.member.value()).department;
        return !departments || departments->contains(department);
    }
    [[nodiscard]] bool finds(const QString &text) const { return text.contains(word, Qt::CaseInsensitive); }
};

QString dayText(const std::optional<QDate> &day)
{
    return day ? day->toString(Qt::ISODate) : u"-"_s;
}

QString departmentOf(const BookFacts &facts, const BookFacts::MemberFact &member)
{
    return member.department > 0 ? facts.path(member.department) : u"-"_s;
}

QString knownOf(const BookFacts::LicenseFact &license)
{
    return license.name + u' ' + license.product + u' ' + license.vendor;
}

QString knownOf(const BookFacts::MemberFact &member)
{
    return member.name + u' ' + member.email + u' ' + member.number;
}

QStringList holderLines(const BookFacts &facts, const Chosen &chosen)
{
    QStringList lines;
    for (const auto &assignment : facts.assignments) {
        const Holding &holding = assignment.holding;
        const auto &license = facts.licenses.at(assignment.license.value());
        const auto &member = facts.members.at(holding.member.value());
        if (!license.isInUse || !chosen.has(facts, assignment) || !assignment.holds(chosen.day)
            || !chosen.finds(knownOf(license) + u' ' + knownOf(member)))
            continue;
        lines.append(QStringList{
            license.name, license.vendor, license.product, member.name, member.number, member.email,
            departmentOf(facts, member), QString::number(holding.quantity.value()),
            dayText(holding.period.firstDay()), dayText(holding.period.lastDay()), toText(holding.state)}
                         .join(u'|'));
    }
    return lines;
}

QStringList topLines(const BookFacts &facts, const Chosen &chosen)
{
    std::map<qint64, std::pair<int, qint64>> counts;
    for (const auto &assignment : facts.assignments) {
        const qint64 member = assignment.holding.member.value();
        if (!facts.licenses.at(assignment.license.value()).isInUse || !chosen.has(facts, assignment)
            || !assignment.holds(chosen.day) || !chosen.finds(knownOf(facts.members.at(member))))
            continue;
        auto &[licenses, seats] = counts[member];
        ++licenses;
        seats += assignment.holding.quantity.value();
    }
    QStringList lines;
    for (const auto &[id, count] : counts) {
        const auto &member = facts.members.at(id);
        lines.append(u"%1|%2|%3|%4|%5"_s.arg(member.name, member.number, departmentOf(facts, member))
                         .arg(count.first)
                         .arg(count.second));
    }
    return lines;
}

QStringList activityLines(const BookFacts &facts, const Chosen &chosen, QDate from, QDate until)
{
    std::map<std::pair<int, int>, std::array<int, 3>> cells;
    const auto count = [&](const QDateTime &moment, std::size_t what) {
        const QDateTime there = moment.toTimeZone(facts.zone);
        if (moment.isValid() && there.date() >= from && there.date() <= until)
            ++cells[{there.date().dayOfWeek(), there.time().hour()}][what];
    };
    QSet<qint64> counted;
    for (const auto &assignment : facts.assignments) {
        if (!chosen.has(facts, assignment))
            continue;
        counted.insert(assignment.holding.id->value());
        count(assignment.assignedAt, 0);
        count(assignment.revokedAt, 1);
    }
    for (const auto &activation : facts.activations) {
        if (counted.contains(activation.assignment))
            count(activation.activatedAt, 2);
    }
    QStringList lines;
    for (const auto &[place, counts] : cells)
        lines.append(u"%1|%2|%3|%4|%5|%6"_s.arg(place.first)
                         .arg(place.second)
                         .arg(counts[0] + counts[1] + counts[2])
                         .arg(counts[0])
                         .arg(counts[1])
                         .arg(counts[2]));
    return lines;
}

/// The first end of supply that nothing renews.
std::optional<QDate> renewalOf(const BookFacts::LicenseFact &license, QDate day)
{
    std::optional<QDate> first;
    for (const Entitlement &entitlement : license.entitlements) {
        const auto last = entitlement.period.lastDay();
        const bool isRenewed = std::ranges::any_of(license.entitlements, [&](const Entitlement &other) {
            return !other.isCancelled() && other.renews == entitlement.id;
        });
        if (!entitlement.isCancelled() && last && *last >= day && !isRenewed
            && (!first || last->addDays(1) < *first))
            first = last->addDays(1);
    }
    return first;
}

QString adviceOn(const BookFacts &facts, const BookFacts::LicenseFact &license, QDate day)
{
    qint64 promised = 0;
    for (const auto &assignment : facts.assignments) {
        if (assignment.license.value() != license.id)
            continue;
        const bool counts = day == facts.today ? !assignment.holding.heldDays().isEmpty()
                                               : assignment.holds(day);
        promised += counts ? assignment.holding.quantity.value() : 0;
    }
    const std::optional<qint64> bought = license.bought(day);
    if (bought && *bought * (100 + license.overage) / 100 - promised < license.threshold)
        return u"give_now"_s;
    return renewalOf(license, day) ? u"buy_fewer"_s : u"release"_s;
}

/// A line for each currency that the seats cost something in, or one without.
QStringList costsOf(const BookFacts &facts, const BookFacts::AssignmentFact &assignment, QDate day)
{
    MoneySum sum;
    const auto &license = facts.licenses.at(assignment.license.value());
    QStringList lines;
    if (addMonthlyCost(sum, license.entitlements, day, assignment.holding.quantity.value(),
                       facts.held(license.id, day))) {
        for (const Money &amount : sum.amounts())
            lines.append(amount.toText() + u' ' + amount.currency().code());
    }
    return lines.isEmpty() ? QStringList{u"-"_s} : lines;
}

QStringList idleLines(const BookFacts &facts, const Chosen &chosen, int idleDays)
{
    std::map<qint64, QDateTime> lastUse;
    QSet<qint64> known;
    std::map<qint64, const BookFacts::AssignmentFact *> byId;
    for (const auto &assignment : facts.assignments)
        byId[assignment.holding.id->value()] = &assignment;
    for (const auto &activation : facts.activations) {
        if (!chosen.has(facts, *byId.at(activation.assignment)))
            continue;
        known.insert(activation.license);
        QDateTime &last = lastUse[activation.assignment];
        last = last.isValid() ? std::max(last, activation.lastUse) : activation.lastUse;
    }
    QStringList lines;
    for (const auto &assignment : facts.assignments) {
        const Holding &holding = assignment.holding;
        const auto &license = facts.licenses.at(assignment.license.value());
        const auto &member = facts.members.at(holding.member.value());
        const auto used = lastUse.find(holding.id->value());
        const QDate since = used == lastUse.end() ? holding.period.firstDay()
                                                  : used->second.toTimeZone(facts.zone).date();
        if (!license.isInUse || !known.contains(license.id) || !chosen.has(facts, assignment)
            || !assignment.holds(chosen.day) || since.daysTo(chosen.day) < idleDays
            || holding.period.firstDay().daysTo(chosen.day) < idleDays
            || !chosen.finds(knownOf(license) + u' ' + knownOf(member)))
            continue;
        const QStringList start{license.name,
                                license.vendor,
                                member.name,
                                departmentOf(facts, member),
                                QString::number(holding.quantity.value()),
                                dayText(holding.period.firstDay()),
                                used == lastUse.end() ? u"-"_s : used->second.toString(Qt::ISODate),
                                QString::number(since.daysTo(chosen.day)),
                                adviceOn(facts, license, chosen.day),
                                dayText(renewalOf(license, chosen.day))};
        for (const QString &cost : costsOf(facts, assignment, chosen.day))
            lines.append(start.join(u'|') + u'|' + cost);
    }
    return lines;
}

QStringList namesOf(ReportKind kind)
{
    QStringList names;
    for (const ReportColumn &column : reportColumns(kind, true))
        names.append(column.name);
    return names;
}

} // namespace

/// Who holds what and who uses it, against a count of the book row by row.
class UseReportsTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void areWhatARecountSays_data();
    void areWhatARecountSays();
    void countsAPeriodInTheOrganisationsDays();
    void showsMoneyToThoseWhoMaySeeIt();

private:
    void compare(Session &session, const ReportFilter &filter, const Chosen &chosen);

    std::unique_ptr<ReportedBook> m_book;
};

void UseReportsTest::initTestCase()
{
    // Half an hour off the hour, and far from the time of the server.
    m_book = std::make_unique<ReportedBook>(
        SampleSize{.members = 100, .licenses = 60, .assignments = 900, .seed = 11},
        u"UPDATE seatledger.setting SET value = 'Asia/Kolkata' WHERE name = 'time_zone'"_s, uR"(
        UPDATE seatledger.member SET department_id = NULL WHERE id % 10 = 0;
        UPDATE seatledger.activation SET released_at = greatest(activated_at, now() - interval '100 days'), release_reason = 'Taken away'
            WHERE id % 9 = 0 AND released_at IS NULL;
        DELETE FROM seatledger.activation_lease USING seatledger.activation WHERE activation_id = id AND id % 18 = 0;
        UPDATE seatledger.activation_lease SET last_seen_at = (seatledger.today() - 90)::timestamp AT TIME ZONE 'Asia/Kolkata'
            WHERE activation_id % 20 = 1;
        UPDATE seatledger.activation_lease SET last_seen_at = (seatledger.today() - 89)::timestamp AT TIME ZONE 'Asia/Kolkata'
            WHERE activation_id % 20 = 2)"_s);
}

void UseReportsTest::cleanupTestCase()
{
    m_book.reset();
}

void UseReportsTest::areWhatARecountSays_data()
{
    QTest::addColumn<int>("days");
    QTest::newRow("today") << 0;
    QTest::newRow("months ago") << -120;
    QTest::newRow("months ahead") << 70;
}

void UseReportsTest::areWhatARecountSays()
{
    QFETCH(int, days);
    const BookFacts facts = BookFacts::read(m_book->database, m_book->services);
    const QDate day = facts.today.addDays(days);
    compare(m_book->session(), {.asOf = day}, {.day = day});
    const QString word = facts.members.begin()->second.name.section(u' ', 0, 0);
    compare(m_book->session(), {.asOf = day, .search = word}, {.day = day, .word = word});
    const Chosen theirs{.day = day, .departments = facts.below(m_book->department->value())};
    compare(m_book->session(), {.asOf = day, .departments = {*m_book->department}}, theirs);
    compare(m_book->asManager(), {.asOf = day}, theirs);
}

void UseReportsTest::compare(Session &session, const ReportFilter &filter, const Chosen &chosen)
{
    const BookFacts facts = BookFacts::read(m_book->database, m_book->services);
    const auto check = [&](ReportKind kind, const QStringList &expected) {
        const auto report = m_book->services.reports.table(session,
                                                           {.kind = kind, .filter = filter, .limit = 0});
        VERIFY_RESULT(report);
        QCOMPARE(sorted(reportLines(*report, namesOf(kind))), sorted(expected));
        QVERIFY2(!expected.isEmpty() || chosen.departments || !chosen.word.isEmpty(),
                 "a recount of nothing shows nothing");
    };
    check(ReportKind::Holders, holderLines(facts, chosen));
    check(ReportKind::TopMembers, topLines(facts, chosen));
    check(ReportKind::IdleSeats, idleLines(facts, chosen, filter.idleDays));
    if (chosen.word.isEmpty())
        check(ReportKind::Activity, activityLines(facts, chosen, chosen.day.addDays(-89), chosen.day));
}

void UseReportsTest::countsAPeriodInTheOrganisationsDays()
{
    const BookFacts facts = BookFacts::read(m_book->database, m_book->services);
    const QDate from = facts.today.addDays(-200);
    const QDate until = facts.today.addDays(-100);
    const auto report = m_book->services.reports.table(
        m_book->session(), {.kind = ReportKind::Activity, .filter = {.from = from, .until = until}});
    VERIFY_RESULT(report);
    QCOMPARE(sorted(reportLines(*report, namesOf(ReportKind::Activity))),
             sorted(activityLines(facts, {.day = facts.today}, from, until)));
    // People revoke in the organisation's afternoon, not in the server's.
    for (const ReportRow &row : report->rows)
        QVERIFY(std::get<qint64>(row.cells[1]) >= 6);
}

void UseReportsTest::showsMoneyToThoseWhoMaySeeIt()
{
    Session &staff = m_book->people->as(m_book->people->add(u"sam"_s, {.role = Role::Staff}));
    const auto seen = m_book->services.reports.table(staff, {.kind = ReportKind::IdleSeats, .limit = 0});
    VERIFY_RESULT(seen);
    QVERIFY(std::ranges::none_of(seen->columns,
                                 [](const ReportColumn &column) { return column.type == CellType::Money; }));
    const auto whole = m_book->services.reports.table(m_book->session(),
                                                      {.kind = ReportKind::IdleSeats, .limit = 0});
    QSet<qint64> theirs;
    QSet<qint64> all;
    for (const ReportRow &row : seen->rows)
        theirs.insert(row.target->id);
    for (const ReportRow &row : whole->rows)
        all.insert(row.target->id);
    QCOMPARE(theirs, all);
}

} // namespace seatledger

QTEST_GUILESS_MAIN(seatledger::UseReportsTest)
#include "usereportstest.moc"
