// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>

class QAction;
class QWidget;

/// The keys that people chose in place of the program's own, kept in QSettings under `shortcuts/`. GUI
/// thread.
namespace seatledger::keymap {

/// Gives an action the keys that were chosen for `id`, a stable name such as `members/newAction`, or its own.
void assign(QAction *action, const QString &id, const QList<QKeySequence> &own);
/// Empty for an action that was given no id.
[[nodiscard]] QString idOf(const QAction *action);
[[nodiscard]] QList<QKeySequence> ownKeys(const QAction *action);
/// Whether somebody chose other keys than its own.
[[nodiscard]] bool isChanged(const QAction *action);

/// The keys of `id` as they are now, where `own` are the program's.
[[nodiscard]] QList<QKeySequence> keysOf(const QString &id, const QList<QKeySequence> &own);
/// Chooses keys; an empty sequence is none. applyTo() shows it in a window.
void choose(const QString &id, const QKeySequence &keys);
void reset(const QString &id);
void resetAll();

/// All actions in a window that have an id, each once.
[[nodiscard]] QList<QAction *> actionsIn(const QWidget *window);
/// Gives them the keys of the moment.
void applyTo(const QWidget *window);

/// Those of `actions` that would stand in the way if `id` had these keys: on the same page, or in the window
/// itself, whose keys work everywhere.
[[nodiscard]] QList<QAction *> conflicts(const QList<QAction *> &actions, const QString &id,
                                         const QKeySequence &keys);

} // namespace seatledger::keymap
