// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/attack.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace seatledger {

void Attack::hides(const QString &login, const QString &script)
{
    const Said shown = say(m_team.owner(), script);
    QVERIFY2(tells(shown), qPrintable(u"This shows nothing to anybody: "_s + script + u'\n' + shown.text));
    const Said said = say(m_team.as(login), script);
    QVERIFY2(!tells(said), qPrintable(login + u": "_s + script + u'\n' + said.text));
}

void Attack::refuses(const QString &login, const QString &script, const QString &state)
{
    const QString before = everything();
    const Said said = say(m_team.as(login), script);
    QVERIFY2(said.state == state,
             qPrintable(u"%1: %2 gave %3, not %4\n%5"_s.arg(login, script, said.state, state, said.text)));
    QVERIFY2(!said.state.isEmpty() || said.rows == 0, qPrintable(script));
    QCOMPARE(everything(), before);
}

void Attack::allows(const QString &login, const QString &script)
{
    const Said said = say(m_team.as(login), script);
    QVERIFY2(said.state.isEmpty(), qPrintable(login + u": "_s + script + u'\n' + said.text));
}

bool Attack::tells(const Said &said)
{
    return said.text.contains("idden"_L1) || said.text.contains("987654"_L1);
}

QString Attack::everything()
{
    return m_team.value(u"SELECT md5(string_agg(query_to_xml(format('TABLE seatledger.%I', relname), true, "
                        "true, '')::text, '' ORDER BY relname)) FROM pg_class WHERE relnamespace = "
                        "'seatledger'::regnamespace AND relkind = 'r' AND relname <> 'operation'"_s);
}

void AttackTest::init()
{
    m_team = std::make_unique<Team>();
    m_attack = std::make_unique<Attack>(*m_team);
}

void AttackTest::cleanup()
{
    m_attack.reset();
    m_team.reset();
}

} // namespace seatledger
