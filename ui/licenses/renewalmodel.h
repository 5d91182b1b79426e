// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/renewal.h"

#include <QAbstractTableModel>

#include <vector>

namespace seatledger {

/// What is due, and how it is renewed.
struct RenewalLine {
    RenewalDue due;
    EntitlementFields fields;
    bool isChosen = true;
};

/// As suggested. All are chosen but those of which no seat is needed any more. May be asked on any thread.
[[nodiscard]] std::vector<RenewalLine> suggestedRenewals(std::vector<RenewalDue> due);

/// Of what is chosen.
struct RenewalTotals {
    int count = 0;
    std::vector<Money> before; ///< what it costs a month, see MonthlyCostSum
    std::vector<Money> after;
};

/// What ends soon, a line each: which are renewed (the check box), and with which seats, last day and price,
/// all of which can be edited in place. GUI thread.
class RenewalModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        LicenseColumn,
        EndColumn,
        NeedColumn,
        BeforeColumn,
        SeatsColumn,
        UntilColumn,
        PriceColumn,
        ColumnCount
    };

    explicit RenewalModel(bool showsPrices, QObject *parent = nullptr);

    void setLines(std::vector<RenewalLine> lines);
    /// The chosen ones get the suggested seats and price, or those of before.
    void suggest();
    void repeat();

    /// The renewals that are chosen.
    [[nodiscard]] std::vector<EntitlementFields> renewals() const;
    [[nodiscard]] RenewalTotals totals() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

signals:
    /// What is chosen, or one of its values, is another.
    void changed();

private:
    [[nodiscard]] QString textOf(const RenewalLine &line, int column) const;
    [[nodiscard]] QString historyText(const RenewalLine &line) const;
    [[nodiscard]] static bool setSeats(RenewalLine &line, qint64 seats);
    [[nodiscard]] static bool setLastDay(RenewalLine &line, QDate day);
    [[nodiscard]] static bool setPrice(RenewalLine &line, const QString &text);
    void tellAll();

    bool m_showsPrices;
    std::vector<RenewalLine> m_lines;
};

} // namespace seatledger
