// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/json.h"
#include "app/ctl/lookup.h"

using namespace Qt::StringLiterals;

namespace seatledger::ctl {

namespace {

struct DeviceArguments {
    std::string device;
    std::string member;
    std::string search;
    bool inUse = false;
    int limit = 100;
};

QJsonObject toJson(const Device &device)
{
    return {{u"id"_s, device.id.value()},
            {u"fingerprint"_s, device.fingerprint.text()},
            {u"name"_s, device.name.text()},
            {u"platform"_s, device.platform.text()},
            {u"member"_s, idOrNull(device.member)},
            {u"member_name"_s, device.memberName},
            {u"retired_on"_s, dayOrNull(device.retiredOn)},
            {u"live"_s, device.live},
            {u"last_seen_at"_s,
             device.lastSeenAt ? QJsonValue(device.lastSeenAt->toString(Qt::ISODate)) : QJsonValue()},
            {u"version"_s, device.version}};
}

/// By fingerprint or, as `#42`, by its id.
Result<Device> deviceOf(const OpenBook &book, const std::string &text)
{
    const QString name = typed(text);
    if (name.startsWith(u'#')) {
        const auto id = idOf<DeviceId>(name.mid(1).toLongLong(), u"a device"_s);
        return id ? book.services.devices.find(book.session, *id) : std::unexpected(id.error());
    }
    auto found = book.services.devices.findByFingerprint(book.session, name);
    if (!found)
        return std::unexpected(std::move(found).error());
    if (!*found)
        return failure(ErrorCode::NotFound, u"There is no device with the fingerprint %1."_s.arg(name));
    return **std::move(found);
}

Result<void> listDevices(const OpenBook &book, const DeviceArguments &arguments)
{
    DeviceFilter filter{.withRetired = !arguments.inUse, .search = typed(arguments.search)};
    filter.limit = arguments.limit;
    if (auto taken = takeMember(filter.member, book, arguments.member); !taken)
        return taken;
    const auto devices = book.services.devices.list(book.session, filter);
    if (!devices)
        return std::unexpected(devices.error());
    QList<QJsonObject> rows;
    for (const Device &device : *devices)
        rows.append(toJson(device));
    book.output.table({u"id"_s, u"fingerprint"_s, u"name"_s, u"platform"_s, u"member_name"_s, u"live"_s,
                       u"last_seen_at"_s, u"retired_on"_s},
                      rows);
    return {};
}

Result<void> showDevice(const OpenBook &book, const DeviceArguments &arguments)
{
    const auto device = deviceOf(book, arguments.device);
    if (!device)
        return std::unexpected(device.error());
    QString text = u"#%1 %2 (%3): %4 activation(s) run on it"_s.arg(device->id.value())
                       .arg(device->name.text(), device->fingerprint.text())
                       .arg(device->live);
    text += u"\n  used by "_s + (device->member ? device->memberName : u"nobody in particular"_s);
    if (device->retiredOn)
        text += u"\n  out of use since "_s + device->retiredOn->toString(Qt::ISODate);
    book.output.result(text, toJson(*device));
    return {};
}

Result<void> retireDevice(const OpenBook &book, const DeviceArguments &arguments)
{
    const auto device = deviceOf(book, arguments.device);
    if (!device)
        return std::unexpected(device.error());
    const auto retired = book.services.userLicenses.retire(book.session, device->id, device->version);
    if (!retired)
        return std::unexpected(retired.error());
    book.output.done(
        u"Device %1 is out of use; %2 activation(s) stopped."_s.arg(device->name.text()).arg(device->live),
        toJson(retired->value), retired->operation);
    return {};
}

} // namespace

void addDeviceCommands(CommandLine &line)
{
    const Group<DeviceArguments> group(line);
    DeviceArguments &arguments = group.arguments();
    CLI::App &family = addFamily(line, "device", "The machines that licensed software runs on",
                                 "device list --member ana@example.org");
    CLI::App &list = group.add(family, "list", "In the order in which they came",
                               "device list --search laptop --in-use", listDevices);
    list.add_option("--member", arguments.member, "Only those of this member");
    list.add_option("--search", arguments.search, "Words in name, fingerprint and platform");
    list.add_flag("--in-use", arguments.inUse, "Without those that are out of use");
    addLimit(list, arguments.limit);
    group.add(family, "show", "One device", "device show 9f:3c:11:0a", showDevice)
        .add_option("DEVICE", arguments.device, "Its fingerprint, or #id")
        ->required();
    group
        .add(family, "retire", "It is out of use from today on, and what runs on it stops",
             "device retire 9f:3c:11:0a", retireDevice)
        .add_option("DEVICE", arguments.device, "Its fingerprint, or #id")
        ->required();
}

} // namespace seatledger::ctl
