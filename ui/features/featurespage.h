// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/featureswitchapplicationservice.h"
#include "ui/book/bookaccess.h"
#include "ui/book/historyentries.h"
#include "ui/common/widgets/badge.h"
#include "ui/shell/page.h"

#include <optional>
#include <vector>

class QDialog;
class QScrollArea;

namespace seatledger {

class Banner;
class Dialogs;
class EntryList;
class FeatureDialog;
class KeyValueForm;
class SidePanel;

/// The page of feature switches: Seatledger's own features and what else there are switches for, for whom
/// each is on, who changed that last; changes it, with what becomes of whom said before. For those who may
/// change settings. Follows changes by others within a second.
class FeaturesPage final : public Page
{
    Q_OBJECT

public:
    FeaturesPage(BookAccess access, Dialogs &dialogs, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Feature switches"); }
    [[nodiscard]] QWidget *mainView() const override;
    [[nodiscard]] QList<QAction *> headerActions() const override { return {m_new}; }
    [[nodiscard]] bool isSettled() const override { return m_isLoaded && m_loading == 0; }
    [[nodiscard]] std::vector<TourStop> tourStops() override;
    void takeChange(const ChangeNotice &notice) override;
    void reveal(qint64 object) override;

protected:
    void showEvent(QShowEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void buildActions();
    void buildLayout();
    void load();
    void showSwitches(std::vector<FeatureLine> switches);
    void showSelected();
    void showFacts(const FeatureLine &line);
    void loadHistory(const FeatureLine &line);
    void updateActions();
    QDialog *offer(FeatureDialog *dialog);
    QDialog *offerChange(std::optional<FeatureMode> wanted = std::nullopt);
    void takeBack(qint64 operation);
    [[nodiscard]] const FeatureLine *selected() const;

    BookAccess m_book;
    Dialogs &m_dialogs;
    QAction *m_new = nullptr;
    QAction *m_change = nullptr;
    QAction *m_off = nullptr;
    Banner *m_problem;
    QScrollArea *m_area;
    EntryList *m_list;
    SidePanel *m_panel;
    KeyValueForm *m_facts;
    EntryList *m_history;
    std::vector<FeatureLine> m_switches;
    qint64 m_wantedRow = 0; ///< the switch to select once it is there
    bool m_isLoaded = false;
    int m_loading = 0;
    LatestRequest m_latest;
    LatestRequest m_latestHistory;
};

/// For whom it is on, as a badge.
[[nodiscard]] Badge featureBadge(const FeatureFields &fields);

} // namespace seatledger
