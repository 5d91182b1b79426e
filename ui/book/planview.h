// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/assignmentplan.h"
#include "core/domain/money.h"

#include <QWidget>

class QCheckBox;
class QTableView;

namespace seatledger {

struct BookAccess;
class PlanModel;
class SegmentedFilter;
class TextLabel;

/// What a plan comes to.
struct PlanFigures {
    qint64 refused = 0;
    bool isApplicable = false;
    bool isHarmless = false; ///< not applicable because it is so already
    QString summary = {}; ///< in a sentence or a few
};

/// What will happen, before it does: a line for each one concerned and what becomes of it, below that the sum
/// of it in words, and where some would be left out the choice to go on without them. Without lines there is
/// only the sum.
class PlanView final : public QWidget
{
    Q_OBJECT

public:
    /// `partialText` is the choice to leave out whom it is not possible for.
    PlanView(PlanModel *model, const QString &partialText, QWidget *parent = nullptr);

    [[nodiscard]] QTableView *table() const { return m_table; }
    /// The table is as tall as its lines, up to `most` of them; before, it takes all the room there is.
    void fitTable(int most);
    /// Shares the width between names and details by what stands in them; of both, the end may be cut.
    void fitColumns();

    [[nodiscard]] PlanMode mode() const;

    /// There is no plan: why, or what is needed for one.
    void showUnplanned(const QString &text);
    /// A plan is on its way.
    void showPlanning();
    void showPlan(const PlanFigures &figures);

signals:
    /// All or nothing, or only some: ask for another plan.
    void modeChanged();

private:
    void buildTable();
    void fit();

    PlanModel *m_model;
    QTableView *m_table;
    SegmentedFilter *m_shown;
    TextLabel *m_summary;
    QCheckBox *m_partial;
    int m_mostLines = 0;
};

/// "3 stay free.", "Seats are unlimited."
[[nodiscard]] QString seatsLeftText(Seats seats);
/// "12.00 EUR a month more.", "3.00 EUR a month less."; or that the person may not see it.
[[nodiscard]] QStringList costTexts(const BookAccess &access, const std::vector<Money> &monthlyCost);

} // namespace seatledger
