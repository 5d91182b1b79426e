// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/sqlvalue.h"

#include <QString>
#include <QStringList>

#include <utility>
#include <vector>

namespace seatledger {

/// The values of a statement whose text is put together from parts: each gets a name of its own, which stands
/// for it in the text. A plain value.
class BoundValues final
{
public:
    /// What stands in a text for this value.
    [[nodiscard]] QString bound(const SqlValue &value)
    {
        // The underscore keeps one name from being the beginning of another.
        const QString name = QStringLiteral(":v%1_").arg(m_values.size());
        m_values.emplace_back(name, value);
        return name;
    }

    /// Takes over the values of another statement that stand in a part of its text; answers that part with
    /// their names here.
    [[nodiscard]] QString rebound(const BoundValues &other, QString part)
    {
        // in two steps: a name of theirs may be one of ours
        QStringList names;
        for (std::size_t i = 0; i < other.m_values.size(); ++i) {
            const auto &[name, value] = other.m_values[i];
            names.append(part.contains(name) ? bound(value) : QString());
            part.replace(name, QStringLiteral("\x01%1\x02").arg(i));
        }
        for (qsizetype i = 0; i < names.size(); ++i)
            part.replace(QStringLiteral("\x01%1\x02").arg(i), names[i]);
        return part;
    }

    /// Gives a Query or a CopyOut the values that occur in its text.
    template <typename Statement>
    void bindTo(Statement &statement, const QString &text) const
    {
        for (const auto &[name, value] : m_values) {
            if (text.contains(name))
                statement.bind(name.sliced(1).toLatin1().constData(), value);
        }
    }

private:
    std::vector<std::pair<QString, SqlValue>> m_values;
};

} // namespace seatledger
