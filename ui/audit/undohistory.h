// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/undosteps.h"
#include "ui/book/bookaccess.h"

#include <QObject>

namespace seatledger {

class Dialogs;
struct Toast;

/// Undo and Redo for the whole window: offers to take back the last thing that this person did in the window,
/// and to do it again, in words first. What others did meanwhile is left alone; the audit takes anything
/// back. Lives in the GUI thread as a child of the window that its dialogs stand on.
class UndoHistory final : public QObject
{
    Q_OBJECT

public:
    /// How many operations are looked back.
    static constexpr int depth = 200;

    UndoHistory(BookAccess access, Dialogs &dialogs, QWidget *window);

    void offerUndo();
    void offerRedo();

signals:
    /// What was done, or why there is nothing to do.
    void told(const seatledger::Toast &toast);

private:
    using Choose = std::optional<OperationId> (*)(const std::vector<UndoStep> &);
    void offer(Choose choose, const QString &nothing);

    BookAccess m_book;
    Dialogs &m_dialogs;
    QWidget *m_window;
};

} // namespace seatledger
