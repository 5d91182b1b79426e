// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/exportrequest.h"
#include "ui/book/bookaccess.h"
#include "ui/common/widgets/dialogframe.h"

#include <QTimer>

#include <atomic>
#include <memory>

class QProgressBar;

namespace seatledger {

/// A list on its way to a file.
struct ExportJob {
    ExportRequest request;
    QString path;
    ExportOptions options = {};
    qint64 rows = 0; ///< how many there are; 0: nobody knows
};

/// Writes a list to a file, says how far it is, and can be cancelled; then the file is as it was before.
/// Closes itself at the end.
class ExportDialog final : public DialogFrame
{
    Q_OBJECT

public:
    ExportDialog(BookAccess access, ExportJob job, QWidget *parent);

    void start();
    void reject() override;

signals:
    void exported(qint64 rows);
    void failed(const seatledger::Error &error);

private:
    /// Written by the thread that works.
    struct Shared {
        std::atomic<qint64> rows = 0;
        std::atomic<bool> isFinishing = false;
    };

    void showProgress();
    void take(const Result<qint64> &rows);

    BookAccess m_book;
    ExportJob m_job;
    QProgressBar *m_bar;
    TextLabel *m_rows;
    CancelToken m_token;
    QTimer m_timer;
    std::shared_ptr<Shared> m_done = std::make_shared<Shared>();
};

} // namespace seatledger
