// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notices/whydialog.h"

#include "ui/common/manualsubject.h"
#include "ui/common/widgets/iconlabel.h"
#include "ui/common/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr int iconSize = 18;
constexpr int widthInLetters = 84;

struct Look {
    QString icon;
    Tone tone;
};

/// What keeps a notice from somebody is set off from what is as it should be.
Look lookOf(const NoticeReason &reason)
{
    static const QStringList hindrances{u"notices_off"_s,     u"mail_off"_s, u"not_in_use"_s,
                                        u"owner_departed"_s,  u"no_owner"_s, u"departed_nobody"_s,
                                        u"no_owner_nobody"_s, u"no_leads"_s};
    const QString mail = reason.facts.value("mail"_L1).toString();
    if (mail == "failed"_L1 || !reason.facts.value("failure"_L1).toString().isEmpty())
        return {u"alert-circle"_s, Tone::Danger};
    if (hindrances.contains(reason.reason))
        return {u"alert-triangle"_s, Tone::Warning};
    if (reason.reason == "told"_L1)
        return {u"check"_s, Tone::Success};
    return {u"info-circle"_s, Tone::TextMuted};
}

} // namespace

WhyDialog::WhyDialog(BookAccess access, LicenseId license, const QString &name, QWidget *parent)
    : DialogFrame(u"why"_s, tr("Why no notice?"), parent), m_book(access)
{
    setSubtitle(name);
    setManualSubject(this, u"notifications"_s);
    connect(addButton(u"close"_s, tr("Close"), ButtonKind::Primary), &QPushButton::clicked, this,
            &QDialog::accept);
    setMinimumWidth(fontMetrics().averageCharWidth() * widthInLetters);
    m_book.ask(
        this,
        [license](const Services &services, Session &session) {
            return services.noticeService.explain(session, license);
        },
        [this](const Result<NoticeExplanation> &explanation) {
            m_isSettled = true;
            if (explanation)
                show(*explanation);
            else
                showFailure(explanation.error());
        });
}

void WhyDialog::show(const NoticeExplanation &explanation)
{
    for (std::size_t i = 0; i < explanation.reasons.size(); ++i) {
        const Look look = lookOf(explanation.reasons[i]);
        auto *sentence = new TextLabel(explanation.sentences[static_cast<qsizetype>(i)], TextSize::Body,
                                       Tone::Text, this);
        sentence->setWordWrap(true);
        sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
        auto *line = new QHBoxLayout;
        line->setSpacing(space(Space::S));
        line->addWidget(new IconLabel(look.icon, iconSize, look.tone, this), 0, Qt::AlignTop);
        line->addWidget(sentence, 1);
        body()->addLayout(line);
    }
    adjustSize();
}

} // namespace seatledger
