// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connections/connectionprofile.h"

#include <QWidget>

class QLineEdit;

namespace seatledger {

class Form;
class FormField;

/// Where a private workspace is or is to be: a name or a folder, told at once whether there is one already.
class WorkspaceForm final : public QWidget
{
    Q_OBJECT

public:
    explicit WorkspaceForm(QWidget *parent = nullptr);

    [[nodiscard]] ConnectionProfile profile() const;
    void setProfile(const ConnectionProfile &profile);
    [[nodiscard]] Form *form() const { return m_form; }
    /// Whether a book is there already.
    [[nodiscard]] bool isThere() const { return m_isThere; }

signals:
    /// The answer is another, and with it perhaps isThere().
    void changed();

private:
    [[nodiscard]] QString verdict();

    Form *m_form;
    QLineEdit *m_name;
    FormField *m_field = nullptr;
    bool m_isThere = false;
};

} // namespace seatledger
