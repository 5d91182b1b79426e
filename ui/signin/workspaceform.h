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
    /// Whether the workspace with sample data is offered, at first not.
    void setSampleOffered(bool offered);
    /// Of that workspace.
    [[nodiscard]] static QString sampleName();

signals:
    /// The answer is another, and with it perhaps isThere().
    void changed();
    /// The one with sample data is to be opened, and made if need be.
    void sampleWanted();

private:
    [[nodiscard]] QString verdict();
    [[nodiscard]] QWidget *makeSample();

    Form *m_form;
    QLineEdit *m_name;
    FormField *m_field = nullptr;
    QWidget *m_sample;
    bool m_isThere = false;
};

} // namespace seatledger
