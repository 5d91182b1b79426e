// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operators/disabledialog.h"

#include "ui/book/editdialog.h"
#include "ui/book/hindrance.h"
#include "ui/common/widgets/banner.h"
#include "ui/common/widgets/busyoverlay.h"
#include "ui/common/widgets/form.h"
#include "ui/common/widgets/formfield.h"
#include "ui/common/widgets/textlabel.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace seatledger {

using namespace Qt::StringLiterals;

DisableDialog::DisableDialog(BookAccess access, Operator which, int sessions, QWidget *parent)
    : DialogFrame(u"disable"_s, tr("Disable %1?").arg(which.displayName.text()), parent),
      m_book(access),
      m_operator(std::move(which)),
      m_reason(makeNoteEdit(u"reasonEdit"_s, this))
{
    const QString now = sessions > 0
                            ? tr("%n open session(s) end at once, and what is not saved there is lost.",
                                 nullptr, sessions)
                            : tr("Should there be open sessions, they end at once.");
    auto *words = new TextLabel(tr("%1 signs in no more. %2 What %1 did stays on record, and enabling brings "
                                   "everything back.")
                                    .arg(m_operator.login.text(), now),
                                TextSize::Body, Tone::Text, this);
    words->setObjectName(u"consequenceLabel"_s);
    words->setWordWrap(true);
    auto *form = new Form(this);
    form->addField(u"reason"_s, tr("Reason"), m_reason)->setOptional(true);
    body()->addWidget(words);
    body()->addWidget(form);
    addCancelButton();
    QPushButton *disable = addButton(u"disable"_s, tr("Disable"), ButtonKind::Danger);
    connect(disable, &QPushButton::clicked, this, &DisableDialog::apply);
    waitForConnection(this, m_book);
}

void DisableDialog::apply()
{
    banner()->dismiss();
    overlay()->start(tr("Disabling …"), false);
    m_book.ask(
        this,
        [which = m_operator, reason = m_reason->toPlainText().trimmed()](const Services &services,
                                                                         Session &session) {
            return services.operatorService.disable(session, which, reason);
        },
        [this](const Result<Booked<Operator>> &done) {
            overlay()->finish();
            if (!done)
                return showFailure(done.error());
            emit disabled(done->operation.value(),
                          tr("%1 signs in no more.").arg(m_operator.displayName.text()));
            accept();
        });
}

} // namespace seatledger
