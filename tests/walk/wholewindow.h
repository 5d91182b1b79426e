// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/executor.h"
#include "core/services/services.h"
#include "tests/support/testdatabase.h"
#include "ui/book/bookaccess.h"
#include "ui/book/bookday.h"
#include "ui/settings/preferences.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/windowdialogs.h"

#include <QTemporaryDir>

#include <functional>
#include <memory>

namespace seatledger {

/// The program's window with all of its pages at work on a small sample, and a way through everything it can
/// show: each page, each of its dialogs and other stops of the picture tour, and the sign-in window.
class WholeWindow final
{
public:
    /// What is in sight: a page's or stop's name, and the window or the dialog in front of it.
    using Look = std::function<void(const QString &name, QWidget &top)>;

    WholeWindow();
    ~WholeWindow();

    [[nodiscard]] TestDatabase &database() { return m_database; }
    /// Makes a window of this size, in the language and look of the moment.
    MainWindow &open(QSize size = {1280, 800});
    [[nodiscard]] MainWindow &window() { return *m_window; }

    /// Shows everything, one after the other, each once it has settled. A stop that does not settle fails the
    /// test.
    void walk(const Look &look);

private:
    void visit(const QString &name, const TourStop &stop, const Look &look);
    void settle(const QString &name, const std::function<bool()> &isSettled);

    QTemporaryDir m_settings;
    TestDatabase m_database;
    Services m_services;
    std::unique_ptr<Executor> m_executor;
    std::unique_ptr<BookDay> m_day;
    WindowDialogs m_dialogs;
    DesktopLook m_look;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<MainWindow> m_window;
};

/// The widgets below `top`, itself included, that are in its window and can be seen.
[[nodiscard]] QList<QWidget *> visibleWidgets(QWidget &top);

/// Fails the test function if anything was found, and prints each finding.
void tell(const QStringList &findings);

/// "licensesPage > newButton (QPushButton)", to find a widget again by.
[[nodiscard]] QString pathOf(const QWidget &widget);

} // namespace seatledger
