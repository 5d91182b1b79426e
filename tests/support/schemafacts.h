// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/testdatabase.h"

#include <QMap>
#include <QString>
#include <QStringList>

namespace seatledger {

/// What the book's schema is made of, by the catalogue: each thing's name with its definition. Tables, views,
/// sequences, columns in their order, constraints, indexes, triggers, functions with their source, policies,
/// types, extensions; with owners, rights (defaults spelled out) and comments. Object numbers stay out, so
/// the facts of two databases can be compared.
using SchemaFacts = QMap<QString, QString>;

[[nodiscard]] SchemaFacts schemaFacts(TestDatabase &database);

/// The first thing, by name, that is missing, new or different, in words; empty if there is none.
[[nodiscard]] QString firstDifference(const SchemaFacts &expected, const SchemaFacts &found);

/// The tables that both have, each with the columns that both have.
[[nodiscard]] QMap<QString, QStringList> commonColumns(const SchemaFacts &one, const SchemaFacts &other);

} // namespace seatledger
