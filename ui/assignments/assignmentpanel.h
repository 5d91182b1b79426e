// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/book/selectionpanel.h"

namespace seatledger {

class EntryList;
class KeyValueForm;

/// What belongs to an assignment: who holds what, since when, why it ended, history. For several: totals.
class AssignmentPanel final : public SelectionPanel
{
    Q_OBJECT

public:
    explicit AssignmentPanel(BookAccess access, QWidget *parent = nullptr);

protected:
    void showNothing() override;
    void loadOne(qint64 value) override;
    void loadSeveral(const QList<qint64> &values) override;

private:
    struct Contents;
    struct Totals;

    void showAssignment(const Contents &contents);
    void showTotals(const Totals &totals);

    KeyValueForm *m_details;
    EntryList *m_history;
    KeyValueForm *m_totals;
};

} // namespace seatledger
