// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/exportapplicationservice.h"
#include "ui/book/bookaccess.h"
#include "ui/common/widgets/dialogframe.h"

#include <QTimer>

#include <atomic>
#include <memory>

namespace seatledger {

/// Writes a list to a file, says how far it is, and can be cancelled; then the file is as it was before.
/// Closes itself at the end.
class ExportDialog final : public DialogFrame
{
    Q_OBJECT

public:
    ExportDialog(BookAccess access, ExportRequest request, const QString &path, QWidget *parent);

    void start();
    void reject() override;

signals:
    void exported(qint64 rows);
    void failed(const seatledger::Error &error);

private:
    void take(const Result<qint64> &rows);

    BookAccess m_book;
    ExportRequest m_request;
    QString m_path;
    TextLabel *m_rows;
    CancelToken m_token;
    QTimer m_timer;
    std::shared_ptr<std::atomic<qint64>> m_done = std::make_shared<std::atomic<qint64>>(0);
};

} // namespace seatledger
