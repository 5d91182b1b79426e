// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/smtpsender.h"

#include <QCoreApplication>

#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <mutex>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("mail", source);
}

/// What goes on while a message is sent.
struct Transfer {
    QByteArray message;
    qsizetype sent = 0;
    QByteArray answer; ///< the last line that the server said
    const std::function<bool()> &isCancelled;
};

std::size_t giveMessage(char *buffer, std::size_t size, std::size_t count, void *data)
{
    auto &transfer = *static_cast<Transfer *>(data);
    const auto some = std::min(static_cast<qsizetype>(size * count), transfer.message.size() - transfer.sent);
    std::memcpy(buffer, transfer.message.constData() + transfer.sent, static_cast<std::size_t>(some));
    transfer.sent += some;
    return static_cast<std::size_t>(some);
}

/// Only what the server says is looked at: what we say may be a password.
int takeAnswer(CURL *, curl_infotype type, char *bytes, std::size_t size, void *data)
{
    const QByteArray line = QByteArray(bytes, static_cast<qsizetype>(size)).trimmed().left(500);
    if (type == CURLINFO_HEADER_IN && !line.startsWith("221")) // the good-bye
        static_cast<Transfer *>(data)->answer = line;
    return 0;
}

int askCancelled(void *data, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    const auto &isCancelled = static_cast<Transfer *>(data)->isCancelled;
    return isCancelled && isCancelled() ? 1 : 0;
}

struct Deleter {
    void operator()(CURL *curl) const { curl_easy_cleanup(curl); }
    void operator()(curl_slist *list) const { curl_slist_free_all(list); }
};
using Handle = std::unique_ptr<CURL, Deleter>;
using List = std::unique_ptr<curl_slist, Deleter>;

QByteArray urlOf(const MailSettings &settings)
{
    const QByteArray host = settings.host.contains(u':') ? '[' + settings.host.toUtf8() + ']'
                                                         : settings.host.toUtf8();
    // the name that we greet with: our own may tell more than the server is to know
    return QByteArray(settings.security == MailSecurity::Tls ? "smtps://" : "smtp://") + host + ':'
           + QByteArray::number(settings.port) + "/seatledger";
}

void prepareConnection(CURL *curl, const SmtpServer &server)
{
    const MailSettings &settings = server.settings;
    curl_easy_setopt(curl, CURLOPT_URL, urlOf(settings).constData());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(curl, CURLOPT_NOPROXY, "*");
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, static_cast<long>(server.connectSeconds));
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, static_cast<long>(server.totalSeconds));
    curl_easy_setopt(
        curl, CURLOPT_USE_SSL,
        static_cast<long>(settings.security == MailSecurity::None ? CURLUSESSL_NONE : CURLUSESSL_ALL));
    curl_easy_setopt(curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    if (!server.authorityFile.isEmpty()) {
        curl_easy_setopt(curl, CURLOPT_CAINFO, server.authorityFile.toLocal8Bit().constData());
        curl_easy_setopt(curl, CURLOPT_CAPATH, nullptr);
    }
    if (!settings.user.isEmpty()) {
        curl_easy_setopt(curl, CURLOPT_USERNAME, settings.user.toUtf8().constData());
        curl_easy_setopt(curl, CURLOPT_PASSWORD, server.password.toUtf8().constData());
    }
}

void prepareTransfer(CURL *curl, Transfer &transfer)
{
    curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl, CURLOPT_READFUNCTION, giveMessage);
    curl_easy_setopt(curl, CURLOPT_READDATA, &transfer);
    curl_easy_setopt(curl, CURLOPT_VERBOSE, 1L);
    curl_easy_setopt(curl, CURLOPT_DEBUGFUNCTION, takeAnswer);
    curl_easy_setopt(curl, CURLOPT_DEBUGDATA, &transfer);
    curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, askCancelled);
    curl_easy_setopt(curl, CURLOPT_XFERINFODATA, &transfer);
}

/// A server that repeats what it was told must not make us tell it on.
QString withoutPassword(QString said, const SmtpServer &server)
{
    if (server.password.isEmpty())
        return said;
    const QByteArray password = server.password.toUtf8();
    const QByteArray plain = '\0' + server.settings.user.toUtf8() + '\0' + password;
    for (const QByteArray &secret : {password, password.toBase64(), plain.toBase64()})
        said.replace(QString::fromUtf8(secret), u"***"_s);
    return said;
}

bool isFinal(long code)
{
    // what the server thinks of the address or the message; anything else may be mended in its settings
    constexpr std::array final{501L, 550L, 551L, 552L, 553L, 554L, 555L, 556L};
    return std::ranges::find(final, code) != final.end();
}

struct Failure {
    ErrorCode code;
    const char *reason;
    const char *sentence; ///< %1 is the server
};

Failure failureOf(CURLcode result, long code)
{
    switch (result) {
    case CURLE_COULDNT_RESOLVE_HOST:
        return {ErrorCode::Offline, "unknown_host",
                QT_TRANSLATE_NOOP("mail", "There is no server called %1.")};
    case CURLE_COULDNT_CONNECT:
        return {ErrorCode::Offline, "unreachable", QT_TRANSLATE_NOOP("mail", "%1 cannot be reached.")};
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
        return {ErrorCode::Offline, "untrusted",
                QT_TRANSLATE_NOOP("mail",
                                  "The certificate of %1 is not to be trusted: it is not for this name, has "
                                  "expired, or nobody known vouches for it.")};
    case CURLE_USE_SSL_FAILED:
    case CURLE_SSL_CONNECT_ERROR:
        return {ErrorCode::Offline, "no_tls",
                QT_TRANSLATE_NOOP("mail", "%1 does not offer the encryption that the settings ask for.")};
    case CURLE_LOGIN_DENIED:
        return {ErrorCode::Forbidden, "refused_login",
                QT_TRANSLATE_NOOP("mail", "%1 refused the user or the password.")};
    case CURLE_OPERATION_TIMEDOUT:
        return {ErrorCode::Offline, "timeout", QT_TRANSLATE_NOOP("mail", "%1 did not answer in time.")};
    default:
        if (code >= 400)
            return {ErrorCode::RuleBroken, "refused", QT_TRANSLATE_NOOP("mail", "%1 refused the message.")};
        return {ErrorCode::Offline, "lost", QT_TRANSLATE_NOOP("mail", "The connection to %1 was lost.")};
    }
}

Error errorOf(CURLcode result, CURL *curl, const SmtpServer &server, const Transfer &transfer)
{
    if (result == CURLE_ABORTED_BY_CALLBACK)
        return {ErrorCode::Cancelled, text(QT_TRANSLATE_NOOP("mail", "Sending was cancelled.")), {}};
    long code = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &code);
    const Failure failure = failureOf(result, code);
    QString message = text(failure.sentence)
                          .arg(server.settings.host + u':' + QString::number(server.settings.port));
    const QString answer = withoutPassword(QString::fromUtf8(transfer.answer), server);
    const bool isAnswered = code >= 400;
    if (isAnswered)
        message += u' ' + text(QT_TRANSLATE_NOOP("mail", "It said: %1")).arg(answer);
    return {failure.code,
            message,
            {{u"reason"_s, QLatin1StringView(failure.reason)},
             {u"answer"_s, isAnswered ? answer : QString()},
             {u"final"_s, failure.code == ErrorCode::RuleBroken && isFinal(code)}}};
}

} // namespace

QString smtpAuthorityFile()
{
    return qEnvironmentVariable("SEATLEDGER_SMTP_CA_FILE");
}

Result<QString> sendMail(const SmtpServer &server, const MailMessage &message,
                         const std::function<bool()> &isCancelled)
{
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
    const Handle curl(curl_easy_init());
    const List recipients(curl_slist_append(nullptr, ('<' + message.to.toUtf8() + '>').constData()));
    if (!curl || !recipients)
        return failure(ErrorCode::Internal, u"libcurl could not be begun with."_s);
    Transfer transfer{.message = mimeText(message), .isCancelled = isCancelled};
    prepareConnection(curl.get(), server);
    prepareTransfer(curl.get(), transfer);
    curl_easy_setopt(curl.get(), CURLOPT_MAIL_FROM, ('<' + message.from.toUtf8() + '>').constData());
    curl_easy_setopt(curl.get(), CURLOPT_MAIL_RCPT, recipients.get());
    const CURLcode result = curl_easy_perform(curl.get());
    if (result != CURLE_OK)
        return std::unexpected(errorOf(result, curl.get(), server, transfer));
    return withoutPassword(QString::fromUtf8(transfer.answer), server);
}

} // namespace seatledger
