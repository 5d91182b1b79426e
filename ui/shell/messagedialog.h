// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/widgets/dialogframe.h"
#include "ui/shell/dialogs.h"

namespace seatledger {

/// A short message with one or two buttons: an error with its facts to unfold and copy, or a question.
class MessageDialog final : public DialogFrame
{
    Q_OBJECT

public:
    [[nodiscard]] static MessageDialog *forError(const QString &what, const Error &error, QWidget *parent);
    [[nodiscard]] static MessageDialog *forQuestion(const Dialogs::Question &question, QWidget *parent);

private:
    MessageDialog(const QString &name, const QString &title, const QString &text, QWidget *parent);

    void addDetails(const Error &error);
};

} // namespace seatledger
