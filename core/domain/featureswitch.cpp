// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/featureswitch.h"

#include "core/domain/fieldcheck.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QRegularExpression>
#include <QtEndian>

#include <algorithm>
#include <array>

namespace seatledger {

using namespace Qt::StringLiterals;

template <>
std::span<const EnumEntry<FeatureMode>> enumEntries()
{
    using enum FeatureMode;
    static constexpr std::array entries{
        EnumEntry{Off, "off"_L1, QT_TRANSLATE_NOOP("domain", "Off")},
        EnumEntry{Roles, "roles"_L1, QT_TRANSLATE_NOOP("domain", "For some roles")},
        EnumEntry{Percent, "percent"_L1, QT_TRANSLATE_NOOP("domain", "For some people")},
        EnumEntry{On, "on"_L1, QT_TRANSLATE_NOOP("domain", "On")},
    };
    return entries;
}

bool FeatureFields::isOnFor(Role role, QStringView login) const
{
    switch (mode) {
    case FeatureMode::Off:
        return false;
    case FeatureMode::Roles:
        return std::ranges::find(roles, role) != roles.end();
    case FeatureMode::Percent: {
        // of feature and person, so that it is not always the same people who try what is new
        const QByteArray hash = QCryptographicHash::hash((name + u'\n' + login.toString()).toUtf8(),
                                                         QCryptographicHash::Sha256);
        return qFromBigEndian<quint32>(hash.constData()) % 100U < static_cast<quint32>(percent);
    }
    case FeatureMode::On:
        break;
    }
    return true;
}

FeatureFields unswitched(const QString &name)
{
    return {.name = name, .mode = fromText<Feature>(name) ? FeatureMode::On : FeatureMode::Off};
}

bool isOnFor(const std::vector<FeatureFields> &switches, const QString &name, Role role, QStringView login)
{
    const auto found = std::ranges::find(switches, name, &FeatureFields::name);
    return found != switches.end() ? found->isOnFor(role, login) : unswitched(name).isOnFor(role, login);
}

std::vector<Feature> featuresOff(const std::vector<FeatureFields> &switches, Role role, QStringView login)
{
    std::vector<Feature> off;
    for (const auto &entry : enumEntries<Feature>()) {
        if (!isOnFor(switches, entry.name, role, login))
            off.push_back(entry.value);
    }
    return off;
}

FeatureEffect effectOn(const std::vector<FeaturePerson> &people, const FeatureFields *before,
                       const FeatureFields &after)
{
    FeatureEffect effect{.people = static_cast<qint64>(people.size())};
    const FeatureFields then = before ? *before : unswitched(after.name);
    for (const FeaturePerson &person : people) {
        const bool was = then.isOnFor(person.role, person.login);
        const bool will = after.isOnFor(person.role, person.login);
        effect.on += will ? 1 : 0;
        if (was != will)
            (will ? effect.gaining : effect.losing).push_back(person);
    }
    return effect;
}

Result<FeatureFields> FeatureDraft::create() const
{
    static const QRegularExpression snakeCase(u"\\A[a-z][a-z0-9_]{0,62}\\z"_s);
    FieldCheck check;
    auto checkedNote = check.take("note"_L1, ValidText<SwitchNoteRule>::create(note));
    if (!snakeCase.match(name).hasMatch()) {
        check.refuse(u"name"_s, QCoreApplication::translate(
                                    "domain", "A feature is named by lower case letters, digits and _."));
    }
    if (mode == FeatureMode::Roles && roles.empty())
        check.refuse(u"roles"_s, QCoreApplication::translate("domain", "Say for which roles it is on."));
    if (percent < 0 || percent > 100)
        check.refuse(u"percent"_s, QCoreApplication::translate("domain", "From 0 to 100 percent."));
    if (check.failed())
        return check.error();
    std::vector<Role> sorted = roles;
    std::ranges::sort(sorted);
    sorted.erase(std::ranges::unique(sorted).begin(), sorted.end());
    return FeatureFields{name, mode, std::move(sorted), percent, *std::move(checkedNote)};
}

} // namespace seatledger
