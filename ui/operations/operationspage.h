// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/systemstatus.h"
#include "ui/book/bookaccess.h"
#include "ui/shell/page.h"

#include <QTimer>

#include <optional>

class QDialog;
class QScrollArea;

namespace seatledger {

class BadgeLabel;
class Banner;
class Dialogs;
class EntryList;
class OperationTables;
class TextLabel;

/// How the machine below the book is, for those who look after it: what was looked at and how it is, who is
/// connected and waits for whom, slow statements, sizes, replicas, the last backup and the last doctor. It
/// asks every few seconds while somebody sees it, and never otherwise; what was shown stays when an answer
/// fails.
class OperationsPage final : public Page
{
    Q_OBJECT

public:
    static constexpr int everyMs = 5'000;

    OperationsPage(BookAccess access, Dialogs &dialogs, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Operations"); }
    [[nodiscard]] QWidget *mainView() const override;
    [[nodiscard]] QList<QAction *> headerActions() const override { return {m_backups, m_doctor}; }
    [[nodiscard]] bool isSettled() const override { return m_isLoaded && !m_isLoading; }
    [[nodiscard]] std::vector<TourStop> tourStops() override;
    void takeChange(const ChangeNotice &notice) override;

    /// How often it asks; for tests.
    void setPause(int milliseconds) { m_timer.setInterval(milliseconds); }
    [[nodiscard]] int rounds() const { return m_rounds; }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void buildLayout();
    void load();
    void take(const Result<SystemStatus> &status);
    void showSigns(const SystemStatus &status);
    void showServer(const ServerFigures &server);
    QDialog *offerDoctor();
    void offerBackups();
    void followSign(qint64 id);

    BookAccess m_book;
    Dialogs &m_dialogs;
    QAction *m_doctor;
    QAction *m_backups;
    QScrollArea *m_area;
    BadgeLabel *m_health;
    TextLabel *m_server;
    TextLabel *m_asOf;
    Banner *m_problem;
    EntryList *m_signs;
    QStringList m_signNames; ///< of its lines
    OperationTables *m_tables;
    QTimer m_timer;
    bool m_isLoading = false;
    bool m_isLoaded = false;
    int m_rounds = 0;
};

} // namespace seatledger
