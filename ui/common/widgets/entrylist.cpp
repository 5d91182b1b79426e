// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/widgets/entrylist.h"

#include "ui/common/style/icons.h"
#include "ui/common/style/painting.h"

#include <QAbstractListModel>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QWheelEvent>

namespace seatledger {

using namespace Qt::StringLiterals;

class EntryList::Model final : public QAbstractListModel
{
public:
    using QAbstractListModel::QAbstractListModel;

    void setEntries(std::vector<Entry> entries)
    {
        beginResetModel();
        m_entries = std::move(entries);
        endResetModel();
    }
    const Entry &entry(int row) const { return m_entries[static_cast<std::size_t>(row)]; }
    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
    }
    QVariant data(const QModelIndex &index, int role) const override
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid))
            return {};
        const Entry &shown = entry(index.row());
        switch (role) {
        case Qt::DisplayRole:
            return shown.title;
        case Qt::ToolTipRole:
            return QString(shown.title + u'\n' + shown.detail);
        case Qt::AccessibleTextRole:
            return QStringList{shown.title, shown.detail, shown.badge.text, shown.trailing}.join(u", "_s);
        default:
            return {};
        }
    }

private:
    std::vector<Entry> m_entries;
};

class EntryList::Delegate final : public QStyledItemDelegate
{
public:
    explicit Delegate(EntryList *list) : QStyledItemDelegate(list), m_list(list) {}

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Entry &entry = m_list->m_model->entry(index.row());
        const QFontMetrics small(scaledFont(option.font, TextSize::Small));
        const int second = entry.detail.isEmpty() ? 0 : small.height();
        return {100, option.fontMetrics.height() + second + 2 * space(Space::S) - 2};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Entry &entry = m_list->m_model->entry(index.row());
        QStyleOptionViewItem item = option;
        m_list->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &item, painter, m_list);
        painter->save();
        QRect area = option.rect.adjusted(space(Space::Xs), space(Space::S) - 1, -space(Space::Xs),
                                          -space(Space::S) + 1);
        const int lineHeight = option.fontMetrics.height();
        if (!entry.iconName.isEmpty()) {
            paintIcon(*painter, QRect(area.left(), area.top() + (lineHeight - 16) / 2, 16, 16),
                      entry.iconName, color(option.palette, entry.iconTone));
            area.setLeft(area.left() + 16 + space(Space::S));
        }
        const QFontMetrics small(scaledFont(option.font, TextSize::Small));
        const bool isBelow = standsBelow(area.width(), entry, option, small);
        const QRect line(area.left(), isBelow ? area.top() + lineHeight : area.top(), area.width(),
                         isBelow ? small.height() : lineHeight);
        const int right = paintRight(*painter, line, entry, option);
        paintLines(*painter, area, isBelow ? Taken{0, right} : Taken{right, 0}, entry, option);
        painter->restore();
    }

private:
    /// At the right of the first and of the second line.
    struct Taken {
        int first = 0;
        int second = 0;
    };

    /// Whether the title would be cut beside the badge, and the second line has room for it.
    static bool standsBelow(int width, const Entry &entry, const QStyleOptionViewItem &option,
                            const QFontMetrics &small)
    {
        if (entry.badge.text.isEmpty() || entry.detail.isEmpty())
            return false;
        const int room = width - badgeSize(entry.badge, option.font).width() - space(Space::S);
        return option.fontMetrics.horizontalAdvance(entry.title) > room
               && small.horizontalAdvance(entry.detail) <= room;
    }

    int paintRight(QPainter &painter, const QRect &line, const Entry &entry,
                   const QStyleOptionViewItem &option) const
    {
        if (!entry.badge.text.isEmpty()) {
            const int width = badgeSize(entry.badge, option.font).width();
            paintBadge(painter, QRect(line.right() - width + 1, line.top(), width, line.height()),
                       entry.badge, option.palette, option.font,
                       option.state.testFlag(QStyle::State_Selected));
            return width + space(Space::S);
        }
        if (entry.trailing.isEmpty())
            return 0;
        painter.setFont(scaledFont(option.font, TextSize::Small));
        painter.setPen(color(option.palette, Tone::TextMuted));
        paintTextLine(painter, line, Qt::AlignRight, entry.trailing);
        return painter.fontMetrics().horizontalAdvance(entry.trailing) + space(Space::S);
    }

    void paintLines(QPainter &painter, const QRect &area, const Taken &taken, const Entry &entry,
                    const QStyleOptionViewItem &option) const
    {
        const QRect first(area.left(), area.top(), area.width() - taken.first, option.fontMetrics.height());
        painter.setFont(option.font);
        painter.setPen(color(option.palette, Tone::Text));
        paintTextLine(painter, first, Qt::AlignLeft,
                      option.fontMetrics.elidedText(entry.title, Qt::ElideRight, first.width()));
        painter.setFont(scaledFont(option.font, TextSize::Small));
        painter.setPen(color(option.palette, Tone::TextMuted));
        const QRect second(area.left(), first.bottom() + 1, area.width() - taken.second,
                           painter.fontMetrics().height());
        paintTextLine(painter, second, Qt::AlignLeft,
                      painter.fontMetrics().elidedText(entry.detail, Qt::ElideRight, second.width()));
    }

    EntryList *m_list;
};

EntryList::EntryList(QWidget *parent) : QListView(parent), m_model(new Model(this))
{
    setObjectName(u"entryList"_s);
    setFrameShape(NoFrame);
    setModel(m_model);
    setItemDelegate(new Delegate(this));
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setTabKeyNavigation(false);
    viewport()->setAutoFillBackground(false);
    connect(this, &QAbstractItemView::doubleClicked, this, &EntryList::activate);
}

void EntryList::setEntries(std::vector<Entry> entries)
{
    m_model->setEntries(std::move(entries));
    setFocusPolicy(count() > 0 ? Qt::StrongFocus : Qt::NoFocus);
    updateGeometry();
}

int EntryList::count() const
{
    return m_model->rowCount();
}

void EntryList::setEmptyText(const QString &text)
{
    m_emptyText = text;
    setAccessibleDescription(text);
    viewport()->update();
}

QSize EntryList::sizeHint() const
{
    int height = count() == 0 && !m_emptyText.isEmpty() ? fontMetrics().height() + space(Space::S) : 0;
    for (int row = 0; row < count(); ++row)
        height += sizeHintForRow(row);
    return {240, height};
}

QSize EntryList::minimumSizeHint() const
{
    return {120, sizeHint().height()};
}

void EntryList::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    if (count() > 0)
        return;
    QPainter painter(viewport());
    painter.setPen(color(palette(), Tone::TextMuted));
    painter.drawText(viewport()->rect().adjusted(space(Space::Xs), 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                     m_emptyText);
}

void EntryList::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return activate(currentIndex());
    QListView::keyPressEvent(event);
}

void EntryList::wheelEvent(QWheelEvent *event)
{
    event->ignore(); // the panel around it scrolls
}

bool EntryList::event(QEvent *event)
{
    const auto *menu = event->type() == QEvent::ContextMenu ? static_cast<QContextMenuEvent *>(event)
                                                            : nullptr;
    if (!menu || menu->reason() != QContextMenuEvent::Keyboard
        || contextMenuPolicy() != Qt::CustomContextMenu)
        return QListView::event(event);
    if (currentIndex().isValid()) // the key means the entry with the keyboard, wherever the pointer is
        emit customContextMenuRequested(visualRect(currentIndex()).center());
    return true;
}

void EntryList::activate(const QModelIndex &index)
{
    if (index.isValid())
        emit entryActivated(m_model->entry(index.row()).id);
}

} // namespace seatledger
