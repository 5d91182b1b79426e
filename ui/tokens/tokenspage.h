// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/book/bookpage.h"
#include "ui/common/secretclipboard.h"
#include "ui/tokens/tokentable.h"

#include <QTimer>

class QComboBox;

namespace seatledger {

/// The page of tokens, by which programs come through the REST server: one's own, and everybody's for those
/// who manage operators. Makes them, shows a new one's secret once, and revokes them for good.
class TokensPage final : public BookPage
{
    Q_OBJECT

public:
    TokensPage(BookAccess access, Dialogs &dialogs, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Tokens"); }
    [[nodiscard]] QString searchHint() const override { return tr("Search name or owner"); }
    void reveal(qint64 object) override;

protected:
    QStringList entities() const override;
    QString countText(qint64 count) const override;
    void applyFilter() override;
    bool isNarrowed() const override;
    void widen() override;
    EmptyText firstSteps() const override;
    void activate(qint64 id) override;
    void updateActions() override;
    ExportRequest exportRequest() const override;
    QStringList exportColumns(const QString &key) const override;
    std::vector<TourStop> dialogStops() override;

private:
    void buildFilter();
    void buildActions();
    void followPermits();
    QDialog *offerNew();
    QDialog *showSecret(const NewToken &token);
    void askToRevoke();
    void revoke(const ApiToken &token);
    [[nodiscard]] const TokenRow *selected() const;
    [[nodiscard]] bool mayRevoke(const TokenRow &token) const;

    TokenPages *m_source;
    TokenTable *m_table;
    QComboBox *m_whose;
    QAction *m_new = nullptr;
    QAction *m_revoke = nullptr;
    QAction *m_history = nullptr;
    SecretClipboard m_clipboard;
    QTimer m_clearing;
};

} // namespace seatledger
