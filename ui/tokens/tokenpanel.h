// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/repositories/tokenlist.h"
#include "ui/book/historyentries.h"
#include "ui/book/selectionpanel.h"

namespace seatledger {

class EntryList;
class KeyValueForm;

/// The panel beside the list of tokens: what one is for, what it may be used for in words, its dates, and
/// what was done with it.
class TokenPanel final : public SelectionPanel
{
    Q_OBJECT

public:
    explicit TokenPanel(BookAccess access, QWidget *parent = nullptr);

protected:
    void showNothing() override;
    void loadOne(qint64 value) override;
    void loadSeveral(const QList<qint64> &ids) override;

private:
    struct Contents {
        TokenRow token;
        History history;
    };
    [[nodiscard]] static Result<Contents> read(const Services &services, Session &session, ApiTokenId id,
                                               bool readsAudit);
    void showToken(const Contents &contents);
    void showFacts(const TokenRow &token);

    KeyValueForm *m_facts;
    KeyValueForm *m_scopes;
    EntryList *m_history;
};

} // namespace seatledger
