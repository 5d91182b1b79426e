// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/repositories/waitingrepository.h"
#include "ui/book/selectionpanel.h"

namespace seatledger {

class EntryList;
class KeyValueForm;

/// What belongs to an entry of the waiting list: the wish, who asked, the others who wait for the licence.
/// For several: how many.
class WaitingPanel final : public SelectionPanel
{
    Q_OBJECT

public:
    explicit WaitingPanel(BookAccess access, QWidget *parent = nullptr);

protected:
    void showNothing() override;
    void loadOne(qint64 value) override;
    void loadSeveral(const QList<qint64> &values) override;

private:
    struct Contents;
    void showEntry(const Contents &contents);

    KeyValueForm *m_details;
    EntryList *m_queue;
    PanelSection *m_queueSection;
};

} // namespace seatledger
