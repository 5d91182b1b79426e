// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reviews/reviewspage.h"

#include "ui/common/models/rowselection.h"
#include "ui/common/widgets/segmentedfilter.h"
#include "ui/reviews/reviewdialogs.h"
#include "ui/reviews/reviewpanel.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>

#include <algorithm>
#include <limits>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

/// No review at all: a filter that leaves nothing.
ReviewItemFilter nothing()
{
    return {.item = ReviewItemId::fromValue(std::numeric_limits<qint64>::max())};
}

/// Off for the same permission, but in the words of what it does here.
void reword(QAction *action, const QString &refusal)
{
    action->setToolTip(refusal);
    action->setStatusTip(refusal);
    action->setWhatsThis(refusal);
}

} // namespace

ReviewsPage::ReviewsPage(BookAccess access, Dialogs &dialogs, QWidget *parent)
    : BookPage(access, dialogs, u"reviews"_s, parent),
      m_source(makeReviewSource(access, nothing(), nullptr)),
      m_table(new ReviewTable(m_source, reviewColumns(), this)),
      m_panel(new ReviewPanel(access, this)),
      m_choice(new QComboBox(this))
{
    m_table->setObjectName(u"reviewsModel"_s);
    buildFilter();
    buildActions();
    m_panel->setActions({m_keep, m_revoke});
    build(m_table, m_panel);
    connect(this, &BookPage::firstStepWanted, m_new, &QAction::trigger);
    loadReviews();
}

void ReviewsPage::buildFilter()
{
    m_choice->setObjectName(u"reviewComboBox"_s);
    m_choice->setAccessibleName(tr("Review"));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    subjectLine()->addWidget(m_choice);
    subjectLine()->addStretch();
    filter()->addSegment(u"all"_s, tr("All"));
    for (const auto &entry : enumEntries<ReviewDecision>())
        filter()->addSegment(entry.name, translateDomain(entry.display));
    filter()->addSegment(u"changed"_s, tr("Changed since"));
    connect(m_choice, &QComboBox::activated, this, &ReviewsPage::applyFilter);
    connect(filter(), &SegmentedFilter::currentChanged, this, &ReviewsPage::applyFilter);
}

void ReviewsPage::buildActions()
{
    m_new = makeAction(u"new"_s, tr("New review"), u"plus"_s, QKeySequence::New, Action::EditMembers,
                       [this] { offerNew(); });
    markPrimary(m_new);
    m_keep = makeAction(u"keep"_s, tr("Keep"), u"circle-check"_s, {}, Action::Review, [this] { keep(); });
    m_revoke = makeAction(u"revoke"_s, tr("Revoke …"), u"ban"_s, QKeySequence::Delete, Action::Review,
                          [this] { offerDecision(ReviewDecision::Revoke); });
    m_reopen = makeAction(u"reopen"_s, tr("Decide anew …"), u"hourglass"_s, {}, Action::Review,
                          [this] { offerDecision(ReviewDecision::Open); });
    m_execute = makeAction(u"execute"_s, tr("Carry out …"), u"clipboard-list"_s, {}, Action::EditMembers,
                           [this] { offerExecution(); });
    m_giveUp = makeAction(u"giveUp"_s, tr("Give up"), u"x"_s, {}, Action::EditMembers, [this] { giveUp(); });
    m_history = makeAction(u"history"_s, tr("History …"), u"history"_s, {}, Action::ReadAudit, [this] {
        if (const ReviewRow *shown = review())
            offerHistory({u"access_review"_s, shown->review.id.value()}, shown->review.name.text());
    });
    wordRefusals();
    if (book().permits)
        connect(book().permits, &Permits::changed, this, &ReviewsPage::wordRefusals);
    setHeaderActions({makeMoreAction({m_giveUp, nullptr, m_history}), exportAction(), m_execute, m_new});
    setMenuActions({m_keep, m_revoke, m_reopen});
}

/// It takes more than to change members: all of them. Who may decide in reviews need not begin one.
void ReviewsPage::wordRefusals()
{
    for (QAction *action : {m_new, m_execute, m_giveUp}) {
        if (!Permits::refusalOf(action).isEmpty())
            reword(action, tr("Administrators begin reviews, carry them out and give them up; you decide in "
                              "them for the people of your departments."));
    }
}

const ReviewRow *ReviewsPage::review() const
{
    const qint64 id = m_choice->currentData().toLongLong();
    const auto found = std::ranges::find_if(
        m_reviews, [id](const ReviewRow &row) { return row.review.id.value() == id; });
    return found == m_reviews.end() ? nullptr : &*found;
}

bool ReviewsPage::isSettled() const
{
    return m_loading == 0 && BookPage::isSettled();
}

void ReviewsPage::loadReviews(std::optional<qint64> wanted)
{
    ++m_loading;
    book().ask(
        this, [](const Services &services, Session &session) { return services.reviews.list(session); },
        [this, wanted](const Result<std::vector<ReviewRow>> &reviews) {
            --m_loading;
            if (reviews)
                showReviews(*reviews, wanted);
        });
}

/// What was shown stays, unless another one is wanted or it is gone.
void ReviewsPage::showReviews(std::vector<ReviewRow> reviews, std::optional<qint64> wanted)
{
    const QVariant shown = wanted ? QVariant(*wanted) : m_choice->currentData();
    m_reviews = std::move(reviews);
    m_choice->clear();
    for (const ReviewRow &row : m_reviews)
        m_choice->addItem(titleText(row), row.review.id.value());
    m_choice->setCurrentIndex(std::max(0, m_choice->findData(shown)));
    m_choice->setVisible(!m_reviews.empty());
    setSubjectShown(!m_reviews.empty());
    m_panel->setReview(review() ? std::optional(*review()) : std::nullopt);
    applyFilter();
    updateEmptyText();
}

void ReviewsPage::applyFilter()
{
    const ReviewRow *shown = review();
    ReviewItemFilter wanted = shown ? ReviewItemFilter{.review = shown->review.id, .search = searchText()}
                                    : nothing();
    wanted.decision = fromText<ReviewDecision>(filter()->current());
    wanted.onlyChanged = filter()->current() == "changed"_L1;
    m_panel->setReview(shown ? std::optional(*shown) : std::nullopt);
    m_source->setFilter(wanted);
    updateActions();
}

void ReviewsPage::takeChange(const ChangeNotice &notice)
{
    BookPage::takeChange(notice);
    if (notice.entity.isEmpty() || entities().contains(notice.entity))
        loadReviews();
}

EmptyText ReviewsPage::firstSteps() const
{
    return {.iconName = u"clipboard-list"_s,
            .title = tr("No access reviews yet"),
            .text = tr(
                "A review is the list of who holds what, for managers to decide who keeps it. At the end all "
                "revocations are carried out as one."),
            .actionText = tr("New review")};
}

QStringList ReviewsPage::entities() const
{
    return {u"access_review"_s, u"access_review_item"_s, u"license_assignment"_s, u"member"_s};
}

QString ReviewsPage::countText(qint64 count) const
{
    return tr("%Ln seats", nullptr, static_cast<int>(count));
}

QList<ReviewItemId> ReviewsPage::chosen() const
{
    QList<ReviewItemId> items;
    for (const qint64 id : selectedIds())
        items.append(*ReviewItemId::fromValue(id));
    return items;
}

void ReviewsPage::updateActions()
{
    const bool isOpen = review() && review()->review.state == ReviewState::Open;
    const bool any = isOpen && view()->rows()->count() > 0 && view()->rows()->isComplete();
    for (QAction *action : {m_keep, m_revoke, m_reopen})
        action->setEnabled(any);
    m_execute->setEnabled(isOpen);
    m_giveUp->setEnabled(isOpen);
    m_history->setEnabled(review());
}

void ReviewsPage::activate(qint64)
{
    if (m_revoke->isEnabled() && isPermitted(Action::Review))
        offerDecision(ReviewDecision::Revoke);
}

void ReviewsPage::keep()
{
    load(
        tr("The decision could not be written down"),
        [command = ReviewCommand{chosen(), ReviewDecision::Keep}](const Services &services,
                                                                  Session &session) {
            return services.reviewService.decide(session, command);
        },
        [this](const OperationOutcome &outcome) {
            tellDone(outcome.operation.value(),
                     tr("%Ln seats are kept.", nullptr, static_cast<int>(outcome.changed)));
        });
}

QDialog *ReviewsPage::offerDecision(ReviewDecision decision)
{
    if (chosen().isEmpty())
        return nullptr;
    auto *dialog = new DecideDialog(book(), chosen(), decision, this);
    connect(dialog, &OperationDialog::applied, this, &ReviewsPage::tellDone);
    dialogs().open(dialog);
    return dialog;
}

QDialog *ReviewsPage::offerNew()
{
    auto *dialog = new NewReviewDialog(book(), this);
    connect(dialog, &OperationDialog::applied, this, &ReviewsPage::tellDone);
    connect(dialog, &NewReviewDialog::created, this, [this](qint64 id) { loadReviews(id); });
    dialogs().open(dialog);
    return dialog;
}

QDialog *ReviewsPage::offerExecution()
{
    if (!review())
        return nullptr;
    auto *dialog = new ExecuteReviewDialog(book(), *review(), this);
    connect(dialog, &OperationDialog::applied, this, &ReviewsPage::tellDone);
    dialogs().open(dialog);
    return dialog;
}

void ReviewsPage::giveUp()
{
    if (!review())
        return;
    load(
        tr("The review could not be given up"),
        [id = review()->review.id](const Services &services, Session &session) {
            return services.reviewService.cancel(session, id);
        },
        [this](const OperationOutcome &outcome) {
            tellDone(outcome.operation.value(), tr("The review is given up; nothing was revoked."));
        });
}

ExportRequest ReviewsPage::exportRequest() const
{
    const SortSpec sort = m_source->sort();
    return ReviewExport{m_source->filter(), {reviewSort(sort.column), sort.order == Qt::DescendingOrder}};
}

QStringList ReviewsPage::exportColumns(const QString &key) const
{
    static const QHash<QString, QStringList> names{{u"member"_s, {u"member_name"_s}},
                                                   {u"used"_s, {u"last_used_at"_s}},
                                                   {u"change"_s, {u"state_now"_s, u"quantity_now"_s}}};
    return names.value(key, {key});
}

std::vector<TourStop> ReviewsPage::dialogStops()
{
    std::vector<TourStop> stops;
    stops.push_back({.name = u"new"_s, .show = [this]() -> QWidget * { return offerNew(); }});
    stops.push_back({.name = u"decide"_s,
                     .show = [this]() -> QWidget * { return offerDecision(ReviewDecision::Revoke); }});
    stops.push_back({.name = u"execute"_s, .show = [this]() -> QWidget * { return offerExecution(); }});
    return stops;
}

} // namespace seatledger
