// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/book/cellediting.h"

#include "ui/common/models/pagedtablemodelbase.h"
#include "ui/common/style/ledgerstyle.h"
#include "ui/common/style/tokens.h"
#include "ui/common/widgets/pagedtableview.h"
#include "ui/common/widgets/textlabel.h"

#include <QAccessible>
#include <QFrame>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollBar>

#include <algorithm>

namespace seatledger {

using namespace Qt::StringLiterals;

CellEditing::CellEditing(BookAccess access, PagedTableView *view, EditOf editOf)
    : QObject(view), m_book(access), m_view(view), m_editOf(std::move(editOf))
{
    const auto follow = [this] { place(); };
    connect(view->verticalScrollBar(), &QScrollBar::valueChanged, this, follow);
    connect(view->horizontalScrollBar(), &QScrollBar::valueChanged, this, follow);
    connect(view->horizontalHeader(), &QHeaderView::sectionResized, this, follow);
    connect(view->horizontalHeader(), &QHeaderView::sectionMoved, this, follow);
    connect(view->table(), &PagedTableModelBase::refreshed, this, [this] {
        m_versions.clear();
        place();
    });
    connect(view->table(), &QAbstractItemModel::modelReset, this, &CellEditing::cancel);
}

QLineEdit *CellEditing::editor() const
{
    return m_editor;
}

bool CellEditing::begin(const QModelIndex &cell)
{
    if (!cell.isValid() || !(cell.flags() & Qt::ItemIsEditable) || !cell.data(IdRole).isValid() || m_writing)
        return false;
    const QString text = cell.data(Qt::EditRole).toString();
    if (text.contains(u'\n')) // one line would lose the others
        return false;
    close();
    m_view->setCurrentIndex(cell);
    m_view->scrollTo(cell);
    open({cell.data(IdRole).toLongLong(), cell.column(), text}, text);
    return true;
}

void CellEditing::open(const Cell &cell, const QString &text)
{
    m_cell = cell;
    m_editor = new QLineEdit(text, m_view->viewport());
    m_editor->setObjectName(u"cellEdit"_s);
    m_editor->setAccessibleName(columnTitle());
    m_editor->setAlignment(Qt::Alignment(index().data(Qt::TextAlignmentRole).toInt()));
    m_editor->installEventFilter(this);
    place();
    m_editor->show();
    m_editor->selectAll();
    m_editor->setFocus();
}

QModelIndex CellEditing::index() const
{
    const auto row = m_view->table()->rowOf(m_cell.row);
    return row ? m_view->table()->index(*row, m_cell.column) : QModelIndex();
}

QString CellEditing::columnTitle() const
{
    return m_view->table()->headerData(m_cell.column, Qt::Horizontal, Qt::DisplayRole).toString();
}

void CellEditing::place()
{
    if (!m_editor)
        return;
    const QRect cell = m_view->visualRect(index());
    m_editor->setVisible(cell.isValid());
    m_editor->setGeometry(cell.adjusted(1, 1, -1, -1));
    if (!m_problem)
        return;
    constexpr int narrowest = 280;
    const int room = m_view->viewport()->width();
    const int width = std::min(room, std::max(cell.width(), narrowest));
    m_problem->resize(width, m_problem->heightForWidth(width));
    QPoint corner(std::clamp(cell.left(), 0, std::max(0, room - width)), cell.bottom() + 1);
    if (corner.y() + m_problem->height() > m_view->viewport()->height())
        corner.setY(cell.top() - m_problem->height());
    m_problem->move(corner);
    m_problem->setVisible(cell.isValid());
    m_problem->raise();
}

bool CellEditing::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_editor)
        return QObject::eventFilter(watched, event);
    if (event->type() == QEvent::FocusOut && !m_writing && m_editor->isVisible()
        && static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason
        && static_cast<QFocusEvent *>(event)->reason() != Qt::ActiveWindowFocusReason && !m_problem) {
        commit();
        return false;
    }
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return false;
    const int key = static_cast<QKeyEvent *>(event)->key();
    const bool isOurs = key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Escape
                        || key == Qt::Key_Tab || key == Qt::Key_Backtab;
    if (event->type() == QEvent::ShortcutOverride) {
        // while one types no key is an action of the page
        event->accept();
        return isOurs;
    }
    if (!isOurs)
        return false;
    if (key == Qt::Key_Escape)
        cancel();
    else
        commit(key == Qt::Key_Tab ? 1 : key == Qt::Key_Backtab ? -1 : 0);
    return true;
}

void CellEditing::cancel()
{
    if (m_writing)
        return;
    close();
}

void CellEditing::close()
{
    if (!m_editor)
        return;
    const bool hadKeyboard = m_editor->hasFocus();
    m_editor->removeEventFilter(this);
    m_editor->hide();
    m_editor->deleteLater();
    m_editor = nullptr;
    delete m_problem;
    if (hadKeyboard)
        m_view->setFocus();
}

void CellEditing::say(const QString &problem)
{
    delete m_problem;
    setInvalid(m_editor, !problem.isEmpty());
    m_editor->setAccessibleDescription(problem);
    if (problem.isEmpty())
        return;
    auto *frame = new QFrame(m_view->viewport());
    frame->setObjectName(u"cellProblem"_s);
    frame->setFrameShape(QFrame::StyledPanel);
    frame->setAutoFillBackground(true);
    frame->setBackgroundRole(QPalette::Base);
    auto *layout = new QHBoxLayout(frame);
    layout->setContentsMargins(space(Space::S), space(Space::Xs), space(Space::S), space(Space::Xs));
    m_problemText = new TextLabel(problem, TextSize::Small, Tone::Danger, frame);
    m_problemText->setWordWrap(true);
    layout->addWidget(m_problemText);
    m_problem = frame;
    place();
    m_editor->setFocus();
    QAccessibleEvent told(m_editor, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&told);
}

void CellEditing::commit(int onward)
{
    if (!m_editor || m_writing)
        return;
    if (m_editor->text() == m_cell.before)
        return finish(onward);
    const auto edit = m_editOf(m_view->table()->columnKey(m_cell.column), m_editor->text());
    if (!edit)
        return say(edit.error().message);
    write(*edit, onward);
}

void CellEditing::write(const RowsEdit &edit, int onward)
{
    m_writing = true;
    m_editor->setReadOnly(true);
    EditTargets targets{.ids = {m_cell.row}};
    const QVariant shown = index().data(VersionRole);
    const int version = m_versions.value(m_cell.row, shown.toInt());
    if (version > 0)
        targets.versions.insert(m_cell.row, version);
    m_book.ask(
        this,
        [edit, targets](const Services &services, Session &session) {
            return edit.apply(services, session, targets);
        },
        [this, edit, onward](const Result<EditOutcome> &outcome) { takeWritten(outcome, edit, onward); });
}

void CellEditing::takeWritten(const Result<EditOutcome> &outcome, const RowsEdit &edit, int onward)
{
    m_writing = false;
    if (!m_editor)
        return;
    m_editor->setReadOnly(false);
    if (outcome) {
        const QString title = columnTitle();
        const QString text = m_editor->text().trimmed();
        const qint64 operation = outcome->operation.value();
        finish(onward);
        emit written(operation, text.isEmpty() ? tr("%1 was emptied.").arg(title)
                                               : tr("%1 is “%2” now.").arg(title, text));
        return;
    }
    const Error &error = outcome.error();
    if (error.details.contains("conflicts"_L1) || error.details.contains("current_version"_L1))
        return lookAgain(edit, onward);
    if (error.details.value("reason"_L1).toString() == "no_change"_L1)
        return finish(onward);
    say(error.message);
}

/// Somebody else changed the row: what is in the cell now?
void CellEditing::lookAgain(const RowsEdit &edit, int onward)
{
    m_writing = true;
    m_editor->setReadOnly(true);
    m_book.ask(
        this,
        [edit, targets = EditTargets{.ids = {m_cell.row}}](const Services &services, Session &session) {
            return edit.plan(services, session, targets);
        },
        [this, edit, onward](const Result<EditPlan> &theirs) { takeTheirs(theirs, edit, onward); });
}

void CellEditing::takeTheirs(const Result<EditPlan> &theirs, const RowsEdit &edit, int onward)
{
    m_writing = false;
    if (!m_editor)
        return;
    m_editor->setReadOnly(false);
    if (!theirs)
        return say(theirs.error().message);
    const EditItem &item = theirs->items.front();
    m_versions.insert(item.id, item.version);
    if (item.changes.empty())
        return finish(onward); // they wrote the same
    const QString now = item.changes.front().before;
    if (now == m_cell.before)
        return write(edit, onward);
    m_cell.before = now;
    say(tr("Somebody else changed it to “%1” meanwhile. Enter writes yours over it, Escape keeps theirs.")
            .arg(now));
}

void CellEditing::finish(int onward)
{
    const QModelIndex next = onward == 0 ? QModelIndex() : cellFrom(index(), onward);
    close();
    if (next.isValid())
        begin(next);
}

/// The editable cell that many further in the order in which columns are shown, then rows.
QModelIndex CellEditing::cellFrom(const QModelIndex &start, int by) const
{
    if (!start.isValid())
        return {};
    const QHeaderView *header = m_view->horizontalHeader();
    const int columns = m_view->table()->columnCount();
    int visual = header->visualIndex(start.column());
    int row = start.row();
    while (true) {
        visual += by;
        if (visual < 0 || visual >= columns) {
            row += by;
            visual = by > 0 ? 0 : columns - 1;
        }
        if (row < 0 || row >= m_view->table()->rowCount() || !m_view->table()->isLoaded(row))
            return {};
        const int column = header->logicalIndex(visual);
        const QModelIndex cell = m_view->table()->index(row, column);
        if (!m_view->isColumnHidden(column) && (cell.flags() & Qt::ItemIsEditable))
            return cell;
    }
}

} // namespace seatledger
