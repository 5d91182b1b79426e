// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

namespace seatledger {

struct ReportTable;

/// Of which currency a chart shows the rows. Stands there only where there are several; what was chosen stays
/// chosen as long as there are rows of it.
class CurrencyBox final : public QComboBox
{
    Q_OBJECT

public:
    explicit CurrencyBox(QWidget *parent = nullptr);

    /// Offers the currencies of these rows; chosen() is one of them then, or empty without any.
    void offer(const ReportTable &table);
    [[nodiscard]] const QString &chosen() const { return m_chosen; }

signals:
    /// The person chose another.
    void chosenChanged();

private:
    QString m_chosen;
};

} // namespace seatledger
