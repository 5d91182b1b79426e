// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/auditarchivecheck.h"

#include "core/repositories/auditlink.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

constexpr auto format = "seatledger-audit-archive"_L1;
constexpr std::size_t linkColumns = 19;
constexpr std::size_t eventColumns = 7;

QString hex(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

QByteArray bytesOf(const QJsonValue &value)
{
    return QByteArray::fromHex(value.toString().toLatin1());
}

QByteArray lineOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

/// The text that audit_event_digest() hashes.
QByteArray eventText(std::span<const CopyField> fields)
{
    QByteArray text;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (i > 0)
            text.append('\x1f');
        if (fields[i].isNull)
            text.append('-');
        else
            text.append(fields[i].text);
    }
    return text;
}

} // namespace

QByteArray archiveHeadLine(const AuditArchiveContents &contents)
{
    return lineOf({{u"format"_s, format},
                   {u"version"_s, 1},
                   {u"book"_s, contents.book},
                   {u"part"_s, contents.part},
                   {u"first_position"_s, contents.firstPosition},
                   {u"previous_hash"_s, hex(contents.previousHash)}});
}

QByteArray archiveRowLine(char kind, std::span<const CopyField> fields)
{
    QJsonArray array{QString(QLatin1Char(kind))};
    for (const CopyField &field : fields)
        array.append(field.isNull ? QJsonValue() : QJsonValue(QString::fromUtf8(field.text)));
    return QJsonDocument(array).toJson(QJsonDocument::Compact) + '\n';
}

QByteArray archiveEndLine(const AuditArchiveContents &contents)
{
    return lineOf({{u"last_position"_s, contents.lastPosition},
                   {u"last_hash"_s, hex(contents.lastHash)},
                   {u"links"_s, contents.links},
                   {u"events"_s, contents.events}});
}

std::unexpected<Error> AuditArchiveCheck::damaged(const QString &what) const
{
    return failure(ErrorCode::RuleBroken, tr("The archive is damaged in line %1: %2").arg(m_line).arg(what),
                   {{u"reason"_s, u"archive_damaged"_s}, {u"line"_s, m_line}});
}

Result<void> AuditArchiveCheck::takeLine(const QByteArray &line)
{
    ++m_line;
    if (m_hasEnded)
        return damaged(tr("something follows its end."));
    if (m_line == 1)
        return takeHead(line);
    if (line.startsWith('{'))
        return takeEnd(line);
    const QJsonArray values = QJsonDocument::fromJson(line).array();
    std::vector<QByteArray> texts;
    std::vector<CopyField> fields;
    texts.reserve(static_cast<std::size_t>(values.size()));
    fields.reserve(texts.capacity());
    for (qsizetype i = 1; i < values.size(); ++i) {
        texts.push_back(values[i].toString().toUtf8());
        fields.push_back({texts.back(), values[i].isNull()});
    }
    const QString kind = values.isEmpty() ? QString() : values[0].toString();
    if (kind == "L"_L1 && fields.size() == linkColumns)
        return takeLink(fields);
    if (kind == "E"_L1 && fields.size() == eventColumns)
        return takeEvent(fields);
    return damaged(tr("it is neither a link nor an event."));
}

Result<void> AuditArchiveCheck::takeHead(const QByteArray &line)
{
    const QJsonObject head = QJsonDocument::fromJson(line).object();
    if (head.value("format"_L1).toString() != format || head.value("version"_L1).toInt() != 1)
        return damaged(tr("this is no archive of an audit."));
    m_contents.book = head.value("book"_L1).toString();
    m_contents.part = head.value("part"_L1).toString();
    m_contents.firstPosition = head.value("first_position"_L1).toInteger();
    m_contents.lastPosition = m_contents.firstPosition - 1;
    m_contents.previousHash = bytesOf(head.value("previous_hash"_L1));
    m_contents.lastHash = m_contents.previousHash;
    return {};
}

Result<void> AuditArchiveCheck::takeLink(std::span<const CopyField> fields)
{
    if (auto closed = closeStatement(); !closed)
        return closed;
    const AuditLink link(fields);
    if (link.position() != m_contents.lastPosition + 1)
        return damaged(tr("a link is missing before position %1.").arg(link.position()));
    m_text.clear();
    link.appendContent(m_text);
    if (QCryptographicHash::hash(m_contents.lastHash + m_text, QCryptographicHash::Sha256) != link.hash())
        return damaged(
            tr("link %1 was altered, or it is not where it was in the chain.").arg(link.position()));
    m_contents.lastPosition = link.position();
    m_contents.lastHash = link.hash();
    ++m_contents.links;
    if (link.position() == m_watched)
        m_contents.watchedHash = link.hash();
    m_eventsBooked = link.eventCount();
    m_eventsDigest = link.eventsDigest();
    return {};
}

Result<void> AuditArchiveCheck::takeEvent(std::span<const CopyField> fields)
{
    if (m_contents.links == 0)
        return damaged(tr("an event stands before the first link."));
    m_digests.addData(QCryptographicHash::hash(eventText(fields), QCryptographicHash::Sha256));
    ++m_eventsFound;
    ++m_contents.events;
    return {};
}

Result<void> AuditArchiveCheck::closeStatement()
{
    const bool fits = m_contents.links == 0
                      || (m_eventsFound == m_eventsBooked && m_digests.result() == m_eventsDigest);
    m_digests.reset();
    m_eventsFound = 0;
    if (!fits)
        return damaged(tr("the events of link %1 before it are not those that were booked.")
                           .arg(m_contents.lastPosition));
    return {};
}

Result<void> AuditArchiveCheck::takeEnd(const QByteArray &line)
{
    if (auto closed = closeStatement(); !closed)
        return closed;
    const QJsonObject end = QJsonDocument::fromJson(line).object();
    m_hasEnded = true;
    if (end.value("last_position"_L1).toInteger() != m_contents.lastPosition
        || bytesOf(end.value("last_hash"_L1)) != m_contents.lastHash
        || end.value("links"_L1).toInteger() != m_contents.links
        || end.value("events"_L1).toInteger() != m_contents.events)
        return damaged(tr("its end does not fit what stands before."));
    return {};
}

Result<AuditArchiveContents> AuditArchiveCheck::finish()
{
    if (!m_hasEnded)
        return damaged(tr("its end is missing."));
    return m_contents;
}

} // namespace seatledger
