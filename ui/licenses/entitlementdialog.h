// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/entitlement.h"
#include "core/domain/license.h"
#include "core/domain/supplyplan.h"
#include "ui/book/editdialog.h"

namespace seatledger {

class EntitlementEditor;
class PlanRequest;
class PlanView;

/// Adds an entitlement to a licence, changes one, or renews one: then it is prefilled with what follows. What
/// it does to seats, shortages and cost is shown while one types; what would cut seats that are promised
/// cannot be saved.
class EntitlementDialog final : public EditDialog
{
    Q_OBJECT

public:
    enum class Purpose { Add, Edit, Renew };

    /// To add one.
    EntitlementDialog(BookAccess access, const License &license, QWidget *parent = nullptr);
    /// To change `existing`, or to add the one that follows it.
    EntitlementDialog(BookAccess access, const License &license, const Entitlement &existing, Purpose purpose,
                      QWidget *parent = nullptr);

    /// No plan is on its way.
    [[nodiscard]] bool isSettled() const;

protected:
    Result<void> check() const override;
    void save() override;
    void loadTheirs() override;

private:
    void build(const EntitlementDraft &draft);
    [[nodiscard]] EntitlementDraft draft() const;
    void schedulePlan();
    void plan();
    void takePlan(const Result<SupplyPlan> &planned);

    License m_license;
    std::optional<Entitlement> m_existing;
    Purpose m_purpose;
    EntitlementEditor *m_editor = nullptr;
    QPlainTextEdit *m_note = nullptr;
    PlanView *m_view = nullptr;
    PlanRequest *m_request = nullptr;
};

} // namespace seatledger
