// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/features/featurespage.h"

#include "tests/support/verify.h"
#include "tests/ui/book/desk.h"
#include "ui/common/widgets/entrylist.h"
#include "ui/common/widgets/formfield.h"
#include "ui/common/widgets/keyvalueform.h"
#include "ui/features/featuredialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>

namespace seatledger {

using namespace Qt::StringLiterals;

/// Feature switches in the window: listed, changed with what becomes of whom said before, followed.
class FeaturesPageTest final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_desk = std::make_unique<Desk>();
        m_admin = m_desk->people.add(u"ada"_s, {.role = Role::Administrator});
        m_desk->people.add(u"sam"_s, {.role = Role::Staff});
        m_desk->people.add(u"mia"_s, {.role = Role::Manager});
    }
    void cleanup()
    {
        m_page.reset();
        m_desk.reset();
    }

    void makesASwitchAndTakesItBack()
    {
        show();
        QTRY_VERIFY(m_page->isSettled());
        QCOMPARE(names(), QStringList()); // beside what is known
        QCOMPARE(model()->rowCount(), int(enumEntries<Feature>().size()));
        action(u"newAction"_s)->trigger();
        auto *form = dialog();
        QVERIFY(form);
        type(form, u"Self Service"_s);
        Desk::press(form, u"saveButton"_s);
        QVERIFY(!messageOf(form, u"name"_s).isEmpty());
        type(form, u"self_service"_s);
        choose(form, FeatureMode::Roles);
        Desk::press(form, u"saveButton"_s);
        QVERIFY(!messageOf(form, u"roles"_s).isEmpty());
        form->findChild<QCheckBox *>(u"staffRoleCheckBox"_s)->setChecked(true);
        QTRY_COMPARE(effect(form), u"It will be on for 1 of 3 people. It comes to sam."_s);
        Desk::press(form, u"saveButton"_s);
        QTRY_COMPARE(names(), QStringList{u"self_service"_s});
        QVERIFY(m_toast && m_toast->action);
        QTRY_COMPARE(fact(u"whom"_s), u"Staff"_s);
        QVERIFY(fact(u"changed"_s).contains(m_admin));
        m_toast->action();
        QTRY_COMPARE(names(), QStringList());
    }

    void saysWhoLosesItBeforeItIsSwitchedOff()
    {
        set({.name = u"portal"_s, .mode = FeatureMode::On});
        show();
        QTRY_COMPARE(names(), QStringList{u"portal"_s});
        select(u"portal"_s);
        action(u"offAction"_s)->trigger();
        auto *form = dialog();
        QVERIFY(form->findChild<QLineEdit *>(u"nameEdit"_s)->isReadOnly());
        QTRY_COMPARE(effect(form), u"It will be on for 0 of 3 people. It is taken from ada, mia, sam."_s);
        Desk::press(form, u"saveButton"_s);
        QTRY_COMPARE(fact(u"whom"_s), u"for nobody"_s);
        QTRY_VERIFY(!action(u"offAction"_s)->isEnabled());
        QTRY_COMPARE(m_page->findChild<EntryList *>(u"historyList"_s)->count(), 2);
    }

    void followsWhatIsChangedElsewhere()
    {
        set({.name = u"portal"_s, .mode = FeatureMode::On});
        show();
        QTRY_COMPARE(names(), QStringList{u"portal"_s});
        select(u"portal"_s);
        QTRY_COMPARE(fact(u"whom"_s), u"for everybody"_s);
        QTRY_VERIFY(m_desk->listener.isConnected());
        m_desk->database.sql(u"UPDATE seatledger.feature_switch SET mode = 'percent', percent = 40"_s);
        QTRY_COMPARE(fact(u"whom"_s), u"for 40 % of the people"_s);
    }

    void switchesAFeatureOffThatHadNoSwitch()
    {
        const BookAccess sam = m_desk->accessOf(m_desk->people.add(u"sue"_s, {.role = Role::Staff}));
        QAction exported(u"Export …"_s);
        sam.guard(&exported, Action::Export);
        QVERIFY(exported.isEnabled());
        show();
        QTRY_COMPARE(model()->rowCount(), int(enumEntries<Feature>().size()));
        QTRY_VERIFY(m_desk->listener.isConnected());
        select(u"Exports"_s);
        QCOMPARE(fact(u"whom"_s), u"for everybody"_s);
        action(u"offAction"_s)->trigger();
        Desk::press(dialog(), u"saveButton"_s);
        QTRY_COMPARE(fact(u"whom"_s), u"for nobody"_s);
        // in every window, at once, and with the reason
        QTRY_VERIFY(!exported.isEnabled());
        QVERIFY2(exported.toolTip().contains(u"feature switch exports"_s), qPrintable(exported.toolTip()));
        m_desk->database.sql(u"UPDATE seatledger.feature_switch SET mode = 'on'"_s);
        QTRY_VERIFY(exported.isEnabled());
        QCOMPARE(exported.toolTip(), u"Export …"_s);
    }

    void losesNoChangeOfTwoAdministrators()
    {
        const FeatureSwitch known = set({.name = u"portal"_s, .mode = FeatureMode::On});
        show();
        QTRY_COMPARE(names(), QStringList{u"portal"_s});
        select(u"portal"_s);
        action(u"changeAction"_s)->trigger();
        auto *form = dialog();
        choose(form, FeatureMode::Percent);
        form->findChild<QSpinBox *>(u"percentSpinBox"_s)->setValue(30);
        set({.name = u"portal"_s, .mode = FeatureMode::On, .note = u"By mail"_s});
        Desk::press(form, u"saveButton"_s);
        QTRY_VERIFY(form->findChild<QDialog *>(u"conflictDialog"_s));
        Desk::press(form->findChild<QDialog *>(u"conflictDialog"_s), u"saveButton"_s);
        QTRY_COMPARE(fact(u"whom"_s), u"for 30 % of the people"_s);
        QCOMPARE(fact(u"note"_s), u"By mail"_s);
        QCOMPARE(m_desk->services.features.find(m_desk->database.session(), known.name).value()->version, 3);
    }

private:
    void show()
    {
        m_page = std::make_unique<FeaturesPage>(m_desk->accessOf(m_admin), m_desk->dialogs);
        QObject::connect(&m_desk->listener, &NotificationListener::changed, m_page.get(), &Page::takeChange);
        QObject::connect(m_page.get(), &Page::toastRequested, m_page.get(),
                         [this](const Toast &toast) { m_toast = toast; });
        m_desk->listener.start();
        m_page->resize(1100, 700);
        m_page->show();
    }
    FeatureSwitch set(const FeatureDraft &draft)
    {
        return m_desk->services.features.set(m_desk->database.session(), draft.create().value())
            .value()
            .value;
    }
    [[nodiscard]] QAbstractItemModel *model() const
    {
        return m_page->findChild<EntryList *>(u"switchesList"_s)->model();
    }
    [[nodiscard]] QString nameIn(int row) const
    {
        return model()->index(row, 0).data().toString().section(u'\n', 0, 0).section(u',', 0, 0);
    }
    /// Behind Seatledger's own features.
    [[nodiscard]] QStringList names() const
    {
        QStringList names;
        for (int row = static_cast<int>(enumEntries<Feature>().size()); row < model()->rowCount(); ++row)
            names += nameIn(row);
        return names;
    }
    void select(const QString &name) const
    {
        for (int row = 0; row < model()->rowCount(); ++row) {
            if (nameIn(row) == name)
                m_page->findChild<EntryList *>(u"switchesList"_s)->setCurrentIndex(model()->index(row, 0));
        }
    }
    [[nodiscard]] QString fact(const QString &key) const
    {
        return m_page->findChild<KeyValueForm *>()->value(key);
    }
    [[nodiscard]] QAction *action(const QString &name) const { return m_page->findChild<QAction *>(name); }
    [[nodiscard]] FeatureDialog *dialog() const
    {
        return qobject_cast<FeatureDialog *>(m_desk->dialogs.opened.data());
    }
    static void type(QWidget *form, const QString &name)
    {
        auto *edit = form->findChild<QLineEdit *>(u"nameEdit"_s);
        edit->clear();
        QTest::keyClicks(edit, name);
    }
    static void choose(QWidget *form, FeatureMode mode)
    {
        auto *box = form->findChild<QComboBox *>(u"modeComboBox"_s);
        box->setCurrentIndex(box->findData(static_cast<int>(mode)));
    }
    static QString effect(QWidget *form) { return form->findChild<QLabel *>(u"effectLabel"_s)->text(); }
    static QString messageOf(QWidget *dialog, const QString &field)
    {
        return dialog->findChild<FormField *>(field + u"Field"_s)->message();
    }

    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<FeaturesPage> m_page;
    std::optional<Toast> m_toast;
    QString m_admin;
};

} // namespace seatledger

QTEST_MAIN(seatledger::FeaturesPageTest)
#include "featurespagetest.moc"
