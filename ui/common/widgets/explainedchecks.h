// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/enumtext.h"

#include <QCheckBox>
#include <QSignalBlocker>
#include <QWidget>

#include <algorithm>
#include <map>
#include <vector>

namespace seatledger {

/// Things to tick below each other, each with what it means in small words under it.
class ExplainedChecks : public QWidget
{
    Q_OBJECT

public:
    explicit ExplainedChecks(QWidget *parent = nullptr);

signals:
    void changed();

protected:
    /// One more, ticked by nobody yet. The first one takes the focus.
    [[nodiscard]] QCheckBox *add(const QString &name, const QString &text, const QString &explanation);
};

/// A choice of values of an enumeration whose every value has an `explanation()`.
template <typename Enum>
class EnumChecks final : public ExplainedChecks
{
public:
    /// The boxes are named after the values, with `suffix`.
    explicit EnumChecks(const QString &suffix, QWidget *parent = nullptr) : ExplainedChecks(parent)
    {
        for (const auto &entry : enumEntries<Enum>())
            m_boxes.emplace(entry.value, add(entry.name + suffix, translateDomain(entry.display),
                                             explanation(entry.value)));
    }

    /// Ticks these alone, without changed().
    void choose(const std::vector<Enum> &values)
    {
        for (const auto &[value, box] : m_boxes) {
            const QSignalBlocker quiet(box);
            box->setChecked(std::ranges::find(values, value) != values.end());
        }
    }

    /// In the order of the enumeration.
    [[nodiscard]] std::vector<Enum> chosen() const
    {
        std::vector<Enum> values;
        for (const auto &[value, box] : m_boxes) {
            if (box->isChecked())
                values.push_back(value);
        }
        return values;
    }

private:
    std::map<Enum, QCheckBox *> m_boxes;
};

} // namespace seatledger
