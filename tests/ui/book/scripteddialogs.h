// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/dialogs.h"

#include <QDialog>
#include <QPointer>
#include <QStringList>

namespace seatledger {

/// Answers in place of people, and notes what was asked.
class ScriptedDialogs final : public Dialogs
{
public:
    QStringList errors;       ///< the sentences shown
    QString savePath;         ///< what saveFile answers; empty: nobody chose
    QString openPath;         ///< what openFile answers; empty: nobody chose
    QStringList questions;    ///< the titles of what was to be confirmed
    bool confirms = true;
    QPointer<QDialog> opened; ///< the dialog opened last

    void showError(QWidget *, const QString &, const Error &error) override { errors += error.message; }
    void confirm(QWidget *, const Question &question, std::function<void()> confirmed) override
    {
        questions += question.title;
        if (confirms)
            confirmed();
    }
    void saveFile(QWidget *, const FileQuestion &, std::function<void(const QString &)> chosen) override
    {
        if (!savePath.isEmpty())
            chosen(savePath);
    }
    void openFile(QWidget *, const FileQuestion &, std::function<void(const QString &)> chosen) override
    {
        if (!openPath.isEmpty())
            chosen(openPath);
    }
    void open(QDialog *dialog) override
    {
        opened = dialog;
        dialog->open();
    }
};

} // namespace seatledger
