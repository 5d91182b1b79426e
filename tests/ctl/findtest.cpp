// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ctl/ctlrunner.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace seatledger;

/// Finding by command: a few letters, searches with fields, views as text.
class FindTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QCOMPARE(m_ctl.run({u"workspace"_s, u"start"_s}).exitCode, 0);
        QCOMPARE(m_ctl.run({u"department"_s, u"add"_s, u"--name"_s, u"Sales"_s}).exitCode, 0);
        const auto add = [this](const QString &number, const QString &name, const QStringList &more) {
            const CtlRun run = m_ctl.run(QStringList{u"member"_s, u"add"_s, u"--number"_s, number,
                                                     u"--name"_s, name, u"--email"_s,
                                                     number + u"@example.org"_s}
                                         + more);
            QVERIFY2(run.exitCode == 0, run.err.constData());
        };
        add(u"M1"_s, u"Ana Kovač"_s, {u"--department"_s, u"Sales"_s});
        add(u"M2"_s, u"Bo Li"_s, {});
    }

    void findsByAFewLetters()
    {
        const QJsonArray found = m_ctl.json({u"find"_s, u"kov"_s}).array();
        QCOMPARE(found.size(), 1);
        QCOMPARE(found[0].toObject().value("name"_L1).toString(), u"Ana Kovač"_s);
        QCOMPARE(m_ctl.json({u"find"_s, u"m2"_s}).array()[0].toObject().value("name"_L1).toString(),
                 u"Bo Li"_s);
    }

    void findsTheHistoryByName()
    {
        const QJsonArray history = m_ctl.json({u"history"_s, u"department"_s, u"sales"_s}).array();
        QCOMPARE(history.size(), 1);
        QCOMPARE(history[0].toObject().value("entity"_L1).toString(), u"department"_s);
        QCOMPARE(history[0].toObject().value("action"_L1).toString(), u"insert"_s);
    }

    void searchesByFields()
    {
        QCOMPARE(m_ctl.json({u"member"_s, u"list"_s, u"--search"_s, u"department:sales"_s}).array().size(),
                 1);
        QCOMPARE(m_ctl.json({u"member"_s, u"list"_s, u"--search"_s, u"-department:sales m"_s}).array().size(),
                 1);
        const CtlRun exported = m_ctl.run({u"export"_s, u"members"_s, u"--search"_s, u"name=\"bo li\""_s});
        QCOMPARE(exported.exitCode, 0);
        QVERIFY(exported.out.contains("Bo Li") && !exported.out.contains("Ana"));
    }

    void saysWhatIsPossible()
    {
        const CtlRun field = m_ctl.run({u"member"_s, u"list"_s, u"--search"_s, u"colour:red"_s});
        QCOMPARE(field.exitCode, 2);
        QVERIFY2(field.err.contains("Possible are: name, number, email, department"), field.err.constData());
        const CtlRun value = m_ctl.run({u"member"_s, u"list"_s, u"--search"_s, u"department:Nowhere"_s});
        QCOMPARE(value.exitCode, 2);
        QVERIFY2(value.err.contains("There are: Sales."), value.err.constData());
    }

    void keepsViews()
    {
        const QString text = u"seatledger:members?search=department%3ASales"_s;
        QCOMPARE(m_ctl.run({u"view"_s, u"save"_s, u"Sales"_s, text, u"--shared"_s}).exitCode, 0);
        const QJsonArray views = m_ctl.json({u"view"_s, u"list"_s, u"--page"_s, u"members"_s}).array();
        QCOMPARE(views.size(), 1);
        QCOMPARE(views[0].toObject().value("text"_L1).toString(), text);
        const QString id = QString::number(views[0].toObject().value("id"_L1).toInt());
        QCOMPARE(m_ctl.run({u"view"_s, u"unshare"_s, id}).exitCode, 0);
        QCOMPARE(m_ctl.run({u"view"_s, u"remove"_s, id}).exitCode, 0);
        QVERIFY(m_ctl.json({u"view"_s, u"list"_s}).array().isEmpty());
        QCOMPARE(m_ctl.run({u"view"_s, u"save"_s, u"Sales"_s, u"https://example.org"_s}).exitCode, 2);
    }

private:
    CtlRunner m_ctl;
};

QTEST_GUILESS_MAIN(FindTest)
#include "findtest.moc"
