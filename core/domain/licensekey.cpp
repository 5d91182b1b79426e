// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/licensekey.h"

#include "core/domain/fieldcheck.h"

#include <QCoreApplication>
#include <QSet>

#include <array>

namespace seatledger {

using namespace Qt::StringLiterals;

template <>
std::span<const EnumEntry<LicenseKeyKind>> enumEntries()
{
    using enum LicenseKeyKind;
    static constexpr std::array entries{
        EnumEntry{License, "license"_L1, QT_TRANSLATE_NOOP("domain", "For the licence")},
        EnumEntry{Entitlement, "entitlement"_L1, QT_TRANSLATE_NOOP("domain", "For an entitlement")},
        EnumEntry{Pool, "pool"_L1, QT_TRANSLATE_NOOP("domain", "One for each assignment")},
    };
    return entries;
}

namespace {

QString inPlace(qsizetype place, const QString &sentence)
{
    return QCoreApplication::translate("domain", "Key %1: %2").arg(place).arg(sentence);
}

std::vector<KeySecret> takeSecrets(FieldCheck &check, const QStringList &typed)
{
    if (typed.isEmpty())
        check.refuse("secrets"_L1, QCoreApplication::translate("domain", "Type at least one key."));
    std::vector<KeySecret> secrets;
    QSet<QString> seen;
    for (qsizetype i = 0; i < typed.size(); ++i) {
        auto secret = KeySecret::create(typed[i]);
        if (!secret) {
            check.refuse("secrets"_L1, inPlace(i + 1, secret.error().message));
        } else if (seen.contains(secret->text())) {
            check.refuse("secrets"_L1,
                         inPlace(i + 1, QCoreApplication::translate("domain", "It is there twice.")));
        } else {
            seen.insert(secret->text());
            secrets.push_back(*std::move(secret));
        }
    }
    return secrets;
}

} // namespace

QStringList NewKeysDraft::secretsIn(const QString &lines)
{
    QStringList secrets;
    for (const QString &line : lines.split(u'\n')) {
        if (!line.trimmed().isEmpty())
            secrets.append(line.trimmed());
    }
    return secrets;
}

Result<NewKeys> NewKeysDraft::create() const
{
    FieldCheck check;
    if (!license)
        check.refuse("license"_L1, missingFieldText());
    if (kind == LicenseKeyKind::Entitlement && !entitlement)
        check.refuse("entitlement"_L1, missingFieldText());
    auto validSecrets = takeSecrets(check, secrets);
    const auto validNote = check.take("note"_L1, KeyNote::create(note));
    if (check.failed())
        return check.error();
    return NewKeys{.license = *license,
                   .kind = kind,
                   .entitlement = kind == LicenseKeyKind::Entitlement ? entitlement : std::nullopt,
                   .secrets = std::move(validSecrets),
                   .note = *validNote};
}

} // namespace seatledger
