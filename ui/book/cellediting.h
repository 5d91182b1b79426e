// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/book/rowsedit.h"

#include <QHash>
#include <QModelIndex>
#include <QObject>
#include <QPointer>

#include <functional>

class QLineEdit;

namespace seatledger {

class PagedTableView;
class TextLabel;

/// Editing cells of a table in place, one at a time. Enter, Tab (on to the next editable cell, with Shift to
/// the one before) and a click elsewhere write what was typed, Escape takes it back. What is refused is said
/// below the cell and what was typed stays in it. A row that somebody else changed meanwhile is written all
/// the same if its cell is as it was; if not, what is in there now is said, and Enter once more writes over
/// it. GUI thread.
class CellEditing final : public QObject
{
    Q_OBJECT

public:
    /// What is to become of a row when a text is put into its cell of a column.
    using EditOf = std::function<Result<RowsEdit>(const QString &columnKey, const QString &typed)>;

    CellEditing(BookAccess access, PagedTableView *view, EditOf editOf);

    /// Opens the editor. False if the cell is not editable, has several lines, or its row is not loaded.
    bool begin(const QModelIndex &cell);
    /// The editor; null while there is none.
    [[nodiscard]] QLineEdit *editor() const;
    /// Nothing is being written.
    [[nodiscard]] bool isSettled() const { return !m_writing; }
    /// Writes what is in the editor; `onward` is by how many editable cells to go on then.
    void commit(int onward = 0);
    /// Closes the editor without writing.
    void cancel();

signals:
    /// It was written; `summary` is one sentence for people.
    void written(qint64 operation, const QString &summary);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Cell {
        qint64 row = 0;
        int column = 0;
        QString before; ///< what the editor began with
    };

    void open(const Cell &cell, const QString &text);
    void write(const RowsEdit &edit, int onward);
    void takeWritten(const Result<EditOutcome> &outcome, const RowsEdit &edit, int onward);
    void lookAgain(const RowsEdit &edit, int onward);
    void takeTheirs(const Result<EditPlan> &theirs, const RowsEdit &edit, int onward);
    void finish(int onward);
    void close();
    void say(const QString &problem);
    void place();
    [[nodiscard]] QModelIndex cellFrom(const QModelIndex &start, int by) const;
    [[nodiscard]] QModelIndex index() const;
    [[nodiscard]] QString columnTitle() const;

    BookAccess m_book;
    PagedTableView *m_view;
    EditOf m_editOf;
    QPointer<QLineEdit> m_editor;
    QPointer<QWidget> m_problem;
    TextLabel *m_problemText = nullptr;
    Cell m_cell;
    QHash<qint64, int> m_versions; ///< known to be newer than the model's
    bool m_writing = false;
};

} // namespace seatledger
