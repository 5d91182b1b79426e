// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/systemstatus.h"
#include "ui/operations/facttable.h"

class QGridLayout;

namespace seatledger {

/// The tables of the operator's page: connections, waits, statements, tables, indexes, replicas; two beside
/// each other where both have room for whole names, and connections and waits beside the list of what was
/// looked at.
class OperationTables final : public QWidget
{
    Q_OBJECT

public:
    /// Takes `signs`.
    explicit OperationTables(QWidget *signs, QWidget *parent = nullptr);

    void show(const SystemStatus &status);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();
    [[nodiscard]] bool fitBeside(const FactTable *left, const FactTable *right) const;
    void showSessions(const SystemStatus &status);
    void showWaits(const SystemStatus &status);
    void showStatements(const SystemStatus &status);
    void showSizes(const SystemStatus &status);
    void showReplicas(const SystemStatus &status);

    QGridLayout *m_grid;
    QWidget *m_signs;
    QWidget *m_people; ///< who is connected, who waits
    FactTable *m_sessions;
    FactTable *m_waits;
    FactTable *m_statements;
    FactTable *m_tables;
    FactTable *m_indexes;
    FactTable *m_replicas;
    int m_columns = 0;
    bool m_sizesAreBeside = false;
};

} // namespace seatledger
