// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tokens/secretdialog.h"

#include "core/services/tokenapplicationservice.h"
#include "ui/common/secretclipboard.h"
#include "ui/common/style/icons.h"
#include "ui/common/style/lengths.h"
#include "ui/common/widgets/banner.h"
#include "ui/common/widgets/form.h"
#include "ui/common/widgets/formfield.h"

#include <QFontDatabase>
#include <QFontMetrics>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace seatledger {

using namespace Qt::StringLiterals;

SecretDialog::SecretDialog(const NewToken &token, SecretClipboard &copied, QWidget *parent)
    : DialogFrame(u"secret"_s, tr("The token “%1”").arg(token.token.name), parent),
      m_clipboard(copied),
      m_secret(new QLineEdit(token.secret.text(), this)),
      m_done(nullptr)
{
    setSubtitle(
        tr("This is the only time that it is shown: the book keeps nothing it could be shown from. Put "
           "it where the program reads it that is to act as %1.")
            .arg(token.token.ownerLogin));
    m_secret->setObjectName(u"secretEdit"_s);
    m_secret->setReadOnly(true);
    m_secret->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_secret->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    m_secret->setMinimumWidth(QFontMetrics(m_secret->font()).horizontalAdvance(m_secret->text())
                              + 2 * space(Space::L));
    m_secret->setCursorPosition(0);
    auto *form = new Form(this);
    form->addField(u"secret"_s, tr("Token"), m_secret)
        ->setHint(tr("Whoever has it acts as its owner. Do not send it by mail."));
    body()->addWidget(form);
    auto *copy = addButton(u"copy"_s, tr("Copy"), ButtonKind::Primary);
    copy->setIcon(icon(u"copy"_s, Tone::OnAccent));
    m_done = addButton(u"done"_s, tr("Done"), ButtonKind::Normal);
    connect(copy, &QPushButton::clicked, this, &SecretDialog::copy);
    connect(m_done, &QPushButton::clicked, this, &SecretDialog::reject);
    m_secret->setFocus();
    m_secret->selectAll();
}

void SecretDialog::copy()
{
    m_clipboard.copy(m_secret->text());
    m_wasCopied = true;
    m_done->setText(tr("Done"));
    banner()->present(Banner::Kind::Success, tr("Copied. The clipboard is cleared in two minutes."));
    emit copied();
}

void SecretDialog::reject()
{
    if (m_wasCopied || m_wasWarned) {
        m_secret->clear();
        return DialogFrame::reject();
    }
    m_wasWarned = true;
    m_done->setText(tr("Close anyway"));
    banner()->present(Banner::Kind::Warning,
                      tr("It was not copied, and cannot be shown again. Revoke it if nobody has it."));
}

} // namespace seatledger
