// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/widgets/dialogframe.h"

#include <QList>

#include <vector>

class QAction;

namespace seatledger {

class EntryList;
class SearchField;

/// Actions that belong together, under one heading.
struct ShortcutGroup {
    QString title;
    QList<QAction *> actions;
};

/// The actions with shortcuts that `widget` and what is inside of it offer, each once, without those of other
/// windows.
[[nodiscard]] QList<QAction *> actionsWithShortcuts(QWidget *widget);

/// An action in a list of what there is: "Assign seats …" is "Assign seats", without mnemonic.
[[nodiscard]] QString plainText(const QAction *action);

/// What can be done with the keyboard, read from the actions themselves when it is opened, and searched as
/// one types.
class ShortcutsDialog final : public DialogFrame
{
    Q_OBJECT

public:
    /// The actions must be there only during this call.
    explicit ShortcutsDialog(const std::vector<ShortcutGroup> &groups, QWidget *parent = nullptr);

private:
    struct Line {
        QString text;
        QString keys;
        QString iconName;
    };
    struct Section {
        QWidget *heading;
        EntryList *list;
        std::vector<Line> lines;
    };

    void addSection(const ShortcutGroup &group, QWidget *contents);
    void narrow(const QString &text);

    SearchField *m_search;
    std::vector<Section> m_sections;
    QWidget *m_nothing;
};

} // namespace seatledger
