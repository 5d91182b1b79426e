// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/executor.h"
#include "core/services/services.h"

#include <QDate>
#include <QObject>
#include <QTimer>

namespace seatledger {

/// What day it is in the book: in the organisation's time zone, which need not be that of this machine. Once
/// started, it books what is due and asks for the day, at once and every minute. Until the first answer it is
/// the machine's day. GUI thread.
class BookDay final : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it.
    BookDay(Executor &executor, const Services &services, QObject *parent = nullptr);

    void start();
    [[nodiscard]] QDate today() const { return m_today; }

public slots:
    /// Does now what else is done every minute.
    void refresh();

signals:
    /// It is another day now, or the first answer is there.
    void changed(QDate today);

private:
    void keepUp();
    void take(const Result<QDate> &today);

    Executor &m_executor;
    const Services &m_services;
    QDate m_today = QDate::currentDate();
    QTimer m_minute;
};

} // namespace seatledger
