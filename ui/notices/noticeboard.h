// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connections/passwordvault.h"
#include "core/db/notificationlistener.h"
#include "ui/book/bookaccess.h"

#include <QObject>
#include <QTimer>

namespace seatledger {

/// Under which the password of this mail server stands in the keychain.
[[nodiscard]] QString mailPasswordKey(const MailSettings &mail);

/// The window's part in notices: once a minute it has them found, unless another process did within that
/// minute, and mail sent, and it knows how many the person has not read. The password of the mail server
/// comes from the file for unattended machines or from the keychain; without one this window leaves sending
/// to others. GUI thread.
class NoticeBoard final : public QObject
{
    Q_OBJECT

public:
    /// `vault` may be missing; what is named must outlive it.
    NoticeBoard(BookAccess access, PasswordVault *vault, QObject *parent = nullptr);
    ~NoticeBoard() override;

    /// Begins with a look at once, and one each minute.
    void start();

    [[nodiscard]] int unread() const { return m_unread; }
    [[nodiscard]] PasswordVault *vault() const { return m_vault; }

public slots:
    void takeChange(const seatledger::ChangeNotice &notice);
    /// Counts again what is unread.
    void count();

signals:
    void unreadChanged(int unread);

private:
    void work();
    void send(const NoticeSettings &settings);
    void sendWith(const std::optional<QString> &password);

    BookAccess m_book;
    PasswordVault *m_vault;
    QTimer m_minute;
    CancelToken m_token = CancelToken::create();
    bool m_isSending = false;
    int m_unread = 0;
};

} // namespace seatledger
