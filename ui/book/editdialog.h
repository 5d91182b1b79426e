// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/book/bookaccess.h"
#include "ui/common/widgets/dialogframe.h"
#include "ui/common/widgets/form.h"

class QHBoxLayout;
class QPlainTextEdit;

namespace seatledger {

/// What the forms have in common that create or change one record: fields checked as one types, Save with
/// Ctrl+Enter, and what happens when somebody else was faster: what was typed stays, the fields that differ
/// say what the other person wrote, and a second Save keeps one's own.
class EditDialog : public DialogFrame
{
    Q_OBJECT

public:
    void reject() override;

signals:
    /// It was saved by an operation that can be taken back; `summary` is one sentence for people, `id` is
    /// that of the row.
    void saved(qint64 operation, const QString &summary, qint64 id);

protected:
    EditDialog(BookAccess access, const QString &name, const QString &title, QWidget *parent);

    [[nodiscard]] Form *form() const { return m_forms.front(); }
    /// One more form to the right of the others, under a heading of its own.
    Form *addForm(QWidget *heading);
    [[nodiscard]] const BookAccess &book() const { return m_book; }

    /// What is wrong with what is typed now; nothing if it can be saved.
    [[nodiscard]] virtual Result<void> check() const = 0;
    /// All fields are right: sends them off.
    virtual void save() = 0;
    /// Somebody else was faster: loads what they wrote.
    virtual void loadTheirs() {}
    /// Puts what they wrote into the form.
    virtual void takeTheirs() {}

    /// Makes the form's field `key` show what check() says about it.
    void checkField(const QString &key);
    [[nodiscard]] FormField *field(const QString &key) const;
    /// Shows a value of the other person under a field whose value differs from theirs.
    void showTheirs(const QString &key, bool differs, const QString &theirs);
    void presentConflict();

    /// Runs `work` under a cover; `done` gets the answer if it is a success, errors are shown.
    template <typename Work, typename Done>
    void run(const QString &runningText, Work work, Done done);

    /// Tells that `written` was saved, and closes.
    template <typename Row>
    void finishSaved(const Booked<Row> &written, const QString &summary)
    {
        emit saved(written.operation.value(), summary, written.value.id.value());
        accept();
    }

    void start(const QString &runningText);
    void fail(const Error &error);

private:
    void submit();
    void finish();
    [[nodiscard]] bool showAtField(const Error &error);

    BookAccess m_book;
    QHBoxLayout *m_columns;
    QList<Form *> m_forms;
    CancelToken m_token;
    QPushButton *m_save;
};

/// A text field with room for a few lines, in which Tab moves on.
[[nodiscard]] QPlainTextEdit *makeNoteEdit(const QString &objectName, QWidget *parent);

template <typename Work, typename Done>
void EditDialog::run(const QString &runningText, Work work, Done done)
{
    start(runningText);
    m_book.ask(
        this, std::move(work),
        [this, done = std::move(done)](auto answer) {
            finish();
            if (answer)
                done(std::move(*answer));
            else
                fail(answer.error());
        },
        m_token);
}

} // namespace seatledger
