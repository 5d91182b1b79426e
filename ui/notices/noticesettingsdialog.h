// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connections/passwordvault.h"
#include "ui/book/editdialog.h"
#include "ui/common/style/tokens.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace seatledger {

class TextLabel;

/// What is told and how mail is sent, for those who may change settings. A test message goes out by what is
/// typed, before anything is saved. The password goes to the desktop's keychain when the rest is saved, and
/// nowhere else.
class NoticeSettingsDialog final : public EditDialog
{
    Q_OBJECT

public:
    /// `vault` may be missing: then the password is only used for the test.
    NoticeSettingsDialog(BookAccess access, const NoticeSettings &settings, PasswordVault *vault,
                         QWidget *parent);

    /// What is typed now.
    [[nodiscard]] Result<NoticeSettings> typed() const;

protected:
    Result<void> check() const override;
    void save() override;

private:
    void buildNotices(const NoticeSettings &settings);
    void buildMail(const MailSettings &mail);
    void buildTest();
    void sendTest();
    void tell(const QString &text, Tone tone);
    void keepPassword(const NoticeSettings &saved, qint64 operation);
    void finishWith(qint64 operation);
    QLineEdit *makeLine(const QString &name, const QString &text);

    PasswordVault *m_vault;
    NoticeSettings m_before;
    QCheckBox *m_isOn;
    QLineEdit *m_leads;
    QLineEdit *m_low;
    QSpinBox *m_ahead;
    QComboBox *m_language;
    QLineEdit *m_fallback;
    QCheckBox *m_mail;
    QLineEdit *m_host;
    QSpinBox *m_port;
    QComboBox *m_security;
    QLineEdit *m_user;
    QLineEdit *m_password;
    QLineEdit *m_sender;
    QLineEdit *m_address;
    QPushButton *m_test;
    TextLabel *m_answer;
};

} // namespace seatledger
