// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/walk/room.h"

#include "tests/walk/wholewindow.h"
#include "ui/common/widgets/textlabel.h"
#include "ui/dashboard/figuretile.h"

#include <QAbstractScrollArea>
#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollBar>
#include <QStyleOptionButton>
#include <QStyleOptionComboBox>
#include <QToolButton>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr int tolerance = 1; ///< widths are rounded on the way

QString withoutMnemonic(QString text)
{
    return text.remove(u'&');
}

bool isCut(const QLabel &label)
{
    const auto *own = qobject_cast<const TextLabel *>(&label);
    if (label.text().isEmpty() || (own && own->isElided()))
        return false;
    if (label.wordWrap())
        return label.heightForWidth(label.width()) > label.height() + tolerance;
    const QSize wanted = label.fontMetrics().size(Qt::TextShowMnemonic, label.text());
    return wanted.width() > label.contentsRect().width() + tolerance
           || wanted.height() > label.contentsRect().height() + tolerance;
}

bool isCut(const QAbstractButton &button)
{
    if (button.text().isEmpty())
        return false;
    if (qobject_cast<const FigureTile *>(&button))
        return button.minimumSizeHint().width() > button.width() + tolerance;
    if (qobject_cast<const QToolButton *>(&button)
        && static_cast<const QToolButton &>(button).toolButtonStyle() == Qt::ToolButtonIconOnly
        && !button.icon().isNull())
        return false;
    const int text = button.fontMetrics().horizontalAdvance(withoutMnemonic(button.text()));
    const int image = button.icon().isNull() ? 0 : button.iconSize().width() + 4;
    const bool low = button.fontMetrics().height() > button.height() + tolerance;
    return low || text + image > button.width() + tolerance;
}

bool isCut(const QComboBox &box)
{
    QStyleOptionComboBox option;
    option.initFrom(&box);
    option.editable = box.isEditable();
    const QRect field = box.style()->subControlRect(QStyle::CC_ComboBox, &option,
                                                    QStyle::SC_ComboBoxEditField, &box);
    const int image = box.itemIcon(box.currentIndex()).isNull() ? 0 : box.iconSize().width() + 4;
    return box.fontMetrics().horizontalAdvance(box.currentText()) + image > field.width() + tolerance;
}

bool isCut(const QHeaderView &header, int section)
{
    return !header.isSectionHidden(section) && header.sectionSize(section) > 0
           && header.fontMetrics().horizontalAdvance(
                  header.model()->headerData(section, header.orientation()).toString())
                  > header.sectionSize(section);
}

/// Part of something that scrolls, so that it can be brought into sight.
bool scrolls(const QWidget &widget)
{
    for (const QWidget *each = &widget; each && !each->isWindow(); each = each->parentWidget()) {
        if (qobject_cast<const QAbstractScrollArea *>(each))
            return true;
    }
    return false;
}

bool isOutside(const QWidget &widget, const QWidget &top)
{
    if (&widget == &top || scrolls(widget) || widget.width() == 0 || widget.height() == 0)
        return false;
    const QRect there(widget.mapTo(&top, QPoint()), widget.size());
    return !top.rect().adjusted(-tolerance, -tolerance, tolerance, tolerance).contains(there);
}

/// Scrolling sideways to read a form is no way to read it.
bool scrollsSideways(const QWidget &widget)
{
    const auto *area = qobject_cast<const QAbstractScrollArea *>(&widget);
    return area && !area->inherits("QTableView") && !area->inherits("QListView")
           && !area->inherits("QTreeView") && !area->inherits("QPlainTextEdit")
           && area->horizontalScrollBar()->isVisible() && area->horizontalScrollBar()->maximum() > 0;
}

} // namespace

QStringList withoutRoom(QWidget &top)
{
    QStringList findings;
    const auto note = [&](const QWidget &widget, const QString &what, const QString &text) {
        findings += u"%1: %2 “%3” in %4x%5"_s.arg(pathOf(widget), what, text.left(80))
                        .arg(widget.width())
                        .arg(widget.height());
    };
    for (QWidget *widget : visibleWidgets(top)) {
        if (isOutside(*widget, top))
            note(*widget, u"outside"_s, {});
        if (scrollsSideways(*widget))
            note(*widget, u"scrolls sideways"_s, {});
        if (const auto *label = qobject_cast<QLabel *>(widget); label && isCut(*label))
            note(*widget, u"cut"_s, label->text());
        if (const auto *button = qobject_cast<QAbstractButton *>(widget); button && isCut(*button))
            note(*widget, u"cut"_s, button->text());
        if (const auto *box = qobject_cast<QComboBox *>(widget); box && isCut(*box))
            note(*widget, u"cut"_s, box->currentText());
        if (const auto *header = qobject_cast<QHeaderView *>(widget);
            header && header->model() && header->orientation() == Qt::Horizontal) {
            for (int section = 0; section < header->count(); ++section) {
                if (isCut(*header, section))
                    note(*widget, u"cut"_s,
                         header->model()->headerData(section, header->orientation()).toString());
            }
        }
    }
    return findings;
}

} // namespace seatledger
