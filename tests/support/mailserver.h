// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QTemporaryDir>

#include <atomic>
#include <mutex>
#include <thread>

class QSslSocket;

namespace seatledger {

/// What a mail server took.
struct ReceivedMail {
    QByteArray from;
    QByteArray to;
    QByteArray user; ///< who had signed in; empty: nobody
    QByteArray data; ///< as it came, without the dots that only the wire needs
    bool wasEncrypted = false;
};

/// A small mail server on 127.0.0.1 that speaks SMTP with STARTTLS and AUTH PLAIN, for `localhost` by a
/// certificate of its own, and behaves as badly as it is told. Serves one connection at a time, in a thread
/// of its own.
class MailServer final
{
public:
    struct Behaviour {
        bool offersTls = false;
        bool beginsWithTls = false;
        QByteArray user = {}; ///< set: whoever does not sign in as this is refused
        QByteArray password = {};
        QByteArray recipientAnswer = "250 2.1.5 Ok";
        QByteArray messageAnswer = "250 2.0.0 Ok: queued as 4711";
        bool hangsUpInMessage = false;
        bool isSilent = false; ///< takes connections and says nothing
    };

    MailServer();
    explicit MailServer(Behaviour behaviour);
    ~MailServer();
    MailServer(const MailServer &) = delete;
    MailServer &operator=(const MailServer &) = delete;

    void behave(Behaviour behaviour);
    [[nodiscard]] int port() const { return m_port; }
    [[nodiscard]] QString authorityFile() const { return m_folder.filePath(QStringLiteral("server.crt")); }
    [[nodiscard]] QList<ReceivedMail> received() const;

private:
    struct Talk;

    void makeCertificate() const;
    void serve();
    void talk(QSslSocket &socket);
    bool answer(Talk &talk, const QByteArray &line);
    bool takeMessage(Talk &talk);

    QTemporaryDir m_folder;
    mutable std::mutex m_mutex;
    Behaviour m_behaviour;
    QList<ReceivedMail> m_received;
    std::atomic_int m_port = 0;
    std::atomic_bool m_ends = false;
    std::thread m_thread;
};

} // namespace seatledger
