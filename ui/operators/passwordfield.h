// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;

namespace seatledger {

class TextLabel;

/// A new password: hidden unless one asks to see it, with an estimate of how long somebody who guesses would
/// need.
class PasswordField final : public QWidget
{
    Q_OBJECT

public:
    explicit PasswordField(QWidget *parent = nullptr);

    /// A password that is much like it is weak.
    void setLogin(const QString &login);
    [[nodiscard]] QString password() const;

signals:
    void changed();

private:
    class Meter;

    void addReveal();
    void showStrength();

    QString m_login;
    QLineEdit *m_edit;
    Meter *m_meter;
    TextLabel *m_words;
};

} // namespace seatledger
