// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/mailserver.h"

#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>
#include <QTcpServer>

#include <memory>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

constexpr int patienceMs = 10'000;
constexpr int glanceMs = 50;

class SocketServer final : public QTcpServer
{
public:
    std::unique_ptr<QSslSocket> taken;

protected:
    void incomingConnection(qintptr descriptor) override
    {
        taken = std::make_unique<QSslSocket>();
        taken->setSocketDescriptor(descriptor);
    }
};

QByteArray between(const QByteArray &line)
{
    const qsizetype begin = line.indexOf('<') + 1;
    return line.sliced(begin, line.indexOf('>') - begin);
}

} // namespace

struct MailServer::Talk {
    QSslSocket &socket;
    Behaviour behaviour;
    ReceivedMail mail = {};
    bool isSecret = false;

    void say(const QByteArray &line) const
    {
        socket.write(line + "\r\n");
        while (socket.bytesToWrite() > 0 && socket.waitForBytesWritten(patienceMs)) {}
    }
};

MailServer::MailServer() : MailServer(Behaviour()) {}

MailServer::MailServer(Behaviour behaviour) : m_behaviour(std::move(behaviour))
{
    makeCertificate();
    m_thread = std::thread([this] { serve(); });
    while (m_port == 0)
        std::this_thread::yield();
}

MailServer::~MailServer()
{
    m_ends = true;
    m_thread.join();
}

void MailServer::behave(Behaviour behaviour)
{
    const std::scoped_lock lock(m_mutex);
    m_behaviour = std::move(behaviour);
}

QList<ReceivedMail> MailServer::received() const
{
    const std::scoped_lock lock(m_mutex);
    return m_received;
}

void MailServer::makeCertificate() const
{
    QProcess openssl;
    openssl.start(u"openssl"_s, {u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-days"_s,
                                 u"2"_s, u"-batch"_s, u"-subj"_s, u"/CN=localhost"_s, u"-addext"_s,
                                 u"subjectAltName=DNS:localhost"_s, u"-keyout"_s,
                                 m_folder.filePath(u"server.key"_s), u"-out"_s, authorityFile()});
    openssl.waitForFinished();
}

void MailServer::serve()
{
    SocketServer server;
    server.listen(QHostAddress::LocalHost);
    m_port = server.serverPort();
    while (!m_ends) {
        if (server.waitForNewConnection(glanceMs) && server.taken) {
            talk(*server.taken);
            server.taken->disconnectFromHost();
            server.taken.reset();
        }
    }
}

void MailServer::talk(QSslSocket &socket)
{
    Talk talk{.socket = socket, .behaviour = [this] {
                  const std::scoped_lock lock(m_mutex);
                  return m_behaviour;
              }()};
    QFile key(m_folder.filePath(u"server.key"_s));
    if (key.open(QIODevice::ReadOnly))
        socket.setPrivateKey(QSslKey(&key, QSsl::Rsa));
    socket.setLocalCertificate(QSslCertificate::fromPath(authorityFile()).value(0));
    if (talk.behaviour.beginsWithTls) {
        socket.startServerEncryption();
        if (!socket.waitForEncrypted(patienceMs))
            return;
        talk.isSecret = true;
    }
    while (talk.behaviour.isSilent && !m_ends)
        socket.waitForReadyRead(glanceMs);
    talk.say("220 localhost ESMTP");
    while (!m_ends && (socket.canReadLine() || socket.waitForReadyRead(patienceMs))) {
        while (socket.canReadLine()) {
            if (!answer(talk, socket.readLine().trimmed()))
                return;
        }
    }
}

bool MailServer::answer(Talk &talk, const QByteArray &line)
{
    const QByteArray word = line.left(4).toUpper();
    if (word == "EHLO" || word == "HELO") {
        talk.say("250-localhost");
        if (talk.behaviour.offersTls && !talk.isSecret)
            talk.say("250-STARTTLS");
        talk.say("250 AUTH PLAIN");
    } else if (word == "STAR" && talk.behaviour.offersTls) {
        talk.say("220 Go ahead");
        talk.socket.startServerEncryption();
        talk.isSecret = talk.socket.waitForEncrypted(patienceMs);
        return talk.isSecret;
    } else if (word == "AUTH") {
        QByteArray secret = line.mid(11);
        if (secret.isEmpty()) { // it waits to be asked
            talk.say("334 ");
            while (!talk.socket.canReadLine() && talk.socket.waitForReadyRead(patienceMs)) {}
            secret = talk.socket.readLine().trimmed();
        }
        const QByteArrayList parts = QByteArray::fromBase64(secret).split('\0');
        const bool isRight = parts.value(1) == talk.behaviour.user
                             && parts.value(2) == talk.behaviour.password;
        if (isRight)
            talk.mail.user = parts.value(1);
        // some servers repeat what they were told
        talk.say(isRight ? "235 2.7.0 Welcome" : "535 5.7.8 Not " + parts.value(2));
    } else if (word == "MAIL") {
        talk.mail.from = between(line);
        const bool isStranger = !talk.behaviour.user.isEmpty() && talk.mail.user.isEmpty();
        talk.say(isStranger ? "530 5.7.0 Authentication required" : "250 2.1.0 Ok");
    } else if (word == "RCPT") {
        talk.mail.to = between(line);
        talk.say(talk.behaviour.recipientAnswer);
    } else if (word == "DATA") {
        talk.say("354 End with a dot");
        return takeMessage(talk);
    } else if (word == "QUIT") {
        talk.say("221 Bye");
        return false;
    } else {
        talk.say("500 What?");
    }
    return true;
}

bool MailServer::takeMessage(Talk &talk)
{
    QByteArray data;
    while (!data.endsWith("\r\n.\r\n")) {
        if (!talk.socket.canReadLine() && !talk.socket.waitForReadyRead(patienceMs))
            return false;
        if (talk.behaviour.hangsUpInMessage)
            return false;
        while (talk.socket.canReadLine())
            data += talk.socket.readLine();
    }
    data.chop(3);
    if (talk.behaviour.messageAnswer.startsWith('2')) {
        talk.mail.data = data.replace("\r\n..", "\r\n.");
        talk.mail.wasEncrypted = talk.isSecret;
        const std::scoped_lock lock(m_mutex);
        m_received.append(talk.mail);
    }
    talk.say(talk.behaviour.messageAnswer);
    return true;
}

} // namespace seatledger
