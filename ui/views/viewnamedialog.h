// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/widgets/dialogframe.h"

class QCheckBox;
class QLineEdit;

namespace seatledger {

class FormField;

/// Asks for the name of a saved view.
class ViewNameDialog final : public DialogFrame
{
    Q_OBJECT

public:
    /// `taken` are names it cannot be; with `replaces` they can, and it says what happens.
    ViewNameDialog(const QString &title, const QString &name, QStringList taken, bool replaces,
                   QWidget *parent = nullptr);

    /// Adds the choice to share it with everybody who uses the book.
    void offerSharing(bool isShared);
    [[nodiscard]] bool isShared() const;

signals:
    void chosen(const QString &name);

private:
    [[nodiscard]] QString objection() const;
    [[nodiscard]] bool isTaken() const;
    void showVerdict();
    void submit();

    QStringList m_taken;
    bool m_replaces;
    QLineEdit *m_name;
    QCheckBox *m_shared;
    FormField *m_field;
};

} // namespace seatledger
