// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/support/runningserver.h"

#include <QJsonArray>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

namespace seatledger {

/// The resources over the book's services, one after the other.
class ResourcesTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { m_server.reset(); }

    void licensesAreMadeByTheNamesOfTheirProduct();
    void entitlementsSupplySeats();
    void aSeatIsGivenChangedAndRevoked();
    void daysSeatsAndNoteChangeAsOne();
    void whoGetsNoSeatIsToldWhy();
    void manyAreDoneAsOne();
    void aDryRunChangesNothing();
    void anOperationIsTakenBack();
    void reportsAnswerQuestions();
    void exportsAreWhole();
    void anExportThatCannotBeIsAProblem();
    void figuresAreOfThisMoment();
    void theAuditTellsWhatChanged();
    void permissionsAreExplained();
    void changesAreToldAsTheyHappen();

private:
    [[nodiscard]] HttpAnswer get(const QByteArray &target) { return m_server->get(m_root, target); }
    [[nodiscard]] HttpAnswer post(const QByteArray &target, const QJsonObject &body)
    {
        return m_server->send("POST", m_root, target, body);
    }
    [[nodiscard]] Book &book() { return m_server->book(); }

    std::unique_ptr<RunningServer> m_server;
    QByteArray m_root;
};

void ResourcesTest::initTestCase()
{
    m_server = std::make_unique<RunningServer>();
    m_root = m_server->administrator();
}

void ResourcesTest::licensesAreMadeByTheNamesOfTheirProduct()
{
    const HttpAnswer made = post("/api/v1/licenses", {{u"name"_s, u"IDE Team"_s},
                                                      {u"vendor"_s, u"Acme"_s},
                                                      {u"product"_s, u"IDE"_s},
                                                      {u"metric"_s, u"named_user"_s}});
    QCOMPARE(made.status, 201);
    const HttpAnswer changed = m_server->send("PATCH", m_root, made.header("Location"),
                                              {{u"overage_percent"_s, 10}}, {{"If-Match", "\"1\""}});
    QCOMPARE(changed.status, 200);
    QCOMPARE(changed.json().value("overage_percent"_L1).toInt(), 10);
    const QJsonArray rows = get("/api/v1/licenses?q=acme").json().value("items"_L1).toArray();
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows[0].toObject().value("product"_L1).toString(), u"IDE"_s);
    QCOMPARE(post("/api/v1/licenses", {{u"name"_s, u"Nothing"_s}}).status, 422);
}

void ResourcesTest::entitlementsSupplySeats()
{
    const LicenseId license = book().license(u"Bought"_s);
    const HttpAnswer made = post(
        "/api/v1/entitlements",
        {{u"license_id"_s, license.value()},
         {u"quantity"_s, 5},
         {u"first_day"_s, u"2020-01-01"_s},
         {u"price"_s, QJsonObject{{u"amount"_s, u"99.50"_s}, {u"currency"_s, u"EUR"_s}}},
         {u"billing"_s, u"yearly"_s}});
    QCOMPARE(made.status, 201);
    QCOMPARE(made.json().value("price"_L1).toObject().value("amount"_L1).toString(), u"99.50"_s);
    const QByteArray list = "/api/v1/entitlements?license_id=" + QByteArray::number(license.value());
    QCOMPARE(get(list).json().value("items"_L1).toArray().size(), 1);
    const HttpAnswer cancelled = m_server->send("DELETE", m_root, made.header("Location"), {},
                                                {{"If-Match", "\"1\""}});
    QCOMPARE(cancelled.status, 200);
    QVERIFY(cancelled.json().value("cancelled_at"_L1).isString());
    QCOMPARE(get(list + "&with_cancelled=false").json().value("items"_L1).toArray().size(), 0);
    const HttpAnswer wrong = post(
        "/api/v1/entitlements",
        {{u"license_id"_s, license.value()},
         {u"first_day"_s, u"2020-01-01"_s},
         {u"price"_s, QJsonObject{{u"amount"_s, u"1.234"_s}, {u"currency"_s, u"EUR"_s}}}});
    QCOMPARE(wrong.status, 422);
    QCOMPARE(wrong.json().value("errors"_L1).toArray()[0].toObject().value("pointer"_L1).toString(),
             u"/price/amount"_s);
}

void ResourcesTest::aSeatIsGivenChangedAndRevoked()
{
    const LicenseId license = book().licenseWithSeats(u"Given"_s, 3);
    const MemberId member = book().member(u"Gina"_s);
    const HttpAnswer given = post("/api/v1/assignments",
                                  {{u"license_id"_s, license.value()}, {u"member_id"_s, member.value()}});
    QCOMPARE(given.status, 201);
    QCOMPARE(given.json().value("state"_L1).toString(), u"active"_s);
    const QByteArray address = given.header("Location");
    const HttpAnswer more = m_server->send("PATCH", m_root, address, {{u"quantity"_s, 2}},
                                           {{"If-Match", "\"1\""}});
    QCOMPARE(more.status, 200);
    QCOMPARE(more.json().value("quantity"_L1).toInt(), 2);
    QCOMPARE(m_server->send("DELETE", m_root, address + "?reason=left", {}, {{"If-Match", "\"1\""}}).status,
             412);
    QCOMPARE(m_server->send("DELETE", m_root, address, {}, {{"If-Match", more.header("ETag")}}).status, 422);
    const HttpAnswer revoked = m_server->send("DELETE", m_root, address + "?reason=left", {},
                                              {{"If-Match", more.header("ETag")}});
    QCOMPARE(revoked.status, 200);
    QCOMPARE(revoked.json().value("state"_L1).toString(), u"revoked"_s);
    QCOMPARE(revoked.json().value("end_reason"_L1).toString(), u"left"_s);
    QCOMPARE(book().held(license), 0);
}

void ResourcesTest::daysSeatsAndNoteChangeAsOne()
{
    const LicenseId license = book().licenseWithSeats(u"Noted"_s, 3);
    const HttpAnswer given = post(
        "/api/v1/assignments",
        {{u"license_id"_s, license.value()}, {u"member_id"_s, book().member(u"Nora"_s).value()}});
    const QByteArray address = given.header("Location");
    const auto patch = [&](const QJsonObject &change, const QByteArray &etag) {
        return m_server->send("PATCH", m_root, address, change, {{"If-Match", etag}});
    };
    const HttpAnswer noted = patch({{u"note"_s, u"for the tour"_s}}, "\"1\"");
    QCOMPARE(noted.status, 200);
    QCOMPARE(noted.json().value("note"_L1).toString(), u"for the tour"_s);
    QCOMPARE(noted.json().value("quantity"_L1).toInt(), 1);
    const QString last = book().today().addDays(30).toString(Qt::ISODate);
    const HttpAnswer all = patch({{u"note"_s, u"two of them"_s}, {u"quantity"_s, 2}, {u"last_day"_s, last}},
                                 noted.header("ETag"));
    QCOMPARE(all.status, 200);
    QCOMPARE(all.json().value("note"_L1).toString(), u"two of them"_s);
    QCOMPARE(all.json().value("quantity"_L1).toInt(), 2);
    QCOMPARE(all.json().value("last_day"_L1).toString(), last);
    QCOMPARE(book().held(license), 2);
    QCOMPARE(book().wrongCounters(), 0);

    const HttpAnswer tooMany = patch({{u"note"_s, u"four"_s}, {u"quantity"_s, 4}}, all.header("ETag"));
    QCOMPARE(tooMany.status, 409);
    QCOMPARE(tooMany.code(), u"no_seat"_s);
    QCOMPARE(get(address).json(), all.json());
    const HttpAnswer wrong = patch({{u"note"_s, QString(10'001, u'x')}}, all.header("ETag"));
    QCOMPARE(wrong.status, 422);
    QCOMPARE(wrong.json().value("errors"_L1).toArray()[0].toObject().value("pointer"_L1).toString(),
             u"/note"_s);
    QCOMPARE(patch({{u"note"_s, u"two of them"_s}}, all.header("ETag")).status, 422);

    const HttpAnswer undone = post("/api/v1/operations/" + all.header("Seatledger-Operation") + ":undo", {});
    QCOMPARE(undone.status, 200);
    QCOMPARE(get(address).json().value("note"_L1).toString(), u"for the tour"_s);
    QCOMPARE(book().held(license), 1);
}

void ResourcesTest::whoGetsNoSeatIsToldWhy()
{
    const LicenseId license = book().licenseWithSeats(u"Full"_s, 1);
    book().assignment(license, book().member(u"First"_s));
    const HttpAnswer refused = post(
        "/api/v1/assignments",
        {{u"license_id"_s, license.value()}, {u"member_id"_s, book().member(u"Second"_s).value()}});
    QCOMPARE(refused.status, 409);
    QCOMPARE(refused.code(), u"no_seat"_s);
    QCOMPARE(refused.json().value("facts"_L1).toObject().value("capacity"_L1).toInt(), 1);
}

void ResourcesTest::manyAreDoneAsOne()
{
    const LicenseId license = book().licenseWithSeats(u"Many"_s, 2);
    QJsonArray members;
    for (const MemberId member : book().members(3))
        members.append(member.value());
    QJsonObject request{
        {u"action"_s, u"assign"_s}, {u"license_id"_s, license.value()}, {u"member_ids"_s, members}};
    QCOMPARE(post("/api/v1/assignments:bulk", request).code(), u"no_seat"_s);
    request.insert(u"partial"_s, true);
    const HttpAnswer done = post("/api/v1/assignments:bulk", request);
    QCOMPARE(done.status, 200);
    QCOMPARE(done.json().value("changed"_L1).toInt(), 2);
    QCOMPARE(done.json().value("refused"_L1).toInt(), 1);
    const QJsonArray items = done.json().value("items"_L1).toArray();
    QCOMPARE(items.size(), 3);
    QCOMPARE(items[2].toObject().value("code"_L1).toString(), u"no_seat"_s);

    QJsonArray ids;
    for (int i = 0; i < 2; ++i)
        ids.append(items[i].toObject().value("assignment_id"_L1));
    const auto change = [&](const QString &action, QJsonObject more) {
        more.insert(u"action"_s, action);
        more.insert(u"assignment_ids"_s, ids);
        return post("/api/v1/assignments:bulk", more);
    };
    QCOMPARE(change(u"suspend"_s, {{u"release_seat"_s, true}}).json().value("changed"_L1).toInt(), 2);
    QCOMPARE(change(u"resume"_s, {}).json().value("changed"_L1).toInt(), 2);
    QCOMPARE(change(u"revoke"_s, {{u"reason"_s, u"over"_s}}).json().value("changed"_L1).toInt(), 2);
    QCOMPARE(change(u"resume"_s, {}).status, 409);
    QCOMPARE(change(u"forget"_s, {}).status, 422);
}

void ResourcesTest::aDryRunChangesNothing()
{
    const LicenseId license = book().licenseWithSeats(u"Dry"_s, 1);
    QJsonArray members;
    for (const MemberId member : book().members(2))
        members.append(member.value());
    const HttpAnswer plan = post("/api/v1/assignments:bulk", {{u"action"_s, u"assign"_s},
                                                              {u"license_id"_s, license.value()},
                                                              {u"member_ids"_s, members},
                                                              {u"partial"_s, true},
                                                              {u"dry_run"_s, true}});
    QCOMPARE(plan.status, 200);
    QVERIFY(plan.json().value("applicable"_L1).toBool());
    QCOMPARE(plan.json().value("items"_L1).toArray().size(), 2);
    QCOMPARE(book().held(license), 0);
}

void ResourcesTest::anOperationIsTakenBack()
{
    const LicenseId license = book().licenseWithSeats(u"Back"_s, 1);
    const HttpAnswer given = post("/api/v1/assignments", {{u"license_id"_s, license.value()},
                                                          {u"member_id"_s, book().member(u"Bob"_s).value()}});
    const QByteArray address = "/api/v1/operations/" + given.header("Seatledger-Operation");
    QCOMPARE(get(address).json().value("undoable"_L1).toBool(), true);
    QCOMPARE(
        m_server->send("POST", m_root, address + ":undo?dry_run=true").json().value("dry_run"_L1).toBool(),
        true);
    QCOMPARE(book().held(license), 1);
    const HttpAnswer undone = m_server->send("POST", m_root, address + ":undo");
    QCOMPARE(undone.status, 200);
    QCOMPARE(book().held(license), 0);
    QCOMPARE(m_server->send("POST", m_root, address + ":undo").code(), u"already_undone"_s);
    QVERIFY(get("/api/v1/operations?limit=2").json().value("items"_L1).toArray().size() == 2);
}

void ResourcesTest::reportsAnswerQuestions()
{
    const QJsonArray reports = get("/api/v1/reports").json().value("items"_L1).toArray();
    QVERIFY(reports.size() >= 16);
    for (const QJsonValue report : reports) {
        const QByteArray name = report.toObject().value("name"_L1).toString().toLatin1();
        const HttpAnswer answer = get("/api/v1/reports/" + name + "?limit=2");
        QVERIFY2(answer.status == 200, (name + answer.body).constData());
        QVERIFY(!answer.json().value("columns"_L1).toArray().isEmpty());
    }
    QCOMPARE(get("/api/v1/reports/weather").status, 404);
    QCOMPARE(get("/api/v1/reports/utilisation?order=nothing").status, 400);
}

void ResourcesTest::exportsAreWhole()
{
    (void)book().members(40);
    const HttpAnswer csv = get("/api/v1/exports/members");
    QCOMPARE(csv.status, 200);
    QCOMPARE(csv.header("Content-Type"), "text/csv");
    QVERIFY(csv.isWhole);
    QVERIFY(csv.body.count('\n') > 40);
    const HttpAnswer json = m_server->get(m_root, "/api/v1/exports/report:utilisation",
                                          {{"Accept", "application/json"}});
    QCOMPARE(json.header("Content-Type"), "application/json");
    QVERIFY(QJsonDocument::fromJson(json.body).isArray());
    QVERIFY(get("/api/v1/exports/licenses?format=xlsx").body.startsWith("PK"));
    QCOMPARE(get("/api/v1/exports").json().value("items"_L1).toArray().contains(u"members"_s), true);
}

void ResourcesTest::anExportThatCannotBeIsAProblem()
{
    QCOMPARE(get("/api/v1/exports/nothing").status, 404);
    const HttpAnswer wrong = get("/api/v1/exports/members?columns=salary");
    QCOMPARE(wrong.status, 422);
    QCOMPARE(wrong.header("Content-Type"), "application/problem+json");
}

void ResourcesTest::figuresAreOfThisMoment()
{
    const qint64 before = get("/api/v1/statistics").json().value("held"_L1).toInteger();
    const LicenseId license = book().licenseWithSeats(u"Counted"_s, 1);
    book().assignment(license, book().member(u"Carl"_s));
    // kept until the server hears of the change
    QTRY_COMPARE(get("/api/v1/statistics").json().value("held"_L1).toInteger(), before + 1);
}

void ResourcesTest::theAuditTellsWhatChanged()
{
    const HttpAnswer made = post(
        "/api/v1/members",
        {{u"number"_s, u"AU1"_s}, {u"name"_s, u"Audi"_s}, {u"email"_s, u"audi@example.org"_s}});
    const QByteArray filter = "/api/v1/audit-events?operation_id=" + made.header("Seatledger-Operation");
    const QJsonArray events = get(filter).json().value("items"_L1).toArray();
    QCOMPARE(events.size(), 1);
    QCOMPARE(events[0].toObject().value("action"_L1).toString(), u"insert"_s);
    QCOMPARE(events[0].toObject().value("after"_L1).toObject().value("number"_L1).toString(), u"AU1"_s);
    const HttpAnswer page = get("/api/v1/audit-events?limit=1");
    const QByteArray cursor = page.json().value("next_cursor"_L1).toString().toLatin1();
    const HttpAnswer next = get("/api/v1/audit-events?limit=1&cursor=" + cursor);
    QCOMPARE(next.status, 200);
    QVERIFY(next.body != page.body);
}

void ResourcesTest::permissionsAreExplained()
{
    const QByteArray staff = m_server->token(u"stan"_s, {.role = Role::Staff});
    const HttpAnswer mine = m_server->get(staff, "/api/v1/permissions:explain?action=assign");
    QCOMPARE(mine.status, 200);
    const QJsonObject answer = mine.json().value("items"_L1).toArray()[0].toObject();
    QCOMPARE(answer.value("allowed"_L1).toBool(), false);
    QVERIFY(!answer.value("reason"_L1).toString().isEmpty());
    QCOMPARE(
        m_server->get(staff, "/api/v1/permissions:explain?operator=" + m_server->login(u"root"_s).toLatin1())
            .status,
        403);
    QVERIFY(get("/api/v1/permissions:explain?operator=" + m_server->login(u"stan"_s).toLatin1())
                .json()
                .value("items"_L1)
                .toArray()
                .size()
            > 15);
}

void ResourcesTest::changesAreToldAsTheyHappen()
{
    if (CheckingProxy::isWanted())
        QSKIP("Prism waits for the end of an answer before it hands it on");
    HttpClient client(m_server->port());
    const QByteArray head = "GET /api/v1/events HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + m_root
                            + "\r\n";
    client.send(head + "\r\n");
    QVERIFY(client.receiveUntil(": here you are").contains("text/event-stream"));
    (void)book().member(u"Seen by psql"_s);
    const QByteArray event = client.receiveUntil("Seen by psql");
    QVERIFY(event.contains("event: change"));
    const qsizetype at = event.lastIndexOf("id: ") + 4;
    const QByteArray id = event.mid(at, event.indexOf('\n', at) - at);

    (void)book().member(u"While away"_s);
    HttpClient again(m_server->port());
    again.send(head + "Last-Event-ID: " + id + "\r\n\r\n");
    const QByteArray missed = again.receiveUntil("While away");
    QVERIFY(missed.contains("While away"));
    QVERIFY(!missed.contains("Seen by psql"));
}

} // namespace seatledger

QTEST_GUILESS_MAIN(seatledger::ResourcesTest)

#include "resourcestest.moc"
