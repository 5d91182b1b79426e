// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/assignments/assignmentactiondialog.h"

#include "core/domain/text.h"
#include "ui/assignments/changeplanlines.h"
#include "ui/book/editdialog.h"
#include "ui/book/people.h"
#include "ui/book/planmodel.h"
#include "ui/book/planrequest.h"
#include "ui/book/planview.h"
#include "ui/common/manualsubject.h"
#include "ui/common/style/lengths.h"
#include "ui/common/widgets/banner.h"
#include "ui/common/widgets/form.h"
#include "ui/common/widgets/formfield.h"

#include <QPlainTextEdit>
#include <QTableView>
#include <QVBoxLayout>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr int linesShown = 7;

Result<NamedChangePlan> named(const Services &services, Session &session, Result<ChangePlan> plan)
{
    if (!plan)
        return std::unexpected(std::move(plan).error());
    NamedChangePlan named{std::move(*plan), {}};
    QList<MemberId> holders;
    for (const LicensePlan &of : named.plan.licenses) {
        for (const Assignment &assignment : of.assignments)
            holders.append(assignment.member);
    }
    const auto people = peopleOf(services, session, holders);
    if (!people)
        return std::unexpected(people.error());
    for (const Person &person : *people)
        named.names.insert(person.id, person.name);
    return named;
}

} // namespace

AssignmentActionDialog::AssignmentActionDialog(BookAccess access, const QString &name, const QString &title,
                                               const QString &doText, ButtonKind kind,
                                               AssignmentChoice choice, QWidget *parent)
    : OperationDialog(access, name, title, doText, kind, parent),
      m_choice(std::move(choice)),
      m_form(new Form(this)),
      m_lines(new PlanModel(tr("Assignment"), this)),
      m_view(new PlanView(m_lines, tr("Leave out those it is not possible for"), this)),
      m_request(new PlanRequest(access, this))
{
    setManualSubject(this, u"assignments"_s);
    m_view->table()->setAccessibleName(tr("Selected assignments"));
    m_view->table()->setColumnWidth(PlanModel::NameColumn, 150);
    m_view->table()->setColumnWidth(PlanModel::DetailColumn, 270);
    m_view->fitTable(linesShown);
    showExamples();
    questions()->addWidget(m_form);
    questions()->addWidget(m_view);
    questions()->addStretch();
    setMinimumWidth(grown(660));
    connect(m_request, &PlanRequest::due, this, &AssignmentActionDialog::plan);
    connect(m_view, &PlanView::modeChanged, this, &AssignmentActionDialog::schedulePlan);
    schedulePlan();
}

/// Until the first plan is there: those that are known.
void AssignmentActionDialog::showExamples()
{
    std::vector<PlanLine> lines;
    for (const Entry &example : m_choice.examples)
        lines.push_back({.id = example.id, .name = example.title, .detail = example.detail});
    m_lines->setLines(std::move(lines));
}

bool AssignmentActionDialog::isSettled() const
{
    return m_request->isSettled();
}

void AssignmentActionDialog::schedulePlan()
{
    setMainEnabled(false);
    m_request->schedule();
}

void AssignmentActionDialog::plan()
{
    const Result<Planning> planning = this->planning();
    if (!planning) {
        m_view->showUnplanned({});
        return setMainEnabled(true); // pressed, it says at the field what is missing
    }
    m_view->showPlanning();
    m_request->ask(
        [planning = *planning](const Services &services, Session &session) {
            return named(services, session, planning(services, session));
        },
        [this](const Result<NamedChangePlan> &planned) { takePlan(planned); });
}

void AssignmentActionDialog::takePlan(const Result<NamedChangePlan> &planned)
{
    if (!planned) {
        m_view->showUnplanned({});
        return showFailure(planned.error());
    }
    banner()->dismiss();
    m_lines->setLines(linesOf(*planned, [this](const PlanItem &item) { return grantedText(item); }));
    m_view->showPlan(figuresOf(book(), planned->plan));
    setMainEnabled(planned->plan.isApplicable());
}

QPlainTextEdit *AssignmentActionDialog::addReason(bool optional)
{
    QPlainTextEdit *edit = makeNoteEdit(u"reasonEdit"_s, this);
    FormField *field = m_form->addField(u"reason"_s, tr("Reason"), edit);
    field->setOptional(optional);
    field->setCheck([edit, optional] {
        const QString text = edit->toPlainText().trimmed();
        const auto reason = EndReason::create(text);
        return reason || (optional && text.isEmpty()) ? QString() : reason.error().message;
    });
    return edit;
}

AssignmentsCommand AssignmentActionDialog::command(const QString &reason) const
{
    return {.assignments = m_choice.ids, .mode = m_view->mode(), .reason = reason};
}

void AssignmentActionDialog::submit()
{
    if (!m_form->validate())
        return;
    Result<Work> job = work();
    if (job)
        apply(tr("Working on %Ln assignments …", nullptr, count()), std::move(*job));
    else if (!showRefusal(job.error()))
        showFailure(job.error());
}

bool AssignmentActionDialog::showRefusal(const Error &error)
{
    return m_form->showRefusal(error);
}

} // namespace seatledger
