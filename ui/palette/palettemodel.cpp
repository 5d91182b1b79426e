// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/palettemodel.h"

#include "ui/common/style/icons.h"
#include "ui/common/style/painting.h"
#include "ui/common/wording.h"

#include <QCoreApplication>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr int iconSide = 16;
constexpr int inset = 8; ///< of the mark on the row with the keyboard

const PaletteHit *hitOf(const QModelIndex &index)
{
    const auto *model = qobject_cast<const PaletteModel *>(index.model());
    return model ? model->hitAt(index.row()) : nullptr;
}

void paintHeading(QPainter &painter, const QStyleOptionViewItem &option, const QString &text)
{
    painter.setFont(scaledFont(option.font, TextSize::Small, QFont::DemiBold));
    painter.setPen(color(option.palette, Tone::TextMuted));
    painter.drawText(option.rect.adjusted(2 * inset, 0, -2 * inset, -2), Qt::AlignLeft | Qt::AlignBottom,
                     text);
}

/// The keys of a shortcut on a patch, like a key.
int paintKeys(QPainter &painter, const QRect &line, const QString &keys, const QStyleOptionViewItem &option)
{
    painter.setFont(scaledFont(option.font, TextSize::Small));
    const QFontMetrics metrics = painter.fontMetrics();
    const int width = metrics.horizontalAdvance(keys) + 12;
    const int height = metrics.height() + 4;
    const QRect patch(line.right() - width + 1, line.center().y() - height / 2 + 1, width, height);
    paintRounded(painter, patch, 4, color(option.palette, Tone::Raised), color(option.palette, Tone::Border));
    painter.setPen(color(option.palette, Tone::TextMuted));
    painter.drawText(patch, Qt::AlignCenter, keys);
    return width + space(Space::S);
}

/// Draws the title, the letters that were typed set off; answers how wide it is.
int paintTitle(QPainter &painter, const QRect &area, const PaletteHit &hit,
               const QStyleOptionViewItem &option)
{
    const QString text = option.fontMetrics.elidedText(hit.title, Qt::ElideRight, area.width());
    QTextLayout layout(text, option.font);
    QList<QTextLayout::FormatRange> formats;
    for (const qsizetype at : hit.letters) {
        if (at >= text.size())
            continue;
        QTextLayout::FormatRange range;
        range.start = static_cast<int>(at);
        range.length = 1;
        range.format.setFontWeight(QFont::Bold);
        range.format.setForeground(color(option.palette, hit.isAllowed() ? Tone::Accent : Tone::TextMuted));
        formats.append(range);
    }
    layout.setFormats(formats);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(area.width());
    layout.endLayout();
    painter.setPen(color(option.palette, hit.isAllowed() ? Tone::Text : Tone::TextFaint));
    const QFontMetricsF metrics(option.font); // where paintTextLine() puts what stands beside it
    layout.draw(&painter, QPointF(area.left(), area.top() + (area.height() - metrics.height()) / 2
                                                   + metrics.ascent() - line.ascent()));
    return static_cast<int>(line.naturalTextWidth());
}

void paintHit(QPainter &painter, const QStyleOptionViewItem &option, const PaletteHit &hit)
{
    const QRect patch = option.rect.adjusted(inset, 1, -inset, -1);
    const bool isCurrent = option.state.testFlag(QStyle::State_Selected);
    if (isCurrent || option.state.testFlag(QStyle::State_MouseOver))
        paintRounded(painter, patch, extent(Size::Radius),
                     color(option.palette, isCurrent ? Tone::AccentSoft : Tone::Hover));
    QRect area = patch.adjusted(inset, 0, -inset, 0);
    paintIcon(painter, QRect(area.left(), area.center().y() - iconSide / 2 + 1, iconSide, iconSide),
              hit.iconName,
              color(option.palette, !hit.isAllowed() ? Tone::TextFaint
                                    : isCurrent      ? Tone::Accent
                                                     : Tone::TextMuted));
    area.setLeft(area.left() + iconSide + space(Space::M));
    if (!hit.trailing.isEmpty())
        area.setRight(area.right() - paintKeys(painter, area, hit.trailing, option));
    painter.setFont(option.font);
    area.setLeft(area.left() + paintTitle(painter, area, hit, option) + space(Space::M));
    const QString second = hit.isAllowed() ? hit.detail : hit.refusal;
    if (second.isEmpty() || area.width() < 40)
        return;
    painter.setFont(option.font);
    painter.setPen(color(option.palette, Tone::TextMuted));
    paintTextLine(painter, area, Qt::AlignLeft,
                  painter.fontMetrics().elidedText(second, Qt::ElideRight, area.width()));
}

} // namespace

QString groupTitle(PaletteGroup group)
{
    switch (group) {
    case PaletteGroup::Recent:
        return QCoreApplication::translate("Palette", "Recently used");
    case PaletteGroup::Pages:
        return QCoreApplication::translate("Palette", "Pages");
    case PaletteGroup::Actions:
        return QCoreApplication::translate("Palette", "Actions");
    case PaletteGroup::Views:
        return QCoreApplication::translate("Palette", "Saved views");
    case PaletteGroup::Reports:
        return QCoreApplication::translate("Palette", "Reports");
    case PaletteGroup::Members:
        return QCoreApplication::translate("Palette", "Members");
    case PaletteGroup::Licenses:
        return QCoreApplication::translate("Palette", "Licences");
    case PaletteGroup::Departments:
        return QCoreApplication::translate("Palette", "Departments");
    case PaletteGroup::Products:
        return QCoreApplication::translate("Palette", "Products and vendors");
    }
    return {};
}

void PaletteModel::setHits(PaletteHits hits)
{
    beginResetModel();
    m_hits = std::move(hits);
    m_rows.clear();
    for (int i = 0; i < std::ssize(m_hits); ++i) {
        const PaletteGroup group = m_hits[static_cast<std::size_t>(i)].group;
        if (m_rows.empty() || m_rows.back().group != group)
            m_rows.push_back({-1, group});
        m_rows.push_back({i, group});
    }
    endResetModel();
}

const PaletteHit *PaletteModel::hitAt(int row) const
{
    if (row < 0 || row >= rowCount())
        return nullptr;
    const int hit = m_rows[static_cast<std::size_t>(row)].hit;
    return hit < 0 ? nullptr : &m_hits[static_cast<std::size_t>(hit)];
}

QString PaletteModel::headingAt(int row) const
{
    if (row < 0 || row >= rowCount() || hitAt(row))
        return {};
    return groupTitle(m_rows[static_cast<std::size_t>(row)].group);
}

int PaletteModel::rowOf(const QString &key) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (const PaletteHit *hit = hitAt(row); hit && hit->key == key)
            return row;
    }
    return -1;
}

int PaletteModel::nearestHit(int row, int step) const
{
    for (; row >= 0 && row < rowCount(); row += step) {
        if (hitAt(row))
            return row;
    }
    return -1;
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PaletteHit *hit = hitAt(index.row());
    if (!hit)
        return role == Qt::DisplayRole || role == Qt::AccessibleTextRole ? QVariant(headingAt(index.row()))
                                                                         : QVariant();
    switch (role) {
    case Qt::DisplayRole:
        return hit->title;
    case Qt::ToolTipRole:
        return hit->isAllowed() ? QVariant() : QVariant(hit->refusal);
    case Qt::AccessibleTextRole: {
        QStringList parts{hit->title, hit->isAllowed() ? hit->detail : hit->refusal, hit->trailing};
        parts.removeAll(QString());
        return listed(parts);
    }
    default:
        return {};
    }
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex &index) const
{
    const PaletteHit *hit = hitAt(index.row());
    if (!hit)
        return Qt::NoItemFlags;
    // what is refused can be reached all the same, to read why
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return hit->dragged ? flags | Qt::ItemIsDragEnabled : flags;
}

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (const PaletteHit *hit = hitOf(index))
        paintHit(*painter, option, *hit);
    else
        paintHeading(*painter, option, index.data().toString());
    painter->restore();
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (hitOf(index))
        return {200, std::max(34, option.fontMetrics.height() + 14)};
    return {200,
            QFontMetrics(scaledFont(option.font, TextSize::Small)).height() + (index.row() == 0 ? 8 : 16)};
}

} // namespace seatledger
