// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/ids.h"
#include "core/domain/permissions.h"
#include "core/domain/result.h"
#include "core/repositories/listquery.h"

#include <QDateTime>

#include <optional>
#include <vector>

namespace seatledger {

/// One line of the list of those who sign in.
struct OperatorRow {
    OperatorId id;
    QString login;
    QString name;
    Role role = Role::Staff;
    std::vector<Right> rights = {};
    QStringList departments = {};                    ///< their names, in order
    std::optional<QDateTime> disabledAt = {};        ///< UTC
    std::optional<QDateTime> lastDid =
        {}; ///< when they last did something, as far as the session sees it; UTC
    std::optional<QDateTime> passwordUntil = {}; ///< when the password expires; UTC
    int sessions = 0; ///< open now in this database

    [[nodiscard]] bool isDisabled() const { return disabledAt.has_value(); }

    friend bool operator==(const OperatorRow &, const OperatorRow &) = default;
};

enum class OperatorSort { ByLogin, ByName, ByRole };

/// Members left empty do not filter. `search` is looked for in login and name, ignoring case; several words
/// must all be found.
struct OperatorFilter {
    QString search = {};
    std::optional<Role> role = {};
    std::optional<bool> disabled = {};
    std::optional<OperatorId> id = {};

    friend bool operator==(const OperatorFilter &, const OperatorFilter &) = default;
};

/// The list of operators as SQL.
[[nodiscard]] ListQuery operatorListQuery(const OperatorFilter &filter, const ListOrder<OperatorSort> &order);

/// Feeds the list of those who sign in; `operators`, `operatorAnchors` and `operatorCount` as those of
/// CompositeQueryRepository. People see themselves; who may manage operators sees all. Rows are Forbidden for
/// auditors, who see no departments. Stateless; reads only.
class OperatorListRepository final
{
public:
    [[nodiscard]] Result<ListPage<OperatorRow>> operators(Session &session, const OperatorFilter &filter,
                                                          const ListOrder<OperatorSort> &order,
                                                          const PageKey &after, int skip, int limit) const;
    [[nodiscard]] Result<std::vector<PageKey>> operatorAnchors(Session &session, const OperatorFilter &filter,
                                                               const ListOrder<OperatorSort> &order,
                                                               int every) const;
    [[nodiscard]] Result<qint64> operatorCount(Session &session, const OperatorFilter &filter) const;
};

} // namespace seatledger
