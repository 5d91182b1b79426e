// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operations/facttable.h"

#include "ui/common/style/lengths.h"
#include "ui/common/style/tokens.h"
#include "ui/common/widgets/tablelook.h"
#include "ui/common/widgets/textlabel.h"

#include <QAbstractTableModel>
#include <QHeaderView>
#include <QScrollBar>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostLines = 8; ///< what is more scrolls
constexpr int sentenceWidth = 320;
constexpr int cellMargins = 28;

} // namespace

class FactTable::Model final : public QAbstractTableModel
{
public:
    Model(std::vector<Column> columns, QObject *parent)
        : QAbstractTableModel(parent), m_columns(std::move(columns))
    {}

    void setRows(std::vector<Row> rows)
    {
        if (rows.size() != m_rows.size()) {
            beginResetModel();
            m_rows = std::move(rows);
            endResetModel();
            return;
        }
        m_rows = std::move(rows); // of the same size, most often: what is current stays
        if (!m_rows.empty())
            emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }

    [[nodiscard]] const std::vector<Column> &columns() const { return m_columns; }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
    }

    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid))
            return {};
        const Row &row = m_rows[static_cast<std::size_t>(index.row())];
        if (role == Qt::DisplayRole)
            return row.cells.value(index.column());
        if (role == Qt::ToolTipRole)
            return row.whole.isEmpty() ? row.cells.value(index.column()) : row.whole;
        if (role == Qt::TextAlignmentRole)
            return alignment(index.column());
        return {};
    }

    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
            return {};
        if (role == Qt::DisplayRole)
            return m_columns[static_cast<std::size_t>(section)].title;
        return role == Qt::TextAlignmentRole ? alignment(section) : QVariant();
    }

private:
    [[nodiscard]] QVariant alignment(int column) const
    {
        const bool isNumber = m_columns[static_cast<std::size_t>(column)].isNumber;
        return static_cast<int>((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }

    std::vector<Column> m_columns;
    std::vector<Row> m_rows;
};

FactTable::FactTable(const QString &name, const QString &title, std::vector<Column> columns, QWidget *parent)
    : QWidget(parent),
      m_model(new Model(std::move(columns), this)),
      m_table(new QTableView(this)),
      m_note(new TextLabel({}, TextSize::Body, Tone::TextMuted, this))
{
    auto *heading = new TextLabel(title, TextSize::Heading, Tone::Text, this);
    heading->setBuddy(m_table);
    m_table->setObjectName(name + u"Table"_s);
    m_table->setAccessibleName(title);
    m_table->setModel(m_model);
    applyTableLook(m_table);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->verticalHeader()->setDefaultSectionSize(
        std::max(extent(Size::Row), fontMetrics().height() + 14));
    for (int column = 0; column < m_model->columnCount(); ++column) {
        const int width = m_model->columns()[static_cast<std::size_t>(column)].width;
        if (width > 0)
            m_table->setColumnWidth(column, grown(width));
        else
            m_table->horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
    }
    m_note->setObjectName(name + u"NoteLabel"_s);
    m_note->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space(Space::S));
    layout->addWidget(heading);
    layout->addWidget(m_table);
    layout->addWidget(m_note);
    layout->addStretch();
    fit();
}

void FactTable::setRows(std::vector<Row> rows, const QString &note)
{
    m_model->setRows(std::move(rows));
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    widen();
    fit();
}

/// Columns of figures take what theirs need; the others share what is left.
void FactTable::widen()
{
    int whole = 2 * m_table->frameWidth() + m_table->verticalScrollBar()->sizeHint().width();
    for (int column = 0; column < m_model->columnCount(); ++column) {
        const Column &wanted = m_model->columns()[static_cast<std::size_t>(column)];
        const int needed = wanted.isSentence ? grown(sentenceWidth) : needs(column);
        if (wanted.width > 0)
            m_table->setColumnWidth(column, needed);
        whole += needed;
    }
    if (std::exchange(m_wholeWidth, whole) != whole)
        emit wholeWidthChanged();
}

int FactTable::needs(int column) const
{
    const Column &wanted = m_model->columns()[static_cast<std::size_t>(column)];
    int held = 0;
    for (int row = 0; row < count(); ++row)
        held = std::max(held, m_table->fontMetrics().horizontalAdvance(cell(row, column)));
    return std::max(
        {grown(wanted.width), held + cellMargins, m_table->horizontalHeader()->sectionSizeHint(column)});
}

int FactTable::wholeWidth() const
{
    return m_wholeWidth;
}

void FactTable::fit()
{
    const int lines = std::clamp(count(), 1, mostLines);
    const int header = m_table->horizontalHeader()->sizeHint().height();
    m_table->setFixedHeight(header + lines * m_table->verticalHeader()->defaultSectionSize()
                            + 2 * m_table->frameWidth());
    m_table->setVisible(count() > 0);
}

int FactTable::count() const
{
    return m_model->rowCount();
}

QString FactTable::cell(int row, int column) const
{
    return m_model->index(row, column).data().toString();
}

QString FactTable::note() const
{
    return m_note->text();
}

} // namespace seatledger
