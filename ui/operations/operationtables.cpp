// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operations/operationtables.h"

#include "ui/common/style/lengths.h"
#include "ui/common/style/tokens.h"

#include <QGridLayout>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr int twoBesideEachOther = 900;

QString number(qint64 value)
{
    return QLocale().toString(value);
}

QString milliseconds(double value)
{
    return QLocale().toString(value, 'f', value < 10 ? 2 : 0);
}

QString programText(const QString &application)
{
    return application.isEmpty() ? OperationTables::tr("(no name)") : application;
}

QString stateText(const QString &state)
{
    static const QHash<QString, const char *> words{
        {u"active"_s, QT_TRANSLATE_NOOP("seatledger::OperationTables", "at work")},
        {u"idle"_s, QT_TRANSLATE_NOOP("seatledger::OperationTables", "idle")},
        {u"idle in transaction"_s, QT_TRANSLATE_NOOP("seatledger::OperationTables", "idle in a transaction")},
        {u"idle in transaction (aborted)"_s,
         QT_TRANSLATE_NOOP("seatledger::OperationTables", "idle in a failed transaction")}};
    const char *known = words.value(state, nullptr);
    return known ? OperationTables::tr(known) : state.isEmpty() ? OperationTables::tr("not seen") : state;
}

QString whoText(const DatabaseSession &session)
{
    return u"%1 (%2, %3)"_s.arg(session.login, programText(session.application)).arg(session.pid);
}

} // namespace

OperationTables::OperationTables(QWidget *signs, QWidget *parent)
    : QWidget(parent),
      m_grid(new QGridLayout(this)),
      m_signs(signs),
      m_people(new QWidget(this)),
      m_sessions(new FactTable(
          u"connections"_s, tr("Connections"),
          {{tr("Program"), 0}, {tr("State"), 170}, {tr("Number"), 96, true}, {tr("Longest"), 100, true}},
          this)),
      m_waits(new FactTable(u"waits"_s, tr("Who waits for whom"),
                            {{tr("Waits"), 0}, {tr("For"), 0}, {tr("Lock"), 120}, {tr("Since"), 84, true}},
                            this)),
      m_statements(new FactTable(u"statements"_s, tr("Slow statements"),
                                 {{.title = tr("Statement"), .width = 0, .isSentence = true},
                                  {tr("Calls"), 80, true},
                                  {tr("All, ms"), 96, true},
                                  {tr("Each, ms"), 96, true},
                                  {tr("Most, ms"), 96, true}},
                                 this)),
      m_tables(new FactTable(u"tables"_s, tr("Tables"),
                             {{tr("Table"), 0},
                              {tr("Rows"), 88, true},
                              {tr("Dead rows"), 110, true},
                              {tr("Size"), 84, true},
                              {tr("Indexes"), 84, true}},
                             this)),
      m_indexes(new FactTable(u"indexes"_s, tr("Indexes"),
                              {{tr("Index"), 0}, {tr("Size"), 84, true}, {tr("Used, times"), 124, true}},
                              this)),
      m_replicas(new FactTable(
          u"replicas"_s, tr("Replicas"),
          {{tr("Replica"), 0}, {tr("State"), 120}, {tr("Behind"), 92, true}, {tr("Behind, ms"), 100, true}},
          this))
{
    auto *people = new QVBoxLayout(m_people);
    people->setContentsMargins(0, 0, 0, 0);
    people->setSpacing(space(Space::L));
    people->addWidget(m_sessions);
    people->addWidget(m_waits);
    people->addStretch();
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(space(Space::Xl));
    m_grid->setVerticalSpacing(space(Space::L));
    for (const FactTable *table : {m_tables, m_indexes})
        connect(table, &FactTable::wholeWidthChanged, this, &OperationTables::arrange);
    arrange();
}

void OperationTables::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

bool OperationTables::fitBeside(const FactTable *left, const FactTable *right) const
{
    const int half = (width() - m_grid->horizontalSpacing()) / 2;
    return std::max(left->wholeWidth(), right->wholeWidth()) <= half;
}

void OperationTables::arrange()
{
    const int columns = width() >= grown(twoBesideEachOther) ? 2 : 1;
    const bool sizesAreBeside = columns == 2 && fitBeside(m_tables, m_indexes);
    if (columns == m_columns && sizesAreBeside == m_sizesAreBeside)
        return;
    m_columns = columns;
    m_sizesAreBeside = sizesAreBeside;
    using Line = std::vector<QWidget *>;
    std::vector<Line> lines{{m_signs, m_people}, {m_statements}, {m_tables, m_indexes}, {m_replicas}};
    if (!sizesAreBeside) // names of indexes are long, and are what one looks for
        lines = {{m_signs, m_people}, {m_statements}, {m_tables}, {m_indexes}, {m_replicas}};
    int row = 0;
    for (const Line &line : lines) {
        const bool isBeside = columns == 2 && line.size() == 2;
        for (std::size_t place = 0; place < line.size(); ++place) {
            QWidget *part = line[place];
            m_grid->addWidget(part, row, isBeside ? static_cast<int>(place) : 0, 1, isBeside ? 1 : columns,
                              part == m_signs ? Qt::AlignTop : Qt::Alignment());
            if (!isBeside)
                ++row;
        }
        if (isBeside)
            ++row;
    }
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, columns == 2 ? 1 : 0);
}

void OperationTables::show(const SystemStatus &status)
{
    showSessions(status);
    showWaits(status);
    showStatements(status);
    showSizes(status);
    showReplicas(status);
}

void OperationTables::showSessions(const SystemStatus &status)
{
    std::vector<FactTable::Row> rows;
    for (const SessionGroup &group : groupsOf(status))
        rows.push_back({{programText(group.application), stateText(group.state), number(group.count),
                         spanText(group.longestSeconds)}});
    m_sessions->setRows(std::move(rows),
                        status.sessions.empty() ? tr("Nobody else is connected.") : QString());
}

void OperationTables::showWaits(const SystemStatus &status)
{
    std::vector<FactTable::Row> rows;
    for (const LockWait &wait : lockWaits(status)) {
        const QString holder = wait.blocking ? whoText(*wait.blocking) : tr("somebody who is not seen");
        rows.push_back({{whoText(wait.waiting), holder, wait.waiting.lock, spanText(wait.seconds)},
                        wait.waiting.query + u"\n"_s + (wait.blocking ? wait.blocking->query : QString())});
    }
    const QString note = rows.empty() ? tr("Nobody waits for a lock.") : QString();
    m_waits->setRows(std::move(rows), note);
}

void OperationTables::showStatements(const SystemStatus &status)
{
    std::vector<FactTable::Row> rows;
    for (const HeavyStatement &statement : status.statements)
        rows.push_back({{statement.text, number(statement.calls), milliseconds(statement.totalMs),
                         milliseconds(statement.meanMs), milliseconds(statement.maxMs)},
                        statement.text});
    QString note;
    if (status.statementTimes == StatementTimes::NotInstalled)
        note = tr("What runs at this moment. Times of all statements are kept once an administrator of the "
                  "server loads pg_stat_statements and runs CREATE EXTENSION pg_stat_statements here.");
    else if (status.statementTimes == StatementTimes::NotLoaded)
        note = tr("What runs at this moment. Times of all statements are kept once pg_stat_statements is in "
                  "shared_preload_libraries and the server was started again.");
    m_statements->setRows(std::move(rows), note);
}

void OperationTables::showSizes(const SystemStatus &status)
{
    std::vector<FactTable::Row> tables;
    for (const TableSize &size : status.tables)
        tables.push_back({{size.table, number(size.rows), number(size.deadRows), bytesText(size.tableBytes),
                           bytesText(size.indexBytes)}});
    m_tables->setRows(std::move(tables));
    std::vector<FactTable::Row> indexes;
    for (const IndexSize &size : status.indexes)
        indexes.push_back({{size.index, bytesText(size.bytes), number(size.scans)},
                           tr("%1 of the table %2").arg(size.index, size.table)});
    m_indexes->setRows(std::move(indexes));
}

void OperationTables::showReplicas(const SystemStatus &status)
{
    std::vector<FactTable::Row> rows;
    for (const ReplicaLag &replica : status.replicas)
        rows.push_back({{replica.name, replica.state,
                         replica.behindBytes ? bytesText(*replica.behindBytes) : tr("not seen"),
                         milliseconds(replica.behindMs.value_or(0))},
                        replica.client});
    const QString note = rows.empty() ? tr("No replica follows this server.") : QString();
    m_replicas->setRows(std::move(rows), note);
}

} // namespace seatledger
