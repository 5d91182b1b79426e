// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QString>

#include <functional>
#include <utility>
#include <vector>

namespace seatledger {

/// Whose value of a field stays.
enum class FieldChoice { Theirs, Yours };

/// A field that two people left with different values, as they read.
struct FieldVersions {
    QString key;
    QString label;
    QString before; ///< what both started from
    QString theirs;
    QString yours;
    bool changedByThem;
    bool changedByYou;

    /// Both changed it: nobody but the person can say which is right.
    [[nodiscard]] bool isContested() const { return changedByThem && changedByYou; }
};

/// One field of a draft: how it is called, reads, compares and is taken over.
template <typename Draft>
struct DraftField {
    QString key;
    QString label;
    std::function<QString(const Draft &)> text;
    std::function<bool(const Draft &, const Draft &)> equal;
    std::function<void(Draft &to, const Draft &from)> take;
};

/// A field that `access(draft)` refers to and `text(value)` puts into words.
template <typename Draft, typename Access, typename Text>
DraftField<Draft> draftField(const QString &key, const QString &label, Access access, const Text &text)
{
    return {.key = key,
            .label = label,
            .text = [access, text](const Draft &draft) { return text(access(draft)); },
            .equal = [access](const Draft &one, const Draft &other) { return access(one) == access(other); },
            .take = [access](Draft &to, const Draft &from) { access(to) = access(from); }};
}

/// Three versions of one record: what two people started from, what the other one saved meanwhile, and what
/// is typed here. No change of either is lost: what only one of them changed stays changed, and what both did
/// is for the person to choose.
template <typename Draft>
class DraftMerge final
{
public:
    DraftMerge(std::vector<DraftField<Draft>> fields, Draft before, Draft theirs, Draft yours)
        : m_fields(std::move(fields)),
          m_before(std::move(before)),
          m_theirs(std::move(theirs)),
          m_yours(std::move(yours))
    {}

    /// The fields whose values differ now.
    [[nodiscard]] QList<FieldVersions> differences() const
    {
        QList<FieldVersions> found;
        for (const DraftField<Draft> &field : m_fields) {
            if (!field.equal(m_theirs, m_yours))
                found.append({field.key, field.label, field.text(m_before), field.text(m_theirs),
                              field.text(m_yours), !field.equal(m_before, m_theirs),
                              !field.equal(m_before, m_yours)});
        }
        return found;
    }

    /// Theirs, with yours where that is chosen.
    [[nodiscard]] Draft merged(const QHash<QString, FieldChoice> &choices) const
    {
        Draft result = m_theirs;
        for (const DraftField<Draft> &field : m_fields) {
            if (choices.value(field.key, FieldChoice::Theirs) == FieldChoice::Yours)
                field.take(result, m_yours);
        }
        return result;
    }

private:
    std::vector<DraftField<Draft>> m_fields;
    Draft m_before;
    Draft m_theirs;
    Draft m_yours;
};

} // namespace seatledger
