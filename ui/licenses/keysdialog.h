// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/entitlement.h"
#include "core/domain/license.h"
#include "core/domain/licensekey.h"
#include "ui/book/editdialog.h"

class QComboBox;

namespace seatledger {

/// Adds keys to a licence: for all of it, for something that was bought, or a pool that hands one to each
/// assignment. What was typed is gone with the dialog.
class KeysDialog final : public EditDialog
{
    Q_OBJECT

public:
    KeysDialog(BookAccess access, const License &license, const std::vector<Entitlement> &entitlements,
               QWidget *parent = nullptr);

protected:
    Result<void> check() const override;
    void save() override;

private:
    void buildChoices(const std::vector<Entitlement> &entitlements);
    void buildTexts();
    void showEntitlements();
    [[nodiscard]] NewKeysDraft draft() const;

    License m_license;
    QComboBox *m_kind;
    QComboBox *m_entitlement;
    QPlainTextEdit *m_secrets;
    QPlainTextEdit *m_note;
};

} // namespace seatledger
