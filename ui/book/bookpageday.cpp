// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/book/asofbar.h"
#include "ui/book/bookpage.h"
#include "ui/common/widgets/segmentedfilter.h"

#include <QAction>
#include <QHBoxLayout>
#include <QToolButton>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

const QString dayKey = u"as_of"_s;

/// Whether it makes something other than it is, and not only shows it.
bool isChange(Action what)
{
    switch (what) {
    case Action::ViewMembers:
    case Action::ViewLicenses:
    case Action::ViewAssignments:
    case Action::ViewCosts:
    case Action::ViewKeys:
    case Action::Report:
    case Action::Export:
    case Action::ReadAudit:
        return false;
    default:
        return true;
    }
}

} // namespace

void BookPage::offerDay(const QString &explanation)
{
    m_asOf = new AsOfBar(m_book, explanation, this);
    connect(m_asOf, &AsOfBar::dayChanged, this, &BookPage::changeDay);
    QAction *day = makeAction(u"asOf"_s, tr("As of a day …"), u"history"_s,
                              QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A), [this] {
                                  if (!m_asOf->day())
                                      setAsOf(m_book.today());
                                  m_asOf->edit();
                              });
    day->setToolTip(tr("Show the list as of another day, past or to come"));
    m_asOfButton = new QToolButton(this);
    m_asOfButton->setObjectName(u"asOfToolButton"_s);
    m_asOfButton->setDefaultAction(day);
}

std::optional<QDate> BookPage::asOf() const
{
    return m_asOf ? m_asOf->day() : std::nullopt;
}

void BookPage::setAsOf(std::optional<QDate> day)
{
    if (!m_asOf || asOf() == day)
        return;
    m_asOf->setDay(day);
    changeDay();
}

/// For widen() and places, which are followed by a new filter.
void BookPage::takeDay(std::optional<QDate> day)
{
    if (!m_asOf)
        return;
    m_asOf->setDay(day);
    dayChanged();
    followActions();
}

void BookPage::changeDay()
{
    dayChanged();
    followActions();
    applyFilter();
    filtersChanged();
}

void BookPage::noteChange(QAction *action, Action what)
{
    if (isChange(what))
        m_changes.append(action);
}

/// Empty: nothing but permissions are in the way.
QString BookPage::whyNoChange(Action what) const
{
    return asOf() && isChange(what) ? tr("The list is as of another day. Go back to now to change something.")
                                    : QString();
}

/// What changes the book is off, with the reason, while the list is as of another day than now.
void BookPage::followActions()
{
    const QString reason = whyNoChange(Action::Assign);
    if (reason.isEmpty() && !m_ownToolTips.isEmpty()) {
        for (auto [action, toolTip] : std::exchange(m_ownToolTips, {}).asKeyValueRange()) {
            action->setToolTip(toolTip);
            action->setEnabled(true);
        }
    }
    updateActions();
    if (reason.isEmpty())
        return;
    for (QAction *action : std::as_const(m_changes)) {
        if (!Permits::refusalOf(action).isEmpty())
            continue;
        if (!m_ownToolTips.contains(action))
            m_ownToolTips.insert(action,
                                 action->toolTip() == action->iconText() ? QString() : action->toolTip());
        action->setEnabled(false);
        action->setToolTip(reason);
    }
}

void BookPage::putDay(QVariantMap &place) const
{
    if (const auto day = asOf())
        place.insert(dayKey, day->toString(Qt::ISODate));
}

void BookPage::takeDayOf(const QVariantMap &place)
{
    const QDate day = QDate::fromString(place.value(dayKey).toString(), Qt::ISODate);
    takeDay(day.isValid() ? std::optional(day) : std::nullopt);
}

} // namespace seatledger
