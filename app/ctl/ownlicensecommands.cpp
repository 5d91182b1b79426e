// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/json.h"
#include "app/ctl/lookup.h"

using namespace Qt::StringLiterals;

namespace seatledger::ctl {

namespace {

struct OwnArguments {
    std::string license;
    std::string member;
    std::string fingerprint;
    std::string name;
    std::string platform;
    bool withEnded = false;
};

struct Question {
    License license;
    std::optional<MemberId> whose;
    std::optional<DeviceFingerprint> device;
};

Result<Question> questionOf(const OpenBook &book, const OwnArguments &arguments)
{
    const auto license = licenseOf(book, arguments.license);
    if (!license)
        return std::unexpected(license.error());
    Question question{*license, {}, {}};
    if (auto taken = takeMember(question.whose, book, arguments.member); !taken)
        return std::unexpected(std::move(taken).error());
    if (!arguments.fingerprint.empty()) {
        const auto device = DeviceFingerprint::create(typed(arguments.fingerprint));
        if (!device)
            return std::unexpected(device.error());
        question.device = *device;
    }
    return question;
}

QJsonObject toJson(const LicenseStanding &standing)
{
    return {{u"ok"_s, standing.isOk()},
            {u"reason"_s, toText(standing.reason)},
            {u"assignment"_s, idOrNull(standing.assignment)},
            {u"last_day"_s, dayOrNull(standing.lastDay)},
            {u"activation"_s, idOrNull(standing.activation)},
            {u"lease_until"_s,
             standing.leaseUntil ? QJsonValue(standing.leaseUntil->toString(Qt::ISODate)) : QJsonValue()}};
}

QString sentence(const LicenseStanding &standing)
{
    QString text = toText(standing.reason) + u": "_s + explanation(standing.reason);
    if (standing.isOk() && standing.lastDay)
        text += u"\n  until "_s + standing.lastDay->toString(Qt::ISODate);
    if (standing.leaseUntil)
        text += u"\n  heartbeat before "_s + standing.leaseUntil->toString(Qt::ISODate);
    return text;
}

/// A "no" is an answer and still an exit code that scripts can act on.
Result<void> tell(const OpenBook &book, const LicenseStanding &standing)
{
    if (!standing.isOk())
        return failure(ErrorCode::RuleBroken, explanation(standing.reason),
                       {{u"reason"_s, toText(standing.reason)}});
    book.output.result(sentence(standing), toJson(standing));
    return {};
}

Result<void> listOwn(const OpenBook &book, const OwnArguments &arguments)
{
    std::optional<MemberId> whose;
    if (auto taken = takeMember(whose, book, arguments.member); !taken)
        return taken;
    const auto own = book.services.userLicenses.list(book.session, whose, arguments.withEnded);
    if (!own)
        return std::unexpected(own.error());
    QList<QJsonObject> rows;
    for (const OwnLicense &row : *own) {
        rows.append({{u"license"_s, row.license.value()},
                     {u"name"_s, row.name},
                     {u"product"_s, row.product},
                     {u"state"_s, toText(row.state)},
                     {u"from_day"_s, row.firstDay.toString(Qt::ISODate)},
                     {u"last_day"_s, dayOrNull(row.lastDay)},
                     {u"quantity"_s, row.quantity},
                     {u"devices"_s, row.devices},
                     {u"devices_allowed"_s, row.devicesAllowed}});
    }
    book.output.table({u"license"_s, u"name"_s, u"state"_s, u"from_day"_s, u"last_day"_s, u"devices"_s,
                       u"devices_allowed"_s},
                      rows);
    return {};
}

Result<void> validate(const OpenBook &book, const OwnArguments &arguments)
{
    const auto question = questionOf(book, arguments);
    if (!question)
        return std::unexpected(question.error());
    const auto standing = book.services.userLicenses.validate(book.session, question->license.id,
                                                              question->device, question->whose);
    return standing ? tell(book, *standing) : std::unexpected(standing.error());
}

Result<void> activate(const OpenBook &book, const OwnArguments &arguments)
{
    const auto question = questionOf(book, arguments);
    if (!question)
        return std::unexpected(question.error());
    const auto device = DeviceDraft{.fingerprint = typed(arguments.fingerprint),
                                    .name = typed(arguments.name),
                                    .platform = typed(arguments.platform)}
                            .create();
    if (!device)
        return std::unexpected(device.error());
    const auto active = book.services.userLicenses.activate(book.session, question->license.id, *device,
                                                            question->whose);
    if (!active)
        return std::unexpected(active.error());
    QJsonObject object = toJson(active->standing);
    object.insert(u"known"_s, active->wasKnown);
    const QString text = sentence(active->standing);
    if (active->operation)
        book.output.done(text, object, *active->operation);
    else
        book.output.result(text, object);
    return {};
}

Result<void> heartbeat(const OpenBook &book, const OwnArguments &arguments)
{
    const auto question = questionOf(book, arguments);
    if (!question)
        return std::unexpected(question.error());
    const auto standing = book.services.userLicenses.heartbeat(book.session, question->license.id,
                                                               *question->device, question->whose);
    return standing ? tell(book, *standing) : std::unexpected(standing.error());
}

Result<void> release(const OpenBook &book, const OwnArguments &arguments)
{
    const auto question = questionOf(book, arguments);
    if (!question)
        return std::unexpected(question.error());
    const auto released = book.services.userLicenses.release(book.session, question->license.id,
                                                             *question->device, question->whose);
    if (!released)
        return std::unexpected(released.error());
    book.output.done(u"Released %1 on %2."_s.arg(question->license.name.text(), question->device->text()),
                     {{u"activation"_s, released->value.value()}}, released->operation);
    return {};
}

CLI::App &addQuestion(const Group<OwnArguments> &group, CLI::App &family, const char *name,
                      const char *description, const char *example, Group<OwnArguments>::Run run)
{
    OwnArguments &arguments = group.arguments();
    CLI::App &command = group.add(family, name, description, example, run);
    command.add_option("LICENSE", arguments.license, "Name or id")->required();
    command.add_option("--device", arguments.fingerprint,
                       "The fingerprint of the device: 8 to 200 letters, digits and : . _ -");
    command.add_option("--member", arguments.member, "For an administrator: whose; yourself unless said");
    return command;
}

} // namespace

void addOwnLicenseCommands(CommandLine &line, CLI::App &family)
{
    const Group<OwnArguments> group(line);
    OwnArguments &arguments = group.arguments();
    CLI::App &own = group.add(family, "own", "The licences of which you hold a seat", "--as ana license own",
                              listOwn);
    own.add_option("--member", arguments.member, "For an administrator: whose; yourself unless said");
    own.add_flag("--ended", arguments.withEnded, "Those that have ended, too");
    addQuestion(group, family, "validate",
                "May it be used now, on a device? Exits with 1 and the reason where it may not",
                "license validate \"CAD Team\" --member ana@example.org --device 9f:3c:11:0a", validate);
    CLI::App &active = addQuestion(
        group, family, "activate", "Let it run on a device, which is entered if it is new",
        "license activate \"CAD Team\" --device 9f:3c:11:0a --name Workstation", activate);
    active.get_option("--device")->required();
    active.add_option("--name", arguments.name, "What people call the device");
    active.add_option("--platform", arguments.platform, "Its operating system");
    addQuestion(group, family, "heartbeat", "It still runs there: extends the lease, or says why to stop",
                "license heartbeat \"CAD Team\" --device 9f:3c:11:0a", heartbeat)
        .get_option("--device")
        ->required();
    addQuestion(group, family, "release", "The device gives its seat back",
                "license release \"CAD Team\" --device 9f:3c:11:0a", release)
        .get_option("--device")
        ->required();
}

} // namespace seatledger::ctl
