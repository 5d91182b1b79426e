// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connections/connectionprofile.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QSpinBox;

namespace seatledger {

class Dialogs;
class Form;

/// Which database on which server, and who signs in; checked while the person types. The password is in the
/// field and nowhere else: `profile()` has none.
class ServerForm final : public QWidget
{
    Q_OBJECT

public:
    /// What is known about the keychain.
    enum class Keychain { Unknown, Available, Missing };

    explicit ServerForm(Dialogs &dialogs, QWidget *parent = nullptr);

    [[nodiscard]] ConnectionProfile profile() const;
    /// Fills the form and empties the password.
    void setProfile(const ConnectionProfile &profile);
    [[nodiscard]] Form *form() const { return m_form; }

    [[nodiscard]] QString password() const;
    void clearPassword();
    /// Says in the empty field that the keychain has one.
    void setPasswordIsKept(bool kept);
    void setKeychain(Keychain keychain);
    /// Whether the person wants the password in the keychain; false where there is none.
    [[nodiscard]] bool keepsPassword() const;
    /// Whether the person does not want it there, though it could be.
    [[nodiscard]] bool refusesKeeping() const;

    /// Lets the person pick the file with the authority's certificate.
    void chooseAuthority();

signals:
    void changed();

private:
    void buildPlace();
    void buildLogin();
    void buildTls();
    void buildMore();
    void addChecks();
    void addReveal();
    void followHost();
    void followTlsMode();
    void showKeychain();
    [[nodiscard]] QString tlsMode() const;
    void setTlsMode(const QString &mode);
    [[nodiscard]] QString tlsHint() const;

    Dialogs &m_dialogs;
    Form *m_form;
    QLineEdit *m_host;
    QSpinBox *m_port;
    QLineEdit *m_database;
    QLineEdit *m_user;
    QLineEdit *m_password;
    QCheckBox *m_keep;
    QComboBox *m_tls;
    QLineEdit *m_authority;
    QSpinBox *m_timeout;
    QLineEdit *m_label;
    QMap<QString, QString> m_otherOptions; ///< what came with the profile and has no field here
    Keychain m_keychain = Keychain::Unknown;
    bool m_isKept = false;
    bool m_tlsChosen = false; ///< by the person or the profile: the host does not change it any more
};

} // namespace seatledger
