// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/widgets/tablelook.h"

#include "ui/common/widgets/tabledelegate.h"

#include <QHeaderView>
#include <QTableView>

namespace seatledger {

void applyTableLook(QTableView *table)
{
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setItemDelegate(new TableDelegate(table));
    table->setTabKeyNavigation(false);
    table->setCornerButtonEnabled(false);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setTextElideMode(Qt::ElideRight);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

void applyEditableTableLook(QTableView *table)
{
    applyTableLook(table);
    table->setSelectionBehavior(QAbstractItemView::SelectItems);
    table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed
                           | QAbstractItemView::AnyKeyPressed);
}

} // namespace seatledger
