// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/samplerandom.h"
#include "tests/bench/figures.h"
#include "tests/bench/measures.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

constexpr int pageRows = 100;
constexpr int anchorEvery = 1'000;

// What people type: a name, a part of one, two words, something that nobody is called.
const QStringList memberWords{u"anna"_s,        u"schmidt"_s, u"mül"_s,    u"王"_s,   u"олена"_s,
                              u"de.meridian"_s, u"p1024"_s,   u"li wei"_s, u"zzyzx"_s};
const QStringList licenseWords{u"draft"_s, u"enterprise"_s, u"aurelia mail"_s, u"berlin"_s,
                               u"青云"_s,  u"halcyon"_s,    u"(3)"_s,          u"zzyzx"_s};

/// One list: how it pages, jumps, searches and counts.
template <typename Filter, typename Sort>
struct List {
    QString name;
    QStringList words;
    std::vector<Sort> sorts;
    std::function<Result<PageKey>(const Filter &, ListOrder<Sort>, const PageKey &, int skip)> page;
    std::function<Result<std::vector<PageKey>>(const Filter &, ListOrder<Sort>)> anchors;
    std::function<Result<qint64>(const Filter &)> count;
};

template <typename T>
Result<void> outcome(const Result<T> &result)
{
    return result ? Result<void>() : std::unexpected(result.error());
}

template <typename Filter, typename Sort>
void measure(const BenchBook &book, const List<Filter, Sort> &list)
{
    SampleRandom random(book.plan.sample.seed, 100, 0);
    const auto timed = [](const auto &work) { return secondsOf([&] { return outcome(work()); }); };
    Series first, middle, search, count, searchCount, anchors;
    for (const Sort sort : list.sorts) {
        const ListOrder<Sort> order{sort, random.chance(50)};
        std::vector<PageKey> keys;
        anchors.add(secondsOf([&]() -> Result<void> {
            auto found = list.anchors({}, order);
            if (found)
                keys = *std::move(found);
            return outcome(found);
        }));
        for (int turn = 0; turn < book.plan.queries && !keys.empty(); ++turn) {
            const auto &key = random.pick(keys);
            const int skip = static_cast<int>(random.below(&key == &keys.back() ? 1 : anchorEvery));
            middle.add(timed([&] { return list.page({}, order, key, skip); }));
            first.add(timed([&] { return list.page({}, order, {}, 0); }));
        }
    }
    for (int turn = 0; turn < book.plan.queries; ++turn) {
        Filter filter;
        filter.search = list.words[turn % list.words.size()];
        const ListOrder<Sort> order{random.pick(list.sorts), false};
        search.add(timed([&] { return list.page(filter, order, {}, 0); }));
        searchCount.add(timed([&] { return list.count(filter); }));
        count.add(timed([&] { return list.count({}); }));
    }
    printHeading(u"List of %1"_s.arg(list.name));
    printLatency(u"first page, every order"_s, first);
    printLatency(u"a page anywhere in the middle"_s, middle);
    printLatency(u"first page of a search"_s, search);
    printLatency(u"count"_s, count);
    printLatency(u"count of a search"_s, searchCount);
    printLatency(u"anchors of the whole list"_s, anchors);
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
                      memberWords + licenseWords,
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
