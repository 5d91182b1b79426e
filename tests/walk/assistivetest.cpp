// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/language.h"
#include "tests/support/patience.h"
#include "tests/walk/wholewindow.h"
#include "ui/common/style/theme.h"

#include <QApplication>
#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QProcess>
#include <QTest>

#include <functional>
#include <optional>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostLookedAt = 3'000;
constexpr int longestStartMs = 60'000;

/// Something that a program offers to screen readers, as they get it: over the bus.
struct Spoken {
    QString service;
    QString path;
    QString role = {};
    QString name = {};
};

class Bus final
{
public:
    explicit Bus(QDBusConnection connection) : m_connection(std::move(connection)) {}

    [[nodiscard]] QList<Spoken> childrenOf(const Spoken &parent) const
    {
        const QDBusMessage reply = call(parent, u"org.a11y.atspi.Accessible"_s, u"GetChildren"_s);
        QList<Spoken> children;
        if (reply.signature() != u"a(so)"_s)
            return children;
        const auto list = reply.arguments().constFirst().value<QDBusArgument>();
        list.beginArray();
        while (!list.atEnd()) {
            Spoken child;
            QDBusObjectPath path;
            list.beginStructure();
            list >> child.service >> path;
            list.endStructure();
            child.path = path.path();
            children += child;
        }
        list.endArray();
        return children;
    }

    void describe(Spoken &one) const
    {
        one.role =
            call(one, u"org.a11y.atspi.Accessible"_s, u"GetRoleName"_s).arguments().value(0).toString();
        const QDBusMessage reply = call(one, u"org.freedesktop.DBus.Properties"_s, u"Get"_s,
                                        {u"org.a11y.atspi.Accessible"_s, u"Name"_s});
        one.name = reply.arguments().value(0).value<QDBusVariant>().variant().toString();
    }

    [[nodiscard]] QDBusMessage call(const Spoken &one, const QString &interface, const QString &method,
                                    const QVariantList &arguments = {}) const
    {
        QDBusMessage question = QDBusMessage::createMethodCall(one.service, one.path, interface, method);
        question.setArguments(arguments);
        return m_connection.call(question, QDBus::Block, 5'000);
    }

private:
    QDBusConnection m_connection;
};

} // namespace

/// The window as a screen reader finds it: on a screen in memory, through a bus of its own.
class AssistiveTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const QString session = startBus();
        QVERIFY2(!session.isEmpty(), "dbus-daemon does not start");
        const QString display = startScreen();
        QVERIFY2(!display.isEmpty(), "Xvfb does not start: is the package there?");
        const QDBusConnection desktop = QDBusConnection::connectToBus(session, u"session"_s);
        const QDBusMessage address = desktop.call(QDBusMessage::createMethodCall(
            u"org.a11y.Bus"_s, u"/org/a11y/bus"_s, u"org.a11y.Bus"_s, u"GetAddress"_s));
        QVERIFY2(address.type() == QDBusMessage::ReplyMessage, "at-spi2-core is missing");
        m_bus.emplace(
            QDBusConnection::connectToBus(address.arguments().constFirst().toString(), u"spoken"_s));
        startWindow(session, display);
        QTRY_VERIFY_WITH_TIMEOUT(find(u"frame"_s, u"Seatledger"_s), longestStartMs);
    }
    void cleanupTestCase()
    {
        for (QProcess *process : {&m_window, &m_screen, &m_daemon}) {
            process->terminate();
            if (!process->waitForFinished(5'000))
                process->kill();
        }
    }

    void findsTheTableAndTheButtonsByName()
    {
        QTRY_VERIFY(find(u"table"_s, u"Members"_s));
        QVERIFY(find(u"push button"_s, u"New member"_s));
        QVERIFY(find(u"push button"_s, u"Export"_s));
        QVERIFY(findRole({u"text"_s, u"entry"_s}, u"Search"_s));
    }

    void readsTheRows()
    {
        const auto table = find(u"table"_s, u"Members"_s);
        QVERIFY(table);
        QStringList cells;
        for (Spoken &cell : m_bus->childrenOf(*table).mid(0, 60)) {
            m_bus->describe(cell);
            cells += cell.name;
        }
        QVERIFY2(cells.filter(u"@"_s).size() > 1, qPrintable(cells.join(u", "_s))); // e-mail addresses
    }

    /// The answer comes, and then what the button does.
    void pressesAButton()
    {
        const auto button = find(u"push button"_s, u"New member"_s);
        QVERIFY(button);
        const QDBusMessage answer = m_bus->call(*button, u"org.a11y.atspi.Action"_s, u"DoAction"_s, {0});
        QVERIFY2(answer.type() == QDBusMessage::ReplyMessage, qPrintable(answer.errorMessage()));
        QVERIFY(answer.arguments().value(0).toBool());
        QTRY_VERIFY_WITH_TIMEOUT(find(u"dialog"_s, u"New member"_s), longestStartMs);
    }

private:
    QString startBus()
    {
        m_daemon.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
        return m_daemon.waitForReadyRead() ? QString::fromUtf8(m_daemon.readLine()).trimmed() : QString();
    }

    /// Chooses a free number by itself.
    QString startScreen()
    {
        m_screen.start(u"Xvfb"_s, {u"-displayfd"_s, u"1"_s, u"-screen"_s, u"0"_s, u"1400x900x24"_s,
                                   u"-nolisten"_s, u"tcp"_s});
        return m_screen.waitForReadyRead() ? u':' + QString::fromUtf8(m_screen.readLine()).trimmed()
                                           : QString();
    }

    void startWindow(const QString &session, const QString &display)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, session);
        environment.insert(u"DISPLAY"_s, display);
        environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
        environment.insert(u"QT_LINUX_ACCESSIBILITY_ALWAYS_ON"_s, u"1"_s);
        m_window.setProcessEnvironment(environment);
        m_window.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_window.start(QCoreApplication::applicationFilePath(), {u"--window"_s});
    }

    [[nodiscard]] std::optional<Spoken> find(const QString &role, const QString &name) const
    {
        return findRole({role}, name);
    }

    /// The first one of the program whose name begins like that, looked for from the window inwards.
    [[nodiscard]] std::optional<Spoken> findRole(const QStringList &roles, const QString &name) const
    {
        QList<Spoken> open{{u"org.a11y.atspi.Registry"_s, u"/org/a11y/atspi/accessible/root"_s}};
        for (int looked = 0; !open.isEmpty() && looked < mostLookedAt; ++looked) {
            Spoken one = open.takeFirst();
            m_bus->describe(one);
            const bool isNamed = one.role == u"frame"_s ? one.name.contains(name) : one.name.startsWith(name);
            if (roles.contains(one.role) && isNamed)
                return one;
            if (one.role != u"table"_s) // of cells there may be a million
                open += m_bus->childrenOf(one);
        }
        return {};
    }

    QProcess m_daemon;
    QProcess m_screen;
    QProcess m_window;
    std::optional<Bus> m_bus;
};

namespace {

int showWindow(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"seatledger"_s);
    applyTheme(application, Scheme::Light);
    useLanguage(QLocale(QLocale::English));
    WholeWindow whole;
    whole.open().showPage(u"members"_s);
    return QApplication::exec();
}

} // namespace

} // namespace seatledger

int main(int argc, char *argv[])
{
    if (argc > 1 && QByteArrayView(argv[1]) == "--window")
        return seatledger::showWindow(argc, argv);
    const QCoreApplication application(argc, argv);
    seatledger::AssistiveTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "assistivetest.moc"
