// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/repositories/operationlist.h"
#include "ui/book/bookaccess.h"
#include "ui/common/widgets/dialogframe.h"

namespace seatledger {

class EntryList;
class TextLabel;

/// Takes an operation back as one, after saying what that changes; of an undo, that is doing it again.
/// Whether the book has moved on since is tried beforehand and said at once; only for very many rows it shows
/// when it is done.
class UndoDialog final : public DialogFrame
{
    Q_OBJECT

public:
    /// More rows than this are not tried beforehand: it would take as long as doing it.
    static constexpr qint64 mostTried = 20'000;

    UndoDialog(BookAccess access, OperationRow operation, QWidget *parent = nullptr);

    void reject() override;
    /// Whether it says what it would change; for the picture tour.
    [[nodiscard]] bool isSettled() const { return m_planned; }

signals:
    /// It was taken back by that operation, which can itself be taken back.
    void undone(qint64 operation, const QString &summary);

private:
    void loadPlan();
    void showPlan(const std::vector<OperationPart> &parts);
    void apply();
    void refuse(const Error &error);

    BookAccess m_book;
    OperationRow m_operation;
    CancelToken m_token = CancelToken::create();
    TextLabel *m_heading;
    EntryList *m_plan;
    QPushButton *m_undo;
    bool m_planned = false;
};

} // namespace seatledger
