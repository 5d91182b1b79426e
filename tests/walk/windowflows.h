// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/guiwatch.h"
#include "ui/shell/tourstop.h"
#include "ui/shell/windowdialogs.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <functional>

namespace seatledger {

class MainWindow;
class PagedTableView;
class Palette;
class Preferences;

/// Real dialogs, but for a file there is always the same answer.
class FlowDialogs final : public Dialogs
{
public:
    void showError(QWidget *parent, const QString &what, const Error &error) override;
    void confirm(QWidget *parent, const Question &question, std::function<void()> confirmed) override;
    void saveFile(QWidget *parent, const FileQuestion &question,
                  std::function<void(const QString &)> chosen) override;
    void openFile(QWidget *parent, const FileQuestion &question,
                  std::function<void(const QString &)> chosen) override;
    void open(QDialog *dialog) override;

    /// What could not be done, a line each.
    [[nodiscard]] const QStringList &errors() const { return m_errors; }

private:
    WindowDialogs m_real;
    QTemporaryDir m_folder;
    QStringList m_errors;
};

/// What people do in the window, one thing after the other. Of each it is measured for how long the window
/// held still at most meanwhile, from the first event until all that was asked for has arrived.
class WindowFlows final
{
public:
    struct Figure {
        QString name;
        GuiWatch::Block longest;
        qint64 tookMs = 0; ///< until it was settled
        bool isSettled = true;
    };
    using Take = std::function<void(const Figure &)>;

    /// `take` is called after each thing that was done. The window is shown already.
    WindowFlows(GuiWatch &watch, MainWindow &window, Preferences &preferences, Take take);

    /// All of it. With `pages`, only these and what belongs to no page; without the stops of the picture
    /// tour, dialogs are left out but for a few.
    void run(const QStringList &pages = {}, bool visitsStops = true);

private:
    void measure(const QString &name, const std::function<void()> &act,
                 const std::function<bool()> &isSettled = {});
    void goThrough(const QString &page, bool visitsStops);
    void useList(const QString &page, PagedTableView &view);
    void visit(const QString &name, const TourStop &stop);
    void exportList(const QString &page);
    void changeAndUndo();
    void useMany();
    void typeIntoPalette();
    void changeLooks();
    [[nodiscard]] bool isSettled() const;
    [[nodiscard]] QDialog *openDialog() const;
    [[nodiscard]] PagedTableView *list() const;
    void press(const QString &button);

    GuiWatch &m_watch;
    MainWindow &m_window;
    Palette &m_palette;
    Preferences &m_preferences;
    Take m_take;
};

} // namespace seatledger
