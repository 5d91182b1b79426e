// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/importmapping.h"
#include "core/formats/tablefile.h"

#include <QStringList>

#include <span>

namespace seatledger {

/// Takes the columns of a file for fields: by a mapping, by the field's name, by one like it. Pure.
class ImportMatcher final
{
public:
    ImportMatcher(ImportKind kind, const QStringList &headings) : m_kind(kind), m_headings(headings) {}

    /// By `saved`, and then by names; without one also by names that are alike. Headings are compared without
    /// case, blanks and signs.
    [[nodiscard]] ImportMapping matched(const ImportMapping *saved) const;

    /// How many of the headings a mapping knows.
    [[nodiscard]] qsizetype known(const ImportMapping &mapping) const;
    [[nodiscard]] bool hasAll(const QStringList &headings) const;

    /// Fills in how the columns write days and numbers, where that is not said yet, and what is doubtful
    /// about it.
    static void tellFormats(ImportMapping &mapping, const TableFilePreview &preview);

private:
    ImportKind m_kind;
    QStringList m_headings;
};

} // namespace seatledger
