// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/windowplaces.h"

#include "ui/common/permits.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/page.h"

#include <QAction>
#include <QCoreApplication>
#include <QMenu>
#include <QPointer>

#include <algorithm>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

QString refusalOf(const QAction &action)
{
    if (action.isEnabled())
        return {};
    if (const QString refusal = Permits::refusalOf(&action); !refusal.isEmpty())
        return refusal;
    if (const QString needs = Page::needs(&action); !needs.isEmpty())
        return needs;
    return QCoreApplication::translate("Palette", "This is not possible now.");
}

PaletteHit hitOf(QAction *action, const QString &where)
{
    QString title = action->text();
    title.remove(u'&');
    return {.group = PaletteGroup::Actions,
            .key = u"action:"_s + where + u':' + action->objectName(),
            .title = title,
            .trailing = action->shortcut().toString(QKeySequence::NativeText),
            .iconName = Page::iconName(action),
            .refusal = refusalOf(*action),
            .run = [action = QPointer<QAction>(action)] {
                if (action)
                    action->trigger();
            }};
}

bool isOffered(const QAction *action)
{
    return action->isVisible() && !action->isSeparator() && !action->menu() && !action->text().isEmpty()
           && !action->objectName().isEmpty();
}

} // namespace

PaletteHits pageHits(MainWindow &window)
{
    PaletteHits hits;
    for (const PageEntry &entry : window.pages()) {
        const auto *action = window.findChild<QAction *>(entry.id + u"WindowAction"_s,
                                                         Qt::FindDirectChildrenOnly);
        const QKeySequence keys = action ? action->shortcut() : QKeySequence();
        hits.push_back({.group = PaletteGroup::Pages,
                        .key = u"page:"_s + entry.id,
                        .title = entry.label(),
                        .trailing = keys.toString(QKeySequence::NativeText),
                        .iconName = entry.iconName,
                        .refusal = window.refusalOf(entry),
                        .run = [&window, id = entry.id] { window.showPage(id); }});
    }
    return hits;
}

PaletteHits actionHits(MainWindow &window)
{
    PaletteHits hits;
    if (const Page *page = window.currentPage()) {
        for (QAction *action : page->actions()) {
            if (isOffered(action))
                hits.push_back(hitOf(action, window.currentPageId()));
        }
    }
    for (QAction *action : window.actions()) {
        // those that go to a page are among the pages
        const bool isPage = std::ranges::any_of(window.pages(), [&](const PageEntry &entry) {
            return action->objectName() == entry.id + u"WindowAction"_s;
        });
        if (isOffered(action) && !isPage && action->objectName() != "paletteWindowAction"_L1)
            hits.push_back(hitOf(action, u"window"_s));
    }
    return hits;
}

} // namespace seatledger
