// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/importdialog.h"

#include "core/services/importsecrets.h"
#include "tests/ui/book/desk.h"
#include "ui/assignments/assignmentspage.h"
#include "ui/common/style/theme.h"
#include "ui/common/widgets/banner.h"
#include "ui/common/widgets/emptystate.h"
#include "ui/members/memberspage.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QSettings>
#include <QStackedWidget>
#include <QTableView>
#include <QTemporaryDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace seatledger {

/// From a file to the book by the window, with real files and a real book.
class ImportDialogTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
        applyTheme(*qApp, SchemeChoice::Light); // its drawing is part of the window
    }
    void init()
    {
        QSettings().clear();
        m_desk = std::make_unique<Desk>();
        m_desk->database.sql(u"INSERT INTO seatledger.member (number, name, email) "
                             "VALUES ('M1', 'Ana Sousa', 'ana@example.org')"_s);
        m_desk->show(new MembersPage(m_desk->access(), m_desk->dialogs));
    }
    void cleanup() { m_desk.reset(); }

    void importsFromTheFileToUndo()
    {
        ImportDialog *dialog = begin("number,name,email\r\nM1,Ana Souza,ana@example.org\r\n"
                                     "M2,王小明,wang@example.org\r\nM3,Bo Li,bo@example.org\r\n");
        QCOMPARE(step(dialog), 0);
        QCOMPARE(dialog->findChild<QTableView *>(u"previewTable"_s)->model()->index(1, 1).data().toString(),
                 u"王小明"_s);
        next(dialog);
        QTRY_COMPARE(step(dialog), 1);
        next(dialog);
        QTRY_COMPARE(step(dialog), 2);
        QTRY_COMPARE(label(dialog, u"addedLabel"_s), u"2"_s);
        QCOMPARE(label(dialog, u"updatedLabel"_s), u"1"_s);
        QVERIFY(button(dialog, u"nextButton"_s)->text().contains(u'3'));
        QCOMPARE(members(), 1); // nothing is written by the test run
        next(dialog);
        QTRY_COMPARE(step(dialog), 3);
        QCOMPARE(members(), 3);
        QVERIFY(label(dialog, u"resultLabel"_s).contains(u'3'));
        QTRY_VERIFY(m_desk->toast.has_value());
        QTRY_COMPARE(m_desk->column(0).size(), 3); // the page follows
        Desk::press(dialog, u"undoButton"_s);
        QTRY_COMPARE(members(), 1);
    }

    void readsAsItIsTold()
    {
        // "Jürgen" in Windows-1252, with semicolons
        ImportDialog *dialog = begin("number;name;email\r\nM2;J\xFCrgen;j@example.org\r\n"_ba);
        auto *encoding = dialog->findChild<QComboBox *>(u"encodingCombo"_s);
        auto *delimiter = dialog->findChild<QComboBox *>(u"delimiterCombo"_s);
        auto *model = dialog->findChild<QTableView *>(u"previewTable"_s)->model();
        QCOMPARE(encoding->currentData().toString(), toText(TextEncoding::Windows1252));
        QCOMPARE(delimiter->currentData().toInt(), int(';'));
        QCOMPARE(model->index(0, 1).data().toString(), u"Jürgen"_s);
        choose(delimiter, int(','));
        QTRY_COMPARE(model->columnCount(), 1);
        choose(delimiter, int(';'));
        QTRY_COMPARE(model->columnCount(), 3);
        auto *headings = dialog->findChild<QCheckBox *>(u"headingsCheck"_s);
        QVERIFY(headings->isChecked());
        headings->click();
        QTRY_COMPARE(model->rowCount(), 2);
        choose(encoding, toText(TextEncoding::Utf8));
        QTRY_VERIFY(isTold(dialog)); // it is none
        QVERIFY(!button(dialog, u"nextButton"_s)->isEnabled());
        QVERIFY(encoding->isVisible()); // and can be set right
        choose(encoding, toText(TextEncoding::Windows1252));
        QTRY_VERIFY(button(dialog, u"nextButton"_s)->isEnabled());
    }

    void showsNoKeys()
    {
        ImportDialog *dialog = begin("number,name,email,Product Key,Code\r\n"
                                     "M2,Bo,bo@example.org,K-1,AAAAA-BBBBB-CCCCC\r\n");
        auto *model = dialog->findChild<QTableView *>(u"previewTable"_s)->model();
        QCOMPARE(model->index(0, 1).data().toString(), u"Bo"_s);
        for (const int column : {3, 4})
            QCOMPARE(model->index(0, column).data().toString(), maskedSecret());
        next(dialog);
        QTRY_COMPARE(step(dialog), 1);
        for (const QLabel *label : dialog->findChildren<QLabel *>())
            QVERIFY2(!label->text().contains(u"BBBBB"_s) && !label->text().contains(u"K-1"_s),
                     qPrintable(label->text()));
    }

    void saysWhyAFileCannotBeRead()
    {
        ImportDialog *dialog = offered();
        dialog->setPath(u"/nowhere/at/all.csv"_s);
        QTRY_VERIFY(isTold(dialog));
        QVERIFY(!button(dialog, u"nextButton"_s)->isEnabled());
    }

    void takesNothingSilentlyThatIsOnlySimilar()
    {
        ImportDialog *dialog = begin("number,name,e-mail adress\r\nM2,Bo,bo@example.org\r\n");
        next(dialog);
        QTRY_COMPARE(step(dialog), 1);
        auto *field = dialog->findChild<QComboBox *>(u"field2Combo"_s);
        auto *confirm = button(dialog, u"confirm2Button"_s);
        QCOMPARE(field->currentData().toString(), u"email"_s);
        QVERIFY(confirm->isVisible());
        QVERIFY(!button(dialog, u"nextButton"_s)->isEnabled());
        confirm->click();
        QVERIFY(!confirm->isVisible());
        QVERIFY(button(dialog, u"nextButton"_s)->isEnabled());
    }

    void takesColumnsForWhatIsChosen()
    {
        ImportDialog *dialog = begin("a,b,c,d\r\nM2,Bo,bo@example.org,03.02.2026\r\n");
        next(dialog);
        QTRY_COMPARE(step(dialog), 1);
        QVERIFY(!button(dialog, u"nextButton"_s)->isEnabled());
        takeFor(dialog, {u"number"_s, u"name"_s, u"email"_s, u"joined_on"_s});
        auto *days = dialog->findChild<QComboBox *>(u"reading3Combo"_s);
        QVERIFY(days->isVisible());
        choose(days, toText(DayOrder::DayFirst));
        next(dialog);
        QTRY_COMPARE(label(dialog, u"addedLabel"_s), u"1"_s);
        next(dialog);
        QTRY_COMPARE(step(dialog), 3);
        QCOMPARE(m_desk->database.value(u"SELECT joined_on FROM seatledger.member WHERE number = 'M2'"_s),
                 u"2026-02-03"_s);
    }

    void savesAMappingAndFindsItAgain()
    {
        ImportDialog *dialog = begin("a,b,c\r\nM2,Bo,bo@example.org\r\n");
        next(dialog);
        QTRY_COMPARE(step(dialog), 1);
        takeFor(dialog, {u"number"_s, u"name"_s, u"email"_s});
        dialog->findChild<QLineEdit *>(u"mappingNameEdit"_s)->setText(u"Payroll"_s);
        button(dialog, u"saveMappingButton"_s)->click();
        QTRY_VERIFY(dialog->findChild<QComboBox *>(u"mappingCombo"_s)->findData(u"Payroll"_s) > 0);
        dialog->reject();

        dialog = begin("a,b,c\r\nM3,Cy,cy@example.org\r\n");
        next(dialog);
        QTRY_COMPARE(step(dialog), 1);
        QVERIFY(button(dialog, u"nextButton"_s)->isEnabled());
        QTRY_COMPARE(dialog->findChild<QComboBox *>(u"mappingCombo"_s)->currentText(), u"Payroll"_s);
        QTRY_VERIFY(dialog->isSettled());
        button(dialog, u"removeMappingButton"_s)->click();
        QTRY_VERIFY(dialog->findChild<QComboBox *>(u"mappingCombo"_s)->findData(u"Payroll"_s) < 0);
    }

    void listsEveryProblemAndSavesTheRows()
    {
        m_desk->dialogs.savePath = m_folder.filePath(u"problems.csv"_s);
        ImportDialog *dialog = begin(
            "number,name,email,joined_on\r\nM2,Bo,bo@example.org,2026-02-03\r\n"
            "M3,Cy,not an address,2026-02-03\r\nM4,Di,di@example.org,2026-02-31\r\n");
        next(dialog);
        QTRY_COMPARE(step(dialog), 1);
        next(dialog);
        QTRY_COMPARE(label(dialog, u"rejectedLabel"_s), u"2"_s);
        auto *problems = dialog->findChild<QTableView *>(u"problemTable"_s)->model();
        QCOMPARE(problems->rowCount(), 2);
        QCOMPARE(problems->index(0, 0).data().toString(), u"2"_s);
        QCOMPARE(problems->index(0, 1).data().toString(), u"E-mail"_s);
        QCOMPARE(problems->index(0, 2).data().toString(), u"not an address"_s);
        QVERIFY(!problems->index(0, 3).data().toString().isEmpty());
        QVERIFY(!button(dialog, u"nextButton"_s)->isEnabled());

        QTRY_VERIFY(dialog->isSettled());
        button(dialog, u"saveProblemsButton"_s)->click();
        QTRY_VERIFY(label(dialog, u"listedLabel"_s).contains(m_desk->dialogs.savePath));
        QFile file(m_desk->dialogs.savePath);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("import_reason"));

        dialog->findChild<QCheckBox *>(u"leaveOutCheck"_s)->click();
        QVERIFY(button(dialog, u"nextButton"_s)->isEnabled());
        next(dialog);
        QTRY_COMPARE(step(dialog), 3);
        QCOMPARE(members(), 2);
    }

    void offersATestRunAgainThatWasCancelled()
    {
        ImportDialog *dialog = begin("number,name,email\r\nM2,Bo,bo@example.org\r\n");
        next(dialog);
        QTRY_COMPARE(step(dialog), 1);
        m_desk->database.sql(u"BEGIN; LOCK TABLE seatledger.member"_s); // it waits, and can be cancelled
        next(dialog);
        QTRY_COMPARE(step(dialog), 2);
        auto *again = dialog->findChild<EmptyState *>(u"testState"_s);
        QVERIFY(!dialog->isSettled());
        button(dialog, u"busyCancelButton"_s)->click();
        QTRY_VERIFY(dialog->isSettled());
        m_desk->database.sql(u"ROLLBACK"_s);
        QVERIFY(dialog->isVisible());
        QVERIFY(again->isVisible());
        QCOMPARE(label(dialog, u"addedLabel"_s), u"–"_s);
        QVERIFY(!button(dialog, u"nextButton"_s)->isEnabled());
        emit again->actionTriggered();
        QTRY_COMPARE(label(dialog, u"addedLabel"_s), u"1"_s);
        QVERIFY(button(dialog, u"nextButton"_s)->isEnabled());
    }

    void leavesOrRefusesWhatIsThere()
    {
        ImportDialog *dialog = begin("number,name,email\r\nM1,Somebody Else,ana@example.org\r\n");
        next(dialog);
        QTRY_COMPARE(step(dialog), 1);
        next(dialog);
        QTRY_COMPARE(label(dialog, u"updatedLabel"_s), u"1"_s);
        auto *existing = dialog->findChild<SegmentedFilter *>(u"existingFilter"_s);
        existing->setCurrent(u"skip"_s);
        emit existing->currentChanged(u"skip"_s);
        QTRY_COMPARE(label(dialog, u"skippedLabel"_s), u"1"_s);
        QVERIFY(!button(dialog, u"nextButton"_s)->isEnabled()); // there is nothing to do
        existing->setCurrent(u"stop"_s);
        emit existing->currentChanged(u"stop"_s);
        QTRY_COMPARE(label(dialog, u"rejectedLabel"_s), u"1"_s);
    }

    void goesBackWithoutLosingWhatWasChosen()
    {
        ImportDialog *dialog = begin("a,b,c\r\nM2,Bo,bo@example.org\r\n");
        next(dialog);
        QTRY_COMPARE(step(dialog), 1);
        takeFor(dialog, {u"number"_s, u"name"_s, u"email"_s});
        next(dialog);
        QTRY_COMPARE(label(dialog, u"addedLabel"_s), u"1"_s);
        button(dialog, u"backButton"_s)->click();
        QCOMPARE(step(dialog), 1);
        QCOMPARE(dialog->findChild<QComboBox *>(u"field1Combo"_s)->currentData().toString(), u"name"_s);
        QVERIFY(button(dialog, u"nextButton"_s)->isEnabled());
    }

    void takesALicenceForAllRows()
    {
        m_desk->book.licenseWithSeats(u"IDE"_s, 5);
        AssignmentsPage page(m_desk->access(), m_desk->dialogs);
        page.show();
        page.findChild<QAction *>(u"importAction"_s)->trigger();
        auto *dialog = m_desk->dialog<ImportDialog>();
        dialog->setPath(file("member_number\r\nM1\r\n"));
        QTRY_VERIFY(button(dialog, u"nextButton"_s)->isEnabled());
        next(dialog);
        QTRY_COMPARE(step(dialog), 1);
        QVERIFY(!button(dialog, u"nextButton"_s)->isEnabled());
        QTest::keyClicks(dialog->findChild<QLineEdit *>(u"licenseEdit"_s), u"IDE"_s);
        QVERIFY(button(dialog, u"nextButton"_s)->isEnabled());
        next(dialog);
        QTRY_COMPARE(label(dialog, u"addedLabel"_s), u"1"_s);
        next(dialog);
        QTRY_COMPARE(step(dialog), 3);
        QCOMPARE(m_desk->database.value(u"SELECT count(*) FROM seatledger.license_assignment"_s), u"1"_s);
    }

    void takesAFileThatIsDropped()
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(file("number,name,email\r\nM2,Bo,bo@example.org\r\n"))});
        QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_desk->page(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_desk->page(), &drop);
        auto *dialog = m_desk->dialog<ImportDialog>();
        QVERIFY(dialog);
        QTRY_VERIFY(button(dialog, u"nextButton"_s)->isEnabled());
    }

    void isOffForThoseWhoMayNot()
    {
        const QString stan = m_desk->people.add(u"stan"_s, {.role = Role::Staff});
        MembersPage page(m_desk->accessOf(stan), m_desk->dialogs);
        const auto *action = page.findChild<QAction *>(u"importAction"_s);
        QVERIFY(!action->isEnabled());
        QVERIFY(!action->toolTip().isEmpty());
        QVERIFY(std::ranges::none_of(
            page.tourStops(), [](const TourStop &stop) { return stop.name.startsWith(u"import-"_s); }));
    }

private:
    [[nodiscard]] QString file(const QByteArray &bytes)
    {
        const QString path = m_folder.filePath(u"import%1.csv"_s.arg(++m_files));
        QFile written(path);
        if (written.open(QIODevice::WriteOnly))
            written.write(bytes);
        return path;
    }
    ImportDialog *offered()
    {
        m_desk->trigger(u"importAction"_s);
        return m_desk->dialog<ImportDialog>();
    }
    /// The dialog with a file that was chosen by its button.
    ImportDialog *begin(const QByteArray &bytes)
    {
        ImportDialog *dialog = offered();
        m_desk->dialogs.openPath = file(bytes);
        button(dialog, u"browseButton"_s)->click();
        [&] { QTRY_VERIFY(button(dialog, u"nextButton"_s)->isEnabled()); }();
        return dialog;
    }
    static QPushButton *button(QWidget *dialog, const QString &name)
    {
        return dialog->findChild<QPushButton *>(name);
    }
    static void next(QWidget *dialog) { Desk::press(dialog, u"nextButton"_s); }
    static int step(QWidget *dialog) { return dialog->findChild<QStackedWidget *>()->currentIndex(); }
    static QString label(QWidget *dialog, const QString &name)
    {
        return dialog->findChild<QLabel *>(name)->text();
    }
    static bool isTold(QWidget *dialog)
    {
        const auto banners = dialog->findChildren<Banner *>();
        return std::ranges::any_of(banners, [](const Banner *banner) { return banner->isVisible(); });
    }
    static void choose(QComboBox *box, const QVariant &data)
    {
        box->setCurrentIndex(box->findData(data));
        emit box->activated(box->currentIndex());
    }
    static void takeFor(QWidget *dialog, const QStringList &fields)
    {
        for (int i = 0; i < fields.size(); ++i)
            choose(dialog->findChild<QComboBox *>(u"field%1Combo"_s.arg(i)), fields[i]);
    }
    int members() { return m_desk->database.value(u"SELECT count(*) FROM seatledger.member"_s).toInt(); }

    QTemporaryDir m_settings;
    QTemporaryDir m_folder;
    int m_files = 0;
    std::unique_ptr<Desk> m_desk;
};

} // namespace seatledger

QTEST_MAIN(seatledger::ImportDialogTest)
#include "importdialogtest.moc"
