// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/manual/manualwindow.h"

#include "ui/common/style/icons.h"
#include "ui/common/style/tokens.h"
#include "ui/common/widgets/searchfield.h"
#include "ui/manual/manualview.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListWidget>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr int contentsWidth = 270;

} // namespace

ManualWindow::ManualWindow(QWidget *parent)
    : QWidget(parent, Qt::Window),
      m_search(new SearchField(this)),
      m_contents(new QListWidget(this)),
      m_view(new ManualView(this)),
      m_back(makeButton(u"back"_s, u"chevron-left"_s)),
      m_forward(makeButton(u"forward"_s, u"chevron-right"_s))
{
    setObjectName(u"manualWindow"_s);
    setAttribute(Qt::WA_QuitOnClose, false);
    build();
    retranslate();
    resize(1100, 760);
    connect(m_search, &SearchField::searchChanged, this, &ManualWindow::listPages);
    connect(m_search, &SearchField::listRequested, m_contents, qOverload<>(&QWidget::setFocus));
    connect(m_contents, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem *item) {
        if (item)
            m_view->showPage(item->data(Qt::UserRole).toString());
    });
    connect(m_view, &ManualView::pageShown, this, &ManualWindow::selectPage);
    connect(m_back, &QToolButton::clicked, m_view, &ManualView::backward);
    connect(m_forward, &QToolButton::clicked, m_view, &ManualView::forward);
    connect(m_view, &ManualView::backwardAvailable, m_back, &QWidget::setEnabled);
    connect(m_view, &ManualView::forwardAvailable, m_forward, &QWidget::setEnabled);
    m_back->setEnabled(false);
    m_forward->setEnabled(false);
}

QToolButton *ManualWindow::makeButton(const QString &name, const QString &iconName)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name + u"ToolButton"_s);
    button->setIcon(icon(iconName));
    button->setAutoRaise(true);
    return button;
}

void ManualWindow::build()
{
    m_search->setObjectName(u"manualSearch"_s);
    m_contents->setObjectName(u"manualContents"_s);
    m_contents->setFrameShape(QFrame::NoFrame);
    m_contents->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_contents->viewport()->setAutoFillBackground(false);
    auto *tools = new QHBoxLayout;
    tools->addWidget(m_back);
    tools->addWidget(m_forward);
    tools->addWidget(m_search, 1);
    auto *left = new QWidget(this);
    left->setFixedWidth(contentsWidth);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(space(Space::M), space(Space::M), space(Space::S), space(Space::M));
    column->addLayout(tools);
    column->addWidget(m_contents, 1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(left);
    row->addWidget(m_view, 1);
}

void ManualWindow::retranslate()
{
    setWindowTitle(tr("Manual of Seatledger"));
    m_search->setPlaceholderText(tr("Search the manual"));
    m_contents->setAccessibleName(tr("Pages of the manual"));
    const auto name = [](QToolButton *button, const QString &text, QKeySequence::StandardKey key) {
        button->setShortcut(key);
        button->setAccessibleName(text);
        button->setToolTip(u"%1 (%2)"_s.arg(text, button->shortcut().toString(QKeySequence::NativeText)));
    };
    name(m_back, tr("Back"), QKeySequence::Back);
    name(m_forward, tr("Forward"), QKeySequence::Forward);
    listPages();
}

/// Those that have what is searched for. The page in sight stays unless it is not among them.
void ManualWindow::listPages()
{
    const QString words = m_search->text().trimmed();
    const QString before = m_view->page();
    {
        const QSignalBlocker quiet(m_contents);
        m_contents->clear();
        for (const ManualPage &page : Manual().pagesAbout(words)) {
            auto *item = new QListWidgetItem(page.title, m_contents);
            item->setData(Qt::UserRole, page.name);
            item->setSizeHint({0, extent(Size::Row)});
        }
    }
    selectPage(before);
    if (!words.isEmpty() && !m_contents->currentItem() && m_contents->count() > 0)
        m_contents->setCurrentRow(0);
    m_view->mark(words);
}

void ManualWindow::selectPage(const QString &page)
{
    const QSignalBlocker quiet(m_contents);
    m_contents->setCurrentItem(nullptr);
    for (int row = 0; row < m_contents->count(); ++row) {
        if (m_contents->item(row)->data(Qt::UserRole) == page)
            m_contents->setCurrentRow(row);
    }
    m_view->mark(m_search->text().trimmed());
}

void ManualWindow::openPage(const QString &page)
{
    m_view->showPage(Manual().contains(page) ? page : Manual::firstPage());
    m_view->setFocus(); // to be read and closed by keyboard
}

QString ManualWindow::page() const
{
    return m_view->page();
}

void ManualWindow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ManualWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else if (event->matches(QKeySequence::Find))
        m_search->setFocus(Qt::ShortcutFocusReason);
    else
        QWidget::keyPressEvent(event);
}

} // namespace seatledger
