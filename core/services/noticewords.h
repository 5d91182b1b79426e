// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/notice.h"
#include "core/services/words.h"

#include <QDate>
#include <QString>

#include <vector>

namespace seatledger {

/// The words of notices and of why there are none. Days are counted from `today`.
class NoticeWords final
{
public:
    /// In the program's language.
    explicit NoticeWords(QDate today);
    NoticeWords(QDate today, const QLocale &locale);

    /// One line: which licence, what, when.
    [[nodiscard]] QString title(const Notice &notice) const;
    /// A day as the sentences write it.
    [[nodiscard]] QString day(QDate day) const { return m_words.day(day); }
    /// The rest in a sentence.
    [[nodiscard]] QString detail(const Notice &notice) const;
    /// What became of a reason to tell, or why it was none.
    [[nodiscard]] QString sentence(const NoticeReason &reason) const;

    /// Of a message that tells these, of which there is at least one.
    [[nodiscard]] QString subject(const std::vector<Notice> &notices) const;
    [[nodiscard]] QString body(const QString &name, const std::vector<Notice> &notices) const;
    [[nodiscard]] QString testSubject() const;
    [[nodiscard]] QString testBody() const;
    [[nodiscard]] QString senderName(const QString &organisation) const;

private:
    [[nodiscard]] QString about(const QJsonObject &facts) const;
    [[nodiscard]] QString told(const QJsonObject &facts) const;
    [[nodiscard]] QString later(const QJsonObject &facts) const;
    [[nodiscard]] QString group(NoticeKind kind, const std::vector<Notice> &notices) const;

    QDate m_today;
    Words m_words;
};

} // namespace seatledger
