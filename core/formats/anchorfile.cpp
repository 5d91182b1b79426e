// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/anchorfile.h"

#include "core/formats/wholefile.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>

#include <cerrno>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

constexpr auto formatName = "seatledger-audit-anchor-1"_L1;
constexpr qsizetype hashSize = 32;
constexpr qsizetype keySize = 32;
constexpr qsizetype signatureSize = 64;

std::unexpected<Error> noAnchor()
{
    return failure(
        ErrorCode::InvalidInput,
        QCoreApplication::translate("formats", "This file is not an anchor of Seatledger's audit."));
}

/// Takes the values of an object one by one and notes the first that is not what it should be.
class FieldReader final
{
public:
    explicit FieldReader(QJsonObject object) : m_object(std::move(object)) {}

    QString text(const QString &name)
    {
        const QJsonValue value = m_object.value(name);
        return value.isString() ? value.toString() : refused(name);
    }
    qint64 number(const QString &name)
    {
        constexpr double largest = 9'007'199'254'740'992.0; // what every reader of JSON keeps exactly
        const QJsonValue value = m_object.value(name);
        const double number = value.toDouble(-1);
        if (number >= 0 && number < largest && number == std::floor(number))
            return static_cast<qint64>(number);
        refused(name);
        return 0;
    }
    int smallNumber(const QString &name)
    {
        const qint64 value = number(name);
        if (value > std::numeric_limits<int>::max())
            refused(name);
        return static_cast<int>(value);
    }
    QByteArray hex(const QString &name, qsizetype size)
    {
        const QByteArray written = text(name).toLatin1();
        const QByteArray bytes = QByteArray::fromHex(written);
        return sized(name, bytes.toHex() == written ? bytes : QByteArray(), size);
    }
    QByteArray base64(const QString &name, qsizetype size)
    {
        const auto bytes = QByteArray::fromBase64Encoding(text(name).toLatin1(),
                                                          QByteArray::AbortOnBase64DecodingErrors);
        return sized(name, bytes ? *bytes : QByteArray(), size);
    }
    QDateTime moment(const QString &name)
    {
        const QDateTime moment = QDateTime::fromString(text(name), Qt::ISODate);
        if (!moment.isValid())
            refused(name);
        return moment.toUTC();
    }
    [[nodiscard]] const QString &firstRefused() const { return m_refused; }

private:
    QString refused(const QString &name)
    {
        if (m_refused.isEmpty())
            m_refused = name;
        return {};
    }
    QByteArray sized(const QString &name, const QByteArray &bytes, qsizetype size)
    {
        if (bytes.size() != size)
            refused(name);
        return bytes;
    }

    QJsonObject m_object;
    QString m_refused;
};

std::unexpected<Error> badField(const QString &name)
{
    return failure(
        ErrorCode::InvalidInput,
        QCoreApplication::translate("formats", "The anchor is damaged: “%1” is not what it should be.")
            .arg(name),
        {{u"field"_s, name}});
}

} // namespace

QByteArray anchorDocument(const SignedAnchor &anchor)
{
    return QJsonDocument({{u"format"_s, QString(formatName)},
                          {u"anchor"_s, anchor.anchor.toJson()},
                          {u"public_key"_s, QString::fromLatin1(anchor.publicKey.toBase64())},
                          {u"signature"_s, QString::fromLatin1(anchor.signature.toBase64())}})
        .toJson(QJsonDocument::Indented);
}

Result<SignedAnchor> readAnchorDocument(const QByteArray &document)
{
    const QJsonObject whole = QJsonDocument::fromJson(document).object();
    if (whole.value("format"_L1).toString() != formatName || !whole.value("anchor"_L1).isObject())
        return noAnchor();
    FieldReader outer(whole);
    FieldReader inner(whole.value("anchor"_L1).toObject());
    const SignedAnchor read{.anchor = {.book = inner.text(u"book"_s),
                                       .position = inner.number(u"position"_s),
                                       .head = inner.hex(u"head"_s, hashSize),
                                       .takenAt = inner.moment(u"taken_at"_s),
                                       .schemaVersion = inner.smallNumber(u"schema_version"_s),
                                       .operations = inner.number(u"operations"_s),
                                       .events = inner.number(u"events"_s)},
                            .publicKey = outer.base64(u"public_key"_s, keySize),
                            .signature = outer.base64(u"signature"_s, signatureSize)};
    const QString refused = inner.firstRefused().isEmpty() ? outer.firstRefused() : inner.firstRefused();
    if (!refused.isEmpty())
        return badField(refused);
    // What the signature does not cover would be nobody's word.
    return read.anchor.toJson() == whole.value("anchor"_L1).toObject() ? Result<SignedAnchor>(read)
                                                                       : noAnchor();
}

Result<void> writeAnchorFile(const QString &path, const SignedAnchor &anchor, ExistingFile existing)
{
    if (existing == ExistingFile::Keep && QFile::exists(path))
        return failure(ErrorCode::Conflict,
                       QCoreApplication::translate("formats",
                                                   "There already is a file %1; an older anchor is worth "
                                                   "keeping, so choose another name.")
                           .arg(path),
                       {{u"path"_s, path}, {u"reason"_s, u"file_exists"_s}});
    WholeFile file(path);
    if (auto opened = file.open(); !opened)
        return opened;
    file.device().write(anchorDocument(anchor));
    return file.finish();
}

Result<SignedAnchor> readAnchorFile(const QString &path)
{
    constexpr qint64 longest = 100'000;
    QFile file(path);
    errno = 0;
    if (!file.open(QIODevice::ReadOnly))
        return failure(fileErrorCode(errno),
                       QCoreApplication::translate("formats", "The anchor %1 cannot be read: %2")
                           .arg(path, file.errorString()),
                       {{u"path"_s, path}});
    auto anchor = readAnchorDocument(file.read(longest));
    if (!anchor)
        anchor.error().details.insert(u"path"_s, path);
    return anchor;
}

} // namespace seatledger
