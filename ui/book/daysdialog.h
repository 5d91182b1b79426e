// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/widgets/dialogframe.h"

#include <QDate>

#include <optional>

namespace seatledger {

class DateField;
class FormField;

/// Some days in a row, either end open; both ends included.
struct DaySpan {
    std::optional<QDate> first = std::nullopt;
    std::optional<QDate> last = std::nullopt;

    /// "2026-01-01 – 2026-01-31", "from …", "until …"; empty for all days.
    [[nodiscard]] QString text() const;

    friend bool operator==(const DaySpan &, const DaySpan &) = default;
};

/// Asks from which day to which.
class DaysDialog final : public DialogFrame
{
    Q_OBJECT

public:
    /// Without a span it begins with the month of `today` so far.
    DaysDialog(const DaySpan &span, QDate today, QWidget *parent = nullptr);

signals:
    void chosen(const seatledger::DaySpan &span);

private:
    [[nodiscard]] DaySpan span() const;
    void submit();

    DateField *m_first;
    DateField *m_last;
    FormField *m_lastField = nullptr;
};

} // namespace seatledger
