// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/currencybox.h"

#include "ui/reports/reportchart.h"

namespace seatledger {

using namespace Qt::StringLiterals;

CurrencyBox::CurrencyBox(QWidget *parent) : QComboBox(parent)
{
    setObjectName(u"currencyComboBox"_s);
    setAccessibleName(tr("Currency"));
    hide();
    connect(this, &QComboBox::activated, this, [this] {
        m_chosen = currentText();
        emit chosenChanged();
    });
}

void CurrencyBox::offer(const ReportTable &table)
{
    const QStringList currencies = currenciesOf(table);
    if (!currencies.contains(m_chosen))
        m_chosen = currencies.value(0);
    clear();
    addItems(currencies);
    setCurrentText(m_chosen);
    setVisible(currencies.size() > 1);
}

} // namespace seatledger
