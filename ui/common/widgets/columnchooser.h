// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/widgets/dialogframe.h"
#include "ui/common/widgets/headerlayout.h"

class QListWidget;
class QListWidgetItem;
class QPushButton;

namespace seatledger {

class PagedTableModelBase;
class SearchField;

/// Which columns a table shows, in which order, and which stay at the left: to tick, to drag, to move with
/// Alt+Up and Alt+Down, to pin. What is changed is seen at once.
class ColumnChooser final : public DialogFrame
{
    Q_OBJECT

public:
    ColumnChooser(HeaderLayout *columns, PagedTableModelBase *table, QWidget *parent);

    [[nodiscard]] QListWidget *list() const { return m_list; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill();
    void apply();
    void narrow(const QString &text);
    void togglePin();
    void moveCurrent(int step);
    void showPin(QListWidgetItem *item, bool pinned);

    HeaderLayout *m_columns;
    PagedTableModelBase *m_table;
    SearchField *m_search;
    QListWidget *m_list;
    QPushButton *m_pin;
    bool m_filling = false;
};

} // namespace seatledger
