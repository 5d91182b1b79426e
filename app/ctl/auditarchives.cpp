// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/auditarchives.h"

#include "app/ctl/lookup.h"

using namespace Qt::StringLiterals;

namespace seatledger::ctl {

namespace {

struct ArchiveArguments {
    std::string before;
    std::string folder;
    int keep = 0;
    bool dryRun = false;
};

QString dayText(const QDateTime &moment)
{
    return moment.isValid() ? moment.toString(u"yyyy-MM-dd"_s) : u"-"_s;
}

QJsonValue instantOrNull(const QDateTime &moment)
{
    return moment.isValid() ? QJsonValue(moment.toString(Qt::ISODate)) : QJsonValue();
}

QJsonObject json(const AuditArchive &archive)
{
    return {{u"part"_s, archive.title()},
            {u"where"_s, archive.file},
            {u"first_at"_s, instantOrNull(archive.firstAt)},
            {u"last_at"_s, instantOrNull(archive.lastAt)},
            {u"first_link"_s, archive.firstPosition},
            {u"last_link"_s, archive.lastPosition},
            {u"operations"_s, archive.operations},
            {u"events"_s, archive.events},
            {u"bytes"_s, archive.bytes},
            {u"last_hash"_s, QString::fromLatin1(archive.lastHash.toHex())},
            {u"sha256"_s, QString::fromLatin1(archive.fileDigest.toHex())}};
}

QJsonObject json(const AuditPart &part)
{
    return {{u"part"_s, part.title()},
            {u"where"_s, u"book"_s},
            {u"first_at"_s, instantOrNull(part.firstAt)},
            {u"last_at"_s, instantOrNull(part.lastAt)}};
}

QString lineOf(const QString &part, const QDateTime &first, const QDateTime &last, const QString &where)
{
    return u"\n%1  %2  %3  %4"_s.arg(part, -8).arg(dayText(first), -10).arg(dayText(last), -10).arg(where);
}

Result<void> showMonths(const OpenBook &book, const ArchiveArguments &)
{
    const auto months = archivesOf(book).months(book.session);
    if (!months)
        return std::unexpected(months.error());
    QString text = u"The audit stays in the book for %1 whole months at least."_s.arg(months->kept);
    QJsonArray parts;
    for (const AuditArchive &archive : months->archives) {
        text += lineOf(archive.title(), archive.firstAt, archive.lastAt, archive.file);
        parts.append(json(archive));
    }
    for (const AuditPart &part : months->parts) {
        text += lineOf(part.title(), part.firstAt, part.lastAt, u"in the book"_s);
        parts.append(json(part));
    }
    book.output.result(text, {{u"months_kept"_s, months->kept}, {u"parts"_s, parts}});
    return {};
}

Result<void> months(const OpenBook &book, const ArchiveArguments &arguments)
{
    if (arguments.keep == 0)
        return showMonths(book, arguments);
    const auto kept = archivesOf(book).keepMonths(book.session, arguments.keep);
    if (!kept)
        return std::unexpected(kept.error());
    book.output.result(u"The audit stays in the book for %1 whole months at least."_s.arg(kept->value),
                       {{u"months_kept"_s, kept->value}, {u"operation"_s, kept->operation.value()}});
    return {};
}

Result<void> tellDue(const OpenBook &book, QDate before)
{
    const auto parts = archivesOf(book).due(book.session, before);
    if (!parts)
        return std::unexpected(parts.error());
    QString text = u"These would be archived:"_s;
    QJsonArray array;
    for (const AuditPart &part : *parts) {
        text += lineOf(part.title(), part.firstAt, part.lastAt, auditArchiveName(part));
        array.append(json(part));
    }
    book.output.result(text, {{u"parts"_s, array}, {u"dry_run"_s, true}});
    return {};
}

Result<void> archive(const OpenBook &book, const ArchiveArguments &arguments)
{
    const QDate before = QDate::fromString(typed(arguments.before), u"yyyy-MM"_s);
    if (!before.isValid())
        return failure(ErrorCode::InvalidInput,
                       u"\"%1\" is no month; write one as 2026-03."_s.arg(typed(arguments.before)));
    if (arguments.dryRun)
        return tellDue(book, before);
    const auto archives = archivesOf(book).archive(
        book.session, before, typed(arguments.folder), [&book](const AuditPart &part, qint64 lines) {
            book.output.progress(u"%1: %2 lines"_s.arg(part.title()).arg(lines));
        });
    book.output.endProgress();
    if (!archives)
        return std::unexpected(archives.error());
    QString text;
    QJsonArray array;
    for (const AuditArchive &done : *archives) {
        text += u"%1%2: %3 operations with %4 events in %5, SHA-256 %6"_s.arg(
            text.isEmpty() ? QString() : u"\n"_s, done.title(), QString::number(done.operations),
            QString::number(done.events), done.file, QString::fromLatin1(done.fileDigest.toHex()));
        array.append(json(done));
    }
    book.output.result(
        text + u"\nThey are no longer in the book. Keep the files as long as somebody may ask."_s,
        {{u"archives"_s, array}});
    return {};
}

} // namespace

AuditArchiveApplicationService archivesOf(const OpenBook &book)
{
    return {book.services.operations, book.services.access};
}

void addAuditArchives(CommandLine &line, CLI::App &family)
{
    const Group<ArchiveArguments> group(line);
    ArchiveArguments &arguments = group.arguments();
    CLI::App &list = group.add(family, "months",
                               "Show which months are in the book and which in files, or set how many stay",
                               "audit months --keep 36", months);
    list.add_option("--keep", arguments.keep, "Whole months that stay in the book at least (24)")
        ->check(CLI::Range(1, 9999));
    CLI::App &file = group.add(
        family, "archive",
        "Write old months of the audit to files, verify these, and take them out of the book",
        "audit archive --before 2024-01 --to /srv/audit", archive);
    file.add_option("--before", arguments.before, "The month before which all is archived, as 2024-01")
        ->required();
    file.add_option("--to", arguments.folder, "The folder for the files, one a month")->required();
    file.add_flag("--dry-run", arguments.dryRun, "Only say what would be archived");
}

} // namespace seatledger::ctl
