// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/style/ledgerstyle.h"

#include <QDialog>

class QHBoxLayout;
class QPushButton;
class QVBoxLayout;

namespace seatledger {

class Banner;
class BusyOverlay;
class TextLabel;
struct Error;

/// What all dialogs of the program have: a heading, a body, a strip for what went wrong, a row of buttons and
/// a cover while it works. Tab goes through the body first, then the buttons; the keyboard begins in the body
/// unless a dialog says otherwise. Open it with open(), never exec(). What was typed survives an error. Where
/// the screen is too low for it, as with large text, the body scrolls and the buttons stay in sight.
class DialogFrame : public QDialog
{
    Q_OBJECT

public:
    /// `name` makes the object name `<name>Dialog`.
    DialogFrame(const QString &name, const QString &title, QWidget *parent);

    /// Another heading than the first, for a dialog that serves for several things.
    void setHeading(const QString &title);
    /// A quieter line under the heading; empty: none.
    void setSubtitle(const QString &text);
    [[nodiscard]] QVBoxLayout *body() const { return m_body; }
    [[nodiscard]] Banner *banner() const { return m_banner; }
    [[nodiscard]] BusyOverlay *overlay() const { return m_overlay; }

    /// A button at the right of the lower edge, the first one leftmost. The Primary or Danger one is what
    /// Ctrl+Enter (and Enter outside of texts) presses.
    QPushButton *addButton(const QString &name, const QString &text, ButtonKind kind);
    /// Whether what the Primary or Danger button does is possible as the form is now.
    void setMainEnabled(bool enabled);
    /// The Cancel button: rejects.
    QPushButton *addCancelButton();
    /// Something at the left of the lower edge.
    void addFooterWidget(QWidget *widget);

    /// Why the main button can do nothing at the moment, whatever the form says, and what the person may do
    /// about it (`actionText`, which emits hindranceActionTriggered()). Shown in a strip of its own; an empty
    /// reason takes it away, and with it what was said because of it.
    void setHindrance(const QString &reason, const QString &actionText = {});

    /// Says in the strip why it did not work; a cancellation says nothing.
    void showFailure(const Error &error);

signals:
    void hindranceActionTriggered();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    bool event(QEvent *event) override;

private:
    void updateMain();
    void orderTabs();
    void growToFit();
    [[nodiscard]] int leastHeight() const;
    void scrollBody();

    TextLabel *m_title;
    TextLabel *m_subtitle;
    QVBoxLayout *m_body;
    Banner *m_banner;
    Banner *m_hindrance;
    QHBoxLayout *m_footer;
    BusyOverlay *m_overlay;
    QList<QPushButton *> m_buttons;
    QPushButton *m_main = nullptr;
    QWidget *m_scrolled = nullptr; // what the body is in where it scrolls
    bool m_wasShown = false;
    bool m_isMainWanted = true;
    bool m_isHindered = false;
    bool m_saysOffline = false;
};

} // namespace seatledger
