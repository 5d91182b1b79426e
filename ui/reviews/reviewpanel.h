// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/repositories/reviewrepository.h"
#include "ui/book/selectionpanel.h"

namespace seatledger {

class KeyValueForm;

/// How far a review is, and below that what belongs to the selected line.
class ReviewPanel final : public SelectionPanel
{
    Q_OBJECT

public:
    explicit ReviewPanel(BookAccess access, QWidget *parent = nullptr);

    /// Shows how far this review is; none: nothing.
    void setReview(const std::optional<ReviewRow> &review);

protected:
    void showNothing() override;
    void loadOne(qint64 value) override;
    void loadSeveral(const QList<qint64> &values) override;

private:
    void showReview();
    void showItem(const ReviewItemRow &row);

    std::optional<ReviewRow> m_review;
    KeyValueForm *m_progress;
    KeyValueForm *m_details;
};

} // namespace seatledger
