// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/actionbutton.h"

#include "ui/common/permits.h"
#include "ui/common/style/icons.h"
#include "ui/common/style/ledgerstyle.h"

#include <QAction>
#include <QMenu>
#include <QStyleOptionButton>

#include <utility>

namespace seatledger {

using namespace Qt::StringLiterals;

ActionButton::ActionButton(QAction *action, bool primary, QWidget *parent)
    : QPushButton(parent), m_action(action), m_primary(primary)
{
    setObjectName(action->objectName().chopped(action->objectName().endsWith(u"Action"_s) ? 6 : 0)
                  + u"Button"_s);
    setButtonKind(this, primary ? ButtonKind::Primary : ButtonKind::Normal);
    if (action->menu())
        setMenu(action->menu());
    connect(this, &QPushButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::changed, this, &ActionButton::follow);
    follow();
}

void ActionButton::follow()
{
    setText(m_textShown || m_action->icon().isNull() ? m_action->iconText() : QString());
    const QString iconName = m_action->property("seatledgerIcon").toString();
    if (m_primary && !iconName.isEmpty())
        setIcon(seatledger::icon(iconName, Tone::OnAccent));
    else
        setIcon(m_action->icon());
    setEnabled(m_action->isEnabled());
    setVisible(m_action->isVisible());
    const QString refusal = Permits::refusalOf(m_action);
    const QString keys = m_action->shortcut().toString(QKeySequence::NativeText);
    setToolTip(keys.isEmpty() || !refusal.isEmpty() ? m_action->toolTip()
                                                    : m_action->toolTip() + u" ("_s + keys + u')');
    setStatusTip(m_action->statusTip());
    setWhatsThis(m_action->whatsThis());
    setAccessibleName(m_action->iconText());
    setAccessibleDescription(refusal);
    emit changed();
}

void ActionButton::setTextShown(bool shown)
{
    if (std::exchange(m_textShown, shown) != shown)
        follow();
}

int ActionButton::fullWidth() const
{
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text = m_action->iconText();
    const int image = option.icon.isNull() ? 0 : option.iconSize.width() + space(Space::S);
    const QSize contents(fontMetrics().horizontalAdvance(option.text) + image, fontMetrics().height());
    return style()->sizeFromContents(QStyle::CT_PushButton, &option, contents, this).width();
}

} // namespace seatledger
