// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/book/bookaccess.h"
#include "ui/palette/palettehit.h"
#include "ui/shell/tourstop.h"

#include <QHash>
#include <QObject>
#include <QStringList>
#include <QTimer>

#include <functional>
#include <vector>

namespace seatledger {

class MainWindow;
class PaletteView;

/// Ctrl+K: goes anywhere in the window and does anything on its page by a few letters. What the window knows
/// itself is matched at once; people and licences are asked from the database, where each request replaces
/// the one before. While nothing is typed, what was used last comes first. Child of the window, in the GUI
/// thread.
class Palette final : public QObject
{
    Q_OBJECT

public:
    /// More to go to, asked for at each key.
    using Source = std::function<PaletteHits()>;

    /// `name` tells books apart: what was used last is remembered for each, in QSettings, as keys without
    /// names.
    Palette(MainWindow &window, BookAccess access, const QString &name);

    void addSource(Source source) { m_sources.push_back(std::move(source)); }
    void open(const QString &typed = {});
    [[nodiscard]] PaletteView *view() const { return m_view; }
    /// Nothing is on its way.
    [[nodiscard]] bool isSettled() const { return !m_timer.isActive() && !m_isAsking && !m_isLearning; }
    [[nodiscard]] std::vector<TourStop> tourStops();

private:
    void install();
    void learn();
    void takeTyped();
    void ask();
    void show(bool keeps);
    void recall();
    [[nodiscard]] PaletteHits known() const;
    [[nodiscard]] PaletteHits matching(const QString &typed) const;
    [[nodiscard]] PaletteHits atFirst() const;
    void use(const PaletteHit &hit, bool other);
    [[nodiscard]] QList<qint64> recentIds(const QString &kind) const;

    MainWindow &m_window;
    BookAccess m_book;
    QString m_settingsKey;
    PaletteView *m_view = nullptr;
    std::vector<Source> m_sources;
    PaletteHits m_landmarks;
    PaletteHits m_found; ///< of the book, for what was typed
    PaletteHits m_recalled; ///< of the book, used before
    QStringList m_recent; ///< keys, the last one first
    QTimer m_timer;
    LatestRequest m_request;
    bool m_isAsking = false;
    bool m_isLearning = false;
};

} // namespace seatledger
