// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/tablefile.h"

#include "core/formats/tablereader.h"
#include "core/formats/textdecoder.h"
#include "core/formats/wholefile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

constexpr qint64 startSize = 256 * 1024;

Result<void> open(QFile &file)
{
    if (QFileInfo(file).isDir())
        return failure(
            ErrorCode::InvalidInput,
            QCoreApplication::translate("formats", "%1 is a folder; name a file.").arg(file.fileName()),
            {{u"path"_s, file.fileName()}});
    errno = 0;
    if (file.open(QIODevice::ReadOnly))
        return {};
    return failure(fileErrorCode(errno),
                   QCoreApplication::translate("formats", "%1 cannot be read: %2")
                       .arg(file.fileName(), file.errorString()),
                   {{u"path"_s, file.fileName()}});
}

Error inFile(const QFile &file, Error error)
{
    error.details.insert(u"path"_s, file.fileName());
    return error;
}

bool isAscii(QByteArrayView bytes)
{
    return std::ranges::all_of(bytes,
                               [](char c) { return static_cast<unsigned char>(c) < 0x80 && c != '\0'; });
}

/// By the first part of the file that is more than ASCII, wherever it is: one umlaut on the last page
/// decides.
EncodingGuess guessEncodingOf(QFile &file)
{
    EncodingGuess guess{};
    while (!file.atEnd()) {
        const QByteArray part = file.read(startSize);
        if (part.isEmpty() || isAscii(part))
            continue;
        const qsizetype lineStart = file.pos() > part.size() ? std::max<qsizetype>(0, part.indexOf('\n')) : 0;
        guess = guessEncoding(QByteArrayView(part).sliced(lineStart), file.atEnd());
        break;
    }
    file.seek(0);
    return guess;
}

QByteArray startOf(QFile &file, TextEncoding encoding)
{
    const QByteArray bytes = file.peek(startSize);
    TextDecoder decoder(encoding);
    return decoder.toUtf8(QByteArrayView(bytes).sliced(byteOrderMarkSize(bytes, encoding))).toByteArray();
}

/// Headings are words: no number, no day, no address.
bool looksLikeHeadings(const QStringList &cells)
{
    return std::ranges::none_of(cells, [](const QString &cell) {
        const QString text = cell.trimmed();
        const bool isFigures = !text.isEmpty() && std::ranges::all_of(text, [](QChar c) {
            return c.isDigit() || u"+-.,:/ "_s.contains(c);
        });
        return isFigures || (text.contains(u'@') && text.contains(u'.'));
    });
}

QStringList texts(std::span<const QByteArrayView> cells)
{
    QStringList list;
    list.reserve(static_cast<qsizetype>(cells.size()));
    for (const QByteArrayView cell : cells)
        list.append(QString::fromUtf8(cell));
    return list;
}

/// The first rows, the headings among them, up to a number and an amount.
class FirstRows final
{
public:
    explicit FirstRows(int most) : m_most(most) {}

    Result<void> take(const TableRow &row)
    {
        constexpr qsizetype mostBytes = 16 * 1024 * 1024;
        if (static_cast<int>(rows.size()) >= m_most || m_bytes > mostBytes)
            return failure(ErrorCode::Cancelled, u"enough"_s);
        for (const QByteArrayView cell : row.cells)
            m_bytes += cell.size() + 1;
        rows.push_back(texts(row.cells));
        return {};
    }

    std::vector<QStringList> rows;

private:
    int m_most;
    qsizetype m_bytes = 0;
};

QStringList numberedHeadings(const std::vector<QStringList> &rows)
{
    qsizetype most = 0;
    for (const QStringList &row : rows)
        most = std::max(most, row.size());
    QStringList headings;
    for (qsizetype i = 1; i <= most; ++i)
        headings.append(QCoreApplication::translate("formats", "Column %1").arg(i));
    return headings;
}

} // namespace

Result<TableFilePreview> TableFile::preview(const QString &path, const TableFileChoice &choice, int rows)
{
    QFile file(path);
    if (auto opened = open(file); !opened)
        return std::unexpected(std::move(opened).error());
    const EncodingGuess guess = guessEncodingOf(file);
    TableFilePreview preview{.format = {.encoding = choice.encoding.value_or(guess.encoding)},
                             .encodingIsSure = choice.encoding || guess.isSure,
                             .bytes = file.size()};
    preview.format.delimiter = choice.delimiter.value_or(
        guessDelimiter(startOf(file, preview.format.encoding)));

    FirstRows first(rows + 1);
    TableFileFormat plain = preview.format;
    plain.hasHeadings = false;
    const auto read = TableReader::read(file, plain, [&](const TableRow &row) { return first.take(row); });
    if (!read && read.error().code != ErrorCode::Cancelled)
        return std::unexpected(inFile(file, read.error()));
    preview.isWhole = read.has_value();
    if (first.rows.empty())
        return failure(ErrorCode::InvalidInput,
                       QCoreApplication::translate("formats", "%1 is empty.").arg(path), {{u"path"_s, path}});
    preview.format.hasHeadings = choice.hasHeadings.value_or(looksLikeHeadings(first.rows.front()));
    if (preview.format.hasHeadings) {
        preview.headings = first.rows.front();
        first.rows.erase(first.rows.begin());
    } else {
        preview.headings = numberedHeadings(first.rows);
    }
    if (static_cast<int>(first.rows.size()) > rows)
        first.rows.pop_back();
    preview.rows = std::move(first.rows);
    return preview;
}

Result<qint64> TableFile::read(const QString &path, const TableFileFormat &format,
                               const std::function<Result<void>(const TableRow &)> &consume,
                               const std::function<void(qint64)> &progress)
{
    QFile file(path);
    if (auto opened = open(file); !opened)
        return std::unexpected(std::move(opened).error());
    auto rows = TableReader::read(file, format, consume, progress);
    if (!rows)
        return std::unexpected(inFile(file, std::move(rows).error()));
    return rows;
}

} // namespace seatledger
