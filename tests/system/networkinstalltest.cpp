// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/connection.h"
#include "core/db/migrator.h"
#include "core/domain/enums.h"
#include "core/services/services.h"
#include "tests/support/tlsserver.h"
#include "tests/support/verify.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace seatledger {

/// A book that is opened over a network, as those of teams are.
class NetworkInstallTest final : public QObject
{
    Q_OBJECT

private slots:
    void theBookAddsUp();
};

void NetworkInstallTest::theBookAddsUp()
{
    TlsServer &server = TlsServer::shared();
    server.addLogin(u"deploy"_s, u"secret"_s);
    server.sql(u"ALTER ROLE deploy SUPERUSER"_s);
    const auto connection = Connection::open(
        server.settings(server.makeDatabase(), u"deploy"_s, u"secret"_s));
    VERIFY_RESULT(connection);
    VERIFY_RESULT(Migrator(**connection).up());

    Session session(**connection, {u"deploy"_s, OperationSource::Command});
    const Services services;
    const auto report = services.doctor.examine(session);
    VERIFY_RESULT(report);
    QStringList findings;
    for (const DoctorFinding &finding : report->findings)
        findings.append(finding.check + u": "_s + finding.subject + u", "_s + finding.found);
    QVERIFY2(findings.isEmpty(), qPrintable(findings.join(u'\n')));
}

} // namespace seatledger

QTEST_GUILESS_MAIN(seatledger::NetworkInstallTest)
#include "networkinstalltest.moc"
