// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/assignments/assignmentpanel.h"

#include "ui/book/badges.h"
#include "ui/book/historyentries.h"
#include "ui/common/widgets/entrylist.h"
#include "ui/common/widgets/keyvalueform.h"
#include "ui/common/widgets/panelsection.h"
#include "ui/common/widgets/sidepanel.h"

#include <QLocale>
#include <QSet>

#include <map>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

/// The operation that assigned a seat; none for who did not do it and may not read what others do.
Result<std::optional<Operation>> readOperation(const Services &services, Session &session, OperationId id)
{
    auto operation = services.operations.find(session, id);
    if (operation)
        return std::optional(std::move(*operation));
    if (operation.error().code == ErrorCode::NotFound)
        return std::optional<Operation>();
    return std::unexpected(std::move(operation).error());
}

} // namespace

struct AssignmentPanel::Contents {
    Assignment assignment;
    Member member;
    License license;
    std::optional<Operation> operation;
    std::optional<QDateTime> lastUse;
    History history;
};

struct AssignmentPanel::Totals {
    qint64 assignments = 0;
    qint64 seats = 0;
    qint64 people = 0;
    qint64 licenses = 0;
    std::map<AssignmentState, qint64> states;
};

AssignmentPanel::AssignmentPanel(BookAccess access, QWidget *parent)
    : SelectionPanel(access, u"assignment"_s, parent),
      m_details(new KeyValueForm(this)),
      m_history(new EntryList(this)),
      m_totals(new KeyValueForm(this))
{
    m_history->setObjectName(u"historyList"_s);
    m_history->setAccessibleName(tr("History"));
    connect(m_history, &EntryList::entryActivated, this, &AssignmentPanel::operationActivated);
    panel()->addWidget(m_totals);
    addSection(u"details"_s, tr("Details"), m_details);
    addSection(u"history"_s, tr("History"), m_history);
}

void AssignmentPanel::showNothing()
{
    panel()->showEmpty(u"armchair"_s, tr("Nothing selected"),
                       tr("Select an assignment to see its details and history."));
}

void AssignmentPanel::loadOne(qint64 value)
{
    const auto read = [id = *AssignmentId::fromValue(value), readsAudit = book().may(Action::ReadAudit)](
                          const Services &services, Session &session) -> Result<Contents> {
        const auto assignment = services.assignments.find(session, id);
        if (!assignment)
            return std::unexpected(assignment.error());
        const auto member = services.members.find(session, assignment->member);
        if (!member)
            return std::unexpected(member.error());
        const auto license = services.licenses.find(session, assignment->license);
        if (!license)
            return std::unexpected(license.error());
        const auto operation = readOperation(services, session, assignment->operation);
        if (!operation)
            return std::unexpected(operation.error());
        const auto lastUse = services.assignments.lastUse(session, id);
        if (!lastUse)
            return std::unexpected(lastUse.error());
        auto history = readHistory(services, session, {.assignment = id}, readsAudit);
        if (!history)
            return std::unexpected(std::move(history).error());
        return Contents{*assignment, *member, *license, *operation, *lastUse, std::move(*history)};
    };
    load(read, [this](const Contents &contents) { showAssignment(contents); });
}

void AssignmentPanel::showAssignment(const Contents &contents)
{
    const Assignment &assignment = contents.assignment;
    const auto day = [](std::optional<QDate> value) { return value ? displayDay(*value) : QString(); };
    panel()->showHeading(u"armchair"_s, contents.member.name.text(), contents.license.name.text(),
                         badgeOf(assignment.state, assignment.seatReleased));
    m_totals->hide();
    showSections(true);
    m_details->setValue(u"member"_s, tr("Member"), contents.member.name.text());
    m_details->setValue(u"email"_s, tr("E-mail"), contents.member.email.text());
    m_details->setValue(u"license"_s, tr("Licence"), contents.license.name.text());
    m_details->setValue(u"quantity"_s, tr("Seats"), QLocale().toString(assignment.quantity.value()));
    m_details->setValue(u"period"_s, tr("Days"), assignment.period.displayText());
    m_details->setValue(u"suspendedUntil"_s, tr("Active again"), day(assignment.suspendedUntil));
    m_details->setValue(u"endedOn"_s, tr("Ended on"), day(assignment.endedOn));
    m_details->setValue(u"endReason"_s, tr("Reason"),
                        assignment.endReason ? assignment.endReason->text() : QString());
    m_details->setValue(u"assigned"_s, tr("Assigned"),
                        contents.operation ? tr("%1 by %2")
                                                 .arg(momentText(contents.operation->startedAt,
                                                                 QDateTime::currentDateTimeUtc()),
                                                      contents.operation->actor)
                                           : QString());
    m_details->setValue(u"lastUse"_s, tr("Last used"),
                        contents.lastUse ? momentText(*contents.lastUse, QDateTime::currentDateTimeUtc())
                                         : QString());
    m_details->setValue(u"note"_s, tr("Note"), assignment.note.text());
    showHistory(m_history, contents.history);
}

void AssignmentPanel::loadSeveral(const QList<qint64> &values)
{
    const auto read = [values](const Services &services, Session &session) -> Result<Totals> {
        QList<AssignmentId> ids;
        for (const qint64 value : values)
            ids.append(*AssignmentId::fromValue(value));
        const auto assignments = services.assignments.findMany(session, ids);
        if (!assignments)
            return std::unexpected(assignments.error());
        Totals totals{.assignments = std::ssize(*assignments)};
        QSet<MemberId> people;
        QSet<LicenseId> licenses;
        for (const Assignment &assignment : *assignments) {
            totals.seats += assignment.quantity.value();
            ++totals.states[assignment.state];
            people.insert(assignment.member);
            licenses.insert(assignment.license);
        }
        totals.people = people.size();
        totals.licenses = licenses.size();
        return totals;
    };
    load(read, [this](const Totals &totals) { showTotals(totals); });
}

void AssignmentPanel::showTotals(const Totals &totals)
{
    const QLocale locale;
    panel()->showHeading(u"armchair"_s, tr("%Ln assignments", nullptr, static_cast<int>(totals.assignments)),
                         tr("selected"), {});
    showSections(false);
    m_totals->setValue(u"seats"_s, tr("Seats"), locale.toString(totals.seats));
    m_totals->setValue(u"people"_s, tr("Members"), locale.toString(totals.people));
    m_totals->setValue(u"licenses"_s, tr("Licences"), locale.toString(totals.licenses));
    for (const auto &entry : enumEntries<AssignmentState>()) {
        const auto count = totals.states.find(entry.value);
        m_totals->setValue(entry.name, translateDomain(entry.display),
                           count == totals.states.end() ? QString() : locale.toString(count->second));
    }
    m_totals->show();
}

} // namespace seatledger
