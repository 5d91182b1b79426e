// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"

#include <QTimer>

namespace seatledger {

/// A page of reports that follows the book: it loads again a moment after the last of many changes, and,
/// where it was out of sight meanwhile, when it is shown again.
class LiveReportPage : public Page
{
    Q_OBJECT

public:
    explicit LiveReportPage(QWidget *parent = nullptr);

    void takeChange(const ChangeNotice &notice) override;

protected:
    /// Loads again what is shown.
    virtual void reload() = 0;
    /// What the filters offer may be other now.
    virtual void reloadChoices() = 0;
    /// Loads now, or when it is shown: what nobody looks at must not stand before what somebody does.
    void reloadWhenShown();
    /// Whether a change is about to be followed.
    [[nodiscard]] bool isWaiting() const { return m_changes.isActive(); }

    void showEvent(QShowEvent *event) override;

private:
    QTimer m_changes;
    bool m_stale = false;
};

} // namespace seatledger
