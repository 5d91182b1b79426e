// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ctl/ctlrunner.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace seatledger;

/// The audit by command: lists, exports, and anchors that show what was done to the chain.
class AuditCommandsTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void listsOperations();
    void showsWhatAnOperationChanged();
    void tellsTheHistoryOfOneThing();
    void saysWhatHasNoHistory();
    void exportsALineForEachChange();
    void makesTheKeyOnce();
    void anchorsAndVerifies();
    void anAnchorCanBeCheckedByOthers();
    void keepsAnOlderAnchor();
    void refusesAnAlteredAnchor();
    void refusesAnotherKey();
    void refusesWhatIsNoAnchor();
    void aFullDiskLeavesNoFile();
    void findsACutTail();

private:
    [[nodiscard]] CtlRun sql(const QString &statement) const;
    [[nodiscard]] QString path(const QString &name) const { return m_ctl.home() + u'/' + name; }

    CtlRunner m_ctl;
};

void AuditCommandsTest::initTestCase()
{
    QCOMPARE(m_ctl.run({u"workspace"_s, u"start"_s}).exitCode, 0);
    const CtlRun ana = m_ctl.run({u"member"_s, u"add"_s, u"--number"_s, u"M1"_s, u"--name"_s, u"Ana"_s,
                                  u"--email"_s, u"ana@example.org"_s});
    QVERIFY2(ana.exitCode == 0, ana.err.constData());
    QCOMPARE(m_ctl.run({u"member"_s, u"update"_s, u"M1"_s, u"--name"_s, u"Ana Sousa"_s}).exitCode, 0);
}

CtlRun AuditCommandsTest::sql(const QString &statement) const
{
    return m_ctl.shell(u"psql -qAtv ON_ERROR_STOP=1 \"$($CTL workspace uri)\" -c \"%1\""_s.arg(statement));
}

void AuditCommandsTest::listsOperations()
{
    const QJsonArray all = m_ctl.json({u"audit"_s, u"list"_s}).array();
    QCOMPARE(all.size(), 3);
    QCOMPARE(all[0].toObject().value("kind"_L1).toString(), u"edit_member"_s);
    QCOMPARE(all[0].toObject().value("rows"_L1).toInt(), 1);
    QCOMPARE(all[2].toObject().value("kind"_L1).toString(), u"install"_s);
    const auto count = [this](const QStringList &filter) {
        return m_ctl.json(QStringList{u"audit"_s, u"list"_s} + filter).array().size();
    };
    QCOMPARE(count({u"--kind"_s, u"add_member"_s}), 1);
    QCOMPARE(count({u"--source"_s, u"command"_s}), 2);
    QCOMPARE(count({u"--entity"_s, u"setting"_s}), 1);
    QCOMPARE(count({u"--member"_s, u"M1"_s}), 2);
    QCOMPARE(count({u"--search"_s, u"opened"_s}), 1);
    QCOMPARE(count({u"--until-day"_s, u"2020-01-01"_s}), 0);
    QCOMPARE(count({u"--from-day"_s, u"2020-01-01"_s, u"--limit"_s, u"2"_s}), 2);
    QCOMPARE(m_ctl.run({u"audit"_s, u"list"_s, u"--source"_s, u"post"_s}).exitCode, 2);
}

void AuditCommandsTest::showsWhatAnOperationChanged()
{
    const qint64 id = m_ctl.json({u"audit"_s, u"list"_s, u"--kind"_s, u"edit_member"_s})
                          .array()[0]
                          .toObject()
                          .value("operation"_L1)
                          .toInteger();
    const CtlRun shown = m_ctl.run({u"audit"_s, u"show"_s, QString::number(id)});
    QVERIFY2(shown.out.contains("name: Ana -> Ana Sousa"), shown.out.constData());
    const QJsonObject change = m_ctl.json({u"audit"_s, u"show"_s, QString::number(id)})
                                   .object()
                                   .value("changes"_L1)
                                   .toArray()[0]
                                   .toObject();
    QCOMPARE(change.value("before"_L1).toObject().value("name"_L1).toString(), u"Ana"_s);
    QCOMPARE(change.value("after"_L1).toObject().value("name"_L1).toString(), u"Ana Sousa"_s);
    QCOMPARE(m_ctl.run({u"audit"_s, u"show"_s, u"4711"_s}).exitCode, 2);
}

void AuditCommandsTest::tellsTheHistoryOfOneThing()
{
    const QJsonArray history = m_ctl.json({u"history"_s, u"member"_s, u"M1"_s}).array();
    QCOMPARE(history.size(), 2); // the newest first
    const QJsonObject edit = history[0].toObject();
    QCOMPARE(edit.value("action"_L1).toString(), u"update"_s);
    QCOMPARE(edit.value("entity"_L1).toString(), u"member"_s);
    QCOMPARE(edit.value("changes"_L1).toString(), u"name: Ana -> Ana Sousa"_s);
    QCOMPARE(edit.value("before"_L1).toObject().value("name"_L1).toString(), u"Ana"_s);
    QCOMPARE(history[1].toObject().value("action"_L1).toString(), u"insert"_s);
    QVERIFY(edit.value("operation"_L1).toInteger() > history[1].toObject().value("operation"_L1).toInteger());

    const QString id = QString::number(edit.value("id"_L1).toInteger());
    QCOMPARE(m_ctl.json({u"history"_s, u"member"_s, u'#' + id}).array(), history);
    QCOMPARE(m_ctl.json({u"history"_s, u"member"_s, u"ana@example.org"_s}).array(), history);
    QCOMPARE(m_ctl.json({u"history"_s, u"member"_s, u"M1"_s, u"--limit"_s, u"1"_s}).array().size(), 1);
    const CtlRun table = m_ctl.run({u"history"_s, u"member"_s, u"M1"_s});
    QVERIFY2(table.out.contains("name: Ana -> Ana Sousa"), table.out.constData());
}

void AuditCommandsTest::saysWhatHasNoHistory()
{
    QCOMPARE(m_ctl.run({u"history"_s, u"weather"_s, u"1"_s}).exitCode, 2);
    const CtlRun unknown = m_ctl.json({u"history"_s, u"vendor"_s, u"Nobody Ltd"_s});
    QCOMPARE(unknown.exitCode, 2);
    QVERIFY2(unknown.err.contains("Nobody Ltd"), unknown.err.constData());
    const CtlRun noId = m_ctl.run({u"history"_s, u"assignment"_s, u"first"_s});
    QCOMPARE(noId.exitCode, 2);
    QVERIFY2(noId.err.contains("is not an id"), noId.err.constData());
    QCOMPARE(m_ctl.json({u"history"_s, u"device"_s, u"4711"_s}).array(), QJsonArray());
}

void AuditCommandsTest::exportsALineForEachChange()
{
    const CtlRun streamed = m_ctl.run({u"audit"_s, u"export"_s, u"--kind"_s, u"edit_member"_s});
    QVERIFY2(streamed.exitCode == 0, streamed.err.constData());
    QCOMPARE(streamed.out.count("\r\n"), 2);
    QVERIFY(streamed.out.contains("Ana Sousa"));
    const CtlRun written = m_ctl.json({u"export"_s, u"audit"_s, u"--output"_s, path(u"audit.csv"_s)});
    QVERIFY2(written.exitCode == 0, written.err.constData());
    QCOMPARE(written.object().value("rows"_L1).toInt(), 5); // three settings, a member, an edit
}

void AuditCommandsTest::makesTheKeyOnce()
{
    const QString key = m_ctl.json({u"audit"_s, u"key"_s}).object().value("public_key"_L1).toString();
    QCOMPARE(QByteArray::fromBase64(key.toLatin1()).size(), 32);
    QCOMPARE(m_ctl.run({u"audit"_s, u"key"_s}).out.trimmed(), key.toLatin1());
    QCOMPARE(m_ctl.shell(u"stat -c %a \"$SEATLEDGER_HOME/anchor.key\""_s).out, "600\n");
}

void AuditCommandsTest::anchorsAndVerifies()
{
    const CtlRun anchored = m_ctl.json({u"audit"_s, u"anchor"_s, u"--output"_s, path(u"anchor.json"_s)});
    QVERIFY2(anchored.exitCode == 0, anchored.err.constData());
    const QString key = anchored.object().value("public_key"_L1).toString();
    const QStringList verify{u"audit"_s, u"verify"_s, u"--anchor"_s, path(u"anchor.json"_s)};
    const CtlRun plain = m_ctl.run(verify);
    QVERIFY2(plain.exitCode == 0, plain.err.constData());
    QVERIFY2(plain.out.contains("the key of this account"), plain.out.constData());
    const CtlRun named = m_ctl.json(verify + QStringList{u"--public-key"_s, key});
    QVERIFY2(named.exitCode == 0, named.err.constData());
    QVERIFY(named.object().value("intact"_L1).toBool());
    QCOMPARE(named.object().value("anchor"_L1).toObject().value("position"_L1),
             anchored.object().value("position"_L1));
}

/// With nothing of ours: the facts by a JSON tool, the signature by OpenSSL.
void AuditCommandsTest::anAnchorCanBeCheckedByOthers()
{
    const CtlRun checked = m_ctl.shell(uR"(cd "$SEATLEDGER_HOME" && python3 -c "
import base64, json
whole = json.load(open('anchor.json'))
open('text', 'w').write(json.dumps(whole['anchor'], sort_keys=True, separators=(',', ':')))
open('signature', 'wb').write(base64.b64decode(whole['signature']))
open('key.der', 'wb').write(bytes.fromhex('302a300506032b6570032100') + base64.b64decode(whole['public_key']))
" && openssl pkeyutl -verify -pubin -keyform DER -inkey key.der -rawin -in text -sigfile signature)"_s);
    QVERIFY2(checked.exitCode == 0, checked.err.constData());
}

void AuditCommandsTest::keepsAnOlderAnchor()
{
    const QStringList anchor{u"audit"_s, u"anchor"_s, u"--output"_s, path(u"anchor.json"_s)};
    QCOMPARE(m_ctl.run(anchor).exitCode, 5);
    QCOMPARE(m_ctl.run(anchor + QStringList{u"--force"_s}).exitCode, 0);
    QCOMPARE(m_ctl.run({u"audit"_s, u"anchor"_s, u"--output"_s, u"/not/there/a.json"_s}).exitCode, 2);
}

void AuditCommandsTest::refusesAnAlteredAnchor()
{
    const CtlRun altered = m_ctl.shell(
        uR"(sed 's/"position": \([0-9]*\)/"position": 1\1/' "$SEATLEDGER_HOME/anchor.json" > "$SEATLEDGER_HOME/altered.json"
            $CTL --json audit verify --anchor "$SEATLEDGER_HOME/altered.json")"_s);
    QCOMPARE(altered.exitCode, 1);
    QCOMPARE(altered.error().value("details"_L1).toObject().value("reason"_L1).toString(),
             u"anchor_altered"_s);
}

void AuditCommandsTest::refusesAnotherKey()
{
    const CtlRun other = m_ctl.json({u"audit"_s, u"verify"_s, u"--anchor"_s, path(u"anchor.json"_s),
                                     u"--public-key"_s, QString::fromLatin1(QByteArray(32, 'x').toBase64())});
    QCOMPARE(other.exitCode, 1);
    QCOMPARE(other.error().value("details"_L1).toObject().value("reason"_L1).toString(), u"other_key"_s);
    const QString key = path(u"second.key"_s);
    QCOMPARE(
        m_ctl.run({u"audit"_s, u"anchor"_s, u"--key"_s, key, u"--output"_s, path(u"second.json"_s)}).exitCode,
        0);
    const CtlRun unknown = m_ctl.run({u"audit"_s, u"verify"_s, u"--anchor"_s, path(u"second.json"_s)});
    QCOMPARE(unknown.exitCode, 0);
    QVERIFY2(unknown.out.contains("--public-key"), unknown.out.constData());
}

void AuditCommandsTest::refusesWhatIsNoAnchor()
{
    QCOMPARE(m_ctl.run({u"audit"_s, u"verify"_s, u"--anchor"_s, path(u"none.json"_s)}).exitCode, 2);
    QCOMPARE(m_ctl.run({u"audit"_s, u"verify"_s, u"--anchor"_s, path(u"audit.csv"_s)}).exitCode, 2);
    QCOMPARE(m_ctl.run({u"audit"_s, u"verify"_s, u"--public-key"_s, u"x"_s}).exitCode, 2);
}

void AuditCommandsTest::aFullDiskLeavesNoFile()
{
    // A file that may not grow is what the program sees of a full disk.
    for (const QString &command : {u"audit anchor"_s, u"audit export"_s, u"export members"_s}) {
        const CtlRun full = m_ctl.shell(
            u"trap '' XFSZ; ulimit -f 0; $CTL %1 --output \"$SEATLEDGER_HOME/full\""_s.arg(command));
        QVERIFY2(full.exitCode != 0, qPrintable(command));
        QVERIFY2(full.err.contains("full"), full.err.constData());
        QVERIFY2(!QFile::exists(path(u"full"_s)), qPrintable(command));
    }
}

void AuditCommandsTest::findsACutTail()
{
    QCOMPARE(m_ctl.run({u"audit"_s, u"anchor"_s, u"--output"_s, path(u"before.json"_s)}).exitCode, 0);
    const CtlRun cut = sql(
        u"SET session_replication_role = replica; SET search_path = seatledger; "
        "DELETE FROM audit_event WHERE statement_id = (SELECT max(statement_id) FROM audit_link); "
        "DELETE FROM operation WHERE id = (SELECT operation_id FROM audit_statement ORDER BY id DESC LIMIT "
        "1); "
        "DELETE FROM audit_statement WHERE id = (SELECT max(statement_id) FROM audit_link); "
        "DELETE FROM audit_link WHERE position = (SELECT max(position) FROM audit_link); "
        "UPDATE audit_head SET (position, hash) = (SELECT position, hash FROM audit_link ORDER BY position DESC LIMIT 1)"_s);
    QVERIFY2(cut.exitCode == 0, cut.err.constData());
    QCOMPARE(m_ctl.run({u"audit"_s, u"verify"_s}).exitCode, 0);
    const CtlRun found = m_ctl.json({u"audit"_s, u"verify"_s, u"--anchor"_s, path(u"before.json"_s)});
    QCOMPARE(found.exitCode, 1);
    QCOMPARE(found.error().value("details"_L1).toObject().value("damage"_L1).toString(), u"tail_cut"_s);
}

QTEST_GUILESS_MAIN(AuditCommandsTest)
#include "auditcommandstest.moc"
