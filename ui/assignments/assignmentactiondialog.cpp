// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/assignments/assignmentactiondialog.h"

#include "core/domain/text.h"
#include "ui/book/editdialog.h"
#include "ui/common/widgets/form.h"
#include "ui/common/widgets/formfield.h"

#include <QCheckBox>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t examplesShown = 4;

} // namespace

AssignmentActionDialog::AssignmentActionDialog(BookAccess access, const QString &name, const QString &title,
                                               const QString &doText, ButtonKind kind,
                                               AssignmentChoice choice, QWidget *parent)
    : OperationDialog(access, name, title, doText, kind, parent),
      m_choice(std::move(choice)),
      m_examples(new EntryList(this)),
      m_form(new Form(this)),
      m_partial(new QCheckBox(tr("Leave out those it is not possible for"), this))
{
    m_examples->setObjectName(u"choiceList"_s);
    m_examples->setAccessibleName(tr("Selected assignments"));
    m_partial->setObjectName(u"partialCheckBox"_s);
    m_partial->setVisible(count() > 1);
    showChoice();
    questions()->addWidget(m_examples);
    questions()->addWidget(m_form);
    questions()->addWidget(m_partial);
    questions()->addStretch();
    setMinimumWidth(480);
}

void AssignmentActionDialog::showChoice()
{
    std::vector<Entry> shown;
    for (const Entry &example : m_choice.examples) {
        if (shown.size() == examplesShown)
            break;
        shown.push_back(example);
    }
    const int others = count() - static_cast<int>(shown.size());
    if (others > 0)
        shown.push_back({.title = shown.empty() ? tr("%Ln assignments", nullptr, others)
                                                : tr("and %Ln more", nullptr, others),
                         .iconName = u"dots"_s});
    m_examples->setEntries(std::move(shown));
    m_examples->setFocusPolicy(Qt::NoFocus);
    m_examples->setSelectionMode(QAbstractItemView::NoSelection);
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
    return {.assignments = m_choice.ids,
            .mode = m_partial->isChecked() ? PlanMode::Partial : PlanMode::AllOrNothing,
            .reason = reason};
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
