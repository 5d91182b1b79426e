// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/assignments/assignmentactiondialog.h"

class QPlainTextEdit;
class QRadioButton;

namespace seatledger {

class CountField;
class DateField;
class PickerField;

/// Ends assignments; asks for the reason, which stays with them.
class RevokeDialog final : public AssignmentActionDialog
{
    Q_OBJECT

public:
    RevokeDialog(BookAccess access, AssignmentChoice choice, QWidget *parent = nullptr);

protected:
    Result<Planning> planning() const override;
    QString grantedText(const PlanItem &item) const override;
    Result<Work> work() const override;
    QString doneText(const OperationOutcome &outcome) const override;

private:
    QPlainTextEdit *m_reason;
};

/// Suspends assignments: with the seat kept or released, until a day or until resumed.
class SuspendDialog final : public AssignmentActionDialog
{
    Q_OBJECT

public:
    SuspendDialog(BookAccess access, AssignmentChoice choice, QWidget *parent = nullptr);

protected:
    Result<Planning> planning() const override;
    QString grantedText(const PlanItem &item) const override;
    Result<Work> work() const override;
    QString doneText(const OperationOutcome &outcome) const override;

private:
    [[nodiscard]] SuspensionTerms terms() const;

    QRadioButton *m_keep;
    QRadioButton *m_release;
    DateField *m_until;
    QPlainTextEdit *m_reason;
};

/// Makes suspended assignments active again; those whose seat was released need a free one.
class ResumeDialog final : public AssignmentActionDialog
{
    Q_OBJECT

public:
    ResumeDialog(BookAccess access, AssignmentChoice choice, QWidget *parent = nullptr);

protected:
    Result<Planning> planning() const override;
    QString grantedText(const PlanItem &item) const override;
    Result<Work> work() const override;
    QString doneText(const OperationOutcome &outcome) const override;
};

/// Gives seats to somebody else for the rest of their days, in one step.
class TransferDialog final : public AssignmentActionDialog
{
    Q_OBJECT

public:
    TransferDialog(BookAccess access, AssignmentChoice choice, QWidget *parent = nullptr);

protected:
    Result<Planning> planning() const override;
    QString grantedText(const PlanItem &item) const override;
    Result<Work> work() const override;
    QString doneText(const OperationOutcome &outcome) const override;

private:
    [[nodiscard]] Result<MemberId> receiver() const;

    PickerField *m_to;
    QPlainTextEdit *m_reason;
};

/// Gives assignments other days.
class PeriodDialog final : public AssignmentActionDialog
{
    Q_OBJECT

public:
    PeriodDialog(BookAccess access, const AssignmentChoice &choice, QWidget *parent = nullptr);

protected:
    Result<Planning> planning() const override;
    QString grantedText(const PlanItem &item) const override;
    Result<Work> work() const override;
    QString doneText(const OperationOutcome &outcome) const override;

private:
    [[nodiscard]] Result<Period> period() const;

    DateField *m_firstDay;
    DateField *m_lastDay;
};

/// Gives assignments another number of seats.
class QuantityDialog final : public AssignmentActionDialog
{
    Q_OBJECT

public:
    QuantityDialog(BookAccess access, const AssignmentChoice &choice, QWidget *parent = nullptr);

protected:
    Result<Planning> planning() const override;
    QString grantedText(const PlanItem &item) const override;
    Result<Work> work() const override;
    QString doneText(const OperationOutcome &outcome) const override;

private:
    [[nodiscard]] Result<Quantity> quantity() const;

    CountField *m_quantity;
};

} // namespace seatledger
