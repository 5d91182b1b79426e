// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/runningbook.h"

#include <utility>

namespace seatledger::desktop {

using namespace Qt::StringLiterals;

namespace {

constexpr int threads = 3; ///< a page, its count, and whatever the person asked for meanwhile

} // namespace

RunningBook::RunningBook(OpenedBook book, const Services &services, PasswordVault *vault)
    : m_book(std::move(book)),
      m_services(services),
      m_executor(m_book.settings, m_book.actor, systemClock(), threads),
      m_background(m_book.settings, m_book.actor, systemClock(), 1),
      m_permits(m_book.access),
      m_listener(m_book.settings),
      m_connection(m_listener),
      m_day(m_background, services),
      m_views(access()),
      m_notices(backgroundAccess(), vault)
{
    m_permits.setLoad([this] {
        return m_executor.run([this](Session &session) { return m_services.access.load(session); });
    });
    connect(&m_permits, &Permits::changed, this, &RunningBook::tellStatus);
    connect(&m_listener, &NotificationListener::changed, &m_permits, &Permits::takeChange);
    connect(&m_connection, &ConnectionWatch::restored, &m_day, &BookDay::refresh);
    connect(&m_listener, &NotificationListener::changed, &m_notices, &NoticeBoard::takeChange);
    connect(&m_listener, &NotificationListener::changed, this, [this](const ChangeNotice &notice) {
        if (m_window)
            m_window->takeChange(notice);
    });
    m_listener.start();
    m_day.start();
    m_notices.start();
}

RunningBook::~RunningBook()
{
    m_window.reset(); // its pages use the threads
}

BookAccess RunningBook::backgroundAccess()
{
    return {.executor = m_background, .services = m_services, .permits = &m_permits};
}

void RunningBook::showWindow(const MakeWindow &make, const QString &startPage)
{
    m_window = make();
    m_window->setStatus(status());
    m_window->follow(m_connection);
    connect(m_window.get(), &MainWindow::remade, this, &RunningBook::tellStatus);
    m_window->restorePlacement(startPage);
    m_window->show();
}

OpenedBook RunningBook::end(std::unique_ptr<RunningBook> running)
{
    OpenedBook book = running->m_book;
    running.reset();
    return book;
}

ShellStatus RunningBook::status() const
{
    const ActingOperator &acting = m_permits.access().acting();
    QStringList hints{acting.id ? explanation(acting.subject.role)
                                : tr("May do everything, as administrators do.")};
    for (const Right right : acting.subject.rights)
        hints += explanation(right);
    ShellStatus status{.place = m_book.place,
                       .person = acting.id ? acting.displayName : m_book.actor.name,
                       .role = acting.id ? displayText(acting.subject.role) : tr("Owner of the book"),
                       .roleHint = hints.join(u'\n')};
    return m_connection.addedTo(status);
}

void RunningBook::tellStatus()
{
    if (m_window)
        m_window->setStatus(status());
}

} // namespace seatledger::desktop
