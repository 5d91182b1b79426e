// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/book/operationdialog.h"
#include "ui/common/widgets/entrylist.h"

class QCheckBox;
class QPlainTextEdit;

namespace seatledger {

class Form;

/// The assignments something is to be done to, and how to name some of them.
struct AssignmentChoice {
    QList<AssignmentId> ids;
    std::vector<Entry> examples = {};               ///< of those that are loaded: who, and which licence
    std::optional<Period> period = std::nullopt;    ///< if it is the same for all, or there is only one
    std::optional<int> quantity = std::nullopt;     ///< the same
    std::optional<AssignmentState> state = std::nullopt; ///< the same
};

/// What the small dialogs have in common that do one thing to some assignments: which ones, a short form, and
/// for several the choice between all or nothing and leaving out those it is not possible for.
class AssignmentActionDialog : public OperationDialog
{
    Q_OBJECT

protected:
    AssignmentActionDialog(BookAccess access, const QString &name, const QString &title,
                           const QString &doText, ButtonKind kind, AssignmentChoice choice, QWidget *parent);

    [[nodiscard]] Form *form() const { return m_form; }
    [[nodiscard]] int count() const { return static_cast<int>(m_choice.ids.size()); }
    [[nodiscard]] AssignmentsCommand command(const QString &reason = {}) const;
    /// What to run by what was entered; InvalidInput, naming the field, if that is not right.
    [[nodiscard]] virtual Result<Work> work() const = 0;

    void submit() override;
    bool showRefusal(const Error &error) override;
    /// A reason below the other questions; kept with the operation.
    [[nodiscard]] QPlainTextEdit *addReason(bool optional);

private:
    void showChoice();

    AssignmentChoice m_choice;
    EntryList *m_examples;
    Form *m_form;
    QCheckBox *m_partial;
};

} // namespace seatledger
