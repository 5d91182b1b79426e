// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/book/bookaccess.h"
#include "ui/book/catalogue.h"
#include "ui/reports/reportchoice.h"

#include <QHash>
#include <QTimer>
#include <QWidget>

class QComboBox;
class QPushButton;
class QSpinBox;

namespace seatledger {

class ChoiceBox;
class DateField;
class Dialogs;
class PickerField;

/// What reports can be filtered by, in a line of fields; shows those that the report takes. Loads
/// departments, vendors and products itself.
class ReportFilterBar final : public QWidget
{
    Q_OBJECT

public:
    ReportFilterBar(BookAccess access, Dialogs &dialogs, QWidget *parent = nullptr);

    void setFields(const QList<ReportField> &fields);
    /// What was chosen; what is searched for is not asked here, but kept.
    [[nodiscard]] const ReportChoice &choice() const { return m_choice; }
    /// Without telling.
    void setChoice(const ReportChoice &choice);
    /// Loads again what can be chosen; the choice holds.
    void reload();
    /// The choices in words, those that filter: "Department: Research".
    [[nodiscard]] QStringList words() const;

    /// Whether anything is chosen that was not so at first; the search apart.
    [[nodiscard]] bool isNarrowed() const;

    /// Asks for days; for the tour, too.
    QDialog *chooseDays();

signals:
    /// The person chose something else.
    void changed();

private:
    void buildPeriod();
    void buildChoices();
    void buildNumbers();
    void addField(ReportField field, const QString &label, QWidget *editor);
    ChoiceBox *makeChoice(const QString &name, const QString &accessibleName, const QString &noneText);
    QComboBox *makeBox(const QString &name, const QString &accessibleName);
    void takePeriod();
    void takeDepartments(const std::vector<Department> &departments);
    void takeCatalogue(const Catalogue &catalogue);
    [[nodiscard]] bool isOffered(const Product &product) const;
    void dropOthersProducts();
    void fillProducts();
    void showChoice();
    void showPeriod();
    void tell();

    BookAccess m_book;
    Dialogs &m_dialogs;
    ReportChoice m_choice;
    Catalogue m_catalogue;
    QList<ReportField> m_fields;
    QHash<ReportField, QWidget *> m_editors;
    QComboBox *m_period;
    DateField *m_asOf;
    ChoiceBox *m_department;
    ChoiceBox *m_vendor;
    ChoiceBox *m_product;
    PickerField *m_license;
    QSpinBox *m_leadDays;
    QSpinBox *m_idleDays;
    QPushButton *m_reset;
    QTimer m_typing; ///< numbers and days change with every key, choices with every check
    bool m_isShowing = false;
};

} // namespace seatledger
