// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/book/bookaccess.h"
#include "ui/shell/page.h"

#include <QElapsedTimer>
#include <QStringList>
#include <QTimer>

namespace seatledger {

/// A page of reports that follows the book: it loads again at once what a change may show in; where changes
/// go on, every two seconds, and, where it was out of sight meanwhile, when it is shown again.
class LiveReportPage : public Page
{
    Q_OBJECT

public:
    explicit LiveReportPage(QWidget *parent = nullptr);

    void takeChange(const ChangeNotice &notice) override;

protected:
    /// Loads again what is shown.
    virtual void reload() = 0;
    /// The same of what may be another since rows of these tables changed, see isReadFrom().
    virtual void reloadWhatReads(const QStringList &tables) = 0;
    /// What the filters offer may be other now.
    virtual void reloadChoices() = 0;
    /// Loads now, or when it is shown: what nobody looks at must not stand before what somebody does.
    void reloadWhenShown();
    /// All that was asked is answered: the sooner that was, the sooner the next change may be followed. Who
    /// does not say it asks every two seconds at most.
    void roundEnded();
    /// Whether a change is about to be followed.
    [[nodiscard]] bool isWaiting() const { return m_changes.isActive(); }

    void showEvent(QShowEvent *event) override;

private:
    void follow();
    [[nodiscard]] int pauseLeft() const;

    QTimer m_changes;
    QElapsedTimer m_followed; ///< since changes were followed last
    int m_pauseMs = 0; ///< from then on until the next
    bool m_isAsking = false;
    QStringList m_changed;
    bool m_isAllChanged = false;
};

/// Whether somebody's reports are about the people of their own departments only.
[[nodiscard]] bool seesSomePeople(const BookAccess &book);

} // namespace seatledger
