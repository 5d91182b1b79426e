// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/renewal.h"
#include "ui/book/operationdialog.h"

class QTableView;

namespace seatledger {

class CountField;
class PlanRequest;
class RenewalModel;
class TextLabel;

/// Renews what ends soon, many as one: says how many seats of each licence are needed, lets seats, end and
/// price be changed line by line, and what it costs a month before and after.
class RenewalsDialog final : public OperationDialog
{
    Q_OBJECT

public:
    explicit RenewalsDialog(BookAccess access, QWidget *parent = nullptr);
    ~RenewalsDialog() override;

    /// What is due is there.
    [[nodiscard]] bool isSettled() const;

protected:
    void submit() override;
    QString doneText(const OperationOutcome &outcome) const override;

private:
    QWidget *buildChoices();
    void buildTable();
    void loadDue();
    void showCosts();

    CountField *m_days;
    RenewalModel *m_model;
    QTableView *m_table;
    TextLabel *m_costs;
    PlanRequest *m_request;
};

} // namespace seatledger
