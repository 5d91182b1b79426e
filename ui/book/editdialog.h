// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/book/bookaccess.h"
#include "ui/book/draftmerge.h"
#include "ui/common/widgets/dialogframe.h"
#include "ui/common/widgets/form.h"

class QHBoxLayout;
class QPlainTextEdit;

namespace seatledger {

/// What the forms have in common that create or change one record: fields checked as one types, Save with
/// Ctrl+Enter, and what happens when somebody else was faster: what was typed stays, both versions and the
/// one they started from are shown field by field, and what the person chooses is saved.
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
    /// Somebody else was faster: loads what they wrote and calls resolve().
    virtual void loadTheirs() {}
    /// The field to show a refusal of this reason at, where the error names none; empty: the strip.
    [[nodiscard]] virtual QString fieldOf(const QString &reason) const
    {
        Q_UNUSED(reason)
        return {};
    }

    /// Makes the form's field `key` show what check() says about it.
    void checkField(const QString &key);
    [[nodiscard]] FormField *field(const QString &key) const;
    /// Asks which values stay where the versions differ; `apply(merged)` takes on their version and the
    /// merged values, which are then saved. Until then nothing here changes, and a second Save asks again.
    template <typename Draft, typename Apply>
    void resolve(const QString &what, const DraftMerge<Draft> &merge, const Apply &apply);

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
    void askForChoices(const QString &what, const QList<FieldVersions> &fields,
                       std::function<void(const QHash<QString, FieldChoice> &)> chosen);
    void finish();
    [[nodiscard]] bool showAtField(Error error);

    BookAccess m_book;
    QHBoxLayout *m_columns;
    QList<Form *> m_forms;
    CancelToken m_token;
    QPushButton *m_save;
};

/// A text field with room for a few lines, in which Tab moves on.
[[nodiscard]] QPlainTextEdit *makeNoteEdit(const QString &objectName, QWidget *parent);

template <typename Draft, typename Apply>
void EditDialog::resolve(const QString &what, const DraftMerge<Draft> &merge, const Apply &apply)
{
    askForChoices(what, merge.differences(),
                  [this, merge, apply](const QHash<QString, FieldChoice> &choices) {
                      apply(merge.merged(choices));
                      submit();
                  });
}

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
