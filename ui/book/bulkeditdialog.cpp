// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/book/bulkeditdialog.h"

#include "ui/book/countfield.h"
#include "ui/book/planmodel.h"
#include "ui/book/planrequest.h"
#include "ui/book/planview.h"
#include "ui/common/style/lengths.h"
#include "ui/common/widgets/banner.h"
#include "ui/common/widgets/datefield.h"
#include "ui/common/widgets/pickerfield.h"
#include "ui/common/wording.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QTableView>

#include <utility>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr int linesShown = 9;
constexpr int columns = 2;

/// What is no value, in a preview.
QString orNone(const QString &text)
{
    return text.isEmpty() ? BulkEditDialog::tr("none") : text;
}

} // namespace

BulkEditDialog::BulkEditDialog(BookAccess access, const QString &name, const QString &title,
                               QList<qint64> rows, QWidget *parent)
    : OperationDialog(access, name, title, tr("Change"), ButtonKind::Primary, parent),
      m_rows(std::move(rows)),
      m_fields(new QGridLayout),
      m_lines(new PlanModel(tr("What changes"), this)),
      m_view(new PlanView(m_lines, tr("Leave out those it is not possible for"), this)),
      m_request(new PlanRequest(access, this))
{
    setSubtitle(tr("Tick what is to be the same for all. The rest of each stays as it is."));
    m_fields->setHorizontalSpacing(space(Space::Xl));
    m_fields->setVerticalSpacing(space(Space::M));
    m_fields->setColumnStretch(0, 1);
    m_fields->setColumnStretch(1, 1);
    m_view->table()->setAccessibleName(tr("Preview"));
    m_view->fitTable(linesShown);
    questions()->addLayout(m_fields);
    questions()->addWidget(m_view);
    questions()->addStretch();
    setMinimumWidth(grown(820));
    connect(m_request, &PlanRequest::due, this, &BulkEditDialog::plan);
    connect(m_view, &PlanView::modeChanged, this, &BulkEditDialog::schedulePlan);
    schedulePlan();
}

void BulkEditDialog::addField(const QString &key, const QString &label, QWidget *editor, bool isWide)
{
    auto *tick = new QCheckBox(label, this);
    tick->setObjectName(key + u"CheckBox"_s);
    editor->setAccessibleName(label);
    if (QWidget *inner = editor->focusProxy())
        inner->setAccessibleName(label);
    editor->setEnabled(false);
    connect(tick, &QCheckBox::toggled, this, [this, editor](bool ticked) {
        editor->setEnabled(ticked);
        if (ticked)
            editor->setFocus();
        schedulePlan();
    });
    auto *cell = new QVBoxLayout;
    cell->setSpacing(space(Space::Xs));
    cell->addWidget(tick);
    cell->addWidget(editor);
    if (isWide)
        m_cell += m_cell % columns;
    m_fields->addLayout(cell, m_cell / columns, m_cell % columns, 1, isWide ? columns : 1);
    m_cell += isWide ? columns : 1;
    m_ticks.insert(key, tick);
    follow(editor);
}

void BulkEditDialog::follow(QWidget *editor)
{
    if (auto *picker = qobject_cast<PickerField *>(editor))
        connect(picker, &PickerField::currentChanged, this, &BulkEditDialog::schedulePlan);
    else if (auto *box = qobject_cast<QComboBox *>(editor))
        connect(box, &QComboBox::currentIndexChanged, this, &BulkEditDialog::schedulePlan);
    else if (auto *spin = qobject_cast<QSpinBox *>(editor))
        connect(spin, &QSpinBox::valueChanged, this, &BulkEditDialog::schedulePlan);
    else if (auto *count = qobject_cast<CountField *>(editor))
        connect(count, &CountField::changed, this, &BulkEditDialog::schedulePlan);
    else if (auto *day = qobject_cast<DateField *>(editor))
        connect(day, &DateField::changed, this, &BulkEditDialog::schedulePlan);
    else if (auto *text = qobject_cast<QPlainTextEdit *>(editor))
        connect(text, &QPlainTextEdit::textChanged, this, &BulkEditDialog::schedulePlan);
}

void BulkEditDialog::tick(const QString &key)
{
    if (QCheckBox *tick = m_ticks.value(key))
        tick->setChecked(true);
}

bool BulkEditDialog::isTicked(const QString &key) const
{
    const QCheckBox *tick = m_ticks.value(key);
    return tick && tick->isChecked();
}

bool BulkEditDialog::isSettled() const
{
    return m_request->isSettled();
}

void BulkEditDialog::schedulePlan()
{
    setMainEnabled(false);
    m_request->schedule();
}

void BulkEditDialog::plan()
{
    const RowsEdit::Plan plan = edit().plan;
    if (!plan) {
        m_lines->setLines({});
        m_view->showUnplanned(
            tr("Nothing is ticked: %Ln stay as they are.", nullptr, static_cast<int>(m_rows.size())));
        return;
    }
    m_view->showPlanning();
    m_request->ask(
        [plan, targets = EditTargets{.ids = m_rows, .mode = m_view->mode()}](
            const Services &services, Session &session) { return plan(services, session, targets); },
        [this](Result<EditPlan> planned) { takePlan(std::move(planned)); });
}

void BulkEditDialog::takePlan(Result<EditPlan> plan)
{
    if (!std::exchange(m_keepsMessage, false))
        banner()->dismiss();
    if (!plan) {
        m_lines->setLines({});
        m_view->showUnplanned({});
        return showFailure(plan.error());
    }
    m_seen = plan->versions();
    m_refused = plan->refusedCount();
    std::vector<PlanLine> lines;
    for (const EditItem &item : plan->items) {
        PlanLine line{.id = item.id,
                      .name = item.detail.isEmpty() ? item.name : item.name + u" · "_s + item.detail,
                      .detail = changesText(item),
                      .granted = item.changes.empty() ? tr("No change") : tr("Changes"),
                      .isSame = item.changes.empty(),
                      .planned = true};
        if (item.refusal) {
            line.refusal = Refusal::fromDetails(item.refusal->details)
                               .value_or(Refusal{.reason = RefusalReason::IllegalTransition});
            line.refusal->explanation = item.refusal->message;
        }
        lines.push_back(std::move(line));
    }
    m_lines->setLines(std::move(lines));
    m_view->fitColumns();
    m_view->showPlan({.refused = m_refused,
                      .isApplicable = plan->isApplicable(),
                      .isHarmless = plan->changedCount() == 0 && m_refused == 0,
                      .summary = summaryText(*plan)});
    setMainEnabled(plan->isApplicable());
    emit planned();
}

QString BulkEditDialog::changesText(const EditItem &item) const
{
    QStringList texts;
    for (const FieldEdit &change : item.changes) {
        const QString text = orNone(change.before) + u" → "_s + orNone(change.after);
        const QCheckBox *tick = m_ticks.value(change.field);
        texts += item.changes.size() > 1 && tick ? labelled(tick->text(), text) : text;
    }
    return texts.join(u" · "_s);
}

QString BulkEditDialog::summaryText(const EditPlan &plan) const
{
    const auto number = [](qint64 count) { return static_cast<int>(count); };
    const qint64 changed = plan.changedCount();
    const qint64 same = std::ssize(plan.items) - changed - plan.refusedCount();
    QStringList parts{tr("%Ln will change.", nullptr, number(changed))};
    if (same > 0)
        parts += tr("%Ln stay as they are.", nullptr, number(same));
    if (plan.refusedCount() > 0)
        parts += plan.mode == PlanMode::Partial
                     ? tr("%Ln are left out.", nullptr, number(plan.refusedCount()))
                     : tr("%Ln cannot be changed, so none is.", nullptr, number(plan.refusedCount()));
    return inOneLine(parts);
}

void BulkEditDialog::submit()
{
    const RowsEdit::Apply apply = edit().apply;
    if (!apply)
        return;
    const EditTargets targets{.ids = m_rows, .mode = m_view->mode(), .versions = m_seen};
    OperationDialog::apply(
        tr("Changing %Ln rows …", nullptr, static_cast<int>(m_rows.size())),
        [apply, targets](const Services &services, Session &session) -> Result<OperationOutcome> {
            auto outcome = apply(services, session, targets);
            if (!outcome)
                return std::unexpected(std::move(outcome).error());
            return OperationOutcome{
                .operation = outcome->operation, .changed = outcome->changed, .served = outcome->served};
        });
}

bool BulkEditDialog::showRefusal(const Error &error)
{
    // what the preview showed is not so any more: a new one, with the reason above it
    m_keepsMessage = true;
    showFailure(error);
    schedulePlan();
    return true;
}

QString BulkEditDialog::doneText(const OperationOutcome &outcome) const
{
    QString text = changedText(static_cast<int>(outcome.changed));
    if (m_refused > 0)
        text += u' ' + tr("%Ln were left out.", nullptr, static_cast<int>(m_refused));
    return text;
}

} // namespace seatledger
