// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/walk/pseudolanguage.h"

#include <QRegularExpression>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

const QString plainLetters = u"aceinosuyAEINOSUY"_s;
const QString accentedLetters = u"áçéíñóšúýÁÉÍÑÓŠÚÝ"_s;

/// How many characters from here on are a place for a value or a tag, and no words.
qsizetype placeAt(const QString &text, qsizetype from)
{
    static const QRegularExpression place(u"%L?\\d+|%L?n|<[^<>]*>|\\(\\*[^)]*\\)"_s);
    const auto found = place.match(text, from, QRegularExpression::NormalMatch,
                                   QRegularExpression::AnchorAtOffsetMatchOption);
    return found.hasMatch() ? found.capturedLength() : 0;
}

QString accented(const QString &text)
{
    QString result;
    for (qsizetype at = 0; at < text.size();) {
        if (const qsizetype length = placeAt(text, at); length > 0) {
            result += text.mid(at, length);
            at += length;
            continue;
        }
        const qsizetype letter = plainLetters.indexOf(text[at]);
        result += letter < 0 ? text[at] : accentedLetters[letter];
        ++at;
    }
    return result;
}

QString padding(qsizetype length)
{
    QString text;
    while (text.size() < length)
        text += text.size() % 6 == 0 ? u' ' : u'ö';
    return text;
}

} // namespace

QString PseudoLanguage::translate(const char *, const char *source, const char *, int) const
{
    const QString text = QString::fromUtf8(source);
    if (text.isEmpty())
        return {};
    return u'[' + accented(text) + padding((text.size() * 2 + 4) / 5) + u']';
}

QString PseudoLanguage::untranslated(const QString &text)
{
    QString outside;
    int depth = 0;
    for (const QChar letter : text) {
        if (letter == u'[')
            ++depth;
        else if (letter == u']')
            --depth;
        else if (depth == 0)
            outside += letter;
    }
    return outside;
}

} // namespace seatledger
