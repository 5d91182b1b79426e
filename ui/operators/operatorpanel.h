// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/book/selectionpanel.h"
#include "ui/operators/operatorcontents.h"

namespace seatledger {

class EntryList;
class KeyValueForm;
class PermissionList;

/// What belongs to an operator: who they are, what they may do in sentences, what they did last. For several:
/// how many.
class OperatorPanel final : public SelectionPanel
{
    Q_OBJECT

public:
    explicit OperatorPanel(BookAccess access, QWidget *parent = nullptr);

    [[nodiscard]] PermissionList *permissions() const { return m_permissions; }

protected:
    void showNothing() override;
    void loadOne(qint64 value) override;
    void loadSeveral(const QList<qint64> &ids) override;

private:
    void showOperator(const OperatorContents &contents);
    void showFacts(const OperatorContents &contents);

    KeyValueForm *m_facts;
    PermissionList *m_permissions;
    EntryList *m_operations;
};

} // namespace seatledger
