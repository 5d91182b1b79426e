// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/repositories/auditrepository.h"
#include "ui/book/selectionpanel.h"

namespace seatledger {

class EntryList;
class KeyValueForm;
class PagedTableModelBase;
struct AssignmentChoice;

/// What belongs to a member: their seats with state and days, details, history. For several: totals.
class MemberPanel final : public SelectionPanel
{
    Q_OBJECT

public:
    explicit MemberPanel(BookAccess access, QWidget *parent = nullptr);

signals:
    /// A seat was activated: show it in the list of assignments.
    void seatActivated(const QString &searchText);
    /// A menu of what can be done to a seat is wanted.
    void seatMenuRequested(const seatledger::AssignmentChoice &choice, const QPoint &globalPosition);

protected:
    void showNothing() override;
    void loadOne(qint64 value) override;
    void loadSeveral(const QList<qint64> &values) override;

private:
    struct Contents;
    struct Totals;

    void showMember(const Contents &contents);
    void showDetails(const Contents &contents);
    void showTotals(const Totals &totals);
    void offerSeatMenu(const QPoint &position);

    EntryList *m_seats;
    PanelSection *m_seatsSection;
    EntryList *m_ended;
    PanelSection *m_endedSection;
    KeyValueForm *m_details;
    EntryList *m_history;
    KeyValueForm *m_totals;
    QString m_name;
    std::vector<AssignmentRow> m_open;
};

} // namespace seatledger
