// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QTimer>

namespace seatledger {

/// A field to search as one types: tells about a new text a moment after the last key, at once on Enter or
/// when cleared. Escape clears, and hands the keyboard to the list when nothing is left to clear; so does
/// Down.
class SearchField final : public QLineEdit
{
    Q_OBJECT

public:
    explicit SearchField(QWidget *parent = nullptr);

    /// How long to wait for the next key, in milliseconds.
    void setDelay(int ms) { m_timer.setInterval(ms); }
    /// Sets the text without telling; for restoring what a page searched for.
    void setTextQuietly(const QString &text);
    /// Puts in a text as if it had been typed.
    void edit(const QString &text, int cursor);
    /// Takes the keyboard and goes on with these letters, typed elsewhere.
    void startWith(const QString &typed);

signals:
    /// The text to search for, without blanks around it, is another now.
    void searchChanged(const QString &text);
    /// The list should take the keyboard.
    void listRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void tell();

    QTimer m_timer;
    QString m_told;
};

} // namespace seatledger
