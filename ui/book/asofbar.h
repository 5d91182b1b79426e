// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/book/bookaccess.h"

#include <QWidget>

#include <optional>

namespace seatledger {

class DateField;
class TextLabel;

/// The strip above a list that is as of another day than now: the day, to be changed there, what that means
/// for the list, and the way back. Hidden while the list is as of now.
class AsOfBar final : public QWidget
{
    Q_OBJECT

public:
    /// `explanation` says in a sentence what the list shows then.
    AsOfBar(BookAccess access, const QString &explanation, QWidget *parent = nullptr);

    /// Without telling; none is now.
    void setDay(std::optional<QDate> day);
    [[nodiscard]] std::optional<QDate> day() const { return m_day; }
    /// The keyboard goes to the day.
    void edit();

signals:
    void dayChanged();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void reword();

    QString m_explanation;
    std::optional<QDate> m_day;
    DateField *m_field;
    TextLabel *m_text;
};

} // namespace seatledger
