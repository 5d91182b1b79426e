// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/editwords.h"

#include "core/domain/departmenttree.h"
#include "core/domain/enumtext.h"
#include "core/domain/period.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

/// Collects what is another before and after.
class Differences final
{
public:
    explicit Differences(EditItem &item) : m_item(item) {}

    template <typename T, typename Text>
    void add(const QString &field, const T &before, const T &after, Text text)
    {
        if (before != after)
            m_item.changes.push_back({field, text(before), text(after)});
    }

private:
    EditItem &m_item;
};

constexpr auto written = [](const auto &value) { return value.text(); };
constexpr auto worded = [](auto value) { return displayText(value); };
constexpr auto counted = [](auto value) { return QLocale().toString(value.value()); };

QString dayText(std::optional<QDate> day)
{
    return day ? displayDay(*day) : QString();
}

} // namespace

EditItem itemOf(const Member &before, const Member &after, const EditNames &names)
{
    EditItem item{.id = before.id.value(),
                  .version = before.version,
                  .name = before.name.text(),
                  .detail = before.number.text()};
    Differences differences(item);
    const auto department = [&names](std::optional<DepartmentId> id) {
        return id ? pathOf(names.departments, *id) : QString();
    };
    differences.add(u"number"_s, before.number, after.number, written);
    differences.add(u"name"_s, before.name, after.name, written);
    differences.add(u"email"_s, before.email, after.email, written);
    differences.add(u"department"_s, before.department, after.department, department);
    differences.add(u"status"_s, before.status, after.status, worded);
    differences.add(u"joined_on"_s, before.joinedOn, after.joinedOn, dayText);
    differences.add(u"note"_s, before.note, after.note, written);
    return item;
}

EditItem itemOf(const License &before, const License &after, const EditNames &names)
{
    EditItem item{.id = before.id.value(), .version = before.version, .name = before.name.text()};
    Differences differences(item);
    const auto owner = [&names](std::optional<MemberId> id) {
        return id ? names.members.value(*id) : QString();
    };
    const auto threshold = [](std::optional<SeatThreshold> value) {
        return value ? counted(*value) : QString();
    };
    differences.add(u"name"_s, before.name, after.name, written);
    differences.add(u"state"_s, before.state, after.state, worded);
    differences.add(u"owner"_s, before.owner, after.owner, owner);
    differences.add(u"overage_percent"_s, before.overage, after.overage, counted);
    differences.add(u"devices_per_seat"_s, before.devicesPerSeat, after.devicesPerSeat, counted);
    differences.add(u"expiry_action"_s, before.expiryAction, after.expiryAction, worded);
    differences.add(u"low_seat_threshold"_s, before.lowSeatThreshold, after.lowSeatThreshold, threshold);
    differences.add(u"note"_s, before.note, after.note, written);
    return item;
}

EditItem itemOf(const Assignment &before, const Assignment &after, const EditNames &names)
{
    EditItem item{.id = before.id.value(),
                  .version = before.version,
                  .name = names.members.value(before.member),
                  .detail = names.licenses.value(before.license)};
    Differences differences(item);
    differences.add(u"quantity"_s, before.quantity, after.quantity, counted);
    differences.add(u"first_day"_s, before.period.firstDay(), after.period.firstDay(), dayText);
    differences.add(u"last_day"_s, before.period.lastDay(), after.period.lastDay(), dayText);
    differences.add(u"note"_s, before.note, after.note, written);
    return item;
}

} // namespace seatledger
