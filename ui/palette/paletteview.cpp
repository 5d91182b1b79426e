// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/paletteview.h"

#include "ui/common/style/icons.h"
#include "ui/common/style/painting.h"
#include "ui/common/widgets/dragging.h"
#include "ui/common/widgets/textlabel.h"
#include "ui/palette/palettemodel.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr int cardWidth = 640;
constexpr int fieldHeight = 44;
constexpr int listHeight = 430;
constexpr int emptyHeight = 72;
constexpr int pageRows = 8;
constexpr int dimming = 70;

} // namespace

/// What is seen of it; casts a soft shadow.
class PaletteView::Card final : public QWidget
{
public:
    using QWidget::QWidget;
    static constexpr int margin = 12; ///< for the shadow

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRect face = rect().adjusted(margin, margin, -margin, -margin);
        QColor shade = color(palette(), Tone::Shadow);
        const int strongest = shade.alpha();
        for (int step = margin; step > 0; step -= 2) {
            shade.setAlpha(strongest / (2 * step));
            paintRounded(painter, face.adjusted(-step, -step + 4, step, step),
                         extent(Size::CardRadius) + step, shade);
        }
        paintRounded(painter, face, extent(Size::CardRadius), color(palette(), Tone::Surface),
                     color(palette(), Tone::BorderStrong));
    }
};

/// What was found; begins a drag where the pointer takes a hit along.
class PaletteView::List final : public QListView
{
public:
    List(PaletteView *view, QWidget *parent) : QListView(parent), m_view(view) { setDragEnabled(true); }

protected:
    void startDrag(Qt::DropActions) override { m_view->dragCurrent(); }

private:
    PaletteView *m_view;
};

PaletteView::PaletteView(QWidget *window)
    : QWidget(window),
      m_card(new Card(this)),
      m_field(new QLineEdit(m_card)),
      m_list(new List(this, m_card)),
      m_model(new PaletteModel(this)),
      m_nothing(new TextLabel({}, TextSize::Body, Tone::TextMuted, m_card)),
      m_hint(new TextLabel({}, TextSize::Small, Tone::TextMuted, m_card)),
      m_keys(new TextLabel({}, TextSize::Small, Tone::TextMuted, m_card))
{
    setObjectName(u"palette"_s);
    m_field->setObjectName(u"paletteEdit"_s);
    m_field->setPlaceholderText(tr("Go to a page, a person, a licence, or do something …"));
    m_field->setAccessibleName(tr("Go to"));
    m_field->setFrame(false);
    m_field->addAction(icon(u"search"), QLineEdit::LeadingPosition);
    m_field->setFont(scaledFont(font(), TextSize::Heading));
    m_field->setMinimumHeight(fieldHeight);
    m_field->installEventFilter(this);
    m_list->setObjectName(u"paletteList"_s);
    m_list->setAccessibleName(tr("What was found"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setModel(m_model);
    m_nothing->setObjectName(u"paletteNothing"_s);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_hint->setElided(true);
    m_hint->setObjectName(u"paletteHint"_s);
    m_keys->setText(tr("↑↓ choose   ↵ open   Esc close"));
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(space(Space::L), space(Space::S), space(Space::L), space(Space::S));
    foot->addWidget(m_hint, 1);
    foot->addWidget(m_keys);
    auto *column = new QVBoxLayout(m_card);
    const int edge = Card::margin + 1;
    column->setContentsMargins(edge, edge + space(Space::Xs), edge, edge);
    column->setSpacing(0);
    column->addWidget(m_field);
    column->addWidget(m_list, 1);
    column->addWidget(m_nothing, 1);
    column->addLayout(foot);
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_isChosen = false;
        emit typedChanged(text);
    });
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) {
        setCurrentRow(index.row());
        take(QApplication::keyboardModifiers().testFlag(Qt::ControlModifier));
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &PaletteView::tellCurrent);
    window->installEventFilter(this);
    hide();
}

void PaletteView::open(const QString &typed)
{
    if (!isOpen())
        m_before = QApplication::focusWidget();
    place();
    show();
    raise();
    m_isChosen = false;
    m_field->setText(typed);
    m_field->setFocus(Qt::PopupFocusReason);
}

void PaletteView::close()
{
    if (!isOpen())
        return;
    hide();
    m_field->clear();
    if (m_before)
        m_before->setFocus(Qt::PopupFocusReason);
}

QString PaletteView::typed() const
{
    return m_field->text();
}

void PaletteView::setHits(PaletteHits hits, bool keeps)
{
    const QString key = current() && keeps && m_isChosen ? current()->key : QString();
    const bool isEmpty = hits.empty();
    m_model->setHits(std::move(hits));
    const int kept = key.isEmpty() ? -1 : m_model->rowOf(key);
    m_list->setVisible(!isEmpty);
    m_nothing->setVisible(isEmpty);
    m_nothing->setText(m_isBusy ? tr("Searching …") : tr("Nothing is called that."));
    place();
    setCurrentRow(kept >= 0 ? kept : m_model->nearestHit(0, 1));
    if (kept < 0)
        m_list->scrollToTop();
}

void PaletteView::setBusy(bool busy)
{
    m_isBusy = busy;
    m_nothing->setText(busy ? tr("Searching …") : tr("Nothing is called that."));
    update();
    tellCurrent();
}

const PaletteHit *PaletteView::current() const
{
    return m_model->hitAt(m_list->currentIndex().row());
}

void PaletteView::setCurrentRow(int row)
{
    if (row < 0)
        return m_list->setCurrentIndex({});
    m_list->setCurrentIndex(m_model->index(row));
    m_list->scrollTo(m_model->index(m_model->nearestHit(row - 1, -1) < 0 ? 0 : row));
}

/// The field keeps the keyboard, so it is the field that tells what Enter would take.
void PaletteView::tellCurrent()
{
    const PaletteHit *hit = current();
    m_field->setAccessibleDescription(
        hit ? m_model->data(m_list->currentIndex(), Qt::AccessibleTextRole).toString() : QString());
    QString hint;
    if (hit && !hit->isAllowed())
        hint = hit->refusal;
    else if (hit && !hit->otherText.isEmpty())
        hint = tr("%1: %2", "keys, what they do")
                   .arg(QKeySequence(Qt::CTRL | Qt::Key_Return).toString(QKeySequence::NativeText),
                        hit->otherText);
    else if (m_isBusy)
        hint = tr("Searching …");
    m_hint->setText(hint);
}

void PaletteView::move(int steps)
{
    const int step = steps < 0 ? -1 : 1;
    int row = m_list->currentIndex().row();
    for (int left = std::abs(steps); left > 0; --left) {
        const int next = m_model->nearestHit(row + step, step);
        if (next < 0)
            break;
        row = next;
    }
    // round the ends, but only by single steps
    if (row == m_list->currentIndex().row() && std::abs(steps) == 1)
        row = step > 0 ? m_model->nearestHit(0, 1) : m_model->nearestHit(m_model->rowCount() - 1, -1);
    m_isChosen = true;
    setCurrentRow(row);
}

void PaletteView::take(bool other)
{
    const PaletteHit *hit = current();
    if (!hit)
        return;
    if (!hit->isAllowed() || (other && !hit->runOther))
        return tellCurrent();
    const PaletteHit chosen = *hit;
    close();
    emit taken(chosen, other);
}

void PaletteView::dragCurrent()
{
    const PaletteHit *hit = current();
    QMimeData *carried = hit && hit->dragged ? hit->dragged() : nullptr;
    if (!carried)
        return;
    close(); // what it can be dropped on is below
    drag(this, carried);
}

bool PaletteView::takeKey(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Down:
    case Qt::Key_Tab:
        move(1);
        return true;
    case Qt::Key_Up:
    case Qt::Key_Backtab:
        move(-1);
        return true;
    case Qt::Key_PageDown:
        move(pageRows);
        return true;
    case Qt::Key_PageUp:
        move(-pageRows);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        take(event->modifiers().testFlag(Qt::ControlModifier));
        return true;
    case Qt::Key_Escape:
        close();
        return true;
    default:
        return false;
    }
}

bool PaletteView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress)
        return takeKey(static_cast<QKeyEvent *>(event));
    if (watched == m_field && event->type() == QEvent::FocusOut && isOpen()) {
        const auto reason = static_cast<QFocusEvent *>(event)->reason();
        const bool isElsewhere = reason != Qt::ActiveWindowFocusReason && reason != Qt::PopupFocusReason
                                 && reason != Qt::MenuBarFocusReason;
        if (isElsewhere) {
            m_before.clear(); // whoever took the keyboard keeps it
            close();
        }
    }
    if (watched == parentWidget() && event->type() == QEvent::Resize && isOpen())
        place();
    return QWidget::eventFilter(watched, event);
}

void PaletteView::place()
{
    setGeometry(parentWidget()->rect());
    const int width = std::min(cardWidth + 2 * Card::margin, rect().width() - 2 * space(Space::L));
    const int top = std::max(space(Space::L), rect().height() / 10);
    int rows = 0;
    for (int row = 0; row < m_model->rowCount(); ++row)
        rows += m_list->sizeHintForRow(row);
    // as tall as what it shows, up to a point from where it scrolls
    const int list = std::clamp(rows + space(Space::Xs), emptyHeight, listHeight);
    const int rest = m_card->sizeHint().height()
                     - std::max(m_list->isHidden() ? 0 : m_list->sizeHint().height(),
                                m_nothing->isHidden() ? 0 : m_nothing->sizeHint().height());
    m_card->setGeometry((rect().width() - width) / 2, top, width,
                        std::min(list + rest, rect().height() - top - space(Space::L)));
}

void PaletteView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), QColor(0, 0, 0, dimming));
}

void PaletteView::mousePressEvent(QMouseEvent *)
{
    close();
}

} // namespace seatledger
