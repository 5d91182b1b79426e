// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/importapplicationservice.h"

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

std::unexpected<Error> notYet()
{
    return failure(ErrorCode::Internal, u"not yet"_s);
}

} // namespace

ImportApplicationService::ImportApplicationService(const ImportMappingRepository &mappings,
                                                   const OperationRepository &operations,
                                                   const AccessApplicationService &access)
    : m_mappings(mappings), m_operations(operations), m_access(access)
{}

Result<ImportMapping> ImportApplicationService::match(Session &, ImportKind, const TableFilePreview &,
                                                      const std::optional<QString> &) const
{
    return notYet();
}

ImportMapping ImportApplicationService::withFormats(ImportMapping mapping, const TableFilePreview &)
{
    return mapping;
}

Result<std::vector<ImportMapping>> ImportApplicationService::mappings(Session &session, ImportKind kind) const
{
    return m_mappings.list(session, kind);
}

Result<void> ImportApplicationService::saveMapping(Session &, const ImportMapping &) const
{
    return notYet();
}

Result<void> ImportApplicationService::removeMapping(Session &, ImportKind, const QString &) const
{
    return notYet();
}

Result<ImportOutcome> ImportApplicationService::testRun(Session &, const ImportRequest &,
                                                        const ImportProgressReport &) const
{
    return notYet();
}

Result<ImportOutcome> ImportApplicationService::run(Session &, const ImportRequest &,
                                                    const ImportProgressReport &) const
{
    return notYet();
}

Result<qint64> ImportApplicationService::writeProblems(Session &, const ImportRequest &, const QString &,
                                                       const ImportProgressReport &) const
{
    return notYet();
}

} // namespace seatledger
