// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/operator.h"
#include "ui/book/bookaccess.h"
#include "ui/common/widgets/dialogframe.h"

class QPlainTextEdit;

namespace seatledger {

/// Confirms that somebody signs in no more, and says what becomes of the sessions that are open.
class DisableDialog final : public DialogFrame
{
    Q_OBJECT

public:
    DisableDialog(BookAccess access, Operator which, int sessions, QWidget *parent = nullptr);

signals:
    /// It was done by an operation that can be taken back.
    void disabled(qint64 operation, const QString &summary);

private:
    void apply();

    BookAccess m_book;
    Operator m_operator;
    QPlainTextEdit *m_reason;
};

} // namespace seatledger
