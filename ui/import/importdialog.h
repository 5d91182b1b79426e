// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/importrequest.h"
#include "ui/book/bookaccess.h"
#include "ui/common/widgets/dialogframe.h"
#include "ui/shell/dialogs.h"

#include <QTimer>

#include <atomic>
#include <memory>
#include <optional>

class QStackedWidget;

namespace seatledger {

class ColumnsStep;
class FileStep;
class ResultStep;
class TestStep;

/// Takes a person from a file to what it did in the book, in four steps: the file and how it is read, what
/// its columns are taken for, the test run, the result with Undo. Nothing is written before the last button,
/// which says how many rows it writes. Long work shows progress and can be cancelled.
class ImportDialog final : public DialogFrame
{
    Q_OBJECT

public:
    ImportDialog(BookAccess access, Dialogs &dialogs, ImportKind kind, QWidget *parent);

    /// Begins with this file.
    void setPath(const QString &path);
    /// Shows what an import did.
    void showResult(const ImportOutcome &outcome);
    /// Whether all that was asked for has arrived.
    [[nodiscard]] bool isSettled() const;

    void reject() override;

public slots:
    void goOn();
    void goBack();

signals:
    /// It was done; `summary` is one sentence for people.
    void applied(qint64 operation, const QString &summary);
    void undone(qint64 operation);

private:
    enum Step { File, Columns, Test, Done };

    /// Written by the thread that works.
    struct Shared {
        std::atomic<ImportPhase> phase = ImportPhase::Reading;
        std::atomic<qint64> done = 0;
        std::atomic<qint64> total = 0;
    };

    void buildButtons();
    void connectSteps();
    void show(Step step);
    [[nodiscard]] Step step() const;
    [[nodiscard]] bool canGoOn() const;
    void updateButtons();
    [[nodiscard]] QString subtitle() const;
    [[nodiscard]] QString goOnText() const;
    [[nodiscard]] ImportRequest request() const;

    void match(const std::optional<QString> &name);
    void loadMappings();
    void saveMapping(const ImportMapping &mapping);
    void removeMapping(const QString &name);
    void test();
    void import();
    void saveProblems();
    void writeProblems(const QString &path);
    void undo();

    /// Runs `work(const ImportApplicationService &, Session &, progress)` under the cover; errors are shown
    /// in the strip.
    template <typename Work, typename Show>
    void run(const QString &text, Work work, Show show);
    void showProgress();

    BookAccess m_book;
    Dialogs &m_dialogs;
    QStackedWidget *m_steps;
    FileStep *m_file;
    ColumnsStep *m_columns;
    TestStep *m_test;
    ResultStep *m_result;
    QPushButton *m_undo = nullptr;
    QPushButton *m_back = nullptr;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_next = nullptr;
    CancelToken m_token;
    QTimer m_timer;
    std::shared_ptr<Shared> m_progress = std::make_shared<Shared>();
    std::optional<OperationId> m_operation;
    int m_underWay = 0;
};

} // namespace seatledger
