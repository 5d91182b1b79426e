// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/shortcutsettings.h"

#include "ui/common/style/lengths.h"
#include "ui/common/widgets/formfield.h"
#include "ui/common/widgets/searchfield.h"
#include "ui/common/widgets/tablelook.h"
#include "ui/common/widgets/textlabel.h"
#include "ui/common/wording.h"
#include "ui/shell/keymap.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/shortcutsdialog.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTableView>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

enum Column { Place, What, Keys };

QString keysText(const QAction *action)
{
    return QKeySequence::listToString(action->shortcuts(), QKeySequence::NativeText);
}

} // namespace

ShortcutSettings::ShortcutSettings(MainWindow &window, QWidget *parent)
    : DialogFrame(u"shortcutSettings"_s, tr("Keyboard shortcuts"), parent),
      m_window(window),
      m_search(new SearchField(this)),
      m_model(new QStandardItemModel(this)),
      m_table(new QTableView(this)),
      m_what(new TextLabel({}, TextSize::Body, Tone::Text, this)),
      m_keys(new QKeySequenceEdit(this)),
      m_verdict(new TextLabel({}, TextSize::Small, Tone::TextMuted, this))
{
    setSubtitle(tr("Choose a line, press the new keys and use them."));
    m_search->setPlaceholderText(tr("Search shortcuts"));
    body()->addWidget(m_search);
    buildTable();
    buildEditor();
    auto *all = new QPushButton(tr("Reset all"), this);
    all->setObjectName(u"resetAllButton"_s);
    all->setAutoDefault(false);
    addFooterWidget(all);
    connect(all, &QPushButton::clicked, this, &ShortcutSettings::resetAll);
    QPushButton *close = addButton(u"close"_s, tr("Close"), ButtonKind::Normal);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_search, &SearchField::searchChanged, this, &ShortcutSettings::narrow);
    connect(m_search, &SearchField::listRequested, m_table, qOverload<>(&QWidget::setFocus));
    fill();
    resize(grown(640), grown(620));
    m_search->setFocus();
}

void ShortcutSettings::buildTable()
{
    m_table->setObjectName(u"shortcutsTable"_s);
    m_table->setAccessibleName(tr("Keyboard shortcuts"));
    m_table->setModel(m_model);
    applyTableLook(m_table);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ShortcutSettings::showChosen);
    body()->addWidget(m_table, 1);
}

void ShortcutSettings::buildEditor()
{
    m_what->setObjectName(u"whatLabel"_s);
    m_what->setBuddy(m_keys);
    m_verdict->setObjectName(u"verdictLabel"_s);
    m_verdict->setWordWrap(true);
    m_keys->setObjectName(u"keysEdit"_s);
    setSpokenName(m_keys, tr("New keys"));
    for (QWidget *part : m_keys->findChildren<QWidget *>())
        part->setAccessibleName(tr("New keys"));
    const auto add = [this](const QString &name, const QString &text) {
        auto *button = new QPushButton(text, this);
        button->setObjectName(name + u"Button"_s);
        button->setAutoDefault(false);
        return button;
    };
    m_use = add(u"use"_s, tr("Use"));
    m_none = add(u"none"_s, tr("No keys"));
    m_reset = add(u"reset"_s, tr("Reset"));
    auto *line = new QHBoxLayout;
    line->setSpacing(space(Space::S));
    line->addWidget(m_keys, 1);
    for (QPushButton *button : {m_use, m_none, m_reset})
        line->addWidget(button);
    body()->addWidget(m_what);
    body()->addLayout(line);
    body()->addWidget(m_verdict);
    connect(m_keys, &QKeySequenceEdit::keySequenceChanged, this, &ShortcutSettings::check);
    connect(m_use, &QPushButton::clicked, this, [this] { use(true); });
    connect(m_none, &QPushButton::clicked, this, [this] { use(false); });
    connect(m_reset, &QPushButton::clicked, this, &ShortcutSettings::reset);
}

void ShortcutSettings::fill()
{
    m_model->setHorizontalHeaderLabels({tr("Where"), tr("What"), tr("Keys")});
    for (const ShortcutGroup &group : m_window.allActions()) {
        for (QAction *action : group.actions) {
            m_actions += action;
            m_places += group.title;
            m_model->appendRow({new QStandardItem, new QStandardItem, new QStandardItem});
            fillRow(m_model->rowCount() - 1);
        }
    }
    if (m_model->rowCount() > 0)
        m_table->selectRow(0);
    showChosen();
}

void ShortcutSettings::fillRow(int row)
{
    const QAction *action = m_actions[row];
    m_model->item(row, Place)->setText(m_places[row]);
    m_model->item(row, What)->setText(plainText(action));
    const QString keys = keysText(action);
    m_model->item(row, Keys)->setText(keymap::isChanged(action) ? tr("%1 (changed)").arg(keys).trimmed()
                                                                : keys);
}

void ShortcutSettings::narrow(const QString &text)
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        bool shown = false;
        for (int column = 0; column < m_model->columnCount(); ++column)
            shown = shown || m_model->item(row, column)->text().contains(text, Qt::CaseInsensitive);
        m_table->setRowHidden(row, !shown);
    }
}

QAction *ShortcutSettings::chosen() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? nullptr : m_actions[rows.constFirst().row()];
}

void ShortcutSettings::showChosen()
{
    const QAction *action = chosen();
    m_what->setText(action ? plainText(action) : QString());
    m_keys->setEnabled(action);
    m_keys->setKeySequence(action ? action->shortcut() : QKeySequence());
    check();
}

void ShortcutSettings::check()
{
    const QAction *action = chosen();
    const QKeySequence keys = m_keys->keySequence();
    QStringList others;
    if (action) {
        for (const QAction *other : keymap::conflicts(m_actions, keymap::idOf(action), keys))
            others += tr("“%1” (%2)").arg(plainText(other), m_places[m_actions.indexOf(other)]);
    }
    m_verdict->setText(others.isEmpty() ? QString() : tr("These keys are taken by %1.").arg(listed(others)));
    m_verdict->setTone(others.isEmpty() ? Tone::TextMuted : Tone::Danger);
    setInvalid(m_keys, !others.isEmpty());
    m_use->setEnabled(action && others.isEmpty() && !keys.isEmpty() && keys != action->shortcut());
    m_none->setEnabled(action && !action->shortcuts().isEmpty());
    m_reset->setEnabled(action && keymap::isChanged(action));
}

void ShortcutSettings::use(bool withKeys)
{
    if (const QAction *action = chosen())
        keymap::choose(keymap::idOf(action), withKeys ? m_keys->keySequence() : QKeySequence());
    apply();
}

void ShortcutSettings::reset()
{
    const QAction *action = chosen();
    if (!action)
        return;
    for (const QKeySequence &keys : keymap::ownKeys(action)) {
        for (const QAction *other : keymap::conflicts(m_actions, keymap::idOf(action), keys))
            keymap::reset(keymap::idOf(other)); // it has them since they were free
    }
    keymap::reset(keymap::idOf(action));
    apply();
}

void ShortcutSettings::resetAll()
{
    keymap::resetAll();
    apply();
}

void ShortcutSettings::apply()
{
    m_window.applyKeys();
    for (int row = 0; row < m_model->rowCount(); ++row)
        fillRow(row);
    showChosen();
}

} // namespace seatledger
