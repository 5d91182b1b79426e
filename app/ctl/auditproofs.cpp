// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/auditproofs.h"

#include "app/ctl/auditarchives.h"
#include "app/ctl/keyoutput.h"
#include "app/ctl/lookup.h"
#include "core/formats/anchorfile.h"
#include "core/signing/keyfile.h"
#include "core/signing/signature.h"

using namespace Qt::StringLiterals;

namespace seatledger::ctl {

namespace {

struct AnchorArguments {
    std::string file;
    std::string archive;
    std::string output;
    std::string publicKey;
    std::string key;
    bool force = false;
};

QString keyFileOf(const AnchorArguments &arguments)
{
    return arguments.key.empty() ? defaultKeyFile() : typed(arguments.key);
}

/// Whose the anchor is can only be said by somebody who knows the key from elsewhere.
Result<void> checkSigner(const SignedAnchor &anchor, const AnchorArguments &arguments)
{
    if (arguments.publicKey.empty() || inBase64(anchor.publicKey) == typed(arguments.publicKey))
        return {};
    return failure(ErrorCode::RuleBroken,
                   u"The anchor was signed with another key than %1."_s.arg(typed(arguments.publicKey)),
                   {{u"reason"_s, u"other_key"_s}, {u"public_key"_s, inBase64(anchor.publicKey)}});
}

Result<std::optional<SignedAnchor>> anchorOf(const AnchorArguments &arguments)
{
    if (arguments.file.empty())
        return std::optional<SignedAnchor>();
    const auto anchor = readAnchorFile(typed(arguments.file));
    if (!anchor)
        return std::unexpected(anchor.error());
    if (auto known = checkSigner(*anchor, arguments); !known)
        return std::unexpected(std::move(known).error());
    return *anchor;
}

QString signerText(const SignedAnchor &anchor, const AnchorArguments &arguments)
{
    if (!arguments.publicKey.empty())
        return u"the key that was named"_s;
    const auto own = readKeyFile(keyFileOf(arguments));
    return own && own->publicKey() == anchor.publicKey
               ? u"the key of this account"_s
               : u"the key %1; name it with --public-key if you know whose it is"_s.arg(
                     inBase64(anchor.publicKey));
}

Result<void> tellDamage(const AuditVerdict &verdict, QJsonObject object)
{
    object.insert(u"first_bad_link"_s, *verdict.firstBadPosition);
    object.insert(u"damage"_s, toText(*verdict.damage));
    return failure(
        ErrorCode::RuleBroken,
        u"The audit is damaged at link %1: %2"_s.arg(*verdict.firstBadPosition).arg(verdict.problem), object);
}

/// How much of the chain is in files.
Result<std::pair<qint64, qint64>> archived(const OpenBook &book)
{
    const auto months = archivesOf(book).months(book.session);
    if (!months)
        return std::unexpected(months.error());
    std::pair<qint64, qint64> sum;
    for (const AuditArchive &archive : months->archives) {
        sum.first += archive.links();
        sum.second += archive.events;
    }
    return sum;
}

/// The service says whether the anchor's own signature fits only when it verifies the chain.
Result<std::optional<AuditAnchor>> signedAnchor(const std::optional<SignedAnchor> &anchor)
{
    if (!anchor)
        return std::optional<AuditAnchor>();
    if (!isSignedBy(anchor->publicKey, anchor->anchor.signedBytes(), anchor->signature))
        return failure(ErrorCode::RuleBroken, u"The anchor was altered: its signature does not fit."_s,
                       {{u"reason"_s, u"anchor_altered"_s}});
    return anchor->anchor;
}

Result<void> verifyArchive(const OpenBook &book, const AnchorArguments &arguments,
                           const std::optional<SignedAnchor> &anchor)
{
    const auto known = signedAnchor(anchor);
    if (!known)
        return std::unexpected(known.error());
    const auto proof = archivesOf(book).verify(book.session, typed(arguments.archive), *known);
    if (!proof)
        return std::unexpected(proof.error());
    const AuditArchiveContents &contents = proof->contents;
    const QString sum = QString::fromLatin1(proof->fileDigest.toHex());
    QString text =
        u"The archive of %1 is intact: links %2 to %3 with %4 events, as the book has them. SHA-256 %5"_s.arg(
            contents.title(), QString::number(contents.firstPosition), QString::number(contents.lastPosition),
            QString::number(contents.events), sum);
    if (anchor)
        text += u"\nIt leads through the anchor at link %1, signed with %2."_s.arg(
            QString::number(anchor->anchor.position), signerText(*anchor, arguments));
    book.output.result(text, {{u"part"_s, contents.part},
                              {u"first_link"_s, contents.firstPosition},
                              {u"last_link"_s, contents.lastPosition},
                              {u"links"_s, contents.links},
                              {u"events"_s, contents.events},
                              {u"sha256"_s, sum},
                              {u"intact"_s, true}});
    return {};
}

Result<void> verifyAudit(const OpenBook &book, const AnchorArguments &arguments)
{
    const auto anchor = anchorOf(arguments);
    if (!anchor)
        return std::unexpected(anchor.error());
    if (!arguments.archive.empty())
        return verifyArchive(book, arguments, *anchor);
    const auto verdict = book.services.auditService.verify(
        book.session, *anchor, [&book](qint64 done, qint64 all) {
            book.output.progress(u"%1 of %2 links and events"_s.arg(done).arg(all));
        });
    book.output.endProgress();
    if (!verdict)
        return std::unexpected(verdict.error());
    const auto files = archived(book);
    if (!files)
        return std::unexpected(files.error());
    const QString head = QString::fromLatin1(verdict->head.toHex());
    QJsonObject object{{u"links"_s, verdict->links},
                       {u"events"_s, verdict->events},
                       {u"archived_links"_s, files->first},
                       {u"archived_events"_s, files->second},
                       {u"head"_s, head},
                       {u"intact"_s, verdict->isIntact()}};
    QString text =
        u"%1 links and %2 events are intact. Head %3"_s.arg(verdict->links).arg(verdict->events).arg(head);
    if (files->first > 0)
        text +=
            u"\n%1 links with %2 events before them are archived; audit verify --archive FILE proves a file."_s
                .arg(files->first)
                .arg(files->second);
    if (*anchor) {
        object.insert(u"anchor"_s, (**anchor).anchor.toJson());
        object.insert(u"public_key"_s, inBase64((**anchor).publicKey));
        text += u"\nThe chain leads through the anchor at link %1, taken %2, signed with %3."_s
                    .arg((**anchor).anchor.position)
                    .arg((**anchor).anchor.takenAt.toString(Qt::ISODate), signerText(**anchor, arguments));
    }
    if (!verdict->isIntact())
        return tellDamage(*verdict, object);
    book.output.result(text, object);
    return {};
}

Result<void> writeAnchor(const OpenBook &book, const AnchorArguments &arguments)
{
    const QString path = typed(arguments.output);
    const auto key = readOrMakeKeyFile(keyFileOf(arguments));
    if (!key)
        return std::unexpected(key.error());
    const auto anchor = book.services.auditService.anchor(book.session, *key);
    if (!anchor)
        return std::unexpected(anchor.error());
    const auto existing = arguments.force ? ExistingFile::Replace : ExistingFile::Keep;
    if (auto written = writeAnchorFile(path, *anchor, existing); !written)
        return written;
    QJsonObject object = anchor->anchor.toJson();
    object.insert(u"path"_s, path);
    object.insert(u"public_key"_s, inBase64(anchor->publicKey));
    book.output.result(
        u"Anchored at link %1 in %2. Keep it where nobody can alter it together with the book.\n"
        "Signed with the key %3"_s.arg(anchor->anchor.position)
            .arg(path, inBase64(anchor->publicKey)),
        object);
    return {};
}

Result<void> showKey(Context &context, const AnchorArguments &arguments)
{
    return showPublicKey(context, keyFileOf(arguments));
}

} // namespace

void addAuditProofs(CommandLine &line, CLI::App &family)
{
    const Group<AnchorArguments> group(line);
    AnchorArguments &arguments = group.arguments();
    const char *keyHelp = "The file of the private key (that of this account)";
    CLI::App &verify = group.add(family, "verify", "Recompute the whole chain and name the first bad link",
                                 "audit verify --anchor 2026-03.json", verifyAudit);
    verify.add_option("--anchor", arguments.file,
                      "An anchor that the chain must lead through: shows a cut end and a rewritten chain");
    verify.add_option(
        "--archive", arguments.archive,
        "Not the book but this file of an archived month: recompute it, compare it with the book");
    verify.add_option("--public-key", arguments.publicKey, "The key the anchor must be signed with")
        ->needs("--anchor");
    CLI::App &anchor = group.add(family, "anchor", "Write a signed anchor: where the chain ends now",
                                 "audit anchor --output 2026-03.json", writeAnchor);
    anchor.add_option("--output", arguments.output, "The file")->required();
    anchor.add_flag("--force", arguments.force, "Replace an existing file");
    anchor.add_option("--key", arguments.key, keyHelp);
    CLI::App &key = addCommand(family, "key", "Print the public key that anchors are signed with",
                               "audit key");
    key.add_option("--key", arguments.key, keyHelp);
    key.callback([&line, group] {
        line.action = [group](Context &context) { return showKey(context, group.arguments()); };
    });
}

} // namespace seatledger::ctl
