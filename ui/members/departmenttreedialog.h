// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/department.h"
#include "ui/book/bookaccess.h"
#include "ui/common/widgets/dialogframe.h"

#include <optional>
#include <vector>

class QAction;

namespace seatledger {

class DepartmentTreeView;
class EditDialog;
class EmptyState;
class SearchField;

/// The tree of departments: shows it, adds to it, renames and moves. Each change can be taken back at once,
/// in the strip below.
class DepartmentTreeDialog final : public DialogFrame
{
    Q_OBJECT

public:
    explicit DepartmentTreeDialog(BookAccess access, QWidget *parent = nullptr);

    [[nodiscard]] bool isSettled() const { return m_asked == 0; }

public slots:
    void reload();

signals:
    void applied(qint64 operation, const QString &summary);
    void undone(qint64 operation);
    /// An operation in the history of a department is to be shown in the audit; the dialog has closed.
    void operationActivated(qint64 operation);

private:
    void buildTree();
    void buildActions();
    QAction *makeAction(const QString &name, const QString &text, const QString &iconName,
                        const QKeySequence &shortcut, Action what = Action::EditMembers);
    void fill(std::vector<Department> departments);
    void updateActions();
    void offer(EditDialog *dialog);
    void offerEdit();
    void offerHistory();
    void takeSaved(qint64 operation, const QString &summary, qint64 id);
    void undo();
    void takeUndone(const Result<OperationId> &undone);

    BookAccess m_book;
    SearchField *m_search;
    DepartmentTreeView *m_tree;
    EmptyState *m_empty;
    QAction *m_add = nullptr;
    QAction *m_addBelow = nullptr;
    QAction *m_edit = nullptr;
    QAction *m_history = nullptr;
    std::vector<Department> m_departments;
    std::optional<DepartmentId> m_wanted; ///< the department to be current once it is there
    qint64 m_operation = 0; ///< what Undo takes back
    int m_asked = 0;
};

} // namespace seatledger
