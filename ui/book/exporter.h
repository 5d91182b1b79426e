// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/exportrequest.h"
#include "ui/book/bookaccess.h"
#include "ui/shell/dialogs.h"

#include <QObject>

class QDialog;

namespace seatledger {

struct ExportJob;

/// What a person wants to have in a file.
struct ExportSubject {
    QString name; ///< the file's, without day and ending: `members`
    ExportRequest request;
    QStringList shownColumns = {}; ///< by the names that files have; empty: only all can be had
    qint64 rows = 0;               ///< how many there are; 0: nobody knows
};

/// Takes a person from "Export" to the file: asks for the format and the columns, then for the file, and
/// writes it with progress. For pages with something to export. GUI thread, as a child of the page.
class Exporter final : public QObject
{
    Q_OBJECT

public:
    Exporter(BookAccess access, Dialogs &dialogs, QWidget *page);

    /// Answers the dialog that it begins with.
    QDialog *begin(const ExportSubject &subject);

signals:
    /// It is written; `sentence` says so.
    void written(const QString &sentence);

private:
    void askForFile(const ExportSubject &subject, const ExportOptions &options);
    void write(const ExportJob &job);

    BookAccess m_book;
    Dialogs &m_dialogs;
    QWidget *m_page;
};

} // namespace seatledger
