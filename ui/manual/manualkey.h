// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

class QWidget;

namespace seatledger {

class ManualWindow;

/// F1 in any window of the program opens the manual at the page about what has the keyboard
/// (setManualSubject()). A widget that takes F1 for itself keeps it. One window for all; lives in the GUI
/// thread.
class ManualKey final : public QObject
{
    Q_OBJECT

public:
    explicit ManualKey(QObject *parent = nullptr);
    ~ManualKey() override;

    /// Opens the page about this widget, the first one if nothing says which.
    void openAbout(const QWidget *widget);
    /// The manual's window; null before it was opened first.
    [[nodiscard]] ManualWindow *window() const { return m_window.get(); }

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    std::unique_ptr<ManualWindow> m_window;
};

} // namespace seatledger
