// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/book/conflictdialog.h"

#include "ui/common/widgets/textlabel.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr int columnWidth = 220;

enum Column { Field, Before, Theirs, Yours };

QString shown(const QString &text)
{
    return text.isEmpty() ? ConflictDialog::tr("empty") : text.simplified();
}

TextLabel *makeLabel(const QString &text, Tone tone, QWidget *parent)
{
    auto *label = new TextLabel(text, TextSize::Body, tone, parent);
    label->setElided(true);
    label->setToolTip(text);
    return label;
}

} // namespace

ConflictDialog::ConflictDialog(const QString &what, const QList<FieldVersions> &fields, QWidget *parent)
    : DialogFrame(u"conflict"_s, tr("Somebody else changed %1 meanwhile").arg(what), parent), m_save(nullptr)
{
    const qsizetype contested = std::ranges::count_if(fields, &FieldVersions::isContested);
    setSubtitle(contested == 0
                    ? tr("You changed different fields: both changes stay unless you choose otherwise.")
                    : tr("You both changed %Ln field(s): choose what is right. Nothing else is lost.",
                         nullptr, static_cast<int>(contested)));
    auto *rows = new QWidget(this);
    auto *grid = new QGridLayout(rows);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(space(Space::M));
    grid->setVerticalSpacing(space(Space::S));
    addHeadings(grid);
    for (const FieldVersions &field : fields)
        addRow(grid, field);
    for (const Column column : {Before, Theirs, Yours})
        grid->setColumnMinimumWidth(column, columnWidth);
    body()->addWidget(rows);
    body()->addStretch();

    for (const FieldChoice choice : {FieldChoice::Theirs, FieldChoice::Yours}) {
        const bool theirs = choice == FieldChoice::Theirs;
        auto *all = new QPushButton(theirs ? tr("All theirs") : tr("All yours"), this);
        all->setObjectName(theirs ? u"allTheirsButton"_s : u"allYoursButton"_s);
        all->setAutoDefault(false);
        setButtonKind(all, ButtonKind::Quiet);
        addFooterWidget(all);
        connect(all, &QPushButton::clicked, this, [this, choice] { chooseAll(choice); });
    }
    addCancelButton();
    m_save = addButton(u"save"_s, tr("Save this"), ButtonKind::Primary);
    connect(m_save, &QPushButton::clicked, this, [this] {
        emit resolved(m_choices);
        accept();
    });
    updateSave();
}

void ConflictDialog::chooseAll(FieldChoice choice)
{
    for (auto row = m_buttons.cbegin(); row != m_buttons.cend(); ++row)
        choose(row.key(), choice);
}

void ConflictDialog::addHeadings(QGridLayout *grid)
{
    const auto add = [&](Column column, const QString &text) {
        auto *label = new TextLabel(text, TextSize::Small, Tone::TextMuted, this);
        grid->addWidget(label, 0, column);
    };
    add(Before, tr("Before"));
    add(Theirs, tr("Theirs, saved"));
    add(Yours, tr("Yours"));
}

void ConflictDialog::addRow(QGridLayout *grid, const FieldVersions &field)
{
    const int row = grid->rowCount();
    auto *label = makeLabel(field.label, field.isContested() ? Tone::Warning : Tone::Text, this);
    if (field.isContested())
        label->setTextWeight(QFont::DemiBold);
    grid->addWidget(label, row, Field);
    grid->addWidget(makeLabel(shown(field.before), Tone::TextMuted, this), row, Before);

    QPushButton *theirs = addChoice(field, FieldChoice::Theirs);
    QPushButton *yours = addChoice(field, FieldChoice::Yours);
    grid->addWidget(theirs, row, Theirs);
    grid->addWidget(yours, row, Yours);
    auto *group = new QButtonGroup(this);
    group->addButton(theirs);
    group->addButton(yours);
    m_buttons.insert(field.key, {theirs, yours});
    if (!field.isContested())
        choose(field.key, field.changedByYou ? FieldChoice::Yours : FieldChoice::Theirs);
}

QPushButton *ConflictDialog::addChoice(const FieldVersions &field, FieldChoice choice)
{
    const bool theirs = choice == FieldChoice::Theirs;
    const QString text = shown(theirs ? field.theirs : field.yours);
    auto *button = new QPushButton(this);
    button->setText(
        button->fontMetrics().elidedText(text, Qt::ElideRight, columnWidth - 2 * space(Space::L)));
    button->setToolTip(text);
    button->setAccessibleName((theirs ? tr("%1, theirs: %2") : tr("%1, yours: %2")).arg(field.label, text));
    button->setObjectName(field.key + (theirs ? u"TheirsButton"_s : u"YoursButton"_s));
    button->setCheckable(true);
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, [this, key = field.key, choice] { choose(key, choice); });
    return button;
}

void ConflictDialog::choose(const QString &key, FieldChoice choice)
{
    const auto [theirs, yours] = m_buttons.value(key);
    (choice == FieldChoice::Theirs ? theirs : yours)->setChecked(true);
    m_choices.insert(key, choice);
    updateSave();
}

void ConflictDialog::updateSave()
{
    if (!m_save)
        return;
    const bool complete = m_choices.size() == m_buttons.size();
    setMainEnabled(complete);
    m_save->setToolTip(complete ? QString() : tr("Choose theirs or yours for every field first."));
}

} // namespace seatledger
