// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/book/bookaccess.h"
#include "ui/common/widgets/dialogframe.h"

#include <QHash>

#include <functional>

class QStackedWidget;

namespace seatledger {

class EntryList;
class TextLabel;

/// What all dialogs have that do something to the book which can be taken back: a form, one button that does
/// it, progress with cancel, and at the end the result. If nobody was left out the dialog closes and leaves
/// the result to whoever listens to applied(); else it stays and lists who was left out and why, with Undo.
/// An error is shown in the dialog and nothing that was entered is lost.
class OperationDialog : public DialogFrame
{
    Q_OBJECT

public:
    using Work = std::function<Result<OperationOutcome>(const Services &, Session &)>;

    void reject() override;

signals:
    /// It was done; `summary` is one sentence for people.
    void applied(qint64 operation, const QString &summary);
    /// It was taken back from within the dialog.
    void undone(qint64 operation);

protected:
    /// `doText` is what the main button says.
    OperationDialog(BookAccess access, const QString &name, const QString &title, const QString &doText,
                    ButtonKind kind, QWidget *parent);

    /// Where the questions go.
    [[nodiscard]] QVBoxLayout *questions() const { return m_questions; }
    [[nodiscard]] QPushButton *doButton() const { return m_do; }
    [[nodiscard]] const BookAccess &book() const { return m_book; }

    /// Called when the main button is pressed: checks what was entered and calls apply().
    virtual void submit() = 0;
    /// "12 seats were assigned." What the waiting list had of it is added.
    [[nodiscard]] virtual QString doneText(const OperationOutcome &outcome) const = 0;
    /// Whatever of the form an error is about should show it; true if it does. The strip shows the rest.
    virtual bool showRefusal(const Error &error);

    /// Something that belongs to the result, which is then shown in any case.
    void addToResult(QWidget *widget);

    /// Runs `work` under the cover with this text.
    void apply(const QString &runningText, Work work);

private:
    struct Applied;
    [[nodiscard]] QString summaryOf(const OperationOutcome &outcome) const;

    void buildResult();
    void takeApplied(Result<Applied> applied);
    void showResult(const Applied &applied);
    void undo();
    void takeUndone(const Result<OperationId> &undo);

    BookAccess m_book;
    CancelToken m_token;
    QStackedWidget *m_stack;
    QVBoxLayout *m_questions;
    QWidget *m_result;
    EntryList *m_leftOut = nullptr;
    TextLabel *m_headline = nullptr;
    TextLabel *m_leftOutLabel = nullptr;
    QWidget *m_leftOutArea = nullptr;
    bool m_showsResult = false;
    QPushButton *m_undo;
    QPushButton *m_cancel;
    QPushButton *m_close;
    QPushButton *m_do;
    qint64 m_operation = 0;
};

} // namespace seatledger
