// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/style/desktoplook.h"

#include "tests/support/patience.h"
#include "ui/common/style/theme.h"
#include "ui/settings/preferences.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMetaType>
#include <QDBusVariant>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

namespace seatledger {

using namespace Qt::StringLiterals;

using Settings = QMap<QString, QVariantMap>;

/// Answers as a desktop's portal does.
class FakePortal final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    FakePortal(QDBusConnection bus, uint colors, uint contrast) : m_bus(std::move(bus))
    {
        m_values = {{u"color-scheme"_s, colors}, {u"contrast"_s, contrast}};
        m_bus.registerObject(u"/org/freedesktop/portal/desktop"_s, this,
                             QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals);
        m_bus.registerService(u"org.freedesktop.portal.Desktop"_s);
    }
    ~FakePortal() override
    {
        m_bus.unregisterService(u"org.freedesktop.portal.Desktop"_s);
        m_bus.unregisterObject(u"/org/freedesktop/portal/desktop"_s);
    }

    void choose(const QString &key, uint value)
    {
        m_values[key] = value;
        emit SettingChanged(u"org.freedesktop.appearance"_s, key, QDBusVariant(value));
    }

public slots:
    QMap<QString, QVariantMap> ReadAll(const QStringList &groups)
    {
        asked += groups;
        return {{u"org.freedesktop.appearance"_s, m_values}};
    }

signals:
    void SettingChanged(const QString &group, const QString &key, const QDBusVariant &value);

public:
    QStringList asked;

private:
    QDBusConnection m_bus;
    QVariantMap m_values;
};

class DesktopLookTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        qDBusRegisterMetaType<Settings>();
        m_daemon.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
        QVERIFY2(m_daemon.waitForReadyRead(), "dbus-daemon does not start: is the package there?");
        m_address = QString::fromUtf8(m_daemon.readLine()).trimmed();
        QVERIFY(connectTo(u"window"_s).isConnected());
        QVERIFY(connectTo(u"portal"_s).isConnected());
    }
    void cleanupTestCase()
    {
        QDBusConnection::disconnectFromBus(u"window"_s);
        QDBusConnection::disconnectFromBus(u"portal"_s);
        m_daemon.kill();
        m_daemon.waitForFinished();
    }

    void doesAsThePaletteWithoutAPortal()
    {
        const DesktopLook look(QDBusConnection(u"window"_s));
        QCOMPARE(look.scheme(), systemScheme());
        const DesktopLook withoutBus(QDBusConnection(u"there is none"_s));
        QCOMPARE(withoutBus.scheme(), systemScheme());
    }

    void asksThePortal_data()
    {
        QTest::addColumn<uint>("colors");
        QTest::addColumn<uint>("contrast");
        QTest::addColumn<Scheme>("scheme");
        QTest::newRow("dark") << 1U << 0U << Scheme::Dark;
        QTest::newRow("dark, high contrast") << 1U << 1U << Scheme::HighContrastDark;
        QTest::newRow("light, high contrast") << 2U << 1U << Scheme::HighContrastLight;
        QTest::newRow("no preference, high contrast") << 0U << 1U << Scheme::HighContrastLight;
    }
    void asksThePortal()
    {
        QFETCH(const uint, colors);
        QFETCH(const uint, contrast);
        FakePortal portal(QDBusConnection(u"portal"_s), colors, contrast);
        const DesktopLook look(QDBusConnection(u"window"_s));
        QFETCH(const Scheme, scheme);
        QTRY_COMPARE(look.scheme(), scheme);
    }

    void followsThePortal()
    {
        FakePortal portal(QDBusConnection(u"portal"_s), 2, 0);
        const DesktopLook look(QDBusConnection(u"window"_s));
        QSignalSpy changed(&look, &DesktopLook::changed);
        QTRY_COMPARE(portal.asked.size(), 1);
        portal.choose(u"color-scheme"_s, 1);
        QTRY_COMPARE(look.scheme(), Scheme::Dark);
        portal.choose(u"contrast"_s, 1);
        QTRY_COMPARE(look.scheme(), Scheme::HighContrastDark);
        portal.choose(u"accent-color"_s, 7);
        portal.choose(u"color-scheme"_s, 2);
        QTRY_COMPARE(look.scheme(), Scheme::HighContrastLight);
        QCOMPARE(changed.size(), 3);
    }

    void asksAPortalThatComesLater()
    {
        const DesktopLook look(QDBusConnection(u"window"_s));
        QCOMPARE(look.scheme(), systemScheme());
        FakePortal portal(QDBusConnection(u"portal"_s), 1, 1);
        QTRY_COMPARE(look.scheme(), Scheme::HighContrastDark);
    }

    void dressesTheProgramUnlessTheyChose()
    {
        FakePortal portal(QDBusConnection(u"portal"_s), 1, 0);
        DesktopLook look(QDBusConnection(u"window"_s));
        Preferences preferences(look);
        preferences.setScheme(SchemeChoice::System);
        preferences.apply();
        QTRY_COMPARE(schemeOf(QApplication::palette()), Scheme::Dark);
        portal.choose(u"color-scheme"_s, 2);
        QTRY_COMPARE(schemeOf(QApplication::palette()), Scheme::Light);
        preferences.setScheme(SchemeChoice::HighContrastDark);
        QCOMPARE(schemeOf(QApplication::palette()), Scheme::HighContrastDark);
        portal.choose(u"color-scheme"_s, 1);
        QTRY_COMPARE(look.scheme(), Scheme::Dark);
        QCOMPARE(schemeOf(QApplication::palette()), Scheme::HighContrastDark);
        preferences.setScheme(SchemeChoice::System);
        QCOMPARE(schemeOf(QApplication::palette()), Scheme::Dark);
    }

private:
    QDBusConnection connectTo(const QString &name) const
    {
        return QDBusConnection::connectToBus(m_address, name);
    }

    QProcess m_daemon;
    QString m_address;
};

} // namespace seatledger

QTEST_MAIN(seatledger::DesktopLookTest)
#include "desktoplooktest.moc"
