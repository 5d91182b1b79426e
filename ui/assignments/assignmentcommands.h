// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/assignments/assignmentactiondialog.h"

#include <QObject>

class QDialog;
class QMenu;

namespace seatledger {

class Dialogs;

/// Everything that can be done to assignments, as dialogs over a window: for the page of assignments and for
/// the panels of the others. Owned by the page it serves.
class AssignmentCommands final : public QObject
{
    Q_OBJECT

public:
    AssignmentCommands(BookAccess access, Dialogs &dialogs, QWidget *window);

    QDialog *assign(std::optional<LicenseId> license, const QList<MemberId> &members);
    /// The same; who gets no seat goes on the waiting list.
    QDialog *assignOrWait(std::optional<LicenseId> license);
    QDialog *revoke(const AssignmentChoice &choice);
    QDialog *suspend(const AssignmentChoice &choice);
    QDialog *resume(const AssignmentChoice &choice);
    QDialog *transfer(const AssignmentChoice &choice);
    QDialog *changePeriod(const AssignmentChoice &choice);
    QDialog *changeQuantity(const AssignmentChoice &choice);
    /// First day, last day or note, each on its own.
    QDialog *edit(const AssignmentChoice &choice);

    /// A menu of all of these for some assignments; what is not permitted is there but off.
    void popUpMenu(const AssignmentChoice &choice, const QPoint &globalPosition);

signals:
    void applied(qint64 operation, const QString &summary);
    void undone(qint64 operation);

private:
    QDialog *open(OperationDialog *dialog);

    BookAccess m_book;
    Dialogs &m_dialogs;
    QWidget *m_window;
};

} // namespace seatledger
