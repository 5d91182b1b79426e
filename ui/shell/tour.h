// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/style/theme.h"
#include "ui/shell/tourstop.h"

#include <QElapsedTimer>
#include <QLocale>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace seatledger {

class MainWindow;
class Page;

/// What pictures to take.
struct TourOptions {
    QString folder; ///< made if missing
    QList<QLocale> languages;
    QList<SchemeChoice> schemes;
    QList<int> scales; ///< 1, 2: pixels a logical pixel
    QSize windowSize{1280, 800};
    int textPercent = 100; ///< of the desktop's size
    /// Stops that belong to no page, pictured as `<stop>.png` after the last page; empty: none.
    std::function<std::vector<TourStop>(MainWindow &)> windowStops = {};
};

/// The names of schemes in folders and on the command line: `light`, `dark`, `contrast`, `contrast-dark`.
[[nodiscard]] QString schemeName(SchemeChoice scheme);
/// None if no scheme is called that.
[[nodiscard]] std::optional<SchemeChoice> schemeNamed(const QString &name);

/// Renders every page and every TourStop to `<folder>/<language>-<scheme>-<scale>x/<page>[-<stop>].png`.
/// Works on any platform plugin, offscreen included, and never blocks: each picture is taken once its page
/// has settled.
class Tour final : public QObject
{
    Q_OBJECT

public:
    /// Makes a window; called anew for each language and scheme, after both were set.
    using MakeWindow = std::function<std::unique_ptr<MainWindow>()>;
    using UseLanguage = std::function<void(const QLocale &)>;

    Tour(TourOptions options, MakeWindow makeWindow, UseLanguage useLanguage, QObject *parent = nullptr);
    ~Tour() override;

    void start();

signals:
    /// `problems` holds a sentence for each picture that could not be taken.
    void finished(int pictures, const QStringList &problems);

private:
    struct Look {
        QLocale language;
        SchemeChoice scheme;
    };

    void nextLook();
    void nextPage();
    void showStops(std::vector<TourStop> stops);
    [[nodiscard]] QString nameOf(const TourStop &stop) const;
    void nextStop();
    void awaitSettled(std::function<bool()> settled, std::function<void()> then);
    void poll();
    void takePictures(const QString &name);
    void save(const QString &name, int scale);
    void leaveStop(const TourStop &stop);

    TourOptions m_options;
    MakeWindow m_makeWindow;
    UseLanguage m_useLanguage;
    std::vector<Look> m_looks;
    std::size_t m_look = 0;
    std::size_t m_page = 0;
    std::size_t m_stop = 0;
    std::vector<TourStop> m_stops;
    std::unique_ptr<MainWindow> m_window;
    QPointer<QWidget> m_dialog;
    std::function<bool()> m_settled;
    std::function<void()> m_then;
    QTimer m_poll;
    QElapsedTimer m_waited;
    int m_calm = 0;
    int m_pictures = 0;
    QStringList m_problems;
};

} // namespace seatledger
