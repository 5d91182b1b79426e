// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/undohistory.h"

#include "ui/audit/undodialog.h"
#include "ui/shell/dialogs.h"
#include "ui/shell/toast.h"

#include <QWidget>

#include <algorithm>

namespace seatledger {

namespace {

/// What this person did in the window, the newest first.
Result<std::vector<OperationRow>> ownOperations(const Services &services, Session &session)
{
    const OperationFilter own{.actor = session.actor().name, .byPeople = true};
    const ListOrder<OperationSort> newestFirst{.column = OperationSort::ByTime, .descending = true};
    auto page = services.operationLists.operations(session, own, newestFirst, {}, 0, UndoHistory::depth);
    if (!page)
        return std::unexpected(std::move(page).error());
    std::erase_if(page->rows, [](const OperationRow &row) {
        return row.source != OperationSource::Window && row.source != OperationSource::Import;
    });
    return std::move(page->rows);
}

std::vector<UndoStep> stepsOf(const std::vector<OperationRow> &rows)
{
    std::vector<UndoStep> steps;
    steps.reserve(rows.size());
    for (const OperationRow &row : rows)
        steps.push_back({row.id, row.undoes, row.isUndoable});
    return steps;
}

} // namespace

UndoHistory::UndoHistory(BookAccess access, Dialogs &dialogs, QWidget *window)
    : QObject(window), m_book(access), m_dialogs(dialogs), m_window(window)
{}

void UndoHistory::offerUndo()
{
    offer(&nextUndo, tr("There is nothing of yours to undo."));
}

void UndoHistory::offerRedo()
{
    offer(&nextRedo, tr("There is nothing of yours to do again."));
}

void UndoHistory::offer(Choose choose, const QString &nothing)
{
    if (!m_book.may(Action::Undo)) {
        emit told({.text = m_book.refusalOf(Action::Undo), .kind = Toast::Kind::Told});
        return;
    }
    m_book.ask(this, &ownOperations, [this, choose, nothing](const Result<std::vector<OperationRow>> &rows) {
        if (!rows)
            return m_dialogs.showError(m_window, tr("What you did could not be looked up"), rows.error());
        const auto next = choose(stepsOf(*rows));
        if (!next) {
            emit told({.text = nothing, .kind = Toast::Kind::Told});
            return;
        }
        auto *dialog = new UndoDialog(m_book, *std::ranges::find(*rows, *next, &OperationRow::id), m_window);
        connect(dialog, &UndoDialog::undone, this,
                [this](qint64, const QString &summary) { emit told({.text = summary}); });
        m_dialogs.open(dialog);
    });
}

} // namespace seatledger
