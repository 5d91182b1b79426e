// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/changelist.h"

#include "ui/common/style/icons.h"
#include "ui/common/widgets/iconlabel.h"
#include "ui/common/widgets/keyvalueform.h"
#include "ui/common/widgets/textlabel.h"
#include "ui/common/wording.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr int iconSide = 16;

QToolButton *makeButton(const QString &name, const QString &iconName, const QString &text, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(name + u"ToolButton"_s);
    button->setIcon(icon(iconName));
    button->setToolTip(text);
    button->setAccessibleName(text);
    button->setAutoRaise(true);
    return button;
}

/// The name of a field at the beginning of a line.
QString capitalised(const QString &label)
{
    return QLocale().toUpper(label.left(1)) + label.sliced(1);
}

} // namespace

ChangeList::ChangeList(QWidget *parent)
    : QWidget(parent),
      m_rows(new QVBoxLayout),
      m_pager(new QWidget(this)),
      m_previous(makeButton(u"previous"_s, u"chevron-left"_s, tr("Earlier changes"), m_pager)),
      m_place(new TextLabel({}, TextSize::Small, Tone::TextMuted, m_pager)),
      m_next(makeButton(u"next"_s, u"chevron-right"_s, tr("Later changes"), m_pager))
{
    setObjectName(u"changeList"_s);
    m_place->setObjectName(u"placeLabel"_s);
    m_place->setAlignment(Qt::AlignCenter);
    auto *line = new QHBoxLayout(m_pager);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_previous);
    line->addWidget(m_place, 1);
    line->addWidget(m_next);
    m_rows->setSpacing(space(Space::M));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space(Space::S));
    layout->addLayout(m_rows);
    layout->addWidget(m_pager);
    connect(m_previous, &QToolButton::clicked, this, &ChangeList::previousRequested);
    connect(m_next, &QToolButton::clicked, this, &ChangeList::nextRequested);
}

void ChangeList::clear()
{
    m_lines.clear();
    m_openers.clear();
    m_forms.clear();
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // one of its buttons may have brought us here
        delete item;
    }
}

void ChangeList::showPage(const ChangePage &page, qint64 first, qint64 total)
{
    clear();
    for (const AuditEntry &entry : page.entries)
        addChange(entry, page.context);
    alignValues();
    if (page.entries.empty()) {
        m_lines += tr("It changed no row.");
        m_rows->addWidget(new TextLabel(m_lines.last(), TextSize::Body, Tone::TextMuted, this));
    }
    showPager(first, std::ssize(page.entries), total);
}

void ChangeList::showPager(qint64 first, qint64 shown, qint64 total)
{
    const QLocale locale;
    m_place->setText(
        tr("%1–%2 of %3")
            .arg(locale.toString(first + 1), locale.toString(first + shown), locale.toString(total)));
    m_previous->setEnabled(first > 0);
    m_next->setEnabled(first + shown < total);
    m_pager->setVisible(shown < total);
}

QWidget *ChangeList::makeHeading(const AuditEntry &entry, const ChangeContext &context)
{
    const QString what = entry.action == "insert"_L1   ? tr("%1, added")
                         : entry.action == "delete"_L1 ? tr("%1, removed")
                                                       : tr("%1, changed");
    auto *heading = new QWidget(this);
    auto *title = new TextLabel(objectText(entry, context), TextSize::Body, Tone::Text, heading);
    title->setTextWeight(QFont::Medium);
    title->setElided(true);
    auto *kind = new TextLabel(what.arg(entityText(entry.entity)), TextSize::Small, Tone::TextMuted, heading);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(title);
    texts->addWidget(kind);
    auto *line = new QHBoxLayout(heading);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space(Space::S));
    line->addWidget(new IconLabel(entityIcon(entry.entity), iconSide, Tone::TextMuted, heading), 0,
                    Qt::AlignTop);
    line->addLayout(texts, 1);
    m_lines += title->text() + u" | "_s + kind->text();
    if (const auto place = placeOf(entry)) {
        QToolButton *open = makeButton(u"open"_s, u"arrow-up-right"_s, tr("Show it on its page"), heading);
        open->setEnabled(m_openable);
        if (!m_openable)
            open->setToolTip(m_notOpenable);
        line->addWidget(open, 0, Qt::AlignTop);
        m_openers += open;
        connect(open, &QToolButton::clicked, this, [this, place = *place] { emit objectRequested(place); });
    }
    return heading;
}

void ChangeList::addChange(const AuditEntry &entry, const ChangeContext &context)
{
    auto *change = new QWidget(this);
    auto *column = new QVBoxLayout(change);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space(Space::Xs));
    column->addWidget(makeHeading(entry, context));
    auto *fields = new KeyValueForm(change);
    fields->setContentsMargins(iconSide + space(Space::S), 0, 0, 0);
    for (const FieldChange &field : fieldChanges(entry, context)) {
        fields->setValue(field.key, capitalised(field.label), field.text());
        m_lines += labelled(field.label, field.text());
    }
    column->addWidget(fields);
    m_forms += fields;
    m_rows->addWidget(change);
}

/// The values of all changes begin in one line.
void ChangeList::alignValues()
{
    int width = 0;
    for (const KeyValueForm *form : std::as_const(m_forms))
        width = std::max(width, form->labelWidth());
    for (KeyValueForm *form : std::as_const(m_forms))
        form->setLabelWidth(width);
}

void ChangeList::setOpenable(bool openable, const QString &reason)
{
    m_openable = openable;
    m_notOpenable = reason;
    for (QToolButton *opener : std::as_const(m_openers)) {
        opener->setEnabled(openable);
        opener->setToolTip(openable ? tr("Show it on its page") : reason);
    }
}

} // namespace seatledger
