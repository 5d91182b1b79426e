// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/widgets/formfield.h"

#include "ui/common/style/ledgerstyle.h"
#include "ui/common/widgets/datefield.h"
#include "ui/common/widgets/textlabel.h"

#include <QComboBox>
#include <QFocusEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QVBoxLayout>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

bool isExpanding(const QWidget &editor)
{
    return (editor.sizePolicy().expandingDirections() & Qt::Vertical)
           && editor.maximumHeight() > editor.minimumHeight();
}

} // namespace

void setSpokenName(QWidget *editor, const QString &name)
{
    for (QWidget *part = editor; part; part = part->focusProxy()) {
        if (part == editor || part->accessibleName().isEmpty())
            part->setAccessibleName(name);
    }
}

FormField::FormField(const QString &name, const QString &label, QWidget *editor, QWidget *parent)
    : QWidget(parent),
      m_labelText(label),
      m_label(new TextLabel(label, TextSize::Body, Tone::Text, this)),
      m_editor(editor),
      m_line(new TextLabel({}, TextSize::Small, Tone::TextMuted, this))
{
    setObjectName(name + u"Field"_s);
    m_line->setObjectName(name + u"MessageLabel"_s);
    m_line->setWordWrap(true);
    m_line->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_label->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_label->setBuddy(editor);
    m_label->setTextWeight(QFont::Medium);
    setSpokenName(editor, label);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space(Space::Xs));
    layout->addWidget(m_label);
    layout->addWidget(editor);
    layout->addWidget(m_line);
    if (!isExpanding(*editor)) // what cannot grow stays with its label where there is room to spare
        layout->addItem(new QSpacerItem(0, 0, QSizePolicy::Minimum, QSizePolicy::Preferred));
    editor->installEventFilter(this);
    watchEditor();
    show({});
}

void FormField::watchEditor()
{
    if (auto *line = qobject_cast<QLineEdit *>(m_editor))
        connect(line, &QLineEdit::textChanged, this, &FormField::recheck);
    else if (auto *combo = qobject_cast<QComboBox *>(m_editor))
        connect(combo, &QComboBox::currentTextChanged, this, &FormField::recheck);
    else if (auto *spin = qobject_cast<QSpinBox *>(m_editor))
        connect(spin, &QSpinBox::valueChanged, this, &FormField::recheck);
    else if (auto *text = qobject_cast<QPlainTextEdit *>(m_editor))
        connect(text, &QPlainTextEdit::textChanged, this, &FormField::recheck);
    else if (auto *date = qobject_cast<DateField *>(m_editor))
        connect(date, &DateField::changed, this, &FormField::recheck);
}

void FormField::setHint(const QString &hint)
{
    m_hint = hint;
    show(m_message);
}

void FormField::setOptional(bool optional)
{
    m_label->setText(optional ? tr("%1 (optional)").arg(m_labelText) : m_labelText);
}

void FormField::setCheck(Check check)
{
    m_check = std::move(check);
    recheck();
}

void FormField::setRefusal(const QString &sentence)
{
    m_touched = true;
    m_message = sentence;
    show(sentence);
    emit changed();
}

void FormField::reveal()
{
    m_touched = true;
    show(m_message);
}

void FormField::recheck()
{
    if (const auto *line = qobject_cast<QLineEdit *>(m_editor); line && line->isModified())
        m_touched = true;
    m_message = m_check ? m_check() : QString();
    show(m_message);
    emit changed();
}

void FormField::touch()
{
    m_touched = true;
    show(m_message);
}

bool FormField::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut && window()->isActiveWindow()) {
        const Qt::FocusReason reason = static_cast<QFocusEvent *>(event)->reason();
        // another window or a list of suggestions: nobody has left the field yet
        if (reason != Qt::ActiveWindowFocusReason && reason != Qt::PopupFocusReason)
            touch();
    }
    return QWidget::eventFilter(watched, event);
}

void FormField::show(const QString &message)
{
    const bool wrong = m_touched && !message.isEmpty();
    m_line->setText(wrong ? message : m_hint);
    m_line->setTone(wrong ? Tone::Danger : Tone::TextMuted);
    m_line->setVisible(!m_line->text().isEmpty());
    setInvalid(m_editor, wrong);
    m_editor->setAccessibleDescription(m_line->text());
}

} // namespace seatledger
