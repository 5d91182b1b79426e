// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QWidget>

class QGridLayout;

namespace seatledger {

class FormField;
struct Error;

/// Fields one below the other, or two in a line, with one verdict over all of them. Tab goes from left to
/// right and down, whatever order their editors were made in.
class Form final : public QWidget
{
    Q_OBJECT

public:
    explicit Form(QWidget *parent = nullptr);

    /// A field over the whole width. `key` names it in objects and in errors' details (`field`).
    FormField *addField(const QString &key, const QString &label, QWidget *editor);
    /// Two fields side by side.
    std::pair<FormField *, FormField *> addPair(const QString &leftKey, const QString &leftLabel,
                                                QWidget *left, const QString &rightKey,
                                                const QString &rightLabel, QWidget *right);
    /// Anything else over the whole width.
    void addWidget(QWidget *widget);

    [[nodiscard]] FormField *field(const QString &key) const { return m_fields.value(key); }
    [[nodiscard]] bool isValid() const;
    /// Shows all that is wrong and puts the keyboard into the first wrong field. True when nothing is.
    bool validate();
    /// Shows an error at the field it names in its details; false if it names none of ours.
    bool showRefusal(const Error &error);

signals:
    void changed();

private:
    FormField *makeField(const QString &key, const QString &label, QWidget *editor);
    void addToTabs(QWidget *added);

    QGridLayout *m_layout;
    QHash<QString, FormField *> m_fields;
    QList<FormField *> m_order;
    QWidget *m_lastTab = nullptr;
};

} // namespace seatledger
