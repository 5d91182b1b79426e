// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/services.h"
#include "tests/support/book.h"
#include "tests/support/colleagues.h"
#include "tests/support/verify.h"

#include <QJsonArray>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace seatledger;

/// Who keeps, sees, changes and removes views; and views as text.
class SavedViewApplicationServiceTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_db = std::make_unique<TestDatabase>();
        m_people = std::make_unique<Colleagues>(*m_db);
        m_mia = m_people->add(u"mia"_s, {.role = Role::Staff});
        m_tom = m_people->add(u"tom"_s, {.role = Role::Member, .member = Book(*m_db).member(u"Tom"_s)});
        m_ada = m_people->add(u"ada"_s, {.role = Role::Administrator});
    }
    void cleanup()
    {
        m_people.reset();
        m_db.reset();
    }

    void keepsOnePerNameAndPage()
    {
        const SavedView first = save(m_mia, u"  Mine "_s, false, u"a"_s);
        QCOMPARE(first.name, u"Mine"_s);
        QVERIFY(first.isMine);
        QCOMPARE(save(m_mia, u"MINE"_s, false, u"b"_s).id, first.id);
        const auto all = m_services.views.list(m_people->as(m_mia), u"members"_s);
        VERIFY_RESULT(all);
        QCOMPARE(all->size(), 1u);
        QCOMPARE(all->front().place[u"search"_s].toString(), u"b"_s);
        QVERIFY(m_services.views.list(m_people->as(m_mia), u"licenses"_s)->empty());
        VERIFY_ERROR(m_services.views.save(m_people->as(m_mia), {.page = u"members"_s, .name = u" "_s}),
                     ErrorCode::InvalidInput);
    }

    void sharesWithEverybody()
    {
        SavedView view = save(m_mia, u"Ours"_s, true, u"x"_s);
        save(m_mia, u"Mine"_s, false, u"y"_s);
        const auto seen = m_services.views.list(m_people->as(m_tom));
        VERIFY_RESULT(seen);
        QCOMPARE(seen->size(), 1u);
        QCOMPARE(seen->front().name, u"Ours"_s);
        QCOMPARE(seen->front().owner, m_mia);
        QVERIFY(!seen->front().isMine);
        view.isShared = false;
        VERIFY_RESULT(m_services.views.update(m_people->as(m_mia), view));
        QVERIFY(m_services.views.list(m_people->as(m_tom))->empty());
        // the owner of the book sees no more than anybody, though no policy binds it
        QVERIFY(m_services.views.list(m_db->session())->empty());
    }

    void letsNobodyTouchThoseOfOthers()
    {
        SavedView shared = save(m_mia, u"Ours"_s, true, u"x"_s);
        const SavedView hidden = save(m_mia, u"Mine"_s, false, u"y"_s);
        shared.name = u"Stolen"_s;
        VERIFY_ERROR(m_services.views.update(m_people->as(m_tom), shared), ErrorCode::NotFound);
        VERIFY_ERROR(m_services.views.remove(m_people->as(m_tom), shared.id), ErrorCode::NotFound);
        VERIFY_ERROR(m_services.views.update(m_people->as(m_ada), shared), ErrorCode::NotFound);
        VERIFY_ERROR(m_services.views.remove(m_people->as(m_ada), hidden.id), ErrorCode::NotFound);
        VERIFY_RESULT(m_services.views.remove(m_people->as(m_ada), shared.id));
        VERIFY_RESULT(m_services.views.remove(m_people->as(m_mia), hidden.id));
        QVERIFY(m_services.views.list(m_people->as(m_mia))->empty());
    }

    void refusesANameThatIsTaken()
    {
        save(m_mia, u"One"_s, false, u"x"_s);
        SavedView two = save(m_mia, u"Two"_s, false, u"x"_s);
        two.name = u"one"_s;
        VERIFY_ERROR(m_services.views.update(m_people->as(m_mia), two), ErrorCode::Conflict);
    }

    void travelsAsText()
    {
        const QJsonObject place{
            {u"search"_s, u"department:\"A & B\" 王 50%=x"_s},
            {u"columns"_s, QJsonObject{{u"sort"_s, u"name"_s}, {u"hidden"_s, QJsonArray{u"a"_s}}}},
            {u"odd"_s, u"~tilde"_s}};
        const QString text = savedViewText(u"members"_s, place);
        QVERIFY(text.startsWith(u"seatledger:members?"_s));
        QVERIFY(!text.contains(u' '));
        const auto view = savedViewFromText(u"  "_s + text + u'\n');
        QVERIFY(view);
        QCOMPARE(view->page, u"members"_s);
        QCOMPARE(view->place, place);
        QVERIFY(!savedViewFromText(u"https://example.org"_s));
        QVERIFY(!savedViewFromText(u"seatledger:../x?search=1"_s));
    }

private:
    SavedView save(const QString &login, const QString &name, bool isShared, const QString &search)
    {
        const auto saved = m_services.views.save(
            m_people->as(login),
            {.page = u"members"_s, .name = name, .isShared = isShared, .place = {{u"search"_s, search}}});
        if (!saved)
            qFatal("%s", qPrintable(saved.error().message));
        return *saved;
    }

    std::unique_ptr<TestDatabase> m_db;
    std::unique_ptr<Colleagues> m_people;
    Services m_services;
    QString m_mia;
    QString m_tom;
    QString m_ada;
};

QTEST_GUILESS_MAIN(SavedViewApplicationServiceTest)
#include "savedviewapplicationservicetest.moc"
