// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/assignmentplan.h"
#include "ui/book/drafts.h"
#include "ui/book/operationdialog.h"
#include "ui/book/people.h"

class QCheckBox;

namespace seatledger {

class CountField;
class DateField;
class EmptyState;
class Form;
class PickerField;
class PlanRequest;
class PlanView;
class RecipientsModel;
class SeatBar;

/// Gives seats of one licence to many people. Whoever is picked is planned for at once: the table says who
/// gets a seat and who does not and why, the line below what it costs and what stays free. Nothing is changed
/// before the main button is pressed; the database decides last.
class AssignDialog final : public OperationDialog, public DraftHolder
{
    Q_OBJECT

public:
    explicit AssignDialog(BookAccess access, QWidget *parent = nullptr);

    /// Picks the licence.
    void setLicense(LicenseId license);
    /// Adds these members to the people.
    void addMembers(const QList<MemberId> &members);
    /// Begins with the choice made that who gets no seat goes on the waiting list.
    void setWaits(bool waits);
    /// No plan is on its way.
    [[nodiscard]] bool isSettled() const;

    /// The people.
    [[nodiscard]] QVariantMap draftContents() const override;
    void restoreDraftContents(const QVariantMap &contents) override;

signals:
    /// A plan is shown.
    void planned();

protected:
    void submit() override;
    QString doneText(const OperationOutcome &outcome) const override;

private:
    void buildTerms();
    QWidget *buildPeople();
    void buildTable();
    void offerPasting(const QString &text = {});
    void offerDepartments();
    void removeSelected();
    void loadSeats();
    void schedulePlan();
    void plan();
    void takePlan(Result<AssignmentPlan> plan);
    void showPlan();
    void showUnplanned(const QString &text);
    [[nodiscard]] QString summaryText() const;
    [[nodiscard]] QString seatsText() const;
    void showWaiting();
    /// Whom waiting helps.
    [[nodiscard]] int waitingCount() const;
    [[nodiscard]] bool isForLater() const;
    [[nodiscard]] Result<AssignCommand> command() const;

    Form *m_form;
    PickerField *m_license;
    SeatBar *m_seatBar;
    CountField *m_quantity;
    DateField *m_firstDay;
    DateField *m_lastDay;
    PickerField *m_person;
    RecipientsModel *m_people;
    PlanView *m_view;
    QCheckBox *m_wait;
    PlanRequest *m_request;
    EmptyState *m_empty;
    LatestRequest m_latestSeats;
    int m_asked = 0; ///< questions whose answers are not there yet
    std::optional<AssignmentPlan> m_plan;
};

} // namespace seatledger
