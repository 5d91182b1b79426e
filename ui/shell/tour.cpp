// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/tour.h"

#include "ui/shell/mainwindow.h"
#include "ui/shell/page.h"

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QPainter>
#include <QPixmap>

#include <algorithm>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr int pollMs = 25;
constexpr int calmPolls = 3;
constexpr int longestWaitMs = 20'000;

QString languageName(const QLocale &language)
{
    return language.language() == QLocale::English ? u"en"_s : language.name();
}

QPixmap picture(QWidget *widget, int scale)
{
    QPixmap pixmap(widget->size() * scale);
    pixmap.setDevicePixelRatio(scale);
    pixmap.fill(Qt::transparent);
    widget->render(&pixmap, QPoint(), QRegion(), QWidget::DrawWindowBackground | QWidget::DrawChildren);
    return pixmap;
}

/// The dialog in the middle of its dimmed window, as people see it.
void paintDialog(QPixmap &base, QWidget *dialog, QSize window, int scale)
{
    QPainter painter(&base);
    painter.fillRect(QRect(QPoint(), window), QColor(0, 0, 0, 110));
    const QPoint corner((window.width() - dialog->width()) / 2, (window.height() - dialog->height()) / 2);
    painter.drawPixmap(corner, picture(dialog, scale));
    painter.setPen(color(dialog->palette(), Tone::BorderStrong));
    painter.drawRect(QRect(corner, dialog->size()).adjusted(-1, -1, 0, 0));
}

const QList<std::pair<SchemeChoice, QString>> schemeNames{
    {SchemeChoice::Light, u"light"_s},
    {SchemeChoice::Dark, u"dark"_s},
    {SchemeChoice::HighContrastLight, u"contrast"_s},
    {SchemeChoice::HighContrastDark, u"contrast-dark"_s}};

} // namespace

QString schemeName(SchemeChoice scheme)
{
    const auto found = std::ranges::find(schemeNames, scheme, &std::pair<SchemeChoice, QString>::first);
    return found == schemeNames.end() ? schemeNames.front().second : found->second;
}

std::optional<SchemeChoice> schemeNamed(const QString &name)
{
    const auto found = std::ranges::find(schemeNames, name, &std::pair<SchemeChoice, QString>::second);
    return found == schemeNames.end() ? std::nullopt : std::optional(found->first);
}

Tour::Tour(TourOptions options, MakeWindow makeWindow, UseLanguage useLanguage, QObject *parent)
    : QObject(parent),
      m_options(std::move(options)),
      m_makeWindow(std::move(makeWindow)),
      m_useLanguage(std::move(useLanguage))
{
    for (const QLocale &language : std::as_const(m_options.languages)) {
        for (const SchemeChoice scheme : std::as_const(m_options.schemes))
            m_looks.push_back({language, scheme});
    }
    m_poll.setInterval(pollMs);
    connect(&m_poll, &QTimer::timeout, this, &Tour::poll);
}

Tour::~Tour() = default;

void Tour::start() // NOLINT(readability-make-member-function-const): it changes what is to come
{
    QTimer::singleShot(0, this, &Tour::nextLook);
}

void Tour::nextLook()
{
    m_window.reset();
    if (m_look >= m_looks.size()) {
        emit finished(m_pictures, m_problems);
        return;
    }
    const Look &look = m_looks[m_look];
    m_useLanguage(look.language);
    applyTheme(*qApp, look.scheme, m_options.textPercent);
    m_window = m_makeWindow();
    m_window->setSchemeChoice(look.scheme);
    m_window->resize(m_options.windowSize);
    m_window->show();
    m_page = 0;
    nextPage();
}

void Tour::nextPage()
{
    const std::size_t pages = m_window->pages().size();
    if (m_page == pages && m_options.windowStops)
        return showStops(m_options.windowStops(*m_window));
    if (m_page >= pages) {
        ++m_look;
        return nextLook();
    }
    if (!m_window->refusalOf(m_window->pages()[m_page]).isEmpty()) {
        ++m_page;
        return nextPage();
    }
    m_window->showPage(m_window->pages()[m_page].id);
    awaitSettled({}, [this] {
        takePictures(m_window->currentPageId());
        showStops(m_window->currentPage()->tourStops());
    });
}

void Tour::showStops(std::vector<TourStop> stops)
{
    m_stops = std::move(stops);
    m_stop = 0;
    nextStop();
}

QString Tour::nameOf(const TourStop &stop) const
{
    const bool isOfPage = m_page < m_window->pages().size();
    return isOfPage ? m_window->currentPageId() + u'-' + stop.name : stop.name;
}

void Tour::nextStop()
{
    if (m_stop >= m_stops.size()) {
        ++m_page;
        return nextPage();
    }
    const TourStop &stop = m_stops[m_stop];
    m_dialog = stop.show();
    awaitSettled(stop.isSettled, [this] {
        const TourStop &shown = m_stops[m_stop];
        if (!m_dialog) // one that had to be read first has come by itself
            m_dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget());
        takePictures(nameOf(shown));
        leaveStop(shown);
        ++m_stop;
        if (shown.leave) // the next one begins with what is there then
            awaitSettled({}, [this] { nextStop(); });
        else
            nextStop();
    });
}

void Tour::leaveStop(const TourStop &stop)
{
    if (m_dialog)
        m_dialog->close();
    m_dialog.clear();
    m_window->activateWindow(); // or the next pictures show a window without the keyboard
    if (stop.leave)
        stop.leave();
}

void Tour::awaitSettled(std::function<bool()> settled, std::function<void()> then)
{
    m_settled = std::move(settled);
    m_then = std::move(then);
    m_calm = 0;
    m_waited.start();
    m_poll.start();
}

void Tour::poll()
{
    const Page *page = m_window->currentPage();
    const bool settled = m_settled ? m_settled() : !page || page->isSettled();
    m_calm = settled ? m_calm + 1 : 0; // for a few turns, since one answer may bring up the next question
    const bool tooLong = m_waited.elapsed() > longestWaitMs;
    if (m_calm < calmPolls && !tooLong)
        return;
    m_poll.stop();
    if (tooLong)
        m_problems += tr("The page %1 did not settle.").arg(m_window->currentPageId());
    const auto then = std::move(m_then);
    then();
}

void Tour::takePictures(const QString &name)
{
    for (const int scale : std::as_const(m_options.scales))
        save(name, scale);
}

void Tour::save(const QString &name, int scale)
{
    const Look &look = m_looks[m_look];
    const QString folder = u"%1/%2-%3-%4x"_s
                               .arg(m_options.folder, languageName(look.language), schemeName(look.scheme))
                               .arg(scale);
    QDir().mkpath(folder);
    QPixmap pixmap = picture(m_window.get(), scale);
    if (m_dialog)
        paintDialog(pixmap, m_dialog, m_window->size(), scale);
    const QString path = folder + u'/' + name + u".png"_s;
    if (pixmap.save(path))
        ++m_pictures;
    else
        m_problems += tr("%1 could not be written.").arg(path);
}

} // namespace seatledger
