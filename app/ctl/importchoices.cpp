// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/importchoices.h"

#include "app/ctl/lookup.h"
#include "core/formats/daytext.h"
#include "core/formats/numbertext.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace seatledger::ctl {

namespace {

std::unexpected<Error> wrong(const QString &message)
{
    return failure(ErrorCode::InvalidInput, message);
}

/// The value of a name that was typed; none if nothing was.
template <NamedEnum E>
Result<std::optional<E>> chosen(const std::string &given, const char *option)
{
    if (given.empty())
        return std::optional<E>();
    const QString name = typed(given).toLower();
    QStringList names;
    for (const EnumEntry<E> &entry : enumEntries<E>()) {
        if (entry.name == name || QString(entry.name).replace(u'_', u'-') == name)
            return std::optional(entry.value);
        names.append(entry.name);
    }
    return wrong(u"%1 takes one of: %2."_s.arg(QString::fromLatin1(option), names.join(u", "_s)));
}

Result<std::optional<char>> delimiterOf(const std::string &given)
{
    const std::pair<const char *, char> names[]{{"comma", ','}, {"semicolon", ';'}, {"tab", '\t'},
                                                {"bar", '|'},   {",", ','},         {";", ';'},
                                                {"\t", '\t'},   {"\\t", '\t'},      {"|", '|'}};
    if (given.empty())
        return std::optional<char>();
    const auto *found = std::ranges::find_if(names, [&](const auto &name) { return given == name.first; });
    if (found == std::end(names))
        return wrong(u"--delimiter takes one of: comma, semicolon, tab, bar."_s);
    return std::optional(found->second);
}

Result<TableFilePreview> previewOf(const ImportArguments &arguments, const QString &path)
{
    const auto encoding = chosen<TextEncoding>(arguments.encoding, "--encoding");
    if (!encoding)
        return std::unexpected(encoding.error());
    const auto delimiter = delimiterOf(arguments.delimiter);
    if (!delimiter)
        return std::unexpected(delimiter.error());
    return TableFile::preview(path,
                              {.encoding = *encoding,
                               .delimiter = *delimiter,
                               .hasHeadings = arguments.noHeadings ? std::optional(false) : std::nullopt});
}

/// `FIELD=TEXT` taken apart.
Result<std::pair<QString, QString>> assignmentOf(const std::string &given, const char *option)
{
    const QString text = typed(given);
    const qsizetype at = text.indexOf(u'=');
    if (at < 0)
        return wrong(u"%1 takes FIELD=..., not “%2”."_s.arg(QString::fromLatin1(option), text));
    return std::pair{text.first(at).trimmed(), text.sliced(at + 1)};
}

Result<void> mapColumn(ImportMapping &mapping, const QString &field, const QString &heading)
{
    if (!field.isEmpty() && !importField(mapping.kind, field)) {
        QStringList names;
        for (const ImportField &known : importFields(mapping.kind))
            names.append(known.name);
        return wrong(u"There is no field “%1”. The fields are: %2."_s.arg(field, names.join(u", "_s)));
    }
    const auto column = std::ranges::find_if(mapping.columns, [&](const ColumnMatch &match) {
        return match.heading.compare(heading, Qt::CaseInsensitive) == 0;
    });
    if (column == mapping.columns.end())
        return wrong(u"The file has no column “%1”."_s.arg(heading));
    for (ColumnMatch &other : mapping.columns) {
        if (!field.isEmpty() && other.field == field)
            other = {.heading = other.heading};
    }
    *column = {.heading = column->heading, .field = field, .origin = MatchOrigin::Chosen};
    return {};
}

Result<void> applyChoices(ImportMapping &mapping, const ImportArguments &arguments)
{
    for (const std::string &given : arguments.map) {
        const auto parts = assignmentOf(given, "--map");
        if (!parts)
            return std::unexpected(parts.error());
        if (auto mapped = mapColumn(mapping, parts->first, parts->second); !mapped)
            return mapped;
    }
    for (const std::string &given : arguments.set) {
        const auto parts = assignmentOf(given, "--set");
        if (!parts)
            return std::unexpected(parts.error());
        for (ColumnMatch &column : mapping.columns) {
            if (column.field == parts->first)
                column = {.heading = column.heading};
        }
        std::erase_if(mapping.fixed, [&](const FixedValue &value) { return value.field == parts->first; });
        mapping.fixed.push_back({parts->first, parts->second});
    }
    return {};
}

Result<void> applyFormats(ImportMapping &mapping, const ImportArguments &arguments)
{
    const auto days = chosen<DayOrder>(arguments.dates, "--dates");
    const auto decimals = chosen<DecimalMark>(arguments.decimals, "--decimals");
    if (!days || !decimals)
        return std::unexpected(days ? decimals.error() : days.error());
    for (ColumnMatch &column : mapping.columns) {
        const ImportField *field = importField(mapping.kind, column.field);
        if (!field)
            continue;
        if (*days && field->value == ImportValue::Day) {
            column.days = *days;
            column.doubt.clear();
        }
        const bool isNumber = field->value == ImportValue::Count || field->value == ImportValue::Money;
        if (*decimals && isNumber) {
            column.decimals = *decimals;
            column.doubt.clear();
        }
    }
    return {};
}

/// Whether the values of a column can be read in two ways, and nobody said which.
bool isAmbiguous(const ImportMapping &mapping, std::size_t place, const TableFilePreview &preview)
{
    const ColumnMatch &column = mapping.columns[place];
    const ImportField *field = importField(mapping.kind, column.field);
    if (!field || column.doubt.isEmpty())
        return false;
    QStringList values;
    for (const QStringList &row : preview.rows)
        values.append(row.value(static_cast<qsizetype>(place)));
    return field->value == ImportValue::Day
               ? !guessDays(values).ambiguous.isEmpty()
               : !guessNumbers(values, field->value == ImportValue::Count).ambiguous.isEmpty();
}

/// Nothing is taken silently that is only like a field, or that can be read in two ways.
Result<void> requireClear(const ImportMapping &mapping, const TableFilePreview &preview)
{
    QStringList open;
    for (std::size_t i = 0; i < mapping.columns.size(); ++i) {
        const ColumnMatch &column = mapping.columns[i];
        if (column.origin == MatchOrigin::Similar)
            open.append(
                u"Column “%1” is like the field “%2”: take it with --map '%2=%1', or leave it out with "
                "--map '=%1'."_s.arg(column.heading, column.field));
        if (isAmbiguous(mapping, i, preview))
            open.append(u"Column “%1”: %2 Use --dates or --decimals."_s.arg(column.heading, column.doubt));
    }
    return open.isEmpty() ? Result<void>() : wrong(open.join(u'\n'));
}

} // namespace

Result<ImportRequest> importRequest(const OpenBook &book, const ImportArguments &arguments,
                                    const QString &path)
{
    const auto preview = previewOf(arguments, path);
    if (!preview)
        return std::unexpected(preview.error());
    const auto existing = chosen<OnExisting>(arguments.existing, "--existing");
    if (!existing)
        return std::unexpected(existing.error());
    auto mapping = book.services.imports.match(
        book.session, arguments.kind, *preview,
        arguments.mapping.empty() ? std::nullopt : std::optional(typed(arguments.mapping)));
    if (!mapping)
        return std::unexpected(std::move(mapping).error());
    if (auto applied = applyChoices(*mapping, arguments); !applied)
        return std::unexpected(std::move(applied).error());
    *mapping = ImportApplicationService::withFormats(*std::move(mapping), *preview);
    if (auto applied = applyFormats(*mapping, arguments); !applied)
        return std::unexpected(std::move(applied).error());
    if (auto clear = requireClear(*mapping, *preview); !clear)
        return std::unexpected(std::move(clear).error());
    return ImportRequest{.kind = arguments.kind,
                         .path = path,
                         .format = preview->format,
                         .mapping = *std::move(mapping),
                         .onExisting = existing->value_or(OnExisting::Update),
                         .leaveOutProblems = arguments.leaveOutProblems,
                         .createMissing = arguments.createMissing,
                         .problemsPath = typed(arguments.errors)};
}

} // namespace seatledger::ctl
