// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/lookup.h"
#include "app/ctl/standardinput.h"

using namespace Qt::StringLiterals;

namespace seatledger::ctl {

namespace {

constexpr qsizetype mostTyped = 64 * 1024 * 1024;

struct KeyArguments {
    std::string license;
    std::string note;
    qint64 entitlement = 0;
    qint64 key = 0;
    bool isPool = false;
    bool fromStdin = false;
};

QJsonObject toJson(const LicenseKey &key)
{
    QJsonObject object{
        {u"id"_s, key.id.value()}, {u"license"_s, key.license.value()}, {u"kind"_s, toText(key.kind)}};
    if (key.entitlement)
        object.insert(u"entitlement"_s, key.entitlement->value());
    if (key.assignment)
        object.insert(u"assignment"_s, key.assignment->value());
    if (!key.note.isEmpty())
        object.insert(u"note"_s, key.note.text());
    return object;
}

/// Keys are read from standard input alone: arguments are in everybody's list of processes and in the shell's
/// history.
Result<QStringList> typedKeys(const CancelToken &token)
{
    const auto read = standardInput(token, mostTyped);
    if (!read)
        return std::unexpected(read.error());
    return NewKeysDraft::secretsIn(QString::fromUtf8(*read));
}

Result<void> addKeys(const OpenBook &book, const KeyArguments &arguments)
{
    if (!arguments.fromStdin)
        return failure(
            ErrorCode::InvalidInput,
            u"Pipe the keys in, one a line, and say --from-stdin: what is typed as an argument others can see."_s);
    const auto license = licenseOf(book, arguments.license);
    if (!license)
        return std::unexpected(license.error());
    const auto secrets = typedKeys(book.session.connection().cancelToken());
    if (!secrets)
        return std::unexpected(secrets.error());
    const auto entitlement = EntitlementId::fromValue(arguments.entitlement);
    const auto keys = NewKeysDraft{.license = license->id,
                                   .kind = arguments.isPool ? LicenseKeyKind::Pool
                                           : entitlement    ? LicenseKeyKind::Entitlement
                                                            : LicenseKeyKind::License,
                                   .entitlement = entitlement,
                                   .secrets = *secrets,
                                   .note = typed(arguments.note)}
                          .create();
    if (!keys)
        return std::unexpected(keys.error());
    const auto added = book.services.keyService.add(book.session, *keys);
    if (!added)
        return std::unexpected(added.error());
    QJsonArray ids;
    for (const LicenseKey &key : added->value)
        ids.append(key.id.value());
    book.output.done(
        u"Added %1 to %2: %3 key(s)."_s.arg(displayText(keys->kind).toLower(), license->name.text())
            .arg(ids.size()),
        {{u"keys"_s, ids}}, added->operation);
    return {};
}

Result<void> listKeys(const OpenBook &book, const KeyArguments &arguments)
{
    const auto license = licenseOf(book, arguments.license);
    if (!license)
        return std::unexpected(license.error());
    const auto keys = book.services.keyService.list(book.session, license->id);
    if (!keys)
        return std::unexpected(keys.error());
    QList<QJsonObject> rows;
    for (const LicenseKeyRow &row : *keys) {
        QJsonObject object = toJson(row.key);
        if (!row.holder.isEmpty())
            object.insert(u"holder"_s, row.holder);
        if (row.key.kind == LicenseKeyKind::Pool)
            object.insert(u"free"_s, row.isFree);
        rows.append(object);
    }
    book.output.table(
        {u"id"_s, u"kind"_s, u"entitlement"_s, u"assignment"_s, u"holder"_s, u"free"_s, u"note"_s}, rows);
    return {};
}

Result<void> showKey(const OpenBook &book, const KeyArguments &arguments)
{
    const auto id = idOf<LicenseKeyId>(arguments.key, u"a key"_s);
    if (!id)
        return std::unexpected(id.error());
    const auto secret = book.services.keyService.read(book.session, *id);
    if (!secret)
        return std::unexpected(secret.error());
    book.output.result(*secret, {{u"id"_s, id->value()}, {u"secret"_s, *secret}});
    return {};
}

} // namespace

void addKeyCommands(CommandLine &line)
{
    const Group<KeyArguments> group(line);
    KeyArguments &arguments = group.arguments();
    CLI::App &family = addFamily(line, "key", "The keys of licences; reading one goes on record",
                                 "key list \"CAD Team\"");

    CLI::App &add = group.add(family, "add", "Add keys, one a line, read from standard input",
                              "key add \"CAD Team\" --pool --from-stdin < keys.txt", addKeys);
    add.add_option("LICENSE", arguments.license, "Name or id")->required();
    auto *entitlement = add.add_option("--entitlement", arguments.entitlement,
                                       "The one they came with, see entitlement list");
    add.add_flag("--pool", arguments.isPool, "Each assignment gets one of them")->excludes(entitlement);
    add.add_option("--note", arguments.note, "A word on them; not the key");
    add.add_flag("--from-stdin", arguments.fromStdin,
                 "Where they come from; needed, so that nobody types them as arguments");

    group
        .add(family, "list", "Those of a licence, without the keys themselves", "key list \"CAD Team\"",
             listKeys)
        .add_option("LICENSE", arguments.license, "Name or id")
        ->required();
    group.add(family, "show", "Print one key; that you read it goes on record", "key show 42", showKey)
        .add_option("KEY", arguments.key, "Its id, see key list")
        ->required();
}

} // namespace seatledger::ctl
