// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/auditarchiveapplicationservice.h"

#include "core/domain/refusal.h"
#include "core/formats/wholefile.h"
#include "core/repositories/auditarchivecheck.h"
#include "core/services/refusalinwords.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

constexpr qint64 progressStep = 10'000;
constexpr int mostMonths = 9999;

QString text(const char *source)
{
    return QCoreApplication::translate("AuditArchive", source);
}

std::unexpected<Error> broken(const QString &reason, const QString &message, const QString &file)
{
    return failure(ErrorCode::RuleBroken, message, {{u"reason"_s, reason}, {u"file"_s, file}});
}

/// Reads a file and recomputes all that is in it.
Result<AuditArchiveProof> readArchive(const QString &path, qint64 watched)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(
            ErrorCode::NotFound,
            text(QT_TRANSLATE_NOOP("AuditArchive", "%1 cannot be read: %2")).arg(path, file.errorString()));
    QCryptographicHash digest(QCryptographicHash::Sha256);
    AuditArchiveCheck check(watched);
    while (!file.atEnd()) {
        const QByteArray line = file.readLine();
        digest.addData(line);
        if (auto taken = check.takeLine(line); !taken)
            return std::unexpected(std::move(taken).error());
    }
    if (file.error() != QFileDevice::NoError)
        return failure(
            ErrorCode::NotFound,
            text(QT_TRANSLATE_NOOP("AuditArchive", "%1 cannot be read: %2")).arg(path, file.errorString()));
    auto contents = check.finish();
    if (!contents)
        return std::unexpected(std::move(contents).error());
    return AuditArchiveProof{*std::move(contents), file.size(), digest.result()};
}

bool isWhatIsKnown(const AuditArchiveProof &proof, const AuditArchive &known)
{
    const AuditArchiveContents &found = proof.contents;
    return found.firstPosition == known.firstPosition && found.lastPosition == known.lastPosition
           && found.previousHash == known.previousHash && found.lastHash == known.lastHash
           && found.events == known.events && proof.bytes == known.bytes
           && proof.fileDigest == known.fileDigest;
}

/// Ends before the month: a month by its name, what was before months by its last statement.
bool endsBefore(const AuditPart &part, QDate month)
{
    return part.month().isValid() ? part.month() < month
                                  : part.lastAt.isValid() && part.lastAt.date() < month;
}

} // namespace

QString auditArchiveName(const AuditPart &part)
{
    return u"audit-%1.jsonl"_s.arg(part.title());
}

AuditArchiveApplicationService::AuditArchiveApplicationService(const OperationRepository &operations,
                                                               const AccessApplicationService &access)
    : m_operations(operations), m_access(access)
{}

Result<AuditMonths> AuditArchiveApplicationService::months(Session &session) const
{
    if (auto may = m_access.require(session, Action::ReadAudit); !may)
        return std::unexpected(std::move(may).error());
    auto kept = m_archives.monthsKept(session);
    if (!kept)
        return std::unexpected(std::move(kept).error());
    auto archives = m_archives.archives(session);
    if (!archives)
        return std::unexpected(std::move(archives).error());
    auto parts = m_archives.parts(session);
    if (!parts)
        return std::unexpected(std::move(parts).error());
    return AuditMonths{*kept, *std::move(archives), *std::move(parts)};
}

Result<std::vector<AuditPart>> AuditArchiveApplicationService::due(Session &session, QDate before) const
{
    if (auto may = m_access.require(session, Action::ManageSettings); !may)
        return std::unexpected(std::move(may).error());
    const auto kept = m_archives.monthsKept(session);
    if (!kept)
        return std::unexpected(kept.error());
    const QDate today = session.now().date();
    const QDate limit = QDate(today.year(), today.month(), 1).addMonths(-*kept);
    const QDate month(before.year(), before.month(), 1);
    if (month > limit)
        return failure(
            ErrorCode::RuleBroken,
            text(QT_TRANSLATE_NOOP("AuditArchive", "The audit is kept for %1 months: what is from before "
                                                   "%2 may be archived, and nothing later."))
                .arg(*kept)
                .arg(limit.toString(u"yyyy-MM"_s)),
            {{u"reason"_s, u"too_young"_s}, {u"months"_s, *kept}});
    auto parts = m_archives.parts(session);
    if (!parts)
        return parts;
    const auto end = std::ranges::find_if_not(
        *parts, [month](const AuditPart &part) { return endsBefore(part, month); });
    parts->erase(end, parts->end());
    // Months in which nothing was written go with the next one.
    std::erase_if(*parts, [](const AuditPart &part) { return !part.lastAt.isValid(); });
    if (parts->empty())
        return failure(
            ErrorCode::InvalidInput,
            text(QT_TRANSLATE_NOOP("AuditArchive", "No part of the audit in the book ends before %1."))
                .arg(month.toString(u"yyyy-MM"_s)));
    return parts;
}

Result<std::vector<AuditArchive>> AuditArchiveApplicationService::archive(Session &session, QDate before,
                                                                          const QString &folder,
                                                                          const Progress &progress) const
{
    const auto parts = due(session, before);
    if (!parts)
        return std::unexpected(parts.error());
    std::vector<AuditArchive> done;
    for (const AuditPart &part : *parts) {
        auto archived = archiveOne(session, part, folder, progress);
        if (!archived)
            return std::unexpected(std::move(archived).error());
        done.push_back(*std::move(archived));
    }
    return done;
}

Result<AuditArchive> AuditArchiveApplicationService::archiveOne(Session &session, const AuditPart &part,
                                                                const QString &folder,
                                                                const Progress &progress) const
{
    if (auto may = m_archives.check(session, part); !may)
        return std::unexpected(std::move(may).error());
    const QString path = QDir(folder).absoluteFilePath(auditArchiveName(part));
    if (QFileInfo::exists(path))
        return failure(
            ErrorCode::InvalidInput,
            text(QT_TRANSLATE_NOOP("AuditArchive", "%1 is there already. Move it away, or choose another "
                                                   "folder."))
                .arg(path));
    WholeFile file(path);
    if (auto opened = file.open(); !opened)
        return std::unexpected(std::move(opened).error());
    qint64 lines = 0;
    const auto written = m_archives.write(session, part, [&](const QByteArray &line) {
        if (++lines % progressStep == 0 && progress)
            progress(part, lines);
        return writeAll(file.device(), line);
    });
    if (!written)
        return std::unexpected(written.error());
    if (auto finished = file.finish(); !finished)
        return std::unexpected(std::move(finished).error());
    const auto proof = readArchive(path, 0);
    if (!proof)
        return std::unexpected(proof.error());
    auto booked = m_archives.letGo(session, proof->contents, QFileInfo(path).fileName(), proof->bytes,
                                   proof->fileDigest);
    if (!booked) {
        QFile::remove(path); // it says nothing that the book does not
        return std::unexpected(std::move(booked).error());
    }
    auto archives = m_archives.archives(session);
    if (!archives)
        return std::unexpected(std::move(archives).error());
    return archives->back();
}

Result<AuditArchiveProof> AuditArchiveApplicationService::verify(
    Session &session, const QString &path, const std::optional<AuditAnchor> &anchor) const
{
    if (auto may = m_access.require(session, Action::ReadAudit); !may)
        return std::unexpected(std::move(may).error());
    const auto archives = m_archives.archives(session);
    if (!archives)
        return std::unexpected(archives.error());
    const auto proof = readArchive(path, anchor ? anchor->position : 0);
    if (!proof)
        return proof;
    const auto known = std::ranges::find(*archives, proof->contents.part, &AuditArchive::part);
    if (known == archives->end())
        return broken(u"archive_unknown"_s,
                      text(QT_TRANSLATE_NOOP("AuditArchive", "The book knows of no archive of %1."))
                          .arg(proof->contents.part),
                      path);
    if (!isWhatIsKnown(*proof, *known))
        return broken(
            u"archive_differs"_s,
            text(QT_TRANSLATE_NOOP("AuditArchive", "The file is whole, but it is not the one that was "
                                                   "archived from this book.")),
            path);
    if (anchor && (anchor->book != proof->contents.book || anchor->head != proof->contents.watchedHash))
        return broken(u"anchor_elsewhere"_s,
                      text(QT_TRANSLATE_NOOP("AuditArchive",
                                             "The archive does not lead through the anchor at link %1."))
                          .arg(anchor->position),
                      path);
    return proof;
}

Result<Booked<int>> AuditArchiveApplicationService::keepMonths(Session &session, int months) const
{
    if (months < 1 || months > mostMonths)
        return failure(ErrorCode::InvalidInput,
                       text(QT_TRANSLATE_NOOP("AuditArchive", "The audit is kept for 1 to 9999 months.")));
    return operate(session, u"set how long the audit is kept", [&](Session &) -> Result<Booked<int>> {
        if (auto may = m_access.require(session, Action::ManageSettings); !may)
            return std::unexpected(std::move(may).error());
        const auto before = m_archives.monthsKept(session);
        if (!before)
            return std::unexpected(before.error());
        if (*before == months)
            return std::unexpected(Refusal{.reason = RefusalReason::NoChange}.toError());
        const auto operation = m_operations.begin(
            session, u"set_audit_months"_s,
            text(QT_TRANSLATE_NOOP("AuditArchive", "Keep the audit in the book for %1 months")).arg(months));
        if (!operation)
            return std::unexpected(operation.error());
        if (auto set = m_archives.setMonthsKept(session, months); !set)
            return std::unexpected(std::move(set).error());
        return Booked<int>{months, *operation};
    });
}

} // namespace seatledger
