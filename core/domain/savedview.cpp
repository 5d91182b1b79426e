// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/savedview.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>

#include <algorithm>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestName = 100;
constexpr qsizetype longestText = 20'000;
const QString scheme = u"seatledger"_s;
const QString nestedMark = u"~"_s; ///< before what is no plain text

QString valueText(const QJsonValue &value)
{
    if (value.isString() && !value.toString().startsWith(nestedMark))
        return value.toString();
    return nestedMark + QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact));
}

QJsonValue valueOf(const QString &text)
{
    if (!text.startsWith(nestedMark))
        return text;
    return QJsonDocument::fromJson(text.mid(1).toUtf8()).array().at(0);
}

} // namespace

Result<QString> savedViewName(const QString &name)
{
    QString clean = name.simplified();
    if (clean.isEmpty())
        return failure(ErrorCode::InvalidInput, QCoreApplication::translate("domain", "A view needs a name."),
                       {{u"field"_s, u"name"_s}});
    if (clean.size() > longestName)
        return failure(ErrorCode::InvalidInput,
                       QCoreApplication::translate("domain", "The name of a view has at most %1 characters.")
                           .arg(longestName),
                       {{u"field"_s, u"name"_s}});
    return clean;
}

QString savedViewText(const QString &page, const QJsonObject &place)
{
    QString text = scheme + u':' + page;
    QChar sign = u'?';
    for (auto value = place.begin(); value != place.end(); ++value) {
        text += sign + value.key() + u'='
                + QString::fromLatin1(QUrl::toPercentEncoding(valueText(value.value()), ","));
        sign = u'&';
    }
    return text;
}

std::optional<SavedView> savedViewFromText(const QString &text)
{
    const QString line = text.trimmed();
    if (line.size() > longestText || !line.startsWith(scheme + u':'))
        return std::nullopt;
    const QString rest = line.mid(scheme.size() + 1);
    SavedView view{.page = rest.section(u'?', 0, 0), .name = {}, .owner = {}, .place = {}};
    for (const QString &part : rest.section(u'?', 1).split(u'&', Qt::SkipEmptyParts)) {
        const QString value = QUrl::fromPercentEncoding(part.section(u'=', 1).toUtf8());
        view.place.insert(part.section(u'=', 0, 0), valueOf(value));
    }
    const bool isPage = !view.page.isEmpty() && std::ranges::all_of(view.page, [](QChar c) {
        return (c >= u'a' && c <= u'z') || c == u'-';
    });
    return isPage ? std::optional(view) : std::nullopt;
}

} // namespace seatledger
