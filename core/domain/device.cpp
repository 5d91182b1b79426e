// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/device.h"

#include "core/domain/fieldcheck.h"

#include <QCoreApplication>

#include <algorithm>

namespace seatledger {

using namespace Qt::StringLiterals;

Result<DeviceFingerprint> DeviceFingerprint::create(QStringView raw)
{
    constexpr qsizetype shortest = 8, longest = 200;
    const QStringView text = raw.trimmed();
    const auto isAllowed = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9')
               || u":._-"_s.contains(c);
    };
    if (text.size() < shortest || text.size() > longest || !std::ranges::all_of(text, isAllowed)) {
        return failure(ErrorCode::InvalidInput,
                       QCoreApplication::translate(
                           "domain", "A fingerprint has %1 to %2 letters, digits and : . _ - characters.")
                           .arg(shortest)
                           .arg(longest),
                       {{u"field"_s, u"fingerprint"_s}});
    }
    return DeviceFingerprint(text.toString());
}

Result<DeviceFields> DeviceDraft::create() const
{
    FieldCheck check;
    auto checkedPrint = check.take("fingerprint"_L1, DeviceFingerprint::create(fingerprint));
    auto checkedName = check.take("name"_L1, Name::create(name.trimmed().isEmpty() ? fingerprint : name));
    auto checkedPlatform = check.take("platform"_L1, Platform::create(platform));
    if (check.failed())
        return check.error();
    return DeviceFields{*std::move(checkedPrint), *std::move(checkedName), *std::move(checkedPlatform)};
}

} // namespace seatledger
