// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/assignments/pastemembersdialog.h"

#include "ui/common/style/lengths.h"
#include "ui/common/widgets/textlabel.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace seatledger {

using namespace Qt::StringLiterals;

PasteMembersDialog::PasteMembersDialog(BookAccess access, QWidget *parent)
    : DialogFrame(u"pasteMembers"_s, tr("Paste a list"), parent),
      m_book(access),
      m_text(new QPlainTextEdit(this)),
      m_found(new TextLabel({}, TextSize::Body, Tone::TextMuted, this)),
      m_unknown(new QPlainTextEdit(this)),
      m_unknownLabel(new TextLabel({}, TextSize::Body, Tone::Danger, this)),
      m_add(nullptr)
{
    setSubtitle(tr("E-mail addresses or member numbers, one a line or separated by commas."));
    m_text->setObjectName(u"listEdit"_s);
    m_text->setAccessibleName(tr("List of addresses or numbers"));
    m_text->setTabChangesFocus(true);
    m_text->setPlaceholderText(u"ana@example.org\nM-1042\nBo Li <bo@example.org>"_s);
    m_found->setObjectName(u"foundLabel"_s);
    m_unknownLabel->setObjectName(u"unknownLabel"_s);
    m_unknown->setObjectName(u"unknownEdit"_s);
    m_unknown->setAccessibleName(tr("Unknown"));
    m_unknown->setReadOnly(true);
    m_unknown->setTabChangesFocus(true);
    m_unknown->setMaximumHeight(m_unknown->fontMetrics().lineSpacing() * 5);
    body()->addWidget(m_text, 1);
    body()->addWidget(m_found);
    body()->addWidget(m_unknownLabel);
    body()->addWidget(m_unknown);
    addCancelButton();
    m_add = addButton(u"add"_s, tr("Add"), ButtonKind::Primary);
    connect(m_add, &QPushButton::clicked, this, &PasteMembersDialog::choose);
    m_timer.setSingleShot(true);
    m_timer.setInterval(200);
    connect(&m_timer, &QTimer::timeout, this, &PasteMembersDialog::lookUp);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        setMainEnabled(false);
        m_timer.start();
    });
    take(ResolvedPeople{});
    resize(grown(460), grown(440));
    m_text->setFocus();
}

void PasteMembersDialog::setText(const QString &text)
{
    m_text->setPlainText(text);
}

void PasteMembersDialog::lookUp()
{
    const QStringList texts = splitPasted(m_text->toPlainText());
    const int generation = ++m_generation;
    m_book.ask(
        this,
        [texts](const Services &services, Session &session) {
            return resolvePeople(services, session, texts);
        },
        [this, generation](Result<ResolvedPeople> resolved) {
            if (generation == m_generation)
                take(std::move(resolved));
        },
        m_latest.renew());
}

void PasteMembersDialog::take(Result<ResolvedPeople> resolved)
{
    if (!resolved)
        return showFailure(resolved.error());
    m_resolved = std::move(*resolved);
    const auto found = static_cast<int>(m_resolved.people.size());
    const auto unknown = static_cast<int>(m_resolved.unknown.size());
    m_found->setText(found > 0 ? tr("%Ln people found.", nullptr, found) : QString());
    m_found->setVisible(found > 0);
    m_unknownLabel->setText(tr("%Ln unknown; they are left out:", nullptr, unknown));
    m_unknownLabel->setVisible(unknown > 0);
    m_unknown->setPlainText(m_resolved.unknown.join(u'\n'));
    m_unknown->setVisible(unknown > 0);
    setMainEnabled(found > 0);
    m_add->setText(found > 0 ? tr("Add %Ln people", nullptr, found) : tr("Add"));
}

void PasteMembersDialog::choose()
{
    emit peopleChosen(m_resolved.people);
    accept();
}

} // namespace seatledger
