// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/widgets/choicebox.h"

#include "ui/common/style/tokens.h"

#include <QFrame>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostRows = 12;
constexpr int narrowestList = 220;
constexpr int widestList = 420;
constexpr int besideText = 56; ///< the check and room

int rowHeight()
{
    return extent(Size::Row) - 6;
}

} // namespace

ChoiceBox::ChoiceBox(const QString &noneText, QWidget *parent)
    : QComboBox(parent),
      m_noneText(noneText),
      m_popup(new QFrame(this, Qt::Popup)),
      m_search(new QLineEdit(m_popup)),
      m_list(new QListWidget(m_popup))
{
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon);
    addItem(noneText);
    buildPopup();
}

ChoiceBox::~ChoiceBox() = default;

void ChoiceBox::buildPopup()
{
    m_popup->setObjectName(u"choicePopup"_s);
    m_popup->setFrameShape(QFrame::StyledPanel);
    m_search->setObjectName(u"choiceSearchEdit"_s);
    m_search->setPlaceholderText(tr("Search"));
    m_search->setAccessibleName(tr("Search"));
    m_search->setClearButtonEnabled(true);
    m_list->setObjectName(u"choiceList"_s);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *column = new QVBoxLayout(m_popup);
    column->setContentsMargins(space(Space::Xs), space(Space::Xs), space(Space::Xs), space(Space::Xs));
    column->setSpacing(space(Space::Xs));
    column->addWidget(m_search);
    column->addWidget(m_list);
    m_search->installEventFilter(this);
    m_list->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, &ChoiceBox::findItems);
    connect(m_list, &QListWidget::itemClicked, this, &ChoiceBox::toggle);
}

QWidget *ChoiceBox::popup() const
{
    return m_popup;
}

void ChoiceBox::setItems(std::vector<Item> items)
{
    m_items = std::move(items);
    fillList();
    showSummary();
}

void ChoiceBox::setChosen(const QList<qint64> &ids)
{
    if (ids == m_chosen)
        return;
    m_chosen = ids;
    fillList();
    showSummary();
}

void ChoiceBox::fillList()
{
    m_list->clear();
    m_list->setAccessibleName(accessibleName());
    for (const Item &item : m_items) {
        auto *row = new QListWidgetItem(item.text, m_list);
        row->setFlags(Qt::ItemIsEnabled
                      | Qt::ItemIsSelectable); // the whole row is clicked, not only its check
        row->setData(Qt::UserRole, item.id);
        row->setCheckState(m_chosen.contains(item.id) ? Qt::Checked : Qt::Unchecked);
        row->setToolTip(item.text);
        row->setSizeHint({m_list->fontMetrics().horizontalAdvance(item.text) + besideText, rowHeight()});
    }
    findItems(m_search->text());
}

void ChoiceBox::findItems(const QString &text)
{
    int first = -1;
    for (int row = 0; row < m_list->count(); ++row) {
        const bool isFound = m_list->item(row)->text().contains(text.trimmed(), Qt::CaseInsensitive);
        m_list->item(row)->setHidden(!isFound);
        if (isFound && first < 0)
            first = row;
    }
    m_list->setCurrentRow(first);
}

void ChoiceBox::toggle(QListWidgetItem *item)
{
    if (!item)
        return;
    const qint64 id = item->data(Qt::UserRole).toLongLong();
    const bool isChosen = !m_chosen.contains(id);
    if (isChosen)
        m_chosen.append(id);
    else
        m_chosen.removeAll(id);
    item->setCheckState(isChosen ? Qt::Checked : Qt::Unchecked);
    showSummary();
    emit chosenChanged();
}

QStringList ChoiceBox::chosenTexts() const
{
    QStringList texts;
    for (const Item &item : m_items) {
        if (m_chosen.contains(item.id))
            texts.append(item.text);
    }
    return texts;
}

void ChoiceBox::showSummary()
{
    const QStringList texts = chosenTexts();
    QString summary = m_noneText;
    if (texts.size() == 1)
        summary = texts.front();
    else if (!m_chosen.isEmpty())
        summary = tr("%Ln chosen", nullptr, static_cast<int>(m_chosen.size()));
    setItemText(0, summary);
    setToolTip(texts.join(u'\n'));
}

QSize ChoiceBox::minimumSizeHint() const
{
    const QSize wished = sizeHint();
    const int least = fontMetrics().horizontalAdvance(m_noneText) + extent(Size::Control) + space(Space::L);
    return {std::min(wished.width(), least), wished.height()};
}

void ChoiceBox::showPopup()
{
    m_search->clear();
    const int rows = std::clamp(m_list->count(), 1, mostRows);
    const int width = std::clamp(m_list->sizeHintForColumn(0) + space(Space::L) * 2,
                                 std::max(narrowestList, this->width()), widestList);
    m_list->setFixedSize(width, rows * rowHeight());
    m_popup->adjustSize();
    QPoint corner = mapToGlobal(QPoint(0, height()));
    if (const QScreen *at = screen()) {
        const QRect room = at->availableGeometry();
        if (corner.y() + m_popup->height() > room.bottom())
            corner.setY(mapToGlobal(QPoint()).y() - m_popup->height());
        corner.setX(std::max(room.left(), std::min(corner.x(), room.right() - m_popup->width())));
    }
    m_popup->move(corner);
    m_popup->show();
    m_search->setFocus();
}

void ChoiceBox::hidePopup()
{
    m_popup->hide();
    QComboBox::hidePopup();
}

bool ChoiceBox::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QComboBox::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() == Qt::Key_Escape || key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
        hidePopup();
        return true;
    }
    if (watched == m_search && key->key() == Qt::Key_Down) {
        m_list->setFocus();
        return true;
    }
    if (watched == m_list && key->key() == Qt::Key_Space) {
        toggle(m_list->currentItem());
        return true;
    }
    if (watched == m_list && key->modifiers() == Qt::NoModifier && !key->text().trimmed().isEmpty()) {
        m_search->setFocus();
        m_search->insert(key->text());
        return true;
    }
    return QComboBox::eventFilter(watched, event);
}

} // namespace seatledger
