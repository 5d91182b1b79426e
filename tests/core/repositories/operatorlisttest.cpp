// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/operatorlist.h"

#include "tests/support/book.h"
#include "tests/support/colleagues.h"
#include "tests/support/testdatabase.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace seatledger;

/// Those who sign in, as a list: filtered, in order, by pages; and who sees whom.
class OperatorListTest final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_db = std::make_unique<TestDatabase>();
        m_people = std::make_unique<Colleagues>(*m_db);
        m_db->sql(u"INSERT INTO seatledger.department (name) VALUES ('Optics'), ('Acoustics')"_s);
        m_mia = m_people->add(u"mia"_s,
                              {.role = Role::Manager,
                               .rights = {Right::Assign},
                               .departments = {*DepartmentId::fromValue(1), *DepartmentId::fromValue(2)}});
        m_stan = m_people->add(u"stan"_s, {.role = Role::Staff});
        m_otto = m_people->add(u"otto"_s, {.role = Role::Auditor});
        m_db->sql(u"UPDATE seatledger.operator SET disabled_at = now() WHERE login = '%1'"_s.arg(m_stan));
    }
    void cleanup()
    {
        m_people.reset();
        m_db.reset();
    }

    void tellsWhatEachIs()
    {
        const auto rows = list(m_db->session(), {.search = u"MIA"_s});
        QCOMPARE(rows.size(), 1U);
        QCOMPARE(rows[0].login, m_mia);
        QCOMPARE(rows[0].rights, std::vector{Right::Assign});
        QCOMPARE(rows[0].departments, (QStringList{u"Acoustics"_s, u"Optics"_s}));
        QVERIFY(!rows[0].lastDid && !rows[0].passwordUntil && !rows[0].isDisabled());
    }

    void filtersSortsAndPages()
    {
        QCOMPARE(logins({.role = Role::Auditor}), QStringList{m_otto});
        QCOMPARE(logins({.disabled = true}), QStringList{m_stan});
        QCOMPARE(logins({.disabled = false}), (QStringList{m_mia, m_otto}));
        QCOMPARE(logins({}, {OperatorSort::ByRole}), (QStringList{m_mia, m_stan, m_otto}));
        QCOMPARE(logins({}, {OperatorSort::ByName, true}), (QStringList{m_stan, m_otto, m_mia}));
        const auto first = m_lists.operators(m_db->session(), {}, {}, {}, 0, 2);
        VERIFY_RESULT(first);
        const auto rest = m_lists.operators(m_db->session(), {}, {}, first->last, 0, 2);
        VERIFY_RESULT(rest);
        QCOMPARE(rest->rows.size(), 1U);
        QCOMPARE(rest->rows[0].login, m_stan);
    }

    void tellsWhoIsThereAndWhenTheyLastDidSomething()
    {
        Session &otto = m_people->as(m_otto);
        VERIFY_RESULT(m_lists.operatorCount(otto, {}));
        m_db->sql(u"SET SESSION AUTHORIZATION '%1'; SELECT seatledger.begin_operation('edit', 'Something'); "
                  "RESET SESSION AUTHORIZATION"_s.arg(m_mia));
        QVERIFY(list(m_db->session(), {.search = u"mia"_s})[0].lastDid.has_value());
    }

    void showsOthersToThoseWhoMaySeeThem()
    {
        const QString kim = m_people->add(u"kim"_s,
                                          {.role = Role::Staff, .rights = {Right::ManageOperators}});
        QCOMPARE(list(m_people->as(kim), {}).size(), 4U);
        VERIFY_ERROR(m_lists.operators(m_people->as(m_otto), {}, {}, {}, 0, 1), ErrorCode::Forbidden);
        QCOMPARE(list(m_people->as(m_mia), {}).size(), 1U);
        QCOMPARE(*m_lists.operatorCount(m_people->as(m_mia), {}), 1);
    }

private:
    std::vector<OperatorRow> list(Session &session, const OperatorFilter &filter,
                                  ListOrder<OperatorSort> order = {})
    {
        auto page = m_lists.operators(session, filter, order, {}, 0, 100);
        if (!page) {
            QTest::qFail(describe(page.error()).constData(), __FILE__, __LINE__);
            return {};
        }
        return std::move(page->rows);
    }
    QStringList logins(const OperatorFilter &filter, ListOrder<OperatorSort> order = {})
    {
        QStringList logins;
        for (const OperatorRow &row : list(m_db->session(), filter, order))
            logins += row.login;
        return logins;
    }

    std::unique_ptr<TestDatabase> m_db;
    std::unique_ptr<Colleagues> m_people;
    QString m_mia;
    QString m_stan;
    QString m_otto;
    OperatorListRepository m_lists;
};

QTEST_GUILESS_MAIN(OperatorListTest)
#include "operatorlisttest.moc"
