// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <functional>
#include <vector>

class QMimeData;

namespace seatledger {

/// The groups of the palette, in their order.
enum class PaletteGroup { Recent, Pages, Actions, Views, Reports, Members, Licenses, Departments, Products };

[[nodiscard]] QString groupTitle(PaletteGroup group);

/// Somewhere to go, or something to do, as the palette offers it.
struct PaletteHit {
    PaletteGroup group = PaletteGroup::Pages;
    QString key = {};     ///< stable: `page:members`, `member:12`; by it recent ones are remembered
    QString title = {};
    QString detail = {};  ///< beside the title, quieter
    QString trailing = {}; ///< at the right: the keys of a shortcut
    QString iconName = {};
    QString refusal = {}; ///< why it cannot be chosen; empty: it can
    std::function<void()> run = {};
    QString otherText = {}; ///< what Ctrl+Enter does; empty: nothing of its own
    std::function<void()> runOther = {};
    std::function<QMimeData *()> dragged = {}; ///< what goes with the pointer; null: it stays where it is
    QList<qsizetype> letters = {}; ///< of the title, set off because they were typed
    int score = 0;

    [[nodiscard]] bool isAllowed() const { return refusal.isEmpty(); }
};

using PaletteHits = std::vector<PaletteHit>;

} // namespace seatledger
