// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/widgets/pickerfield.h"

#include "ui/common/asyncresult.h"
#include "ui/common/models/pagedtablemodelbase.h"
#include "ui/common/style/icons.h"
#include "ui/common/widgets/tabledelegate.h"

#include <QAbstractItemView>
#include <QAbstractListModel>
#include <QCompleter>
#include <QKeyEvent>

namespace seatledger {

using namespace Qt::StringLiterals;

class PickerField::Model final : public QAbstractListModel
{
public:
    using QAbstractListModel::QAbstractListModel;

    void setItems(std::vector<PickerItem> items)
    {
        beginResetModel();
        m_items = std::move(items);
        endResetModel();
    }
    const PickerItem &item(int row) const { return m_items[static_cast<std::size_t>(row)]; }

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_items.size());
    }
    Qt::ItemFlags flags(const QModelIndex &index) const override
    {
        const Qt::ItemFlags flags = QAbstractListModel::flags(index);
        return index.isValid() && !item(index.row()).enabled ? flags & ~Qt::ItemIsEnabled : flags;
    }
    QVariant data(const QModelIndex &index, int role) const override
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid))
            return {};
        const PickerItem &shown = item(index.row());
        switch (role) {
        case Qt::DisplayRole:
        case Qt::EditRole:
            return shown.title;
        case Qt::DecorationRole:
            return shown.iconName.isEmpty() ? QVariant() : icon(shown.iconName);
        case SecondaryRole:
            return shown.detail;
        case ToneRole:
            return static_cast<int>(shown.enabled ? Tone::Text : Tone::TextFaint);
        case Qt::AccessibleTextRole:
            return QString(shown.title + u", "_s + shown.detail);
        default:
            return {};
        }
    }

private:
    std::vector<PickerItem> m_items;
};

PickerField::PickerField(Search search, QWidget *parent)
    : QLineEdit(parent),
      m_search(std::move(search)),
      m_model(new Model(this)),
      m_completer(new QCompleter(m_model, this))
{
    addAction(icon(u"search"), QLineEdit::LeadingPosition);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setWidget(this); // not setCompleter(): the matches come later than its own would
    m_completer->setMaxVisibleItems(10);
    m_completer->popup()->setItemDelegate(new TableDelegate(this));
    m_timer.setSingleShot(true);
    m_timer.setInterval(150);
    connect(&m_timer, &QTimer::timeout, this, &PickerField::ask);
    connect(this, &QLineEdit::textEdited, this, &PickerField::edited);
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this,
            [this](const QModelIndex &index) { pick(index.row()); });
}

void PickerField::setCurrent(std::optional<PickerItem> item)
{
    m_timer.stop();
    setText(item ? item->title : QString());
    if (item == m_current)
        return;
    m_current = std::move(item);
    emit currentChanged();
}

void PickerField::edited()
{
    if (m_current) {
        m_current.reset();
        emit currentChanged();
    }
    m_timer.start();
}

void PickerField::ask()
{
    const int generation = ++m_generation;
    whenDone(m_search(text().trimmed(), m_latest.renew()), this,
             [this, generation](Result<std::vector<PickerItem>> items) {
                 if (generation == m_generation)
                     take(std::move(items));
             });
}

void PickerField::take(Result<std::vector<PickerItem>> items)
{
    if (!items || !hasFocus())
        return;
    m_model->setItems(std::move(*items));
    if (m_model->rowCount() > 0)
        m_completer->complete();
    else
        m_completer->popup()->hide();
}

void PickerField::pick(int row)
{
    if (row < 0 || row >= m_model->rowCount() || !m_model->item(row).enabled)
        return;
    const PickerItem item = m_model->item(row);
    m_completer->popup()->hide();
    ++m_generation;
    setCurrent(m_clears ? std::nullopt : std::optional(item));
    emit picked(item);
}

void PickerField::focusInEvent(QFocusEvent *event)
{
    QLineEdit::focusInEvent(event);
    if (event->reason() == Qt::TabFocusReason && !m_current && !m_clears)
        m_timer.start();
}

void PickerField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down && !m_completer->popup()->isVisible())
        return ask();
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && !m_current && m_model->rowCount() == 1 && !text().isEmpty() && !m_timer.isActive())
        return pick(0);
    QLineEdit::keyPressEvent(event);
}

} // namespace seatledger
