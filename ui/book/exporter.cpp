// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/book/exporter.h"

#include "ui/book/exportchoicedialog.h"
#include "ui/book/exportdialog.h"

namespace seatledger {

using namespace Qt::StringLiterals;

Exporter::Exporter(BookAccess access, Dialogs &dialogs, QWidget *page)
    : QObject(page), m_book(access), m_dialogs(dialogs), m_page(page)
{}

QDialog *Exporter::begin(const ExportSubject &subject)
{
    auto *dialog = new ExportChoiceDialog(subject.shownColumns, m_page);
    connect(dialog, &ExportChoiceDialog::chosen, this,
            [this, subject](const ExportOptions &options) { askForFile(subject, options); });
    m_dialogs.open(dialog);
    return dialog;
}

void Exporter::askForFile(const ExportSubject &subject, const ExportOptions &options)
{
    const QString ending = toText(options.format);
    const QString name = subject.name + u'-' + m_book.today().toString(Qt::ISODate) + u'.' + ending;
    const QString filter = displayText(options.format) + u" (*."_s + ending + u')';
    m_dialogs.saveFile(m_page, {.title = tr("Export"), .suggestedName = name, .filter = filter},
                       [this, subject, options](const QString &path) {
                           write({subject.request, path, options, subject.rows});
                       });
}

void Exporter::write(const ExportJob &job)
{
    auto *dialog = new ExportDialog(m_book, job, m_page);
    connect(dialog, &ExportDialog::exported, this, [this, path = job.path](qint64 rows) {
        emit written(tr("%Ln rows were written to %1.", nullptr, static_cast<int>(rows)).arg(path));
    });
    connect(dialog, &ExportDialog::failed, this, [this](const Error &error) {
        m_dialogs.showError(m_page, tr("The list could not be exported"), error);
    });
    m_dialogs.open(dialog);
    dialog->start();
}

} // namespace seatledger
