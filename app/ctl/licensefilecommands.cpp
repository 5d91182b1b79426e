// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/keyoutput.h"
#include "app/ctl/lookup.h"
#include "core/formats/wholefile.h"
#include "core/signing/keyfile.h"
#include "core/signing/signedfile.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace seatledger::ctl {

namespace {

constexpr qsizetype largestFile = 64 * 1024;

struct FileArguments {
    std::string license;
    std::string device;
    std::string member;
    int days = 30;
    std::string output;
    std::string key;
    std::string file;
    std::vector<std::string> publicKeys;
};

QString keyFileOf(const FileArguments &arguments)
{
    return arguments.key.empty() ? defaultLicenseKeyFile() : typed(arguments.key);
}

QJsonObject toJson(const LicenseFileContent &content)
{
    return {{u"number"_s, content.number},
            {u"license"_s, content.license.value()},
            {u"license_name"_s, content.licenseName},
            {u"member"_s, content.memberNumber},
            {u"member_name"_s, content.memberName},
            {u"device"_s, content.device.text()},
            {u"issued_at"_s, content.issuedAt.toString(Qt::ISODate)},
            {u"valid_until"_s, content.validUntil.toString(Qt::ISODate)}};
}

Result<void> write(const QString &path, const QByteArray &text)
{
    WholeFile file(path);
    if (auto opened = file.open(); !opened)
        return opened;
    if (auto written = writeAll(file.device(), text); !written)
        return written;
    return file.finish();
}

Result<void> issueFile(const OpenBook &book, const FileArguments &arguments)
{
    const auto license = licenseOf(book, arguments.license);
    if (!license)
        return std::unexpected(license.error());
    std::optional<MemberId> whose;
    if (auto taken = takeMember(whose, book, arguments.member); !taken)
        return taken;
    const auto device = DeviceFingerprint::create(typed(arguments.device));
    if (!device)
        return std::unexpected(device.error());
    const auto key = readOrMakeKeyFile(keyFileOf(arguments));
    if (!key)
        return std::unexpected(key.error());
    const auto issued = book.services.licenseFiles.issue(book.session, *key, license->id, *device,
                                                         arguments.days, whose);
    if (!issued)
        return std::unexpected(issued.error());
    const LicenseFileContent &content = issued->value.content;
    QJsonObject object = toJson(content);
    object.insert(u"public_key"_s, inBase64(key->publicKey()));
    if (arguments.output.empty()) {
        object.insert(u"file"_s, QString::fromLatin1(issued->value.text));
        book.output.result(QString::fromLatin1(issued->value.text).trimmed(), object);
        return {};
    }
    if (auto written = write(typed(arguments.output), issued->value.text); !written)
        return written;
    object.insert(u"path"_s, typed(arguments.output));
    book.output.done(u"%1 may use %2 on %3 until %4, without asking."_s.arg(
                         content.memberName, content.licenseName, content.device.text(),
                         content.validUntil.toString(Qt::ISODate)),
                     object, issued->operation);
    return {};
}

Result<QByteArray> fileText(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(file.exists() ? ErrorCode::Forbidden : ErrorCode::NotFound,
                       u"%1 cannot be read: %2."_s.arg(path, file.errorString()));
    }
    return file.read(largestFile + 1);
}

/// By the key of this account unless others are named; by any of those.
Result<LicenseFileContent> readWithAny(const QByteArray &text, const FileArguments &arguments)
{
    if (arguments.publicKeys.empty()) {
        const auto key = readKeyFile(keyFileOf(arguments));
        return key ? readLicenseFile(text, key->publicKey()) : std::unexpected(key.error());
    }
    Result<LicenseFileContent> content = failure(ErrorCode::NotFound, {});
    for (const std::string &publicKey : arguments.publicKeys) {
        content = readLicenseFile(text, QByteArray::fromBase64(QByteArray::fromStdString(publicKey)));
        if (content)
            break;
    }
    return content;
}

/// Needs no book: this is what a machine offline does.
Result<void> verifyFile(Context &context, const FileArguments &arguments)
{
    const auto text = fileText(typed(arguments.file));
    if (!text)
        return std::unexpected(text.error());
    const auto content = readWithAny(*text, arguments);
    if (!content)
        return std::unexpected(content.error());
    const auto device = arguments.device.empty() ? Result<DeviceFingerprint>(content->device)
                                                 : DeviceFingerprint::create(typed(arguments.device));
    if (!device)
        return std::unexpected(device.error());
    if (auto fine = content->checkUse(QDateTime::currentDateTimeUtc(), *device); !fine)
        return fine;
    context.output().result(u"%1 may use %2 on %3 until %4."_s.arg(content->memberName, content->licenseName,
                                                                   content->device.text(),
                                                                   content->validUntil.toString(Qt::ISODate)),
                            toJson(*content));
    return {};
}

/// Of the book: also those that other machines sign with, and those of before.
Result<void> listKeys(const OpenBook &book, const FileArguments &)
{
    const auto keys = book.services.licenseFiles.keys(book.session);
    if (!keys)
        return std::unexpected(keys.error());
    QList<QJsonObject> rows;
    for (const LicenseFileKey &key : *keys)
        rows.append({{u"public_key"_s, inBase64(key.publicKey)},
                     {u"files_until"_s, key.filesUntil.toString(Qt::ISODate)}});
    book.output.table({u"public_key"_s, u"files_until"_s}, rows);
    return {};
}

Result<void> changeKey(Context &context, const FileArguments &arguments)
{
    const QString path = keyFileOf(arguments);
    const auto changed = changeKeyFile(path);
    if (!changed)
        return std::unexpected(changed.error());
    const QString publicKey = inBase64(changed->key.publicKey());
    QString text =
        u"Files are signed with a new key from now on: %1\nMachines that verify files need it, too."_s.arg(
            publicKey);
    if (!changed->kept.isEmpty())
        text += u" Files signed before go on to count until they end.\nThe key before is in %1; delete it "
                "when nobody is to go back."_s.arg(changed->kept);
    context.output().result(
        text, {{u"public_key"_s, publicKey},
               {u"key_file"_s, path},
               {u"kept"_s, changed->kept.isEmpty() ? QJsonValue() : QJsonValue(changed->kept)}});
    return {};
}

Result<void> showKey(Context &context, const FileArguments &arguments)
{
    return showPublicKey(context, keyFileOf(arguments));
}

} // namespace

void addLicenseFileCommands(CommandLine &line)
{
    const Group<FileArguments> group(line);
    FileArguments &arguments = group.arguments();
    const char *keyHelp = "The file of the private key (that of this account)";
    CLI::App &family = addFamily(line, "licensefile",
                                 "Signed files for machines that cannot ask whether a licence may be used",
                                 "licensefile verify cad.lic");
    CLI::App &issue = group.add(
        family, "issue", "Make a file for a licence that is activated on the device",
        "licensefile issue \"CAD Team\" --device 9f:3c:11:0a --days 30 --output cad.lic", issueFile);
    issue.add_option("LICENSE", arguments.license, "Name or id")->required();
    issue.add_option("--device", arguments.device, "The fingerprint of the device")->required();
    issue.add_option("--member", arguments.member, "For an administrator: whose; yourself unless said");
    issue.add_option("--days", arguments.days, "How long it lasts: 1 to 90 days, not beyond the seat");
    issue.add_option("--output", arguments.output, "The file; printed unless said");
    issue.add_option("--key", arguments.key, keyHelp);
    CLI::App &verify = addCommand(family, "verify",
                                  "Is the file genuine, and does it count now? Needs no book",
                                  "licensefile verify cad.lic --device 9f:3c:11:0a --public-key KEY");
    verify.add_option("FILE", arguments.file, "The file")->required();
    verify.add_option("--device", arguments.device, "It must be for this device");
    auto *publicKey = verify
                          .add_option(
                              "--public-key", arguments.publicKeys,
                              "Whose signature it must have, as licensefile key prints it; one of several")
                          ->allow_extra_args(false);
    verify.add_option("--key", arguments.key, keyHelp)->excludes(publicKey);
    verify.callback([&line, group] {
        line.action = [group](Context &context) { return verifyFile(context, group.arguments()); };
    });
    group.add(family, "keys", "The public keys of all files that still count, and until when",
              "licensefile keys", listKeys);
    CLI::App &change = addCommand(
        family, "change-key",
        "Sign with a new key from now on. Needs no book; files signed before go on to count",
        "licensefile change-key");
    change.add_option("--key", arguments.key, keyHelp);
    change.callback([&line, group] {
        line.action = [group](Context &context) { return changeKey(context, group.arguments()); };
    });
    CLI::App &key = addCommand(family, "key", "Print the public key that files are signed with",
                               "licensefile key");
    key.add_option("--key", arguments.key, keyHelp);
    key.callback([&line, group] {
        line.action = [group](Context &context) { return showKey(context, group.arguments()); };
    });
}

} // namespace seatledger::ctl
