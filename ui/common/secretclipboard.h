// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace seatledger {

/// Puts a secret on the clipboard and takes it off again: what remembers clipboards is asked not to remember
/// it, and of the secret only a digest is kept here. GUI thread.
class SecretClipboard final
{
public:
    SecretClipboard() = default;
    /// Takes it off.
    ~SecretClipboard() { forget(); }
    SecretClipboard(const SecretClipboard &) = delete;
    SecretClipboard &operator=(const SecretClipboard &) = delete;

    void copy(const QString &secret);
    /// Takes the secret off, unless something else is there by now.
    void forget();

private:
    QByteArray m_copied; ///< digest of what is on the clipboard
};

} // namespace seatledger
