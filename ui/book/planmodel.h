// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/refusal.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace seatledger {

/// One line of a plan: whom it is about, and what the plan says.
struct PlanLine {
    qint64 id = 0;
    QString name;
    QString detail;                                ///< quieter, beside the name
    QString granted = {};                          ///< what happens, in few words, if it is not refused
    bool isSame = false;                           ///< what happens is nothing
    bool planned = false;                          ///< there is a plan
    std::optional<Refusal> refusal = std::nullopt; ///< why not
};

/// The lines of a plan in their order: all of them, or only those that are left out. GUI thread.
class PlanModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, DetailColumn, VerdictColumn, ColumnCount };

    /// `detailHeader` is what stands over the details.
    PlanModel(QString detailHeader, QObject *parent);

    void setLines(std::vector<PlanLine> lines);
    /// There is no plan (any more).
    void clearPlan();
    void showOnlyLeftOut(bool only);

    [[nodiscard]] int count() const { return static_cast<int>(m_lines.size()); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

protected:
    [[nodiscard]] const std::vector<PlanLine> &lines() const { return m_lines; }
    /// The place in lines() of what is shown in `row`.
    [[nodiscard]] std::size_t lineOf(int row) const { return m_shown[static_cast<std::size_t>(row)]; }
    /// Sets what the plan says of each line, in their order.
    void setVerdicts(const std::vector<std::optional<Refusal>> &refusals);

private:
    void rebuild();
    [[nodiscard]] QVariant verdictData(const PlanLine &line, int role) const;

    QString m_detailHeader;
    std::vector<PlanLine> m_lines;
    std::vector<std::size_t> m_shown; ///< indices into m_lines
    bool m_onlyLeftOut = false;
};

} // namespace seatledger
