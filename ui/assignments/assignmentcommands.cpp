// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/assignments/assignmentcommands.h"

#include "ui/assignments/assigndialog.h"
#include "ui/assignments/assignmentdialogs.h"
#include "ui/assignments/assignmentseditdialog.h"
#include "ui/book/drafts.h"
#include "ui/common/style/icons.h"
#include "ui/shell/dialogs.h"

#include <QMenu>

#include <algorithm>
#include <iterator>

namespace seatledger {

using namespace Qt::StringLiterals;

AssignmentCommands::AssignmentCommands(BookAccess access, Dialogs &dialogs, QWidget *window)
    : QObject(window), m_book(access), m_dialogs(dialogs), m_window(window)
{}

QDialog *AssignmentCommands::open(OperationDialog *dialog)
{
    connect(dialog, &OperationDialog::applied, this, &AssignmentCommands::applied);
    connect(dialog, &OperationDialog::undone, this, &AssignmentCommands::undone);
    m_dialogs.open(dialog);
    return dialog;
}

QDialog *AssignmentCommands::assign(std::optional<LicenseId> license, const QList<MemberId> &members)
{
    auto *dialog = new AssignDialog(m_book, m_window);
    if (license)
        dialog->setLicense(*license);
    if (!members.isEmpty())
        dialog->addMembers(members);
    QList<qint64> ids;
    std::ranges::transform(members, std::back_inserter(ids), &MemberId::value);
    DraftMark mark = draftOfRows(u"assignments"_s, u"assign"_s, ids);
    mark.arguments.insert(u"license"_s, license ? license->value() : 0);
    markDraft(dialog, mark);
    return open(dialog);
}

QDialog *AssignmentCommands::assignOrWait(std::optional<LicenseId> license)
{
    auto *dialog = new AssignDialog(m_book, m_window);
    dialog->setWaits(true);
    if (license)
        dialog->setLicense(*license);
    return open(dialog);
}

QDialog *AssignmentCommands::revoke(const AssignmentChoice &choice)
{
    return open(new RevokeDialog(m_book, choice, m_window));
}

QDialog *AssignmentCommands::suspend(const AssignmentChoice &choice)
{
    return open(new SuspendDialog(m_book, choice, m_window));
}

QDialog *AssignmentCommands::resume(const AssignmentChoice &choice)
{
    return open(new ResumeDialog(m_book, choice, m_window));
}

QDialog *AssignmentCommands::transfer(const AssignmentChoice &choice)
{
    return open(new TransferDialog(m_book, choice, m_window));
}

QDialog *AssignmentCommands::changePeriod(const AssignmentChoice &choice)
{
    return open(new PeriodDialog(m_book, choice, m_window));
}

QDialog *AssignmentCommands::changeQuantity(const AssignmentChoice &choice)
{
    return open(new QuantityDialog(m_book, choice, m_window));
}

QDialog *AssignmentCommands::edit(const AssignmentChoice &choice)
{
    QList<qint64> ids;
    std::ranges::transform(choice.ids, std::back_inserter(ids), &AssignmentId::value);
    auto *dialog = new AssignmentsEditDialog(m_book, choice, m_window);
    markDraft(dialog, draftOfRows(u"assignments"_s, u"editMany"_s, ids));
    return open(dialog);
}

void AssignmentCommands::popUpMenu(const AssignmentChoice &choice, const QPoint &globalPosition)
{
    auto *menu = new QMenu(m_window);
    menu->setObjectName(u"seatMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    const auto add = [&](const QString &iconName, const QString &text, Action what, auto command) {
        QAction *action = menu->addAction(icon(iconName), text, this,
                                          [this, choice, command] { (this->*command)(choice); });
        m_book.guard(action, what);
    };
    if (choice.state == AssignmentState::Suspended)
        add(u"player-play"_s, tr("Resume …"), Action::Suspend, &AssignmentCommands::resume);
    else
        add(u"player-pause"_s, tr("Suspend …"), Action::Suspend, &AssignmentCommands::suspend);
    add(u"arrows-exchange"_s, tr("Transfer …"), Action::Transfer, &AssignmentCommands::transfer);
    add(u"calendar-event"_s, tr("Change days …"), Action::ChangeAssignments,
        &AssignmentCommands::changePeriod);
    add(u"armchair"_s, tr("Change number of seats …"), Action::ChangeAssignments,
        &AssignmentCommands::changeQuantity);
    menu->addSeparator();
    add(u"ban"_s, tr("Revoke …"), Action::Revoke, &AssignmentCommands::revoke);
    menu->popup(globalPosition);
}

} // namespace seatledger
