// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/assignments/assignmentdialogs.h"

#include "ui/book/countfield.h"
#include "ui/book/dayfield.h"
#include "ui/book/searches.h"
#include "ui/common/widgets/form.h"
#include "ui/common/widgets/formfield.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

int changed(const OperationOutcome &outcome)
{
    return static_cast<int>(outcome.changed);
}

} // namespace

RevokeDialog::RevokeDialog(BookAccess access, AssignmentChoice choice, QWidget *parent)
    : AssignmentActionDialog(access, u"revoke"_s, tr("Revoke"), tr("Revoke"), ButtonKind::Danger,
                             std::move(choice), parent),
      m_reason(addReason(false))
{
    setSubtitle(tr("The assignments end today and their seats are free again. They stay in the book."));
    doButton()->setText(tr("Revoke %Ln assignments", nullptr, count()));
    m_reason->setFocus();
}

Result<AssignmentActionDialog::Planning> RevokeDialog::planning() const
{
    return [command = command()](const Services &services, Session &session) {
        return services.management.planRevoke(session, command);
    };
}

QString RevokeDialog::grantedText(const PlanItem &) const
{
    return tr("Ends today");
}

Result<OperationDialog::Work> RevokeDialog::work() const
{
    return
        [command = command(m_reason->toPlainText().trimmed())](const Services &services, Session &session) {
            return services.management.revoke(session, command);
        };
}

QString RevokeDialog::doneText(const OperationOutcome &outcome) const
{
    return tr("%Ln assignments were revoked.", nullptr, changed(outcome));
}

SuspendDialog::SuspendDialog(BookAccess access, AssignmentChoice choice, QWidget *parent)
    : AssignmentActionDialog(access, u"suspend"_s, tr("Suspend"), tr("Suspend"), ButtonKind::Primary,
                             std::move(choice), parent),
      m_keep(new QRadioButton(tr("Keep the seat for them"), this)),
      m_release(new QRadioButton(tr("Release the seat; resuming then needs a free one"), this)),
      m_until(makeDayField(access, u"untilDateField"_s, tr("Until resumed"), this)),
      m_reason(nullptr)
{
    m_keep->setObjectName(u"keepRadioButton"_s);
    m_release->setObjectName(u"releaseRadioButton"_s);
    m_keep->setChecked(true);
    auto *choices = new QWidget(this);
    auto *layout = new QVBoxLayout(choices);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_keep);
    layout->addWidget(m_release);
    form()->addField(u"seat"_s, tr("Meanwhile"), choices);
    form()->addField(u"until"_s, tr("Active again on"), m_until)->setCheck([this] {
        const auto until = m_until->date();
        return until && *until <= book().today() ? tr("This must be a day to come.") : QString();
    });
    m_reason = addReason(true);
    connect(m_release, &QRadioButton::toggled, this, &SuspendDialog::schedulePlan);
    connect(m_until, &DateField::changed, this, &SuspendDialog::schedulePlan);
}

SuspensionTerms SuspendDialog::terms() const
{
    return {.releaseSeat = m_release->isChecked(), .until = m_until->date()};
}

Result<AssignmentActionDialog::Planning> SuspendDialog::planning() const
{
    return [command = command(), terms = terms()](const Services &services, Session &session) {
        return services.management.planSuspend(session, command, terms);
    };
}

QString SuspendDialog::grantedText(const PlanItem &) const
{
    return m_release->isChecked() ? tr("Suspended, seat released") : tr("Suspended, seat kept");
}

Result<OperationDialog::Work> SuspendDialog::work() const
{
    return [command = command(m_reason->toPlainText().trimmed()), terms = terms()](const Services &services,
                                                                                   Session &session) {
        return services.management.suspend(session, command, terms);
    };
}

QString SuspendDialog::doneText(const OperationOutcome &outcome) const
{
    return tr("%Ln assignments were suspended.", nullptr, changed(outcome));
}

ResumeDialog::ResumeDialog(BookAccess access, AssignmentChoice choice, QWidget *parent)
    : AssignmentActionDialog(access, u"resume"_s, tr("Resume"), tr("Resume"), ButtonKind::Primary,
                             std::move(choice), parent)
{
    setSubtitle(tr("Where the seat was released, a free one is needed."));
}

Result<AssignmentActionDialog::Planning> ResumeDialog::planning() const
{
    return [command = command()](const Services &services, Session &session) {
        return services.management.planResume(session, command);
    };
}

QString ResumeDialog::grantedText(const PlanItem &item) const
{
    return displayText(item.change.after->state);
}

Result<OperationDialog::Work> ResumeDialog::work() const
{
    return [command = command()](const Services &services, Session &session) {
        return services.management.resume(session, command);
    };
}

QString ResumeDialog::doneText(const OperationOutcome &outcome) const
{
    return tr("%Ln assignments were resumed.", nullptr, changed(outcome));
}

TransferDialog::TransferDialog(BookAccess access, AssignmentChoice choice, QWidget *parent)
    : AssignmentActionDialog(access, u"transfer"_s, tr("Transfer"), tr("Transfer"), ButtonKind::Primary,
                             std::move(choice), parent),
      m_to(new PickerField(memberSearch(access), this)),
      m_reason(nullptr)
{
    setSubtitle(
        tr("The seats go to somebody else for the rest of their days, without being free in between."));
    m_to->setObjectName(u"toPicker"_s);
    m_to->setPlaceholderText(tr("Name, number or e-mail"));
    FormField *field = form()->addField(u"to"_s, tr("To"), m_to);
    field->setCheck([this] { return m_to->current() ? QString() : tr("Pick a member from the list."); });
    connect(m_to, &PickerField::currentChanged, field, &FormField::recheck);
    connect(m_to, &PickerField::currentChanged, this, &TransferDialog::schedulePlan);
    m_reason = addReason(true);
    m_to->setFocus();
}

Result<MemberId> TransferDialog::receiver() const
{
    const auto to = m_to->current() ? MemberId::fromValue(m_to->current()->id) : std::nullopt;
    if (!to)
        return failure(ErrorCode::InvalidInput, tr("Pick a member from the list."), {{"field"_L1, u"to"_s}});
    return *to;
}

Result<AssignmentActionDialog::Planning> TransferDialog::planning() const
{
    const Result<MemberId> to = receiver();
    if (!to)
        return std::unexpected(to.error());
    return [command = command(), to = *to](const Services &services, Session &session) {
        return services.management.planTransfer(session, command, to);
    };
}

QString TransferDialog::grantedText(const PlanItem &) const
{
    return tr("Goes to %1").arg(m_to->current() ? m_to->current()->title : QString());
}

Result<OperationDialog::Work> TransferDialog::work() const
{
    const Result<MemberId> to = receiver();
    if (!to)
        return std::unexpected(to.error());
    return [command = command(m_reason->toPlainText().trimmed()), to = *to](const Services &services,
                                                                            Session &session) {
        return services.management.transfer(session, command, to);
    };
}

QString TransferDialog::doneText(const OperationOutcome &outcome) const
{
    const QString to = m_to->current() ? m_to->current()->title : QString();
    return tr("%Ln assignments went to %1.", nullptr, changed(outcome)).arg(to);
}

PeriodDialog::PeriodDialog(BookAccess access, const AssignmentChoice &choice, QWidget *parent)
    : AssignmentActionDialog(access, u"period"_s, tr("Change days"), tr("Change days"), ButtonKind::Primary,
                             choice, parent),
      m_firstDay(makeDayField(access, u"firstDayDateField"_s, {}, this)),
      m_lastDay(makeDayField(access, u"lastDayDateField"_s, tr("Until revoked"), this))
{
    if (choice.period) {
        m_firstDay->setDate(choice.period->firstDay());
        m_lastDay->setDate(choice.period->lastDay());
    }
    FormField *last =
        form()->addPair(u"first_day"_s, tr("From"), m_firstDay, u"last_day"_s, tr("Until"), m_lastDay).second;
    last->setCheck([this] {
        const Result<Period> checked = period();
        return checked ? QString() : checked.error().message;
    });
    connect(m_firstDay, &DateField::changed, last, &FormField::recheck);
    connect(m_firstDay, &DateField::changed, this, &PeriodDialog::schedulePlan);
    connect(m_lastDay, &DateField::changed, this, &PeriodDialog::schedulePlan);
}

Result<Period> PeriodDialog::period() const
{
    return Period::create(m_firstDay->date().value_or(QDate()), m_lastDay->date());
}

Result<AssignmentActionDialog::Planning> PeriodDialog::planning() const
{
    const Result<Period> period = this->period();
    if (!period)
        return std::unexpected(period.error());
    return [command = command(), period = *period](const Services &services, Session &session) {
        return services.management.planChangePeriod(session, command, period);
    };
}

QString PeriodDialog::grantedText(const PlanItem &item) const
{
    return item.change.after->period.displayText();
}

Result<OperationDialog::Work> PeriodDialog::work() const
{
    const Result<Period> period = this->period();
    if (!period)
        return std::unexpected(period.error());
    return [command = command(), period = *period](const Services &services, Session &session) {
        return services.management.changePeriod(session, command, period);
    };
}

QString PeriodDialog::doneText(const OperationOutcome &outcome) const
{
    return tr("%Ln assignments have other days now.", nullptr, changed(outcome));
}

QuantityDialog::QuantityDialog(BookAccess access, const AssignmentChoice &choice, QWidget *parent)
    : AssignmentActionDialog(access, u"quantity"_s, tr("Change number of seats"), tr("Change seats"),
                             ButtonKind::Primary, choice, parent),
      m_quantity(new CountField(Quantity::minimum, Quantity::maximum, {}, this))
{
    m_quantity->setObjectName(u"quantityCountField"_s);
    m_quantity->setCount(choice.quantity.value_or(1));
    form()->addField(u"quantity"_s, tr("Seats for each"), m_quantity);
    connect(m_quantity, &CountField::changed, this, &QuantityDialog::schedulePlan);
    m_quantity->setFocus();
}

Result<Quantity> QuantityDialog::quantity() const
{
    return Quantity::create(m_quantity->count().value_or(0));
}

Result<AssignmentActionDialog::Planning> QuantityDialog::planning() const
{
    const Result<Quantity> quantity = this->quantity();
    if (!quantity)
        return std::unexpected(quantity.error());
    return [command = command(), quantity = *quantity](const Services &services, Session &session) {
        return services.management.planChangeQuantity(session, command, quantity);
    };
}

QString QuantityDialog::grantedText(const PlanItem &item) const
{
    return tr("%Ln seats", nullptr, item.change.after->quantity.value());
}

Result<OperationDialog::Work> QuantityDialog::work() const
{
    const Result<Quantity> quantity = this->quantity();
    if (!quantity)
        return std::unexpected(quantity.error());
    return [command = command(), quantity = *quantity](const Services &services, Session &session) {
        return services.management.changeQuantity(session, command, quantity);
    };
}

QString QuantityDialog::doneText(const OperationOutcome &outcome) const
{
    return tr("%Ln assignments have another number of seats now.", nullptr, changed(outcome));
}

} // namespace seatledger
