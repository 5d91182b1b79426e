// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/query.h"
#include "core/db/transaction.h"
#include "core/services/services.h"
#include "tests/core/services/bookstate.h"
#include "tests/support/book.h"
#include "tests/support/colleagues.h"

#include <QTest>

#include <functional>
#include <vector>

using namespace Qt::StringLiterals;

namespace seatledger {

/// Every kind of operation: done, taken back, done again by taking that back, and taken back once more. What
/// the book says is then what it said before, row by row and field by field.
class UndoMatrixTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void takesBackEveryOperationAndDoesItAgain_data();
    void takesBackEveryOperationAndDoesItAgain();
    void takesBackASeatThatHasStartedMeanwhile();
    void takesKeysBackOnceForItKeepsNoSecrets();
    void stopsWhatRunsOnASeatThatIsTakenBack();
    void refusesWhatCannotBeTakenBack_data();
    void refusesWhatCannotBeTakenBack();

private:
    using Act = std::function<Result<OperationId>(UndoMatrixTest &)>;

    [[nodiscard]] Session &session() { return m_database->session(); }
    [[nodiscard]] QDate today() { return m_book->today(); }
    [[nodiscard]] AssignmentTerms terms(int quantity = 1, int firstDay = 0, std::optional<int> lastDay = {})
    {
        const auto last = lastDay ? std::optional(today().addDays(*lastDay)) : std::nullopt;
        return {Quantity::fromStored(quantity), Period::create(today().addDays(firstDay), last).value(), {}};
    }
    [[nodiscard]] static AssignmentsCommand command(const QList<AssignmentId> &ids)
    {
        return {ids, PlanMode::AllOrNothing, u"Because"_s};
    }
    template <typename T>
    [[nodiscard]] static Result<OperationId> operationOf(const Result<T> &done)
    {
        return done ? Result<OperationId>(done->operation) : std::unexpected(done.error());
    }
    [[nodiscard]] Member ana() { return m_services.members.find(session(), m_members[0]).value(); }
    [[nodiscard]] License ide() { return m_services.licenses.find(session(), m_ide).value(); }
    [[nodiscard]] Entitlement bought()
    {
        return m_services.licenses.findEntitlement(session(), m_bought).value();
    }
    /// What plain SQL does, as an operation of its own.
    [[nodiscard]] Result<OperationId> sql(const QString &statement);

    /// All seats of the keyed licence are held, somebody waits, and that is the start.
    void fillKeyed();

    void addAssignmentCases();
    void addPeopleCases();
    void addCatalogueCases();
    void addOperatorCases();
    void addSqlCases();
    static void add(const char *name, Act act);

    [[nodiscard]] BookState state();
    /// `found` has all of `expected`, and beside it only what has ended because it was taken back.
    void verifyTakenBack(const BookState &expected, const BookState &found);
    void verifyRefused(const Result<OperationId> &undone, const QString &reason);
    void verifyMovedOn(OperationId operation);
    [[nodiscard]] Result<OperationId> undo(OperationId operation)
    {
        return m_services.management.undo(session(), operation);
    }

    Services m_services;
    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<Book> m_book;
    std::unique_ptr<Colleagues> m_people;
    QList<MemberId> m_members; ///< Ana, who holds the seats, and others
    LicenseId m_ide = *LicenseId::fromValue(1);
    LicenseId m_keyed = *LicenseId::fromValue(1); ///< hands a key to each assignment
    EntitlementId m_bought = *EntitlementId::fromValue(1);
    EntitlementId m_expiring = *EntitlementId::fromValue(1);
    AssignmentId m_active = *AssignmentId::fromValue(1);
    AssignmentId m_second = *AssignmentId::fromValue(1);
    AssignmentId m_paused = *AssignmentId::fromValue(1);   ///< suspended, the seat kept
    AssignmentId m_released = *AssignmentId::fromValue(1); ///< suspended, the seat released
    AssignmentId m_reserved = *AssignmentId::fromValue(1);
    AssignmentId m_running = *AssignmentId::fromValue(1); ///< with a device
    WaitingEntryId m_waiting = *WaitingEntryId::fromValue(1);
    DepartmentId m_research = *DepartmentId::fromValue(1);
    BookState m_start; ///< before the operation, and after what a case had to prepare
};

void UndoMatrixTest::init()
{
    m_database = std::make_unique<TestDatabase>();
    m_book = std::make_unique<Book>(*m_database);
    m_people = std::make_unique<Colleagues>(*m_database);
    m_ide = m_book->license(u"IDE"_s);
    m_bought = m_book->entitlement(m_ide, 9);
    m_expiring = m_book->entitlement(m_ide, 2, -300, 60);
    m_keyed = m_book->licenseWithSeats(u"Keyed"_s, 5);
    m_members = m_book->members(8);
    m_active = m_book->assignment(m_ide, m_members[0]);
    m_second = m_book->assignment(m_ide, m_members[1]);
    m_paused = m_book->assignment(m_ide, m_members[2]);
    m_released = m_book->assignment(m_ide, m_members[3]);
    m_running = m_book->assignment(m_keyed, m_members[0]);
    m_reserved = *AssignmentId::fromValue(
        m_database
            ->value(
                u"INSERT INTO seatledger.license_assignment (license_id, member_id, state, period) VALUES "
                u"(%1, "
                "%2, 'reserved', daterange(seatledger.today() + 5, seatledger.today() + 50)) RETURNING id"_s
                    .arg(m_ide.value())
                    .arg(m_members[4].value()))
            .toLongLong());
    m_database->sql(u"SET search_path = seatledger;"
                    "UPDATE license_assignment SET state = 'suspended' WHERE id = %1;"
                    "UPDATE license_assignment SET state = 'suspended', seat_released = true WHERE id = %2;"
                    "INSERT INTO license_key (license_id, kind, secret) SELECT %3, 'pool', 'SECRET-' || n "
                    "FROM generate_series(1, 4) n;"
                    "INSERT INTO device (fingerprint, name) VALUES ('finger:print:1', 'Laptop');"
                    "INSERT INTO device (fingerprint, name) VALUES ('finger:print:2', 'Tower');"
                    "INSERT INTO activation (assignment_id, license_id, device_id) VALUES (%4, %3, 1);"
                    "INSERT INTO department (name) VALUES ('Research'), ('Sales');"
                    "RESET search_path"_s.arg(m_paused.value())
                        .arg(m_released.value())
                        .arg(m_keyed.value())
                        .arg(m_running.value()));
}

void UndoMatrixTest::cleanup()
{
    if (!QTest::currentTestFailed()) {
        QCOMPARE(m_book->wrongCounters(), 0);
        const auto report = m_services.doctor.examine(session());
        VERIFY_RESULT(report);
        for (const DoctorFinding &finding : report->findings) {
            if (finding.check != "real_day"_L1) // a test may let days go by
                QFAIL(qPrintable(finding.check + u": "_s + finding.subject + u", "_s + finding.expected
                                 + u" but "_s + finding.found));
        }
    }
    m_people.reset();
    m_book.reset();
    m_database.reset();
}

Result<OperationId> UndoMatrixTest::sql(const QString &statement)
{
    auto transaction = Transaction::begin(session().connection(), u"by hand");
    if (!transaction)
        return std::unexpected(transaction.error());
    auto operation = m_services.operations.begin(session(), u"direct"_s, u"By hand"_s);
    if (auto done = Query(session(), statement).exec(); !done)
        return std::unexpected(std::move(done).error());
    if (auto committed = transaction->commit(); !committed)
        return std::unexpected(std::move(committed).error());
    return operation;
}

void UndoMatrixTest::fillKeyed()
{
    VERIFY_RESULT(m_services.management.assign(session(), {m_keyed, {{m_members[5]}, terms(4)}}));
    VERIFY_RESULT(m_services.waitingList.add(session(), {m_keyed, {m_members[6]}, terms()}));
    m_waiting = *WaitingEntryId::fromValue(
        m_database->value(u"SELECT max(id) FROM seatledger.waiting_entry"_s).toLongLong());
    m_start = state();
}

// ------------------------------------------------------------------------------------------------- the rows

void UndoMatrixTest::add(const char *name, Act act)
{
    QTest::newRow(name) << std::move(act);
}

void UndoMatrixTest::addAssignmentCases()
{
    using T = UndoMatrixTest;
    const auto give = [](T &t, LicenseId license, std::vector<MemberId> members,
                         const AssignmentTerms &terms) {
        return operationOf(
            t.m_services.management.assign(t.session(), {license, {std::move(members), terms}}));
    };
    add("assign one", [give](T &t) { return give(t, t.m_ide, {t.m_members[5]}, t.terms()); });
    add("assign many",
        [give](T &t) { return give(t, t.m_ide, {t.m_members[5], t.m_members[6]}, t.terms()); });
    add("assign several seats",
        [give](T &t) { return give(t, t.m_ide, {t.m_members[5]}, t.terms(2, 0, 30)); });
    add("reserve", [give](T &t) { return give(t, t.m_ide, {t.m_members[5]}, t.terms(1, 10, 40)); });
    add("assign with a key", [give](T &t) { return give(t, t.m_keyed, {t.m_members[5]}, t.terms()); });
    add("wait", [](T &t) {
        return operationOf(
            t.m_services.waitingList.add(t.session(), {t.m_keyed, {t.m_members[6]}, t.terms(9)}));
    });
    add("assign or wait", [](T &t) {
        return operationOf(t.m_services.management.assign(
            t.session(), {.license = t.m_keyed,
                          .request = {{t.m_members[5], t.m_members[6]}, t.terms(3), PlanMode::Partial},
                          .wait = true}));
    });
    add("withdraw", [](T &t) {
        t.fillKeyed();
        return operationOf(t.m_services.waitingList.withdraw(t.session(), {t.m_waiting}, u"Because"_s));
    });
    add("revoke to who waits", [](T &t) {
        t.fillKeyed();
        return operationOf(t.m_services.management.revoke(t.session(), command({t.m_running})));
    });
    add("a member who waits departs", [](T &t) {
        t.fillKeyed();
        const auto member = t.m_services.members.find(t.session(), t.m_members[6]);
        return operationOf(t.m_services.management.depart(t.session(), *member, t.today(), {}));
    });
    add("revoke",
        [](T &t) { return operationOf(t.m_services.management.revoke(t.session(), command({t.m_active}))); });
    add("revoke many in every state", [](T &t) {
        return operationOf(t.m_services.management.revoke(
            t.session(), command({t.m_active, t.m_paused, t.m_released, t.m_reserved})));
    });
    add("revoke what runs on a device", [](T &t) {
        return operationOf(t.m_services.management.revoke(t.session(), command({t.m_running})));
    });
    add("suspend, the seat kept", [](T &t) {
        return operationOf(t.m_services.management.suspend(t.session(), command({t.m_active}), {}));
    });
    add("suspend, the seat released", [](T &t) {
        return operationOf(t.m_services.management.suspend(t.session(), command({t.m_active, t.m_running}),
                                                           {.releaseSeat = true}));
    });
    add("suspend until a day", [](T &t) {
        return operationOf(t.m_services.management.suspend(
            t.session(), command({t.m_active}), {.releaseSeat = true, .until = t.today().addDays(20)}));
    });
    add("suspend otherwise", [](T &t) {
        return operationOf(
            t.m_services.management.suspend(t.session(), command({t.m_paused}), {.releaseSeat = true}));
    });
    add("resume", [](T &t) {
        return operationOf(t.m_services.management.resume(t.session(), command({t.m_paused, t.m_released})));
    });
    add("transfer", [](T &t) {
        return operationOf(
            t.m_services.management.transfer(t.session(), command({t.m_active}), t.m_members[5]));
    });
    add("transfer what is reserved", [](T &t) {
        return operationOf(
            t.m_services.management.transfer(t.session(), command({t.m_reserved}), t.m_members[5]));
    });
    add("transfer what has a key", [](T &t) {
        return operationOf(
            t.m_services.management.transfer(t.session(), command({t.m_running}), t.m_members[5]));
    });
    add("end earlier", [](T &t) {
        return operationOf(t.m_services.management.changePeriod(
            t.session(), command({t.m_active}), Period::create(t.today(), t.today().addDays(9)).value()));
    });
    add("start later", [](T &t) {
        return operationOf(t.m_services.management.changePeriod(
            t.session(), command({t.m_active}), Period::create(t.today().addDays(3)).value()));
    });
    add("start at once", [](T &t) {
        return operationOf(t.m_services.management.changePeriod(
            t.session(), command({t.m_reserved}), Period::create(t.today(), t.today().addDays(90)).value()));
    });
    add("more seats", [](T &t) {
        return operationOf(t.m_services.management.changeQuantity(
            t.session(), command({t.m_active, t.m_second}), Quantity::fromStored(2)));
    });
}

void UndoMatrixTest::addPeopleCases()
{
    using T = UndoMatrixTest;
    add("add a member", [](T &t) {
        return operationOf(t.m_services.catalogueService.addMember(
            t.session(), MemberDraft{.number = u"N1"_s, .name = u"Nora"_s, .email = u"nora@example.org"_s}
                             .create()
                             .value()));
    });
    add("edit a member", [](T &t) {
        Member ana = t.ana();
        ana.name = Name::create(u"Ana Maria").value();
        ana.department = t.m_research;
        return operationOf(t.m_services.catalogueService.updateMember(t.session(), ana));
    });
    add("depart", [](T &t) {
        return operationOf(t.m_services.management.depart(t.session(), t.ana(), t.today(), u"Gone"_s));
    });
    add("depart without a seat", [](T &t) {
        const Member idle = t.m_services.members.find(t.session(), t.m_members[7]).value();
        return operationOf(t.m_services.management.depart(t.session(), idle, t.today(), {}));
    });
    add("add a department", [](T &t) {
        return operationOf(t.m_services.catalogueService.addDepartment(
            t.session(), {Name::create(u"Optics").value(), t.m_research}));
    });
    add("move a department", [](T &t) {
        Department moved = t.m_services.catalogue.departments(t.session())->back();
        moved.name = Name::create(u"Sales and optics").value();
        moved.parent = t.m_research;
        return operationOf(t.m_services.catalogueService.updateDepartment(t.session(), moved));
    });
}

void UndoMatrixTest::addCatalogueCases()
{
    using T = UndoMatrixTest;
    const auto names = [] {
        return ProductNames{Name::create(u"Atlas").value(), Name::create(u"Mapper").value()};
    };
    add("add a licence with its product and seats", [names](T &t) {
        return operationOf(t.m_services.catalogueService.addLicense(
            t.session(), {.license = {.name = u"Mapper Pro"_s},
                          .product = names(),
                          .entitlement = EntitlementDraft{.quantity = 5, .firstDay = t.today()}}));
    });
    add("add a licence without seats", [](T &t) {
        return operationOf(t.m_services.catalogueService.addLicense(
            t.session(), {.license = {.product = t.ide().product, .name = u"Bare"_s}}));
    });
    add("edit a licence and its product", [names](T &t) {
        License ide = t.ide();
        ide.name = Name::create(u"IDE Pro").value();
        ide.overage = OveragePercent::fromStored(50);
        return operationOf(t.m_services.catalogueService.updateLicense(t.session(), ide, names()));
    });
    add("suspend a licence", [](T &t) {
        License ide = t.ide();
        ide.state = LicenseState::Suspended;
        return operationOf(t.m_services.catalogueService.updateLicense(t.session(), ide));
    });
    add("retire a licence", [](T &t) {
        const LicenseId old = t.m_book->licenseWithSeats(u"Old"_s, 2);
        License license = t.m_services.licenses.find(t.session(), old).value();
        license.state = LicenseState::Retired;
        t.m_start = t.state();
        return operationOf(t.m_services.catalogueService.updateLicense(t.session(), license));
    });
    add("add an entitlement", [](T &t) {
        return operationOf(t.m_services.catalogueService.addEntitlement(
            t.session(),
            EntitlementDraft{.license = t.m_ide, .quantity = 4, .firstDay = t.today()}.create().value()));
    });
    add("edit an entitlement", [](T &t) {
        Entitlement changed = t.bought();
        changed.quantity = std::nullopt;
        changed.orderNumber = OrderNumber::create(u"PO 7").value();
        return operationOf(t.m_services.catalogueService.updateEntitlement(t.session(), changed));
    });
    add("cancel an entitlement", [](T &t) {
        const Entitlement expiring = t.m_services.licenses.findEntitlement(t.session(), t.m_expiring).value();
        return operationOf(t.m_services.catalogueService.cancelEntitlement(t.session(), expiring));
    });
    add("renew", [](T &t) {
        const auto fields = EntitlementDraft{
            .license = t.m_ide, .quantity = 2, .firstDay = t.today().addDays(61)};
        return operationOf(t.m_services.management.renew(t.session(), t.m_expiring, fields.create().value()));
    });
}

void UndoMatrixTest::addOperatorCases()
{
    using T = UndoMatrixTest;
    const auto add = [](T &t) {
        return t.m_services.operatorService.add(
            t.session(), {.login = OperatorLogin::create(t.m_people->loginFor(u"mia"_s)).value(),
                          .displayName = Name::create(u"Mia").value(),
                          .role = Role::Manager,
                          .rights = {Right::Assign},
                          .departments = {t.m_research}});
    };
    T::add("add an operator", [add](T &t) { return operationOf(add(t)); });
    T::add("edit an operator", [add](T &t) -> Result<OperationId> {
        const auto mia = add(t);
        if (!mia)
            return std::unexpected(mia.error());
        Operator changed = mia->value;
        t.m_start = t.state();
        changed.rights = {Right::Revoke};
        changed.departments = {*DepartmentId::fromValue(2)};
        return operationOf(t.m_services.operatorService.update(t.session(), changed));
    });
    T::add("disable an operator", [add](T &t) -> Result<OperationId> {
        const auto mia = add(t);
        if (!mia)
            return std::unexpected(mia.error());
        t.m_start = t.state();
        return operationOf(t.m_services.operatorService.disable(t.session(), mia->value, u"Left"_s));
    });
}

void UndoMatrixTest::addSqlCases()
{
    using T = UndoMatrixTest;
    const auto bySql = [](const char *name, const QString &statement) {
        add(name, [statement](T &t) { return t.sql(statement); });
    };
    bySql("change a setting", u"UPDATE seatledger.setting SET value = 'Acme' WHERE name = 'organisation'"_s);
    bySql("add a vendor", u"INSERT INTO seatledger.vendor (name) VALUES ('New')"_s);
    bySql("switch a feature", u"INSERT INTO seatledger.feature_switch (name) VALUES ('new')"_s);
    bySql("add a device",
          u"INSERT INTO seatledger.device (fingerprint, name) VALUES ('finger:print:9', 'New')"_s);
    bySql("activate",
          u"INSERT INTO seatledger.activation (assignment_id, license_id, device_id) SELECT id, "
          "license_id, 2 FROM seatledger.license_assignment WHERE license_id = 1 AND state = 'active' "
          "ORDER BY id LIMIT 1"_s);
    bySql("release a device",
          u"UPDATE seatledger.activation SET released_at = now(), release_reason = 'Gone'"_s);
}

void UndoMatrixTest::takesBackEveryOperationAndDoesItAgain_data()
{
    QTest::addColumn<Act>("act");
    addAssignmentCases();
    addPeopleCases();
    addCatalogueCases();
    addOperatorCases();
    addSqlCases();
}

// ------------------------------------------------------------------------------------------------ the judge

BookState UndoMatrixTest::state()
{
    BookState state;
    const QStringList tables{
        u"department"_s, u"member"_s,         u"vendor"_s,       u"product"_s,
        u"license"_s,    u"entitlement"_s,    u"device"_s,       u"license_assignment"_s,
        u"activation"_s, u"operator"_s,       u"setting"_s,      u"operator_department"_s,
        u"api_token"_s,  u"feature_switch"_s, u"waiting_entry"_s};
    QStringList queries{
        u"SELECT 'license_seats ' || license_id, to_jsonb(s)::text FROM seatledger.license_seats s"_s,
                        // A key stays with an assignment that has ended; who holds it counts.
        u"SELECT 'license_key ' || k.id, (to_jsonb(k) - 'version' - 'assignment_id' || "
        "jsonb_build_object('holder', a.id))::text FROM seatledger.license_key k LEFT JOIN "
        "seatledger.license_assignment a ON a.id = k.assignment_id AND a.state IN ('reserved', "
        "'active', 'suspended')"_s};
    for (const QString &table : tables)
        queries.append(
            u"SELECT '%1 ' || id, (to_jsonb(t) - 'version' - 'revoked_at')::text FROM seatledger.%1 t"_s.arg(
                table));
    for (const QStringList &row : m_database->sql(queries.join(u" UNION ALL "_s)))
        state.insert(row[0], row[1]);
    return state;
}

void UndoMatrixTest::verifyTakenBack(const BookState &expected, const BookState &found)
{
    BookState rest;
    for (const auto &[row, value] : found.asKeyValueRange()) {
        const QJsonObject fields = QJsonDocument::fromJson(value.toUtf8()).object();
        const bool hasEnded = fields.value("end_reason"_L1) == "Undone"_L1
                              || fields.value("release_reason"_L1) == "Undone"_L1
                              || fields.value("cancelled_at"_L1).isString();
        if (expected.contains(row) || !hasEnded)
            rest.insert(row, value);
    }
    verifySame(expected, rest);
}

void UndoMatrixTest::verifyRefused(const Result<OperationId> &undone, const QString &reason)
{
    VERIFY_ERROR(undone, ErrorCode::RuleBroken);
    QCOMPARE(undone.error().details.value("reason"_L1).toString(), reason);
}

/// Whichever row of the operation somebody has changed since: it is not taken back.
void UndoMatrixTest::verifyMovedOn(OperationId operation)
{
    const auto touched = m_database->sql(
        u"SELECT DISTINCT ON (s.entity) s.entity, entity_id FROM seatledger.audit_statement s JOIN "
        "seatledger.audit_event ON statement_id = s.id WHERE operation_id = %1 AND s.entity <> "
        "'operator_password_change' AND NOT EXISTS (SELECT FROM seatledger.waiting_entry w WHERE s.entity = "
        "'waiting_entry' AND w.id = entity_id AND w.state <> 'waiting') ORDER BY 1, 2"_s.arg(
            operation.value()));
    if (touched.isEmpty()) // only somebody who waits no longer: nobody can change that
        return;
    for (const QStringList &row : touched) {
        auto transaction = Transaction::begin(session().connection(), u"meddle");
        VERIFY_RESULT(transaction);
        const auto meddled = Query(session(), u"UPDATE seatledger.%1 SET %2 WHERE id = %3"_s.arg(
                                                  row[0], meddling(row[0]), row[1]))
                                 .exec();
        QVERIFY2(meddled.has_value(), meddled ? "" : describe(meddled.error()).constData());
        const auto refused = m_services.operations.undo(session(), operation);
        QVERIFY2(!refused, qPrintable(u"taken back although somebody changed "_s + row[0]));
        verifyRefused(refused, u"moved_on"_s);
    }
}

void UndoMatrixTest::takesBackEveryOperationAndDoesItAgain()
{
    QFETCH(Act, act);
    m_start = state();
    const auto operation = act(*this);
    VERIFY_RESULT(operation);
    const BookState done = state();
    QVERIFY2(done != m_start, "nothing happened");
    verifyMovedOn(*operation);
    if (QTest::currentTestFailed())
        return;
    verifySame(done, state());

    const auto undone = undo(*operation);
    VERIFY_RESULT(undone);
    const BookState before = state();
    verifyRefused(undo(*operation), u"already_undone"_s);
    const auto redone = undo(*undone);
    VERIFY_RESULT(redone);
    verifySame(done, state());
    verifyRefused(undo(*undone), u"already_undone"_s);
    VERIFY_RESULT(undo(*redone));
    verifySame(before, state());
    verifyTakenBack(m_start, before);
}

void UndoMatrixTest::takesBackASeatThatHasStartedMeanwhile()
{
    const auto given = m_services.management.assign(session(), {m_ide, {{m_members[5]}, terms(1, 3, 30)}});
    VERIFY_RESULT(given);
    m_book->pass(3);
    const BookState started = state();
    const qint64 held = m_book->held(m_ide);
    const auto undone = undo(given->operation);
    VERIFY_RESULT(undone);
    QCOMPARE(m_book->held(m_ide), held - 1);
    VERIFY_RESULT(undo(*undone));
    verifySame(started, state());
}

void UndoMatrixTest::takesKeysBackOnceForItKeepsNoSecrets()
{
    const BookState before = state();
    const auto added = sql(u"INSERT INTO seatledger.license_key (license_id, secret) VALUES (1, 'SECRET')"_s);
    VERIFY_RESULT(added);
    const auto undone = undo(*added);
    VERIFY_RESULT(undone);
    verifySame(before, state());
    verifyRefused(undo(*undone), u"not_undoable"_s);
    verifySame(before, state());
}

void UndoMatrixTest::stopsWhatRunsOnASeatThatIsTakenBack()
{
    const auto given = m_services.management.assign(session(), {m_keyed, {{m_members[5]}, terms()}});
    VERIFY_RESULT(given);
    VERIFY_RESULT(sql(u"INSERT INTO seatledger.activation (assignment_id, license_id, device_id) SELECT id, "
                      "license_id, 2 FROM seatledger.license_assignment WHERE operation_id = %1"_s.arg(
                          given->operation.value())));
    const BookState running = state();
    const auto undone = undo(given->operation);
    VERIFY_RESULT(undone);
    QCOMPARE(m_database->value(
                 u"SELECT count(*) FROM seatledger.activation WHERE device_id = 2 AND released_at IS NULL"_s),
             u"0"_s);
    VERIFY_RESULT(undo(*undone));
    verifySame(running, state());
}

void UndoMatrixTest::refusesWhatCannotBeTakenBack_data()
{
    QTest::addColumn<QString>("kind");
    QTest::newRow("what the calendar brought") << u"advance"_s;
    QTest::newRow("the opening of the book") << u"install"_s;
}

void UndoMatrixTest::refusesWhatCannotBeTakenBack()
{
    QFETCH(QString, kind);
    m_book->pass(6);
    const auto id = OperationId::fromValue(
        m_database->value(u"SELECT max(id) FROM seatledger.operation WHERE kind = '%1'"_s.arg(kind))
            .toLongLong());
    QVERIFY(id);
    const BookState before = state();
    verifyRefused(undo(*id), u"not_undoable"_s);
    verifySame(before, state());
}

} // namespace seatledger

QTEST_GUILESS_MAIN(seatledger::UndoMatrixTest)
#include "undomatrixtest.moc"
