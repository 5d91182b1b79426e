// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/connections/keychainvault.h"
#include "tests/support/verify.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace seatledger;

/// A session without a bus, as over ssh: there is no keychain, and the vault says so instead of keeping
/// passwords in a file.
class NoKeychainTest final : public QObject
{
    Q_OBJECT

private slots:
    void saysThatThereIsNone()
    {
        QFuture<Result<bool>> available = m_vault.isAvailable();
        QTRY_VERIFY(available.isFinished());
        VERIFY_RESULT(available.result());
        QVERIFY(!*available.result());
    }

    void keepsNothing()
    {
        QFuture<Result<void>> written = m_vault.write(u"ana@db:5432/book"_s, u"hidden"_s);
        QTRY_VERIFY(written.isFinished());
        VERIFY_ERROR(written.result(), ErrorCode::Offline);
        QCOMPARE(written.result().error().details.value("reason"_L1).toString(), u"no_keychain"_s);
        QVERIFY(!describe(written.result().error()).contains("hidden"));

        QFuture<Result<std::optional<QString>>> read = m_vault.read(u"ana@db:5432/book"_s);
        QTRY_VERIFY(read.isFinished());
        VERIFY_ERROR(read.result(), ErrorCode::Offline);
    }

private:
    KeychainVault m_vault;
};

int main(int argc, char *argv[])
{
    for (const char *name : {"DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "WAYLAND_DISPLAY"})
        qunsetenv(name);
    qputenv("XDG_RUNTIME_DIR", "/nonexistent");
    const QCoreApplication application(argc, argv);
    NoKeychainTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "nokeychaintest.moc"
