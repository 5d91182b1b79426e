// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QProgressBar;
class QPushButton;

namespace seatledger {

class TextLabel;

/// Covers its parent while something long runs there: says what, how far, and lets it be cancelled. What is
/// over quickly is not covered at all, but cannot be clicked either.
class BusyOverlay final : public QWidget
{
    Q_OBJECT

public:
    explicit BusyOverlay(QWidget *parent);

    /// `cancellable`: offers a Cancel button (Escape does the same).
    void start(const QString &text, bool cancellable);
    /// Says something else, while it runs.
    void reword(const QString &text);
    /// How far it is; `total` 0: nobody knows.
    void setProgress(qint64 done, qint64 total);
    void finish();
    [[nodiscard]] bool isRunning() const { return m_running; }

signals:
    void cancelRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void appear();

    QWidget *m_card;
    TextLabel *m_text;
    QProgressBar *m_bar;
    TextLabel *m_figures;
    QPushButton *m_cancel;
    QTimer m_delay;
    QPointer<QWidget> m_focusBefore;
    bool m_running = false;
};

} // namespace seatledger
