// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/repositories/reviewrepository.h"
#include "ui/book/bookaccess.h"
#include "ui/common/models/keysetpagesource.h"
#include "ui/common/models/pagedtablemodel.h"
#include "ui/common/widgets/badge.h"

namespace seatledger {

using ReviewPages = KeysetPageSource<ReviewItemRow, ReviewItemFilter>;
using ReviewTable = PagedTableModel<ReviewItemRow>;

/// The lines of a review, by member unless sorted otherwise.
[[nodiscard]] ReviewPages *makeReviewSource(BookAccess access, const ReviewItemFilter &filter,
                                            QObject *parent);
[[nodiscard]] std::vector<TableColumn<ReviewItemRow>> reviewColumns();
/// What the repository sorts by for a column's key.
[[nodiscard]] ReviewSort reviewSort(const QString &columnKey);

[[nodiscard]] Badge badgeOf(ReviewDecision decision);
[[nodiscard]] Badge badgeOf(ReviewState state);
/// "Spring review (Research, until 2027-04-01)"
[[nodiscard]] QString titleText(const ReviewRow &row);

} // namespace seatledger
