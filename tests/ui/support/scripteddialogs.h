// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/dialogs.h"

#include <QDialog>
#include <QList>
#include <QPointer>
#include <QStringList>

#include <deque>

namespace seatledger::fake {

/// Dialogs that answer what the test wrote down beforehand, and remember what was asked.
class ScriptedDialogs final : public Dialogs
{
public:
    struct Shown
    {
        QString what;
        Error error;
    };

    std::deque<bool> confirmations; ///< answers to the next questions; none left: no
    std::deque<QString> files;      ///< answers to the next file questions; none left: cancelled
    QList<Shown> errors;
    QList<Question> questions;
    QPointer<QDialog> opened; ///< the last dialog, shown without a person to answer it

    void showError(QWidget *, const QString &what, const Error &error) override
    {
        if (error.code != ErrorCode::Cancelled)
            errors.append({what, error});
    }
    void confirm(QWidget *, const Question &question, std::function<void()> confirmed) override
    {
        questions.append(question);
        if (take(confirmations, false))
            confirmed();
    }
    void saveFile(QWidget *, const FileQuestion &, std::function<void(const QString &)> chosen) override
    {
        if (const QString path = take(files, QString()); !path.isEmpty())
            chosen(path);
    }
    void openFile(QWidget *parent, const FileQuestion &question,
                  std::function<void(const QString &)> chosen) override
    {
        saveFile(parent, question, std::move(chosen));
    }
    void open(QDialog *dialog) override
    {
        opened = dialog;
        dialog->open();
    }

private:
    template <typename T>
    static T take(std::deque<T> &answers, T fallback)
    {
        if (answers.empty())
            return fallback;
        T answer = std::move(answers.front());
        answers.pop_front();
        return answer;
    }
};

} // namespace seatledger::fake
