// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/assignments/recipientsmodel.h"

#include <QSet>

#include <algorithm>
#include <iterator>

namespace seatledger {

RecipientsModel::RecipientsModel(QObject *parent) : PlanModel(tr("E-mail"), parent) {}

int RecipientsModel::add(const std::vector<Person> &people)
{
    std::vector<PlanLine> all = lines();
    QSet<qint64> there;
    for (const PlanLine &line : all)
        there.insert(line.id);
    for (const Person &person : people) {
        if (there.contains(person.id.value()))
            continue;
        there.insert(person.id.value());
        all.push_back({.id = person.id.value(),
                       .name = person.name,
                       .detail = person.email,
                       .granted = tr("Gets a seat")});
    }
    const int added = static_cast<int>(all.size()) - count();
    if (added == 0)
        return 0;
    setLines(std::move(all));
    emit peopleChanged();
    return added;
}

void RecipientsModel::remove(const QList<int> &rows)
{
    QSet<std::size_t> gone;
    for (const int row : rows) {
        if (row >= 0 && row < rowCount())
            gone.insert(lineOf(row));
    }
    if (gone.isEmpty())
        return;
    std::vector<PlanLine> kept;
    for (std::size_t i = 0; i < lines().size(); ++i) {
        if (!gone.contains(i))
            kept.push_back(lines()[i]);
    }
    setLines(std::move(kept));
    emit peopleChanged();
}

void RecipientsModel::setPlan(const AssignmentPlan &plan)
{
    std::vector<std::optional<Refusal>> refusals;
    std::ranges::transform(plan.items, std::back_inserter(refusals), &PlanItem::refusal);
    setVerdicts(refusals);
}

std::vector<MemberId> RecipientsModel::members() const
{
    std::vector<MemberId> members;
    members.reserve(lines().size());
    for (const PlanLine &line : lines())
        members.push_back(*MemberId::fromValue(line.id));
    return members;
}

} // namespace seatledger
