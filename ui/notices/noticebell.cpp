// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notices/noticebell.h"

#include "ui/notices/noticeboard.h"
#include "ui/notices/noticepanel.h"
#include "ui/notices/noticesettingsdialog.h"
#include "ui/shell/dialogs.h"
#include "ui/shell/mainwindow.h"

namespace seatledger {

using namespace Qt::StringLiterals;

NoticeBell::NoticeBell(NoticeBoard &board, BookAccess access, Dialogs &dialogs, MainWindow &window)
    : QObject(&window), m_board(board), m_book(access), m_dialogs(dialogs), m_window(window)
{
    const auto show = [this] { m_window.setUnread(m_board.unread()); };
    connect(&board, &NoticeBoard::unreadChanged, this, show);
    connect(&window, &MainWindow::remade, this, show);
    connect(&window, &MainWindow::noticesRequested, this, &NoticeBell::popUp);
    show();
}

void NoticeBell::popUp(QWidget *anchor)
{
    m_panel = new NoticePanel(m_book, &m_window);
    connect(&m_board, &NoticeBoard::unreadChanged, m_panel, [this] { m_panel->takeChange({}); });
    connect(m_panel, &NoticePanel::settingsRequested, this, &NoticeBell::offerSettings);
    connect(m_panel, &NoticePanel::licenseRequested, this, [this](const QString &name, qint64 license) {
        m_window.showPageSearching(u"licenses"_s, name, license);
    });
    m_panel->popUpBeside(anchor);
}

void NoticeBell::offerSettings()
{
    m_book.ask(
        this, [](const Services &services, Session &session) { return services.notices.settings(session); },
        [this](const Result<NoticeSettings> &settings) {
            if (!settings)
                return m_dialogs.showError(&m_window, tr("The settings could not be read"), settings.error());
            auto *dialog = new NoticeSettingsDialog(m_book, *settings, m_board.vault(), &m_window);
            connect(dialog, &EditDialog::saved, this,
                    [this](qint64, const QString &summary) { m_window.showToast({.text = summary}); });
            m_dialogs.open(dialog);
        });
}

std::vector<TourStop> NoticeBell::tourStops()
{
    std::vector<TourStop> stops;
    stops.push_back({.name = u"notices"_s,
                     .show = [this]() -> QWidget * {
                         m_window.requestNotices();
                         return m_panel;
                     },
                     .isSettled = [this] { return !m_panel || m_panel->isSettled(); }});
    stops.push_back({.name = u"notice-settings"_s, .show = [this]() -> QWidget * {
                         auto *dialog = new NoticeSettingsDialog(m_book, {}, nullptr, &m_window);
                         m_dialogs.open(dialog);
                         return dialog;
                     }});
    return stops;
}

} // namespace seatledger
