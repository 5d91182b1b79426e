// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingspage.h"

#include "core/services/language.h"
#include "ui/common/style/icons.h"
#include "ui/common/widgets/form.h"
#include "ui/common/widgets/formfield.h"
#include "ui/common/widgets/textlabel.h"
#include "ui/notices/noticebell.h"
#include "ui/settings/preferences.h"
#include "ui/settings/shortcutsettings.h"
#include "ui/shell/actionbutton.h"
#include "ui/shell/mainwindow.h"

#include <QAction>
#include <QComboBox>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr int formWidthInLetters = 56;

QComboBox *makeBox(const QString &name)
{
    auto *box = new QComboBox;
    box->setObjectName(name + u"ComboBox"_s);
    return box;
}

void choose(QComboBox *box, const QVariant &data)
{
    box->setCurrentIndex(std::max(0, box->findData(data)));
}

} // namespace

SettingsPage::SettingsPage(Preferences &preferences, const std::vector<StartPage> &pages, QWidget *parent,
                           std::optional<BookAccess> book)
    : Page(parent), m_preferences(preferences), m_schemes(makeBox(u"scheme"_s))
{
    auto *form = new Form(this);
    form->setMaximumWidth(fontMetrics().averageCharWidth() * formWidthInLetters);
    addSchemes(form);
    addTextSizes(form);
    addLanguages(form);
    addStartPages(form, pages);
    auto *shortcuts = new QPushButton(icon(u"keyboard"), tr("Keyboard shortcuts …"), this);
    shortcuts->setObjectName(u"shortcutsButton"_s);
    connect(shortcuts, &QPushButton::clicked, this, &SettingsPage::showShortcuts);
    auto *contents = new QWidget(this);
    auto *column = new QVBoxLayout(contents);
    column->setContentsMargins(space(Space::L), space(Space::L), space(Space::L), space(Space::L));
    column->addWidget(form);
    column->addSpacing(space(Space::L));
    column->addWidget(shortcuts, 0, Qt::AlignLeft);
    if (book) {
        column->addSpacing(space(Space::S));
        column->addWidget(makeNoticesButton(*book), 0, Qt::AlignLeft);
    }
    column->addStretch();
    auto *area = new QScrollArea(this);
    area->setObjectName(u"settingsArea"_s);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(contents);
    area->setBackgroundRole(QPalette::Base);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(area);
}

QWidget *SettingsPage::makeNoticesButton(const BookAccess &book)
{
    auto *notices = new QAction(icon(u"bell"), tr("Notices and e-mail …"), this);
    notices->setObjectName(u"noticesAction"_s);
    notices->setToolTip(tr("What is told to whom, and how mail is sent; for the whole organisation"));
    book.guard(notices, Action::ManageSettings);
    connect(notices, &QAction::triggered, this, [this] {
        if (auto *bell = window()->findChild<NoticeBell *>())
            bell->offerSettings();
    });
    return new ActionButton(notices, false, this);
}

QWidget *SettingsPage::mainView() const
{
    return m_schemes;
}

QDialog *SettingsPage::showShortcuts()
{
    auto *main = qobject_cast<MainWindow *>(window());
    if (!main)
        return nullptr;
    auto *dialog = new ShortcutSettings(*main, this);
    dialog->open();
    return dialog;
}

std::vector<TourStop> SettingsPage::tourStops()
{
    return {{.name = u"shortcuts"_s, .show = [this]() -> QWidget * { return showShortcuts(); }}};
}

void SettingsPage::addSchemes(Form *form)
{
    const auto add = [this](const QString &iconName, const QString &text, SchemeChoice choice) {
        m_schemes->addItem(icon(iconName), text, static_cast<int>(choice));
    };
    add(u"device-desktop"_s, tr("Like the desktop"), SchemeChoice::System);
    add(u"sun"_s, tr("Light"), SchemeChoice::Light);
    add(u"moon"_s, tr("Dark"), SchemeChoice::Dark);
    add(u"contrast-2"_s, tr("High contrast, light"), SchemeChoice::HighContrastLight);
    add(u"contrast-2"_s, tr("High contrast, dark"), SchemeChoice::HighContrastDark);
    choose(m_schemes, static_cast<int>(m_preferences.scheme()));
    form->addField(u"scheme"_s, tr("Appearance"), m_schemes)
        ->setHint(tr("“Like the desktop” follows it by day and by night, and its wish for high contrast."));
    connect(m_schemes, &QComboBox::activated, this,
            [this] { m_preferences.setScheme(static_cast<SchemeChoice>(m_schemes->currentData().toInt())); });
    connect(&m_preferences, &Preferences::schemeChanged, this,
            [this](SchemeChoice scheme) { choose(m_schemes, static_cast<int>(scheme)); });
}

void SettingsPage::addTextSizes(Form *form)
{
    QComboBox *box = makeBox(u"textSize"_s);
    for (const int percent : {100, 110, 125, 150, 175, 200})
        box->addItem(tr("%L1 %").arg(percent), percent);
    choose(box, m_preferences.textPercent());
    form->addField(u"textSize"_s, tr("Size of text"), box)
        ->setHint(tr("Beside the desktop's own size. Everything else grows with it."));
    connect(box, &QComboBox::activated, this,
            [this, box] { m_preferences.setTextPercent(box->currentData().toInt()); });
}

void SettingsPage::addLanguages(Form *form)
{
    QComboBox *box = makeBox(u"language"_s);
    box->addItem(tr("Like the desktop"), QString());
    for (const QLocale &language : offeredLanguages()) {
        // each in its own words, so that it is found whatever the window speaks now
        const bool isEnglish = language.language() == QLocale::English;
        box->addItem(isEnglish ? u"English"_s : language.nativeLanguageName(), language.name());
    }
    choose(box, m_preferences.language());
    form->addField(u"language"_s, tr("Language"), box)
        ->setHint(tr("Numbers and dates are written as they are where you are."));
    connect(box, &QComboBox::activated, this,
            [this, box] { m_preferences.setLanguage(box->currentData().toString()); });
}

void SettingsPage::addStartPages(Form *form, const std::vector<StartPage> &pages)
{
    QComboBox *box = makeBox(u"startPage"_s);
    box->addItem(tr("The page of last time"), QString());
    for (const StartPage &page : pages)
        box->addItem(page.label(), page.id);
    choose(box, m_preferences.startPage());
    form->addField(u"startPage"_s, tr("Begin with"), box);
    connect(box, &QComboBox::activated, this,
            [this, box] { m_preferences.setStartPage(box->currentData().toString()); });
}

} // namespace seatledger
