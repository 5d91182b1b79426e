// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/models/keysetpagesource.h"
#include "ui/common/models/pagedtablemodel.h"
#include "ui/common/style/icons.h"
#include "ui/common/widgets/entrylist.h"
#include "ui/common/widgets/keyvalueform.h"
#include "ui/common/widgets/pagedtableview.h"
#include "ui/common/widgets/panelsection.h"
#include "ui/common/widgets/seatbar.h"
#include "ui/common/widgets/segmentedfilter.h"
#include "ui/common/widgets/sidepanel.h"
#include "ui/shell/page.h"

#include <QAction>
#include <QHBoxLayout>
#include <QPromise>
#include <QSplitter>
#include <QVBoxLayout>

namespace seatledger::fake {

struct DemoRow {
    qint64 number = 0;
    qint64 rowId() const { return number + 1; }
};

struct DemoFilter {
    QString search;
    friend bool operator==(const DemoFilter &, const DemoFilter &) = default;
};

/// A page as a feature would make one, over made-up licences that need no database.
class DemoPage final : public Page
{
public:
    using Source = KeysetPageSource<DemoRow, DemoFilter>;

    explicit DemoPage(QWidget *parent = nullptr, qint64 rows = 200'000) : Page(parent), m_rows(rows)
    {
        using namespace Qt::StringLiterals;
        m_source = new Source(queries(), {u"name"_s, Qt::AscendingOrder});
        m_model = new PagedTableModel<DemoRow>(m_source, columns(), this);
        m_view = new PagedTableView(this);
        m_view->setObjectName(u"demoTable"_s);
        m_view->setTable(m_model);
        m_view->setEmptyText(u"certificate"_s, u"No licences found"_s,
                             u"No licence has all of these words in its name, product or vendor."_s,
                             u"Show all licences"_s);
        buildLayout();
        auto *add = new QAction(u"Add licence"_s, this);
        add->setObjectName(u"addAction"_s);
        add->setShortcut(QKeySequence(u"Ctrl+N"_s));
        setIconName(add, u"plus"_s);
        markPrimary(add);
        auto *exportList = new QAction(u"Export"_s, this);
        exportList->setObjectName(u"exportAction"_s);
        setIconName(exportList, u"table-export"_s);
        m_actions = {exportList, add};
        connect(m_model, &PagedTableModelBase::countChanged, this, [this](qint64 count, bool known) {
            emit countTextChanged(QLocale().toString(count) + (known ? QString() : u"+"_s));
        });
        m_model->reset();
    }

    QString title() const override { return QStringLiteral("Licences"); }
    QString searchHint() const override { return QStringLiteral("Search licences"); }
    void search(const QString &text) override { m_source->setFilter({text}); }
    QList<QAction *> headerActions() const override { return m_actions; }
    QWidget *mainView() const override { return m_view; }
    void takeChange(const ChangeNotice &) override
    {
        ++changes;
        m_model->refresh();
    }
    bool isSettled() const override { return !m_model->isBusy(); }
    QVariant place() const override { return whereabouts; }
    void showPlace(const QVariant &place) override { whereabouts = place; }

    PagedTableView *view() const { return m_view; }
    QVariant whereabouts; ///< what place() tells
    int changes = 0;

private:
    static SeatFigures seats(const DemoRow &row)
    {
        const qint64 supply = 5 + (row.number * 37) % 400;
        const qint64 used = row.number % 11 == 3  ? supply + 4
                            : row.number % 7 == 2 ? supply
                                                  : supply * (row.number % 9) / 10;
        return {used, row.number % 13 == 5 ? std::nullopt : std::optional(supply), 0, 3};
    }

    static std::vector<TableColumn<DemoRow>> columns()
    {
        using namespace Qt::StringLiterals;
        using Column = TableColumn<DemoRow>;
        static const QStringList names = {
            u"Figma Organization"_s, u"IntelliJ IDEA Ultimate"_s, u"AutoCAD LT 2026"_s, u"Microsoft 365 E3"_s,
            u"金山办公 WPS 365"_s,   u"Adobe Creative Cloud"_s,   u"MATLAB"_s,          u"Slack Business+"_s};
        static const QStringList vendors = {u"Figma"_s,    u"JetBrains"_s, u"Autodesk"_s,  u"Microsoft"_s,
                                            u"金山软件"_s, u"Adobe"_s,     u"MathWorks"_s, u"Salesforce"_s};
        static const QList<Badge> states = {{u"Active"_s, Tone::Success, u"circle-check"_s},
                                            {u"Draft"_s, Tone::TextMuted, u"pencil"_s},
                                            {u"Suspended"_s, Tone::Warning, u"player-pause"_s},
                                            {u"Retired"_s, Tone::TextMuted, u"archive"_s}};
        const auto state = [](const DemoRow &row) {
            return states[row.number % 5 == 0 ? row.number / 5 % 4 : 0];
        };
        return {Column(u"name"_s, u"Licence"_s, [](const DemoRow &row) { return names[row.number % 8]; })
                    .wide(0)
                    .with([](const DemoRow &row, int role) {
                        return role == SecondaryRole ? QVariant(u"#%1"_s.arg(row.number + 1)) : QVariant();
                    }),
                Column(u"vendor"_s, u"Vendor"_s, [](const DemoRow &row) { return vendors[row.number % 8]; })
                    .wide(130),
                Column(u"state"_s, u"State"_s, [state](const DemoRow &row) { return state(row).text; })
                    .wide(130)
                    .with([state](const DemoRow &row, int role) {
                        return role == CellRole ? QVariant::fromValue(state(row)) : QVariant();
                    }),
                Column(u"seats"_s, u"Seats"_s, [](const DemoRow &row) { return seats(row).shortText(); })
                    .wide(190)
                    .with([](const DemoRow &row, int role) {
                        return role == CellRole ? QVariant::fromValue(seats(row)) : QVariant();
                    }),
                Column(u"lapse"_s, u"Lapses"_s,
                       [](const DemoRow &row) {
                           return QLocale().toString(QDate(2026, 1, 1).addDays(row.number * 17 % 900),
                                                     QLocale::ShortFormat);
                       })
                    .wide(110)
                    .onTheRight()};
    }

    template <typename T>
    static QFuture<Result<T>> ready(T value)
    {
        QPromise<Result<T>> promise;
        promise.start();
        promise.addResult(Result<T>(std::move(value)));
        promise.finish();
        return promise.future();
    }

    Source::Queries queries()
    {
        Source::Queries queries;
        queries.page = [this](const KeysetRequest<DemoFilter> &request, const CancelToken &) {
            ListPage<DemoRow> page;
            const qint64 first = (request.after.isEmpty() ? 0 : request.after.first().toLongLong() + 1)
                                 + request.skip;
            for (qint64 row = first; row < std::min(first + request.limit, rows(request.filter)); ++row)
                page.rows.push_back({row});
            if (!page.rows.empty())
                page.last = {page.rows.back().number};
            return ready(std::move(page));
        };
        queries.anchors = [this](const DemoFilter &filter, const SortSpec &, int every, const CancelToken &) {
            std::vector<PageKey> keys{{}};
            for (qint64 row = every; row < rows(filter); row += every)
                keys.push_back({row - 1});
            return ready(std::move(keys));
        };
        queries.count = [this](const DemoFilter &filter, const CancelToken &) { return ready(rows(filter)); };
        return queries;
    }

    qint64 rows(const DemoFilter &filter) const { return filter.search == u"nothing" ? 0 : m_rows; }

    void buildLayout()
    {
        using namespace Qt::StringLiterals;
        auto *filter = new SegmentedFilter(u"State"_s, this);
        filter->addSegment(u"all"_s, u"All"_s);
        filter->addSegment(u"active"_s, u"Active"_s, u"circle-check"_s);
        filter->addSegment(u"short"_s, u"Short of seats"_s, u"alert-triangle"_s);
        filter->addSegment(u"retired"_s, u"Retired"_s, u"archive"_s);
        filter->setCountText(u"short"_s, u"12"_s);
        auto *bar = new QHBoxLayout;
        bar->setContentsMargins(space(Space::L), space(Space::S), space(Space::L), space(Space::S));
        bar->addWidget(filter);
        bar->addStretch();
        auto *list = new QWidget(this);
        list->setAutoFillBackground(true);
        list->setBackgroundRole(QPalette::Base);
        auto *column = new QVBoxLayout(list);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        column->addLayout(bar);
        column->addWidget(m_view, 1);
        auto *splitter = new QSplitter(this);
        splitter->addWidget(list);
        splitter->addWidget(makePanel());
        splitter->setStretchFactor(0, 1);
        splitter->setSizes({760, 320});
        splitter->setChildrenCollapsible(false);
        auto *layout = new QVBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addWidget(splitter);
    }

    QWidget *makePanel()
    {
        using namespace Qt::StringLiterals;
        auto *panel = new SidePanel(this);
        auto *bar = new SeatBar(panel);
        bar->setFigures({54, 50, 0, 3});
        auto *facts = new KeyValueForm(panel);
        facts->setValue(u"metric"_s, u"Metric"_s, u"Named user"_s);
        facts->setValue(u"term"_s, u"Term"_s, u"Subscription"_s);
        facts->setValue(u"owner"_s, u"Owner"_s, u"陈思远, Licence office"_s);
        auto *holders = new EntryList(panel);
        holders->setEntries(
            {{1,
              u"Ana Kovač"_s,
              u"Since 2024-03-01, open ended"_s,
              {},
              {u"Active"_s, Tone::Success},
              u"user"_s},
             {2, u"李小龙"_s, u"2025-01-01 to 2025-12-31"_s, {}, {u"Suspended"_s, Tone::Warning}, u"user"_s},
             {3,
              u"Bartholomew Featherstonehaugh-Smythe"_s,
              u"From 2026-07-01"_s,
              {},
              {u"Reserved"_s, Tone::Accent},
              u"user"_s}});
        auto *history = new EntryList(panel);
        history->setEntries(
            {{1, u"12 seats assigned"_s, u"Ana Kovač, in the window"_s, u"2 h ago"_s, {}, u"user-plus"_s},
             {2, u"Seats changed from 40 to 50"_s, u"import"_s, u"Yesterday"_s, {}, u"receipt"_s}});
        auto *none = new EntryList(panel);
        none->setEmptyText(u"Nothing was bought yet."_s);
        panel->addWidget(bar);
        panel->addWidget(facts);
        panel->addSection(u"holders"_s, u"Holders"_s, holders)->setCountText(u"54"_s);
        panel->addSection(u"entitlements"_s, u"Entitlements"_s, none)
            ->addAction(u"add"_s, new QAction(icon(u"plus"), u"Add"_s, panel));
        panel->addSection(u"history"_s, u"History"_s, history);
        panel->showHeading(u"certificate"_s, u"AutoCAD LT 2026"_s, u"Autodesk · AutoCAD"_s,
                           {u"Active"_s, Tone::Success, u"circle-check"_s});
        return panel;
    }

    qint64 m_rows;
    Source *m_source;
    PagedTableModel<DemoRow> *m_model;
    PagedTableView *m_view;
    QList<QAction *> m_actions;
};

} // namespace seatledger::fake
