// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/importrequest.h"

#include <QWidget>

#include <optional>

class QCheckBox;
class QHBoxLayout;
class QPushButton;
class QTableView;

namespace seatledger {

class EmptyState;
class ProblemModel;
class SegmentedFilter;
class TextLabel;

/// The third step of an import: what it would do. Counts, every problem by row, column and reason, and what
/// a person decides about them.
class TestStep final : public QWidget
{
    Q_OBJECT

public:
    TestStep(ImportKind kind, QWidget *parent);

    void setOutcome(const ImportOutcome &outcome);
    /// Nothing is known any more; offers to test again.
    void clear();
    [[nodiscard]] const std::optional<ImportOutcome> &outcome() const { return m_outcome; }

    [[nodiscard]] OnExisting onExisting() const;
    [[nodiscard]] bool createsMissing() const;
    [[nodiscard]] bool leavesOutProblems() const;

    /// Rows that would be written.
    [[nodiscard]] qint64 rowsToWrite() const;
    /// Whether an import of this would do something.
    [[nodiscard]] bool isReady() const;

    /// Says where the rows with problems are now.
    void tellSaved(qint64 rows, const QString &path);

signals:
    /// Something was decided that makes another outcome.
    void testWanted();
    /// Something was decided about rows with problems.
    void changed();
    void saveRequested();

private:
    void buildChoices();
    void buildCounts();
    void buildProblems();
    TextLabel *addCount(QHBoxLayout *line, const QString &name, const QString &title);
    void showCounts();
    void showProblems();

    std::optional<ImportOutcome> m_outcome;
    ImportKind m_kind;
    SegmentedFilter *m_existing;
    QCheckBox *m_create;
    QCheckBox *m_leaveOut;
    TextLabel *m_added = nullptr;
    TextLabel *m_updated = nullptr;
    TextLabel *m_unchanged = nullptr;
    TextLabel *m_skipped = nullptr;
    TextLabel *m_rejected = nullptr;
    TextLabel *m_listed;
    QPushButton *m_save;
    QTableView *m_table;
    ProblemModel *m_model;
    EmptyState *m_fine;
};

} // namespace seatledger
