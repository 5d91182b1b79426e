// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/signedfile.h"

#include "core/signing/keyfile.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <optional>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView beginLine = "-----BEGIN SEATLEDGER LICENSE FILE-----";
constexpr QByteArrayView signedLine = "-----SIGNED ED25519-----";
constexpr QByteArrayView endLine = "-----END SEATLEDGER LICENSE FILE-----";
constexpr qsizetype largestFile = 64 * 1024;

/// A signature of something else by the same key is none of a licence file.
QByteArray whatIsSigned(const QByteArray &json)
{
    return "seatledger-license-file-1\n" + json;
}

QByteArray inLines(const QByteArray &base64)
{
    constexpr qsizetype width = 64;
    QByteArray lines;
    for (qsizetype at = 0; at < base64.size(); at += width)
        lines += base64.mid(at, width) + '\n';
    return lines;
}

/// The bytes between two lines.
std::optional<QByteArray> between(const QByteArray &text, QByteArrayView from, QByteArrayView to)
{
    const qsizetype begin = text.indexOf(from);
    const qsizetype end = begin < 0 ? -1 : text.indexOf(to, begin);
    if (end < 0)
        return std::nullopt;
    QByteArray body = text.mid(begin + from.size(), end - begin - from.size());
    body.replace('\n', "").replace('\r', "").replace(' ', "");
    const auto bytes = QByteArray::fromBase64Encoding(body, QByteArray::AbortOnBase64DecodingErrors);
    return bytes ? std::optional(bytes.decoded) : std::nullopt;
}

std::unexpected<Error> refused(const QString &reason, const char *sentence)
{
    return failure(ErrorCode::InvalidInput, QCoreApplication::translate("signing", sentence),
                   {{u"reason"_s, reason}});
}

} // namespace

QByteArray signedLicenseFile(const LicenseFileContent &content, const SigningKey &key)
{
    const QByteArray json = content.toJson();
    return beginLine.toByteArray() + '\n' + inLines(json.toBase64()) + signedLine.toByteArray() + '\n'
           + inLines(key.sign(whatIsSigned(json)).toBase64()) + endLine.toByteArray() + '\n';
}

Result<LicenseFileContent> readLicenseFile(QByteArrayView text, QByteArrayView publicKey)
{
    if (text.size() > largestFile)
        return refused(u"file_malformed"_s,
                       QT_TRANSLATE_NOOP("signing", "This is too large for a licence file."));
    const QByteArray file = text.toByteArray();
    const auto json = between(file, beginLine, signedLine);
    const auto signature = between(file, signedLine, endLine);
    if (!json || !signature) {
        return refused(u"file_malformed"_s,
                       QT_TRANSLATE_NOOP("signing", "This is no licence file, or it is damaged."));
    }
    if (!isSignedBy(publicKey, whatIsSigned(*json), *signature)) {
        return refused(
            u"file_forged"_s,
            QT_TRANSLATE_NOOP("signing", "This licence file was changed, or somebody else signed it."));
    }
    return LicenseFileContent::fromJson(*json);
}

QString defaultLicenseKeyFile()
{
    return QFileInfo(defaultKeyFile()).path() + u"/licensefile.key"_s;
}

} // namespace seatledger
