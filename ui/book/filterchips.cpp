// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/book/filterchips.h"

#include "ui/common/style/icons.h"
#include "ui/common/style/ledgerstyle.h"
#include "ui/common/style/painting.h"
#include "ui/common/widgets/flowlayout.h"

#include <QAbstractButton>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr int crossSide = 12;
constexpr int longest = 320;

class Chip final : public QAbstractButton
{
public:
    Chip(const QString &text, QWidget *parent) : QAbstractButton(parent)
    {
        setObjectName(u"filterChip"_s);
        setText(text);
        setToolTip(FilterChips::tr("Take this off"));
        setAccessibleName(text);
        setAccessibleDescription(FilterChips::tr("Take this off"));
        setFocusPolicy(Qt::TabFocus);
        setCursor(Qt::ArrowCursor);
        setAttribute(Qt::WA_Hover);
    }

    QSize sizeHint() const override
    {
        const int width = fontMetrics().horizontalAdvance(text()) + crossSide + 3 * space(Space::S);
        return {std::min(width, longest), fontMetrics().height() + space(Space::S)};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const qreal radius = height() / 2.0;
        paintRounded(painter, rect(), radius, color(palette(), underMouse() ? Tone::Hover : Tone::AccentSoft),
                     color(palette(), underMouse() ? Tone::BorderStrong : Tone::AccentSoft));
        if (hasFocus())
            paintFocusRing(painter, rect(), palette(), radius);
        const QRect area = rect().adjusted(space(Space::S), 0, -space(Space::S), 0);
        const QRect cross(area.right() - crossSide + 1, (height() - crossSide) / 2, crossSide, crossSide);
        paintIcon(painter, cross, u"x", color(palette(), underMouse() ? Tone::Text : Tone::TextMuted));
        painter.setPen(color(palette(), Tone::Text));
        const int room = area.width() - crossSide - space(Space::Xs);
        paintTextLine(painter, area, Qt::AlignLeft, fontMetrics().elidedText(text(), Qt::ElideRight, room));
    }

    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace
            || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
            return click();
        QAbstractButton::keyPressEvent(event);
    }
};

} // namespace

FilterChips::FilterChips(QWidget *parent) : QWidget(parent)
{
    setAccessibleName(tr("What narrows the list"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space(Space::L), 0, space(Space::L), space(Space::S));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    hide();
}

void FilterChips::setChips(std::vector<FilterChip> chips)
{
    m_chips = std::move(chips);
    if (m_row) {
        m_row->hide();
        m_row->deleteLater(); // a chip may be the one that was clicked
        layout()->removeWidget(m_row);
    }
    m_row = new QWidget(this);
    (new FlowLayout(space(Space::Xs), m_row))->setContentsMargins(0, 0, 0, 0);
    for (const FilterChip &chip : m_chips)
        addChip(chip);
    if (m_chips.size() > 1) {
        auto *all = new QPushButton(tr("Clear all"), m_row);
        all->setObjectName(u"clearChipsButton"_s);
        setButtonKind(all, ButtonKind::Quiet);
        setCompact(all);
        connect(all, &QPushButton::clicked, this, &FilterChips::clearRequested);
        m_row->layout()->addWidget(all);
    }
    layout()->addWidget(m_row);
    m_row->show();
    setVisible(!m_chips.empty());
}

void FilterChips::addChip(const FilterChip &chip)
{
    auto *button = new Chip(chip.text, m_row);
    connect(button, &QAbstractButton::clicked, this, [remove = chip.remove] { remove(); });
    m_row->layout()->addWidget(button);
}

QStringList FilterChips::texts() const
{
    QStringList texts;
    for (const FilterChip &chip : m_chips)
        texts.append(chip.text);
    return texts;
}

} // namespace seatledger
