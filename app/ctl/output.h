// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/error.h"
#include "core/domain/ids.h"
#include "core/domain/result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

namespace seatledger::ctl {

/// What the command ends with. The manual names the same numbers.
enum ExitCode {
    Done = 0,
    RefusedByRule = 1,
    WrongUsage = 2,
    OutOfReach = 3,
    Forbidden = 4,
    Conflict = 5,
    Defect = 70,
    Interrupted = 130,
};

[[nodiscard]] ExitCode exitCodeOf(ErrorCode code);

/// How many columns of a terminal a text takes: East Asian characters take two.
[[nodiscard]] int displayWidth(const QString &text);

/// Writes results to standard output and errors to standard error, as text or, with `--json`, as JSON. The
/// one place of the command that prints. Main thread.
class Output final
{
public:
    explicit Output(bool json) : m_json(json) {}

    [[nodiscard]] bool isJson() const { return m_json; }

    /// Rows with aligned columns; in JSON an array of objects with the columns as keys.
    void table(const QStringList &columns, const QList<QJsonObject> &rows) const;

    /// One thing: `text` for people, `object` for machines.
    void result(const QString &text, const QJsonObject &object) const;

    /// The same for what was done, with the operation that `undo` takes back.
    void done(const QString &text, QJsonObject object, OperationId operation) const;

    /// What went wrong; answers what to exit with.
    [[nodiscard]] ExitCode error(const Error &error) const;

    /// Writes out what is still held back. StorageFull if it could not all be written; a reader that closed
    /// the pipe has what it wanted.
    [[nodiscard]] Result<void> finish() const;

    /// Whether writing to standard output failed because nobody reads that pipe any more.
    [[nodiscard]] static bool readerHasLeft();

    /// A line that is written over by the next one, on a terminal only.
    void progress(const QString &text) const;
    void endProgress() const;

private:
    bool m_json;
};

} // namespace seatledger::ctl
