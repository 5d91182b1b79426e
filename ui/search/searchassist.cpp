// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/searchassist.h"

#include "ui/common/models/pagedtablemodelbase.h"
#include "ui/common/style/icons.h"
#include "ui/common/style/ledgerstyle.h"
#include "ui/common/style/painting.h"
#include "ui/common/widgets/searchfield.h"
#include "ui/common/widgets/tabledelegate.h"
#include "ui/common/widgets/textlabel.h"
#include "ui/search/searchhelp.h"

#include <QAbstractListModel>
#include <QAction>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr int popupWidth = 380;
constexpr int shownRows = 8;

} // namespace

/// A card over the window, under the field.
class SearchAssist::Popup final : public QFrame
{
public:
    Popup(const QString &name, Tone fill, Tone edge, QWidget *window)
        : QFrame(window), m_fill(fill), m_edge(edge)
    {
        setObjectName(name);
        auto *layout = new QVBoxLayout(this);
        layout->setContentsMargins(4, 4, 4, 4);
        hide();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        paintRounded(painter, rect(), extent(Size::Radius), color(palette(), m_fill),
                     color(palette(), m_edge));
    }

private:
    Tone m_fill;
    Tone m_edge;
};

class SearchAssist::Model final : public QAbstractListModel
{
public:
    using QAbstractListModel::QAbstractListModel;

    void setSuggestions(std::vector<SearchSuggestion> suggestions)
    {
        beginResetModel();
        m_suggestions = std::move(suggestions);
        endResetModel();
    }
    const SearchSuggestion &at(int row) const { return m_suggestions[static_cast<std::size_t>(row)]; }
    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_suggestions.size());
    }
    QVariant data(const QModelIndex &index, int role) const override
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid))
            return {};
        const SearchSuggestion &shown = at(index.row());
        const QString second = shown.title == shown.text ? shown.help
                               : shown.help.isEmpty()    ? shown.title
                                                         : shown.title + u" · "_s + shown.help;
        if (role == Qt::DisplayRole)
            return shown.text;
        if (role == SecondaryRole)
            return second;
        return role == Qt::AccessibleTextRole ? QVariant(QString(shown.text + u", "_s + second)) : QVariant();
    }

private:
    std::vector<SearchSuggestion> m_suggestions;
};

SearchAssist::SearchAssist(SearchField *field)
    : QObject(field),
      m_field(field),
      m_helpAction(field->addAction(icon(u"info-circle"), QLineEdit::TrailingPosition)),
      m_model(new Model(this))
{
    m_helpAction->setObjectName(u"searchHelpAction"_s);
    m_helpAction->setToolTip(
        tr("How to search (%1)").arg(QKeySequence(Qt::Key_F1).toString(QKeySequence::NativeText)));
    m_helpAction->setVisible(false);
    connect(m_helpAction, &QAction::triggered, this, &SearchAssist::showHelp);
    connect(field, &QLineEdit::textEdited, this, [this] {
        if (m_error && m_error->details[u"incomplete"_s].toBool())
            clearError();
        suggest(false);
    });
    connect(field, &QLineEdit::returnPressed, this, &SearchAssist::sayError);
    field->installEventFilter(this);
}

SearchAssist::~SearchAssist()
{
    delete m_popup; // the window's
    delete m_bubble;
}

void SearchAssist::setGrammar(std::function<SearchGrammar()> grammar)
{
    m_grammar = std::move(grammar);
    m_helpAction->setVisible(!this->grammar().fields.isEmpty());
    hideSuggestions();
    clearError();
}

void SearchAssist::placeUnderField(QFrame *frame, int width, int height) const
{
    const QWidget *window = m_field->window();
    const QPoint corner = m_field->mapTo(window, QPoint(0, m_field->height() + 3));
    const int wide = std::min(std::max(width, m_field->width()), window->width() - 2 * space(Space::S));
    const int left = std::min(corner.x(), window->width() - wide - space(Space::S));
    frame->setGeometry(left, corner.y(), wide,
                       std::min(height, window->height() - corner.y() - space(Space::S)));
    frame->show();
    frame->raise();
}

void SearchAssist::suggest(bool always)
{
    m_completion = completeSearch(m_field->text(), m_field->cursorPosition(), grammar(), always);
    if (m_completion.suggestions.empty() || !m_field->hasFocus())
        return hideSuggestions();
    if (!m_popup) {
        m_popup = new Popup(u"searchSuggestions"_s, Tone::Surface, Tone::BorderStrong, m_field->window());
        m_list = new QListView(m_popup);
        m_list->setAccessibleName(tr("Suggestions"));
        m_list->setFrameShape(QFrame::NoFrame);
        m_list->setFocusPolicy(Qt::NoFocus);
        m_list->setMouseTracking(true);
        m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        m_list->setItemDelegate(new TableDelegate(m_list));
        m_list->setModel(m_model);
        m_popup->layout()->addWidget(m_list);
        connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { take(index.row()); });
    }
    m_model->setSuggestions(m_completion.suggestions);
    m_list->setCurrentIndex({});
    const int rows = std::min(m_model->rowCount(), shownRows);
    placeUnderField(m_popup, popupWidth, rows * m_list->sizeHintForRow(0) + 10);
}

void SearchAssist::hideSuggestions()
{
    if (m_popup)
        m_popup->hide();
}

QStringList SearchAssist::suggestions() const
{
    QStringList texts;
    for (int row = 0; m_popup && m_popup->isVisible() && row < m_model->rowCount(); ++row)
        texts.append(m_model->at(row).text);
    return texts;
}

void SearchAssist::move(int step)
{
    const int rows = m_model->rowCount();
    const int before = m_list->currentIndex().isValid() ? m_list->currentIndex().row() : step > 0 ? -1 : rows;
    const QModelIndex index = m_model->index((before + step + rows) % rows);
    m_list->setCurrentIndex(index);
    m_field->setAccessibleDescription(index.data(Qt::AccessibleTextRole).toString());
}

void SearchAssist::take(int row)
{
    const SearchSuggestion suggestion = m_model->at(row);
    qsizetype cursor = 0;
    const QString text = withSuggestion(m_field->text(), m_completion, suggestion, cursor);
    m_field->setFocus(Qt::OtherFocusReason);
    m_field->edit(text, static_cast<int>(cursor));
    suggest(false);
}

bool SearchAssist::takeKey(QKeyEvent *event)
{
    if (event->key() == Qt::Key_F1 && m_helpAction->isVisible()) {
        showHelp();
        return true;
    }
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::ControlModifier) {
        suggest(true);
        return true;
    }
    if (!m_popup || !m_popup->isVisible())
        return false;
    const int chosen = m_list->currentIndex().isValid() ? m_list->currentIndex().row() : -1;
    switch (event->key()) {
    case Qt::Key_Down:
    case Qt::Key_Up:
        move(event->key() == Qt::Key_Down ? 1 : -1);
        return true;
    case Qt::Key_Tab:
        take(std::max(chosen, 0));
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (chosen < 0) {
            hideSuggestions();
            return false;
        }
        take(chosen);
        return true;
    case Qt::Key_Escape:
        hideSuggestions();
        return true;
    default:
        return false;
    }
}

bool SearchAssist::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field)
        return QObject::eventFilter(watched, event);
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_F1
        && m_helpAction->isVisible()) {
        event->accept(); // the window's F1 is another
        return true;
    }
    if (event->type() == QEvent::KeyPress && takeKey(static_cast<QKeyEvent *>(event)))
        return true;
    if (event->type() == QEvent::FocusOut
        && static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason) {
        hideSuggestions();
        sayError();
    }
    return QObject::eventFilter(watched, event);
}

void SearchAssist::showError(const Error &error)
{
    m_error = error;
    if (!error.details[u"incomplete"_s].toBool() || !m_field->hasFocus())
        sayError();
}

void SearchAssist::sayError()
{
    if (!m_error)
        return;
    if (!m_bubble) {
        m_bubble = new Popup(u"searchError"_s, Tone::DangerSoft, Tone::Danger, m_field->window());
        m_message = new TextLabel({}, TextSize::Body, Tone::Danger, m_bubble);
        m_message->setObjectName(u"searchErrorLabel"_s);
        m_message->setWordWrap(true);
        m_message->setContentsMargins(space(Space::S), space(Space::Xs), space(Space::S), space(Space::Xs));
        m_bubble->layout()->addWidget(m_message);
    }
    m_message->setText(m_error->message);
    setInvalid(m_field, true);
    m_field->setAccessibleDescription(m_error->message);
    const int wide = std::max(popupWidth, m_field->width());
    placeUnderField(m_bubble, popupWidth, m_message->heightForWidth(wide - 8) + 8);
    m_bubble->setVisible(!m_popup || !m_popup->isVisible());
}

void SearchAssist::clearError()
{
    if (!m_error)
        return;
    m_error.reset();
    setInvalid(m_field, false);
    m_field->setAccessibleDescription({});
    if (m_bubble)
        m_bubble->hide();
}

QString SearchAssist::errorText() const
{
    return m_bubble && m_bubble->isVisible() ? m_message->text() : QString();
}

QDialog *SearchAssist::showHelp()
{
    hideSuggestions();
    auto *dialog = new SearchHelp(grammar(), m_field->window());
    connect(dialog, &SearchHelp::exampleChosen, this, &SearchAssist::useExample);
    dialog->open();
    return dialog;
}

/// Added to what is searched for already.
void SearchAssist::useExample(const QString &example)
{
    const QString before = m_field->text().trimmed();
    const QString text = before.isEmpty() ? example : before + u' ' + example;
    m_field->setFocus(Qt::OtherFocusReason);
    m_field->edit(text, static_cast<int>(text.size()));
}

} // namespace seatledger
