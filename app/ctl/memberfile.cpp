// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/memberfile.h"

#include "app/ctl/lookup.h"
#include "app/ctl/standardinput.h"
#include "core/formats/csvreader.h"

#include <QBuffer>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace seatledger::ctl {

namespace {

constexpr qsizetype unknownNamed = 10;
constexpr qsizetype mostBytes = 256 * 1024 * 1024;

/// The texts of the column that names members, and where they stand.
struct NameColumn {
    qsizetype column = 0;
    QStringList texts;
    QList<qint64> lines; ///< of each text
};

qsizetype columnOfHeading(const QStringList &cells)
{
    static const QStringList headings{u"number"_s, u"email"_s, u"e-mail"_s, u"member_number"_s,
                                      u"member_email"_s};
    const auto found = std::ranges::find_if(
        cells, [](const QString &cell) { return headings.contains(cell.trimmed().toLower()); });
    return found == cells.end() ? -1 : found - cells.begin();
}

void takeRow(NameColumn &names, const CsvRow &row, bool isFirst)
{
    if (const qsizetype heading = isFirst ? columnOfHeading(row.cells) : -1; heading >= 0) {
        names.column = heading;
        return;
    }
    const QString text = row.cells.value(names.column).trimmed();
    if (text.isEmpty())
        return;
    names.texts.append(text);
    names.lines.append(row.line);
}

Result<void> openFile(QFile &file)
{
    // Opening a folder works, only reading it does not.
    if (QFileInfo(file).isDir())
        return failure(ErrorCode::InvalidInput, u"%1 is a folder; name a file."_s.arg(file.fileName()));
    if (file.open(QIODevice::ReadOnly))
        return {};
    return failure(file.exists() ? ErrorCode::Forbidden : ErrorCode::NotFound,
                   u"%1 cannot be read: %2"_s.arg(file.fileName(), file.errorString()));
}

Error inFile(const QString &name, Error error)
{
    error.message = name + u": "_s + error.message;
    error.details.insert(u"file"_s, name);
    return error;
}

Result<NameColumn> readNames(QIODevice &file)
{
    NameColumn names;
    bool isFirst = true;
    const auto take = [&names, &isFirst](const CsvRow &row) -> Result<void> {
        takeRow(names, row, std::exchange(isFirst, false));
        return {};
    };
    if (const auto rows = CsvReader::read(file, take, CsvReader::delimiterOf(file)); !rows)
        return std::unexpected(rows.error());
    if (names.texts.isEmpty())
        return failure(ErrorCode::InvalidInput,
                       u"Nobody is named in column %1; it takes a member number or e-mail address in each "
                       "row."_s.arg(names.column + 1));
    return names;
}

/// Which texts nobody is known by, with their lines.
Error unknownMembers(const NameColumn &names, const std::vector<NamedMember> &members)
{
    QStringList named;
    QJsonArray unknown;
    QList<qint64> lines;
    for (std::size_t i = 0; i < members.size(); ++i) {
        if (members[i].member)
            continue;
        const qint64 line = names.lines[static_cast<qsizetype>(i)];
        if (named.size() < unknownNamed)
            named.append(u"\"%1\" (line %2)"_s.arg(members[i].text).arg(line));
        unknown.append(members[i].text);
        lines.append(line);
    }
    const qsizetype more = unknown.size() - named.size();
    const QString rest = more > 0 ? u" and %1 more"_s.arg(more) : QString();
    return {
        ErrorCode::NotFound,
        u"column %1: No member has the number, e-mail address or id %2%3. Correct them or take them out."_s
            .arg(names.column + 1)
            .arg(named.join(u", "_s), rest),
        {{u"row"_s, lines.first()}, {u"column"_s, names.column + 1}, {u"unknown"_s, unknown}}};
}

Result<QList<MemberId>> membersOf(const OpenBook &book, const NameColumn &names)
{
    const auto members = membersNamed(book, names.texts);
    if (!members)
        return std::unexpected(members.error());
    QList<MemberId> ids;
    QSet<MemberId> seen;
    for (const NamedMember &member : *members) {
        if (!member.member)
            return std::unexpected(unknownMembers(names, *members));
        if (!seen.contains(*member.member))
            ids.append(*member.member);
        seen.insert(*member.member);
    }
    return ids;
}

} // namespace

Result<QList<MemberId>> membersInFile(const OpenBook &book, const std::string &path)
{
    const bool isFile = path != "-";
    QFile file(typed(path));
    if (auto opened = isFile ? openFile(file) : Result<void>(); !opened)
        return std::unexpected(std::move(opened).error());
    auto input = isFile ? Result<QByteArray>()
                        : standardInput(book.session.connection().cancelToken(), mostBytes);
    if (!input)
        return std::unexpected(std::move(input).error());
    QBuffer piped(&*input);
    piped.open(QIODevice::ReadOnly);
    const QString name = isFile ? file.fileName() : u"standard input"_s;
    const auto names = isFile ? readNames(file) : readNames(piped);
    if (!names)
        return std::unexpected(inFile(name, names.error()));
    auto members = membersOf(book, *names);
    if (!members)
        return std::unexpected(inFile(name, std::move(members).error()));
    return members;
}

} // namespace seatledger::ctl
