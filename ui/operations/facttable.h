// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QWidget>

#include <vector>

class QTableView;

namespace seatledger {

class TextLabel;

/// A short table of figures under a heading, as tall as its rows up to a bound, with a line of words below
/// where there is something to say about it, or nothing to show. The current row stays when rows are
/// replaced.
class FactTable final : public QWidget
{
    Q_OBJECT

public:
    struct Column {
        QString title;
        int width = 100; ///< of text of the usual size, at least; 0: takes what is left
        bool isNumber = false;
        bool isSentence = false; ///< may be cut off at the end: no name, and of any length
    };
    struct Row {
        QStringList cells;
        QString whole = {}; ///< what is cut off in a cell, as tool tip
    };

    /// `name` makes the object name `<name>Table` of the table itself.
    FactTable(const QString &name, const QString &title, std::vector<Column> columns,
              QWidget *parent = nullptr);

    /// `note` is what stands below; with no rows it stands in their place.
    void setRows(std::vector<Row> rows, const QString &note = {});
    [[nodiscard]] int count() const;
    [[nodiscard]] QString cell(int row, int column) const;
    [[nodiscard]] QString note() const;
    [[nodiscard]] QTableView *table() const { return m_table; }
    /// So wide that no name is cut off; without columns that take what is left and hold whole sentences.
    [[nodiscard]] int wholeWidth() const;

signals:
    /// What it holds is wider or narrower than before.
    void wholeWidthChanged();

private:
    class Model;

    void fit();
    void widen();
    [[nodiscard]] int needs(int column) const;

    Model *m_model;
    QTableView *m_table;
    TextLabel *m_note;
    int m_wholeWidth = 0;
};

} // namespace seatledger
