// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/messagedialog.h"

#include "ui/common/style/lengths.h"
#include "ui/common/widgets/textlabel.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QDateTime>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

QString advice(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Offline:
        return MessageDialog::tr("Nothing was changed. The window connects again by itself.");
    case ErrorCode::Busy:
        return MessageDialog::tr("Nothing was changed. Please try again.");
    case ErrorCode::Conflict:
        return MessageDialog::tr("Nothing was changed. The list shows the newest state now.");
    case ErrorCode::StorageFull:
        return MessageDialog::tr("Free some space, then try again.");
    case ErrorCode::Forbidden:
        return MessageDialog::tr("Ask an administrator if you need to do this.");
    case ErrorCode::Internal:
        return MessageDialog::tr("This is a defect. Please report it with the details below.");
    default:
        return {};
    }
}

/// Who looks after the server finds by it what happened. Not translated: it is for them and for logs.
QString supportText(const Error &error)
{
    const QString at = error.details.value(u"at"_s).toString(
        QDateTime::currentDateTimeUtc().toString(Qt::ISODate));
    const QString request = error.details.value(u"request"_s).toString();
    QStringList lines{u"Seatledger "_s + QCoreApplication::applicationVersion(), u"at "_s + at};
    if (!request.isEmpty())
        lines += u"request "_s + request + u" (in PostgreSQL's log: application_name)"_s;
    return lines.join(u'\n');
}

QString detailsText(const Error &error)
{
    QString text = supportText(error) + u'\n' + errorCodeName(error.code);
    QJsonObject facts = error.details;
    facts.remove(u"request"_s);
    facts.remove(u"at"_s);
    if (!facts.isEmpty())
        text += u'\n' + QString::fromUtf8(QJsonDocument(facts).toJson()).trimmed();
    return text;
}

} // namespace

MessageDialog::MessageDialog(const QString &name, const QString &title, const QString &text, QWidget *parent)
    : DialogFrame(name, title, parent)
{
    auto *label = new TextLabel(text, TextSize::Body, Tone::Text, this);
    label->setObjectName(u"messageLabel"_s);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setMinimumWidth(grown(400));
    label->setMaximumWidth(grown(520));
    body()->addWidget(label);
}

MessageDialog *MessageDialog::forError(const QString &what, const Error &error, QWidget *parent)
{
    auto *dialog = new MessageDialog(u"error"_s, what, error.message, parent);
    if (const QString line = advice(error.code); !line.isEmpty()) {
        auto *label = new TextLabel(line, TextSize::Body, Tone::TextMuted, dialog);
        label->setWordWrap(true);
        dialog->body()->addWidget(label);
    }
    dialog->addDetails(error);
    QPushButton *close = dialog->addButton(u"close"_s, tr("Close"), ButtonKind::Primary);
    connect(close, &QPushButton::clicked, dialog, &QDialog::accept);
    close->setFocus();
    return dialog;
}

MessageDialog *MessageDialog::forQuestion(const Dialogs::Question &question, QWidget *parent)
{
    auto *dialog = new MessageDialog(u"question"_s, question.title, question.text, parent);
    dialog->addCancelButton()->setFocus();
    QPushButton *confirm = dialog->addButton(u"confirm"_s, question.confirmText, question.kind);
    connect(confirm, &QPushButton::clicked, dialog, &QDialog::accept);
    return dialog;
}

void MessageDialog::addDetails(const Error &error)
{
    auto *text = new QPlainTextEdit(detailsText(error), this);
    text->setObjectName(u"detailsTextEdit"_s);
    text->setAccessibleName(tr("Details"));
    text->setReadOnly(true);
    text->setMaximumHeight(140);
    text->hide();
    body()->addWidget(text);

    auto *toggle = new QPushButton(tr("Details"), this);
    toggle->setObjectName(u"detailsButton"_s);
    toggle->setCheckable(true);
    toggle->setAutoDefault(false);
    setButtonKind(toggle, ButtonKind::Quiet);
    auto *copy = new QPushButton(tr("Copy for support"), this);
    copy->setObjectName(u"copyDetailsButton"_s);
    copy->setAutoDefault(false);
    setButtonKind(copy, ButtonKind::Quiet);
    addFooterWidget(copy);
    addFooterWidget(toggle);
    connect(toggle, &QPushButton::toggled, this, [this, text](bool shown) {
        text->setVisible(shown);
        adjustSize();
    });
    connect(copy, &QPushButton::clicked, this, [title = windowTitle(), error] {
        QGuiApplication::clipboard()->setText(title + u'\n' + error.message + u'\n' + detailsText(error));
    });
}

} // namespace seatledger
