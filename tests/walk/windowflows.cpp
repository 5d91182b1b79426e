// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/walk/windowflows.h"

#include "app/desktop/bookwindow.h"
#include "ui/audit/undodialog.h"
#include "ui/common/models/rowselection.h"
#include "ui/common/widgets/pagedtableview.h"
#include "ui/common/widgets/segmentedfilter.h"
#include "ui/palette/palette.h"
#include "ui/palette/paletteview.h"
#include "ui/reports/livereportpage.h"
#include "ui/settings/preferences.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/page.h"

#include <QAction>
#include <QCoreApplication>
#include <QDialog>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTest>
#include <QTimer>
#include <QToolButton>

#include <algorithm>
#include <memory>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestWaitMs = 60'000;
constexpr int mostWheelSteps = 40;
constexpr int wheelStep = 120;
constexpr int calmTurns = 3; ///< one answer may bring up the next question
constexpr int restMs = 2'500;  ///< after which a page of reports follows a change at once

} // namespace

void FlowDialogs::showError(QWidget *parent, const QString &what, const Error &error)
{
    Q_UNUSED(parent)
    m_errors += what + u": "_s + error.message;
}

void FlowDialogs::confirm(QWidget *parent, const Question &question, std::function<void()> confirmed)
{
    m_real.confirm(parent, question, std::move(confirmed));
}

void FlowDialogs::saveFile(QWidget *parent, const FileQuestion &question,
                           std::function<void(const QString &)> chosen)
{
    Q_UNUSED(parent)
    chosen(m_folder.filePath(question.suggestedName));
}

void FlowDialogs::openFile(QWidget *parent, const FileQuestion &question,
                           std::function<void(const QString &)> chosen)
{
    m_real.openFile(parent, question, std::move(chosen));
}

void FlowDialogs::open(QDialog *dialog)
{
    m_real.open(dialog);
}

WindowFlows::WindowFlows(GuiWatch &watch, MainWindow &window, Preferences &preferences, Take take)
    : m_watch(watch),
      m_window(window),
      m_palette(*window.findChild<Palette *>()),
      m_preferences(preferences),
      m_take(std::move(take))
{}

void WindowFlows::run(const QStringList &pages, bool visitsStops)
{
    for (const PageEntry &entry : m_window.pages()) {
        if (pages.isEmpty() || pages.contains(entry.id))
            goThrough(entry.id, visitsStops);
    }
    if (visitsStops) {
        for (const TourStop &stop : desktop::windowTourStops(m_window))
            visit(stop.name, stop);
    }
    typeIntoPalette();
    changeAndUndo();
    useMany();
    changeLooks();
}

/// As an event of its own, for what a test does between events does not count.
void WindowFlows::measure(const QString &name, const std::function<void()> &act,
                          const std::function<bool()> &isSettled)
{
    (void)m_watch.takeLongest(); // what came before
    QElapsedTimer clock;
    clock.start();
    bool done = false;
    QTimer::singleShot(0, &m_window, [&] {
        act();
        done = true;
    });
    const bool settled = QTest::qWaitFor(
        [&] {
            for (int turn = 0; turn < calmTurns; ++turn) {
                if (!done || !(isSettled ? isSettled() : this->isSettled()))
                    return false;
                QCoreApplication::processEvents(); // without the pause between two questions
            }
            return true;
        },
        longestWaitMs);
    m_take({.name = name, .longest = m_watch.takeLongest(), .tookMs = clock.elapsed(), .isSettled = settled});
}

void WindowFlows::goThrough(const QString &page, bool visitsStops)
{
    const QString other = page == m_window.pages().front().id ? m_window.pages().back().id
                                                              : m_window.pages().front().id;
    measure(page + u": first opened"_s, [&] { m_window.showPage(page); });
    measure(page + u": left"_s, [&] { m_window.showPage(other); });
    measure(page + u": opened again"_s, [&] { m_window.showPage(page); });
    measure(page + u": all anew"_s, [&] { m_window.takeChange({}); });
    if (qobject_cast<LiveReportPage *>(m_window.currentPage())) {
        QTest::qWait(restMs);
        measure(page + u": a seat changed after a rest"_s,
                [&] { m_window.takeChange({u"license_assignment"_s, {1}}); });
    }
    if (PagedTableView *view = list()) {
        useList(page, *view);
        exportList(page);
    }
    if (!visitsStops)
        return;
    for (const TourStop &stop : m_window.currentPage()->tourStops())
        visit(page + u": "_s + stop.name, stop);
}

void WindowFlows::useList(const QString &page, PagedTableView &view)
{
    QScrollBar *bar = view.verticalScrollBar();
    const int wheelSteps = std::clamp(bar->maximum() / wheelStep + 1, 1, mostWheelSteps); // or to the end
    int turns = 0;
    measure(
        page + u": scrolled by wheel"_s,
        [&] {
            for (int turn = 1; turn <= wheelSteps; ++turn)
                QTimer::singleShot(turn * 16, bar, [bar, &turns] {
                    bar->setValue(bar->value() + wheelStep);
                    ++turns;
                });
        },
        [&] { return turns == wheelSteps && isSettled(); });
    measure(page + u": scrolled to the end"_s, [&] { bar->setValue(bar->maximum()); });
    measure(page + u": scrolled to the middle"_s, [&] { bar->setValue(bar->maximum() / 2); });
    measure(page + u": sorted"_s, [&] { view.sortByColumn(1, Qt::DescendingOrder); });
    measure(page + u": sorted back"_s, [&] { view.sortByColumn(0, Qt::AscendingOrder); });
    measure(page + u": row selected"_s, [&] { view.selectRow(view.rowAt(5)); });
    measure(page + u": searched"_s, [&] { m_window.showPageSearching(page, u"an"_s); });
    measure(page + u": found selected"_s, [&] { view.selectAll(); });
    measure(page + u": searched for nothing"_s, [&] { m_window.showPageSearching(page, u"zzyzx"_s); });
    measure(page + u": search taken back"_s, [&] { m_window.showPageSearching(page, {}); });
    auto *filter = m_window.currentPage()->findChild<SegmentedFilter *>();
    const auto segments = filter->findChildren<QToolButton *>(QRegularExpression(u"SegmentButton$"_s));
    for (QToolButton *segment : segments) {
        if (!segment->isChecked())
            measure(page + u": filtered by "_s + segment->objectName().chopped(13),
                    [segment] { segment->click(); });
    }
    measure(page + u": filter taken back"_s, [&] { segments.first()->click(); });
}

void WindowFlows::visit(const QString &name, const TourStop &stop)
{
    auto shown = std::make_shared<QPointer<QWidget>>();
    measure(
        name, [&] { *shown = stop.show(); },
        stop.isSettled ? stop.isSettled : [this] { return m_window.currentPage()->isSettled(); });
    measure(name + u", left"_s, [&] {
        QWidget *dialog = *shown ? shown->data() : openDialog();
        if (dialog)
            dialog->close();
        m_window.activateWindow();
        if (stop.leave)
            stop.leave();
    });
}

void WindowFlows::exportList(const QString &page)
{
    auto *action = m_window.currentPage()->findChild<QAction *>(u"exportAction"_s);
    if (!action)
        return;
    measure(page + u": written to a file"_s, [&] {
        action->trigger();
        press(u"chooseFileButton"_s);
    });
}

/// What can be pressed in the dialog that is open.
void WindowFlows::press(const QString &button)
{
    QDialog *dialog = openDialog();
    auto *found = dialog ? dialog->findChild<QPushButton *>(button) : nullptr;
    if (found)
        found->click();
    else
        qWarning().noquote() << "There is no" << button;
}

/// Some seats are taken back, and that is taken back.
void WindowFlows::changeAndUndo()
{
    measure(u"assignments: shown for a change"_s,
            [&] { m_window.showPageSearching(u"assignments"_s, u"is:current"_s); });
    measure(u"assignments: a hundred selected"_s, [&] {
        const int last = std::min(100, list()->model()->rowCount()) - 1;
        list()->selectionModel()->select(
            QItemSelection(list()->model()->index(0, 0), list()->model()->index(last, 0)),
            QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    });
    measure(
        u"assignments: revoking planned"_s,
        [&] { m_window.currentPage()->findChild<QAction *>(u"revokeAction"_s)->trigger(); },
        [&] {
            const QDialog *dialog = openDialog();
            const auto *button = dialog ? dialog->findChild<QPushButton *>(u"applyButton"_s) : nullptr;
            return button && button->isEnabled();
        });
    measure(u"assignments: revoked"_s, [&] {
        openDialog()->findChild<QPlainTextEdit *>()->setPlainText(u"Not needed"_s);
        press(u"applyButton"_s);
    });
    measure(
        u"undo: said in words"_s, [&] { emit m_window.undoRequested(); },
        [&] {
            const auto *dialog = qobject_cast<const UndoDialog *>(openDialog());
            return dialog && dialog->isSettled();
        });
    // where more is held than there is, the seats that came free may not be given out again
    const bool isPossible = openDialog()
                            && openDialog()->findChild<QPushButton *>(u"undoButton"_s)->isEnabled();
    measure(u"undo: done"_s, [&] { press(isPossible ? u"undoButton"_s : u"cancelButton"_s); });
}

/// As many as can be selected at once.
void WindowFlows::useMany()
{
    measure(u"assignments: all shown"_s, [&] { m_window.showPageSearching(u"assignments"_s, {}); });
    measure(
        u"assignments: all selected"_s, [&] { list()->selectAll(); },
        [&] { return (list()->rows()->isComplete() || list()->rows()->tooMany()) && isSettled(); });
    measure(u"assignments: none selected"_s, [&] { list()->clearSelection(); });
}

void WindowFlows::typeIntoPalette()
{
    const auto settled = [this] { return m_palette.isSettled(); };
    measure(u"palette: opened"_s, [this] { m_palette.open(); }, settled);
    auto *field = m_palette.view()->findChild<QLineEdit *>();
    QString typed;
    for (const QChar letter : u"anna s"_s) {
        typed += letter;
        measure(u"palette: “%1” typed"_s.arg(typed), [&] { field->setText(typed); }, settled);
    }
    measure(u"palette: closed"_s, [this] { m_palette.open(); });
}

void WindowFlows::changeLooks()
{
    const QString language = m_preferences.language();
    measure(u"language: Chinese"_s, [&] { m_preferences.setLanguage(u"zh_CN"_s); });
    measure(u"language: English"_s, [&] { m_preferences.setLanguage(u"en"_s); });
    measure(u"text: 150 %"_s, [&] { m_preferences.setTextPercent(150); });
    measure(u"text: 100 %"_s, [&] { m_preferences.setTextPercent(100); });
    measure(u"look: dark"_s, [&] { m_preferences.setScheme(SchemeChoice::Dark); });
    measure(u"look: high contrast"_s, [&] { m_preferences.setScheme(SchemeChoice::HighContrastLight); });
    measure(u"look: light"_s, [&] { m_preferences.setScheme(SchemeChoice::Light); });
    measure(u"window: smaller"_s, [&] { m_window.resize(m_window.minimumSize()); });
    measure(u"window: larger"_s, [&] { m_window.resize(1600, 1000); });
    m_preferences.setLanguage(language);
}

bool WindowFlows::isSettled() const
{
    return m_window.currentPage() && m_window.currentPage()->isSettled() && !openDialog();
}

QDialog *WindowFlows::openDialog() const
{
    const QList<QDialog *> dialogs = m_window.findChildren<QDialog *>();
    const auto open = std::ranges::find_if(dialogs, &QDialog::isVisible);
    return open == dialogs.end() ? nullptr : *open;
}

PagedTableView *WindowFlows::list() const
{
    return qobject_cast<PagedTableView *>(m_window.currentPage()->mainView());
}

} // namespace seatledger
