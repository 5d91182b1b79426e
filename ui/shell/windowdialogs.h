// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/dialogs.h"

namespace seatledger {

/// Dialogs for people: real ones, modal to their window, without an event loop of their own.
class WindowDialogs final : public Dialogs
{
public:
    void showError(QWidget *parent, const QString &what, const Error &error) override;
    void confirm(QWidget *parent, const Question &question, std::function<void()> confirmed) override;
    void saveFile(QWidget *parent, const FileQuestion &question,
                  std::function<void(const QString &)> chosen) override;
    void openFile(QWidget *parent, const FileQuestion &question,
                  std::function<void(const QString &)> chosen) override;
    void open(QDialog *dialog) override;

    /// Is told of each dialog of its own kind before it is shown.
    void setOpening(std::function<void(QDialog *)> opening) { m_opening = std::move(opening); }

private:
    std::function<void(QDialog *)> m_opening;
};

} // namespace seatledger
