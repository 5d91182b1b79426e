// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>

class QLineEdit;
class QVBoxLayout;

namespace seatledger {

class TextLabel;

/// Gives an editor its name for screen readers; one made of several parts hands it on to the part that has
/// the keyboard.
void setSpokenName(QWidget *editor, const QString &name);

/// One question of a form: its name above, the editor, and one line below that holds a hint or says what is
/// wrong with the answer, while the person types. An answer is not called wrong before it was touched.
class FormField final : public QWidget
{
    Q_OBJECT

public:
    /// What is wrong with the answer now, as a sentence; empty: nothing.
    using Check = std::function<QString()>;

    /// Takes `editor`. `name` makes the object names (`<name>Field`, `<name>MessageLabel`).
    FormField(const QString &name, const QString &label, QWidget *editor, QWidget *parent = nullptr);

    /// One line under the editor while nothing is wrong.
    void setHint(const QString &hint);
    /// Marks the label so that people see it may be left empty.
    void setOptional(bool optional);
    /// Checks whenever a line edit, combo box, spin box, text or DateField editor changes; for other editors
    /// call recheck().
    void setCheck(Check check);
    /// An answer refused by the service; shown until the answer changes.
    void setRefusal(const QString &sentence);

    [[nodiscard]] bool isValid() const { return m_message.isEmpty(); }
    [[nodiscard]] QString message() const { return m_message; }
    [[nodiscard]] QWidget *editor() const { return m_editor; }
    /// Shows what is wrong even if the editor was never touched.
    void reveal();

public slots:
    void recheck();
    void touch();

signals:
    /// The answer is another, or the verdict on it.
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void watchEditor();
    void show(const QString &message);

    QString m_labelText;
    TextLabel *m_label;
    QWidget *m_editor;
    TextLabel *m_line;
    Check m_check;
    QString m_hint;
    QString m_message;
    bool m_touched = false;
};

} // namespace seatledger
