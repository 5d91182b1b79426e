// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/book/operationdialog.h"
#include "ui/book/rowsedit.h"

#include <QHash>

class QCheckBox;
class QGridLayout;

namespace seatledger {

class PlanModel;
class PlanRequest;
class PlanView;

/// What the dialogs have in common that give many rows the same values: fields of which one ticks those to be
/// changed, a preview of what each row has and would have and of what is refused and why, and one operation.
/// If somebody changed a row after the preview was made nothing is done and there is a new preview. Derived
/// dialogs add their fields and say what an edit is.
class BulkEditDialog : public OperationDialog
{
    Q_OBJECT

public:
    /// Ticks a field, as a person does.
    void tick(const QString &key);
    /// No preview is on its way.
    [[nodiscard]] bool isSettled() const;

signals:
    /// A preview is shown.
    void planned();

protected:
    BulkEditDialog(BookAccess access, const QString &name, const QString &title, QList<qint64> rows,
                   QWidget *parent);

    /// A field; `key` is that of FieldEdit. In two columns, or over both.
    void addField(const QString &key, const QString &label, QWidget *editor, bool isWide = false);
    /// Whether it is to be changed.
    [[nodiscard]] bool isTicked(const QString &key) const;
    /// `value` where the field is ticked.
    template <typename T>
    [[nodiscard]] std::optional<T> ifTicked(const QString &key, T value) const
    {
        return isTicked(key) ? std::optional<T>(std::move(value)) : std::nullopt;
    }
    /// Of what is ticked, with rowsEdit().
    [[nodiscard]] virtual RowsEdit edit() const = 0;
    /// "12 members were changed."
    [[nodiscard]] virtual QString changedText(int count) const = 0;

    void submit() override;
    bool showRefusal(const Error &error) override;
    QString doneText(const OperationOutcome &outcome) const override;

private:
    void follow(QWidget *editor);
    void schedulePlan();
    void plan();
    void takePlan(Result<EditPlan> plan);
    [[nodiscard]] QString changesText(const EditItem &item) const;
    [[nodiscard]] QString summaryText(const EditPlan &plan) const;

    QList<qint64> m_rows;
    QGridLayout *m_fields;
    QHash<QString, QCheckBox *> m_ticks;
    PlanModel *m_lines;
    PlanView *m_view;
    PlanRequest *m_request;
    QHash<qint64, int> m_seen; ///< the versions of the preview that is shown
    qint64 m_refused = 0;
    int m_cell = 0; ///< the next free one of the grid
    bool m_keepsMessage = false;
};

} // namespace seatledger
