// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/reportspage.h"

#include "core/domain/period.h"
#include "core/services/reportingapplicationservice.h"
#include "ui/book/exporter.h"
#include "ui/charts/chartfile.h"
#include "ui/charts/chartpanel.h"
#include "ui/charts/chartwidget.h"
#include "ui/common/remembered.h"
#include "ui/common/style/lengths.h"
#include "ui/common/style/tokens.h"
#include "ui/common/viewmemory.h"
#include "ui/common/widgets/choicebox.h"
#include "ui/reports/reportfilterbar.h"
#include "ui/reports/reportgrid.h"
#include "ui/reports/reportlist.h"
#include "ui/reports/reportpane.h"
#include "ui/reports/reportpreviewdialog.h"
#include "ui/reports/reporttargets.h"
#include "ui/shell/dialogs.h"
#include "ui/views/savedviewstore.h"
#include "ui/views/viewnamedialog.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QSplitter>

#include <algorithm>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr int listWidth = 216;
constexpr QSize paperChart(760, 250);
/// More would not be read by anybody, nor held in memory by every machine.
constexpr qint64 mostPrinted = 100'000;
const QString currentKey = u"reports/current"_s;

QString placeKey(ReportKind kind)
{
    return u"reports/place/"_s + toText(kind);
}

ReportPaper paperOf(ReportTable table, PaperFacts facts)
{
    facts.lines += ReportPane::rowsText(table);
    facts.auditHead = table.auditHead;
    return {std::move(table), std::move(facts)};
}

QString personName(const Access &access)
{
    const ActingOperator &acting = access.acting();
    return acting.displayName.isEmpty() ? acting.login : acting.displayName;
}

} // namespace

ReportsPage::ReportsPage(BookAccess access, Dialogs &dialogs, QWidget *parent)
    : LiveReportPage(parent),
      m_book(access),
      m_dialogs(dialogs),
      m_list(new ReportList(this)),
      m_pane(new ReportPane(access, dialogs, this)),
      m_splitter(new QSplitter(Qt::Horizontal, this)),
      m_memory(new ViewMemory(u"reports"_s, this)),
      m_views(new SavedViews(access.views ? *access.views : *new SavedViewStore(access, this), this)),
      m_exporter(new Exporter(access, dialogs, this))
{
    setObjectName(u"reportsPage"_s);
    buildLayout();
    buildActions();
    m_list->setViews(m_views->all());
    connect(m_views, &SavedViews::changed, this, [this] {
        m_list->setViews(m_views->all());
        if (!m_viewName.isEmpty())
            m_list->mark(m_pane->place().kind, m_viewName);
    });
    connect(m_views, &SavedViews::failed, this, [this](const Error &error) {
        m_dialogs.showError(this, tr("The view could not be changed"), error);
    });
    connect(m_list, &ReportList::reportChosen, this, &ReportsPage::openReport);
    connect(m_list, &ReportList::viewChosen, this, &ReportsPage::openView);
    connect(m_list, &ReportList::viewMenuRequested, this, &ReportsPage::showViewMenu);
    connect(m_pane, &ReportPane::placeChanged, this, &ReportsPage::keepPlace);
    connect(m_pane, &ReportPane::rowActivated, this, &ReportsPage::openRow);
    connect(m_pane, &ReportPane::toastRequested, this, &Page::toastRequested);
    connect(m_pane, &ReportPane::tableChanged, this, [this] { m_print->setEnabled(m_pane->hasTable()); });
    connect(m_exporter, &Exporter::written, this,
            [this](const QString &sentence) { emit toastRequested({.text = sentence}); });
    if (m_book.permits)
        connect(m_book.permits, &Permits::changed, this, &ReportsPage::loadKinds);
    loadKinds();
}

void ReportsPage::buildLayout()
{
    m_splitter->setObjectName(u"reportsSplitter"_s);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_list->setMinimumWidth(grown(140));
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(m_pane);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({listWidth, 900});
    m_memory->keep(m_splitter);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
}

void ReportsPage::buildActions()
{
    m_save = adopt(new QAction(tr("Save view …"), this), u"saveView"_s, u"bookmark"_s, QKeySequence::Save);
    m_print = adopt(new QAction(tr("Print …"), this), u"print"_s, u"printer"_s, QKeySequence::Print);
    m_export = adopt(new QAction(tr("Export …"), this), u"export"_s, u"table-export"_s,
                     QKeySequence(Qt::CTRL | Qt::Key_E));
    m_print->setToolTip(tr("See it as it will be on paper, print it or save it as PDF"));
    m_export->setToolTip(tr("Write all rows to a file"));
    m_book.guard(m_export, Action::Export);
    m_print->setEnabled(false);
    connect(m_save, &QAction::triggered, this, &ReportsPage::saveView);
    connect(m_print, &QAction::triggered, this, &ReportsPage::print);
    connect(m_export, &QAction::triggered, this, &ReportsPage::exportReport);
}

QList<QAction *> ReportsPage::headerActions() const
{
    return {m_save, m_print, m_export};
}

QWidget *ReportsPage::mainView() const
{
    return m_pane->grid();
}

void ReportsPage::loadKinds()
{
    m_book.ask(
        this, [](const Services &services, Session &session) { return services.reports.kinds(session); },
        [this](const Result<std::vector<ReportKind>> &kinds) {
            if (kinds)
                takeKinds(*kinds);
            else
                m_dialogs.showError(this, tr("The reports could not be listed"), kinds.error());
        });
}

void ReportsPage::takeKinds(const std::vector<ReportKind> &kinds)
{
    const bool isFirst = m_kinds.empty();
    m_kinds = kinds;
    m_list->setReports(kinds);
    if (kinds.empty())
        return;
    if (m_wanted)
        return show(*std::exchange(m_wanted, std::nullopt), {});
    const auto last = fromText<ReportKind>(remembered::value(currentKey).toString());
    const ReportKind kind = !isFirst ? m_pane->place().kind : last.value_or(kinds.front());
    openReport(isOffered(kind) ? kind : kinds.front());
}

bool ReportsPage::isOffered(ReportKind kind) const
{
    return std::ranges::find(m_kinds, kind) != m_kinds.end();
}

void ReportsPage::openReport(ReportKind kind)
{
    ReportPlace place = placeFromVariant(remembered::value(placeKey(kind)).toMap()).value_or(ReportPlace());
    place.kind = kind;
    show(place, {});
}

void ReportsPage::openView(const QString &name)
{
    const NamedReport *view = m_views->find(name);
    if (!view)
        return;
    if (!isOffered(view->place.kind))
        return emit toastRequested(
            {.text = tr("This view is of a report that you may not see."), .kind = Toast::Kind::Told});
    show(view->place, view->name);
}

void ReportsPage::show(const ReportPlace &place, const QString &viewName)
{
    m_viewName = viewName;
    m_list->mark(place.kind, viewName);
    remembered::set(currentKey, toText(place.kind));
    emit countTextChanged(viewName.isEmpty() ? reportTitle(place.kind) : viewName);
    emit searchTextChanged(place.choice.search);
    m_pane->show(place);
    emit placeChanged();
}

void ReportsPage::showPlace(const QVariant &place)
{
    const auto wanted = place.canConvert<ReportPlace>() ? std::optional(place.value<ReportPlace>())
                                                        : placeFromVariant(place.toMap());
    if (!wanted)
        return;
    if (m_kinds.empty())
        m_wanted = *wanted;
    else
        show(*wanted, {});
}

QVariant ReportsPage::place() const
{
    return m_kinds.empty() ? QVariant() : QVariant(toVariant(m_pane->place()));
}

void ReportsPage::search(const QString &text)
{
    m_pane->search(text);
}

void ReportsPage::keepPlace()
{
    emit placeChanged();
    if (m_viewName.isEmpty())
        remembered::set(placeKey(m_pane->place().kind), toVariant(m_pane->place()));
}

void ReportsPage::reload()
{
    m_pane->reload();
}

void ReportsPage::reloadWhatReads(const QStringList &tables)
{
    m_pane->reloadWhatReads(tables);
}

void ReportsPage::reloadChoices()
{
    m_pane->reloadChoices();
}

bool ReportsPage::isSettled() const
{
    return !m_kinds.empty() && m_pane->isSettled() && !isWaiting();
}

void ReportsPage::openRow(int row)
{
    const ReportTargetPlace place = placeBehind(m_pane->grid()->table(), row, m_pane->place());
    if (const auto *page = std::get_if<PagePlace>(&place))
        emit pageRequested(page->page, page->search, page->object);
    else if (const auto *report = std::get_if<ReportPlace>(&place))
        show(*report, {});
}

void ReportsPage::exportReport()
{
    if (m_kinds.empty())
        return;
    ReportRequest request = m_pane->request();
    request.limit = 0;
    const QString name = toText(request.kind);
    m_exporter->begin({.name = name,
                       .request = ReportExport{std::move(request)},
                       .rows = m_pane->hasTable() ? m_pane->grid()->table().total : 0});
}

void ReportsPage::saveView()
{
    askForName();
}

QDialog *ReportsPage::askForName()
{
    const QString name = m_viewName.isEmpty() ? reportTitle(m_pane->place().kind) : m_viewName;
    auto *dialog = new ViewNameDialog(tr("Save view"), name, m_list->viewNames(), true, this);
    dialog->setSubtitle(tr("The report with its filters and its order."));
    const NamedReport *before = m_views->find(m_viewName);
    dialog->offerSharing(before && before->saved.isShared);
    connect(dialog, &ViewNameDialog::chosen, this, [this, dialog](const QString &chosen) {
        m_views->save(chosen, m_pane->place(), dialog->isShared());
        m_viewName = chosen;
        m_list->mark(m_pane->place().kind, chosen);
        emit countTextChanged(chosen);
        emit toastRequested({.text = tr("The view “%1” was saved.").arg(chosen)});
    });
    m_dialogs.open(dialog);
    return dialog;
}

QDialog *ReportsPage::renameView(const QString &name)
{
    QStringList others = m_list->viewNames();
    others.removeAll(name);
    auto *dialog = new ViewNameDialog(tr("Rename view"), name, others, false, this);
    connect(dialog, &ViewNameDialog::chosen, this, [this, name](const QString &chosen) {
        m_views->rename(name, chosen);
        if (m_viewName == name) {
            m_viewName = chosen;
            m_list->mark(m_pane->place().kind, chosen);
            emit countTextChanged(chosen);
        }
    });
    m_dialogs.open(dialog);
    return dialog;
}

void ReportsPage::removeView(const QString &name)
{
    m_dialogs.confirm(this,
                      {.title = tr("Remove the view “%1”?").arg(name),
                       .text = tr("Only the view goes, nothing in the book."),
                       .confirmText = tr("Remove"),
                       .kind = ButtonKind::Danger},
                      [this, name] {
                          m_views->remove(name);
                          if (m_viewName == name)
                              openReport(m_pane->place().kind);
                      });
}

PaperFacts ReportsPage::paperFacts() const
{
    const ReportTable &table = m_pane->grid()->table();
    PaperFacts facts{.title = m_viewName.isEmpty() ? reportTitle(table.kind) : m_viewName,
                     .lines = paperLines(),
                     .made = tr("Made %1").arg(QDateTime::currentDateTime().toString(u"yyyy-MM-dd HH:mm"_s)),
                     .auditHead = {},
                     .font = font()};
    if (m_book.permits)
        facts.made = tr("Made %1 by %2")
                         .arg(QDateTime::currentDateTime().toString(u"yyyy-MM-dd HH:mm"_s),
                              personName(m_book.permits->access()));
    if (ChartPanel *panel = m_pane->chartPanel(); panel && !panel->isHidden()) {
        QPainter painter(&facts.chart);
        facts.chartSize = paperChart;
        panel->chart()->drawPicture(painter, paperChart, paperLook(panel->chart()->ownLook().font));
    }
    return facts;
}

QStringList ReportsPage::paperLines() const
{
    const ReportRequest request = m_pane->request();
    QStringList lines;
    if (request.filter.from && request.filter.until)
        lines += tr("%1 to %2").arg(displayDay(*request.filter.from), displayDay(*request.filter.until));
    else
        lines += tr("As of %1").arg(displayDay(m_pane->grid()->table().asOf));
    if (const QStringList words = m_pane->filters()->words(); !words.isEmpty())
        lines += words.join(u" · "_s);
    return lines;
}

ReportPreviewDialog::WholeReport ReportsPage::wholeReport(const PaperFacts &facts) const
{
    ReportRequest request = m_pane->request();
    request.limit = mostPrinted;
    return [book = m_book, request, facts](QObject *context, const CancelToken &token, const auto &handler) {
        book.ask(
            context,
            [request](const Services &services, Session &session) {
                return services.reports.table(session, request);
            },
            [facts, handler](Result<ReportTable> table) {
                handler(table ? Result<ReportPaper>(paperOf(*std::move(table), facts))
                              : std::unexpected(std::move(table).error()));
            },
            token);
    };
}

void ReportsPage::print()
{
    offerPrint();
}

QDialog *ReportsPage::offerPrint()
{
    if (!m_pane->hasTable())
        return nullptr;
    const PaperFacts facts = paperFacts();
    const ReportTable &table = m_pane->grid()->table();
    auto *dialog = new ReportPreviewDialog(paperOf(table, facts), m_dialogs, this);
    if (std::ssize(table.rows) < table.total)
        dialog->setWholeReport(wholeReport(facts),
                               tr("the first %1 rows are shown here, %2 are printed")
                                   .arg(QLocale().toString(table.rows.size()),
                                        QLocale().toString(std::min(table.total, mostPrinted))));
    connect(dialog, &ReportPreviewDialog::toastRequested, this, &Page::toastRequested);
    m_dialogs.open(dialog);
    return dialog;
}

std::vector<TourStop> ReportsPage::tourStops()
{
    std::vector<TourStop> stops;
    stops.reserve(m_kinds.size());
    for (const ReportKind kind : m_kinds)
        stops.push_back({.name = toText(kind), .show = [this, kind]() -> QWidget * {
                             openReport(kind);
                             return nullptr;
                         }});
    auto *vendors = m_pane->filters()->findChild<ChoiceBox *>(u"vendorChoice"_s);
    stops.push_back({.name = u"vendors"_s,
                     .show = [vendors]() -> QWidget * {
                         vendors->showPopup();
                         return vendors->popup();
                     },
                     .leave = [vendors] { vendors->hidePopup(); }});
    stops.push_back({.name = u"save-view"_s, .show = [this]() -> QWidget * { return askForName(); }});
    stops.push_back({.name = u"print"_s, .show = [this]() -> QWidget * { return offerPrint(); }});
    return stops;
}

void ReportsPage::showViewMenu(const QString &name, const QPoint &globalPosition)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"viewMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const NamedReport *view = m_views->find(name);
    if (view && view->saved.isMine) {
        menu->addAction(tr("Rename …"), this, [this, name] { renameView(name); })
            ->setObjectName(u"renameViewAction"_s);
        menu->addAction(view->saved.isShared ? tr("Share no longer") : tr("Share with everybody"), this,
                        [this, name, isShared = view->saved.isShared] { m_views->share(name, !isShared); })
            ->setObjectName(u"shareViewAction"_s);
    }
    menu->addAction(tr("Copy as text"), this, [this, name] {
        if (const NamedReport *copied = m_views->find(name))
            QGuiApplication::clipboard()->setText(savedViewText(u"reports"_s, copied->saved.place));
    });
    menu->addAction(tr("Remove …"), this, [this, name] { removeView(name); })
        ->setObjectName(u"removeViewAction"_s);
    menu->popup(globalPosition);
}

} // namespace seatledger
