// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/book/bookpage.h"
#include "ui/book/historydialog.h"
#include "ui/import/importdialog.h"

#include <QAction>
#include <QClipboard>
#include <QDir>
#include <QDragEnterEvent>
#include <QGuiApplication>
#include <QMimeData>
#include <QPointer>
#include <QTemporaryFile>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

QString droppedFile(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    return urls.size() == 1 ? urls.first().toLocalFile() : QString();
}

/// A file for the pictures of the tour.
std::shared_ptr<QTemporaryFile> makeTourFile(ImportKind kind, const QByteArray &lines)
{
    const QString name = toText(kind) + u"-XXXXXX.csv"_s;
    auto file = std::make_shared<QTemporaryFile>(QDir(QDir::tempPath()).filePath(name));
    if (file->open()) {
        file->write(lines);
        file->flush();
    }
    return file;
}

} // namespace

QDialog *BookPage::offerHistory(const AuditedThing &thing, const QString &name)
{
    auto *dialog = new HistoryDialog(book(), {.thing = thing}, name, this);
    connect(dialog, &HistoryDialog::operationActivated, this, &BookPage::showOperation);
    dialogs().open(dialog);
    return dialog;
}

QAction *BookPage::importAction(ImportKind kind)
{
    m_imported = kind;
    setAcceptDrops(true);
    connect(m_view, &PagedTableView::pasteRequested, this, &BookPage::pasteRows);
    QAction *action = makeAction(u"import"_s, tr("Import …"), u"table-import"_s,
                                 QKeySequence(Qt::CTRL | Qt::Key_I), [this, kind] { offerImport(kind); });
    action->setToolTip(tr("Bring rows in from a file of another program"));
    book().guard(action, Action::Import);
    noteChange(action, Action::Import);
    return action;
}

ImportDialog *BookPage::offerImport(ImportKind kind, const QString &path)
{
    if (!isPermitted(Action::Import))
        return nullptr;
    auto *dialog = new ImportDialog(book(), dialogs(), kind, this);
    connect(dialog, &ImportDialog::applied, this, &BookPage::tellDone);
    connect(dialog, &ImportDialog::undone, this, &BookPage::tellUndone);
    dialogs().open(dialog);
    if (!path.isEmpty())
        dialog->setPath(path);
    return dialog;
}

ImportDialog *BookPage::offerPasted(ImportKind kind, const QString &text)
{
    auto file = std::make_unique<QTemporaryFile>(
        QDir(QDir::tempPath()).filePath(tr("clipboard") + u"-XXXXXX.tsv"_s));
    if (!file->open() || file->write(text.toUtf8()) < 0 || !file->flush()) {
        dialogs().showError(this, tr("The clipboard could not be read"),
                            Error{ErrorCode::StorageFull, file->errorString(), {}});
        return nullptr;
    }
    ImportDialog *dialog = offerImport(kind, file->fileName());
    if (dialog)
        file.release()->setParent(dialog); // gone with it
    return dialog;
}

void BookPage::pasteRows()
{
    const QString text = QGuiApplication::clipboard()->text();
    if (!m_imported)
        return;
    if (!text.contains(u'\t') && !text.trimmed().contains(u'\n'))
        return emit toastRequested(
            {.text = tr("To add rows, copy them in a spreadsheet together with their headings."),
             .kind = Toast::Kind::Told});
    offerPasted(*m_imported, text);
}

void BookPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (m_imported && m_book.may(Action::Import) && !droppedFile(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void BookPage::dropEvent(QDropEvent *event)
{
    if (!m_imported)
        return;
    event->acceptProposedAction();
    offerImport(*m_imported, droppedFile(event->mimeData()));
}

std::vector<TourStop> BookPage::importStops(ImportKind kind, const QByteArray &offered,
                                            const QByteArray &wrong)
{
    if (!m_book.may(Action::Import))
        return {};
    const auto file = std::make_shared<std::shared_ptr<QTemporaryFile>>();
    const auto dialog = std::make_shared<QPointer<ImportDialog>>();
    const auto steps = std::make_shared<int>(0);
    const auto stop = [&](const QString &name, const QByteArray &lines, int ahead) {
        return TourStop{.name = u"import-"_s + name,
                        .show = [=, this]() -> QWidget * {
                            *file = makeTourFile(kind, lines);
                            *steps = ahead;
                            *dialog = offerImport(kind, (*file)->fileName());
                            return *dialog;
                        },
                        .isSettled =
                            [=] {
                                if (!*dialog || !(*dialog)->isSettled())
                                    return !*dialog;
                                if (*steps == 0)
                                    return true;
                                --*steps;
                                (*dialog)->goOn();
                                return false;
                            },
                        .leave = [=] { file->reset(); }};
    };
    std::vector<TourStop> stops{stop(u"file"_s, offered, 0), stop(u"columns"_s, offered, 1),
                                stop(u"test"_s, wrong, 2)};
    stops.push_back({.name = u"import-result"_s, .show = [=, this]() -> QWidget * {
                         *dialog = offerImport(kind);
                         if (*dialog)
                             (*dialog)->showResult({.rows = 214,
                                                    .added = 180,
                                                    .updated = 21,
                                                    .unchanged = 10,
                                                    .rejected = 3,
                                                    .created = 2,
                                                    .operation = OperationId::fromValue(1)});
                         return *dialog;
                     }});
    return stops;
}

} // namespace seatledger
