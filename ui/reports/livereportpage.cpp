// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/livereportpage.h"

#include <utility>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr int changeDelayMs = 400; ///< an import changes much in a row

/// Changes of these show in no report.
bool isBeside(const QString &entity)
{
    return entity == "operator"_L1 || entity == "operator_department"_L1 || entity == "license_key"_L1
           || entity == "notification"_L1;
}

} // namespace

LiveReportPage::LiveReportPage(QWidget *parent) : Page(parent)
{
    m_changes.setSingleShot(true);
    m_changes.setInterval(changeDelayMs);
    connect(&m_changes, &QTimer::timeout, this, [this] { reload(); });
}

void LiveReportPage::takeChange(const ChangeNotice &notice)
{
    const QString &entity = notice.entity;
    if (isBeside(entity))
        return;
    if (entity.isEmpty() || entity == "department"_L1 || entity == "vendor"_L1 || entity == "product"_L1)
        reloadChoices();
    if (isVisible())
        m_changes.start();
    else
        m_stale = true;
}

void LiveReportPage::reloadWhenShown()
{
    if (isVisible())
        reload();
    else
        m_stale = true;
}

void LiveReportPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (std::exchange(m_stale, false))
        reload();
}

} // namespace seatledger
