// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/signature.h"

#include <QCoreApplication>

#include <sodium.h>

namespace seatledger {

namespace {

static_assert(SigningKey::seedSize == crypto_sign_SEEDBYTES);
static_assert(SigningKey::publicKeySize == crypto_sign_PUBLICKEYBYTES);
static_assert(SigningKey::signatureSize == crypto_sign_BYTES);

const unsigned char *bytes(QByteArrayView view)
{
    return reinterpret_cast<const unsigned char *>(view.data());
}

unsigned long long sizeOf(QByteArrayView view)
{
    return static_cast<unsigned long long>(view.size());
}

/// May be asked as often as one likes, from any thread.
bool isReady()
{
    return sodium_init() >= 0;
}

} // namespace

Result<SigningKey> SigningKey::generate()
{
    SigningKey key;
    if (!isReady() || crypto_sign_keypair(key.m_public.data(), key.m_secret.data()) != 0)
        return failure(ErrorCode::Internal, QCoreApplication::translate(
                                                "signing", "The system gave no random numbers for a key."));
    return key;
}

Result<SigningKey> SigningKey::fromSeed(QByteArrayView seed)
{
    SigningKey key;
    if (seed.size() != seedSize || !isReady()
        || crypto_sign_seed_keypair(key.m_public.data(), key.m_secret.data(), bytes(seed)) != 0)
        return failure(ErrorCode::InvalidInput,
                       QCoreApplication::translate("signing", "This is not a key for signatures."));
    return key;
}

SigningKey::~SigningKey()
{
    sodium_memzero(m_secret.data(), m_secret.size());
}

SigningKey::SigningKey(SigningKey &&other) noexcept : m_secret(other.m_secret), m_public(other.m_public)
{
    sodium_memzero(other.m_secret.data(), other.m_secret.size());
}

QByteArray SigningKey::seed() const
{
    QByteArray seed(seedSize, '\0');
    crypto_sign_ed25519_sk_to_seed(reinterpret_cast<unsigned char *>(seed.data()), m_secret.data());
    return seed;
}

QByteArray SigningKey::publicKey() const
{
    return QByteArray(reinterpret_cast<const char *>(m_public.data()), publicKeySize);
}

QByteArray SigningKey::sign(QByteArrayView text) const
{
    QByteArray signature(signatureSize, '\0');
    crypto_sign_detached(reinterpret_cast<unsigned char *>(signature.data()), nullptr, bytes(text),
                         sizeOf(text), m_secret.data());
    return signature;
}

bool isSignedBy(QByteArrayView publicKey, QByteArrayView text, QByteArrayView signature)
{
    return publicKey.size() == SigningKey::publicKeySize && signature.size() == SigningKey::signatureSize
           && isReady()
           && crypto_sign_verify_detached(bytes(signature), bytes(text), sizeOf(text), bytes(publicKey)) == 0;
}

} // namespace seatledger
