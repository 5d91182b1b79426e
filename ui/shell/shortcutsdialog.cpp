// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/shortcutsdialog.h"

#include "ui/common/manualsubject.h"
#include "ui/common/style/lengths.h"
#include "ui/common/widgets/entrylist.h"
#include "ui/common/widgets/searchfield.h"
#include "ui/common/widgets/textlabel.h"
#include "ui/shell/page.h"

#include <QAction>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace seatledger {

using namespace Qt::StringLiterals;

QString plainText(const QAction *action)
{
    QString text = action->text();
    text.remove(u'&');
    if (text.endsWith(u'…'))
        text.chop(1);
    return text.trimmed();
}

namespace {

QString keysOf(const QAction *action)
{
    QStringList keys;
    for (const QKeySequence &sequence : action->shortcuts())
        keys += sequence.toString(QKeySequence::NativeText);
    return keys.join(u"  ·  "_s);
}

} // namespace

QList<QAction *> actionsWithShortcuts(QWidget *widget)
{
    QList<QWidget *> places{widget};
    places += widget->findChildren<QWidget *>();
    QList<QAction *> found;
    for (const QWidget *place : std::as_const(places)) {
        if (place->window() != widget->window())
            continue;
        for (QAction *action : place->actions()) {
            if (!action->shortcuts().isEmpty() && !found.contains(action))
                found.append(action);
        }
    }
    return found;
}

ShortcutsDialog::ShortcutsDialog(const std::vector<ShortcutGroup> &groups, QWidget *parent)
    : DialogFrame(u"shortcuts"_s, tr("Keyboard shortcuts"), parent),
      m_search(new SearchField(this)),
      m_nothing(new TextLabel(tr("No shortcut is called that."), TextSize::Body, Tone::TextMuted, this))
{
    setManualSubject(this, u"keyboard"_s);
    m_search->setPlaceholderText(tr("Search shortcuts"));
    body()->addWidget(m_search);
    auto *contents = new QWidget(this);
    auto *layout = new QVBoxLayout(contents);
    layout->setContentsMargins(0, 0, space(Space::S), 0);
    layout->setSpacing(space(Space::Xs));
    for (const ShortcutGroup &group : groups)
        addSection(group, contents);
    layout->addWidget(m_nothing);
    layout->addStretch();
    m_nothing->hide();
    auto *area = new QScrollArea(this);
    area->setObjectName(u"shortcutsArea"_s);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(contents);
    body()->addWidget(area, 1);
    auto *close = addButton(u"close"_s, tr("Close"), ButtonKind::Normal);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_search, &SearchField::searchChanged, this, &ShortcutsDialog::narrow);
    connect(m_search, &SearchField::listRequested, close, qOverload<>(&QWidget::setFocus));
    narrow({});
    resize(grown(520), grown(620));
    m_search->setFocus();
}

void ShortcutsDialog::addSection(const ShortcutGroup &group, QWidget *contents)
{
    auto *heading = new TextLabel(group.title, TextSize::Small, Tone::TextMuted, contents);
    heading->setTextWeight(QFont::DemiBold);
    auto *list = new EntryList(contents);
    list->setObjectName(u"shortcutsList"_s);
    list->setAccessibleName(group.title);
    Section section{.heading = heading, .list = list, .lines = {}};
    for (const QAction *action : group.actions)
        section.lines.push_back({plainText(action), keysOf(action), Page::iconName(action)});
    contents->layout()->addWidget(heading);
    contents->layout()->addWidget(list);
    m_sections.push_back(std::move(section));
}

void ShortcutsDialog::narrow(const QString &text)
{
    bool any = false;
    for (const Section &section : m_sections) {
        std::vector<Entry> entries;
        for (const Line &line : section.lines) {
            if (line.text.contains(text, Qt::CaseInsensitive)
                || line.keys.contains(text, Qt::CaseInsensitive))
                entries.push_back({.title = line.text, .trailing = line.keys, .iconName = line.iconName});
        }
        section.heading->setVisible(!entries.empty());
        section.list->setVisible(!entries.empty());
        any = any || !entries.empty();
        section.list->setEntries(std::move(entries));
    }
    m_nothing->setVisible(!any);
}

} // namespace seatledger
