// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QProgressBar;
class QPushButton;

namespace seatledger {

class Banner;
class TextLabel;
struct Error;

/// What stands on the screen until the book is open: that it is being opened, or why it could not be.
class StartWindow final : public QWidget
{
    Q_OBJECT

public:
    explicit StartWindow(QWidget *parent = nullptr);

    void showOpening(const QString &text);
    void showFailure(const Error &error);

signals:
    void retryRequested();
    void quitRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    TextLabel *m_text;
    QProgressBar *m_bar;
    Banner *m_banner;
    QPushButton *m_quit;
    QPushButton *m_retry;
};

} // namespace seatledger
