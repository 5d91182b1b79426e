// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/renewal.h"

#include <QAbstractTableModel>

#include <vector>

namespace seatledger {

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

    /// All of them are chosen, as suggested.
    void setDue(std::vector<RenewalDue> due);
    /// The chosen ones get the suggested seats and price, or those of before.
    void suggest();
    void repeat();

    /// The renewals that are chosen, and what they renew.
    [[nodiscard]] std::vector<EntitlementFields> renewals() const;
    [[nodiscard]] std::vector<EntitlementFields> before() const;

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
    struct Line {
        RenewalDue due;
        EntitlementFields fields;
        bool isChosen = true;
    };

    [[nodiscard]] QString textOf(const Line &line, int column) const;
    [[nodiscard]] QString historyText(const Line &line) const;
    [[nodiscard]] static bool setSeats(Line &line, qint64 seats);
    [[nodiscard]] static bool setLastDay(Line &line, QDate day);
    [[nodiscard]] static bool setPrice(Line &line, const QString &text);
    void tellAll();

    bool m_showsPrices;
    std::vector<Line> m_lines;
};

} // namespace seatledger
