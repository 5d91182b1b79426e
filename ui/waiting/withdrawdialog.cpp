// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/waiting/withdrawdialog.h"

#include "ui/book/editdialog.h"
#include "ui/common/widgets/form.h"
#include "ui/common/widgets/formfield.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace seatledger {

using namespace Qt::StringLiterals;

WithdrawDialog::WithdrawDialog(BookAccess access, QList<WaitingEntryId> entries, QWidget *parent)
    : OperationDialog(access, u"withdraw"_s, tr("Take off the waiting list"), tr("Take off the list"),
                      ButtonKind::Danger, parent),
      m_entries(std::move(entries)),
      m_form(new Form(this)),
      m_reason(makeNoteEdit(u"reasonEdit"_s, this))
{
    setSubtitle(tr("%Ln people wait no longer. One undo puts them back in their places.", nullptr,
                   static_cast<int>(m_entries.size())));
    m_form->addField(u"reason"_s, tr("Reason"), m_reason)->setCheck([this] {
        const auto reason = EndReason::create(m_reason->toPlainText());
        return reason ? QString() : reason.error().message;
    });
    questions()->addWidget(m_form);
    questions()->addStretch();
    m_reason->setFocus();
    resize(480, 280);
}

void WithdrawDialog::submit()
{
    apply(tr("Taking them off the list …"), [entries = m_entries, reason = m_reason->toPlainText().trimmed()](
                                                const Services &services, Session &session) {
        return services.waitingList.withdraw(session, entries, reason);
    });
}

QString WithdrawDialog::doneText(const OperationOutcome &outcome) const
{
    return tr("%Ln people were taken off the waiting list.", nullptr, static_cast<int>(outcome.changed));
}

bool WithdrawDialog::showRefusal(const Error &error)
{
    return m_form->showRefusal(error);
}

} // namespace seatledger
