// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/error.h"
#include "ui/common/style/ledgerstyle.h"

#include <QString>

#include <functional>

class QDialog;
class QWidget;

namespace seatledger {

/// The one way to put something in front of a window, so that tests can answer in place of people. Nothing
/// here waits: answers come by callback, and never if the parent is gone by then. GUI thread.
class Dialogs
{
public:
    struct Question {
        QString title;
        QString text;
        QString confirmText; ///< says what happens: "Revoke 12 seats", not "OK"
        ButtonKind kind = ButtonKind::Primary;
    };

    struct FileQuestion {
        QString title;
        QString suggestedName = {};
        QString filter = {}; ///< "CSV (*.csv)"
        bool isFolder = false; ///< openFile() asks for a folder, beginning with the suggested one
    };

    virtual ~Dialogs() = default;

    /// Says that something could not be done and why. A cancellation says nothing. `what` is a short
    /// headline: "The members could not be exported".
    virtual void showError(QWidget *parent, const QString &what, const Error &error) = 0;
    /// Asks before something that cannot be undone. `confirmed` is called only on yes.
    virtual void confirm(QWidget *parent, const Question &question, std::function<void()> confirmed) = 0;
    /// Asks where to save; `chosen` is called only with a path.
    virtual void saveFile(QWidget *parent, const FileQuestion &question,
                          std::function<void(const QString &)> chosen) = 0;
    /// Asks for a file to read; `chosen` is called only with a path.
    virtual void openFile(QWidget *parent, const FileQuestion &question,
                          std::function<void(const QString &)> chosen) = 0;
    /// Shows a dialog of its own kind; it deletes itself when closed.
    virtual void open(QDialog *dialog) = 0;
};

} // namespace seatledger
