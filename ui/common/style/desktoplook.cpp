// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/style/desktoplook.h"

#include "ui/common/style/theme.h"

#include <QDBusArgument>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>
#include <QDBusVariant>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

const QString portalService = u"org.freedesktop.portal.Desktop"_s;
const QString portalPath = u"/org/freedesktop/portal/desktop"_s;
const QString settingsInterface = u"org.freedesktop.portal.Settings"_s;
const QString appearance = u"org.freedesktop.appearance"_s;

constexpr uint prefersDark = 1;
constexpr uint prefersLight = 2;
constexpr uint prefersHighContrast = 1;

/// Portals wrap a value once or twice, depending on their version.
QVariant unwrapped(QVariant value)
{
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

} // namespace

DesktopLook::DesktopLook(QDBusConnection bus, QObject *parent) : QObject(parent), m_bus(std::move(bus))
{
    if (!m_bus.isConnected())
        return;
    m_bus.connect(portalService, portalPath, settingsInterface, u"SettingChanged"_s, this,
                  SLOT(takeSetting(QString, QString, QDBusVariant)));
    // a portal that comes later, or another one, may think otherwise
    auto *portals = new QDBusServiceWatcher(portalService, m_bus, QDBusServiceWatcher::WatchForRegistration,
                                            this);
    connect(portals, &QDBusServiceWatcher::serviceRegistered, this, &DesktopLook::ask);
    ask();
}

Scheme DesktopLook::scheme() const
{
    const bool dark = m_colors == prefersDark || (m_colors != prefersLight && isDark(systemScheme()));
    if (m_contrast == prefersHighContrast)
        return dark ? Scheme::HighContrastDark : Scheme::HighContrastLight;
    return dark ? Scheme::Dark : Scheme::Light;
}

void DesktopLook::ask()
{
    // ReadAll is in every version of the portal; ReadOne is not, and Read is on its way out.
    QDBusMessage question = QDBusMessage::createMethodCall(portalService, portalPath, settingsInterface,
                                                           u"ReadAll"_s);
    question << QStringList{appearance};
    auto *call = new QDBusPendingCallWatcher(m_bus.asyncCall(question), this);
    connect(call, &QDBusPendingCallWatcher::finished, this, [this, call] {
        takeAnswer(*call);
        call->deleteLater();
    });
}

void DesktopLook::takeAnswer(const QDBusPendingCallWatcher &call)
{
    const QDBusMessage reply = call.reply();
    if (reply.type() != QDBusMessage::ReplyMessage || reply.signature() != u"a{sa{sv}}"_s)
        return; // no portal, or one without settings: the palette says it
    const auto groups = qdbus_cast<QMap<QString, QVariantMap>>(
        reply.arguments().constFirst().value<QDBusArgument>());
    const Scheme before = scheme();
    const QVariantMap values = groups.value(appearance);
    for (auto value = values.cbegin(); value != values.cend(); ++value)
        take(value.key(), value.value());
    if (scheme() != before)
        emit changed();
}

void DesktopLook::takeSetting(const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group != appearance)
        return;
    const Scheme before = scheme();
    take(key, value.variant());
    if (scheme() != before)
        emit changed();
}

void DesktopLook::take(const QString &key, const QVariant &value)
{
    if (key == u"color-scheme"_s)
        m_colors = unwrapped(value).toUInt();
    else if (key == u"contrast"_s)
        m_contrast = unwrapped(value).toUInt();
}

} // namespace seatledger
