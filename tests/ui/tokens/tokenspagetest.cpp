// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tokens/tokenspage.h"

#include "tests/support/verify.h"
#include "tests/ui/book/desk.h"
#include "ui/book/historydialog.h"
#include "ui/common/widgets/banner.h"
#include "ui/common/widgets/formfield.h"
#include "ui/common/widgets/keyvalueform.h"
#include "ui/common/widgets/pickerfield.h"
#include "ui/tokens/secretdialog.h"
#include "ui/tokens/tokendialog.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QMimeData>
#include <QSettings>
#include <QSpinBox>
#include <QTemporaryDir>

namespace seatledger {

using namespace Qt::StringLiterals;

/// Tokens in the window: made and shown once, listed, revoked for good; everybody their own, administrators
/// all.
class TokensPageTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
    }
    void init()
    {
        QSettings().clear();
        m_desk = std::make_unique<Desk>();
        m_admin = m_desk->people.add(u"ada"_s, {.role = Role::Administrator});
        m_staff = m_desk->people.add(u"sam"_s, {.role = Role::Staff});
        QGuiApplication::clipboard()->clear();
    }
    void cleanup() { m_desk.reset(); }

    void makesATokenAndShowsItOnce()
    {
        show(m_staff);
        m_desk->trigger(u"newAction"_s);
        auto *form = m_desk->dialog<TokenDialog>();
        QVERIFY(form);
        QVERIFY(!form->findChild<PickerField *>(u"ownerPicker"_s)); // for oneself
        Desk::press(form, u"saveButton"_s);
        QVERIFY(!messageOf(form, u"name"_s).isEmpty());
        QVERIFY(!messageOf(form, u"scopes"_s).isEmpty());
        QTest::keyClicks(form->findChild<QLineEdit *>(u"nameEdit"_s), u"Portal"_s);
        form->findChild<QCheckBox *>(u"readScopeCheckBox"_s)->setChecked(true);
        form->findChild<QSpinBox *>(u"daysSpinBox"_s)->setValue(30);
        Desk::press(form, u"saveButton"_s);
        QTRY_VERIFY(m_desk->dialog<SecretDialog>());
        auto *secret = m_desk->dialog<SecretDialog>();
        const QString text = secret->findChild<QLineEdit *>(u"secretEdit"_s)->text();
        QTRY_COMPARE(names(), QStringList{u"Portal"_s});

        const auto token = m_desk->services.tokens.list(m_desk->people.as(m_staff)).value().front();
        QCOMPARE(token.ownerLogin, m_staff);
        QCOMPARE(token.scopes, std::vector{TokenScope::Read});
        QCOMPARE(QDateTime::currentDateTimeUtc().daysTo(token.expiresAt.addSecs(60)), 30);
        const auto parsed = BearerToken::parse(text);
        VERIFY_RESULT(parsed);
        QCOMPARE(m_desk->database.value(u"SELECT encode(digest, 'hex') FROM seatledger.api_token"_s),
                 QString::fromLatin1(parsed->digest().toHex()));

        secret->reject(); // nobody has copied it
        QVERIFY(secret->isVisible());
        QVERIFY(secret->banner()->text().contains(u"cannot be shown again"_s));
        Desk::press(secret, u"copyButton"_s);
        const QMimeData *copied = QGuiApplication::clipboard()->mimeData();
        QCOMPARE(copied->text(), text);
        QCOMPARE(copied->data(u"x-kde-passwordManagerHint"_s), QByteArray("secret"));
        Desk::press(secret, u"doneButton"_s);
        QTRY_VERIFY(!m_desk->dialog<SecretDialog>());
    }

    void theClipboardIsClearedWithThePage()
    {
        {
            SecretClipboard clipboard;
            clipboard.copy(u"secret"_s);
            QCOMPARE(QGuiApplication::clipboard()->text(), u"secret"_s);
            QGuiApplication::clipboard()->setText(u"mine"_s);
        }
        QCOMPARE(QGuiApplication::clipboard()->text(), u"mine"_s);
        {
            SecretClipboard clipboard;
            clipboard.copy(u"secret"_s);
        }
        QCOMPARE(QGuiApplication::clipboard()->text(), QString());
    }

    void everybodySeesTheirOwnAndAdministratorsAll()
    {
        make(m_staff, u"Portal"_s);
        make(m_admin, u"Monitoring"_s);
        show(m_staff);
        QTRY_COMPARE(names(), QStringList{u"Portal"_s});
        QVERIFY(!m_desk->page()->findChild<QComboBox *>(u"whoseComboBox"_s)->isVisibleTo(m_desk->page()));
        show(m_admin);
        QTRY_COMPARE(names(), (QStringList{u"Monitoring"_s, u"Portal"_s}));
        auto *whose = m_desk->page()->findChild<QComboBox *>(u"whoseComboBox"_s);
        QVERIFY(whose->isVisibleTo(m_desk->page()));
        whose->setCurrentIndex(1);
        emit whose->activated(1);
        QTRY_COMPARE(names(), QStringList{u"Monitoring"_s});
    }

    void anAdministratorMakesOneForSomebodyElse()
    {
        show(m_admin);
        m_desk->trigger(u"newAction"_s);
        auto *form = m_desk->dialog<TokenDialog>();
        auto *owner = form->findChild<PickerField *>(u"ownerPicker"_s);
        QVERIFY(owner);
        QCOMPARE(owner->current()->detail, m_admin);
        owner->setCurrent(std::nullopt);
        QTest::keyClicks(form->findChild<QLineEdit *>(u"nameEdit"_s), u"Portal"_s);
        form->findChild<QCheckBox *>(u"ownScopeCheckBox"_s)->setChecked(true);
        Desk::press(form, u"saveButton"_s);
        QVERIFY(!messageOf(form, u"owner"_s).isEmpty());
        QTest::keyClicks(owner, u"sam"_s);
        QTRY_VERIFY(QApplication::activePopupWidget());
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Down);
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Return);
        QTRY_VERIFY(owner->current());
        QCOMPARE(owner->current()->detail, m_staff);
        Desk::press(form, u"saveButton"_s);
        QTRY_VERIFY(m_desk->dialog<SecretDialog>());
        QCOMPARE(m_desk->services.tokens.list(m_desk->people.as(m_staff)).value().size(), 1U);
    }

    void revokesForGoodAfterAQuestion()
    {
        const ApiToken token = make(m_staff, u"Portal"_s);
        show(m_admin);
        QTRY_COMPARE(names(), QStringList{u"Portal"_s});
        m_desk->select({token.id.value()});
        m_desk->dialogs.confirms = false;
        QTRY_VERIFY(action(u"revokeAction"_s)->isEnabled());
        m_desk->trigger(u"revokeAction"_s);
        QCOMPARE(m_desk->dialogs.questions.size(), 1);
        QVERIFY(!m_desk->services.tokens.find(m_desk->database.session(), token.id)->revokedAt);
        m_desk->dialogs.confirms = true;
        m_desk->trigger(u"revokeAction"_s);
        QTRY_COMPARE(names(), QStringList()); // only valid ones are listed
        QVERIFY(m_desk->toast && !m_desk->toast->action); // no way back is offered
        QVERIFY(m_desk->services.tokens.find(m_desk->database.session(), token.id)->revokedAt);

        m_desk->page()->reveal(token.id.value());
        m_desk->page()->search({});
        QTRY_COMPARE(names(), QStringList{u"Portal"_s});
        QTRY_COMPARE(m_desk->column(stateColumn), QStringList{u"Revoked"_s});
        QTRY_VERIFY(!action(u"revokeAction"_s)->isEnabled());
    }

    void followsWhatOthersDo()
    {
        const ApiToken token = make(m_staff, u"Portal"_s);
        show(m_admin);
        QTRY_COMPARE(names(), QStringList{u"Portal"_s});
        QTRY_VERIFY(m_desk->listener.isConnected());
        VERIFY_RESULT(m_desk->services.tokens.revoke(m_desk->database.session(), token.id, token.version));
        QTRY_COMPARE(names(), QStringList());
        make(m_staff, u"Another"_s);
        QTRY_COMPARE(names(), QStringList{u"Another"_s});
        m_desk->database.sql(
            u"UPDATE seatledger.operator SET disabled_at = now() WHERE login = '%1'"_s.arg(m_staff));
        QTRY_COMPARE(names(), QStringList()); // who is disabled has no valid token
    }

    void saysWhatOneMayBeUsedFor()
    {
        const ApiToken token = make(m_staff, u"Portal"_s);
        show(m_admin);
        QTRY_COMPARE(names(), QStringList{u"Portal"_s});
        m_desk->select({token.id.value()});
        const auto says = [this](const QString &scope) {
            for (const KeyValueForm *form : m_desk->page()->findChildren<KeyValueForm *>()) {
                if (const QString value = form->value(scope); !value.isEmpty())
                    return value;
            }
            return QString();
        };
        QTRY_COMPARE(says(u"read"_s), explanation(TokenScope::Read));
        QCOMPARE(says(u"administer"_s), QString());
        QCOMPARE(says(u"used"_s), u"never"_s);
        m_desk->trigger(u"historyAction"_s);
        QTRY_VERIFY(m_desk->dialog<HistoryDialog>());
    }

    void findsSortsAndExports()
    {
        make(m_staff, u"Portal"_s);
        make(m_admin, u"Agent"_s);
        show(m_admin);
        QTRY_COMPARE(names(), (QStringList{u"Agent"_s, u"Portal"_s}));
        m_desk->page()->search(u"POR"_s);
        QTRY_COMPARE(names(), QStringList{u"Portal"_s});
        m_desk->page()->search({});
        m_desk->view()->sortByColumn(0, Qt::DescendingOrder);
        QTRY_COMPARE(names(), (QStringList{u"Portal"_s, u"Agent"_s}));
        m_desk->view()->sortByColumn(usedColumn, Qt::DescendingOrder);
        QTRY_COMPARE(names().size(), 2);

        const QTemporaryDir folder;
        m_desk->dialogs.savePath = folder.filePath(u"tokens.csv"_s);
        m_desk->trigger(u"exportAction"_s);
        Desk::press(m_desk->dialogs.opened, u"chooseFileButton"_s);
        QTRY_VERIFY(m_desk->toast.has_value());
        QFile file(m_desk->dialogs.savePath);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray written = file.readAll();
        QVERIFY(written.contains("Portal," + m_staff.toUtf8() + ",read,"));
        QVERIFY(!written.contains("slt_"));
    }

    void saysWhatToDoFirst()
    {
        show(m_staff);
        QTRY_VERIFY(table()->isCountKnown());
        emit m_desk->view()->emptyActionTriggered();
        QVERIFY(m_desk->dialog<TokenDialog>());
    }

private:
    static constexpr int usedColumn = 4;
    static constexpr int stateColumn = 6;

    void show(const QString &login)
    {
        m_desk->show(new TokensPage(m_desk->accessOf(login), m_desk->dialogs));
    }
    ApiToken make(const QString &login, const QString &name)
    {
        return m_desk->services.tokens
            .create(m_desk->people.as(login), {.name = name,
                                               .scopes = {TokenScope::Read},
                                               .expiresAt = QDateTime::currentDateTimeUtc().addDays(30)})
            .value()
            .value.token;
    }
    [[nodiscard]] QStringList names() const { return m_desk->column(0); }
    [[nodiscard]] QAction *action(const QString &name) const
    {
        return m_desk->page()->findChild<QAction *>(name);
    }
    [[nodiscard]] PagedTableModelBase *table() const
    {
        return m_desk->page()->findChild<PagedTableModelBase *>(u"tokensModel"_s);
    }
    static QString messageOf(QWidget *dialog, const QString &field)
    {
        return dialog->findChild<FormField *>(field + u"Field"_s)->message();
    }

    QTemporaryDir m_settings;
    std::unique_ptr<Desk> m_desk;
    QString m_admin;
    QString m_staff;
};

} // namespace seatledger

QTEST_MAIN(seatledger::TokensPageTest)
#include "tokenspagetest.moc"
