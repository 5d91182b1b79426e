// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/book/desk.h"
#include "ui/book/conflictdialog.h"
#include "ui/book/departmentbox.h"
#include "ui/common/widgets/banner.h"
#include "ui/members/departmentdialog.h"
#include "ui/members/departmenttreedialog.h"
#include "ui/members/memberspage.h"

#include <QLineEdit>
#include <QTreeWidget>
#include <QTreeWidgetItemIterator>

namespace seatledger {

using namespace Qt::StringLiterals;

/// The tree of departments, reached from the page of members.
class DepartmentTreeTest final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_desk = std::make_unique<Desk>();
        m_desk->database.sql(u"INSERT INTO seatledger.department (name, parent_id) VALUES ('Research', NULL);"
                             "INSERT INTO seatledger.department (name, parent_id) VALUES ('Optics', 1);"
                             "INSERT INTO seatledger.department (name, parent_id) VALUES ('Sales', NULL)"_s);
        m_desk->show(new MembersPage(m_desk->access(), m_desk->dialogs));
        QTRY_VERIFY(m_desk->listener.isConnected());
        m_desk->trigger(u"departmentsAction"_s);
        QVERIFY(dialog());
        QTRY_COMPARE(paths(), (QStringList{u"Research"_s, u"Research/Optics"_s, u"Sales"_s}));
    }
    void cleanup() { m_desk.reset(); }

    void addsBelowAnotherOneAndTakesItBack()
    {
        choose(u"Optics"_s);
        DepartmentDialog *form = start(u"addDepartmentBelowAction"_s);
        setName(form, u"Lasers"_s);
        Desk::press(form, u"saveButton"_s);
        QTRY_VERIFY(paths().contains(u"Research/Optics/Lasers"_s));
        QCOMPARE(tree()->currentItem()->text(0), u"Lasers"_s);
        QVERIFY(m_desk->toast && m_desk->toast->action); // for when the dialog is closed
        strip()->findChild<QPushButton *>(u"bannerButton"_s)->click();
        QTRY_VERIFY(!paths().contains(u"Research/Optics/Lasers"_s));
    }

    void renamesAndMoves()
    {
        choose(u"Optics"_s);
        DepartmentDialog *form = start(u"editDepartmentAction"_s);
        setName(form, u"Photonics"_s);
        auto *below = form->findChild<DepartmentBox *>();
        QTRY_COMPARE(below->count(), 4);
        below->setCurrentText(u"Sales"_s);
        Desk::press(form, u"saveButton"_s);
        QTRY_COMPARE(paths(), (QStringList{u"Research"_s, u"Sales"_s, u"Sales/Photonics"_s}));
        m_desk->toast->action();
        QTRY_COMPARE(paths(), (QStringList{u"Research"_s, u"Research/Optics"_s, u"Sales"_s}));
    }

    void saysWhyThereIsNoRing()
    {
        choose(u"Research"_s);
        DepartmentDialog *form = start(u"editDepartmentAction"_s);
        auto *below = form->findChild<DepartmentBox *>();
        QTRY_COMPARE(below->count(), 4);
        below->setCurrentText(u"Research / Optics"_s);
        Desk::press(form, u"saveButton"_s);
        auto *why = form->findChild<Banner *>(u"banner"_s);
        QTRY_VERIFY(why->isVisible());
        QVERIFY(why->text().contains(u"Research cannot be placed below Optics"_s));
        QCOMPARE(below->currentText(), u"Research / Optics"_s); // nothing entered is lost
    }

    void letsOneChooseWhereTwoChangedTheSame()
    {
        choose(u"Sales"_s);
        DepartmentDialog *form = start(u"editDepartmentAction"_s);
        setName(form, u"Sales Europe"_s);
        m_desk->database.sql(u"UPDATE seatledger.department SET name = 'Sales World' WHERE id = 3"_s);
        Desk::press(form, u"saveButton"_s);
        QTRY_VERIFY(form->findChild<ConflictDialog *>());
        auto *conflict = form->findChild<ConflictDialog *>();
        Desk::press(conflict, u"nameYoursButton"_s);
        Desk::press(conflict, u"saveButton"_s);
        QTRY_VERIFY(paths().contains(u"Sales Europe"_s));
    }

    void showsWhatOthersChangeAndSearches()
    {
        m_desk->database.sql(u"INSERT INTO seatledger.department (name, parent_id) VALUES ('Lasers', 2)"_s);
        QTRY_VERIFY(paths().contains(u"Research/Optics/Lasers"_s));
        auto *filter = m_desk->page()->findChild<DepartmentBox *>();
        QTRY_COMPARE(filter->count(), 5); // the page's filter knows it too
        QTest::keyClicks(dialog()->findChild<QLineEdit *>(), u"las"_s);
        QTRY_COMPARE(paths(),
                     (QStringList{u"Research"_s, u"Research/Optics"_s, u"Research/Optics/Lasers"_s}));
    }

private:
    DepartmentTreeDialog *dialog() const { return m_desk->dialog<DepartmentTreeDialog>(); }
    QTreeWidget *tree() const { return dialog()->findChild<QTreeWidget *>(); }
    Banner *strip() const { return dialog()->findChild<Banner *>(u"banner"_s, Qt::FindDirectChildrenOnly); }
    QStringList paths() const
    {
        QStringList found;
        for (QTreeWidgetItemIterator it(tree(), QTreeWidgetItemIterator::NotHidden); *it; ++it) {
            QString path = (*it)->text(0);
            for (QTreeWidgetItem *above = (*it)->parent(); above; above = above->parent())
                path.prepend(above->text(0) + u'/');
            found += path;
        }
        return found;
    }
    void choose(const QString &name)
    {
        tree()->setCurrentItem(tree()->findItems(name, Qt::MatchExactly | Qt::MatchRecursive).front());
    }
    DepartmentDialog *start(const QString &action)
    {
        dialog()->findChild<QAction *>(action)->trigger();
        return dialog()->findChild<DepartmentDialog *>();
    }
    static void setName(QWidget *form, const QString &name)
    {
        auto *edit = form->findChild<QLineEdit *>(u"nameEdit"_s);
        edit->clear();
        QTest::keyClicks(edit, name);
    }

    std::unique_ptr<Desk> m_desk;
};

} // namespace seatledger

QTEST_MAIN(seatledger::DepartmentTreeTest)
#include "departmenttreetest.moc"
