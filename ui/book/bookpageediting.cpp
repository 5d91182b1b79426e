// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/book/bookpage.h"
#include "ui/book/bulkeditdialog.h"
#include "ui/book/cellediting.h"
#include "ui/common/models/pagedtablemodelbase.h"
#include "ui/common/models/rowselection.h"

#include <QAction>
#include <QHeaderView>
#include <QLineEdit>
#include <QPointer>

#include <memory>

// What is edited from a list: several rows at once, and cells in place.

namespace seatledger {

using namespace Qt::StringLiterals;

QDialog *BookPage::offer(OperationDialog *dialog)
{
    connect(dialog, &OperationDialog::applied, this, &BookPage::tellDone);
    connect(dialog, &OperationDialog::undone, this, &BookPage::tellUndone);
    m_dialogs.open(dialog);
    return dialog;
}

TourStop BookPage::editManyStop(std::function<QDialog *()> show, std::function<void(BulkEditDialog *)> fill)
{
    constexpr int rowsShown = 7;
    TourStop stop = dialogStop(u"edit-several"_s,
                               [this, show = std::move(show), fill = std::move(fill)]() -> QWidget * {
                                   QList<qint64> ids;
                                   for (int row = 0; row < rowsShown; ++row) {
                                       if (const auto id = m_view->table()->idAt(row))
                                           ids.append(*id);
                                   }
                                   m_view->rows()->selectIds(ids);
                                   auto *dialog = qobject_cast<BulkEditDialog *>(show());
                                   if (dialog)
                                       fill(dialog);
                                   return dialog;
                               });
    stop.leave = [this] { m_view->selectRow(0); };
    return stop;
}

QAction *BookPage::editCellAction(Action what)
{
    m_view->setCellEditing([this, what](const QModelIndex &cell) {
        return (cell.flags() & Qt::ItemIsEditable) && m_book.may(what) && whyNoChange(what).isEmpty()
               && editCell(cell);
    });
    QAction *action = makeAction(u"editCell"_s, tr("Edit in place"), u"pencil"_s, Qt::Key_F2, what,
                                 [this] { editCell(m_view->currentIndex()); });
    action->setToolTip(tr("Change the cell with the keyboard; Tab goes on to the next"));
    return action;
}

/// The cell, or the first one of its row that can be edited.
bool BookPage::editCell(const QModelIndex &cell)
{
    if (!m_cells) { // actions are made before there is a table
        m_cells = new CellEditing(m_book, m_view, [this](const QString &columnKey, const QString &typed) {
            return cellEdit(columnKey, typed);
        });
        connect(m_cells, &CellEditing::written, this, &BookPage::tellDone);
    }
    if (!cell.isValid())
        return false;
    if (m_cells->begin(cell))
        return true;
    const QHeaderView *header = m_view->horizontalHeader();
    for (int visual = 0; visual < header->count(); ++visual) {
        const QModelIndex other = cell.siblingAtColumn(header->logicalIndex(visual));
        if (!m_view->isColumnHidden(other.column()) && m_cells->begin(other))
            return true;
    }
    return false;
}

Result<RowsEdit> BookPage::cellEdit(const QString &, const QString &) const
{
    return RowsEdit();
}

TourStop BookPage::editCellStop(const QString &columnKey, const QString &typed)
{
    return {.name = u"cell"_s,
            .show = [this, columnKey, typed]() -> QWidget * {
                editCell({});
                for (int column = 0; column < m_view->table()->columnCount(); ++column) {
                    if (m_view->table()->columnKey(column) == columnKey
                        && m_cells->begin(m_view->table()->index(1, column))) {
                        m_cells->editor()->setText(typed);
                        m_cells->commit();
                    }
                }
                return nullptr;
            },
            .isSettled = [this] { return !m_cells || m_cells->isSettled(); },
            .leave = [this] { m_cells->cancel(); }};
}

} // namespace seatledger
