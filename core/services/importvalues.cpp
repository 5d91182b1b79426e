// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/importvalues.h"

#include <QCoreApplication>
#include <QDate>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace seatledger {

bool isPlain(QByteArrayView cell, const TextLimits &limits)
{
    return cell.size() <= limits.maximum
           && std::ranges::all_of(cell, [](char c) { return c >= ' ' && c < '\x7F'; });
}

bool isIsoDay(QByteArrayView cell)
{
    if (cell.size() != 10 || cell[4] != '-' || cell[7] != '-')
        return false;
    for (const qsizetype at : {0, 1, 2, 3, 5, 6, 8, 9}) {
        if (cell[at] < '0' || cell[at] > '9')
            return false;
    }
    const auto figures = [&](qsizetype at) { return (cell[at] - '0') * 10 + cell[at + 1] - '0'; };
    return QDate::isValid(figures(0) * 100 + figures(2), figures(5), figures(8));
}

std::optional<bool> flagOf(const QString &text)
{
    static const QStringList yes{u"true"_s, u"t"_s,   u"yes"_s, u"y"_s,  u"1"_s,
                                 u"ja"_s,   u"oui"_s, u"sí"_s,  u"是"_s, u"wahr"_s};
    static const QStringList no{u"false"_s, u"f"_s,   u"no"_s, u"n"_s,     u"0"_s,
                                u"nein"_s,  u"non"_s, u"否"_s, u"falsch"_s};
    const QString word = text.trimmed().toLower();
    if (yes.contains(word))
        return true;
    return no.contains(word) ? std::optional(false) : std::nullopt;
}

bool isUnlimited(const QString &text)
{
    static const QStringList words{u"unlimited"_s, u"-1"_s,   u"∞"_s,   u"unbegrenzt"_s,
                                   u"illimité"_s,  u"无限"_s, u"不限"_s};
    const QString word = text.trimmed().toLower();
    return words.contains(word) || word == QCoreApplication::translate("import", "unlimited").toLower();
}

} // namespace seatledger
