// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/mailmessage.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

MailMessage message(const QString &subject, const QString &body = u"Hello\n"_s)
{
    return {.from = u"licences@example.org"_s,
            .to = u"ana@example.org"_s,
            .subject = subject,
            .body = body,
            .messageId = u"1@example.org"_s,
            .at = QDateTime({2026, 3, 2}, {9, 0}, Qt::UTC)};
}

QByteArray header(const QByteArray &text, const QByteArray &name)
{
    QByteArray all = text.left(text.indexOf("\r\n\r\n"));
    all.replace("\r\n ", "\n");
    for (const QByteArray &line : all.split('\r')) {
        const QByteArray trimmed = line.startsWith('\n') ? line.mid(1) : line;
        if (trimmed.startsWith(name + ": "))
            return trimmed.mid(name.size() + 2);
    }
    return {};
}

/// What a mail program makes of encoded words.
QString decoded(const QByteArray &value)
{
    QString text;
    for (const QByteArray &word : value.split('\n')) {
        if (word.startsWith("=?UTF-8?B?"))
            text += QString::fromUtf8(QByteArray::fromBase64(word.mid(10, word.size() - 12)));
        else
            text += QString::fromLatin1(word);
    }
    return text;
}

} // namespace

class MailMessageTest : public QObject
{
    Q_OBJECT

private slots:
    void keepsPlainSubjectsPlain();
    void encodesOtherSubjectsWithoutCuttingCharacters();
    void encodesTheBody();
    void keepsLinesShort();
    void letsNoNameAddAHeader();
    void quotesNames();
    void saysWhenAndThatAProgramWroteIt();
};

void MailMessageTest::keepsPlainSubjectsPlain()
{
    QCOMPARE(header(mimeText(message(u"IDE ends on 1 July 2026"_s)), "Subject"), "IDE ends on 1 July 2026");
    // what only looks encoded must not be decoded by the reader
    QCOMPARE(decoded(header(mimeText(message(u"=?UTF-8?B?WA==?="_s)), "Subject")), u"=?UTF-8?B?WA==?="_s);
}

void MailMessageTest::encodesOtherSubjectsWithoutCuttingCharacters()
{
    const QString subject =
        u"“青云文档 标准版”的最后一天是 2026年7月1日，座位😀还没有续订，请尽快处理并告诉负责人"_s;
    const QByteArray value = header(mimeText(message(subject)), "Subject");
    QVERIFY(value.contains('\n'));
    QCOMPARE(decoded(value), subject);
    for (const QByteArray &word : value.split('\n')) {
        QVERIFY2(word.size() <= 75, word.constData());
        QVERIFY(QByteArrayView(QByteArray::fromBase64(word.mid(10, word.size() - 12))).isValidUtf8());
    }
}

void MailMessageTest::encodesTheBody()
{
    const QString body = u"Grüße 青云\n.\nFrom here\n"_s;
    const QByteArray text = mimeText(message(u"x"_s, body));
    QVERIFY(text.contains("Content-Type: text/plain; charset=utf-8\r\n"));
    QVERIFY(text.contains("Content-Transfer-Encoding: base64\r\n"));
    QString arrived = QString::fromUtf8(QByteArray::fromBase64(text.mid(text.indexOf("\r\n\r\n") + 4)));
    QCOMPARE(arrived.replace("\r\n"_L1, "\n"_L1), body);
}

void MailMessageTest::keepsLinesShort()
{
    MailMessage long1 = message(QString(300, u'x'), QString(5000, u'y'));
    long1.fromName = QString(150, u'z');
    long1.toName = QString(200, u'名');
    for (const QByteArray &line : mimeText(long1).split('\n')) {
        QVERIFY2(line.size() <= 78, line.constData());
        QVERIFY(line.isEmpty() || line.endsWith('\r'));
    }
}

void MailMessageTest::letsNoNameAddAHeader()
{
    MailMessage evil = message(u"Ends\r\nBcc: thief@example.org\r\n\r\nHello"_s);
    evil.toName = u"Ana\nBcc: thief@example.org"_s;
    const QByteArray text = mimeText(evil);
    QVERIFY(!text.contains("\nBcc:"));
    QCOMPARE(text.count("\r\n\r\n"), 1);
}

void MailMessageTest::quotesNames()
{
    MailMessage named = message(u"x"_s);
    named.toName = u"Ana \"the boss\" Silva, Dr."_s;
    QCOMPARE(header(mimeText(named), "To"), R"("Ana \"the boss\" Silva, Dr." <ana@example.org>)");
    named.toName = u"Noelia Hernández"_s;
    const QByteArrayList parts = header(mimeText(named), "To").split('\n');
    QCOMPARE(decoded(parts.value(0)), u"Noelia Hernández"_s);
    QCOMPARE(parts.value(1), "<ana@example.org>");
}

void MailMessageTest::saysWhenAndThatAProgramWroteIt()
{
    const QByteArray text = mimeText(message(u"x"_s));
    QCOMPARE(header(text, "Date"), "Mon, 02 Mar 2026 09:00:00 +0000");
    QCOMPARE(header(text, "Message-ID"), "<1@example.org>");
    QCOMPARE(header(text, "Auto-Submitted"), "auto-generated");
}

} // namespace seatledger

QTEST_GUILESS_MAIN(seatledger::MailMessageTest)
#include "mailmessagetest.moc"
