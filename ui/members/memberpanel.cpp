// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/members/memberpanel.h"

#include "core/domain/departmenttree.h"
#include "core/domain/period.h"
#include "ui/assignments/assignmententries.h"
#include "ui/book/badges.h"
#include "ui/book/historyentries.h"
#include "ui/common/widgets/entrylist.h"
#include "ui/common/widgets/keyvalueform.h"
#include "ui/common/widgets/panelsection.h"
#include "ui/common/widgets/sidepanel.h"
#include "ui/common/wording.h"

#include <QLocale>

#include <algorithm>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr int seatsShown = 100;
constexpr int endedShown = 20;

} // namespace

struct MemberPanel::Contents {
    Member member;
    QString department;
    std::optional<QDate> leavesOn;
    QStringList waitsFor; ///< names of licences
    std::vector<AssignmentRow> open;
    std::vector<AssignmentRow> ended;
    History history;
};

struct MemberPanel::Totals {
    qint64 active = 0;
    qint64 onLeave = 0;
    qint64 departed = 0;
};

MemberPanel::MemberPanel(BookAccess access, QWidget *parent)
    : SelectionPanel(access, u"member"_s, parent),
      m_seats(new EntryList(this)),
      m_ended(new EntryList(this)),
      m_details(new KeyValueForm(this)),
      m_history(new EntryList(this)),
      m_totals(new KeyValueForm(this))
{
    m_seats->setObjectName(u"seatsList"_s);
    m_seats->setAccessibleName(tr("Seats"));
    m_seats->setEmptyText(tr("Holds no seats."));
    m_seats->setContextMenuPolicy(Qt::CustomContextMenu);
    m_ended->setObjectName(u"endedList"_s);
    m_ended->setAccessibleName(tr("Ended"));
    m_history->setObjectName(u"historyList"_s);
    m_history->setAccessibleName(tr("History"));
    connect(m_history, &EntryList::entryActivated, this, &MemberPanel::operationActivated);
    panel()->addWidget(m_totals);
    m_seatsSection = addSection(u"seats"_s, tr("Seats"), m_seats);
    addSection(u"details"_s, tr("Details"), m_details);
    m_endedSection = addSection(u"ended"_s, tr("Ended"), m_ended);
    m_endedSection->setExpanded(false);
    addSection(u"history"_s, tr("History"), m_history);
    connect(m_seats, &EntryList::entryActivated, this, [this] { emit seatActivated(m_name); });
    connect(m_seats, &QWidget::customContextMenuRequested, this, &MemberPanel::offerSeatMenu);
}

void MemberPanel::showNothing()
{
    panel()->showEmpty(u"user"_s, tr("Nobody selected"),
                       tr("Select a member to see their seats, details and history."));
}

void MemberPanel::loadOne(qint64 value)
{
    const auto read = [id = *MemberId::fromValue(value), readsAudit = book().may(Action::ReadAudit)](
                          const Services &services, Session &session) -> Result<Contents> {
        auto member = services.members.find(session, id);
        if (!member)
            return std::unexpected(std::move(member).error());
        Contents contents{.member = std::move(*member)};
        if (contents.member.department) {
            if (const auto departments = services.catalogue.departments(session))
                contents.department = pathOf(*departments, *contents.member.department);
        }
        if (const auto leavesOn = services.departureRows.leavesOn(session, id))
            contents.leavesOn = *leavesOn;
        const auto waiting = services.waiting.entries(session,
                                                      {.states = {WaitingState::Waiting}, .member = id},
                                                      {WaitingSort::ByLicense}, {}, 0, endedShown);
        if (!waiting)
            return std::unexpected(waiting.error());
        for (const WaitingRow &row : waiting->rows)
            contents.waitsFor += row.licenseName;
        auto open = services.lists.assignments(
            session, {.search = {}, .states = openStates(), .license = {}, .member = id},
            {AssignmentSort::ByLicense}, {}, 0, seatsShown);
        if (!open)
            return std::unexpected(std::move(open).error());
        contents.open = std::move(open->rows);
        auto ended = services.lists.assignments(
            session, {.search = {}, .states = endedStates(), .license = {}, .member = id}, {}, {}, 0,
            endedShown);
        if (!ended)
            return std::unexpected(std::move(ended).error());
        contents.ended = std::move(ended->rows);
        auto history = readHistory(services, session, {.member = id}, readsAudit);
        if (!history)
            return std::unexpected(std::move(history).error());
        contents.history = std::move(*history);
        return contents;
    };
    load(read, [this](const Contents &contents) { showMember(contents); });
}

void MemberPanel::showMember(const Contents &contents)
{
    const Member &member = contents.member;
    m_name = member.name.text();
    m_open = contents.open;
    panel()->showHeading(u"user"_s, m_name, member.email.text(), badgeOf(member.status));
    m_totals->hide();
    showSections(true);
    m_seats->setEntries(seatEntries(contents.open, SeatEntry::NameLicense));
    m_seatsSection->setCountText(contents.open.empty() ? QString()
                                                       : QLocale().toString(std::ssize(contents.open)));
    m_ended->setEntries(seatEntries(contents.ended, SeatEntry::NameLicense));
    m_endedSection->setCountText(QLocale().toString(std::ssize(contents.ended)));
    m_endedSection->setVisible(!contents.ended.empty());
    showHistory(m_history, contents.history);
    showDetails(contents);
}

void MemberPanel::showDetails(const Contents &contents)
{
    const Member &member = contents.member;
    const auto day = [](std::optional<QDate> value) { return value ? displayDay(*value) : QString(); };
    m_details->setValue(u"number"_s, tr("Number"), member.number.text());
    m_details->setValue(u"email"_s, tr("E-mail"), member.email.text());
    m_details->setValue(u"department"_s, tr("Department"), contents.department);
    m_details->setValue(u"joinedOn"_s, tr("Joined on"), day(member.joinedOn));
    m_details->setValue(u"leavesOn"_s, tr("Leaves on"), day(contents.leavesOn));
    m_details->setValue(u"waitsFor"_s, tr("Waits for"), listed(contents.waitsFor));
    m_details->setValue(u"leftOn"_s, tr("Left on"), day(member.leftOn));
    m_details->setValue(u"note"_s, tr("Note"), member.note.text());
}

void MemberPanel::loadSeveral(const QList<qint64> &values)
{
    const auto read = [values](const Services &services, Session &session) -> Result<Totals> {
        QList<MemberId> ids;
        for (const qint64 value : values)
            ids.append(*MemberId::fromValue(value));
        const auto members = services.members.findMany(session, ids);
        if (!members)
            return std::unexpected(members.error());
        Totals totals;
        totals.active = std::ranges::count(*members, MemberStatus::Active, &Member::status);
        totals.onLeave = std::ranges::count(*members, MemberStatus::OnLeave, &Member::status);
        totals.departed = std::ranges::count(*members, MemberStatus::Departed, &Member::status);
        return totals;
    };
    load(read, [this](const Totals &totals) { showTotals(totals); });
}

void MemberPanel::showTotals(const Totals &totals)
{
    const auto number = [](qint64 value) { return value > 0 ? QLocale().toString(value) : QString(); };
    const qint64 all = totals.active + totals.onLeave + totals.departed;
    panel()->showHeading(u"users"_s, tr("%Ln members", nullptr, static_cast<int>(all)), tr("selected"), {});
    showSections(false);
    m_totals->setValue(u"active"_s, displayText(MemberStatus::Active), number(totals.active));
    m_totals->setValue(u"onLeave"_s, displayText(MemberStatus::OnLeave), number(totals.onLeave));
    m_totals->setValue(u"departed"_s, displayText(MemberStatus::Departed), number(totals.departed));
    m_totals->show();
}

void MemberPanel::offerSeatMenu(const QPoint &position)
{
    const QModelIndex index = m_seats->indexAt(position);
    if (!index.isValid() || static_cast<std::size_t>(index.row()) >= m_open.size())
        return;
    emit seatMenuRequested(choiceOf(m_open[static_cast<std::size_t>(index.row())]),
                           m_seats->viewport()->mapToGlobal(position));
}

} // namespace seatledger
