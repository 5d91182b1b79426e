// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/services.h"
#include "tests/support/colleagues.h"
#include "tests/support/testdatabase.h"

#include <QTest>

#include <algorithm>
#include <memory>

namespace seatledger {

/// A book of sample data that reports are recounted on, and a manager of a department with others below it
/// who may see costs.
class ReportedBook final
{
public:
    /// `before` is run before the book is filled, `after` makes situations of it that the sample does not
    /// have. A failure is one of the test.
    ReportedBook(const SampleSize &size, const QString &before, const QString &after)
    {
        if (!before.isEmpty())
            database.sql(before);
        if (const auto filled = services.sample.fill(database.session(), size); !filled)
            QTest::qFail(qPrintable(filled.error().message), __FILE__, __LINE__);
        database.sql(after);
        department = DepartmentId::fromValue(
            database.value(QStringLiteral("SELECT min(parent_id) FROM seatledger.department")).toLongLong());
        people = std::make_unique<Colleagues>(database);
        manager = people->add(
            QStringLiteral("mia"),
            {.role = Role::Manager, .rights = {Right::ViewCosts}, .departments = {*department}});
    }

    [[nodiscard]] Session &session() { return database.session(); }
    [[nodiscard]] Session &asManager() { return people->as(manager); }

    TestDatabase database;
    Services services;
    std::optional<DepartmentId> department;
    std::unique_ptr<Colleagues> people;

private:
    QString manager;
};

inline QStringList sorted(QStringList lines)
{
    std::ranges::sort(lines);
    return lines;
}

} // namespace seatledger
