// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/sidebar.h"

#include "ui/common/draggedmembers.h"
#include "ui/common/style/tokens.h"
#include "ui/common/widgets/iconlabel.h"
#include "ui/common/widgets/textlabel.h"
#include "ui/shell/navigationbutton.h"

#include <QButtonGroup>
#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QTimer>
#include <QVBoxLayout>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

QLayout *makeBrand(QWidget *parent)
{
    auto *mark = new IconLabel(u"armchair"_s, 28, Tone::OnAccent, parent);
    mark->setPatch(Tone::Accent);
    auto *name = new TextLabel(u"Seatledger"_s, TextSize::Heading, Tone::Text, parent);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(space(Space::Xs), space(Space::Xs), 0, space(Space::M));
    line->setSpacing(space(Space::S));
    line->addWidget(mark);
    line->addWidget(name, 1);
    return line;
}

constexpr int dwellMs = 600; ///< who only passes by on the way to the page does not change it

/// Goes to a page on which something may be dropped, when the pointer rests on its button on the way there.
class DragOpener final : public QObject
{
public:
    explicit DragOpener(NavigationButton *button) : QObject(button)
    {
        button->setAcceptDrops(true);
        button->installEventFilter(this);
        m_timer.setSingleShot(true);
        m_timer.setInterval(dwellMs);
        connect(&m_timer, &QTimer::timeout, button, &NavigationButton::click);
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::DragEnter) {
            auto *entered = static_cast<QDragEnterEvent *>(event);
            if (hasDraggedMembers(entered->mimeData())) {
                entered->setDropAction(Qt::IgnoreAction); // it is the way, not the place
                entered->accept();
                m_timer.start();
                return true;
            }
        } else if (event->type() == QEvent::DragLeave || event->type() == QEvent::Drop) {
            m_timer.stop();
        }
        return QObject::eventFilter(watched, event);
    }

private:
    QTimer m_timer;
};

} // namespace

Sidebar::Sidebar(QWidget *parent)
    : QWidget(parent),
      m_group(new QButtonGroup(this)),
      m_top(new QVBoxLayout),
      m_pages(new QVBoxLayout),
      m_footer(new QVBoxLayout)
{
    setObjectName(u"sidebar"_s);
    setAccessibleName(tr("Pages"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    m_pages->setSpacing(space(Space::Tiny));
    m_footer->setSpacing(space(Space::Tiny));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space(Space::M), space(Space::M), space(Space::M), space(Space::M));
    layout->setSpacing(0);
    layout->addStrut(extent(Size::Sidebar) - 2 * space(Space::M));
    layout->addLayout(makeBrand(this));
    layout->addLayout(m_top);
    layout->addLayout(m_pages);
    layout->addStretch();
    layout->addLayout(m_footer);
    connect(m_group, &QButtonGroup::buttonClicked, this, [this](QAbstractButton *clicked) {
        if (const auto *chosen = qobject_cast<NavigationButton *>(clicked))
            emit pageChosen(chosen->id());
    });
}

void Sidebar::addPage(const QString &id, const QString &iconName, const QString &label,
                      const QString &shortcut, bool isAtFoot)
{
    auto *entry = new NavigationButton(id, iconName, label, this);
    m_group->addButton(entry);
    new DragOpener(entry);
    setShortcut(id, shortcut);
    (isAtFoot ? m_footer : m_pages)->addWidget(entry);
}

void Sidebar::setShortcut(const QString &id, const QString &shortcut)
{
    NavigationButton *entry = button(id);
    if (!entry)
        return;
    m_hints.insert(id, shortcut.isEmpty() ? entry->text() : entry->text() + u" ("_s + shortcut + u')');
    if (entry->isEnabled())
        entry->setToolTip(m_hints.value(id));
}

NavigationButton *Sidebar::button(const QString &id) const
{
    for (QAbstractButton *candidate : m_group->buttons()) {
        if (auto *entry = qobject_cast<NavigationButton *>(candidate); entry && entry->id() == id)
            return entry;
    }
    return nullptr;
}

void Sidebar::setCurrent(const QString &id)
{
    if (NavigationButton *entry = button(id))
        entry->setChecked(true);
}

void Sidebar::setRefusal(const QString &id, const QString &refusal)
{
    NavigationButton *entry = button(id);
    if (!entry)
        return;
    entry->setEnabled(refusal.isEmpty());
    entry->setToolTip(refusal.isEmpty() ? m_hints.value(id) : refusal);
    entry->setStatusTip(refusal);
    entry->setWhatsThis(refusal);
    entry->setAccessibleDescription(refusal);
    if (!refusal.isEmpty())
        entry->setBadge({});
}

void Sidebar::setBadge(const QString &id, const QString &text)
{
    if (NavigationButton *entry = button(id))
        entry->setBadge(text);
}

void Sidebar::setTopWidget(QWidget *widget)
{
    m_top->addWidget(widget);
    m_top->addSpacing(space(Space::M));
}

void Sidebar::addFooterWidget(QWidget *widget)
{
    m_footer->addWidget(widget);
}

void Sidebar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(palette(), Tone::Window));
    painter.fillRect(QRect(width() - 1, 0, 1, height()), color(palette(), Tone::Border));
}

} // namespace seatledger
