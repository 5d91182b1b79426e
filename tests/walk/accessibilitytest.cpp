// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/language.h"
#include "tests/walk/wholewindow.h"
#include "ui/charts/chartwidget.h"
#include "ui/common/style/theme.h"
#include "ui/common/widgets/badge.h"
#include "ui/common/widgets/pagedtableview.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QScrollArea>
#include <QSet>
#include <QTest>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

bool takesTab(const QWidget &widget)
{
    return (widget.focusPolicy() & Qt::TabFocus) == Qt::TabFocus && widget.isEnabled()
           && !widget.focusProxy();
}

/// Parts that Qt makes inside of one control are that control to whoever works with it.
bool isInnerPart(const QWidget &widget)
{
    const QWidget *parent = widget.parentWidget();
    return widget.objectName().startsWith(u"qt_"_s)
           || (parent && (parent->inherits("QAbstractSpinBox") || parent->inherits("QComboBox")));
}

/// What stands in one group of exclusive buttons is one stop, and arrows move in it.
bool isReachedByArrows(const QWidget &widget)
{
    const auto *button = qobject_cast<const QAbstractButton *>(&widget);
    return button && (button->autoExclusive() || button->group());
}

/// In a cell that is edited Tab goes to the next one, as in any table; Esc leaves them.
bool isInACell()
{
    const QWidget *focus = QApplication::focusWidget();
    const auto *view = focus && focus->parentWidget()
                           ? qobject_cast<const QAbstractItemView *>(focus->parentWidget()->parentWidget())
                           : nullptr;
    return view && focus->parentWidget() == view->viewport();
}

QImage lookOf(QWidget &widget)
{
    // with what is around it: some rings are drawn outside
    QWidget *top = widget.window();
    const QRect place(widget.mapTo(top, QPoint()), widget.size());
    const QRect around = place.adjusted(-4, -4, 4, 4).intersected(top->rect());
    return top->grab(around).toImage();
}

} // namespace

/// Walks through all that the window can show and looks at it as people do who see nothing, or have no mouse.
class AccessibilityTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QAccessible::setActive(true);
        applyTheme(*qApp, Scheme::Light);
        useLanguage(QLocale(QLocale::English));
        m_whole = std::make_unique<WholeWindow>();
    }
    void init() { m_whole->open(); }
    void cleanupTestCase() { m_whole.reset(); }

    void everythingThatTakesTheKeyboardHasANameAndARole()
    {
        QStringList findings;
        m_whole->walk([&](const QString &stop, QWidget &top) {
            for (QWidget *widget : visibleWidgets(top)) {
                if (widget->focusPolicy() == Qt::NoFocus || isInnerPart(*widget) || widget->focusProxy())
                    continue;
                QAccessibleInterface *told = QAccessible::queryAccessibleInterface(widget);
                if (!told || told->text(QAccessible::Name).trimmed().isEmpty())
                    note(findings, stop, *widget, u"has no name"_s);
                else if (told->role() == QAccessible::NoRole)
                    note(findings, stop, *widget, u"has no role"_s);
            }
        });
        tell(findings);
    }

    void tabReachesAllOfItAndEndsNowhere()
    {
        QStringList findings;
        m_whole->walk([&](const QString &stop, QWidget &top) {
            if (isInACell())
                return;
            for (const bool forward : {true, false}) {
                const QList<QWidget *> widgets = visibleWidgets(top);
                const QSet<QWidget *> reached = reachedByTab(top, forward);
                for (QWidget *widget : widgets) {
                    if (widget->isVisible() && takesTab(*widget) && !isInnerPart(*widget)
                        && !isReachedByArrows(*widget) && !reached.contains(widget) && !isUnscrolled(*widget))
                        note(findings, stop, *widget,
                             forward ? u"is not reached by Tab"_s : u"is not reached by Shift+Tab"_s);
                }
            }
        });
        tell(findings);
    }

    void theKeyboardIsSeenWhereItIs()
    {
        QStringList findings;
        QSet<QString> seen;
        m_whole->walk([&](const QString &stop, QWidget &top) {
            for (QWidget *widget : visibleWidgets(top)) {
                const QString path = pathOf(*widget);
                if (!takesTab(*widget) || isInnerPart(*widget) || seen.contains(path)
                    || qobject_cast<QAbstractItemView *>(widget) || widget->inherits("QGraphicsView"))
                    continue;
                seen.insert(path);
                top.setAttribute(Qt::WA_KeyboardFocusChange); // as after Tab: a click needs no ring
                if (widget->visibleRegion().isEmpty())
                    continue; // elsewhere in what scrolls
                QWidget *before = QApplication::focusWidget();
                if (before)
                    before->clearFocus();
                const QImage without = lookOf(*widget);
                widget->setFocus(Qt::TabFocusReason);
                if (widget->hasFocus() && lookOf(*widget) == without)
                    note(findings, stop, *widget, u"looks the same with the keyboard"_s);
                if (before)
                    before->setFocus(Qt::OtherFocusReason);
            }
        });
        tell(findings);
    }

    void escapeClosesEveryDialog()
    {
        QStringList findings;
        m_whole->walk([&](const QString &stop, QWidget &top) {
            const QPointer<QDialog> dialog = qobject_cast<QDialog *>(&top);
            if (!dialog)
                return;
            for (int times = 0; dialog && dialog->isVisible() && times < 3; ++times) {
                QWidget *at = QApplication::focusWidget();
                QTest::keyClick(at && at->window() == dialog ? at : dialog, Qt::Key_Escape);
                QCoreApplication::sendPostedEvents();
            }
            if (dialog && dialog->isVisible())
                note(findings, stop, top, u"stays open on Escape"_s);
        });
        tell(findings);
    }

    void tablesBadgesAndChartsTellWhatTheyShow()
    {
        QStringList findings;
        m_whole->walk([&](const QString &stop, QWidget &top) {
            for (QWidget *widget : visibleWidgets(top)) {
                if (const auto *chart = qobject_cast<ChartWidget *>(widget);
                    chart && chart->accessibleDescription().isEmpty() && chart->count() > 0)
                    note(findings, stop, *widget, u"does not tell what it shows"_s);
                if (const auto *view = qobject_cast<QAbstractItemView *>(widget))
                    noteSilentCells(findings, stop, *view);
            }
        });
        tell(findings);
    }

private:
    /// The widgets that have the keyboard in turn when Tab is pressed as often as there are widgets.
    static QSet<QWidget *> reachedByTab(QWidget &top, bool forward)
    {
        QSet<QWidget *> reached;
        top.activateWindow();
        QWidget *first = QApplication::focusWidget();
        const qsizetype most = 2 * visibleWidgets(top).size();
        for (qsizetype step = 0; step < most; ++step) {
            QWidget *at = QApplication::focusWidget();
            if (at && at->window() == &top)
                reached.insert(at);
            QTest::keyClick(at && at->window() == &top ? at : &top, forward ? Qt::Key_Tab : Qt::Key_Backtab,
                            forward ? Qt::NoModifier : Qt::ShiftModifier);
            // some have several stops inside of them
            if (QApplication::focusWidget() == first && at != first)
                break;
        }
        return reached;
    }

    /// In a part that is folded away or not laid out.
    static bool isUnscrolled(const QWidget &widget) { return widget.size().isEmpty(); }

    /// A cell that shows a badge, a bar or an icon says it in words, too.
    static void noteSilentCells(QStringList &findings, const QString &stop, const QAbstractItemView &view)
    {
        const QAbstractItemModel *model = view.model();
        for (int column = 0; model && column < model->columnCount(); ++column) {
            for (int row = 0; row < std::min(20, model->rowCount()); ++row) {
                const QModelIndex index = model->index(row, column);
                const bool draws = index.data(Qt::DecorationRole).isValid();
                const bool tells = !index.data().toString().isEmpty()
                                   || !index.data(Qt::AccessibleTextRole).toString().isEmpty();
                if (draws && !tells)
                    note(findings, stop, view, u"shows a picture without words"_s);
            }
        }
    }

    static void note(QStringList &findings, const QString &stop, const QWidget &widget, const QString &what)
    {
        const QString finding = pathOf(widget) + u' ' + what;
        const bool known = std::ranges::any_of(
            findings, [&](const QString &line) { return line.endsWith(u": "_s + finding); });
        if (!known)
            findings += stop + u": "_s + finding;
    }

    std::unique_ptr<WholeWindow> m_whole;
};

} // namespace seatledger

QTEST_MAIN(seatledger::AccessibilityTest)
#include "accessibilitytest.moc"
