// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/license.h"
#include "ui/book/editdialog.h"
#include "ui/licenses/productchoice.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QSpinBox;

namespace seatledger {

class CountField;
class EntitlementEditor;
class PickerField;

/// Adds a licence, with its first entitlement beside it, or changes one.
class LicenseDialog final : public EditDialog
{
    Q_OBJECT

public:
    /// To add one.
    explicit LicenseDialog(BookAccess access, QWidget *parent = nullptr);
    /// To change one.
    LicenseDialog(BookAccess access, const License &license, QWidget *parent = nullptr);

protected:
    Result<void> check() const override;
    void save() override;
    void loadTheirs() override;

private:
    /// One version of the record with the names that its ids stand for.
    struct Version;
    struct Theirs;

    void makeEditors();
    void build();
    void buildPurchase();
    void fill(const LicenseDraft &draft);
    void loadOwner(std::optional<MemberId> owner);
    void showLease();
    [[nodiscard]] static Version versionOf(const LicenseDraft &draft, const Catalogue &catalogue);
    [[nodiscard]] std::vector<DraftField<Version>> draftFields() const;
    /// Without the product, which only a worker can find or make.
    [[nodiscard]] LicenseDraft draft() const;

    std::optional<License> m_license;
    QLineEdit *m_name;
    ProductChoice *m_products;
    QComboBox *m_metric;
    QComboBox *m_term;
    QComboBox *m_state;
    QSpinBox *m_overage;
    QSpinBox *m_devices;
    CountField *m_lease;
    QComboBox *m_expiry;
    CountField *m_threshold;
    QLineEdit *m_leads;
    PickerField *m_owner;
    QPlainTextEdit *m_note;
    QCheckBox *m_bought = nullptr;
    EntitlementEditor *m_purchase = nullptr;
};

} // namespace seatledger
