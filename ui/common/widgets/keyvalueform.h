// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGridLayout>
#include <QHash>
#include <QWidget>

namespace seatledger {

class TextLabel;

/// Facts in two columns, a quiet name and its value; values can be selected and copied. A fact whose value is
/// empty is left out.
class KeyValueForm final : public QWidget
{
    Q_OBJECT

public:
    explicit KeyValueForm(QWidget *parent = nullptr);

    /// Sets or adds a fact. `key` is stable and makes the value's object name; `label` is what people read.
    void setValue(const QString &key, const QString &label, const QString &value);
    [[nodiscard]] QString value(const QString &key) const;
    /// What the names need; for several forms below each other.
    [[nodiscard]] int labelWidth() const;
    void setLabelWidth(int width);

private:
    struct Row {
        TextLabel *label;
        TextLabel *value;
    };

    QGridLayout *m_layout;
    QHash<QString, Row> m_rows;
};

} // namespace seatledger
