// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/connections/recentconnections.h"

#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

const QString listKey = QStringLiteral("connections/recent");
const QString nextKey = QStringLiteral("connections/opensNext");

/// Nothing for an entry that cannot be read, such as one of a later version.
std::optional<ConnectionProfile> readEntry(const QSettings &settings)
{
    ConnectionProfile profile;
    if (const QString address = settings.value(u"address"_s).toString(); !address.isEmpty()) {
        auto server = ConnectionSettings::fromUri(address);
        if (!server)
            return std::nullopt;
        profile = ConnectionProfile::ofServer(*std::move(server));
        profile.server.connectTimeoutSeconds = settings.value(u"timeout"_s, 10).toInt();
    } else {
        profile = ConnectionProfile::ofWorkspace(settings.value(u"workspace"_s).toString());
    }
    profile.label = settings.value(u"label"_s).toString();
    return profile;
}

void writeEntry(QSettings &settings, const ConnectionProfile &profile)
{
    settings.setValue(u"label"_s, profile.label);
    if (profile.kind == ConnectionProfile::Kind::Workspace) {
        settings.setValue(u"workspace"_s, profile.workspace);
        return;
    }
    settings.setValue(u"address"_s, profile.server.toUri());
    settings.setValue(u"timeout"_s, profile.server.connectTimeoutSeconds);
}

auto hasKey(const QString &key)
{
    return [key](const ConnectionProfile &profile) { return profile.key() == key; };
}

} // namespace

RecentConnections::RecentConnections(QSettings &settings) : m_settings(settings) {}

std::vector<ConnectionProfile> RecentConnections::list() const
{
    std::vector<ConnectionProfile> profiles;
    const int size = m_settings.beginReadArray(listKey);
    for (int i = 0; i < size; ++i) {
        m_settings.setArrayIndex(i);
        if (auto profile = readEntry(m_settings))
            profiles.push_back(*std::move(profile));
    }
    m_settings.endArray();
    return profiles;
}

void RecentConnections::remember(const ConnectionProfile &profile)
{
    std::vector<ConnectionProfile> profiles = list();
    std::erase_if(profiles, hasKey(profile.key()));
    profiles.insert(profiles.begin(), profile);
    profiles.resize(std::min(profiles.size(), longest));
    write(profiles);
}

void RecentConnections::remove(const QString &key)
{
    std::vector<ConnectionProfile> profiles = list();
    std::erase_if(profiles, hasKey(key));
    write(profiles);
    if (m_settings.value(nextKey).toString() == key)
        m_settings.remove(nextKey);
}

std::optional<ConnectionProfile> RecentConnections::opensNext() const
{
    const std::vector<ConnectionProfile> profiles = list();
    const auto found = std::ranges::find_if(profiles, hasKey(m_settings.value(nextKey).toString()));
    return found == profiles.end() ? std::nullopt : std::optional(*found);
}

void RecentConnections::setOpensNext(const QString &key)
{
    if (key.isEmpty())
        m_settings.remove(nextKey);
    else
        m_settings.setValue(nextKey, key);
}

void RecentConnections::write(const std::vector<ConnectionProfile> &profiles)
{
    m_settings.remove(listKey);
    m_settings.beginWriteArray(listKey, static_cast<int>(profiles.size()));
    for (std::size_t i = 0; i < profiles.size(); ++i) {
        m_settings.setArrayIndex(static_cast<int>(i));
        writeEntry(m_settings, profiles[i]);
    }
    m_settings.endArray();
}

} // namespace seatledger
