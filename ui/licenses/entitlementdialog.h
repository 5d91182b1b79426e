// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/entitlement.h"
#include "core/domain/license.h"
#include "ui/book/editdialog.h"

namespace seatledger {

class EntitlementEditor;

/// Adds an entitlement to a licence, changes one, or renews one: then it is prefilled with what follows.
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

protected:
    Result<void> check() const override;
    void save() override;
    void loadTheirs() override;

private:
    void build(const EntitlementDraft &draft);
    [[nodiscard]] EntitlementDraft draft() const;

    License m_license;
    std::optional<Entitlement> m_existing;
    Purpose m_purpose;
    EntitlementEditor *m_editor = nullptr;
    QPlainTextEdit *m_note = nullptr;
};

} // namespace seatledger
