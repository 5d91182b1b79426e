// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/importapplicationservice.h"

#include "core/db/transaction.h"
#include "core/domain/text.h"
#include "core/repositories/keptsums.h"
#include "core/services/importmatcher.h"
#include "core/services/importrun.h"
#include "core/services/refusalinwords.h"
#include "core/services/shippedmappings.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace seatledger {

template <>
std::span<const EnumEntry<OnExisting>> enumEntries()
{
    static constexpr std::array entries{
        EnumEntry{OnExisting::Update, "update"_L1, QT_TRANSLATE_NOOP("domain", "Update them")},
        EnumEntry{OnExisting::Skip, "skip"_L1, QT_TRANSLATE_NOOP("domain", "Leave them as they are")},
        EnumEntry{OnExisting::Stop, "stop"_L1, QT_TRANSLATE_NOOP("domain", "Count them as problems")},
    };
    return entries;
}

namespace {

bool isNamed(const ImportMapping &mapping, ImportKind kind, const QString &name)
{
    return mapping.kind == kind && mapping.name.compare(name, Qt::CaseInsensitive) == 0;
}

const ShippedMapping *shippedNamed(ImportKind kind, const QString &name)
{
    const auto found = std::ranges::find_if(shippedMappings(), [&](const ShippedMapping &shipped) {
        return isNamed(shipped.mapping, kind, name);
    });
    return found == shippedMappings().end() ? nullptr : &*found;
}

} // namespace

ImportApplicationService::ImportApplicationService(const ImportMappingRepository &mappings,
                                                   const LicenseRepository &licenses,
                                                   const LicenseAssignmentRepository &assignments,
                                                   const OperationRepository &operations,
                                                   const AccessApplicationService &access)
    : m_mappings(mappings), m_facts(licenses, assignments), m_operations(operations), m_access(access)
{}

Result<ImportMapping> ImportApplicationService::match(Session &session, ImportKind kind,
                                                      const TableFilePreview &preview,
                                                      const std::optional<QString> &mappingName) const
{
    const ImportMatcher matcher(kind, preview.headings);
    std::optional<ImportMapping> best;
    if (mappingName) {
        auto named = savedMapping(session, kind, *mappingName);
        if (!named)
            return named;
        best = *std::move(named);
    } else {
        const auto all = mappings(session, kind);
        if (!all)
            return std::unexpected(all.error());
        for (const ImportMapping &mapping : *all) {
            QStringList needs;
            for (const ColumnMatch &column : mapping.columns)
                needs.append(column.heading);
            if (mapping.isShipped)
                needs = shippedNamed(kind, mapping.name)->needs;
            if (matcher.hasAll(needs) && (!best || matcher.known(mapping) > matcher.known(*best)))
                best = mapping;
        }
    }
    ImportMapping matched = matcher.matched(best ? &*best : nullptr);
    ImportMatcher::tellFormats(matched, preview);
    return matched;
}

ImportMapping ImportApplicationService::withFormats(ImportMapping mapping, const TableFilePreview &preview)
{
    ImportMatcher::tellFormats(mapping, preview);
    return mapping;
}

Result<ImportMapping> ImportApplicationService::savedMapping(Session &session, ImportKind kind,
                                                             const QString &name) const
{
    const auto all = mappings(session, kind);
    if (!all)
        return std::unexpected(all.error());
    const auto found = std::ranges::find_if(
        *all, [&](const ImportMapping &mapping) { return isNamed(mapping, kind, name); });
    if (found == all->end())
        return failure(ErrorCode::NotFound,
                       QCoreApplication::translate("import", "There is no mapping “%1”.").arg(name),
                       {{u"mapping"_s, name}});
    return *found;
}

Result<std::vector<ImportMapping>> ImportApplicationService::mappings(Session &session, ImportKind kind) const
{
    if (auto may = m_access.require(session, Action::Import); !may)
        return std::unexpected(std::move(may).error());
    auto all = m_mappings.list(session, kind);
    if (!all)
        return all;
    for (const ShippedMapping &shipped : shippedMappings()) {
        if (shipped.mapping.kind == kind)
            all->push_back(shipped.mapping);
    }
    return all;
}

Result<void> ImportApplicationService::book(Session &session, const QString &summary,
                                            const std::function<Result<void>()> &write) const
{
    return operate(session, u"import mapping", [&](Session &) -> Result<void> {
        if (auto may = m_access.require(session, Action::Import); !may)
            return may;
        if (const auto operation = m_operations.begin(session, u"edit_mapping"_s, summary); !operation)
            return std::unexpected(operation.error());
        return write();
    });
}

Result<void> ImportApplicationService::saveMapping(Session &session, const ImportMapping &mapping) const
{
    ImportMapping named = mapping;
    const auto name = Name::create(mapping.name);
    if (!name)
        return failure(ErrorCode::InvalidInput, name.error().message, {{u"field"_s, u"name"_s}});
    named.name = name->text();
    if (shippedNamed(mapping.kind, named.name))
        return failure(
            ErrorCode::Conflict,
            QCoreApplication::translate(
                "import", "“%1” comes with the program and cannot be changed: choose another name.")
                .arg(named.name),
            {{u"mapping"_s, named.name}});
    return book(session, QCoreApplication::translate("import", "Save the mapping %1").arg(named.name),
                [&] { return m_mappings.save(session, named); });
}

Result<void> ImportApplicationService::removeMapping(Session &session, ImportKind kind,
                                                     const QString &name) const
{
    if (shippedNamed(kind, name))
        return failure(
            ErrorCode::Conflict,
            QCoreApplication::translate("import", "“%1” comes with the program and stays.").arg(name),
            {{u"mapping"_s, name}});
    return book(session, QCoreApplication::translate("import", "Remove the mapping %1").arg(name),
                [&] { return m_mappings.remove(session, kind, name); });
}

Result<void> ImportApplicationService::require(Session &session, const ImportRequest &request) const
{
    const bool hasKeys = std::ranges::any_of(request.mapping.columns, [&](const ColumnMatch &column) {
        return isSecretField(request.kind, column.field);
    });
    auto may = m_access.require(session, Action::Import);
    return may && hasKeys ? m_access.require(session, Action::EditCatalogue) : may;
}

Result<ImportOutcome> ImportApplicationService::testRun(Session &session, const ImportRequest &request,
                                                        const ImportProgressReport &progress) const
{
    if (auto may = require(session, request); !may)
        return std::unexpected(std::move(may).error());
    const auto transaction = Transaction::begin(session.connection(), u"test an import");
    if (!transaction)
        return std::unexpected(transaction.error());
    auto outcome = ImportRun(session, request, m_facts, m_operations, progress).run();
    if (!outcome)
        return std::unexpected(inWords(std::move(outcome).error()));
    outcome->operation.reset();
    return outcome;
}

Result<ImportOutcome> ImportApplicationService::run(Session &session, const ImportRequest &request,
                                                    const ImportProgressReport &progress) const
{
    std::optional<ImportOutcome> refused;
    auto outcome = operate(session, u"import", [&](Session &) -> Result<ImportOutcome> {
        if (auto may = require(session, request); !may)
            return std::unexpected(std::move(may).error());
        auto done = ImportRun(session, request, m_facts, m_operations, progress).run();
        if (!done || done->operation)
            return done;
        // Nothing is to stay: neither what was created for rows that are not imported, nor an operation.
        refused = *std::move(done);
        return failure(ErrorCode::Cancelled, u"nothing to import"_s);
    });
    if (!outcome && refused && outcome.error().code == ErrorCode::Cancelled)
        return *std::move(refused);
    if (outcome && outcome->operation)
        KeptSums().settle(session, [&](qint64 done, qint64 all) {
            if (progress)
                progress({.phase = ImportPhase::Counting, .done = done, .total = all});
        });
    return outcome;
}

Result<qint64> ImportApplicationService::writeProblems(Session &session, const ImportRequest &request,
                                                       const QString &path,
                                                       const ImportProgressReport &progress) const
{
    ImportRequest asked = request;
    asked.problemsPath = path;
    const auto outcome = testRun(session, asked, progress);
    if (!outcome)
        return std::unexpected(outcome.error());
    return outcome->rejected;
}

} // namespace seatledger
