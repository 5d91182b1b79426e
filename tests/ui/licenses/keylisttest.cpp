// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/licenses/keylist.h"

#include "tests/ui/book/desk.h"
#include "ui/common/widgets/entrylist.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSettings>
#include <QTest>

using namespace Qt::StringLiterals;

namespace seatledger {

class KeyListTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void masksUntilAsked();
    void masksAgainAfterAWhile();
    void masksWhenSomethingElseIsShown();
    void keepsShowingWhileTheListIsLoadedAgain();
    void hidesWhatIsShown();
    void copiesForAWhile();
    void leavesAnotherClipboardAlone();
    void isOffForWhoMayNotReadKeys();
    void saysWhatTheDatabaseRefuses();
    void leavesNoSecretBehind();

private:
    void show(BookAccess access);
    [[nodiscard]] EntryList *list() const { return m_list->findChild<EntryList *>(u"keysList"_s); }
    [[nodiscard]] QPlainTextEdit *secret() const
    {
        return m_list->findChild<QPlainTextEdit *>(u"keySecretEdit"_s);
    }
    [[nodiscard]] QAction *action(const QString &name) const { return m_list->findChild<QAction *>(name); }
    void press(const QString &name) const { action(name)->trigger(); }
    [[nodiscard]] QString readings() const
    {
        return m_desk->database.value(u"SELECT count(*) FROM seatledger.license_key_reading"_s);
    }
    [[nodiscard]] std::vector<LicenseKeyRow> keysOf(LicenseId license) const
    {
        return m_desk->services.keyService.list(m_desk->database.session(), license).value();
    }
    [[nodiscard]] LicenseId licenseWithKeys(const QString &name, const QStringList &secrets) const
    {
        const LicenseId license = m_desk->book.license(name);
        const auto keys = NewKeysDraft{.license = license, .secrets = secrets}.create();
        [&] { VERIFY_RESULT(m_desk->services.keyService.add(m_desk->database.session(), *keys)); }();
        return license;
    }

    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<KeyList> m_list;
    std::vector<LicenseKeyRow> m_keys;
};

void KeyListTest::init()
{
    m_desk = std::make_unique<Desk>();
    m_keys = keysOf(licenseWithKeys(u"IDE"_s, {u"SECRET-1"_s, u"SECRET-2"_s}));
    QGuiApplication::clipboard()->clear();
    show(m_desk->access());
}

void KeyListTest::cleanup()
{
    m_list.reset();
    m_desk.reset();
}

void KeyListTest::show(BookAccess access)
{
    m_list = std::make_unique<KeyList>(access);
    m_list->setKeys(m_keys);
    m_list->show();
}

void KeyListTest::masksUntilAsked()
{
    QCOMPARE(list()->count(), 2);
    QCOMPARE(list()->model()->index(0, 0).data().toString(), QString(8, u'•'));
    QVERIFY(!secret()->isVisible());
    QCOMPARE(readings(), u"0"_s);
    press(u"showKeyAction"_s);
    QTRY_COMPARE(secret()->toPlainText(), u"SECRET-1"_s);
    QVERIFY(secret()->isVisible());
    QCOMPARE(readings(), u"1"_s);
}

void KeyListTest::masksAgainAfterAWhile()
{
    QCOMPARE(KeyList::shownMs, 30'000);
    m_list->setShownFor(200);
    press(u"showKeyAction"_s);
    QTRY_COMPARE(secret()->toPlainText(), u"SECRET-1"_s);
    QTRY_VERIFY(!secret()->isVisible());
    QCOMPARE(secret()->toPlainText(), QString());
}

void KeyListTest::masksWhenSomethingElseIsShown()
{
    press(u"showKeyAction"_s);
    QTRY_COMPARE(secret()->toPlainText(), u"SECRET-1"_s);
    m_list->setKeys(keysOf(licenseWithKeys(u"CAD"_s, {u"OTHER"_s})));
    QCOMPARE(secret()->toPlainText(), QString());
    m_list->setKeys(m_keys);
    press(u"showKeyAction"_s);
    QTRY_COMPARE(secret()->toPlainText(), u"SECRET-1"_s);
    list()->setCurrentIndex(list()->model()->index(1, 0));
    QCOMPARE(secret()->toPlainText(), QString());
    press(u"showKeyAction"_s);
    QTRY_COMPARE(secret()->toPlainText(), u"SECRET-2"_s);
    m_list->hide();
    QCOMPARE(secret()->toPlainText(), QString());
}

void KeyListTest::keepsShowingWhileTheListIsLoadedAgain()
{
    press(u"showKeyAction"_s);
    QTRY_COMPARE(secret()->toPlainText(), u"SECRET-1"_s);
    m_list->setKeys(m_keys);
    QCOMPARE(secret()->toPlainText(), u"SECRET-1"_s);
    m_list->setKeys(std::nullopt); // the right has gone
    QCOMPARE(secret()->toPlainText(), QString());
    QCOMPARE(list()->count(), 0);
}

void KeyListTest::hidesWhatIsShown()
{
    press(u"showKeyAction"_s);
    QTRY_COMPARE(secret()->toPlainText(), u"SECRET-1"_s);
    QCOMPARE(action(u"showKeyAction"_s)->text(), u"Hide"_s);
    press(u"showKeyAction"_s);
    QCOMPARE(secret()->toPlainText(), QString());
    QCOMPARE(action(u"showKeyAction"_s)->text(), u"Show"_s);
    QCOMPARE(readings(), u"1"_s);
}

void KeyListTest::copiesForAWhile()
{
    m_list->setShownFor(300);
    press(u"copyKeyAction"_s);
    QTRY_COMPARE(QGuiApplication::clipboard()->text(), u"SECRET-1"_s);
    QCOMPARE(secret()->toPlainText(), QString()); // copied, not shown
    QVERIFY(m_list->findChild<QLabel *>(u"keyLineLabel"_s)->isVisible());
    QTRY_VERIFY(QGuiApplication::clipboard()->text().isEmpty());
}

void KeyListTest::leavesAnotherClipboardAlone()
{
    press(u"copyKeyAction"_s);
    QTRY_COMPARE(QGuiApplication::clipboard()->text(), u"SECRET-1"_s);
    QGuiApplication::clipboard()->setText(u"something else"_s);
    m_list.reset();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"something else"_s);
    show(m_desk->access());
    press(u"copyKeyAction"_s);
    QTRY_COMPARE(QGuiApplication::clipboard()->text(), u"SECRET-1"_s);
    m_list.reset(); // the window closes
    QVERIFY(QGuiApplication::clipboard()->text().isEmpty());
}

void KeyListTest::isOffForWhoMayNotReadKeys()
{
    const QString eva = m_desk->people.add(u"eva"_s, {.role = Role::Staff, .rights = {Right::EditCatalogue}});
    show(m_desk->accessOf(eva));
    QVERIFY(!action(u"showKeyAction"_s)->isEnabled());
    QVERIFY(!action(u"copyKeyAction"_s)->isEnabled());
    QCOMPARE(
        action(u"showKeyAction"_s)->toolTip(),
        u"View keys: not permitted to the role staff. Beyond the role, the right “View keys” would permit it."_s);
    emit list() -> entryActivated(m_keys.front().key.id.value());
    QTest::qWait(50);
    QCOMPARE(readings(), u"0"_s);
    QCOMPARE(secret()->toPlainText(), QString());
}

void KeyListTest::saysWhatTheDatabaseRefuses()
{
    m_keys.front().key.id = *LicenseKeyId::fromValue(4711);
    m_list->setKeys(m_keys);
    press(u"showKeyAction"_s);
    QTRY_VERIFY(m_list->findChild<QLabel *>(u"keyLineLabel"_s)->isVisible());
    QVERIFY(!secret()->isVisible());
}

void KeyListTest::leavesNoSecretBehind()
{
    press(u"showKeyAction"_s);
    QTRY_COMPARE(secret()->toPlainText(), u"SECRET-1"_s);
    for (int row = 0; row < list()->count(); ++row) {
        for (const int role : {Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole})
            QVERIFY(!list()->model()->index(row, 0).data(role).toString().contains("SECRET"_L1));
    }
    const QSettings settings;
    for (const QString &key : settings.allKeys())
        QVERIFY(!settings.value(key).toString().contains("SECRET"_L1));
    QCOMPARE(m_desk->database.value(u"SELECT count(*) FROM seatledger.audit_event "
                                    "WHERE old::text LIKE '%SECRET%' OR new::text LIKE '%SECRET%'"_s),
             u"0"_s);
}

} // namespace seatledger

QTEST_MAIN(seatledger::KeyListTest)
#include "keylisttest.moc"
