// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/statusstrip.h"

#include "ui/common/widgets/iconlabel.h"
#include "ui/common/widgets/textlabel.h"

#include <QHBoxLayout>

namespace seatledger {

using namespace Qt::StringLiterals;

StatusStrip::StatusStrip(QWidget *parent)
    : QStatusBar(parent),
      m_place(addItem(u"place"_s, u"database"_s, false)),
      m_person(addItem(u"person"_s, u"user"_s, false)),
      m_connection(addItem(u"connection"_s, u"plug-connected"_s, true))
{
    setObjectName(u"statusBar"_s);
    setSizeGripEnabled(false);
    setContentsMargins(space(Space::S), 0, space(Space::S), 0);
}

StatusStrip::Item StatusStrip::addItem(const QString &name, const QString &iconName, bool atEnd)
{
    auto *holder = new QWidget(this);
    auto *line = new QHBoxLayout(holder);
    line->setContentsMargins(space(Space::Xs), space(Space::Xs), space(Space::S), space(Space::Xs));
    line->setSpacing(space(Space::Xs) + 2);
    auto *picture = new IconLabel(iconName, 14, Tone::TextMuted, holder);
    auto *text = new TextLabel({}, TextSize::Small, Tone::TextMuted, holder);
    text->setObjectName(name + u"Label"_s);
    line->addWidget(picture);
    line->addWidget(text);
    if (atEnd)
        addPermanentWidget(holder);
    else
        addWidget(holder);
    return {picture, text};
}

void StatusStrip::setStatus(const ShellStatus &status)
{
    m_place.text->setText(status.place);
    m_place.text->setAccessibleName(tr("Workspace: %1").arg(status.place));
    const QString person = status.role.isEmpty() ? status.person : status.person + u" · "_s + status.role;
    m_person.text->setText(person);
    m_person.text->setToolTip(status.roleHint);
    m_person.text->setAccessibleName(tr("Signed in as %1").arg(person));
    m_person.text->setAccessibleDescription(status.roleHint);
    switch (status.connection) {
    case ShellStatus::Connection::Online:
        m_connection.icon->setIcon(u"plug-connected"_s, Tone::Success);
        m_connection.text->setText(tr("Connected"));
        break;
    case ShellStatus::Connection::Offline:
        m_connection.icon->setIcon(u"plug-connected-x"_s, Tone::Danger);
        m_connection.text->setText(tr("No connection"));
        break;
    case ShellStatus::Connection::Connecting:
        m_connection.icon->setIcon(u"hourglass"_s, Tone::TextMuted);
        m_connection.text->setText(tr("Connecting …"));
        break;
    }
}

} // namespace seatledger
