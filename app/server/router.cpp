// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/router.h"

namespace seatledger::server {

namespace {

/// How well a segment of a path fits one of a pattern; larger is more special.
enum class Fit { None, Anything, Verb, Word };

/// `{id}` takes anything, `{id}:undo` what ends so.
Fit fitOf(QStringView pattern, QStringView segment, QStringList &values)
{
    if (!pattern.startsWith(u'{'))
        return pattern == segment ? Fit::Word : Fit::None;
    const QStringView verb = pattern.sliced(pattern.indexOf(u'}') + 1);
    if (!segment.endsWith(verb) || segment.size() == verb.size())
        return Fit::None;
    values.append(segment.chopped(verb.size()).toString());
    return verb.isEmpty() ? Fit::Anything : Fit::Verb;
}

/// The sum of how well all segments fit; none if one does not.
std::optional<int> fitOf(const Route &route, const QStringList &segments, QStringList &values)
{
    const auto patterns = QStringView(route.pattern).sliced(1).split(u'/');
    if (patterns.size() != segments.size())
        return std::nullopt;
    int sum = 0;
    for (qsizetype i = 0; i < segments.size(); ++i) {
        const Fit fit = fitOf(patterns[i], segments[i], values);
        if (fit == Fit::None)
            return std::nullopt;
        sum = sum * 4 + static_cast<int>(fit);
    }
    return sum;
}

bool answers(const Route &route, Method method)
{
    return route.method == method || (route.method == Method::Get && method == Method::Head);
}

} // namespace

Match Router::find(const std::optional<Method> &method, const QStringList &segments) const
{
    Match match;
    int bestFit = -1;
    for (const Route &route : m_routes) {
        QStringList values;
        const auto fit = fitOf(route, segments, values);
        if (!fit || *fit < bestFit)
            continue;
        if (*fit > bestFit)
            match = {};
        bestFit = *fit;
        match.allowed.append(route.method);
        if (route.method == Method::Get)
            match.allowed.append(Method::Head);
        if (method && answers(route, *method)) {
            match.route = &route;
            match.values = values;
        }
    }
    if (!match.allowed.isEmpty())
        match.allowed.append(Method::Options);
    return match;
}

Route &Router::open(const char *pattern, Route::OpenHandler handler)
{
    Route route{.method = Method::Get, .pattern = QString::fromLatin1(pattern)};
    route.openHandler = std::move(handler);
    return add(std::move(route));
}

Route &Router::book(const char *pattern, Function<> function)
{
    Route route{.method = Method::Get, .pattern = QString::fromLatin1(pattern)};
    route.handler = [function](const Call &call, const QStringList &) { return function(call); };
    return add(std::move(route));
}

Route &Router::add(Route route)
{
    return m_routes.emplace_back(std::move(route));
}

} // namespace seatledger::server
