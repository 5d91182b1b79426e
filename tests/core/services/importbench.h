// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/services.h"
#include "tests/support/book.h"
#include "tests/support/testdatabase.h"
#include "tests/support/verify.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace seatledger {

using namespace Qt::StringLiterals; // as every test does

// A book that files are imported into, and files for it.

inline constexpr auto memberFile = "number,name,email,department,joined_on\n"
                                   "M1,Ana Lima,ana@example.org,IT,2024-01-31\n"
                                   "M2,Bo Ek,bo@example.org,,\n";
inline constexpr auto licenseFile =
    "license,vendor,product,term,seats,from_day,until_day,price,currency,order_number\n"
    "IDE,Acme,Studio,subscription,5,2024-01-01,2199-12-31,\"1,250.50\",EUR,PO1\n"
    "IDE,Acme,Studio,subscription,unlimited,2024-06-01,2199-12-31,,,PO2\n"
    "CAD,Acme,Draw,perpetual,2,2024-01-01,,99,USD,PO3\n";
inline constexpr auto assignmentFile = "license,member_number,quantity,from_day,until_day,note\n"
                                       "IDE,M1,2,2024-03-01,2199-01-31,first\n"
                                       "IDE,M2,1,2024-03-01,,\n"
                                       "CAD,M1,1,2024-03-01,,\n";

/// What every test of imports begins with: an empty book, and the service. Each test function has its own.
class ImportBench : public QObject
{
protected:
    [[nodiscard]] QString file(const QByteArray &text, const QString &name = u"file.csv"_s) const
    {
        const QString path = m_folder.filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("no room for a file");
        return path;
    }
    [[nodiscard]] ImportRequest request(ImportKind kind, const QByteArray &text)
    {
        ImportRequest request{.kind = kind, .path = file(text), .format = {}, .mapping = {}};
        const auto preview = TableFile::preview(request.path);
        if (!preview)
            return request;
        request.format = preview->format;
        if (auto mapping = m_services.imports.match(m_db->session(), kind, *preview))
            request.mapping = *std::move(mapping);
        return request;
    }
    [[nodiscard]] Result<ImportOutcome> run(const ImportRequest &request)
    {
        return m_services.imports.run(m_db->session(), request);
    }
    [[nodiscard]] Result<ImportOutcome> run(ImportKind kind, const QByteArray &text)
    {
        return run(request(kind, text));
    }
    [[nodiscard]] QString value(const QString &query) { return m_db->value(query); }
    [[nodiscard]] QStringList column(const QString &query)
    {
        QStringList values;
        for (const QStringList &row : m_db->sql(query))
            values.append(row.value(0));
        return values;
    }
    [[nodiscard]] static QStringList reasons(const ImportOutcome &outcome)
    {
        QStringList all;
        for (const ImportProblem &problem : outcome.problems)
            all.append(u"%1 %2 %3: %4"_s.arg(problem.row).arg(problem.column, problem.value, problem.reason));
        return all;
    }
    /// What the book holds, to compare before and after.
    [[nodiscard]] QStringList everything()
    {
        QStringList all;
        for (const QString &table :
             {u"department"_s, u"member"_s, u"vendor"_s, u"product"_s, u"license"_s, u"license_seats"_s,
              u"entitlement"_s, u"license_assignment"_s, u"operation"_s, u"audit_statement"_s})
            all.append(
                value(u"SELECT coalesce(string_agg(to_jsonb(t)::text, '\n' ORDER BY to_jsonb(t)::text), '') "
                      "FROM seatledger.%1 t"_s.arg(table)));
        return all;
    }
    void makeBook()
    {
        m_db->sql(u"INSERT INTO seatledger.department (name) VALUES ('IT')"_s);
        VERIFY_RESULT(run(ImportKind::Members, memberFile));
        auto catalogue = request(ImportKind::Licenses, licenseFile);
        catalogue.createMissing = true;
        VERIFY_RESULT(run(catalogue));
    }
    static void compareReasons(const QStringList &all, const QStringList &expected)
    {
        QVERIFY2(all.size() == expected.size(), qPrintable(all.join(u'\n')));
        for (qsizetype i = 0; i < all.size(); ++i)
            QVERIFY2(all[i].startsWith(expected[i]), qPrintable(all[i] + u" is not "_s + expected[i]));
    }

    QTemporaryDir m_folder;
    std::unique_ptr<TestDatabase> m_db;
    Services m_services;
};

} // namespace seatledger
