// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/keyfile.h"
#include "core/signing/signedfile.h"
#include "tests/server/support/runningserver.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

namespace seatledger {

/// What programs and portals do for a member: own licences and devices, files, tokens, switches.
class OwnLicensesTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { m_server.reset(); }

    void listsOnesOwn();
    void runsOnADevice();
    void tellsWhyNot();
    void aRevokedSeatStopsItsDevices();
    void ownDevicesAreRenamedAndRetired();
    void devicesOfOthersAreNotThere();
    void filesAreSigned();
    void filesOutliveAChangeOfTheKey();
    void aKeyOthersCouldReadSignsNothing();
    void tokensAreMadeOnceAndRevoked();
    void aKeptAnswerKeepsNoToken();
    void switchesAreSetAndSeen();
    void aSwitchHoldsOffWhatItGoverns();

private:
    [[nodiscard]] HttpAnswer on(const char *verb, const QJsonObject &body, const QByteArray &token)
    {
        return m_server->send("POST", token,
                              "/api/v1/me/licenses/" + QByteArray::number(m_ide.value()) + ':' + verb, body);
    }
    [[nodiscard]] static QString reasonIn(const HttpAnswer &answer)
    {
        return answer.json().value("reason"_L1).toString();
    }
    [[nodiscard]] QByteArray etagOf(const QByteArray &token, const QByteArray &target)
    {
        return m_server->get(token, target).header("ETag");
    }

    QTemporaryDir m_home;
    int m_members = 0; ///< made by a test
    std::unique_ptr<RunningServer> m_server;
    QByteArray m_ana, m_ben;
    LicenseId m_ide = *LicenseId::fromValue(1), m_cad = *LicenseId::fromValue(1);
    const QJsonObject m_device{{u"device"_s, u"9f:3c:11:0a"_s}};
};

void OwnLicensesTest::initTestCase()
{
    qputenv("SEATLEDGER_HOME", m_home.path().toLocal8Bit());
    m_server = std::make_unique<RunningServer>();
    Book &book = m_server->book();
    const MemberId ana = book.member(u"Ana"_s), ben = book.member(u"Ben"_s);
    m_ide = book.licenseWithSeats(u"IDE"_s, 5);
    m_cad = book.licenseWithSeats(u"CAD"_s, 5);
    (void)book.assignment(m_ide, ana);
    (void)book.assignment(m_cad, ben);
    m_ana = m_server->token(u"ana"_s, {.role = Role::Member, .member = ana}, {TokenScope::Own});
    m_ben = m_server->token(u"ben"_s, {.role = Role::Member, .member = ben}, {TokenScope::Own});
}

void OwnLicensesTest::listsOnesOwn()
{
    const HttpAnswer own = m_server->get(m_ana, "/api/v1/me/licenses");
    QCOMPARE(own.status, 200);
    const QJsonArray items = own.json().value("items"_L1).toArray();
    QCOMPARE(items.size(), 1);
    QCOMPARE(items[0].toObject().value("name"_L1).toString(), u"IDE"_s);
    QCOMPARE(m_server->get(m_ana, "/api/v1/me/licenses?everything=1").status, 400);
}

void OwnLicensesTest::runsOnADevice()
{
    QCOMPARE(reasonIn(on("validate", {}, m_ana)), u"ok"_s);
    QCOMPARE(reasonIn(on("validate", m_device, m_ana)), u"device_unknown"_s);
    const HttpAnswer first = on("activate", m_device, m_ana);
    QCOMPARE(first.status, 201);
    QVERIFY(!first.header("Seatledger-Operation").isEmpty());
    const HttpAnswer again = on("activate", m_device, m_ana);
    QCOMPARE(again.status, 200);
    QCOMPARE(again.json(), first.json());
    QCOMPARE(on("heartbeat", m_device, m_ana).json().value("ok"_L1).toBool(), true);
    const HttpAnswer second = on("activate", {{u"device"_s, u"another:device"_s}}, m_ana);
    QCOMPARE(second.status, 409);
    QCOMPARE(second.code(), u"too_many_devices"_s);
    QCOMPARE(on("release", m_device, m_ana).status, 204);
    QCOMPARE(on("release", m_device, m_ana).status, 404);
    QCOMPARE(on("activate", m_device, m_ana).status, 201);
}

void OwnLicensesTest::tellsWhyNot()
{
    const QByteArray foreign = "/api/v1/me/licenses/" + QByteArray::number(m_cad.value());
    const HttpAnswer unheld = m_server->send("POST", m_ana, foreign + ":validate");
    const HttpAnswer unknown = m_server->send("POST", m_ana, "/api/v1/me/licenses/99999:validate");
    QCOMPARE(unheld.status, 200);
    QCOMPARE(reasonIn(unheld), u"not_assigned"_s);
    QCOMPARE(unheld.json(), unknown.json());
    const HttpAnswer refused = m_server->send("POST", m_ana, foreign + ":activate", m_device);
    QCOMPARE(refused.status, 404);
    QCOMPARE(refused.code(), u"not_assigned"_s);
    QCOMPARE(on("activate", {}, m_ana).status, 422);
    QCOMPARE(on("activate", {{u"device"_s, u"short"_s}}, m_ana).status, 422);
    QCOMPARE(on("heartbeat", {}, m_ana).status, 422);
}

void OwnLicensesTest::aRevokedSeatStopsItsDevices()
{
    const LicenseId license = m_server->book().licenseWithSeats(u"Short"_s, 1);
    const MemberId dan = m_server->book().member(u"Dan"_s);
    const AssignmentId seat = m_server->book().assignment(license, dan);
    const QByteArray token = m_server->token(u"dan"_s, {.role = Role::Member, .member = dan},
                                             {TokenScope::Own});
    const QByteArray target = "/api/v1/me/licenses/" + QByteArray::number(license.value());
    const QJsonObject device{{u"device"_s, u"device-of-dan"_s}};
    QCOMPARE(m_server->send("POST", token, target + ":activate", device).status, 201);
    m_server->database().sql(
        u"UPDATE seatledger.license_assignment SET state = 'revoked', ended_on = seatledger.today(), "
        "end_reason = 'x' WHERE id = %1"_s.arg(seat.value()));
    const HttpAnswer beat = m_server->send("POST", token, target + ":heartbeat", device);
    QCOMPARE(beat.status, 200);
    QCOMPARE(beat.json().value("ok"_L1).toBool(true), false);
    QCOMPARE(reasonIn(beat), u"revoked"_s);
}

void OwnLicensesTest::ownDevicesAreRenamedAndRetired()
{
    const LicenseId license = m_server->book().licenseWithSeats(u"Tool"_s, 1);
    const MemberId eve = m_server->book().member(u"Eve"_s);
    (void)m_server->book().assignment(license, eve);
    const QByteArray token = m_server->token(u"eve"_s, {.role = Role::Member, .member = eve},
                                             {TokenScope::Own});
    QCOMPARE(m_server
                 ->send("POST", token,
                        "/api/v1/me/licenses/" + QByteArray::number(license.value()) + ":activate",
                        {{u"device"_s, u"device-of-eve"_s}})
                 .status,
             201);
    const HttpAnswer list = m_server->get(token, "/api/v1/me/devices");
    QCOMPARE(list.status, 200);
    const QJsonObject device = list.json().value("items"_L1).toArray().first().toObject();
    const QByteArray target = "/api/v1/me/devices/" + QByteArray::number(device.value("id"_L1).toInteger());
    QCOMPARE(m_server->send("PATCH", token, target, {{u"name"_s, u"Desk"_s}}).status, 428);
    const QByteArray etag = etagOf(token, target);
    const HttpAnswer renamed = m_server->send("PATCH", token, target, {{u"name"_s, u"Desk"_s}},
                                              {{"If-Match", etag}});
    QCOMPARE(renamed.status, 200);
    QCOMPARE(renamed.json().value("name"_L1).toString(), u"Desk"_s);
    QCOMPARE(m_server->send("POST", token, target + ":retire", {}, {{"If-Match", etag}}).status, 412);
    const HttpAnswer retired = m_server->send("POST", token, target + ":retire", {},
                                              {{"If-Match", renamed.header("ETag")}});
    QCOMPARE(retired.status, 200);
    QCOMPARE(retired.json().value("live"_L1).toInteger(), 0);
}

void OwnLicensesTest::devicesOfOthersAreNotThere()
{
    (void)on("activate", m_device, m_ana);
    const QByteArray id = QByteArray::number(m_server->get(m_ana, "/api/v1/me/devices")
                                                 .json()
                                                 .value("items"_L1)
                                                 .toArray()
                                                 .first()
                                                 .toObject()
                                                 .value("id"_L1)
                                                 .toInteger());
    QCOMPARE(m_server->get(m_ben, "/api/v1/me/devices/" + id).status, 404);
    QCOMPARE(m_server->get(m_server->administrator(), "/api/v1/me/devices/" + id).status, 404);
    QCOMPARE(m_server->get(m_server->administrator(), "/api/v1/devices/" + id).status, 200);
    QCOMPARE(m_server->get(m_ana, "/api/v1/devices/" + id).status, 403); // its scope is for the own ones
    const HttpAnswer page = m_server->get(m_server->administrator(), "/api/v1/devices?limit=1");
    QCOMPARE(page.json().value("items"_L1).toArray().size(), 1);
}

void OwnLicensesTest::filesAreSigned()
{
    (void)on("activate", m_device, m_ana);
    QJsonObject wish = m_device;
    wish.insert(u"days"_s, 10);
    const HttpAnswer issued = on("issue-file", wish, m_ana);
    QCOMPARE(issued.status, 201);
    const QByteArray key = QByteArray::fromBase64(
        m_server->get(m_ana, "/api/v1/license-file-key").json().value("public_key"_L1).toString().toLatin1());
    const auto content = readLicenseFile(issued.json().value("file"_L1).toString().toLatin1(), key);
    VERIFY_RESULT(content);
    QCOMPARE(content->device.text(), u"9f:3c:11:0a"_s);
    wish.insert(u"days"_s, 91);
    QCOMPARE(on("issue-file", wish, m_ana).status, 422);
    QCOMPARE(on("issue-file", {{u"device"_s, u"not-activated"_s}}, m_ana).status, 409);
}

/// The key of now comes first; the one before stays until the last of its files has ended.
void OwnLicensesTest::filesOutliveAChangeOfTheKey()
{
    (void)on("activate", m_device, m_ana);
    QJsonObject wish = m_device;
    wish.insert(u"days"_s, 10);
    const QByteArray before = on("issue-file", wish, m_ana).json().value("file"_L1).toString().toLatin1();
    const auto changed = changeKeyFile(defaultLicenseKeyFile());
    VERIFY_RESULT(changed);
    QVERIFY(QFile::exists(changed->kept));
    const HttpAnswer issued = on("issue-file", wish, m_ana);
    QCOMPARE(issued.status, 201);
    const QByteArray after = issued.json().value("file"_L1).toString().toLatin1();

    const HttpAnswer listed = m_server->get(m_ben, "/api/v1/license-file-keys");
    QCOMPARE(listed.status, 200);
    QVERIFY(listed.header("Deprecation").isEmpty());
    const QJsonArray keys = listed.json().value("items"_L1).toArray();
    QCOMPARE(keys.size(), 2);
    const auto keyOf = [&keys](int i) {
        return QByteArray::fromBase64(keys[i].toObject().value("public_key"_L1).toString().toLatin1());
    };
    QCOMPARE(keyOf(0), changed->key.publicKey());
    QCOMPARE(keys[0].toObject().value("current"_L1).toBool(), true);
    QCOMPARE(keys[1].toObject().value("current"_L1).toBool(true), false);
    VERIFY_RESULT(readLicenseFile(after, keyOf(0)));
    VERIFY_RESULT(readLicenseFile(before, keyOf(1)));
    QVERIFY(!readLicenseFile(before, keyOf(0)));

    const HttpAnswer old = m_server->get(m_ana, "/api/v1/license-file-key");
    QCOMPARE(old.json().value("public_key"_L1), keys[0].toObject().value("public_key"_L1));
    QCOMPARE(old.header("Deprecation"), "@1795737600");
    QCOMPARE(old.header("Sunset"), "Sat, 27 Nov 2027 00:00:00 GMT");

    TestDatabase &db = m_server->database();
    db.sql(u"SET session_replication_role = replica; UPDATE seatledger.license_file SET valid_until = now(); "
           "SET session_replication_role = origin"_s);
    QCOMPARE(m_server->get(m_ana, "/api/v1/license-file-keys").json().value("items"_L1).toArray().size(), 1);
}

void OwnLicensesTest::aKeyOthersCouldReadSignsNothing()
{
    QFile key(defaultLicenseKeyFile());
    QVERIFY(key.setPermissions(key.permissions() | QFileDevice::ReadOther));
    QJsonObject wish = m_device;
    wish.insert(u"days"_s, 10);
    const HttpAnswer refused = on("issue-file", wish, m_ana);
    QCOMPARE(refused.status, 503);
    QCOMPARE(refused.code(), u"license_files_unavailable"_s);
    QCOMPARE(m_server->get(m_ana, "/api/v1/license-file-keys").status, 503);
    QVERIFY(key.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner));
    QCOMPARE(m_server->get(m_ana, "/api/v1/license-file-keys").status, 200);
}

void OwnLicensesTest::tokensAreMadeOnceAndRevoked()
{
    const QByteArray admin = m_server->administrator();
    const HttpAnswer made = m_server->send("POST", admin, "/api/v1/tokens",
                                           {{u"name"_s, u"Portal"_s},
                                            {u"owner"_s, m_server->login(u"ana"_s)},
                                            {u"scopes"_s, QJsonArray{u"own"_s}}});
    QCOMPARE(made.status, 201);
    const QByteArray token = made.json().value("token"_L1).toString().toLatin1();
    QCOMPARE(m_server->get(token, "/api/v1/me/licenses").status, 200);
    const QByteArray target = made.header("Location");
    QVERIFY(!m_server->get(admin, target).body.contains("slt_"));
    QVERIFY(!m_server->get(admin, "/api/v1/tokens").body.contains("slt_"));
    QCOMPARE(m_server->send("POST", admin, target + ":revoke").status, 428);
    const HttpAnswer revoked = m_server->send("POST", admin, target + ":revoke", {},
                                              {{"If-Match", made.header("ETag")}});
    QCOMPARE(revoked.status, 200);
    QCOMPARE(m_server->get(token, "/api/v1/me/licenses").status, 401);
    QCOMPARE(m_server
                 ->send("POST", admin, "/api/v1/tokens",
                        {{u"name"_s, u"x"_s}, {u"scopes"_s, QJsonArray{u"all"_s}}})
                 .status,
             422);
}

void OwnLicensesTest::aKeptAnswerKeepsNoToken()
{
    const QJsonObject wish{{u"name"_s, u"Twice"_s}, {u"scopes"_s, QJsonArray{u"read"_s}}};
    const RunningServer::Headers key{{"Idempotency-Key", "token-twice"}};
    (void)m_server->send("POST", m_server->administrator(), "/api/v1/tokens", wish, key);
    QCOMPARE(m_server->database().value(
                 u"SELECT count(*) FROM seatledger.idempotency_key WHERE response::text LIKE '%slt\\_%'"_s),
             u"0"_s);
}

void OwnLicensesTest::switchesAreSetAndSeen()
{
    const QByteArray admin = m_server->administrator();
    const QByteArray target = "/api/v1/feature-switches/self_service";
    QCOMPARE(m_server->get(admin, target).status, 404);
    const HttpAnswer made = m_server->send("PUT", admin, target, {{u"mode"_s, u"on"_s}});
    QCOMPARE(made.status, 201);
    QCOMPARE(m_server->send("PUT", admin, target, {{u"mode"_s, u"off"_s}}).status, 428);
    QCOMPARE(m_server->send("PUT", admin, target, {{u"mode"_s, u"off"_s}}, {{"If-Match", "\"9\""}}).status,
             412);
    const HttpAnswer changed = m_server->send("PUT", admin, target,
                                              {{u"mode"_s, u"roles"_s}, {u"roles"_s, QJsonArray{u"staff"_s}}},
                                              {{"If-Match", made.header("ETag")}});
    QCOMPARE(changed.status, 200);
    QCOMPARE(changed.json().value("on_for_me"_L1).toBool(true), false);
    QCOMPARE(
        m_server->send("PUT", admin, "/api/v1/feature-switches/Bad%20name", {{u"mode"_s, u"on"_s}}).status,
        422);
    QCOMPARE(m_server->send("PUT", m_ana, target, {{u"mode"_s, u"on"_s}}).status, 403);
}

/// Each time by psql, so that the server hears of it like any other program.
void OwnLicensesTest::aSwitchHoldsOffWhatItGoverns()
{
    const QByteArray admin = m_server->administrator();
    const QByteArray staff = m_server->token(u"switched"_s, {.role = Role::Staff});
    const QByteArray exports = "/api/v1/exports/members";
    const auto set = [this](const QString &name, const QString &mode, const QString &roles = u"{}"_s) {
        m_server->database().sql(
            u"INSERT INTO seatledger.feature_switch (name, mode, roles) VALUES ('%1', '%2', "
            "'%3') ON CONFLICT (name) DO UPDATE SET mode = excluded.mode, roles = "
            "excluded.roles"_s.arg(name, mode, roles));
    };
    QCOMPARE(m_server->get(staff, exports).status, 200);
    set(u"exports"_s, u"roles"_s, u"{administrator}"_s);
    const HttpAnswer refused = m_server->get(staff, exports);
    QCOMPARE(refused.status, 403);
    QCOMPARE(refused.json().value("code"_L1).toString(), u"feature_off"_s);
    QCOMPARE(refused.json().value("facts"_L1)["feature"_L1].toString(), u"exports"_s);
    QCOMPARE(m_server->get(admin, exports).status, 200); // it is on for this role
    set(u"exports"_s, u"on"_s);
    QCOMPARE(m_server->get(staff, exports).status, 200);

    const auto write = [&] {
        const QString number = u"S-%1"_s.arg(++m_members);
        return m_server->send(
            "POST", admin, "/api/v1/members",
            {{u"number"_s, number}, {u"name"_s, number}, {u"email"_s, number + u"@example.org"_s}});
    };
    QCOMPARE(write().status, 201);
    set(u"api_writes"_s, u"off"_s);
    QTRY_COMPARE_WITH_TIMEOUT(write().status, 403, 1000);
    QCOMPARE(write().json().value("code"_L1).toString(), u"feature_off"_s);
    QCOMPARE(m_server->get(admin, "/api/v1/members").status, 200);
    // whoever may switch it on again does so the same way
    const QByteArray target = "/api/v1/feature-switches/api_writes";
    const QByteArray tag = m_server->get(admin, target).header("ETag");
    QCOMPARE(m_server->send("PUT", admin, target, {{u"mode"_s, u"on"_s}}, {{"If-Match", tag}}).status, 200);
    QTRY_COMPARE_WITH_TIMEOUT(write().status, 201, 1000);

    const QJsonObject listed = m_server->get(admin, "/api/v1/feature-switches").json();
    QCOMPARE(listed.value("features"_L1).toArray().size(), qsizetype(enumEntries<Feature>().size()));
}

} // namespace seatledger

QTEST_MAIN(seatledger::OwnLicensesTest)
#include "ownlicensestest.moc"
