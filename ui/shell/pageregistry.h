// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/permissions.h"

#include <QKeySequence>
#include <QList>
#include <QString>

#include <functional>
#include <vector>

class QWidget;

namespace seatledger {

class Page;

/// What the shell must know of a page before it is made.
struct PageEntry {
    QString id;       ///< stable: `members`; names objects, settings and pictures
    QString iconName; ///< as for icon()
    std::function<QString()> label; ///< in the language of the moment
    std::function<Page *(QWidget *parent)> create;
    QList<Action> needs = {}; ///< whoever may do one of these sees the page; empty: everybody
    bool isAtFoot = false;    ///< stands at the lower end of the sidebar, without a number
    QKeySequence keys = {};   ///< in place of the number, which there is for nine pages
};

/// The pages in the order of the sidebar: one line each, at the composition root.
using PageRegistry = std::vector<PageEntry>;

} // namespace seatledger
