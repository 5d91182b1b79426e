// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/keyoutput.h"

#include "app/ctl/output.h"
#include "core/signing/keyfile.h"

using namespace Qt::StringLiterals;

namespace seatledger::ctl {

QString inBase64(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

Result<void> showPublicKey(Context &context, const QString &keyFile)
{
    const auto key = readOrMakeKeyFile(keyFile);
    if (!key)
        return std::unexpected(key.error());
    context.output().result(inBase64(key->publicKey()),
                            {{u"public_key"_s, inBase64(key->publicKey())}, {u"key_file"_s, keyFile}});
    return {};
}

} // namespace seatledger::ctl
