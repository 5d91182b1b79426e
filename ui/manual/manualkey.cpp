// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/manual/manualkey.h"

#include "ui/common/manualsubject.h"
#include "ui/manual/manualwindow.h"

#include <QApplication>
#include <QKeyEvent>

namespace seatledger {

ManualKey::ManualKey(QObject *parent) : QObject(parent)
{
    qApp->installEventFilter(this);
}

ManualKey::~ManualKey() = default;

void ManualKey::openAbout(const QWidget *widget)
{
    if (!m_window)
        m_window = std::make_unique<ManualWindow>();
    m_window->openPage(manualSubjectOf(widget));
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
}

/// A key that no widget takes arrives at the window in the end: only there is it ours.
bool ManualKey::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || !watched->isWidgetType())
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    auto *receiver = static_cast<QWidget *>(watched);
    if (key->key() != Qt::Key_F1 || key->modifiers() != Qt::NoModifier || !receiver->isWindow())
        return false;
    const QWidget *focus = QApplication::focusWidget();
    if (receiver != m_window.get())
        openAbout(focus && focus->window() == receiver ? focus : receiver);
    return true;
}

} // namespace seatledger
