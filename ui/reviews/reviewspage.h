// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/book/bookpage.h"
#include "ui/reviews/reviewlist.h"

class QComboBox;

namespace seatledger {

class ReviewPanel;

/// The page of access reviews: one review at a time, its seats with who keeps them. Managers decide for their
/// own people; who decides for everybody begins reviews and carries them out.
class ReviewsPage final : public BookPage
{
    Q_OBJECT

public:
    ReviewsPage(BookAccess access, Dialogs &dialogs, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Access reviews"); }
    [[nodiscard]] QString searchHint() const override { return tr("Search member or licence"); }
    void takeChange(const ChangeNotice &notice) override;
    [[nodiscard]] bool isSettled() const override;

    /// The review shown.
    [[nodiscard]] const ReviewRow *review() const;

protected:
    QStringList entities() const override;
    QString countText(qint64 count) const override;
    void applyFilter() override;
    EmptyText firstSteps() const override;
    std::optional<Action> firstStep() const override { return Action::EditMembers; }
    void activate(qint64 id) override;
    void updateActions() override;
    ExportRequest exportRequest() const override;
    QStringList exportColumns(const QString &key) const override;
    std::vector<TourStop> dialogStops() override;

private:
    void buildFilter();
    void buildActions();
    void wordRefusals();
    void loadReviews(std::optional<qint64> wanted = {});
    void showReviews(std::vector<ReviewRow> reviews, std::optional<qint64> wanted);
    void keep();
    QDialog *offerDecision(ReviewDecision decision);
    QDialog *offerNew();
    QDialog *offerExecution();
    void giveUp();
    [[nodiscard]] QList<ReviewItemId> chosen() const;

    ReviewPages *m_source;
    ReviewTable *m_table;
    ReviewPanel *m_panel;
    QComboBox *m_choice;
    std::vector<ReviewRow> m_reviews;
    int m_loading = 0;
    QAction *m_new = nullptr;
    QAction *m_keep = nullptr;
    QAction *m_revoke = nullptr;
    QAction *m_reopen = nullptr;
    QAction *m_execute = nullptr;
    QAction *m_giveUp = nullptr;
    QAction *m_history = nullptr;
};

} // namespace seatledger
