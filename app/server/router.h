// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/call.h"
#include "app/server/http/request.h"
#include "app/server/pathvalue.h"
#include "app/server/problem.h"
#include "core/domain/apitoken.h"

#include <QDate>
#include <QStringList>

#include <chrono>
#include <deque>
#include <functional>
#include <optional>
#include <tuple>
#include <utility>

namespace seatledger::server {

/// Since when a route is deprecated, and when it goes.
struct Deprecation {
    QDate since;
    std::optional<QDate> sunset = std::nullopt;
};

/// How long an answer may be given again: until one of the tables changes that it was read from, and no
/// longer than its lifetime, since answers depend on the clock, too.
struct Keeping {
    QList<QByteArray> tables; ///< at least one
    std::chrono::seconds lifetime{60};
};

/// One address and method, what it takes to be let in, and what answers. Made by Router; what is unusual
/// about it is said behind that: `router.post(...).creates()`.
struct Route {
    using Handler = std::function<Answer(const Call &, const QStringList &)>;
    using OpenHandler = std::function<Answer(const Request &, const QStringList &)>;

    Method method;
    QString pattern; ///< as in the description: "/api/v1/members/{id}"
    std::optional<TokenScope> scope = std::nullopt; ///< none: without a token
    Handler handler = nullptr;
    OpenHandler openHandler = nullptr; ///< in place of the other: without the book, at once
    QList<QByteArray> produces = {"application/json"};
    bool isIdempotent = false; ///< takes an Idempotency-Key
    bool isAlwaysOpen = false; ///< also where changes through the API are switched off
    bool isReading = false; ///< changes nothing, whatever the method
    bool isStreaming = false; ///< may take long: has threads of its own
    std::optional<Keeping> kept = std::nullopt; ///< see AnswerKeeper; only for what reads
    std::optional<Deprecation> deprecation = std::nullopt;

    /// It makes something: a client that repeats it with the same Idempotency-Key gets the same answer.
    Route &creates() { return isIdempotent = true, *this; }
    /// A POST that only asks.
    Route &reads() { return isReading = true, *this; }
    /// What has to work while changes through the API are switched off (Feature::ApiWrites).
    Route &alwaysOpen() { return isAlwaysOpen = true, *this; }
    Route &streams() { return isStreaming = isReading = true, *this; }
    Route &keeps(Keeping keeping) { return kept = std::move(keeping), *this; }
    Route &as(QList<QByteArray> mediaTypes) { return produces = std::move(mediaTypes), *this; }
    Route &deprecated(Deprecation what) { return deprecation = what, *this; }

    [[nodiscard]] bool takesBody() const
    {
        return method == Method::Post || method == Method::Put || method == Method::Patch;
    }
};

/// What a router found for a path.
struct Match {
    const Route *route = nullptr;  ///< null: nothing answers this method here
    QStringList values = {};       ///< of the parameters of the path
    QList<Method> allowed = {};    ///< what the path answers; empty: nothing is there
};

/// All routes. A resource adds its own with functions whose parameters say what stands in the path:
///
///     Answer readMember(const Call &call, MemberId id);
///
///     void addMemberRoutes(Router &router)
///     {
///         router.get("/api/v1/members/{id}", TokenScope::Read, readMember);
///     }
///
/// A value in the path that cannot be what it is meant to be is answered by 404. HEAD is answered by GET,
/// OPTIONS by what is allowed. Filled once at the start; afterwards all threads share it.
class Router final
{
public:
    template <typename... Values>
    using Function = Answer (*)(const Call &, Values...);

    template <typename... Values>
    Route &get(const char *pattern, TokenScope scope, Function<Values...> function)
    {
        return add(Method::Get, pattern, scope, function);
    }
    template <typename... Values>
    Route &post(const char *pattern, TokenScope scope, Function<Values...> function)
    {
        return add(Method::Post, pattern, scope, function);
    }
    template <typename... Values>
    Route &put(const char *pattern, TokenScope scope, Function<Values...> function)
    {
        return add(Method::Put, pattern, scope, function);
    }
    template <typename... Values>
    Route &patch(const char *pattern, TokenScope scope, Function<Values...> function)
    {
        return add(Method::Patch, pattern, scope, function);
    }
    template <typename... Values>
    Route &remove(const char *pattern, TokenScope scope, Function<Values...> function)
    {
        return add(Method::Delete, pattern, scope, function);
    }

    /// Without a token and without the book: answered at once, on a thread that must not wait.
    Route &open(const char *pattern, Route::OpenHandler handler);
    /// Without a token, by the server's own login.
    Route &book(const char *pattern, Function<> function);

    /// The most special pattern counts: words before `{id}:verb` before `{id}`.
    [[nodiscard]] Match find(const std::optional<Method> &method, const QStringList &segments) const;

    [[nodiscard]] const std::deque<Route> &routes() const { return m_routes; }

private:
    template <typename... Values>
    Route &add(Method method, const char *pattern, TokenScope scope, Function<Values...> function)
    {
        Route route{.method = method, .pattern = QString::fromLatin1(pattern), .scope = scope};
        route.handler = [function](const Call &call, const QStringList &texts) {
            return callWith(function, call, texts, std::index_sequence_for<Values...>());
        };
        return add(std::move(route));
    }
    Route &add(Route route);

    template <typename... Values, std::size_t... Index>
    static Answer callWith(Function<Values...> function, const Call &call,
                           [[maybe_unused]] const QStringList &texts, std::index_sequence<Index...>)
    {
        const std::tuple<std::optional<Values>...> values{PathValue<Values>::read(texts[Index])...};
        if (!(std::get<Index>(values) && ...))
            return std::unexpected(noSuchResource());
        return function(call, *std::get<Index>(values)...);
    }

    std::deque<Route> m_routes; // a route stays where it is while others are added
};

} // namespace seatledger::server
