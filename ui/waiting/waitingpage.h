// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/book/bookpage.h"
#include "ui/waiting/waitinglist.h"

namespace seatledger {

class AssignmentCommands;

/// The page of those who wait for seats, by licence and turn: puts people on the list, takes them off it. Who
/// is served when a seat comes free is the book's to decide.
class WaitingPage final : public BookPage
{
    Q_OBJECT

public:
    WaitingPage(BookAccess access, Dialogs &dialogs, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Waiting list"); }
    [[nodiscard]] QString searchHint() const override { return tr("Search member or licence"); }
    void reveal(qint64 object) override;

protected:
    QStringList entities() const override;
    QString countText(qint64 count) const override;
    void applyFilter() override;
    EmptyText firstSteps() const override;
    std::optional<Action> firstStep() const override { return Action::Assign; }
    void activate(qint64 id) override;
    void updateActions() override;
    ExportRequest exportRequest() const override;
    QStringList exportColumns(const QString &key) const override;
    std::vector<TourStop> dialogStops() override;

private:
    void buildFilter();
    void buildActions();
    QDialog *offerWithdraw();
    [[nodiscard]] const WaitingRow *selected() const;

    WaitingPages *m_source;
    WaitingTable *m_table;
    AssignmentCommands *m_seats;
    QAction *m_new = nullptr;
    QAction *m_show = nullptr;
    QAction *m_withdraw = nullptr;
};

} // namespace seatledger
