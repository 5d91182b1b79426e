// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/auditarchiveapplicationservice.h"

#include "core/db/query.h"
#include "core/repositories/auditrepository.h"
#include "core/services/services.h"
#include "tests/support/book.h"
#include "tests/support/tamper.h"
#include "tests/support/testdatabase.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace seatledger;

/// Old months of the audit leave the book for files, and the chain leads on across them.
class AuditArchiveApplicationServiceTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_db.reset(); }
    void writesOnInTheOldMonthUntilThePageIsTurned();
    void makesPartsThatAreMissing();
    void turnsNoPageWhileSomebodyWrites();
    void archivesOldMonths();
    void refusesWhatIsTooYoung();
    void keepsAsManyMonthsAsWasSaid();
    void undoesNothingThatIsArchived();
    void provesAFileByTheBook();
    void namesTheFirstBadLineOfAFile_data();
    void namesTheFirstBadLineOfAFile();
    void followsAnAnchorIntoAnArchive();
    void findsTamperingWithWhatIsKept_data();
    void findsTamperingWithWhatIsKept();
    void leavesTheBookAsItWasWhenTheFolderIsMissing();
    void letsNobodyTouchAPart();

private:
    [[nodiscard]] QString value(const QString &sql) { return m_db->value(sql); }
    [[nodiscard]] AuditVerdict verdict(const std::optional<AuditAnchor> &anchor = {});
    void moveBack(const QString &years);
    /// With what words a statement is refused.
    [[nodiscard]] QString refusal(const QString &sql)
    {
        const auto done = Query(m_db->session(), sql).exec();
        return done ? QString() : done.error().message;
    }
    void writeIntoThePast();
    void turnThePage();
    [[nodiscard]] Result<std::vector<AuditArchive>> archive();
    /// As early as the audit may be archived.
    [[nodiscard]] QDate before() { return m_db->session().now().date().addMonths(-24); }
    [[nodiscard]] static QString month(int ahead)
    {
        return QDateTime::currentDateTimeUtc().date().addMonths(ahead).toString(u"yyyy_MM"_s);
    }
    [[nodiscard]] QString file() const { return m_folder->filePath(u"audit-past.jsonl"_s); }

    std::unique_ptr<TestDatabase> m_db;
    std::unique_ptr<QTemporaryDir> m_folder;
    Services m_services;
    AuditArchiveApplicationService m_archives{m_services.operations, m_services.access};
};

void AuditArchiveApplicationServiceTest::init()
{
    m_db = std::make_unique<TestDatabase>();
    m_folder = std::make_unique<QTemporaryDir>();
    writeIntoThePast();
    Book book(*m_db);
    const LicenseId ide = book.licenseWithSeats(u"IDE"_s, 5);
    book.assignment(ide, book.member(u"Ana \"Bo\"\t\\ Ü"_s));
    m_db->sql(u"SELECT seatledger.begin_operation('edit', 'Changed nothing')"_s);
}

AuditVerdict AuditArchiveApplicationServiceTest::verdict(const std::optional<AuditAnchor> &anchor)
{
    auto verdict = m_services.audit.verify(m_db->session(), anchor);
    if (!verdict) {
        QTest::qFail(describe(verdict.error()).constData(), __FILE__, __LINE__);
        return {};
    }
    return *verdict;
}

/// All that was written so far, as if it had been long ago: the chain is hashed anew.
void AuditArchiveApplicationServiceTest::moveBack(const QString &years)
{
    tamper(*m_db, uR"(
        UPDATE audit_statement SET at = at - interval '%1';
        DO $$
        DECLARE
            last bytea := sha256('Seatledger');
            k audit_link;
        BEGIN
            FOR k IN SELECT * FROM audit_link ORDER BY position LOOP
                SELECT audit_link_hash(last, k.position, s, o) INTO last
                FROM audit_statement s JOIN operation o ON o.id = s.operation_id WHERE s.id = k.statement_id;
                UPDATE audit_link SET hash = last WHERE position = k.position;
            END LOOP;
            UPDATE audit_head SET hash = last;
        END $$)"_s.arg(years));
}

/// What is written now goes to the part from before there were months.
void AuditArchiveApplicationServiceTest::writeIntoThePast()
{
    m_db->sql(u"SELECT setval('seatledger.audit_statement_id_seq', 5000)"_s);
}

/// What the calendar does: the next statement is of this month, or of another.
void AuditArchiveApplicationServiceTest::turnThePage()
{
    m_db->sql(u"SELECT seatledger.turn_audit_month()"_s);
}

Result<std::vector<AuditArchive>> AuditArchiveApplicationServiceTest::archive()
{
    moveBack(u"5 years"_s);
    turnThePage();
    m_db->sql(u"UPDATE seatledger.member SET note = 'later'"_s);
    return m_archives.archive(m_db->session(), before(), m_folder->path());
}

void AuditArchiveApplicationServiceTest::writesOnInTheOldMonthUntilThePageIsTurned()
{
    const QString link =
        u"SELECT tableoid::regclass FROM seatledger.audit_link ORDER BY position DESC LIMIT 1"_s;
    QCOMPARE(value(link), u"seatledger.audit_link_past"_s);
    VERIFY_RESULT(m_services.operations.advanceDue(m_db->session()));
    m_db->sql(u"UPDATE seatledger.member SET note = 'y'"_s);
    QCOMPARE(value(link), u"seatledger.audit_link_"_s + month(0));
    QCOMPARE(value(u"SELECT seatledger.turn_audit_month()"_s), u"f"_s);
    QVERIFY(verdict().isIntact());
}

void AuditArchiveApplicationServiceTest::makesPartsThatAreMissing()
{
    const QString last = month(2);
    m_db->sql(
        u"DROP TABLE seatledger.audit_event_%1, seatledger.audit_link_%1, seatledger.audit_statement_%1"_s
            .arg(last));
    QVERIFY(value(u"SELECT count(*) FROM seatledger.audit_parts() WHERE part = '%1'"_s.arg(last)) == "0"_L1);
    VERIFY_RESULT(m_services.operations.advanceDue(m_db->session()));
    QCOMPARE(value(u"SELECT count(*) FROM seatledger.audit_parts() WHERE part = '%1'"_s.arg(last)), u"1"_s);
    // It is as guarded as the others.
    QCOMPARE(value(u"SELECT count(*) FROM seatledger.security_differences()"_s), u"0"_s);
    m_db->sql(u"UPDATE seatledger.member SET note = 'y'"_s);
    QVERIFY(value(u"SELECT tableoid::regclass FROM seatledger.audit_link ORDER BY position DESC LIMIT 1"_s)
                .endsWith(month(0)));
}

void AuditArchiveApplicationServiceTest::turnsNoPageWhileSomebodyWrites()
{
    m_db->sql(u"BEGIN; UPDATE seatledger.member SET note = 'open'"_s);
    Session &session = m_db->otherSession();
    VERIFY_RESULT(m_services.operations.advanceDue(session)); // it waits a moment, and leaves it
    m_db->sql(u"UPDATE seatledger.license SET note = 'more'; COMMIT"_s);
    QCOMPARE(value(u"SELECT count(DISTINCT tableoid) FROM seatledger.audit_link"_s), u"1"_s);
    VERIFY_RESULT(m_services.operations.advanceDue(session));
    m_db->sql(u"UPDATE seatledger.member SET note = 'y'"_s);
    QCOMPARE(value(u"SELECT count(DISTINCT tableoid) FROM seatledger.audit_link"_s), u"2"_s);
    QVERIFY(verdict().isIntact());
}

void AuditArchiveApplicationServiceTest::archivesOldMonths()
{
    const QString links = value(u"SELECT position FROM seatledger.audit_head"_s);
    const QString events = value(u"SELECT count(*) FROM seatledger.audit_event"_s);
    const auto archives = archive();
    VERIFY_RESULT(archives);
    QCOMPARE(archives->size(), 1U);
    const AuditArchive &past = archives->front();
    QCOMPARE(past.part, u"past"_s);
    QCOMPARE(QString::number(past.links()), links);
    QCOMPARE(QString::number(past.events), events);
    QCOMPARE(past.file, u"audit-past.jsonl"_s);
    QCOMPARE(past.bytes, QFile(file()).size());

    QCOMPARE(value(u"SELECT to_regclass('seatledger.audit_event_past')"_s), QString());
    const AuditVerdict after = verdict();
    QVERIFY2(after.isIntact(), qPrintable(after.problem));
    QCOMPARE(QString::number(after.links + past.links()),
             value(u"SELECT position FROM seatledger.audit_head"_s));
    QCOMPARE(value(u"SELECT kind || ' ' || source FROM seatledger.operation ORDER BY id DESC LIMIT 1"_s),
             u"archive_audit command"_s);
    const auto doctor = m_services.doctor.examine(m_db->session());
    VERIFY_RESULT(doctor);
    QVERIFY(doctor->isClean());
    const auto anchor = m_services.audit.anchor(m_db->session());
    VERIFY_RESULT(anchor);
    QVERIFY(anchor->events > past.events);
    QVERIFY(verdict(*anchor).isIntact());
}

void AuditArchiveApplicationServiceTest::refusesWhatIsTooYoung()
{
    turnThePage();
    const auto young = m_archives.archive(m_db->session(), before(), m_folder->path());
    QVERIFY(!young); // it was written today
    QCOMPARE(young.error().code, ErrorCode::InvalidInput);
    const auto within = m_archives.archive(m_db->session(), before().addMonths(1), m_folder->path());
    QVERIFY(!within);
    QCOMPARE(within.error().details.value("reason"_L1).toString(), u"too_young"_s);
    // The database says so itself, to whoever asks it.
    const auto refused = AuditArchiveRepository().check(m_db->session(), {.name = u"past"_s});
    QVERIFY(!refused);
    QCOMPARE(refused.error().details.value("reason"_L1).toString(), u"too_young"_s);
    const auto newer = AuditArchiveRepository().check(m_db->session(), {.name = month(0)});
    QVERIFY(!newer);
    QCOMPARE(newer.error().details.value("reason"_L1).toString(), u"not_the_oldest"_s);
    QVERIFY(QDir(m_folder->path()).isEmpty());
}

void AuditArchiveApplicationServiceTest::keepsAsManyMonthsAsWasSaid()
{
    QCOMPARE(m_archives.months(m_db->session())->kept, 24);
    VERIFY_RESULT(m_archives.keepMonths(m_db->session(), 120));
    QCOMPARE(m_archives.months(m_db->session())->kept, 120);
    const auto kept = archive();
    QVERIFY(!kept);
    QCOMPARE(kept.error().details.value("reason"_L1).toString(), u"too_young"_s);
    QVERIFY(!m_archives.keepMonths(m_db->session(), 120));
    QVERIFY(!m_archives.keepMonths(m_db->session(), 0));
    QVERIFY(refusal(u"UPDATE seatledger.setting SET value = '0' WHERE name = 'audit_months'"_s)
                .contains(u"no number of months"_s));
}

void AuditArchiveApplicationServiceTest::undoesNothingThatIsArchived()
{
    const QString operation = value(
        u"SELECT max(s.operation_id) FROM seatledger.audit_statement s WHERE s.entity = 'member'"_s);
    VERIFY_RESULT(archive());
    const auto id = *OperationId::fromValue(operation.toLongLong());
    const auto undone = m_services.operations.undo(m_db->session(), id);
    QVERIFY(!undone);
    QCOMPARE(undone.error().details.value("reason"_L1).toString(), u"archived"_s);
    QVERIFY(undone.error().message.contains(u"audit-past.jsonl"_s));
    const auto row = m_services.operationLists.find(m_db->session(), id);
    VERIFY_RESULT(row);
    QVERIFY(!row->isUndoable);
    // Nor is the archiving itself.
    const QString last = value(u"SELECT max(id) FROM seatledger.operation"_s);
    QVERIFY(!m_services.operations.undo(m_db->session(), *OperationId::fromValue(last.toLongLong())));
}

void AuditArchiveApplicationServiceTest::provesAFileByTheBook()
{
    VERIFY_RESULT(archive());
    const auto proof = m_archives.verify(m_db->session(), file());
    VERIFY_RESULT(proof);
    QVERIFY(proof->contents.events > 0);
    QFile stored(file());
    QVERIFY(stored.open(QIODevice::ReadWrite));
    // The same chain, but another file: a blank that changes no value.
    const QByteArray text = stored.readAll().replace("{\"book\"", "{ \"book\"");
    stored.resize(0);
    stored.seek(0);
    stored.write(text);
    stored.close();
    const auto other = m_archives.verify(m_db->session(), file());
    QVERIFY(!other);
    QCOMPARE(other.error().details.value("reason"_L1).toString(), u"archive_differs"_s);
}

void AuditArchiveApplicationServiceTest::namesTheFirstBadLineOfAFile_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::newRow("an event") << QByteArray("Ana") << QByteArray("Eva");
    QTest::newRow("an operation") << QByteArray("Changed nothing") << QByteArray("Changed something");
    QTest::newRow("the head") << QByteArray("seatledger-audit-archive") << QByteArray("other");
    QTest::newRow("the end") << QByteArray("\"links\":") << QByteArray("\"links\":1");
    QTest::newRow("no end") << QByteArray("{\"events\"") << QByteArray();
}

void AuditArchiveApplicationServiceTest::namesTheFirstBadLineOfAFile()
{
    QFETCH(const QByteArray, from);
    QFETCH(const QByteArray, to);
    VERIFY_RESULT(archive());
    QFile stored(file());
    QVERIFY(stored.open(QIODevice::ReadWrite));
    QByteArray text = stored.readAll();
    const qsizetype place = text.indexOf(from);
    QVERIFY(place >= 0);
    text = to.isEmpty() ? text.first(place) : text.replace(place, from.size(), to);
    stored.resize(0);
    stored.seek(0);
    stored.write(text);
    stored.close();
    const auto damaged = m_archives.verify(m_db->session(), file());
    QVERIFY(!damaged);
    QCOMPARE(damaged.error().details.value("reason"_L1).toString(), u"archive_damaged"_s);
}

void AuditArchiveApplicationServiceTest::followsAnAnchorIntoAnArchive()
{
    moveBack(u"1 second"_s);
    auto anchor = *m_services.audit.anchor(m_db->session());
    m_db->sql(u"UPDATE seatledger.member SET note = 'between'"_s);
    const auto refused = archive();
    VERIFY_RESULT(refused);
    // Moving back hashed all anew: the anchor is of another chain, and the file says so.
    const auto elsewhere = m_archives.verify(m_db->session(), file(), anchor);
    QVERIFY(!elsewhere);
    QCOMPARE(elsewhere.error().details.value("reason"_L1).toString(), u"anchor_elsewhere"_s);
    const auto within = m_services.audit.verify(m_db->session(), anchor);
    QVERIFY(!within);
    QCOMPARE(within.error().details.value("reason"_L1).toString(), u"anchor_archived"_s);

    const auto archived = AuditArchiveRepository().archives(m_db->session());
    VERIFY_RESULT(archived);
    anchor.position = archived->front().lastPosition;
    anchor.head = archived->front().lastHash;
    VERIFY_RESULT(m_archives.verify(m_db->session(), file(), anchor));
    QVERIFY(verdict(anchor).isIntact());
    anchor.head.fill('x');
    QCOMPARE(verdict(anchor).damage, AuditDamage::Rewritten);
}

void AuditArchiveApplicationServiceTest::findsTamperingWithWhatIsKept_data()
{
    QTest::addColumn<QString>("sql");
    QTest::newRow("the hash it ends with") << u"UPDATE audit_archive SET last_hash = sha256('x')"_s;
    QTest::newRow("the sum of the file") << u"UPDATE audit_archive SET file_digest = sha256('x')"_s;
    QTest::newRow("the row") << u"DELETE FROM audit_archive"_s;
    QTest::newRow("an operation altered")
        << u"UPDATE operation SET summary = 'Nothing' WHERE id = (SELECT min(id) FROM operation)"_s;
    QTest::newRow("an operation removed") << u"DELETE FROM operation WHERE id = 2"_s;
    QTest::newRow("an operation slipped in")
        << u"INSERT INTO operation (id, kind, summary, actor, source) OVERRIDING SYSTEM VALUE "
           "VALUES (-5, 'edit', 'Never was', 'x', 'sql')"_s;
}

void AuditArchiveApplicationServiceTest::findsTamperingWithWhatIsKept()
{
    QFETCH(const QString, sql);
    VERIFY_RESULT(archive());
    QVERIFY(verdict().isIntact());
    tamper(*m_db, sql);
    const AuditVerdict found = verdict();
    QVERIFY2(!found.isIntact(), "nothing was found");
}

void AuditArchiveApplicationServiceTest::leavesTheBookAsItWasWhenTheFolderIsMissing()
{
    moveBack(u"5 years"_s);
    turnThePage();
    m_db->sql(u"UPDATE seatledger.member SET note = 'later'"_s);
    const QString links = value(u"SELECT count(*) FROM seatledger.audit_link"_s);
    QVERIFY(!m_archives.archive(m_db->session(), before(), m_folder->filePath(u"none"_s)));
    QCOMPARE(value(u"SELECT count(*) FROM seatledger.audit_link"_s), links);
    QFile taken(file());
    QVERIFY(taken.open(QIODevice::WriteOnly));
    QVERIFY(!m_archives.archive(m_db->session(), before(), m_folder->path()));
    QCOMPARE(value(u"SELECT count(*) FROM seatledger.audit_link"_s), links);
}

void AuditArchiveApplicationServiceTest::letsNobodyTouchAPart()
{
    for (const QString &table : {u"event"_s, u"statement"_s, u"link"_s}) {
        const QString part = u"seatledger.audit_"_s + table + u"_past"_s;
        QVERIFY(refusal(u"DELETE FROM "_s + part).contains(u"the book writes it"_s));
        QVERIFY(!refusal(u"TRUNCATE "_s + part).isEmpty());
        QCOMPARE(
            value(u"SELECT count(*) FROM pg_class c, aclexplode(c.relacl) a WHERE c.oid = '%1'::regclass "
                  "AND a.grantee <> c.relowner"_s.arg(part)),
            u"0"_s);
    }
    m_db->sql(u"GRANT SELECT ON seatledger.audit_event_past TO seatledger_member"_s);
    QVERIFY(value(u"SELECT count(*) FROM seatledger.security_differences()"_s) != "0"_L1);
    m_db->sql(u"REVOKE SELECT ON seatledger.audit_event_past FROM seatledger_member"_s);
}

QTEST_GUILESS_MAIN(AuditArchiveApplicationServiceTest)
#include "auditarchiveapplicationservicetest.moc"
