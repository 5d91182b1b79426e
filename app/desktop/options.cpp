// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/options.h"

#include "core/services/language.h"

#include <QCommandLineParser>

namespace seatledger::desktop {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("seatledger::desktop", text);
}

std::unexpected<Error> misuse(const QString &option, const QString &value)
{
    return failure(ErrorCode::InvalidInput, tr("--%1 does not know “%2”.").arg(option, value));
}

Result<void> readSchemes(const QStringList &names, TourOptions &tour)
{
    for (const QString &name : names) {
        const auto scheme = schemeNamed(name);
        if (!scheme)
            return misuse(u"tour-schemes"_s, name);
        tour.schemes += *scheme;
    }
    return {};
}

Result<void> readScales(const QStringList &numbers, TourOptions &tour)
{
    for (const QString &number : numbers) {
        const int scale = number.toInt();
        if (scale < 1 || scale > 4)
            return misuse(u"tour-scales"_s, number);
        tour.scales += scale;
    }
    return {};
}

Result<void> readLanguages(const QStringList &names, TourOptions &tour)
{
    for (const QString &name : names) {
        const QLocale language(name);
        if (!offeredLanguages().contains(language))
            return misuse(u"tour-languages"_s, name);
        tour.languages += language;
    }
    return {};
}

Result<TourOptions> readTour(const QCommandLineParser &parser)
{
    TourOptions tour;
    tour.folder = parser.value(u"tour"_s);
    const auto list = [&](const QString &option) {
        return parser.value(option).split(u',', Qt::SkipEmptyParts);
    };
    if (auto read = readLanguages(list(u"tour-languages"_s), tour); !read)
        return std::unexpected(read.error());
    if (auto read = readSchemes(list(u"tour-schemes"_s), tour); !read)
        return std::unexpected(read.error());
    tour.textPercent = parser.value(u"tour-text"_s).toInt();
    if (tour.textPercent < smallestTextPercent || tour.textPercent > largestTextPercent)
        return misuse(u"tour-text"_s, parser.value(u"tour-text"_s));
    if (auto read = readScales(list(u"tour-scales"_s), tour); !read)
        return std::unexpected(read.error());
    return tour;
}

void addOptions(QCommandLineParser &parser)
{
    parser.addOptions({
        {u"workspace"_s, tr("Opens the private workspace of this name or in this folder."), u"name"_s},
        {u"database"_s, tr("Opens a database on a server, by an address as psql takes it."), u"address"_s},
        {u"tour"_s, tr("Takes a picture of every page and dialog into this folder and exits."), u"folder"_s},
        {u"tour-languages"_s, tr("Languages of the pictures."), u"list"_s, u"en,zh_CN"_s},
        {u"tour-schemes"_s, tr("Schemes of the pictures."), u"list"_s, u"light,dark"_s},
        {u"tour-text"_s, tr("Size of the text in the pictures, in percent."), u"percent"_s, u"100"_s},
        {u"tour-scales"_s, tr("Pixels of the pictures for each pixel of the window."), u"list"_s, u"1,2"_s},
    });
}

} // namespace

Result<Options> readOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(tr("The book of an organisation's software licences."));
    parser.addHelpOption();
    parser.addVersionOption();
    addOptions(parser);
    parser.process(arguments);
    Options options{parser.value(u"workspace"_s), parser.value(u"database"_s), {}};
    if (!options.workspace.isEmpty() && !options.database.isEmpty())
        return failure(ErrorCode::InvalidInput, tr("--workspace and --database exclude each other."));
    if (!parser.positionalArguments().isEmpty())
        return failure(ErrorCode::InvalidInput,
                       tr("“%1” is not an option.").arg(parser.positionalArguments().constFirst()));
    if (!parser.isSet(u"tour"_s))
        return options;
    auto tour = readTour(parser);
    if (!tour)
        return std::unexpected(std::move(tour.error()));
    options.tour = std::move(*tour);
    return options;
}

} // namespace seatledger::desktop
