// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/book/selectionpanel.h"

#include "ui/common/style/ledgerstyle.h"
#include "ui/common/style/tokens.h"
#include "ui/common/widgets/panelsection.h"
#include "ui/common/widgets/sidepanel.h"
#include "ui/shell/actionbutton.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace seatledger {

using namespace Qt::StringLiterals;

SelectionPanel::SelectionPanel(BookAccess access, const QString &name, QWidget *parent)
    : QWidget(parent), m_book(access), m_panel(new SidePanel(this))
{
    setObjectName(name + u"Panel"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_panel);
}

void SelectionPanel::setActions(const QList<QAction *> &actions)
{
    for (QAction *action : actions) {
        auto *button = new ActionButton(action, false, m_panel);
        setCompact(button);
        m_panel->actionRow()->addWidget(button);
        m_actions += button;
        connect(button, &ActionButton::changed, this, &SelectionPanel::fitActions);
    }
    m_panel->actionRow()->addStretch();
}

void SelectionPanel::fitActions()
{
    int wanted = 2 * space(Space::L);
    for (const ActionButton *button : std::as_const(m_actions))
        wanted += button->isHidden() ? 0 : button->fullWidth() + space(Space::S);
    for (ActionButton *button : std::as_const(m_actions))
        button->setTextShown(wanted - space(Space::S) <= width());
}

void SelectionPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitActions();
}

void SelectionPanel::showSelection(const QList<qint64> &ids)
{
    m_ids = ids;
    reload();
}

void SelectionPanel::reload()
{
    ++m_generation;
    if (m_ids.isEmpty()) {
        m_latest.cancel();
        showNothing();
    } else if (m_ids.size() == 1) {
        loadOne(m_ids.front());
    } else {
        loadSeveral(m_ids);
    }
}

PanelSection *SelectionPanel::addSection(const QString &name, const QString &title, QWidget *contents)
{
    m_sections.push_back(m_panel->addSection(name, title, contents));
    return m_sections.back();
}

void SelectionPanel::showSections(bool visible)
{
    for (PanelSection *section : m_sections)
        section->setVisible(visible);
}

void SelectionPanel::showProblem(const Error &error)
{
    if (error.code != ErrorCode::Cancelled)
        m_panel->showEmpty(u"alert-circle"_s, tr("This could not be loaded"), error.message);
}

} // namespace seatledger
