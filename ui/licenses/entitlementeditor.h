// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/entitlement.h"

#include <QObject>

class QComboBox;
class QLineEdit;

namespace seatledger {

struct BookAccess;
class CountField;
class DateField;
class Form;

/// The fields of what was bought, placed into a form: seats, days, price, order. Field keys are those of
/// EntitlementDraft::create().
class EntitlementEditor final : public QObject
{
    Q_OBJECT

public:
    EntitlementEditor(const BookAccess &access, Form *form);

    /// What a new purchase begins with: a year from the book's day.
    [[nodiscard]] static EntitlementDraft firstDraft(QDate today);

    void setDraft(const EntitlementDraft &draft);
    /// What is typed now, without licence, note and what it renews. A price that is no amount is left out.
    [[nodiscard]] EntitlementDraft draft() const;
    /// What is wrong with the price as typed; the draft cannot know.
    [[nodiscard]] QString priceProblem() const;
    /// Greys all fields out.
    void setEnabled(bool enabled);

    /// The keys of all fields, in their order.
    [[nodiscard]] static QStringList keys();

signals:
    /// Seats, days or price are others now.
    void termsChanged();

private:
    Form *m_form;
    CountField *m_quantity;
    DateField *m_firstDay;
    DateField *m_lastDay;
    QLineEdit *m_price;
    QComboBox *m_currency;
    QComboBox *m_billing;
    QLineEdit *m_order;
    QLineEdit *m_supplier;
};

} // namespace seatledger
