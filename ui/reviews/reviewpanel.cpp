// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reviews/reviewpanel.h"

#include "core/domain/period.h"
#include "ui/book/historyentries.h"
#include "ui/common/widgets/keyvalueform.h"
#include "ui/common/widgets/panelsection.h"
#include "ui/common/widgets/sidepanel.h"
#include "ui/reviews/reviewlist.h"

#include <QLocale>

namespace seatledger {

using namespace Qt::StringLiterals;

ReviewPanel::ReviewPanel(BookAccess access, QWidget *parent)
    : SelectionPanel(access, u"review"_s, parent),
      m_progress(new KeyValueForm(this)),
      m_details(new KeyValueForm(this))
{
    panel()->addWidget(m_progress);
    addSection(u"details"_s, tr("Details"), m_details);
}

void ReviewPanel::setReview(const std::optional<ReviewRow> &review)
{
    m_review = review;
    showReview();
}

void ReviewPanel::showReview()
{
    m_progress->setVisible(m_review.has_value());
    if (!m_review)
        return;
    const QLocale locale;
    const ReviewProgress &progress = m_review->progress;
    const auto day = [](std::optional<QDate> value) { return value ? displayDay(*value) : QString(); };
    m_progress->setValue(u"asOf"_s, tr("List of"), displayDay(m_review->review.asOf));
    m_progress->setValue(u"due"_s, tr("To be decided by"), day(m_review->review.dueOn));
    m_progress->setValue(
        u"decided"_s, tr("Decided"),
        tr("%1 of %2").arg(locale.toString(progress.decided()), locale.toString(progress.items)));
    m_progress->setValue(u"keep"_s, tr("Keep"), locale.toString(progress.keep));
    m_progress->setValue(u"revoke"_s, tr("Revoke"), locale.toString(progress.revoke));
    m_progress->setValue(u"changed"_s, tr("Changed since"), locale.toString(progress.changed));
    m_progress->setValue(u"since"_s, tr("Seats given since"), locale.toString(progress.since));
}

void ReviewPanel::showNothing()
{
    if (m_review) {
        panel()->showHeading(u"clipboard-list"_s, m_review->review.name.text(), titleText(*m_review),
                             badgeOf(m_review->review.state));
        showSections(false);
        return;
    }
    panel()->showEmpty(u"clipboard-list"_s, tr("Nothing selected"),
                       tr("Begin a review, or select one of its seats."));
}

void ReviewPanel::loadOne(qint64 value)
{
    if (!m_review)
        return;
    const auto read = [id = *ReviewItemId::fromValue(value)](const Services &services,
                                                             Session &session) -> Result<ReviewItemRow> {
        const auto found = services.reviews.items(session, {.item = id}, {}, {}, 0, 1);
        if (!found)
            return std::unexpected(found.error());
        if (found->rows.empty())
            return failure(ErrorCode::NotFound, tr("This seat is not in the review any more."));
        return found->rows.front();
    };
    load(read, [this](const ReviewItemRow &row) { showItem(row); });
}

void ReviewPanel::showItem(const ReviewItemRow &row)
{
    panel()->showHeading(u"armchair"_s, row.memberName, row.licenseName, badgeOf(row.decision));
    showSections(true);
    const auto moment = [](const std::optional<QDateTime> &value) {
        return value ? momentText(*value, QDateTime::currentDateTimeUtc()) : QString();
    };
    m_details->setValue(u"email"_s, tr("E-mail"), row.memberEmail);
    m_details->setValue(u"department"_s, tr("Department then"), row.department);
    m_details->setValue(u"quantity"_s, tr("Seats"), QLocale().toString(row.quantity));
    m_details->setValue(u"used"_s, tr("Last used"), moment(row.lastUse));
    m_details->setValue(u"change"_s, tr("Since then"), displayText(row.change));
    m_details->setValue(u"reviewer"_s, tr("Decided by"), row.reviewer);
    m_details->setValue(u"decidedAt"_s, tr("Decided"), moment(row.decidedAt));
    m_details->setValue(u"note"_s, tr("Note"), row.note);
}

void ReviewPanel::loadSeveral(const QList<qint64> &values)
{
    panel()->showHeading(u"armchair"_s, tr("%Ln seats", nullptr, static_cast<int>(values.size())),
                         tr("selected"), {});
    showSections(false);
}

} // namespace seatledger
