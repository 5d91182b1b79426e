// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/exportrequest.h"
#include "ui/common/widgets/dialogframe.h"

namespace seatledger {

class FormField;
class SegmentedFilter;

/// Asks in which format, and with which columns, a list is to be written. Both are remembered.
class ExportChoiceDialog final : public DialogFrame
{
    Q_OBJECT

public:
    /// `shownColumns` are what the list shows, by the names that files have; empty: only all can be had.
    explicit ExportChoiceDialog(const QStringList &shownColumns, QWidget *parent);

signals:
    void chosen(const seatledger::ExportOptions &options);

private:
    void explainFormat();
    void submit();
    [[nodiscard]] TableFormat format() const;

    QStringList m_shownColumns;
    SegmentedFilter *m_format;
    SegmentedFilter *m_columns;
    FormField *m_formatField = nullptr;
};

} // namespace seatledger
