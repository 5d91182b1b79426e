// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/undodialog.h"

#include "ui/book/changetext.h"
#include "ui/book/hindrance.h"
#include "ui/common/style/lengths.h"
#include "ui/common/widgets/banner.h"
#include "ui/common/widgets/busyoverlay.h"
#include "ui/common/widgets/entrylist.h"
#include "ui/common/widgets/textlabel.h"

#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr int refusedHeight = 180;

} // namespace

UndoDialog::UndoDialog(BookAccess access, OperationRow operation, QWidget *parent)
    : DialogFrame(u"undo"_s, operation.undoes ? tr("Do this again?") : tr("Undo this operation?"), parent),
      m_book(access),
      m_operation(std::move(operation)),
      m_heading(new TextLabel({}, TextSize::Body, Tone::Text, this)),
      m_plan(new EntryList(this)),
      m_undo(nullptr)
{
    setSubtitle(u"%1 · %2"_s.arg(summaryText(m_operation.kind, m_operation.summary), m_operation.actor));
    m_heading->setObjectName(u"planLabel"_s);
    m_heading->setTextWeight(QFont::Medium);
    m_heading->setWordWrap(true);
    m_plan->setObjectName(u"planList"_s);
    m_plan->setAccessibleName(tr("What it changes"));
    body()->addWidget(m_heading);
    body()->addWidget(m_plan);
    body()->addStretch();
    addCancelButton();
    m_undo = addButton(u"undo"_s, m_operation.undoes ? tr("Do again") : tr("Undo"), ButtonKind::Danger);
    connect(m_undo, &QPushButton::clicked, this, &UndoDialog::apply);
    connect(overlay(), &BusyOverlay::cancelRequested, this, [this] { m_token.cancel(); });
    waitForConnection(this, m_book);
    if (m_book.connection)
        connect(m_book.connection, &ConnectionWatch::restored, this, &UndoDialog::loadPlan);
    loadPlan();
    resize(grown(480), grown(300));
}

void UndoDialog::reject()
{
    m_token.cancel();
    DialogFrame::reject();
}

void UndoDialog::loadPlan()
{
    if (m_operation.changed > mostTried) {
        m_heading->setText(
            tr("All %1 rows go back to what they were. If something stands in the way, nothing "
               "is changed and you are told what it is.")
                .arg(QLocale().toString(m_operation.changed)));
        m_plan->hide();
        m_planned = true;
        return;
    }
    setMainEnabled(false);
    m_heading->setText(tr("Finding out what that changes …"));
    m_book.ask(
        this,
        [id = m_operation.id](const Services &services, Session &session) {
            return services.management.planUndo(session, id);
        },
        [this](const Result<std::vector<OperationPart>> &parts) {
            m_planned = true;
            if (parts)
                showPlan(*parts);
            else
                refuse(parts.error());
        },
        m_token);
}

void UndoDialog::showPlan(const std::vector<OperationPart> &parts)
{
    m_heading->setText(parts.empty() ? tr("That changes nothing.") : tr("As one, all or nothing:"));
    std::vector<Entry> entries;
    for (const OperationPart &part : parts)
        entries.push_back({.title = partText(part), .iconName = entityIcon(part.entity)});
    m_plan->setEntries(std::move(entries));
    setMainEnabled(true);
    m_undo->setFocus();
}

void UndoDialog::apply()
{
    banner()->dismiss();
    m_token = CancelToken::create();
    overlay()->start(tr("Taking it back …"), true);
    m_book.ask(
        this,
        [id = m_operation.id](const Services &services, Session &session) {
            return services.management.undo(session, id);
        },
        [this](const Result<OperationId> &done) {
            overlay()->finish();
            if (!done)
                return refuse(done.error());
            emit undone(done->value(), tr("Taken back: %1").arg(m_operation.summary));
            accept();
        },
        m_token);
}

void UndoDialog::refuse(const Error &error)
{
    if (error.code == ErrorCode::Cancelled)
        return;
    if (error.code == ErrorCode::Offline) // says nothing about the operation
        return showFailure(error);
    m_heading->setText(tr("It cannot be taken back:"));
    m_plan->setEntries({});
    m_plan->hide();
    setMainEnabled(false);
    resize(width(), grown(refusedHeight)); // no list any more that needs the room
    showFailure(error);
}

} // namespace seatledger
