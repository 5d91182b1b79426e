// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/widgets/searchfield.h"

#include "ui/common/style/icons.h"

#include <QAction>
#include <QKeyEvent>

namespace seatledger {

using namespace Qt::StringLiterals;

SearchField::SearchField(QWidget *parent) : QLineEdit(parent)
{
    addAction(icon(u"search"), QLineEdit::LeadingPosition);
    setClearButtonEnabled(true);
    setAccessibleName(tr("Search"));
    m_timer.setSingleShot(true);
    m_timer.setInterval(180);
    connect(&m_timer, &QTimer::timeout, this, &SearchField::tell);
    connect(this, &QLineEdit::textEdited, this, [this](const QString &text) {
        if (text.isEmpty())
            tell();
        else
            m_timer.start();
    });
    connect(this, &QLineEdit::returnPressed, this, &SearchField::tell);
}

void SearchField::setTextQuietly(const QString &text)
{
    m_timer.stop();
    m_told = text.trimmed();
    setText(text);
}

void SearchField::edit(const QString &text, int cursor)
{
    setText(text);
    setCursorPosition(cursor);
    m_timer.start();
}

void SearchField::startWith(const QString &typed)
{
    setFocus(Qt::ShortcutFocusReason);
    setText(typed);
    m_timer.start();
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        if (text().isEmpty())
            emit listRequested();
        clear();
        return tell();
    }
    if (event->key() == Qt::Key_Down) {
        tell();
        emit listRequested();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void SearchField::tell()
{
    m_timer.stop();
    const QString wanted = text().trimmed();
    if (std::exchange(m_told, wanted) != wanted)
        emit searchChanged(wanted);
}

} // namespace seatledger
