// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/exportoutput.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace seatledger::ctl {

Result<void> writeExport(const OpenBook &book, const ExportRequest &request, const std::string &output,
                         const ExportOptions &options)
{
    const auto &exports = book.services.exports;
    if (output.empty()) {
        QFile standardOutput;
        if (!standardOutput.open(stdout, QIODevice::WriteOnly | QIODevice::Unbuffered))
            return failure(ErrorCode::Forbidden, standardOutput.errorString());
        const auto rows = exports.toDevice(book.session, request, standardOutput, options);
        return rows ? Result<void>() : std::unexpected(rows.error());
    }
    const QString path = QString::fromStdString(output);
    const auto rows = exports.toFile(
        book.session, request, path, options, [&book](const ExportProgress &progress) {
            book.output.progress(progress.isFinishing ? u"%1 rows, finishing"_s.arg(progress.rows)
                                                      : u"%1 rows"_s.arg(progress.rows));
        });
    book.output.endProgress();
    if (!rows)
        return std::unexpected(rows.error());
    book.output.result(u"%1 rows written to %2."_s.arg(*rows).arg(path),
                       {{u"rows"_s, *rows}, {u"path"_s, path}});
    return {};
}

} // namespace seatledger::ctl
