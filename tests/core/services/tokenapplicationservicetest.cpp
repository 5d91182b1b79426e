// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/tokenapplicationservice.h"

#include "core/db/query.h"
#include "core/services/services.h"
#include "tests/support/book.h"
#include "tests/support/colleagues.h"
#include "tests/support/testdatabase.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

QString reasonIn(const Error &error)
{
    return error.details.value(u"reason"_s).toString();
}

QByteArray hashOf(char fill)
{
    return QByteArray(32, fill);
}

} // namespace

/// Making tokens, and acting by them as their owners.
class TokenApplicationServiceTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void isShownOnceAndKeptAsADigest();
    void tellsWhyATokenIsNotValid();
    void staysRevokedForGood();
    void onesOwnAreMadeByEverybody();
    void othersAreMadeWithinReachOnly();
    void aTokenMakesNoneThatReachesFarther();
    void actsAsTheOwnerForOneTransaction();
    void leavesNothingAfterAFailure();
    void nothingCanBeReadWithoutTakingSomebodyOn();
    void isNotValidInATransactionOnceRevoked();
    void scopesNarrowWhatServicesPermit();
    void theDatabaseRefusesWritesBeyondTheScopes();
    void aReadingTokenHasReadOnlyTransactions();
    void historyNamesTheOwner();
    void notesWhenItWasUsed();
    void aKeyIsClaimedOnceAndReplayed();
    void aKeyIsFreeAgainWhenTheWorkFailed();
    void aKeyThatRunsIsNotWaitedFor();
    void keysAreEachTokensOwn();

private:
    [[nodiscard]] Session &session() { return m_database->session(); }
    [[nodiscard]] NewToken made(const QString &login, std::vector<TokenScope> scopes)
    {
        return m_services.tokens
            .create(session(),
                    {.name = u"Portal"_s,
                     .scopes = std::move(scopes),
                     .expiresAt = m_database->now().addDays(30)},
                    login)
            .value()
            .value;
    }
    [[nodiscard]] TokenOwner owner(const QString &login, std::vector<TokenScope> scopes)
    {
        return m_services.tokens.authenticate(*m_server, made(login, std::move(scopes)).secret.text())
            .value()
            .value();
    }
    /// How many members a query sees as the owner.
    [[nodiscard]] Result<qint64> membersSeen(const TokenOwner &owner)
    {
        return m_services.tokens.as(*m_server, owner, u"count"_s, TokenUse::Reading,
                                    [](Session &acting) { return countMembers(acting); });
    }
    static Result<qint64> countMembers(Session &session)
    {
        return Query(session, u"SELECT count(*) AS n FROM seatledger.member"_s).one([](const Row &row) {
            return row.integer("n");
        });
    }
    static Result<void> write(Session &session, const QString &sql) { return Query(session, sql).exec(); }
    [[nodiscard]] QString currentUser()
    {
        return Query(*m_server, u"SELECT current_user::text AS who"_s)
            .one([](const Row &row) { return row.text("who"); })
            .value();
    }

    Services m_services;
    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<Book> m_book;
    std::unique_ptr<Colleagues> m_people;
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<Session> m_server;
    QString m_admin, m_staff, m_member;
    std::optional<MemberId> m_ana;
};

void TokenApplicationServiceTest::init()
{
    m_database = std::make_unique<TestDatabase>();
    m_database->setNow(QDateTime::currentDateTimeUtc());
    m_people = std::make_unique<Colleagues>(*m_database);
    m_book = std::make_unique<Book>(*m_database);
    m_ana = m_book->member(u"Ana"_s);
    m_book->member(u"Ben"_s);
    m_admin = m_people->add(u"ada"_s, {.role = Role::Administrator});
    m_staff = m_people->add(u"sam"_s, {.role = Role::Staff});
    m_member = m_people->add(u"ana"_s, {.role = Role::Member, .member = m_ana});
    m_connection = m_database->connect();
    m_server = std::make_unique<Session>(*m_connection, Actor{u"server"_s, OperationSource::Api},
                                         [this] { return m_database->now(); });
    VERIFY_RESULT(m_services.tokens.prepare(*m_server));
}

void TokenApplicationServiceTest::cleanup()
{
    m_server.reset();
    m_connection.reset();
    m_people.reset();
    m_database.reset();
}

void TokenApplicationServiceTest::isShownOnceAndKeptAsADigest()
{
    const NewToken token = made(m_staff, {TokenScope::Report, TokenScope::Read});
    QCOMPARE(token.token.ownerLogin, m_staff);
    QCOMPARE(token.token.scopes, (std::vector{TokenScope::Read, TokenScope::Report}));
    QVERIFY(!token.token.lastUsedAt);
    QCOMPARE(
        m_database->value(
            u"SELECT count(*) FROM seatledger.api_token WHERE to_jsonb(api_token)::text LIKE '%%1%'"_s.arg(
                token.secret.text())),
        u"0"_s);
    QCOMPARE(
        m_database->value(
            u"SELECT count(*) FROM seatledger.audit_event WHERE entity = 'api_token' AND new ? 'digest'"_s),
        u"0"_s);
    QCOMPARE(m_database->value(u"SELECT summary FROM seatledger.operation ORDER BY id DESC LIMIT 1"_s),
             u"Create token Portal of %1"_s.arg(m_staff));
}

void TokenApplicationServiceTest::tellsWhyATokenIsNotValid()
{
    const auto fault = [&](const QString &bearer) {
        const auto answer = m_services.tokens.authenticate(*m_server, bearer);
        return answer && !*answer ? toText(answer->error()) : u"valid"_s;
    };
    const NewToken token = made(m_staff, {TokenScope::Read});
    const QString text = token.secret.text();
    QCOMPARE(fault(text), u"valid"_s);
    QCOMPARE(fault(text.chopped(1) + (text.back() == u'a' ? u'b' : u'a')), u"malformed"_s);
    QCOMPARE(fault(BearerToken::fromSecret(hashOf('?')).value().text()), u"unknown"_s);

    m_database->sql(u"UPDATE seatledger.operator SET disabled_at = now() WHERE login = '%1'"_s.arg(m_staff));
    QCOMPARE(fault(text), u"owner_disabled"_s);
    m_database->sql(u"UPDATE seatledger.operator SET disabled_at = NULL WHERE login = '%1'"_s.arg(m_staff));
    QCOMPARE(fault(text), u"valid"_s);

    m_database->sql(u"ALTER TABLE seatledger.api_token DISABLE TRIGGER USER; UPDATE seatledger.api_token SET "
                    "created_at = now() - interval '2 days', expires_at = now() - interval '1 second'; "
                    "ALTER TABLE seatledger.api_token ENABLE TRIGGER USER"_s);
    QCOMPARE(fault(text), u"expired"_s);
    VERIFY_RESULT(m_services.tokens.revoke(session(), token.token.id, token.token.version));
    QCOMPARE(fault(text), u"revoked"_s);
}

void TokenApplicationServiceTest::staysRevokedForGood()
{
    const NewToken token = made(m_staff, {TokenScope::Read});
    const auto revoked = m_services.tokens.revoke(session(), token.token.id, token.token.version);
    VERIFY_RESULT(revoked);
    QVERIFY(revoked->value.revokedAt);
    const auto again = m_services.tokens.revoke(session(), token.token.id, revoked->value.version);
    VERIFY_ERROR(again, ErrorCode::RuleBroken);
    QCOMPARE(reasonIn(again.error()), u"token_revoked"_s);
    const auto undone = m_services.management.undo(session(), revoked->operation);
    VERIFY_ERROR(undone, ErrorCode::RuleBroken);
    QCOMPARE(reasonIn(undone.error()), u"token_revoked"_s);
}

void TokenApplicationServiceTest::onesOwnAreMadeByEverybody()
{
    for (const QString &login : {m_staff, m_admin}) {
        Session &self = m_people->as(login);
        const auto token = m_services.tokens.create(
            self,
            {.name = u"Script"_s, .scopes = {TokenScope::Read}, .expiresAt = m_database->now().addDays(1)});
        VERIFY_RESULT(token);
        QCOMPARE(token->value.token.ownerLogin, login);
        VERIFY_RESULT(m_services.tokens.revoke(self, token->value.token.id, token->value.token.version));
    }
    QCOMPARE(m_services.tokens.list(m_people->as(m_staff)).value().size(), 1U);
    QCOMPARE(m_services.tokens.list(m_people->as(m_admin)).value().size(), 2U);
    VERIFY_ERROR(m_services.tokens.create(session(), {.name = u"x"_s, .scopes = {TokenScope::Read}}),
                 ErrorCode::InvalidInput); // the owner of the book
}

void TokenApplicationServiceTest::othersAreMadeWithinReachOnly()
{
    const TokenDraft draft{
        .name = u"Theirs"_s, .scopes = {TokenScope::Read}, .expiresAt = m_database->now().addDays(1)};
    VERIFY_ERROR(m_services.tokens.create(m_people->as(m_staff), draft, m_admin), ErrorCode::NotFound);
    const QString helper = m_people->add(u"hal"_s, {.role = Role::Staff, .rights = {Right::ManageOperators}});
    VERIFY_ERROR(m_services.tokens.create(m_people->as(helper), draft, m_admin), ErrorCode::Forbidden);
    VERIFY_RESULT(m_services.tokens.create(m_people->as(helper), draft, m_member));
    // and the same in the database
    const auto sql = u"INSERT INTO seatledger.api_token (operator_id, name, digest, scopes, expires_at) "
                     "SELECT %1, 'x', sha256('%2'), '{read}', now() + interval '1 day'"_s;
    const QString admins = m_database->value(
        u"SELECT id FROM seatledger.operator WHERE login = '%1'"_s.arg(m_admin));
    VERIFY_ERROR(write(m_people->as(m_staff), sql.arg(admins, u"a"_s)), ErrorCode::RuleBroken);
    VERIFY_ERROR(write(m_people->as(helper), sql.arg(admins, u"b"_s)), ErrorCode::RuleBroken);
}

void TokenApplicationServiceTest::aTokenMakesNoneThatReachesFarther()
{
    const TokenOwner ada = owner(m_admin, {TokenScope::Administer, TokenScope::Read});
    const auto make = [&](std::vector<TokenScope> scopes) {
        return m_services.tokens.as(*m_server, ada, u"make"_s, TokenUse::Writing, [&](Session &acting) {
            return m_services.tokens.create(
                acting,
                {.name = u"Next"_s, .scopes = std::move(scopes), .expiresAt = m_database->now().addDays(1)});
        });
    };
    VERIFY_RESULT(make({TokenScope::Read}));
    VERIFY_ERROR(make({TokenScope::Read, TokenScope::Assign}), ErrorCode::Forbidden);
    const auto past = m_services.tokens.as(*m_server, ada, u"make"_s, TokenUse::Writing, [](Session &acting) {
        return write(
            acting,
            u"INSERT INTO seatledger.api_token (operator_id, name, digest, scopes, expires_at) SELECT "
            "seatledger.acting_operator(), 'x', sha256('x'), '{assign}', now() + interval '1 day'"_s);
    });
    VERIFY_ERROR(past, ErrorCode::RuleBroken);
    QCOMPARE(reasonIn(past.error()), u"beyond_own_rights"_s);
}

void TokenApplicationServiceTest::actsAsTheOwnerForOneTransaction()
{
    const TokenOwner sam = owner(m_staff, {TokenScope::Read});
    const TokenOwner ana = owner(m_member, {TokenScope::Own, TokenScope::Read});
    QCOMPARE(membersSeen(sam).value(), 2);
    QCOMPARE(membersSeen(ana).value(), 1); // the same connection, right after
    QCOMPARE(membersSeen(sam).value(), 2);
    QCOMPARE(currentUser(), u"seatledger_server"_s);
    QCOMPARE(ana.member, m_ana);
}

void TokenApplicationServiceTest::leavesNothingAfterAFailure()
{
    const TokenOwner ada = owner(m_admin, {TokenScope::Members, TokenScope::Read});
    const auto failed = m_services.tokens.as(
        *m_server, ada, u"fail"_s, TokenUse::Writing,
        [](Session &acting) { return write(acting, u"SELECT 1 / 0"_s); });
    QVERIFY(!failed);
    QCOMPARE(currentUser(), u"seatledger_server"_s);
    const auto settings =
        Query(*m_server, u"SELECT coalesce(nullif(current_setting('seatledger.token', true), ''), '-') || "
                         "coalesce(nullif(current_setting('seatledger.token_scopes', true), ''), '-') || "
                         "current_setting('transaction_read_only') AS left_over"_s)
            .one([](const Row &row) { return row.text("left_over"); });
    QCOMPARE(settings.value(), u"--off"_s);
    VERIFY_ERROR(countMembers(*m_server), ErrorCode::Forbidden);
}

void TokenApplicationServiceTest::nothingCanBeReadWithoutTakingSomebodyOn()
{
    for (const QString &table : {u"member"_s, u"license"_s, u"api_token"_s, u"operator"_s, u"audit_event"_s,
                                 u"idempotency_key"_s, u"license_assignment"_s})
        VERIFY_ERROR(write(*m_server, u"SELECT FROM seatledger."_s + table), ErrorCode::Forbidden);
    // nor does anybody but the server ask whose tokens are
    VERIFY_ERROR(write(m_people->as(m_admin), u"SELECT * FROM seatledger.token_standing(1, NULL)"_s),
                 ErrorCode::Forbidden);
    VERIFY_ERROR(m_services.tokens.prepare(m_people->as(m_admin)), ErrorCode::Forbidden);
}

void TokenApplicationServiceTest::isNotValidInATransactionOnceRevoked()
{
    const NewToken token = made(m_staff, {TokenScope::Read});
    const TokenOwner sam = m_services.tokens.authenticate(*m_server, token.secret.text()).value().value();
    VERIFY_RESULT(m_services.tokens.revoke(session(), token.token.id, token.token.version));
    const auto late = membersSeen(sam);
    VERIFY_ERROR(late, ErrorCode::Forbidden);
    QCOMPARE(reasonIn(late.error()), u"token_not_valid"_s);
    QCOMPARE(late.error().details.value("fault"_L1).toString(), u"revoked"_s);
}

void TokenApplicationServiceTest::scopesNarrowWhatServicesPermit()
{
    const TokenOwner ada = owner(m_admin, {TokenScope::Read});
    const auto access = m_services.tokens.as(*m_server, ada, u"look"_s, TokenUse::Writing,
                                             [&](Session &acting) { return m_services.access.load(acting); });
    VERIFY_RESULT(access);
    QCOMPARE(access->acting().login, m_admin);
    QVERIFY(access->answer(Action::ViewMembers).allowed);
    QVERIFY(!access->answer(Action::EditMembers).allowed);
    QVERIFY(!access->answer(Action::ReadAudit).allowed);
    QVERIFY(m_services.access.load(m_people->as(m_admin))->answer(Action::ReadAudit).allowed);
}

void TokenApplicationServiceTest::theDatabaseRefusesWritesBeyondTheScopes()
{
    const TokenOwner ada = owner(m_admin, {TokenScope::Assign, TokenScope::Read});
    const auto renamed = m_services.tokens.as(
        *m_server, ada, u"rename"_s, TokenUse::Writing,
        [](Session &acting) { return write(acting, u"UPDATE seatledger.member SET name = 'Eve'"_s); });
    VERIFY_ERROR(renamed, ErrorCode::Forbidden);
    QCOMPARE(reasonIn(renamed.error()), u"beyond_token"_s);
    // what the book does itself is not the token's
    const LicenseId ide = m_book->licenseWithSeats(u"IDE"_s, 1);
    const auto assigned = m_services.tokens.as(
        *m_server, ada, u"assign"_s, TokenUse::Writing, [&](Session &acting) {
            return write(acting,
                         u"INSERT INTO seatledger.license_assignment (license_id, member_id, period, state) "
                         "VALUES (%1, %2, daterange(seatledger.today(), NULL), 'active')"_s.arg(ide.value())
                             .arg(m_ana->value()));
        });
    VERIFY_RESULT(assigned);
    QCOMPARE(m_book->held(ide), 1);
}

void TokenApplicationServiceTest::aReadingTokenHasReadOnlyTransactions()
{
    const auto rename = [&](const TokenOwner &owner, TokenUse use) {
        return m_services.tokens.as(*m_server, owner, u"rename"_s, use, [](Session &acting) {
            return write(acting, u"UPDATE seatledger.member SET name = name || ' II'"_s);
        });
    };
    const auto isReadOnlyError = [](const Result<void> &result) {
        return !result && result.error().details.value("sqlstate"_L1).toString() == "25006"_L1;
    };
    QVERIFY(
        isReadOnlyError(rename(owner(m_admin, {TokenScope::Read, TokenScope::Audit}), TokenUse::Writing)));
    const TokenOwner writer = owner(m_admin, {TokenScope::Members});
    QVERIFY(isReadOnlyError(rename(writer, TokenUse::Reading)));
    const auto escaped = m_services.tokens.as(
        *m_server, writer, u"escape"_s, TokenUse::Reading,
        [](Session &acting) { return write(acting, u"SET TRANSACTION READ WRITE"_s); });
    QVERIFY(!escaped);
    VERIFY_RESULT(rename(writer, TokenUse::Writing));
}

void TokenApplicationServiceTest::historyNamesTheOwner()
{
    const TokenOwner ada = owner(m_admin, {TokenScope::Members, TokenScope::Read});
    const auto fields = MemberDraft{.number = u"7"_s, .name = u"Cem"_s, .email = u"cem@example.org"_s}
                            .create();
    VERIFY_RESULT(fields);
    const auto added = m_services.tokens.as(
        *m_server, ada, u"add"_s, TokenUse::Writing,
        [&](Session &acting) { return m_services.catalogueService.addMember(acting, *fields); });
    VERIFY_RESULT(added);
    QCOMPARE(m_database->value(
                 u"SELECT actor || ' ' || source FROM seatledger.operation ORDER BY id DESC LIMIT 1"_s),
             m_admin + u" api"_s);
}

void TokenApplicationServiceTest::notesWhenItWasUsed()
{
    const NewToken token = made(m_staff, {TokenScope::Read});
    for (int i = 0; i < 3; ++i)
        VERIFY_RESULT(m_services.tokens.authenticate(*m_server, token.secret.text()));
    const auto used = m_services.tokens.find(session(), token.token.id);
    VERIFY_RESULT(used);
    QVERIFY(used->lastUsedAt);
    QCOMPARE(m_database->value(u"SELECT count(DISTINCT xmin::text) FROM seatledger.api_token_use"_s), u"1"_s);
}

void TokenApplicationServiceTest::aKeyIsClaimedOnceAndReplayed()
{
    const TokenOwner ada = owner(m_admin, {TokenScope::Members});
    const KeptAnswer answer{
        .status = 201, .headers = {{u"ETag"_s, u"\"1\""_s}}, .body = u"{ \"b\": 1,  \"a\": \"ä\" }"_s};
    const auto ask = [&](char request) {
        return m_services.tokens.as(*m_server, ada, u"post"_s, TokenUse::Writing, [&](Session &acting) {
            auto claim = m_services.idempotency.claim(acting, u"k1"_s, hashOf(request));
            if (claim && claim->outcome == KeyClaim::Outcome::Claimed) {
                if (auto kept = m_services.idempotency.keep(acting, u"k1"_s, answer); !kept)
                    return Result<KeyClaim>(std::unexpected(kept.error()));
            }
            return claim;
        });
    };
    QCOMPARE(ask('a')->outcome, KeyClaim::Outcome::Claimed);
    const auto replay = ask('a');
    VERIFY_RESULT(replay);
    QCOMPARE(replay->outcome, KeyClaim::Outcome::Replay);
    QCOMPARE(replay->answer, answer);
    QCOMPARE(ask('b')->outcome, KeyClaim::Outcome::Mismatch);

    m_database->sql(u"UPDATE seatledger.idempotency_key SET created_at = now() - interval '25 hours'"_s);
    QCOMPARE(m_services.idempotency.removeOld(*m_server).value(), 1);
    QCOMPARE(ask('b')->outcome, KeyClaim::Outcome::Claimed);
}

void TokenApplicationServiceTest::aKeyIsFreeAgainWhenTheWorkFailed()
{
    const TokenOwner ada = owner(m_admin, {TokenScope::Members});
    const auto failed = m_services.tokens.as(
        *m_server, ada, u"post"_s, TokenUse::Writing, [&](Session &acting) -> Result<void> {
            if (auto claim = m_services.idempotency.claim(acting, u"k"_s, hashOf('a')); !claim)
                return std::unexpected(claim.error());
            return write(acting, u"SELECT 1 / 0"_s);
        });
    QVERIFY(!failed);
    const auto again = m_services.tokens.as(
        *m_server, ada, u"post"_s, TokenUse::Writing,
        [&](Session &acting) { return m_services.idempotency.claim(acting, u"k"_s, hashOf('b')); });
    QCOMPARE(again->outcome, KeyClaim::Outcome::Claimed);
}

void TokenApplicationServiceTest::aKeyThatRunsIsNotWaitedFor()
{
    const TokenOwner ada = owner(m_admin, {TokenScope::Members});
    const auto connection = m_database->connect();
    Session second(*connection, Actor{u"server"_s, OperationSource::Api},
                   [this] { return m_database->now(); });
    VERIFY_RESULT(m_services.tokens.prepare(second));
    const auto ask = [&](Session &server, const auto &meanwhile) {
        return m_services.tokens.as(server, ada, u"post"_s, TokenUse::Writing, [&](Session &acting) {
            auto claim = m_services.idempotency.claim(acting, u"k"_s, hashOf('a'));
            meanwhile();
            return claim;
        });
    };
    std::optional<KeyClaim> other;
    const auto first = ask(*m_server, [&] { other = ask(second, [] {}).value(); });
    QCOMPARE(first->outcome, KeyClaim::Outcome::Claimed);
    QVERIFY(other);
    QCOMPARE(other->outcome, KeyClaim::Outcome::Running);
}

void TokenApplicationServiceTest::keysAreEachTokensOwn()
{
    for (int i = 0; i < 2; ++i) {
        const TokenOwner ada = owner(m_admin, {TokenScope::Members});
        const auto claim = m_services.tokens.as(
            *m_server, ada, u"post"_s, TokenUse::Writing, [&](Session &acting) {
                return m_services.idempotency.claim(acting, u"same"_s, hashOf(static_cast<char>('a' + i)));
            });
        QCOMPARE(claim->outcome, KeyClaim::Outcome::Claimed);
    }
}

} // namespace seatledger

QTEST_MAIN(seatledger::TokenApplicationServiceTest)
#include "tokenapplicationservicetest.moc"
