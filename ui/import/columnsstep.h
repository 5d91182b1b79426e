// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/importmapping.h"
#include "core/formats/tablefile.h"

#include <QWidget>

#include <optional>
#include <vector>

class QComboBox;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace seatledger {

class ColumnRow;
class TextLabel;

/// The second step of an import: what each column of the file is taken for. What was found is shown with how
/// it was found; what is only similar waits for a person. Mappings can be chosen, saved and removed.
class ColumnsStep final : public QWidget
{
    Q_OBJECT

public:
    static constexpr std::size_t mostRows = 200; ///< further columns are left out

    explicit ColumnsStep(QWidget *parent);

    /// Begins with a file: what was found for it, and the mappings there are.
    void begin(const TableFilePreview &preview, const ImportMapping &mapping);
    void setMappings(const std::vector<ImportMapping> &mappings);

    [[nodiscard]] const ImportMapping &mapping() const { return m_mapping; }
    /// Why the file cannot be read so; empty if it can.
    [[nodiscard]] QString refusal() const;

signals:
    void changed();
    /// This mapping is to be tried; none: what is found by itself.
    void mappingWanted(const std::optional<QString> &name);
    void saveRequested(const seatledger::ImportMapping &mapping);
    void removeRequested(const QString &name);

private:
    void buildMappings();
    void buildRows();
    void showRows();
    void fillRows();
    void takeRows();
    void takeLicense();
    void confirmAll();
    void updateHint();
    void updateButtons();
    [[nodiscard]] QStringList samplesOf(int column) const;

    TableFilePreview m_preview;
    ImportMapping m_mapping;
    std::vector<ImportMapping> m_mappings;
    std::vector<ColumnRow *> m_rows;
    QComboBox *m_choice;
    QPushButton *m_remove;
    QLineEdit *m_name;
    QPushButton *m_save;
    QWidget *m_license;
    QLineEdit *m_licenseName;
    QVBoxLayout *m_list = nullptr;
    TextLabel *m_hint;
    QPushButton *m_confirmAll;
};

} // namespace seatledger
