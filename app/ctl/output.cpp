// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/output.h"

#include <QJsonDocument>

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace seatledger::ctl {

namespace {

void write(std::FILE *stream, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stream);
}

QString cellText(const QJsonValue &value)
{
    if (value.isNull() || value.isUndefined())
        return {};
    if (value.isBool())
        return value.toBool() ? u"yes"_s : u"no"_s;
    if (value.isDouble())
        return QString::number(value.toInteger());
    return value.toString();
}

/// Ranges of the characters that terminals draw two columns wide (Unicode, East Asian Width W and F).
bool isWide(char32_t c)
{
    return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3)
           || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60)
           || (c >= 0x20000 && c <= 0x3FFFD);
}

QString padded(const QString &text, int width)
{
    return text + QString(std::max(0, width - displayWidth(text)), u' ');
}

/// The message with the names of the values that it is about; several wrong values have a line each.
QString sentenceOf(ErrorCode code, const QString &message, const QJsonObject &details)
{
    const QJsonObject fields = details.value(u"fields"_s).toObject();
    const QString field = details.value(u"field"_s).toString();
    if (fields.size() < 2)
        return code == ErrorCode::InvalidInput && !field.isEmpty() ? field + u": "_s + message : message;
    QString text = u"%1 values are not right:"_s.arg(fields.size());
    for (auto wrong = fields.begin(); wrong != fields.end(); ++wrong)
        text += u"\n  %1: %2"_s.arg(wrong.key(), wrong.value().toString());
    return text;
}

} // namespace

ExitCode exitCodeOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::RuleBroken:
    case ErrorCode::InUse:
    case ErrorCode::StorageFull:
        return RefusedByRule;
    case ErrorCode::InvalidInput:
    case ErrorCode::NotFound:
        return WrongUsage;
    case ErrorCode::Offline:
    case ErrorCode::VersionMismatch:
        return OutOfReach;
    case ErrorCode::Forbidden:
        return Forbidden;
    case ErrorCode::Conflict:
    case ErrorCode::Busy:
        return Conflict;
    case ErrorCode::Cancelled:
        return Interrupted;
    case ErrorCode::Internal:
        break;
    }
    return Defect;
}

int displayWidth(const QString &text)
{
    const auto characters = text.toUcs4();
    return static_cast<int>(characters.size() + std::ranges::count_if(characters, isWide));
}

void Output::table(const QStringList &columns, const QList<QJsonObject> &rows) const
{
    if (m_json) {
        QJsonArray array;
        for (const QJsonObject &row : rows)
            array.append(row);
        write(stdout, QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Indented)));
        return;
    }
    QList<int> widths;
    for (const QString &column : columns) {
        int width = displayWidth(column);
        for (const QJsonObject &row : rows)
            width = std::max(width, displayWidth(cellText(row.value(column))));
        widths.append(width);
    }
    const auto line = [&](auto &&textOf) {
        QStringList cells;
        for (qsizetype i = 0; i < columns.size(); ++i)
            cells.append(i + 1 == columns.size() ? textOf(columns[i])
                                                 : padded(textOf(columns[i]), widths[i]));
        write(stdout, cells.join(u"  "_s).trimmed() + u'\n');
    };
    line([](const QString &column) { return column.toUpper(); });
    for (const QJsonObject &row : rows)
        line([&row](const QString &column) { return cellText(row.value(column)); });
}

void Output::result(const QString &text, const QJsonObject &object) const
{
    write(stdout,
          m_json ? QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Indented)) : text + u'\n');
}

void Output::done(const QString &text, QJsonObject object, OperationId operation) const
{
    object.insert(u"operation"_s, operation.value());
    result(u"%1 Take it back with: undo %2"_s.arg(text).arg(operation.value()), object);
}

ExitCode Output::error(const Error &error) const
{
    endProgress();
    const QString message = error.message.isEmpty() && error.code == ErrorCode::Cancelled
                                ? u"Cancelled; nothing was done."_s
                                : error.message;
    if (m_json) {
        const QJsonObject object{
            {u"code"_s, errorCodeName(error.code)}, {u"message"_s, message}, {u"details"_s, error.details}};
        write(stderr, QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Indented)));
    } else {
        write(stderr, u"seatledgerctl: "_s + sentenceOf(error.code, message, error.details) + u'\n');
    }
    return exitCodeOf(error.code);
}

bool Output::readerHasLeft()
{
    pollfd standardOutput{.fd = STDOUT_FILENO, .events = POLLOUT, .revents = 0};
    return std::ferror(stdout) != 0 && poll(&standardOutput, 1, 0) > 0
           && (standardOutput.revents & POLLERR) != 0;
}

Result<void> Output::finish() const
{
    const bool isWritten = std::fflush(stdout) == 0 && std::ferror(stdout) == 0;
    if (isWritten || readerHasLeft())
        return {};
    return failure(ErrorCode::StorageFull,
                   u"The result could not be written to standard output; what was done stays done."_s);
}

void Output::progress(const QString &text) const
{
    if (!m_json && isatty(STDERR_FILENO) != 0)
        write(stderr, u'\r' + text + u"\x1b[K"_s);
}

void Output::endProgress() const
{
    if (!m_json && isatty(STDERR_FILENO) != 0)
        write(stderr, u"\r\x1b[K"_s);
}

} // namespace seatledger::ctl
