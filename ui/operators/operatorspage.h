// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/book/bookpage.h"
#include "ui/operators/operatorcontents.h"
#include "ui/operators/operatortable.h"

class QComboBox;

namespace seatledger {

class OperatorPanel;

/// The page of those who sign in: as what, with which rights, when they were last seen; lets people in,
/// changes what they may do, sets passwords, lets them in no more.
class OperatorsPage final : public BookPage
{
    Q_OBJECT

public:
    OperatorsPage(BookAccess access, Dialogs &dialogs, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Operators"); }
    [[nodiscard]] QString searchHint() const override { return tr("Search login or name"); }
    void reveal(qint64 object) override;

protected:
    QStringList entities() const override;
    QString countText(qint64 count) const override;
    void applyFilter() override;
    bool isNarrowed() const override;
    void widen() override;
    EmptyText firstSteps() const override;
    std::optional<Action> firstStep() const override { return Action::ManageOperators; }
    void activate(qint64 id) override;
    void updateActions() override;
    ExportRequest exportRequest() const override;
    QStringList exportColumns(const QString &key) const override;
    std::vector<TourStop> dialogStops() override;

private:
    void buildFilter();
    void buildActions();
    void buildPanel(OperatorPanel *panel);
    QDialog *offerNew();
    QDialog *offerEdit(const KnownOperator &known);
    QDialog *offerPassword(const Operator &whose);
    QDialog *offerDisable(const Operator &which, int sessions);
    void enable(qint64 id);
    void withOperator(qint64 id, const std::function<void(const KnownOperator &)> &use);
    [[nodiscard]] const OperatorRow *selected() const;

    OperatorPages *m_source;
    OperatorTable *m_table;
    QComboBox *m_role;
    QAction *m_new = nullptr;
    QAction *m_edit = nullptr;
    QAction *m_password = nullptr;
    QAction *m_disable = nullptr;
    QAction *m_enable = nullptr;
    QAction *m_history = nullptr;
};

} // namespace seatledger
