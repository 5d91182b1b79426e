// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/livereportpage.h"

#include <algorithm>
#include <utility>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr int momentMs = 30;      ///< one operation changes several tables
constexpr int roundMs = 2'000;    ///< between two rounds of questions at most
constexpr int share = 3;          ///< of the time may at most one part be spent on rounds

} // namespace

LiveReportPage::LiveReportPage(QWidget *parent) : Page(parent)
{
    m_changes.setSingleShot(true);
    connect(&m_changes, &QTimer::timeout, this, &LiveReportPage::follow);
}

void LiveReportPage::takeChange(const ChangeNotice &notice)
{
    const QString &entity = notice.entity;
    if (entity.isEmpty() || entity == "department"_L1 || entity == "vendor"_L1 || entity == "product"_L1)
        reloadChoices();
    if (entity.isEmpty())
        m_isAllChanged = true;
    else if (!m_changed.contains(entity))
        m_changed.append(entity);
    if (!isVisible() || m_changes.isActive())
        return;
    m_changes.start(pauseLeft());
}

int LiveReportPage::pauseLeft() const
{
    const qint64 left = m_followed.isValid() ? m_pauseMs - m_followed.elapsed() : 0;
    return static_cast<int>(std::max<qint64>(momentMs, left));
}

void LiveReportPage::roundEnded()
{
    if (!std::exchange(m_isAsking, false))
        return;
    m_pauseMs = static_cast<int>(std::min<qint64>(roundMs, share * m_followed.elapsed()));
    if (m_changes.isActive())
        m_changes.start(pauseLeft());
}

void LiveReportPage::follow()
{
    m_changes.stop();
    const QStringList changed = std::exchange(m_changed, {});
    const bool isAll = std::exchange(m_isAllChanged, false);
    if (!isAll && changed.isEmpty())
        return;
    m_followed.start();
    m_pauseMs = roundMs;
    m_isAsking = true;
    if (isAll)
        reload();
    else
        reloadWhatReads(changed);
}

void LiveReportPage::reloadWhenShown()
{
    if (isVisible())
        reload();
    else
        m_isAllChanged = true;
}

bool seesSomePeople(const BookAccess &book)
{
    return book.permits && book.permits->answer(Action::Report).scope == Scope::OwnDepartments;
}

void LiveReportPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    follow();
}

} // namespace seatledger
