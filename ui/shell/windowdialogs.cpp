// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/windowdialogs.h"

#include "ui/shell/messagedialog.h"

#include <QFileDialog>
#include <QPushButton>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

void askForFile(QWidget *parent, const Dialogs::FileQuestion &question, QFileDialog::AcceptMode mode,
                std::function<void(const QString &)> chosen)
{
    auto *dialog = new QFileDialog(parent, question.title);
    dialog->setObjectName(u"fileDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(mode);
    dialog->setFileMode(question.isFolder                 ? QFileDialog::Directory
                        : mode == QFileDialog::AcceptSave ? QFileDialog::AnyFile
                                                          : QFileDialog::ExistingFile);
    dialog->setOption(QFileDialog::ShowDirsOnly, question.isFolder);
    dialog->setNameFilter(question.filter);
    if (question.isFolder)
        dialog->setDirectory(question.suggestedName);
    else
        dialog->selectFile(question.suggestedName);
    if (mode == QFileDialog::AcceptSave)
        dialog->setDefaultSuffix(question.suggestedName.section(u'.', -1));
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, std::move(chosen));
    dialog->open();
}

} // namespace

void WindowDialogs::showError(QWidget *parent, const QString &what, const Error &error)
{
    if (error.code != ErrorCode::Cancelled)
        MessageDialog::forError(what, error, parent)->open();
}

void WindowDialogs::confirm(QWidget *parent, const Question &question, std::function<void()> confirmed)
{
    MessageDialog *dialog = MessageDialog::forQuestion(question, parent);
    QObject::connect(dialog, &QDialog::accepted, parent, std::move(confirmed));
    dialog->open();
}

void WindowDialogs::saveFile(QWidget *parent, const FileQuestion &question,
                             std::function<void(const QString &)> chosen)
{
    askForFile(parent, question, QFileDialog::AcceptSave, std::move(chosen));
}

void WindowDialogs::openFile(QWidget *parent, const FileQuestion &question,
                             std::function<void(const QString &)> chosen)
{
    askForFile(parent, question, QFileDialog::AcceptOpen, std::move(chosen));
}

void WindowDialogs::open(QDialog *dialog)
{
    if (m_opening)
        m_opening(dialog);
    dialog->open();
}

} // namespace seatledger
