// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"

#include <QStringView>

#include <compare>

namespace seatledger {

/// What a validated text must satisfy. Lengths count characters (code points), as the database does.
struct TextLimits {
    int maximum;
    bool mayBeEmpty;
    bool multiline; ///< line breaks and tabs are allowed
};

/// `raw` without surrounding blanks and in Unicode's composed form (NFC), so that what looks the same is the
/// same. Fails with InvalidInput if it is empty and must not be, too long, or has control characters or
/// broken surrogates in it.
[[nodiscard]] Result<QString> cleanText(QStringView raw, const TextLimits &limits);

/// A text that is certain to satisfy its `Rule` (`static constexpr TextLimits limits`). A plain value; texts
/// of different rules are different types.
template <typename Rule>
class ValidText final
{
public:
    static constexpr TextLimits limits = Rule::limits;

    /// The empty text, where the rule allows it.
    ValidText()
        requires(Rule::limits.mayBeEmpty)
    = default;

    /// See cleanText().
    [[nodiscard]] static Result<ValidText> create(QStringView raw)
    {
        Result<QString> clean = cleanText(raw, limits);
        if (!clean)
            return std::unexpected(std::move(clean.error()));
        return ValidText(std::move(*clean));
    }

    /// A text that the database's constraint has already checked.
    [[nodiscard]] static ValidText fromStored(QString text) { return ValidText(std::move(text)); }

    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] bool isEmpty() const { return m_text.isEmpty(); }

    friend bool operator==(const ValidText &, const ValidText &) = default;

private:
    explicit ValidText(QString text) : m_text(std::move(text)) {}

    QString m_text;
};

struct NameRule {
    static constexpr TextLimits limits{.maximum = 200, .mayBeEmpty = false, .multiline = false};
};

struct MemberNumberRule {
    static constexpr TextLimits limits{.maximum = 64, .mayBeEmpty = false, .multiline = false};
};

struct OrderNumberRule {
    static constexpr TextLimits limits{.maximum = 200, .mayBeEmpty = true, .multiline = false};
};

struct SupplierRule {
    static constexpr TextLimits limits{.maximum = 200, .mayBeEmpty = true, .multiline = false};
};

struct EndReasonRule {
    static constexpr TextLimits limits{.maximum = 2000, .mayBeEmpty = false, .multiline = true};
};

struct SummaryRule {
    static constexpr TextLimits limits{.maximum = 1000, .mayBeEmpty = false, .multiline = false};
};

struct NoteRule {
    static constexpr TextLimits limits{.maximum = 10'000, .mayBeEmpty = true, .multiline = true};
};

/// The name of a person, department, vendor, product or licence.
using Name = ValidText<NameRule>;
/// The organisation's own number for a person; unique, compared case-insensitively by the database.
using MemberNumber = ValidText<MemberNumberRule>;
using OrderNumber = ValidText<OrderNumberRule>;
/// Who sold an entitlement.
using Supplier = ValidText<SupplierRule>;
/// Why an assignment was ended, in the words of the person who did it.
using EndReason = ValidText<EndReasonRule>;
/// One sentence for the history of operations.
using Summary = ValidText<SummaryRule>;
using Note = ValidText<NoteRule>;

} // namespace seatledger
