// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/widgets/dialogframe.h"

#include <QList>

class QAction;
class QKeySequenceEdit;
class QStandardItemModel;
class QTableView;

namespace seatledger {

class MainWindow;
class SearchField;
class TextLabel;

/// All shortcuts of the window and its pages, to search and to change; what is chosen counts at once and is
/// kept. Keys that would be taken from something else are refused, and it is said from what.
class ShortcutSettings final : public DialogFrame
{
    Q_OBJECT

public:
    /// Makes all pages of `window`, whose actions it shows; `window` must outlive it.
    ShortcutSettings(MainWindow &window, QWidget *parent);

private:
    void buildTable();
    void buildEditor();
    void fill();
    void fillRow(int row);
    void narrow(const QString &text);
    void showChosen();
    void check();
    void use(bool withKeys);
    void reset();
    void resetAll();
    void apply();
    [[nodiscard]] QAction *chosen() const;

    MainWindow &m_window;
    SearchField *m_search;
    QStandardItemModel *m_model;
    QTableView *m_table;
    TextLabel *m_what;
    QKeySequenceEdit *m_keys;
    TextLabel *m_verdict;
    QPushButton *m_use = nullptr;
    QPushButton *m_none = nullptr;
    QPushButton *m_reset = nullptr;
    QList<QAction *> m_actions; ///< by row
    QStringList m_places;       ///< by row: the page, or the window
};

} // namespace seatledger
