// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/palette.h"

#include "ui/common/remembered.h"
#include "ui/palette/bookplaces.h"
#include "ui/palette/fuzzymatch.h"
#include "ui/palette/palettemodel.h"
#include "ui/palette/paletteview.h"
#include "ui/palette/windowplaces.h"
#include "ui/shell/mainwindow.h"

#include <QAction>

#include <algorithm>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr int delayMs = 90; ///< between the last key and the question to the database
constexpr int keysKept = 30;
constexpr int recentShown = 6;
constexpr std::ptrdiff_t groupShown = 6;
constexpr int found = 8; ///< people, and licences
constexpr int recentBonus = 60;

/// Shows no more of a group than anybody reads.
void shorten(PaletteHits &hits)
{
    PaletteHits kept;
    for (PaletteHit &hit : hits) {
        if (std::ranges::count(kept, hit.group, &PaletteHit::group) < groupShown)
            kept.push_back(std::move(hit));
    }
    hits = std::move(kept);
}

/// A single letter names nobody; a Chinese one does.
bool isWorthAsking(const QString &typed)
{
    const QString text = typed.simplified();
    return text.size() > 1 || (!text.isEmpty() && text.front().unicode() > 0x7f);
}

} // namespace

Palette::Palette(MainWindow &window, BookAccess access, const QString &name)
    : QObject(&window),
      m_window(window),
      m_book(access),
      m_settingsKey(u"palette/"_s + QString::fromLatin1(name.toUtf8().toBase64(QByteArray::Base64UrlEncoding))
                    + u"/recent"_s),
      m_recent(remembered::value(m_settingsKey).toStringList())
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(delayMs);
    connect(&m_timer, &QTimer::timeout, this, &Palette::ask);
    connect(&window, &MainWindow::remade, this, &Palette::install);
    install();
}

/// The window makes everything anew for another language.
void Palette::install()
{
    delete m_view;
    m_view = new PaletteView(&m_window);
    connect(m_view, &PaletteView::typedChanged, this, &Palette::takeTyped);
    connect(m_view, &PaletteView::taken, this, &Palette::use);
    const QKeySequence keys(Qt::CTRL | Qt::Key_K);
    m_window.addShortcut(u"palette"_s, u"search"_s, tr("Go to anything"), {keys}, [this] { open(); });
    m_window.setFinder(tr("Go to …"), keys.toString(QKeySequence::NativeText), [this] { open(); });
}

void Palette::open(const QString &typed)
{
    if (m_view->isOpen())
        return m_view->close();
    learn();
    recall();
    m_view->open(typed);
    takeTyped();
}

/// What there is to know by heart may be others than last time.
void Palette::learn()
{
    m_isLearning = true;
    m_book.ask(
        this, [](const Services &services, Session &session) { return services.finder.landmarks(session); },
        [this](const Result<Landmarks> &landmarks) {
            m_isLearning = false;
            m_landmarks = landmarks ? hitsOf(*landmarks, m_window) : PaletteHits();
            show(true);
        });
}

QList<qint64> Palette::recentIds(const QString &kind) const
{
    QList<qint64> ids;
    for (const QString &key : m_recent) {
        if (key.startsWith(kind + u':'))
            ids.append(key.mid(kind.size() + 1).toLongLong());
    }
    return ids;
}

/// Names are not remembered, for they are the book's: whoever may not see them any more does not.
void Palette::recall()
{
    QList<MemberId> members;
    for (const qint64 id : recentIds(u"member"_s)) {
        if (const auto member = MemberId::fromValue(id))
            members.append(*member);
    }
    QList<LicenseId> licenses;
    for (const qint64 id : recentIds(u"license"_s)) {
        if (const auto license = LicenseId::fromValue(id))
            licenses.append(*license);
    }
    if (members.isEmpty() && licenses.isEmpty())
        return;
    m_book.ask(
        this,
        [members, licenses](const Services &services, Session &session) {
            return services.finder.recall(session, members, licenses);
        },
        [this](const Result<Found> &recalled) {
            m_recalled.clear();
            if (!recalled)
                return;
            for (const FoundMember &member : recalled->members)
                m_recalled.push_back(hitOf(member, m_window, m_book.may(Action::Assign)));
            for (const FoundLicense &license : recalled->licenses)
                m_recalled.push_back(hitOf(license, m_window));
            show(true);
        });
}

void Palette::takeTyped()
{
    m_request.cancel();
    m_isAsking = false;
    const bool asks = isWorthAsking(m_view->typed());
    if (!asks)
        m_found.clear();
    if (asks)
        m_timer.start();
    else
        m_timer.stop();
    m_view->setBusy(asks);
    show(false);
}

void Palette::ask()
{
    m_isAsking = true;
    const QString typed = m_view->typed();
    m_book.ask(
        this,
        [typed](const Services &services, Session &session) {
            return services.finder.find(session, typed, found);
        },
        [this, typed](const Result<Found> &answer) {
            if (typed != m_view->typed())
                return;
            m_isAsking = false;
            m_found.clear();
            if (answer) {
                for (const FoundMember &member : answer->members)
                    m_found.push_back(hitOf(member, m_window, m_book.may(Action::Assign)));
                for (const FoundLicense &license : answer->licenses)
                    m_found.push_back(hitOf(license, m_window));
            }
            m_view->setBusy(false);
            show(true);
        },
        m_request.renew());
}

PaletteHits Palette::known() const
{
    PaletteHits hits = pageHits(m_window);
    const auto add = [&](PaletteHits more) { std::ranges::move(more, std::back_inserter(hits)); };
    add(actionHits(m_window));
    for (const Source &source : m_sources)
        add(source());
    add(m_landmarks);
    return hits;
}

/// What was used last, then the pages and what can be done here.
PaletteHits Palette::atFirst() const
{
    PaletteHits all = known();
    PaletteHits hits;
    const auto addRecent = [&](const PaletteHits &place, const QString &key) {
        const auto hit = std::ranges::find(place, key, &PaletteHit::key);
        if (hit == place.end() || std::ssize(hits) == recentShown)
            return;
        hits.push_back(*hit);
        hits.back().group = PaletteGroup::Recent;
    };
    for (const QString &key : m_recent) {
        addRecent(all, key);
        addRecent(m_recalled, key);
    }
    for (PaletteHit &hit : all) {
        const bool isShown = hit.group == PaletteGroup::Pages || hit.group == PaletteGroup::Views
                             || (hit.group == PaletteGroup::Actions && hit.isAllowed());
        if (isShown && std::ranges::find(hits, hit.key, &PaletteHit::key) == hits.end())
            hits.push_back(std::move(hit));
    }
    return hits;
}

PaletteHits Palette::matching(const QString &typed) const
{
    PaletteHits hits;
    for (PaletteHit &hit : known()) {
        const auto match = fuzzyMatch(typed, hit.title);
        if (!match)
            continue;
        hit.letters = match->letters;
        hit.score = match->score + (m_recent.contains(hit.key) ? recentBonus : 0);
        hits.push_back(std::move(hit));
    }
    std::ranges::stable_sort(hits, [](const PaletteHit &a, const PaletteHit &b) {
        return a.group != b.group ? a.group < b.group : a.score > b.score;
    });
    shorten(hits);
    // the book's stand behind the window's, so that nothing moves when they come
    const auto behind = std::ranges::find_if(
        hits, [](const PaletteHit &hit) { return hit.group > PaletteGroup::Licenses; });
    PaletteHits theirs;
    for (PaletteHit hit : m_found) {
        const auto match = fuzzyMatch(typed, hit.title);
        hit.letters = match ? match->letters : QList<qsizetype>();
        if (match || fuzzyMatch(typed, hit.title + u' ' + hit.detail))
            theirs.push_back(std::move(hit));
    }
    hits.insert(behind, theirs.begin(), theirs.end());
    return hits;
}

void Palette::show(bool keeps)
{
    if (!m_view->isOpen())
        return;
    const QString typed = m_view->typed();
    m_view->setHits(typed.trimmed().isEmpty() ? atFirst() : matching(typed), keeps);
}

void Palette::use(const PaletteHit &hit, bool other)
{
    m_recent.removeAll(hit.key);
    m_recent.prepend(hit.key);
    m_recent = m_recent.mid(0, keysKept);
    remembered::set(m_settingsKey, m_recent);
    // once the keyboard is back where it was
    QMetaObject::invokeMethod(this, other ? hit.runOther : hit.run, Qt::QueuedConnection);
}

std::vector<TourStop> Palette::tourStops()
{
    const auto stop = [this](const QString &name, const QString &typed) {
        return TourStop{.name = name,
                        .show = [this, typed]() -> QWidget * {
                            open(typed);
                            return nullptr;
                        },
                        .isSettled = [this] { return isSettled(); },
                        .leave = [this] { m_view->close(); }};
    };
    return {stop(u"palette"_s, {}), stop(u"palette-typed"_s, u"an"_s), stop(u"palette-off"_s, u"ass"_s)};
}

} // namespace seatledger
