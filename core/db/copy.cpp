// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/copy.h"

#include "core/db/pgresult.h"
#include "core/db/pipeline.h"
#include "core/db/session.h"
#include "core/db/sqlerror.h"

#include <libpq-fe.h>

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

constexpr qsizetype bufferLimit = 256 * 1024;

struct MemoryDeleter {
    void operator()(char *memory) const { PQfreemem(memory); }
};

QByteArray quotedLiteral(const Connection &connection, const SqlValue &value)
{
    const std::unique_ptr<char, MemoryDeleter> literal(PQescapeLiteral(
        connection.handle(), value.text().constData(), static_cast<std::size_t>(value.text().size())));
    return literal ? QByteArray(literal.get()) : QByteArray("NULL");
}

/// Sends the COPY statement; content when the stream has been opened.
Result<void> openStream(Connection &connection, const QByteArray &sql)
{
    if (auto may = detail::checkMayRun(connection); !may)
        return may;
    if (auto settled = detail::settle(connection); !settled)
        return settled;
    const StatementGuard guard(connection);
    auto opened = detail::checked(detail::PgResult(PQexec(connection.handle(), sql.constData())), connection);
    if (!opened)
        return std::unexpected(std::move(opened).error());
    return {};
}

/// What the server says about a stream that has ended: its number of rows, or why it failed.
Result<qint64> outcome(Connection &connection)
{
    Result<qint64> rows = 0;
    while (detail::PgResult result{PQgetResult(connection.handle())}) {
        auto checked = detail::checked(std::move(result), connection);
        if (!checked)
            rows = std::unexpected(std::move(checked).error());
        else if (rows)
            rows = QByteArray(PQcmdTuples(checked->get())).toLongLong();
    }
    return rows;
}

/// Makes the server stop sending and reads what is still under way.
void abandon(Connection &connection)
{
    const std::unique_ptr<PGcancel, decltype(&PQfreeCancel)> cancel(PQgetCancel(connection.handle()),
                                                                    &PQfreeCancel);
    char reason[256];
    PQcancel(cancel.get(), reason, sizeof reason);
    char *line = nullptr;
    while (PQgetCopyData(connection.handle(), &line, 0) > 0)
        PQfreemem(line);
    std::ignore = outcome(connection);
}

Result<qint64> readStream(Connection &connection, const std::function<Result<void>(QByteArrayView)> &consume)
{
    const StatementGuard guard(connection);
    for (;;) {
        char *memory = nullptr;
        const int size = PQgetCopyData(connection.handle(), &memory, 0);
        const std::unique_ptr<char, MemoryDeleter> line(memory);
        if (size == -1)
            return outcome(connection);
        if (size < 0)
            return std::unexpected(errorFromConnection(connection.handle()));
        if (auto consumed = consume(QByteArrayView(line.get(), size)); !consumed) {
            abandon(connection);
            return std::unexpected(std::move(consumed).error());
        }
    }
}

char unescaped(char c)
{
    switch (c) {
    case 'b':
        return '\b';
    case 'f':
        return '\f';
    case 'n':
        return '\n';
    case 'r':
        return '\r';
    case 't':
        return '\t';
    case 'v':
        return '\v';
    default:
        return c;
    }
}

/// Takes a line of COPY's text format apart. Keeps its buffers from line to line.
class LineReader final
{
public:
    std::span<const CopyField> read(QByteArrayView line)
    {
        m_fields.clear();
        m_plain.resize(line.size()); // never longer than its escaped form, so views into it stay valid
        m_end = m_plain.data();
        if (line.endsWith('\n'))
            line.chop(1);
        qsizetype from = 0;
        for (;;) {
            const qsizetype tab = line.indexOf('\t', from);
            m_fields.push_back(field(tab < 0 ? line.sliced(from) : line.sliced(from, tab - from)));
            if (tab < 0)
                return m_fields;
            from = tab + 1;
        }
    }

private:
    CopyField field(QByteArrayView raw)
    {
        if (raw == QByteArrayView("\\N"))
            return {{}, true};
        if (!raw.contains('\\'))
            return {raw, false};
        char *const from = m_end;
        for (qsizetype i = 0; i < raw.size(); ++i)
            *m_end++ = raw[i] == '\\' && i + 1 < raw.size() ? unescaped(raw[++i]) : raw[i];
        return {QByteArrayView(from, m_end - from), false};
    }

    std::vector<CopyField> m_fields;
    QByteArray m_plain;
    char *m_end = nullptr;
};

void appendEscaped(QByteArray &buffer, QByteArrayView text)
{
    constexpr auto isSpecial = [](char c) { return c == '\\' || c == '\n' || c == '\r' || c == '\t'; };
    if (std::ranges::none_of(text, isSpecial)) {
        buffer += text;
        return;
    }
    for (const char c : text) {
        switch (c) {
        case '\\':
            buffer += "\\\\";
            break;
        case '\n':
            buffer += "\\n";
            break;
        case '\r':
            buffer += "\\r";
            break;
        case '\t':
            buffer += "\\t";
            break;
        default:
            buffer += c;
        }
    }
}

} // namespace

CopyOut::CopyOut(Session &session, const QString &query) : CopyOut(session.connection(), query) {}

CopyOut::CopyOut(Connection &connection, const QString &query) : m_connection(connection), m_text(query) {}

CopyOut &CopyOut::bind(SqlValue value)
{
    m_text.bind(std::move(value));
    return *this;
}

CopyOut &CopyOut::bind(const char *name, SqlValue value)
{
    m_text.bind(name, std::move(value));
    return *this;
}

Result<qint64> CopyOut::rows(const std::function<Result<void>(std::span<const CopyField>)> &consume)
{
    LineReader reader;
    return lines(u"FORMAT text"_s, [&](QByteArrayView line) { return consume(reader.read(line)); });
}

Result<qint64> CopyOut::lines(const QString &options,
                              const std::function<Result<void>(QByteArrayView)> &consume)
{
    auto query = m_text.inlined([this](const SqlValue &value) { return quotedLiteral(m_connection, value); });
    if (!query)
        return std::unexpected(query.error());
    const QByteArray sql = "COPY (" + *query + ") TO STDOUT (" + options.toUtf8() + ')';
    if (auto opened = openStream(m_connection, sql); !opened)
        return std::unexpected(std::move(opened).error());
    return readStream(m_connection, consume);
}

CopyIn::CopyIn(Session &session, QString target) : CopyIn(session.connection(), std::move(target)) {}

CopyIn::CopyIn(Connection &connection, QString target) : m_connection(connection), m_target(std::move(target))
{}

CopyIn::~CopyIn()
{
    if (m_state == State::Streaming)
        std::ignore = end("not finished");
}

Result<void> CopyIn::row(std::initializer_list<SqlValue> values)
{
    return row(std::span(values.begin(), values.size()));
}

Result<void> CopyIn::row(std::span<const SqlValue> values)
{
    if (m_state == State::Idle) {
        if (auto started = start(); !started)
            return started;
    }
    bool isFirst = true;
    for (const SqlValue &value : values) {
        if (!std::exchange(isFirst, false))
            m_buffer += '\t';
        if (value.isNull())
            m_buffer += "\\N";
        else
            appendEscaped(m_buffer, value.text());
    }
    return endRow();
}

Result<void> CopyIn::fields(std::span<const CopyField> values)
{
    if (m_state == State::Idle) {
        if (auto started = start(); !started)
            return started;
    }
    bool isFirst = true;
    for (const CopyField &value : values) {
        if (!std::exchange(isFirst, false))
            m_buffer += '\t';
        if (value.isNull)
            m_buffer += "\\N";
        else
            appendEscaped(m_buffer, value.text);
    }
    return endRow();
}

Result<void> CopyIn::endRow()
{
    m_buffer += '\n';
    return m_buffer.size() < bufferLimit ? Result<void>() : flush();
}

Result<qint64> CopyIn::finish()
{
    if (m_state == State::Idle) {
        if (auto started = start(); !started)
            return std::unexpected(std::move(started).error());
    }
    if (auto flushed = flush(); !flushed)
        return std::unexpected(std::move(flushed).error());
    return end(nullptr);
}

Result<void> CopyIn::start()
{
    m_buffer.reserve(bufferLimit + 4096);
    const QByteArray sql = "COPY " + m_target.toUtf8() + " FROM STDIN";
    auto opened = openStream(m_connection, sql);
    m_state = opened ? State::Streaming : State::Ended;
    return opened;
}

Result<void> CopyIn::flush()
{
    if (m_state != State::Streaming)
        return failure(ErrorCode::Internal, u"The copy into %1 has already ended."_s.arg(m_target));
    if (auto may = detail::checkMayRun(m_connection); !may) {
        std::ignore = end("cancelled");
        return may;
    }
    const int sent = PQputCopyData(m_connection.handle(), m_buffer.constData(),
                                   static_cast<int>(m_buffer.size()));
    m_buffer.resize(0);
    if (sent == 1)
        return {};
    m_state = State::Ended;
    return std::unexpected(errorFromConnection(m_connection.handle()));
}

Result<qint64> CopyIn::end(const char *abortReason)
{
    m_state = State::Ended;
    const StatementGuard guard(m_connection);
    if (PQputCopyEnd(m_connection.handle(), abortReason) != 1)
        return std::unexpected(errorFromConnection(m_connection.handle()));
    return outcome(m_connection);
}

} // namespace seatledger
