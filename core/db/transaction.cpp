// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/transaction.h"

#include "core/db/pgresult.h"
#include "core/db/pipeline.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <QRandomGenerator>
#include <QThread>

#include <chrono>

using namespace Qt::StringLiterals;

namespace seatledger {

Q_LOGGING_CATEGORY(transactionLog, "seatledger.db.transaction", QtWarningMsg)

Result<Transaction> Transaction::begin(Connection &connection, QStringView name)
{
    const bool joins = connection.m_transactionDepth > 0;
    if (!joins) {
        if (auto may = detail::checkMayRun(connection); !may)
            return std::unexpected(std::move(may).error());
        qCDebug(transactionLog) << "Begin" << name;
        if (auto begun = detail::beginTransaction(connection); !begun)
            return std::unexpected(std::move(begun).error());
        connection.m_transactionDoomed = false;
    }
    ++connection.m_transactionDepth;
    return Transaction(connection, name.toString(), joins);
}

Transaction::Transaction(Connection &connection, QString name, bool joined)
    : m_connection(&connection), m_name(std::move(name)), m_joined(joined)
{}

Transaction::Transaction(Transaction &&other) noexcept
    : m_connection(std::exchange(other.m_connection, nullptr)),
      m_name(std::move(other.m_name)),
      m_joined(other.m_joined)
{}

Transaction::~Transaction()
{
    rollBack();
}

Result<void> Transaction::commit()
{
    if (!m_connection)
        return failure(ErrorCode::Internal, u"The transaction %1 has already ended."_s.arg(m_name));
    if (m_joined) {
        --m_connection->m_transactionDepth;
        m_connection = nullptr;
        return {};
    }
    if (auto may = mayCommit(); !may) {
        rollBack();
        return may;
    }
    Connection &connection = *std::exchange(m_connection, nullptr);
    --connection.m_transactionDepth;
    qCDebug(transactionLog) << "Commit" << m_name;
    return detail::commitTransaction(connection);
}

Result<void> Transaction::mayCommit() const
{
    if (m_connection->m_transactionDoomed)
        return failure(ErrorCode::Internal,
                       u"The transaction %1 cannot commit: a part of it was rolled back."_s.arg(m_name));
    if (PQtransactionStatus(m_connection->handle()) == PQTRANS_INERROR)
        // COMMIT would be answered with ROLLBACK and look like a success
        return failure(ErrorCode::Internal,
                       u"The transaction %1 cannot commit: one of its statements failed."_s.arg(m_name));
    return detail::checkMayRun(*m_connection);
}

bool Transaction::isJoined() const
{
    return m_joined;
}

void Transaction::rollBack()
{
    if (!m_connection)
        return;
    Connection &connection = *std::exchange(m_connection, nullptr);
    --connection.m_transactionDepth;
    if (m_joined) {
        connection.m_transactionDoomed = true;
        return;
    }
    qCDebug(transactionLog) << "Roll back" << m_name;
    if (auto done = detail::rollBackTransaction(connection); !done && done.error().code != ErrorCode::Offline)
        qCWarning(transactionLog) << "Roll back" << m_name << "failed:" << done.error().message;
}

namespace detail {

bool isRepeatable(const Error &error)
{
    const QString state = error.details.value("sqlstate"_L1).toString();
    // 0A000: a table was altered under a prepared statement, see pipeline.cpp
    return error.code == ErrorCode::Busy
           && (state == "40001"_L1 || state == "40P01"_L1 || state == "0A000"_L1);
}

void waitBeforeAttempt(int attempt)
{
    const int longest = 10 << attempt;
    QThread::msleep(QRandomGenerator::global()->bounded(5U, static_cast<quint32>(longest)));
}

} // namespace detail

} // namespace seatledger
