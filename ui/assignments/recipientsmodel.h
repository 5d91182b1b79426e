// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/assignmentplan.h"
#include "ui/book/people.h"
#include "ui/book/planmodel.h"

#include <vector>

namespace seatledger {

/// The people that seats are to be given to, each once, in the order they are served, and beside each what
/// the plan says. GUI thread.
class RecipientsModel final : public PlanModel
{
    Q_OBJECT

public:
    explicit RecipientsModel(QObject *parent = nullptr);

    /// Adds those who are not there yet, at the end; answers how many that were.
    int add(const std::vector<Person> &people);
    /// Takes out the people of these rows.
    void remove(const QList<int> &rows);
    /// What the plan says of each person; its items are those of members(), in the same order.
    void setPlan(const AssignmentPlan &plan);

    [[nodiscard]] std::vector<MemberId> members() const;

signals:
    /// People were added or taken out.
    void peopleChanged();
};

} // namespace seatledger
