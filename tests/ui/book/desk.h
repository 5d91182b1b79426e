// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/notificationlistener.h"
#include "tests/support/book.h"
#include "tests/support/colleagues.h"
#include "tests/support/patience.h"
#include "tests/ui/book/scripteddialogs.h"
#include "ui/book/bookaccess.h"
#include "ui/book/bookpage.h"
#include "ui/common/models/rowselection.h"
#include "ui/common/widgets/pagedtableview.h"
#include "ui/common/widgets/segmentedfilter.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

#include <memory>
#include <optional>
#include <vector>

namespace seatledger {

/// A page at work on a small book in a database of its own, with real services, threads and notices.
class Desk final
{
public:
    TestDatabase database;
    Book book{database};
    Services services;
    Executor executor{database.settings(), Actor{QStringLiteral("tester"), OperationSource::Window}};
    BookDay day{executor, services};
    ScriptedDialogs dialogs;
    NotificationListener listener{database.settings()};

    Colleagues people{database};

    [[nodiscard]] BookAccess access() { return {.executor = executor, .services = services, .day = &day}; }

    /// As access() of a window that somebody of `people` signed in to: their grants and policies count, and
    /// the window knows and follows what they may do.
    [[nodiscard]] BookAccess accessOf(const QString &login)
    {
        Seat &seat = *m_seats.emplace_back(std::make_unique<Seat>(*this, login));
        return {.executor = seat.executor, .services = services, .permits = &seat.permits, .day = &day};
    }

    /// Shows a page that hears of changes; call it when the book has been filled.
    void show(BookPage *page)
    {
        m_page.reset(page);
        QObject::connect(&listener, &NotificationListener::changed, page, &Page::takeChange);
        QObject::connect(page, &Page::toastRequested, page, [this](const Toast &shown) { toast = shown; });
        listener.start();
        page->resize(1200, 700);
        page->show();
        m_tester = std::make_unique<QAbstractItemModelTester>(
            view()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }

    [[nodiscard]] BookPage *page() const { return m_page.get(); }
    [[nodiscard]] PagedTableView *view() const { return qobject_cast<PagedTableView *>(m_page->mainView()); }
    [[nodiscard]] QStringList column(int column) const
    {
        QStringList texts;
        for (int row = 0; row < view()->model()->rowCount(); ++row)
            texts += view()->model()->index(row, column).data().toString();
        return texts;
    }
    void select(const QList<qint64> &ids) const { view()->rows()->selectIds(ids); }
    void trigger(const QString &action) const { m_page->findChild<QAction *>(action)->trigger(); }

    template <typename Dialog>
    [[nodiscard]] Dialog *dialog() const
    {
        return qobject_cast<Dialog *>(dialogs.opened.data());
    }
    /// Presses a button once it can be pressed: when the plan of what it does is there.
    static void press(QWidget *dialog, const QString &button)
    {
        auto *pressed = dialog->findChild<QPushButton *>(button);
        [&] { QTRY_VERIFY(pressed->isEnabled()); }();
        QTest::mouseClick(pressed, Qt::LeftButton);
    }

    std::optional<Toast> toast;

private:
    struct Seat {
        Seat(Desk &desk, const QString &login)
            : executor(settingsOf(desk, login), Actor{login, OperationSource::Window}),
              permits(loaded(desk.services.access.load(desk.people.as(login))))
        {
            permits.setLoad([this, &desk] {
                return executor.run([&desk](Session &session) { return desk.services.access.load(session); });
            });
            QObject::connect(&desk.listener, &NotificationListener::changed, &permits, &Permits::takeChange);
        }
        static ConnectionSettings settingsOf(Desk &desk, const QString &login)
        {
            ConnectionSettings settings = desk.database.settings();
            settings.options.insert(QStringLiteral("options"), QStringLiteral("-c role=") + login);
            return settings;
        }
        static Access loaded(Result<Access> access)
        {
            if (!access)
                qFatal("Nobody signs in: %s", describe(access.error()).constData());
            return *std::move(access);
        }

        Executor executor;
        Permits permits;
    };

    std::vector<std::unique_ptr<Seat>> m_seats;
    std::unique_ptr<BookPage> m_page;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

} // namespace seatledger
