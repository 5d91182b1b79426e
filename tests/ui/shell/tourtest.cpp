// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/tour.h"

#include "tests/ui/support/demopage.h"
#include "ui/common/widgets/busyoverlay.h"
#include "ui/common/widgets/datefield.h"
#include "ui/common/widgets/form.h"
#include "ui/common/widgets/formfield.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/messagedialog.h"
#include "ui/shell/toastbar.h"
#include "ui/shell/toursettings.h"

#include <QComboBox>
#include <QImage>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace seatledger {

using namespace fake;
using namespace Qt::StringLiterals;

namespace {

DialogFrame *makeDemoDialog(QWidget *parent)
{
    auto *dialog = new DialogFrame(u"demo"_s, u"Add member"_s, parent);
    dialog->setSubtitle(u"People who may hold seats."_s);
    auto *form = new Form(dialog);
    auto *name = new QLineEdit(u"Ana"_s);
    auto *email = new QLineEdit(u"ana@"_s);
    auto *status = new QComboBox;
    status->addItems({u"Active"_s, u"On leave"_s});
    form->addField(u"name"_s, u"Name"_s, name);
    form->addField(u"email"_s, u"E-mail"_s, email)->setCheck([] {
        return u"The part after @ is missing."_s;
    });
    form->addPair(u"status"_s, u"Status"_s, status, u"joined"_s, u"Joined on"_s, new DateField);
    form->addField(u"last"_s, u"Last day"_s, new DateField(u"Open ended"_s))
        ->setHint(u"Their seats come back then."_s);
    auto *note = new QPlainTextEdit;
    note->setMaximumHeight(70);
    form->addField(u"note"_s, u"Note"_s, note)->setOptional(true);
    dialog->body()->addWidget(form);
    dialog->addCancelButton();
    dialog->addButton(u"save"_s, u"Add member"_s, ButtonKind::Primary);
    form->validate();
    dialog->showFailure({ErrorCode::Conflict, u"Somebody else has changed this member meanwhile."_s, {}});
    dialog->open();
    return dialog;
}

class DemoTourPage final
{
public:
    static std::vector<TourStop> stops(MainWindow *window)
    {
        return {{u"form"_s, [window] { return makeDemoDialog(window); }},
                {u"error"_s,
                 [window]() -> QWidget * {
                     auto *dialog = MessageDialog::forError(u"The seats could not be assigned"_s,
                                                            {ErrorCode::RuleBroken,
                                                             u"AutoCAD LT has no free seat on 1 July."_s,
                                                             {{u"reason"_s, u"no_seat"_s}}},
                                                            window);
                     dialog->open();
                     return dialog;
                 }},
                {u"toast"_s, [window]() -> QWidget * {
                     window->showToast({u"12 seats of AutoCAD LT 2026 were assigned."_s, u"Undo"_s, [] {}});
                     return nullptr;
                 }}};
    }
};

} // namespace

class TourTest final : public QObject
{
    Q_OBJECT

private slots:
    void leavesThePersonsSettingsAlone()
    {
        const QTemporaryDir home;
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, home.path());
        const auto key = u"window/page"_s;
        QSettings(u"seatledger"_s, u"tour"_s).setValue(key, u"assignments"_s);
        {
            const TourSettings own;
            QSettings settings(u"seatledger"_s, u"tour"_s);
            QVERIFY(!settings.contains(key));
            settings.setValue(key, u"members"_s);
            QCOMPARE(QSettings(u"seatledger"_s, u"tour"_s).value(key).toString(), u"members"_s);
        }
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, home.path());
        QCOMPARE(QSettings(u"seatledger"_s, u"tour"_s).value(key).toString(), u"assignments"_s);
    }

    void picturesEveryPageAndStop()
    {
        QTemporaryDir temporary;
        const QString wanted = qEnvironmentVariable("SEATLEDGER_PICTURES");
        TourOptions options;
        options.folder = wanted.isEmpty() ? temporary.path() : wanted;
        options.languages = {QLocale(QLocale::English, QLocale::UnitedKingdom)};
        options.schemes = {SchemeChoice::Light, SchemeChoice::Dark};
        options.scales = {1, 2};
        QPointer<MainWindow> window;
        Tour tour(
            options, [&] { return makeWindow(window); },
            [](const QLocale &locale) { QLocale::setDefault(locale); });
        QSignalSpy finished(&tour, &Tour::finished);
        tour.start();
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60'000);
        QCOMPARE(finished[0][1].toStringList(), QStringList());
        QCOMPARE(finished[0][0].toInt(), 2 * 2 * (2 + 4));
        const QImage once(options.folder + u"/en-light-1x/licenses.png"_s);
        const QImage twice(options.folder + u"/en-light-2x/licenses.png"_s);
        QCOMPARE(once.size(), options.windowSize);
        QCOMPARE(twice.size(), options.windowSize * 2);
    }

private:
    /// A page that shows the dialogs of the program beside its table.
    class StopsPage;

    static std::unique_ptr<MainWindow> makeWindow(QPointer<MainWindow> &current)
    {
        PageRegistry pages;
        pages.push_back({u"licenses"_s, u"certificate"_s, [] { return u"Licences"_s; },
                         [&current](QWidget *parent) { return makePage(current, parent, 200'000); }});
        pages.push_back({u"members"_s, u"users"_s, [] { return u"Members"_s; },
                         [](QWidget *parent) { return new DemoPage(parent, 0); }});
        auto window = std::make_unique<MainWindow>(std::move(pages));
        current = window.get();
        window->setStatus({u"default"_s, u"ana.kovac"_s, ShellStatus::Connection::Online});
        return window;
    }
    static Page *makePage(QPointer<MainWindow> &window, QWidget *parent, qint64 rows);
};

class TourTest::StopsPage final : public Page
{
public:
    StopsPage(QPointer<MainWindow> &window, QWidget *parent, qint64 rows)
        : Page(parent), m_window(window), m_inner(new DemoPage(this, rows))
    {
        auto *layout = new QVBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addWidget(m_inner);
        connect(m_inner, &Page::countTextChanged, this, &Page::countTextChanged);
    }
    QString title() const override { return m_inner->title(); }
    QString searchHint() const override { return m_inner->searchHint(); }
    QList<QAction *> headerActions() const override { return m_inner->headerActions(); }
    QWidget *mainView() const override { return m_inner->mainView(); }
    bool isSettled() const override { return m_inner->isSettled(); }
    std::vector<TourStop> tourStops() override
    {
        m_inner->view()->selectRow(3);
        emit badgeChanged(u"12"_s);
        auto stops = DemoTourPage::stops(m_window);
        stops.push_back({u"busy"_s, [this]() -> QWidget * {
                             auto *overlay = new BusyOverlay(this);
                             overlay->start(u"Assigning seats …"_s, true);
                             overlay->setProgress(41'200, 100'000);
                             QTest::qWait(200);
                             return nullptr;
                         }});
        return stops;
    }

private:
    QPointer<MainWindow> &m_window;
    DemoPage *m_inner;
};

Page *TourTest::makePage(QPointer<MainWindow> &window, QWidget *parent, qint64 rows)
{
    return new StopsPage(window, parent, rows);
}

} // namespace seatledger

QTEST_MAIN(seatledger::TourTest)
#include "tourtest.moc"
