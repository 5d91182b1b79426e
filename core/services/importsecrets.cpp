// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/importsecrets.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

/// ABCDE-12345-... as keys are mostly written.
bool looksLikeKey(const QString &value)
{
    static const QRegularExpression groups(u"^[A-Za-z0-9]{4,8}(-[A-Za-z0-9]{4,8}){2,}$"_s);
    return groups.match(value.trimmed()).hasMatch();
}

} // namespace

const QString &maskedSecret()
{
    static const QString dots(8, QChar(0x2022));
    return dots;
}

bool isSecretHeading(const QString &heading)
{
    static constexpr std::array words{"key"_L1,   "serial"_L1,    "secret"_L1,
                                      "passw"_L1, "schlussel"_L1, "seriennummer"_L1};
    static const std::array others{u"密钥"_s, u"序列号"_s, u"激活码"_s, u"注册码"_s};
    const QString plain = heading.normalized(QString::NormalizationForm_KD)
                              .remove(QRegularExpression(u"\\p{M}"_s))
                              .toCaseFolded();
    return std::ranges::any_of(words, [&](QLatin1StringView word) { return plain.contains(word); })
           || std::ranges::any_of(others, [&](const QString &word) { return heading.contains(word); });
}

bool isSecretColumn(const TableFilePreview &preview, int column)
{
    if (isSecretHeading(preview.headings.value(column)))
        return true;
    qsizetype filled = 0;
    qsizetype keys = 0;
    for (const QStringList &row : preview.rows) {
        const QString value = row.value(column);
        filled += value.isEmpty() ? 0 : 1;
        keys += looksLikeKey(value) ? 1 : 0;
    }
    return keys > 0 && 2 * keys >= filled;
}

bool isSecretColumn(const ImportMapping &mapping, const TableFilePreview &preview, int column)
{
    const auto place = static_cast<std::size_t>(column);
    const bool isTaken = place < mapping.columns.size()
                         && isSecretField(mapping.kind, mapping.columns[place].field);
    return isTaken || isSecretColumn(preview, column);
}

TableFilePreview withoutSecrets(TableFilePreview preview)
{
    for (int column = 0; column < preview.headings.size(); ++column) {
        if (!isSecretColumn(preview, column))
            continue;
        for (QStringList &row : preview.rows) {
            if (!row.value(column).isEmpty())
                row[column] = maskedSecret();
        }
    }
    return preview;
}

} // namespace seatledger
