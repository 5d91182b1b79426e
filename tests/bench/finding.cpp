// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/searchgrammars.h"
#include "tests/bench/figures.h"
#include "tests/bench/measures.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

double timed(const BenchBook &book, const auto &work)
{
    const qint64 server = book.database.connection().backendPid();
    const double before = workedSeconds(server);
    const double passed = secondsOf([&] { return outcome(work()); });
    return book.plan.countsWork ? workedSeconds(server) - before : passed;
}

/// One list, as the window asks for it.
template <typename Filter, typename Sort>
struct Finding {
    QString name;
    SearchGrammar grammar;
    QStringList searches;
    std::vector<std::pair<QString, ListOrder<Sort>>>
        orders; ///< of several columns, or of one without an index
    std::function<Result<PageKey>(const Filter &, const ListOrder<Sort> &, const PageKey &)> page;
    std::function<Result<qint64>(const Filter &)> count;
};

template <typename Filter>
Filter filterOf(const BenchBook &book, const QString &search, SearchGrammar grammar)
{
    const Landmarks known = expected(book.services.finder.landmarks(book.session()));
    grammar.setChoices(known.departments, known.products, known.vendors);
    const SearchQuery query = expected(
        parseSearch(search, grammar, expected(book.services.operations.today(book.session()))));
    Filter filter;
    filter.search = query.words;
    filter.terms = query.terms;
    return filter;
}

template <typename Filter, typename Sort>
void measure(const BenchBook &book, const Finding<Filter, Sort> &list)
{
    const int turns = std::max(3, book.plan.queries / 10);
    printHeading(u"Finding %1: first page, next page, count"_s.arg(list.name));
    const auto show = [&](const QString &what, const Filter &filter, const ListOrder<Sort> &order) {
        Series first, next, count;
        for (int turn = 0; turn < turns; ++turn) {
            PageKey last;
            first.add(timed(book, [&] {
                auto page = list.page(filter, order, {});
                if (page)
                    last = *page;
                return page;
            }));
            if (!last.isEmpty())
                next.add(timed(book, [&] { return list.page(filter, order, last); }));
            count.add(timed(book, [&] { return list.count(filter); }));
        }
        const auto p95 = [](const Series &series) {
            return QString::number(series.quantile(0.95) * 1e3, 'f', 1);
        };
        printLine(what, u"p95 %1, %2, %3 ms"_s.arg(p95(first), p95(next), p95(count)));
    };
    for (const QString &search : list.searches)
        show(search, filterOf<Filter>(book, search, list.grammar), {});
    for (const auto &[what, order] : list.orders) {
        show(what, {}, order);
        ListOrder<Sort> back = order;
        back.descending = !back.descending;
        show(what + u", first turned round"_s, {}, back);
    }
}

template <typename T>
Result<PageKey> keyOf(const Result<ListPage<T>> &page)
{
    return page ? Result<PageKey>(page->last) : std::unexpected(page.error());
}

} // namespace

void measureFinding(const BenchBook &book)
{
    const CompositeQueryRepository &lists = book.services.lists;
    Session &session = book.session();
    measure(
        book,
        Finding<MemberFilter, MemberSort>{
            u"members"_s,
            memberSearchGrammar(),
            {u"name:anna"_s, u"number:p1024"_s, u"email:@de.meridian"_s, u"department=Design"_s,
             u"status:departed"_s, u"seats>=100"_s, u"seats:0"_s, u"seats>=1"_s, u"holds:enterprise"_s,
             u"joined:2024-03"_s, u"joined:>=2020-01-01"_s, u"left:>today-90"_s, u"-status:active seats>0"_s},
            {{u"by department, then name"_s, {MemberSort::ByDepartment, false, {{MemberSort::ByName}}}},
             {u"by status, then number"_s, {MemberSort::ByStatus, false, {{MemberSort::ByNumber}}}}},
            [&](const auto &filter, const auto &order, const auto &after) {
                return keyOf(lists.members(session, filter, order, after, 0, pageRows));
            },
            [&](const auto &filter) { return lists.memberCount(session, filter); }});
    measure(book, Finding<LicenseFilter, LicenseSort>{
                      u"licences"_s,
                      licenseSearchGrammar(),
                      {u"license:enterprise"_s, u"product:mail"_s, u"vendor:aurelia"_s, u"state:suspended"_s,
                       u"term:subscription"_s, u"metric:floating"_s, u"seats:>=100"_s, u"seats:7"_s,
                       u"held:0"_s, u"held:>=20"_s, u"free:<0"_s, u"free:<5"_s, u"lapse:<today+30"_s,
                       u"is:short"_s, u"is:full"_s, u"is:unlimited"_s, u"product:mail free:<5"_s},
                      {{u"by product, then free"_s, {LicenseSort::ByProduct, false, {{LicenseSort::ByFree}}}},
                       {u"by state, then name"_s, {LicenseSort::ByState, false, {{LicenseSort::ByName}}}},
                       {u"by free, then name"_s, {LicenseSort::ByFree, false, {{LicenseSort::ByName}}}},
                       {u"by term, then lapse"_s, {LicenseSort::ByTerm, false, {{LicenseSort::ByLapse}}}}},
                      [&](const auto &filter, const auto &order, const auto &after) {
                          return keyOf(lists.licenses(session, filter, order, after, 0, pageRows));
                      },
                      [&](const auto &filter) { return lists.licenseCount(session, filter); }});
    measure(book,
            Finding<AssignmentFilter, AssignmentSort>{
                u"assignments"_s,
                assignmentSearchGrammar(),
                {u"member:anna"_s,
                 u"number:p1024"_s,
                 u"email:@de.meridian"_s,
                 u"department=Design"_s,
                 u"department:de"_s,
                 u"license:enterprise"_s,
                 u"product:mail"_s,
                 u"vendor:aurelia"_s,
                 u"state:suspended"_s,
                 u"seats:>=2"_s,
                 u"seats:>=5"_s,
                 u"seats:>=1000"_s,
                 u"from:>=today-30"_s,
                 u"from:2024-03"_s,
                 u"until:<2024-01-01"_s,
                 u"until:<today+30"_s,
                 u"until:>2030-01-01"_s,
                 u"is:endless"_s,
                 u"is:current"_s,
                 u"is:ended"_s,
                 u"department=Design is:current"_s,
                 u"vendor:aurelia is:current"_s,
                 u"member:anna license:enterprise"_s,
                 u"state:suspended seats:>=2"_s},
                {{u"by last day"_s, {AssignmentSort::ByLastDay}},
                 {u"by quantity"_s, {AssignmentSort::ByQuantity}},
                 {u"by state, then member"_s, {AssignmentSort::ByState, false, {{AssignmentSort::ByMember}}}},
                 {u"by member, then last day"_s,
                  {AssignmentSort::ByMember, false, {{AssignmentSort::ByLastDay}}}},
                 {u"by licence, then first day"_s,
                  {AssignmentSort::ByLicense, false, {{AssignmentSort::ByFirstDay}}}},
                 {u"by first day, then member"_s,
                  {AssignmentSort::ByFirstDay, false, {{AssignmentSort::ByMember}}}}},
                [&](const auto &filter, const auto &order, const auto &after) {
                    return keyOf(lists.assignments(session, filter, order, after, 0, pageRows));
                },
                [&](const auto &filter) { return lists.assignmentCount(session, filter); }});
}

} // namespace seatledger
