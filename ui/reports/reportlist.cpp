// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/reportlist.h"

#include "core/services/reportingapplicationservice.h"
#include "ui/common/style/icons.h"
#include "ui/common/style/painting.h"
#include "ui/common/style/tokens.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QScopedValueRollback>
#include <QStyledItemDelegate>

#include <algorithm>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr int kindRole = Qt::UserRole + 1;
constexpr int viewRole = Qt::UserRole + 2;
constexpr int lineHeight = 28;
constexpr int headingHeight = 34;

struct Group {
    const char *title;
    QList<ReportKind> kinds;
};

/// Lines of the height of a list to choose from, headings with room above.
class LineDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const bool isHeading = !index.parent().isValid();
        return {QStyledItemDelegate::sizeHint(option, index).width(), isHeading ? headingHeight : lineHeight};
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem line = option;
        line.rect.adjust(space(Space::S), 0, -space(Space::S), 0); // in line with the title of the page
        if (!index.parent().isValid())
            line.displayAlignment = Qt::AlignLeft | Qt::AlignBottom;
        const bool isChosen = line.state.testFlag(QStyle::State_Selected);
        if (isChosen || line.state.testFlag(QStyle::State_MouseOver))
            paintRounded(*painter, line.rect, extent(Size::Radius),
                         color(line.palette, !isChosen ? Tone::Hover
                                             : line.state.testFlag(QStyle::State_Active)
                                                 ? Tone::AccentSoft
                                                 : Tone::NeutralSoft));
        line.state &= ~(QStyle::State_Selected | QStyle::State_MouseOver);
        QStyledItemDelegate::paint(painter, line, index);
    }
};

std::vector<Group> groups()
{
    using enum ReportKind;
    return {{QT_TRANSLATE_NOOP("ReportList", "Utilisation"),
             {Utilisation, UtilisationByProduct, UtilisationByVendor, UtilisationByDepartment}},
            {QT_TRANSLATE_NOOP("ReportList", "Looking ahead"),
             {SeatsOverTime, Forecast, ForecastByMonth, Expiring}},
            {QT_TRANSLATE_NOOP("ReportList", "Costs"),
             {CostByDepartment, CostByMember, CostByVendor, CostByMonth}},
            {QT_TRANSLATE_NOOP("ReportList", "People and use"), {Holders, TopMembers, IdleSeats, Activity}}};
}

} // namespace

ReportList::ReportList(QWidget *parent) : QTreeWidget(parent)
{
    setObjectName(u"reportList"_s);
    setAccessibleName(tr("Reports"));
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setIndentation(0);
    setItemDelegate(new LineDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTextElideMode(Qt::ElideRight);
    header()->setStretchLastSection(true);
    connect(this, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem *item) { choose(item); });
}

QTreeWidgetItem *ReportList::addGroup(const QString &title)
{
    auto *group = new QTreeWidgetItem(this, {title});
    group->setFlags(Qt::ItemIsEnabled);
    group->setExpanded(true);
    return group;
}

void ReportList::setReports(const std::vector<ReportKind> &kinds)
{
    const QScopedValueRollback quiet(m_isQuiet, true);
    clear();
    for (const Group &group : groups()) {
        QTreeWidgetItem *heading = nullptr;
        for (const ReportKind kind : group.kinds) {
            if (std::ranges::find(kinds, kind) == kinds.end())
                continue;
            if (!heading)
                heading = addGroup(QCoreApplication::translate("ReportList", group.title));
            auto *item = new QTreeWidgetItem(heading, {reportTitle(kind)});
            item->setToolTip(0, reportTitle(kind));
            item->setData(0, kindRole, static_cast<int>(kind));
        }
    }
    m_views = addGroup(tr("Saved views"));
    setViews(m_known);
}

void ReportList::setViews(const std::vector<NamedReport> &views)
{
    const QScopedValueRollback quiet(m_isQuiet, true);
    m_known = views;
    if (!m_views)
        return;
    qDeleteAll(m_views->takeChildren());
    for (const NamedReport &view : views) {
        auto *item = new QTreeWidgetItem(m_views, {view.name});
        item->setToolTip(0, view.name + u'\n' + reportTitle(view.place.kind));
        item->setIcon(0, icon(u"bookmark"));
        item->setData(0, viewRole, view.name);
    }
    m_views->setHidden(views.empty());
    dress();
}

void ReportList::dress()
{
    for (int at = 0; at < topLevelItemCount(); ++at) {
        topLevelItem(at)->setForeground(0, color(palette(), Tone::TextMuted));
        topLevelItem(at)->setFont(0, scaledFont(font(), TextSize::Small, QFont::DemiBold));
    }
}

void ReportList::changeEvent(QEvent *event)
{
    QTreeWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        dress();
}

void ReportList::choose(QTreeWidgetItem *item)
{
    if (!item || m_isQuiet)
        return;
    if (const QString view = item->data(0, viewRole).toString(); !view.isEmpty())
        emit viewChosen(view);
    else if (const QVariant kind = item->data(0, kindRole); kind.isValid())
        emit reportChosen(static_cast<ReportKind>(kind.toInt()));
}

void ReportList::mark(ReportKind kind, const QString &viewName)
{
    const QScopedValueRollback quiet(m_isQuiet, true);
    for (QTreeWidgetItemIterator item(this); *item; ++item) {
        const bool isWanted = viewName.isEmpty() ? (*item)->data(0, kindRole) == static_cast<int>(kind)
                                                 : (*item)->data(0, viewRole) == viewName;
        if (isWanted)
            return setCurrentItem(*item);
    }
    setCurrentItem(nullptr);
}

QStringList ReportList::viewNames() const
{
    QStringList names;
    for (const NamedReport &view : m_known)
        names += view.name;
    return names;
}

void ReportList::contextMenuEvent(QContextMenuEvent *event)
{
    const QTreeWidgetItem *item = event->reason() == QContextMenuEvent::Keyboard ? currentItem()
                                                                                 : itemAt(event->pos());
    const QString view = item ? item->data(0, viewRole).toString() : QString();
    if (!view.isEmpty())
        emit viewMenuRequested(view, event->globalPos());
}

} // namespace seatledger
