// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/samplerandom.h"
#include "tests/bench/figures.h"
#include "tests/bench/measures.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

/// What people type, by what it asks of the database.
struct Words {
    QString kind;
    QStringList searches;
};

const std::vector<Words> memberWords{
    {u"rare words"_s, {u"p10244"_s, u"p1024"_s, u"олена"_s, u"mül"_s}},
    {u"common words"_s, {u"anna"_s, u"de.meridian"_s, u"meridian"_s, u"ng"_s, u"e"_s}},
    {u"several words"_s, {u"anna schmidt"_s, u"anna de.meridian"_s, u"meridian ng"_s, u"mül anna de"_s}},
    {u"one or two Chinese characters"_s, {u"孙"_s, u"孙芳"_s, u"王"_s, u"小明"_s}},
    {u"words nobody has"_s, {u"zzyzx"_s, u"anna zzyzx"_s}}};
const std::vector<Words> licenseWords{
    {u"rare words"_s, {u"(113)"_s, u"pune (108)"_s, u"draft team, austin (14)"_s}},
    {u"common words"_s, {u"enterprise"_s, u"berlin"_s, u"aurelia"_s, u"draft"_s, u"ng"_s, u"e"_s}},
    {u"several words"_s, {u"aurelia mail"_s, u"enterprise berlin"_s, u"berlin london"_s, u"e a ng"_s}},
    {u"one or two Chinese characters"_s, {u"青"_s, u"青云"_s, u"文档"_s, u"青云 文档"_s, u"小明"_s}},
    {u"words nobody has"_s, {u"zzyzx"_s, u"berlin zzyzx"_s}}};
const std::vector<Words> assignmentWords{
    {u"rare words"_s, {u"p10244"_s, u"(113)"_s, u"pune (108)"_s}},
    {u"common words"_s,
     {u"anna"_s, u"mül"_s, u"de.meridian"_s, u"enterprise"_s, u"berlin"_s, u"ng"_s, u"e"_s}},
    {u"several words"_s,
     {u"anna schmidt"_s, u"anna enterprise"_s, u"mül draft"_s, u"aurelia mail"_s, u"de.meridian berlin"_s,
      u"enterprise berlin"_s, u"berlin london"_s, u"anna schmidt berlin"_s, u"p10244 ng"_s}},
    {u"one or two Chinese characters"_s,
     {u"孙"_s, u"孙芳"_s, u"青云"_s, u"青云 文档"_s, u"孙 青"_s, u"小明"_s}},
    {u"words nobody has"_s, {u"zzyzx"_s, u"berlin zzyzx"_s}}};

/// One list: how it pages, jumps, searches and counts.
template <typename Filter, typename Sort>
struct List {
    QString name;
    const std::vector<Words> &words;
    std::vector<Sort> sorts;
    std::function<Result<PageKey>(const Filter &, ListOrder<Sort>, const PageKey &, int skip)> page;
    std::function<Result<std::vector<PageKey>>(const Filter &, ListOrder<Sort>)> anchors;
    std::function<Result<qint64>(const Filter &)> count;
};

/// Seconds that one question took: those that passed, or those that the server worked on it.
double timed(const BenchBook &book, const auto &work)
{
    const qint64 server = book.plan.countsWork ? book.database.connection().backendPid() : 0;
    const double before = book.plan.countsWork ? workedSeconds(server) : 0;
    const double passed = secondsOf([&] { return outcome(work()); });
    return book.plan.countsWork ? workedSeconds(server) - before : passed;
}

/// Reading the whole list: its start, anywhere, its end, in every order.
template <typename Filter, typename Sort>
void measurePages(const BenchBook &book, const List<Filter, Sort> &list, SampleRandom &random)
{
    Series first, middle, last, count, anchors;
    const qint64 rows = expected(list.count({}));
    for (const Sort sort : list.sorts) {
        for (const ListOrder<Sort> &order : {ListOrder<Sort>{sort, false}, ListOrder<Sort>{sort, true}}) {
            std::vector<PageKey> keys;
            anchors.add(timed(book, [&] {
                auto found = list.anchors({}, order);
                if (found)
                    keys = *found;
                return found;
            }));
            const int lastSkip = static_cast<int>(std::max<qint64>(0, rows % anchorEvery - pageRows));
            for (int turn = 0; turn < book.plan.queries && !keys.empty(); ++turn) {
                const auto &key = random.pick(keys);
                const int skip = &key == &keys.back() ? 0 : static_cast<int>(random.below(anchorEvery));
                first.add(timed(book, [&] { return list.page({}, order, {}, 0); }));
                middle.add(timed(book, [&] { return list.page({}, order, key, skip); }));
                last.add(timed(book, [&] { return list.page({}, order, keys.back(), lastSkip); }));
            }
        }
    }
    for (int turn = 0; turn < book.plan.queries; ++turn)
        count.add(timed(book, [&] { return list.count({}); }));
    printLatency(u"first page, every order"_s, first);
    printLatency(u"a page anywhere in the middle"_s, middle);
    printLatency(u"last page"_s, last);
    printLatency(u"count"_s, count);
    printLatency(u"anchors of the whole list"_s, anchors);
}

/// Every search in every order, and the count beside it; names the slowest of each.
template <typename Filter, typename Sort>
void measureSearches(const BenchBook &book, const List<Filter, Sort> &list, const Words &words)
{
    struct Slowest {
        Series seconds = {};
        QString search = {};

        void add(double value, const QString &which)
        {
            if (value > seconds.maximum())
                search = which;
            seconds.add(value);
        }
    };
    Slowest page, count;
    const int turns = std::max(1, book.plan.queries / 20);
    for (const QString &search : words.searches) {
        Filter filter;
        filter.search = search;
        for (int turn = 0; turn < turns; ++turn) {
            for (const Sort sort : list.sorts) {
                page.add(timed(book, [&] { return list.page(filter, {sort, false}, {}, 0); }), search);
                page.add(timed(book, [&] { return list.page(filter, {sort, true}, {}, 0); }), search);
            }
            count.add(timed(book, [&] { return list.count(filter); }), search);
        }
    }
    printLatency(u"search: %1 (slowest: %2)"_s.arg(words.kind, page.search), page.seconds);
    printLatency(u"  counted (slowest: %1)"_s.arg(count.search), count.seconds);
}

template <typename Filter, typename Sort>
void measure(const BenchBook &book, const List<Filter, Sort> &list)
{
    SampleRandom random(book.plan.sample.seed, 100, 0);
    printHeading(u"List of %1"_s.arg(list.name));
    measurePages(book, list, random);
    for (const Words &words : list.words)
        measureSearches(book, list, words);
}

template <typename T>
Result<PageKey> keyOf(const Result<ListPage<T>> &page)
{
    return page ? Result<PageKey>(page->last) : std::unexpected(page.error());
}

} // namespace

void measureLists(const BenchBook &book)
{
    const CompositeQueryRepository &lists = book.services.lists;
    Session &session = book.session();
    if (book.plan.countsWork)
        book.run(u"SET max_parallel_workers_per_gather = 0"_s); // helpers would work uncounted
    measure(book, List<MemberFilter, MemberSort>{
                      u"members"_s,
                      memberWords,
                      {MemberSort::ByName, MemberSort::ByNumber, MemberSort::ByEmail},
                      [&](const auto &filter, auto order, const auto &after, int skip) {
                          return keyOf(lists.members(session, filter, order, after, skip, pageRows));
                      },
                      [&](const auto &filter, auto order) {
                          return lists.memberAnchors(session, filter, order, anchorEvery);
                      },
                      [&](const auto &filter) { return lists.memberCount(session, filter); }});
    measure(book, List<LicenseFilter, LicenseSort>{
                      u"licences"_s,
                      licenseWords,
                      {LicenseSort::ByName, LicenseSort::ByFree, LicenseSort::ByHeld, LicenseSort::ByLapse},
                      [&](const auto &filter, auto order, const auto &after, int skip) {
                          return keyOf(lists.licenses(session, filter, order, after, skip, pageRows));
                      },
                      [&](const auto &filter, auto order) {
                          return lists.licenseAnchors(session, filter, order, anchorEvery);
                      },
                      [&](const auto &filter) { return lists.licenseCount(session, filter); }});
    measure(book, List<AssignmentFilter, AssignmentSort>{
                      u"assignments"_s,
                      assignmentWords,
                      {AssignmentSort::Newest, AssignmentSort::ByMember, AssignmentSort::ByLicense,
                       AssignmentSort::ByFirstDay},
                      [&](const auto &filter, auto order, const auto &after, int skip) {
                          return keyOf(lists.assignments(session, filter, order, after, skip, pageRows));
                      },
                      [&](const auto &filter, auto order) {
                          return lists.assignmentAnchors(session, filter, order, anchorEvery);
                      },
                      [&](const auto &filter) { return lists.assignmentCount(session, filter); }});
}

} // namespace seatledger
