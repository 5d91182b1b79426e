// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QWidget>

#include <optional>

class QCheckBox;
class QDateEdit;

namespace seatledger {

/// A day, typed or picked from a calendar, that may also be left open by a check box beside it. Days look as
/// displayDay() writes them, 2026-12-31, in every language.
class DateField final : public QWidget
{
    Q_OBJECT

public:
    /// `openText` is the name of "no day" ("Open ended"); empty: there must be a day.
    explicit DateField(const QString &openText = {}, QWidget *parent = nullptr);

    void setDate(std::optional<QDate> date);
    [[nodiscard]] std::optional<QDate> date() const;
    void setMinimumDate(QDate date);
    void setMaximumDate(QDate date);

signals:
    /// Another day, or open where it was not.
    void changed();

private:
    void tell(QDate date);

    QDateEdit *m_edit;
    QCheckBox *m_open = nullptr;
    QDate m_told;
};

} // namespace seatledger
