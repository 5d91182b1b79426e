// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reviews/reviewdialogs.h"

#include "ui/book/dayfield.h"
#include "ui/book/departmentbox.h"
#include "ui/book/editdialog.h"
#include "ui/book/searches.h"
#include "ui/common/widgets/form.h"
#include "ui/common/widgets/formfield.h"
#include "ui/common/widgets/keyvalueform.h"

#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace seatledger {

using namespace Qt::StringLiterals;

NewReviewDialog::NewReviewDialog(BookAccess access, QWidget *parent)
    : OperationDialog(access, u"review"_s, tr("New access review"), tr("Begin review"), ButtonKind::Primary,
                      parent),
      m_form(new Form(this)),
      m_name(new QLineEdit(this)),
      m_department(new DepartmentBox(access, tr("Everybody"), this)),
      m_license(new PickerField(licenseSearch(access), this)),
      m_due(makeDayField(access, u"dueDateField"_s, tr("No day"), this)),
      m_created(std::make_shared<qint64>(0))
{
    setSubtitle(
        tr("Who holds which seats now is written down as a list. Managers decide for their own people "
           "who keeps them; at the end all revocations are carried out as one."));
    m_name->setObjectName(u"nameEdit"_s);
    m_name->setText(tr("Review of %1").arg(displayDay(access.today())));
    m_license->setObjectName(u"licensePicker"_s);
    m_license->setPlaceholderText(tr("All licences"));
    m_department->setObjectName(u"departmentComboBox"_s);
    m_form->addField(u"name"_s, tr("Name"), m_name)->setCheck([this] {
        const auto name = Name::create(m_name->text());
        return name ? QString() : name.error().message;
    });
    m_form->addPair(u"department"_s, tr("Department"), m_department, u"license"_s, tr("Licence"), m_license);
    m_form->addField(u"due"_s, tr("To be decided by"), m_due);
    questions()->addWidget(m_form);
    questions()->addStretch();
    connect(this, &OperationDialog::applied, this, [this] { emit created(*m_created); });
    m_name->selectAll();
    m_name->setFocus();
    resize(560, 420);
}

void NewReviewDialog::submit()
{
    const auto name = Name::create(m_name->text());
    if (!name) {
        m_form->field(u"name"_s)->recheck();
        return;
    }
    ReviewFields fields{.name = *name, .department = m_department->department(), .dueOn = m_due->date()};
    if (m_license->current())
        fields.license = LicenseId::fromValue(m_license->current()->id);
    apply(tr("Writing down who holds what …"),
          [fields, created = m_created](const Services &services,
                                        Session &session) -> Result<OperationOutcome> {
              const auto made = services.reviewService.create(session, fields);
              if (!made)
                  return std::unexpected(made.error());
              *created = made->value.review.id.value();
              return OperationOutcome{.operation = made->operation, .changed = made->value.progress.items};
          });
}

QString NewReviewDialog::doneText(const OperationOutcome &outcome) const
{
    return tr("%Ln seats are to be reviewed.", nullptr, static_cast<int>(outcome.changed));
}

bool NewReviewDialog::showRefusal(const Error &error)
{
    return m_form->showRefusal(error);
}

DecideDialog::DecideDialog(BookAccess access, QList<ReviewItemId> items, ReviewDecision decision,
                           QWidget *parent)
    : OperationDialog(access, u"decide"_s,
                      decision == ReviewDecision::Revoke ? tr("Revoke at the end of the review")
                                                         : tr("Decide anew"),
                      decision == ReviewDecision::Revoke ? tr("Decide to revoke") : tr("Decide"),
                      decision == ReviewDecision::Revoke ? ButtonKind::Danger : ButtonKind::Primary, parent),
      m_items(std::move(items)),
      m_decision(decision),
      m_note(makeNoteEdit(u"noteEdit"_s, this))
{
    setSubtitle(tr("%Ln seats: nothing is revoked before the review is carried out.", nullptr,
                   static_cast<int>(m_items.size())));
    auto *form = new Form(this);
    form->addField(u"note"_s, tr("Note"), m_note)->setOptional(true);
    questions()->addWidget(form);
    questions()->addStretch();
    m_note->setFocus();
    resize(480, 280);
}

void DecideDialog::submit()
{
    apply(tr("Writing it down …"),
          [command = ReviewCommand{m_items, m_decision, m_note->toPlainText().trimmed()}](
              const Services &services, Session &session) {
              return services.reviewService.decide(session, command);
          });
}

QString DecideDialog::doneText(const OperationOutcome &outcome) const
{
    return tr("Decided about %Ln seats.", nullptr, static_cast<int>(outcome.changed));
}

ExecuteReviewDialog::ExecuteReviewDialog(BookAccess access, ReviewRow review, QWidget *parent)
    : OperationDialog(access, u"execute"_s, tr("Carry out “%1”").arg(review.review.name.text()),
                      tr("Carry out"), ButtonKind::Danger, parent),
      m_review(std::move(review))
{
    const ReviewProgress &progress = m_review.progress;
    setSubtitle(
        tr("The review is closed and all its revocations are done as one. One undo takes back both."));
    auto *figures = new KeyValueForm(this);
    const QLocale locale;
    figures->setValue(u"revoke"_s, tr("To be revoked"), locale.toString(progress.revoke));
    figures->setValue(u"keep"_s, tr("Kept"), locale.toString(progress.keep));
    figures->setValue(u"open"_s, tr("Undecided"),
                      progress.open > 0 ? tr("%1, which are kept").arg(locale.toString(progress.open))
                                        : tr("none"));
    figures->setValue(u"changed"_s, tr("Changed since the list was made"), locale.toString(progress.changed));
    figures->setValue(u"since"_s, tr("Seats given since"),
                      progress.since > 0
                          ? tr("%1, which nobody reviewed").arg(locale.toString(progress.since))
                          : tr("none"));
    questions()->addWidget(figures);
    questions()->addStretch();
    if (progress.revoke > 0)
        doButton()->setText(tr("Revoke %Ln seats", nullptr, static_cast<int>(progress.revoke)));
    resize(500, 340);
}

void ExecuteReviewDialog::submit()
{
    apply(tr("Revoking seats …"), [id = m_review.review.id](const Services &services, Session &session) {
        return services.reviewService.execute(session, id);
    });
}

QString ExecuteReviewDialog::doneText(const OperationOutcome &outcome) const
{
    return tr("The review is carried out; %Ln seats were revoked.", nullptr,
              static_cast<int>(outcome.changed));
}

} // namespace seatledger
