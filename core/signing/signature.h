// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <array>

namespace seatledger {

/// A private key for Ed25519 signatures. Wiped from memory when destroyed. Used from one thread at a time.
class SigningKey final
{
public:
    static constexpr qsizetype seedSize = 32;
    static constexpr qsizetype publicKeySize = 32;
    static constexpr qsizetype signatureSize = 64;

    /// A new one, by the system's randomness. Internal if that is not to be had.
    [[nodiscard]] static Result<SigningKey> generate();
    /// The one that grows from these 32 bytes; InvalidInput for another number of them.
    [[nodiscard]] static Result<SigningKey> fromSeed(QByteArrayView seed);

    ~SigningKey();
    SigningKey(SigningKey &&other) noexcept;
    SigningKey(const SigningKey &) = delete;
    SigningKey &operator=(const SigningKey &) = delete;

    /// All that must be kept of it, and kept secret.
    [[nodiscard]] QByteArray seed() const;
    [[nodiscard]] QByteArray publicKey() const;
    /// A detached signature of `text`; the same for the same text.
    [[nodiscard]] QByteArray sign(QByteArrayView text) const;

private:
    SigningKey() = default;

    std::array<unsigned char, 64> m_secret{};
    std::array<unsigned char, 32> m_public{};
};

/// Whether the owner of `publicKey` signed exactly this text. False for keys and signatures of a wrong size.
[[nodiscard]] bool isSignedBy(QByteArrayView publicKey, QByteArrayView text, QByteArrayView signature);

} // namespace seatledger
