// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/book/editdialog.h"

#include "ui/book/conflictdialog.h"
#include "ui/book/hindrance.h"
#include "ui/common/widgets/banner.h"
#include "ui/common/widgets/busyoverlay.h"
#include "ui/common/widgets/formfield.h"

#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace seatledger {

using namespace Qt::StringLiterals;

EditDialog::EditDialog(BookAccess access, const QString &name, const QString &title, QWidget *parent)
    : DialogFrame(name, title, parent),
      m_book(access),
      m_columns(new QHBoxLayout),
      m_forms{new Form(this)},
      m_save(nullptr)
{
    m_columns->setSpacing(space(Space::Xl));
    m_columns->addWidget(form(), 1, Qt::AlignTop);
    body()->addLayout(m_columns);
    body()->addStretch();
    addCancelButton();
    m_save = addButton(u"save"_s, tr("Save"), ButtonKind::Primary);
    connect(m_save, &QPushButton::clicked, this, &EditDialog::submit);
    connect(overlay(), &BusyOverlay::cancelRequested, this, [this] { m_token.cancel(); });
    waitForConnection(this, m_book);
}

void EditDialog::reject()
{
    m_token.cancel();
    DialogFrame::reject();
}

void EditDialog::checkField(const QString &key)
{
    field(key)->setCheck([this, key] {
        const Result<void> verdict = check();
        return verdict ? QString() : verdict.error().details["fields"_L1][key].toString();
    });
}

void EditDialog::submit()
{
    if (std::ranges::all_of(m_forms, &Form::validate))
        save();
}

void EditDialog::start(const QString &runningText)
{
    banner()->dismiss();
    m_token = CancelToken::create();
    overlay()->start(runningText, true);
}

void EditDialog::finish()
{
    overlay()->finish();
}

void EditDialog::fail(const Error &error)
{
    const bool overtaken = error.code == ErrorCode::Conflict && error.details.contains("current_version"_L1);
    if (overtaken)
        loadTheirs();
    else if (!showAtField(error))
        showFailure(error);
}

bool EditDialog::showAtField(Error error)
{
    if (!error.details.contains("field"_L1))
        error.details.insert("field"_L1, fieldOf(error.details.value("reason"_L1).toString()));
    return std::ranges::any_of(m_forms, [&](Form *form) { return form->showRefusal(error); });
}

FormField *EditDialog::field(const QString &key) const
{
    const auto holder = std::ranges::find_if(m_forms,
                                             [&](const Form *form) { return form->field(key) != nullptr; });
    return holder == m_forms.end() ? nullptr : (*holder)->field(key);
}

Form *EditDialog::addForm(QWidget *heading)
{
    auto *added = new Form(this);
    auto *column = new QVBoxLayout;
    column->setSpacing(space(Space::M));
    column->addWidget(heading);
    column->addWidget(added);
    column->addStretch();
    m_columns->addLayout(column, 1);
    m_forms.append(added);
    return added;
}

void EditDialog::askForChoices(const QString &what, const QList<FieldVersions> &fields,
                               std::function<void(const QHash<QString, FieldChoice> &)> chosen)
{
    if (fields.isEmpty())
        return chosen({});
    auto *dialog = new ConflictDialog(what, fields, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ConflictDialog::resolved, this, std::move(chosen));
    dialog->open();
}

QPlainTextEdit *makeNoteEdit(const QString &objectName, QWidget *parent)
{
    auto *edit = new QPlainTextEdit(parent);
    edit->setObjectName(objectName);
    edit->setTabChangesFocus(true);
    edit->setFixedHeight(edit->fontMetrics().lineSpacing() * 3 + 2 * space(Space::S));
    return edit;
}

} // namespace seatledger
