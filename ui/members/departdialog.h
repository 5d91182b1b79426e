// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/member.h"
#include "ui/book/operationdialog.h"

class QPlainTextEdit;

namespace seatledger {

class DateField;
class EntryList;
class Form;
class TextLabel;

/// A member leaves: shows the seats that come back, asks for the day and the reason, and does it as one.
class DepartDialog final : public OperationDialog
{
    Q_OBJECT

public:
    DepartDialog(BookAccess access, Member member, QWidget *parent = nullptr);

protected:
    void submit() override;
    QString doneText(const OperationOutcome &outcome) const override;
    bool showRefusal(const Error &error) override;

private:
    void loadSeats();
    void showSeats(const std::vector<AssignmentRow> &seats);

    Member m_member;
    Form *m_form;
    DateField *m_day;
    QPlainTextEdit *m_reason;
    TextLabel *m_seatsLabel;
    EntryList *m_seats;
};

} // namespace seatledger
