// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/audit/operationcontents.h"
#include "ui/book/selectionpanel.h"

namespace seatledger {

class ChangeList;
class KeyValueForm;

/// An operation shown as one: who, when, through what, from where, why; and what it changed, old → new, a
/// page at a time. For several: how many.
class AuditPanel final : public SelectionPanel
{
    Q_OBJECT

public:
    /// Changed rows shown at once.
    static constexpr int pageRows = 20;

    explicit AuditPanel(BookAccess access, QWidget *parent = nullptr);

    [[nodiscard]] ChangeList *changes() const { return m_changes; }
    /// What is shown; null while it is no single operation.
    [[nodiscard]] const OperationContents *shown() const { return m_shown ? &*m_shown : nullptr; }

signals:
    /// Another operation is shown, or the same one is another now.
    void shownChanged();

protected:
    void showNothing() override;
    void loadOne(qint64 value) override;
    void loadSeveral(const QList<qint64> &ids) override;

private:
    void showOperation(const OperationContents &contents);
    void showFacts(const OperationContents &contents);
    void showChanges(const ChangePage &page);
    void turnPage(int step);
    void forget();

    KeyValueForm *m_facts;
    ChangeList *m_changes;
    PanelSection *m_changesSection;
    std::optional<OperationContents> m_shown;
    /// Behind what each page up to the one shown begins; the first one behind nothing.
    std::vector<std::optional<AuditEntry>> m_starts;
    std::optional<AuditEntry> m_last; ///< of the page shown
};

} // namespace seatledger
