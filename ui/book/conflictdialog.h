// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/book/draftmerge.h"
#include "ui/common/widgets/dialogframe.h"

class QGridLayout;
class QPushButton;

namespace seatledger {

/// Two people changed one record: shows what was there before, what the other one saved and what is typed
/// here, field by field, and lets the person choose. What only one of them changed is chosen already.
class ConflictDialog final : public DialogFrame
{
    Q_OBJECT

public:
    /// `what` is the record's name.
    ConflictDialog(const QString &what, const QList<FieldVersions> &fields, QWidget *parent);

    /// Takes one side for all fields.
    void chooseAll(FieldChoice choice);

signals:
    /// A choice for every field, and the person wants it saved.
    void resolved(const QHash<QString, seatledger::FieldChoice> &choices);

private:
    void addHeadings(QGridLayout *grid);
    void addRow(QGridLayout *grid, const FieldVersions &field);
    [[nodiscard]] QPushButton *addChoice(const FieldVersions &field, FieldChoice choice);
    void choose(const QString &key, FieldChoice choice);
    void updateSave();

    QHash<QString, FieldChoice> m_choices;
    QHash<QString, std::pair<QPushButton *, QPushButton *>> m_buttons; ///< theirs, yours
    QPushButton *m_save;
};

} // namespace seatledger
