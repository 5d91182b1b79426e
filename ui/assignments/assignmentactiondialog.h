// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/book/operationdialog.h"
#include "ui/common/widgets/entrylist.h"

#include <functional>

class QPlainTextEdit;

namespace seatledger {

class Form;
class PlanModel;
class PlanRequest;
class PlanView;
struct NamedChangePlan;

/// The assignments something is to be done to, and how to name some of them.
struct AssignmentChoice {
    QList<AssignmentId> ids;
    std::vector<Entry> examples = {};               ///< of those that are loaded: who, and which licence
    std::optional<Period> period = std::nullopt;    ///< if it is the same for all, or there is only one
    std::optional<int> quantity = std::nullopt;     ///< the same
    std::optional<AssignmentState> state = std::nullopt; ///< the same
};

/// What the small dialogs have in common that do one thing to some assignments: a short form, and what will
/// become of each assignment by what was entered, planned anew while one types; for several the choice
/// between all or nothing and leaving out those it is not possible for. Nothing is changed before the main
/// button is pressed; the database decides last.
class AssignmentActionDialog : public OperationDialog
{
    Q_OBJECT

public:
    /// No plan is on its way.
    [[nodiscard]] bool isSettled() const;

protected:
    using Planning = std::function<Result<ChangePlan>(const Services &, Session &)>;

    AssignmentActionDialog(BookAccess access, const QString &name, const QString &title,
                           const QString &doText, ButtonKind kind, AssignmentChoice choice, QWidget *parent);

    [[nodiscard]] Form *form() const { return m_form; }
    [[nodiscard]] int count() const { return static_cast<int>(m_choice.ids.size()); }
    [[nodiscard]] AssignmentsCommand command(const QString &reason = {}) const;
    /// How to plan what was entered; InvalidInput if that is not enough for a plan.
    [[nodiscard]] virtual Result<Planning> planning() const = 0;
    /// What becomes of an assignment for which it is possible, in few words.
    [[nodiscard]] virtual QString grantedText(const PlanItem &item) const = 0;
    /// What to run by what was entered; InvalidInput, naming the field, if that is not right.
    [[nodiscard]] virtual Result<Work> work() const = 0;

    /// What was entered is another now.
    void schedulePlan();
    void submit() override;
    bool showRefusal(const Error &error) override;
    /// A reason below the other questions; kept with the operation.
    [[nodiscard]] QPlainTextEdit *addReason(bool optional);

private:
    void showExamples();
    void plan();
    void takePlan(const Result<NamedChangePlan> &planned);

    AssignmentChoice m_choice;
    Form *m_form;
    PlanModel *m_lines;
    PlanView *m_view;
    PlanRequest *m_request;
};

} // namespace seatledger
