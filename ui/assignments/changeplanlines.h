// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/changeplan.h"
#include "ui/book/planmodel.h"
#include "ui/book/planview.h"

#include <QHash>

#include <functional>

namespace seatledger {

struct BookAccess;

/// What a change would do, and who the holders are.
struct NamedChangePlan {
    ChangePlan plan;
    QHash<MemberId, QString> names;
};

/// What becomes of an assignment that a plan grants, in few words.
using GrantedText = std::function<QString(const PlanItem &)>;

/// The lines of a change of assignments: who holds it, which licence and days, what becomes of it.
[[nodiscard]] std::vector<PlanLine> linesOf(const NamedChangePlan &named, const GrantedText &granted);

/// What it comes to: how many, what stays free, what it costs.
[[nodiscard]] PlanFigures figuresOf(const BookAccess &access, const ChangePlan &plan);

} // namespace seatledger
