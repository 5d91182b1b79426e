// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/member.h"
#include "core/services/departureapplicationservice.h"
#include "ui/book/operationdialog.h"

#include <memory>

class QPlainTextEdit;

namespace seatledger {

class DateField;
class Dialogs;
class EntryList;
class Form;
class PickerField;
class PlanModel;
class PlanRequest;
class PlanView;
class TextLabel;

/// People leave: says of each of their seats what it costs and what becomes of it, lets it be taken back,
/// given to a successor or kept until the last day, shows who on the waiting list gets what is free, and does
/// it as one. At the end it shows what was done and saves it as a file.
class DepartDialog final : public OperationDialog
{
    Q_OBJECT

public:
    DepartDialog(BookAccess access, Dialogs &dialogs, std::vector<Member> members, QWidget *parent = nullptr);

    /// No plan is on its way.
    [[nodiscard]] bool isSettled() const;

protected:
    void submit() override;
    QString doneText(const OperationOutcome &outcome) const override;
    bool showRefusal(const Error &error) override;

private:
    /// "CAD, IDE and 3 more"
    [[nodiscard]] static QString namedText(const QStringList &names);
    [[nodiscard]] static QString titleOf(const std::vector<Member> &members);
    void buildForm();
    QWidget *buildFates();
    void buildResult();
    void chooseFate(SeatFate fate);
    void schedulePlan();
    void plan();
    void takePlan(const Result<DepartureReport> &planned);
    void showPlan(const DepartureReport &report);
    void showResult();
    void saveReport();
    [[nodiscard]] Departure departure() const;
    [[nodiscard]] QString fateText(const LeaverSeat &seat, const DeparturePlan &plan) const;
    [[nodiscard]] QString detailText(const LeaverSeat &seat) const;
    [[nodiscard]] QString summaryText(const DeparturePlan &plan) const;
    [[nodiscard]] QString effectsText(const DepartureReport &report) const;
    [[nodiscard]] bool isAhead() const;

    Dialogs &m_dialogs;
    std::vector<Member> m_members;
    Form *m_form;
    DateField *m_day;
    PickerField *m_successor;
    QPlainTextEdit *m_reason;
    QPushButton *m_keep = nullptr;
    PlanModel *m_lines;
    PlanView *m_view;
    TextLabel *m_effects;
    EntryList *m_done;
    PlanRequest *m_request;
    std::vector<AssignmentId> m_seats; ///< in the order of the lines
    std::map<AssignmentId, SeatFate> m_fates;
    std::shared_ptr<std::optional<DepartureReport>>
        m_report; ///< of what was done; written on a worker before
};

} // namespace seatledger
