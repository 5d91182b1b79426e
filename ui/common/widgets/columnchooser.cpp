// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/widgets/columnchooser.h"

#include "ui/common/models/pagedtablemodelbase.h"
#include "ui/common/style/icons.h"
#include "ui/common/widgets/searchfield.h"

#include <QKeyEvent>
#include <QListWidget>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QVBoxLayout>

#include <algorithm>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr int keyRole = Qt::UserRole;
constexpr int pinnedRole = Qt::UserRole + 1;

} // namespace

ColumnChooser::ColumnChooser(HeaderLayout *columns, PagedTableModelBase *table, QWidget *parent)
    : DialogFrame(u"columns"_s, tr("Columns"), parent),
      m_columns(columns),
      m_table(table),
      m_search(new SearchField(this)),
      m_list(new QListWidget(this))
{
    setSubtitle(tr("Tick what to show; drag to order, or move with Alt+Up and Alt+Down."));
    m_search->setPlaceholderText(tr("Search columns"));
    m_list->setObjectName(u"columnsList"_s);
    m_list->setAccessibleName(tr("Columns"));
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setMinimumHeight(280);
    m_list->installEventFilter(this);
    body()->addWidget(m_search);
    body()->addWidget(m_list, 1);
    auto *reset = addButton(u"reset"_s, tr("Reset"), ButtonKind::Quiet);
    m_pin = addButton(u"pin"_s, tr("Pin at the left"), ButtonKind::Normal);
    auto *close = addButton(u"close"_s, tr("Close"), ButtonKind::Normal);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(reset, &QPushButton::clicked, this, [this] {
        m_columns->reset();
        fill();
    });
    connect(m_pin, &QPushButton::clicked, this, &ColumnChooser::togglePin);
    connect(m_search, &SearchField::searchChanged, this, &ColumnChooser::narrow);
    connect(m_search, &SearchField::listRequested, m_list, qOverload<>(&QWidget::setFocus));
    connect(m_list, &QListWidget::itemChanged, this, &ColumnChooser::apply);
    connect(m_list->model(), &QAbstractItemModel::rowsMoved, this, &ColumnChooser::apply);
    connect(m_list, &QListWidget::currentItemChanged, this, [this](QListWidgetItem *item) {
        m_pin->setEnabled(item);
        m_pin->setText(item && item->data(pinnedRole).toBool() ? tr("Pin no longer") : tr("Pin at the left"));
    });
    fill();
    resize(420, 560);
}

void ColumnChooser::showPin(QListWidgetItem *item, bool pinned)
{
    item->setData(pinnedRole, pinned);
    item->setData(Qt::DecorationRole, pinned ? QVariant(icon(u"anchor")) : QVariant());
    item->setData(Qt::AccessibleTextRole, pinned ? tr("%1, pinned").arg(item->text()) : item->text());
}

void ColumnChooser::fill()
{
    const QScopedValueRollback filling(m_filling, true);
    m_list->clear();
    const TableLayout layout = m_columns->layout();
    const QStringList order = m_columns->order();
    for (const QString &key : order) {
        auto *item = new QListWidgetItem(m_columns->titleOf(key), m_list);
        item->setData(keyRole, key);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable
                       | Qt::ItemIsDragEnabled);
        item->setCheckState(layout.hidden.contains(key) ? Qt::Unchecked : Qt::Checked);
        showPin(item, layout.pinned.contains(key));
    }
    m_list->setCurrentRow(0);
}

void ColumnChooser::apply()
{
    if (m_filling)
        return;
    TableLayout layout = m_columns->layout();
    layout.order.clear();
    layout.hidden.clear();
    layout.shown.clear();
    layout.pinned.clear();
    QStringList rest;
    for (int row = 0; row < m_list->count(); ++row) {
        const QListWidgetItem *item = m_list->item(row);
        const QString key = item->data(keyRole).toString();
        const bool isPinned = item->data(pinnedRole).toBool();
        (isPinned ? layout.order : rest).append(key);
        if (isPinned)
            layout.pinned.append(key);
        (item->checkState() == Qt::Unchecked ? layout.hidden : layout.shown).append(key);
    }
    layout.order += rest;
    if (layout.hidden.size() == m_list->count()) {
        fill(); // something must be seen
        return;
    }
    m_columns->change(layout);
}

void ColumnChooser::narrow(const QString &text)
{
    for (int row = 0; row < m_list->count(); ++row)
        m_list->item(row)->setHidden(!m_list->item(row)->text().contains(text, Qt::CaseInsensitive));
    m_list->setDragDropMode(text.isEmpty() ? QAbstractItemView::InternalMove : QAbstractItemView::NoDragDrop);
}

void ColumnChooser::togglePin()
{
    QListWidgetItem *item = m_list->currentItem();
    if (!item)
        return;
    const QString key = item->data(keyRole).toString();
    {
        const QScopedValueRollback filling(m_filling, true);
        showPin(item, !item->data(pinnedRole).toBool());
    }
    apply();
    fill();
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->data(keyRole).toString() == key)
            m_list->setCurrentRow(row);
    }
}

void ColumnChooser::moveCurrent(int step)
{
    const int row = m_list->currentRow();
    const int to = row + step;
    if (row < 0 || to < 0 || to >= m_list->count())
        return;
    {
        const QScopedValueRollback filling(m_filling, true);
        m_list->insertItem(to, m_list->takeItem(row));
        m_list->setCurrentRow(to);
    }
    apply();
}

bool ColumnChooser::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isMove = key->modifiers() == Qt::AltModifier
                            && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down);
        if (isMove) {
            moveCurrent(key->key() == Qt::Key_Up ? -1 : 1);
            return true;
        }
    }
    return DialogFrame::eventFilter(watched, event);
}

} // namespace seatledger
