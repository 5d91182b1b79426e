// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/enumtext.h"
#include "core/domain/ids.h"
#include "core/domain/result.h"

#include <QDate>
#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>

#include <optional>

namespace seatledger {

using NoticeId = Id<struct NoticeTag>;

/// What a notice tells.
enum class NoticeKind {
    Expiry,   ///< what was bought ends, or has ended
    LowSeats, ///< fewer seats are free than there should be
    Shortage, ///< on some day more seats are promised than there are
};

/// How the way to the mail server is protected.
enum class MailSecurity {
    StartTls, ///< begins in the clear, goes on encrypted or not at all
    Tls,      ///< encrypted from the first byte
    None,
};

template <>
std::span<const EnumEntry<NoticeKind>> enumEntries();
template <>
std::span<const EnumEntry<MailSecurity>> enumEntries();

/// What somebody is to hear about a licence. A plain value, as the reader sees it.
struct Notice {
    NoticeId id;
    NoticeKind kind = NoticeKind::Expiry;
    std::optional<LicenseId> license = std::nullopt;
    QString licenseName = {};
    QString recipient = {};      ///< the owner it is for; empty: those who look after everything
    QDate day = {};              ///< the last day of what ends, the first of a shortage
    std::optional<QDate> until = std::nullopt; ///< the last day of a shortage; none: no end in sight
    int lead = 0;                ///< how many days ahead it was to be told; below 0: it is over
    std::optional<qint64> seats = std::nullopt; ///< that end, are free, are short; none: unlimited
    qint64 threshold = 0;        ///< below which seats are low
    QDateTime foundAt = {};      ///< UTC
    std::optional<QDateTime> sentAt = std::nullopt;
    QString failure = {};        ///< why it could not be sent; empty: it could, or nobody tried
    bool isRead = false;         ///< by the reader, in the window

    friend bool operator==(const Notice &, const Notice &) = default;
};

/// Fills in what the database keeps as facts.
void takeFacts(Notice &notice, const QJsonObject &facts);

/// What was told about a licence or why not, by a name; `facts` are what the sentence is made of.
struct NoticeReason {
    LicenseId license;
    QString licenseName = {};
    QString reason = {};
    QJsonObject facts = {};
};

/// How mail leaves. The password is not here and nowhere in the database.
struct MailSettings {
    bool isOn = false;
    QString host = {};
    int port = 587;
    MailSecurity security = MailSecurity::StartTls;
    QString user = {};   ///< empty: the server asks for none
    QString sender = {}; ///< the address that messages are from

    friend bool operator==(const MailSettings &, const MailSettings &) = default;
};

/// What the organisation decided about notices. A plain value; what it holds at first is what holds where
/// nobody chose.
struct NoticeSettings {
    bool areFound = true;
    QList<int> leadDays = {90, 30, 7};          ///< how long before something ends it is told
    std::optional<int> lowSeats = std::nullopt; ///< the threshold of licences without one of their own
    int shortageDays = 30;                      ///< how far ahead shortages are told
    QString fallback = {}; ///< whom to write to about licences without an owner; empty: administrators
    QString language = QStringLiteral("en"); ///< of messages, as QLocale::name()
    MailSettings mail = {};

    static constexpr int longestLead = 3650;

    friend bool operator==(const NoticeSettings &, const NoticeSettings &) = default;
};

/// As they stand in the table of settings, by name.
[[nodiscard]] QMap<QString, QString> settingValues(const NoticeSettings &settings);
[[nodiscard]] NoticeSettings noticeSettingsFrom(const QMap<QString, QString> &values);

/// Nothing, or InvalidInput with the `field` (the setting's name) that cannot be what it is. A password goes
/// over an encrypted connection or to this machine, so MailSecurity::None takes no user elsewhere.
[[nodiscard]] Result<void> checkNoticeSettings(const NoticeSettings &settings);

/// Nothing, or InvalidInput with the `field` notice_lead_days: at most ten, each of 0 to 3650 days.
[[nodiscard]] Result<void> checkLeadDays(const QList<int> &days);
/// "90, 30, 7".
[[nodiscard]] QString leadDaysText(const QList<int> &days);
/// Days as people type them, "90, 30, 7"; InvalidInput with `field` notice_lead_days.
[[nodiscard]] Result<QList<int>> leadDaysFrom(const QString &text);

} // namespace seatledger
