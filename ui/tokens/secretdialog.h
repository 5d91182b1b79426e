// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/widgets/dialogframe.h"

class QLineEdit;

namespace seatledger {

class SecretClipboard;
struct NewToken;

/// Shows the secret of a token that was just made, this once, to be copied to where a program reads it. It
/// does not close by itself before it was copied or the person said that they do not need it.
class SecretDialog final : public DialogFrame
{
    Q_OBJECT

public:
    /// `copied` gets the secret when it is copied, and must outlive the dialog.
    SecretDialog(const NewToken &token, SecretClipboard &copied, QWidget *parent);

    void reject() override;

signals:
    void copied();

private:
    void copy();

    SecretClipboard &m_clipboard;
    QLineEdit *m_secret;
    QPushButton *m_done;
    bool m_wasCopied = false;
    bool m_wasWarned = false;
};

} // namespace seatledger
