// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/book/bookaccess.h"
#include "ui/shell/tourstop.h"

#include <QObject>
#include <QPointer>

#include <vector>

namespace seatledger {

class Dialogs;
class MainWindow;
class NoticeBoard;
class NoticePanel;

/// What the window's "Notices" does: shows how many are unread, brings up the list, goes to a licence, opens
/// the settings. Belongs to the window.
class NoticeBell final : public QObject
{
    Q_OBJECT

public:
    /// All must outlive the window.
    NoticeBell(NoticeBoard &board, BookAccess access, Dialogs &dialogs, MainWindow &window);

    void offerSettings();
    [[nodiscard]] std::vector<TourStop> tourStops();

private:
    void popUp(QWidget *anchor);

    NoticeBoard &m_board;
    BookAccess m_book;
    Dialogs &m_dialogs;
    MainWindow &m_window;
    QPointer<NoticePanel> m_panel;
};

} // namespace seatledger
