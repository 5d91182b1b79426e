// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace seatledger {

/// How somebody looks at a list or a report, under a name. It holds no data of the book.
struct SavedView {
    qint64 id = 0; ///< 0: not saved yet
    QString page;  ///< `members`
    QString name;
    QString owner; ///< the login
    bool isMine = true;
    bool isShared = false;
    QJsonObject place; ///< in the words of the page

    friend bool operator==(const SavedView &, const SavedView &) = default;
};

/// A name as it may be; InvalidInput if it is empty or longer than 100 characters.
[[nodiscard]] Result<QString> savedViewName(const QString &name);

/// A view as one line of text that can be sent to somebody: `seatledger:members?search=state%3Aactive`. Who
/// opens it sees what they may see.
[[nodiscard]] QString savedViewText(const QString &page, const QJsonObject &place);

/// The page and the place of such a text, blanks around it apart; none if it is no such text.
[[nodiscard]] std::optional<SavedView> savedViewFromText(const QString &text);

} // namespace seatledger
