// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/mailpassword.h"

#include <QCoreApplication>
#include <QFile>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

std::unexpected<Error> useless(const char *sentence, const QString &name)
{
    return failure(ErrorCode::InvalidInput, QCoreApplication::translate("mail", sentence).arg(name),
                   {{u"field"_s, u"password_file"_s}});
}

Result<std::optional<QString>> readFile(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return useless(QT_TRANSLATE_NOOP("mail", "The file of the mail password cannot be read: %1"), name);
    if (file.permissions() & (QFile::ReadOther | QFile::WriteOther))
        return useless(QT_TRANSLATE_NOOP("mail",
                                         "Everybody may read the file of the mail password; take that right "
                                         "away (chmod o= %1)."),
                       name);
    const QString line = QString::fromUtf8(file.readLine(4096)).remove(u'\n').remove(u'\r');
    if (line.isEmpty())
        return useless(QT_TRANSLATE_NOOP("mail", "The file of the mail password is empty: %1"), name);
    return std::optional(line);
}

} // namespace

Result<std::optional<QString>> unattendedMailPassword()
{
    if (const QString name = qEnvironmentVariable("SEATLEDGER_SMTP_PASSWORD_FILE"); !name.isEmpty())
        return readFile(name);
    const QString folder = qEnvironmentVariable("CREDENTIALS_DIRECTORY");
    const QString credential = folder + u"/seatledger-smtp-password"_s;
    if (!folder.isEmpty() && QFile::exists(credential))
        return readFile(credential);
    return std::optional<QString>();
}

} // namespace seatledger
