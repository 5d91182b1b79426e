// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/mailmessage.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

constexpr int lineLength = 76;

QString onOneLine(QString text)
{
    std::ranges::replace_if(text, [](QChar c) { return c.category() == QChar::Other_Control; }, u' ');
    return text.trimmed();
}

bool isPlain(const QString &text)
{
    return std::ranges::all_of(text, [](QChar c) { return c >= u' ' && c <= u'~'; });
}

/// As many as leave the line within 76 characters, the header's name included.
constexpr qsizetype bytesInAWord = 39;

QByteArray encodedWords(const QString &text)
{
    QByteArrayList words;
    QByteArray part;
    const auto finish = [&] {
        if (!part.isEmpty())
            words.append("=?UTF-8?B?" + part.toBase64() + "?=");
        part.clear();
    };
    for (const char32_t character : text.toUcs4()) {
        const QByteArray bytes = QString::fromUcs4(&character, 1).toUtf8();
        if (part.size() + bytes.size() > bytesInAWord)
            finish();
        part += bytes;
    }
    finish();
    return words.join("\r\n ");
}

/// What looks like an encoded word, and lines that would be too long, are encoded, too.
QByteArray headerText(const QString &raw)
{
    const QString text = onOneLine(raw);
    return isPlain(text) && text.size() <= 60 && !text.contains("=?"_L1) ? text.toLatin1()
                                                                         : encodedWords(text);
}

QByteArray mailbox(const QString &name, const QString &address)
{
    const QByteArray place = '<' + onOneLine(address).toUtf8() + '>';
    QString called = onOneLine(name);
    if (called.isEmpty())
        return place;
    if (!isPlain(called) || called.size() > 60)
        return encodedWords(called) + "\r\n " + place;
    called.replace(u'\\', "\\\\"_L1).replace(u'"', "\\\""_L1);
    return '"' + called.toLatin1() + "\" " + place;
}

QByteArray dateText(const QDateTime &at)
{
    return QLocale::c().toString(at.toUTC(), u"ddd, dd MMM yyyy hh:mm:ss"_s).toLatin1() + " +0000";
}

QByteArray encodedBody(QString body)
{
    body.replace("\r\n"_L1, "\n"_L1).replace(u'\n', "\r\n"_L1);
    const QByteArray all = body.toUtf8().toBase64();
    QByteArray lines;
    for (qsizetype at = 0; at < all.size(); at += lineLength)
        lines += all.sliced(at, std::min<qsizetype>(lineLength, all.size() - at)) + "\r\n";
    return lines;
}

} // namespace

QByteArray mimeText(const MailMessage &message)
{
    return "Date: " + dateText(message.at) + "\r\nFrom: " + mailbox(message.fromName, message.from)
           + "\r\nTo: " + mailbox(message.toName, message.to) + "\r\nSubject: " + headerText(message.subject)
           + "\r\nMessage-ID: <" + onOneLine(message.messageId).toLatin1()
           + ">\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
             "Content-Transfer-Encoding: base64\r\nAuto-Submitted: auto-generated\r\n\r\n"
           + encodedBody(message.body);
}

} // namespace seatledger
