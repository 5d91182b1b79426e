// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/book/operationdialog.h"

#include "ui/book/hindrance.h"
#include "ui/book/people.h"
#include "ui/common/widgets/banner.h"
#include "ui/common/widgets/busyoverlay.h"
#include "ui/common/widgets/entrylist.h"
#include "ui/common/widgets/iconlabel.h"
#include "ui/common/widgets/textlabel.h"
#include "ui/common/wording.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t listedLeftOut = 500;

std::vector<Entry> entriesOf(const std::vector<LeftOut> &leftOut, const QHash<MemberId, QString> &names)
{
    std::vector<Entry> entries;
    for (const LeftOut &one : leftOut) {
        if (entries.size() == listedLeftOut)
            break;
        entries.push_back({.id = one.member.value(),
                           .title = names.value(one.member),
                           .detail = one.refusal.sentence(),
                           .iconName = u"user"_s});
    }
    return entries;
}

} // namespace

struct OperationDialog::Applied {
    OperationOutcome outcome;
    QHash<MemberId, QString> names; ///< of those left out
};

OperationDialog::OperationDialog(BookAccess access, const QString &name, const QString &title,
                                 const QString &doText, ButtonKind kind, QWidget *parent)
    : DialogFrame(name, title, parent),
      m_book(access),
      m_stack(new QStackedWidget(this)),
      m_questions(nullptr),
      m_result(new QWidget(this)),
      m_undo(addButton(u"undo"_s, tr("Undo"), ButtonKind::Normal)),
      m_cancel(addCancelButton()),
      m_close(addButton(u"close"_s, tr("Close"), ButtonKind::Normal)),
      m_do(addButton(u"apply"_s, doText, kind))
{
    auto *questionPage = new QWidget(m_stack);
    m_questions = new QVBoxLayout(questionPage);
    m_questions->setContentsMargins(0, 0, 0, 0);
    m_questions->setSpacing(space(Space::M));
    buildResult();
    m_stack->addWidget(questionPage);
    m_result->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored); // no room for it until it is shown
    m_stack->addWidget(m_result);
    body()->addWidget(m_stack);
    m_undo->hide();
    m_close->hide();
    connect(m_do, &QPushButton::clicked, this, [this] { submit(); });
    connect(m_undo, &QPushButton::clicked, this, &OperationDialog::undo);
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    connect(overlay(), &BusyOverlay::cancelRequested, this, [this] { m_token.cancel(); });
    waitForConnection(this, m_book);
}

void OperationDialog::buildResult()
{
    m_headline = new TextLabel({}, TextSize::Heading, Tone::Text, m_result);
    m_headline->setObjectName(u"resultLabel"_s);
    m_headline->setWordWrap(true);
    m_leftOutLabel = new TextLabel({}, TextSize::Body, Tone::TextMuted, m_result);
    m_leftOutLabel->setObjectName(u"leftOutLabel"_s);
    m_leftOut = new EntryList(m_result);
    m_leftOut->setObjectName(u"leftOutList"_s);
    m_leftOut->setAccessibleName(tr("Left out"));
    auto *area = new QScrollArea(m_result);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus); // what is inside has the keyboard, and is scrolled to
    area->setFrameShape(QFrame::NoFrame);
    area->setWidget(m_leftOut);
    m_leftOutArea = area;
    auto *icon = new IconLabel(u"circle-check"_s, 32, Tone::Success, m_result);
    icon->setPatch(Tone::SuccessSoft);
    auto *line = new QHBoxLayout;
    line->setSpacing(space(Space::M));
    line->addWidget(icon);
    line->addWidget(m_headline, 1);
    auto *layout = new QVBoxLayout(m_result);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space(Space::M));
    layout->addLayout(line);
    layout->addWidget(m_leftOutLabel);
    layout->addWidget(area, 1);
}

void OperationDialog::addToResult(QWidget *widget)
{
    m_result->layout()->addWidget(widget);
    m_showsResult = true;
}

void OperationDialog::reject()
{
    m_token.cancel();
    DialogFrame::reject();
}

bool OperationDialog::showRefusal(const Error &)
{
    return false;
}

void OperationDialog::apply(const QString &runningText, Work work)
{
    banner()->dismiss();
    m_token = CancelToken::create();
    overlay()->start(runningText, true);
    m_book.ask(
        this,
        [work = std::move(work)](const Services &services, Session &session) -> Result<Applied> {
            auto outcome = work(services, session);
            if (!outcome)
                return std::unexpected(std::move(outcome).error());
            Applied applied{std::move(*outcome), {}};
            QList<MemberId> left;
            for (const LeftOut &one : applied.outcome.leftOut)
                left.append(one.member);
            if (const auto people = peopleOf(services, session, left)) {
                for (const Person &person : *people)
                    applied.names.insert(person.id, person.name);
            }
            return applied;
        },
        [this](Result<Applied> applied) { takeApplied(std::move(applied)); }, m_token);
}

void OperationDialog::takeApplied(Result<Applied> applied)
{
    overlay()->finish();
    if (!applied) {
        if (!showRefusal(applied.error()))
            showFailure(applied.error());
        return;
    }
    m_operation = applied->outcome.operation.value();
    emit this->applied(m_operation, summaryOf(applied->outcome));
    if (applied->outcome.leftOut.empty() && !m_showsResult)
        return accept();
    showResult(*applied);
}

QString OperationDialog::summaryOf(const OperationOutcome &outcome) const
{
    QStringList parts{doneText(outcome)};
    if (outcome.waiting > 0)
        parts += tr("%Ln people are on the waiting list.", nullptr, static_cast<int>(outcome.waiting));
    if (outcome.served > 0)
        parts += tr("%Ln people who waited got a seat.", nullptr, static_cast<int>(outcome.served));
    return inOneLine(parts);
}

void OperationDialog::showResult(const Applied &applied)
{
    setSubtitle({});
    m_headline->setText(summaryOf(applied.outcome));
    const auto count = static_cast<int>(applied.outcome.leftOut.size());
    m_leftOutLabel->setText(tr("%Ln left out:", nullptr, count));
    m_leftOutLabel->setVisible(count > 0);
    m_leftOutArea->setVisible(count > 0);
    m_leftOut->setEntries(entriesOf(applied.outcome.leftOut, applied.names));
    m_result->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    m_stack->setCurrentWidget(m_result);
    resize(size().expandedTo(sizeHint()));
    m_do->hide();
    m_cancel->hide();
    m_undo->show();
    const QString refusal = m_book.refusalOf(Action::Undo);
    m_undo->setEnabled(refusal.isEmpty());
    m_undo->setToolTip(refusal);
    m_close->show();
    m_close->setFocus();
}

void OperationDialog::undo()
{
    overlay()->start(tr("Taking it back …"), false);
    m_book.ask(
        this,
        [operation = *OperationId::fromValue(m_operation)](const Services &services, Session &session) {
            return services.management.undo(session, operation);
        },
        [this](const Result<OperationId> &undo) { takeUndone(undo); });
}

void OperationDialog::takeUndone(const Result<OperationId> &undo)
{
    overlay()->finish();
    if (!undo)
        return showFailure(undo.error());
    emit undone(m_operation);
    accept();
}

} // namespace seatledger
