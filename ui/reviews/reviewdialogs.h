// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/reviewapplicationservice.h"
#include "ui/book/operationdialog.h"

#include <memory>

class QLineEdit;
class QPlainTextEdit;

namespace seatledger {

class DateField;
class DepartmentBox;
class Form;
class PickerField;

/// Begins an access review: whose seats are looked through, and by when.
class NewReviewDialog final : public OperationDialog
{
    Q_OBJECT

public:
    explicit NewReviewDialog(BookAccess access, QWidget *parent = nullptr);

signals:
    void created(qint64 review);

protected:
    void submit() override;
    QString doneText(const OperationOutcome &outcome) const override;
    bool showRefusal(const Error &error) override;

private:
    Form *m_form;
    QLineEdit *m_name;
    DepartmentBox *m_department;
    PickerField *m_license;
    DateField *m_due;
    std::shared_ptr<qint64> m_created; ///< written on a worker before the answer comes
};

/// Decides the same for some lines of a review, with a note.
class DecideDialog final : public OperationDialog
{
    Q_OBJECT

public:
    DecideDialog(BookAccess access, QList<ReviewItemId> items, ReviewDecision decision,
                 QWidget *parent = nullptr);

protected:
    void submit() override;
    QString doneText(const OperationOutcome &outcome) const override;

private:
    QList<ReviewItemId> m_items;
    ReviewDecision m_decision;
    QPlainTextEdit *m_note;
};

/// Carries out a review: says what will be revoked, what is undecided and what has changed, and does it as
/// one.
class ExecuteReviewDialog final : public OperationDialog
{
    Q_OBJECT

public:
    ExecuteReviewDialog(BookAccess access, ReviewRow review, QWidget *parent = nullptr);

protected:
    void submit() override;
    QString doneText(const OperationOutcome &outcome) const override;

private:
    ReviewRow m_review;
};

} // namespace seatledger
