// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/waiting/waitingpanel.h"

#include "ui/book/historyentries.h"
#include "ui/book/seatstanding.h"
#include "ui/common/widgets/entrylist.h"
#include "ui/common/widgets/keyvalueform.h"
#include "ui/common/widgets/panelsection.h"
#include "ui/common/widgets/sidepanel.h"
#include "ui/waiting/waitinglist.h"

#include <QLocale>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr int queueShown = 60;

} // namespace

struct WaitingPanel::Contents {
    WaitingRow entry;
    SeatStanding standing;
    std::vector<WaitingRow> queue; ///< who waits for the licence, as far as the person sees them
};

WaitingPanel::WaitingPanel(BookAccess access, QWidget *parent)
    : SelectionPanel(access, u"waiting"_s, parent),
      m_details(new KeyValueForm(this)),
      m_queue(new EntryList(this)),
      m_queueSection(nullptr)
{
    m_queue->setObjectName(u"queueList"_s);
    m_queue->setAccessibleName(tr("All who wait for this licence"));
    m_queue->setEmptyText(tr("Nobody waits."));
    addSection(u"details"_s, tr("Details"), m_details);
    m_queueSection = addSection(u"queue"_s, tr("All who wait for it"), m_queue);
}

void WaitingPanel::showNothing()
{
    panel()->showEmpty(u"hourglass"_s, tr("Nothing selected"),
                       tr("Select somebody to see what they wait for, and who waits with them."));
}

void WaitingPanel::loadOne(qint64 value)
{
    const auto read = [id = *WaitingEntryId::fromValue(value)](const Services &services,
                                                               Session &session) -> Result<Contents> {
        const auto found = services.waiting.findMany(session, {id});
        if (!found)
            return std::unexpected(found.error());
        if (found->empty())
            return failure(ErrorCode::NotFound, tr("This entry is not there any more."));
        const WaitingEntry &entry = found->front();
        const auto own = services.waiting.entries(session, {.license = entry.license, .member = entry.member},
                                                  {WaitingSort::ByTurn}, {}, 0, queueShown);
        if (!own)
            return std::unexpected(own.error());
        const auto row = std::ranges::find(own->rows, id, &WaitingRow::id);
        if (row == own->rows.end())
            return failure(ErrorCode::NotFound, tr("This entry is not there any more."));
        const auto standing = seatStanding(services, session, entry.license);
        if (!standing)
            return std::unexpected(standing.error());
        const auto queue = services.waiting.entries(
            session, {.states = {WaitingState::Waiting}, .license = entry.license}, {WaitingSort::ByTurn}, {},
            0, queueShown);
        if (!queue)
            return std::unexpected(queue.error());
        return Contents{*row, *standing, queue->rows};
    };
    load(read, [this](const Contents &contents) { showEntry(contents); });
}

void WaitingPanel::showEntry(const Contents &contents)
{
    const WaitingRow &entry = contents.entry;
    panel()->showHeading(u"hourglass"_s, entry.memberName, entry.licenseName, badgeOf(entry.state));
    showSections(true);
    const QLocale locale;
    m_details->setValue(u"place"_s, tr("Place"), entry.place > 0 ? locale.toString(entry.place) : QString());
    m_details->setValue(u"email"_s, tr("E-mail"), entry.memberEmail);
    m_details->setValue(u"department"_s, tr("Department"), entry.department);
    m_details->setValue(u"quantity"_s, tr("Seats"), locale.toString(entry.quantity));
    m_details->setValue(u"period"_s, tr("Days"), entry.period.displayText());
    m_details->setValue(u"seats"_s, tr("Seats in use"), contents.standing.figures.shortText());
    m_details->setValue(u"asked"_s, tr("Asked"), momentText(entry.askedAt, QDateTime::currentDateTimeUtc()));
    m_details->setValue(u"reason"_s, tr("Reason"), entry.endReason);
    m_details->setValue(u"note"_s, tr("Note"), entry.note);
    m_queue->setEntries(waitingEntries(contents.queue, contents.standing.today));
    m_queueSection->setCountText(locale.toString(std::ssize(contents.queue)));
}

void WaitingPanel::loadSeveral(const QList<qint64> &values)
{
    panel()->showHeading(u"hourglass"_s, tr("%Ln people", nullptr, static_cast<int>(values.size())),
                         tr("selected"), {});
    showSections(false);
}

} // namespace seatledger
