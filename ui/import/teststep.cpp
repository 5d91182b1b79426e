// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/teststep.h"

#include "ui/common/widgets/emptystate.h"
#include "ui/common/widgets/segmentedfilter.h"
#include "ui/common/widgets/tablelook.h"
#include "ui/common/widgets/textlabel.h"
#include "ui/import/problemmodel.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace seatledger {

using namespace Qt::StringLiterals;

TestStep::TestStep(ImportKind kind, QWidget *parent)
    : QWidget(parent),
      m_kind(kind),
      m_existing(new SegmentedFilter(tr("Rows that the book has already"), this)),
      m_create(new QCheckBox(tr("Add departments, vendors and products that are missing"), this)),
      m_leaveOut(new QCheckBox(tr("Leave out rows with problems and import the others"), this)),
      m_listed(new TextLabel({}, TextSize::Body, Tone::TextMuted, this)),
      m_save(new QPushButton(tr("Save these rows …"), this)),
      m_table(new QTableView(this)),
      m_model(new ProblemModel(this)),
      m_fine(new EmptyState(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space(Space::M));
    buildChoices();
    buildCounts();
    buildProblems();
    clear();
}

void TestStep::buildChoices()
{
    m_existing->setObjectName(u"existingFilter"_s);
    for (const auto &entry : enumEntries<OnExisting>())
        m_existing->addSegment(entry.name, translateDomain(entry.display));
    m_create->setObjectName(u"createCheck"_s);
    m_leaveOut->setObjectName(u"leaveOutCheck"_s);
    auto *existing = new QHBoxLayout;
    existing->setSpacing(space(Space::M));
    existing->addWidget(
        new TextLabel(tr("Rows that the book has already"), TextSize::Body, Tone::TextMuted, this));
    existing->addWidget(m_existing);
    existing->addStretch();
    layout()->addItem(existing);
    layout()->addWidget(m_create);
    connect(m_existing, &SegmentedFilter::currentChanged, this, &TestStep::testWanted);
    connect(m_create, &QCheckBox::clicked, this, &TestStep::testWanted);
    connect(m_leaveOut, &QCheckBox::clicked, this, &TestStep::changed);
}

TextLabel *TestStep::addCount(QHBoxLayout *line, const QString &name, const QString &title)
{
    auto *number = new TextLabel({}, TextSize::Heading, Tone::Text, this);
    number->setObjectName(name + u"Label"_s);
    number->setAccessibleName(title);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(number);
    column->addWidget(new TextLabel(title, TextSize::Small, Tone::TextMuted, this));
    line->addLayout(column);
    return number;
}

void TestStep::buildCounts()
{
    auto *line = new QHBoxLayout;
    line->setSpacing(space(Space::Xl));
    m_added = addCount(line, u"added"_s, tr("added"));
    m_updated = addCount(line, u"updated"_s, tr("updated"));
    m_unchanged = addCount(line, u"unchanged"_s, tr("unchanged"));
    m_skipped = addCount(line, u"skipped"_s, tr("left as they are"));
    m_rejected = addCount(line, u"rejected"_s, tr("with problems"));
    line->addStretch();
    layout()->addItem(line);
}

void TestStep::buildProblems()
{
    m_table->setObjectName(u"problemTable"_s);
    m_table->setAccessibleName(tr("Problems"));
    m_table->setModel(m_model);
    applyTableLook(m_table);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setColumnWidth(ProblemModel::Row, 64);
    m_table->setColumnWidth(ProblemModel::Heading, 130);
    m_table->setColumnWidth(ProblemModel::Value, 170);
    m_save->setObjectName(u"saveProblemsButton"_s);
    m_save->setAutoDefault(false);
    m_listed->setObjectName(u"listedLabel"_s);
    m_listed->setWordWrap(true);
    connect(m_save, &QPushButton::clicked, this, &TestStep::saveRequested);
    auto *line = new QHBoxLayout;
    line->addWidget(m_listed, 1);
    line->addWidget(m_save);
    auto *column = qobject_cast<QVBoxLayout *>(layout());
    column->addLayout(line);
    column->addWidget(m_table, 1);
    column->addWidget(m_fine, 1);
    column->addWidget(m_leaveOut);
    m_fine->setObjectName(u"testState"_s);
    connect(m_fine, &EmptyState::actionTriggered, this, &TestStep::testWanted);
}

void TestStep::setOutcome(const ImportOutcome &outcome)
{
    m_outcome = outcome;
    showCounts();
    showProblems();
    emit changed();
}

void TestStep::clear()
{
    m_outcome.reset();
    showCounts();
    showProblems();
    emit changed();
}

void TestStep::showCounts()
{
    const ImportOutcome outcome = m_outcome.value_or(ImportOutcome());
    const auto show = [this](TextLabel *label, qint64 number) {
        label->setText(m_outcome ? QLocale().toString(number) : u"–"_s);
    };
    show(m_added, outcome.added);
    show(m_updated, outcome.updated);
    show(m_unchanged, outcome.unchanged);
    show(m_skipped, outcome.skipped);
    show(m_rejected, outcome.rejected);
    m_rejected->setTone(outcome.rejected > 0 ? Tone::Danger : Tone::Text);
}

void TestStep::showProblems()
{
    const ImportOutcome outcome = m_outcome.value_or(ImportOutcome());
    const bool any = outcome.problemCount > 0;
    const auto listed = static_cast<qint64>(outcome.problems.size());
    m_model->setProblems(m_kind, outcome.problems);
    m_table->setVisible(any);
    m_fine->setVisible(!any);
    if (m_outcome)
        m_fine->setContents(u"circle-check"_s, tr("No problems"), tr("Every row can be imported."));
    else // it was cancelled, or failed
        m_fine->setContents(u"history"_s, tr("Not tested yet"),
                            tr("What the file would do is not known, and nothing was written."));
    m_fine->setActionText(m_outcome ? QString() : tr("Test again"));
    m_save->setVisible(any);
    m_leaveOut->setVisible(any);
    m_listed->setVisible(any);
    m_listed->setText(
        listed < outcome.problemCount
            ? tr("%1 problems; the first %2 are listed. Save the rows to see all, correct them and "
                 "import them again.")
                  .arg(QLocale().toString(outcome.problemCount), QLocale().toString(listed))
            : tr("%Ln problems. Save the rows, correct them and import them again.", nullptr,
                 static_cast<int>(listed)));
}

OnExisting TestStep::onExisting() const
{
    return fromText<OnExisting>(m_existing->current()).value_or(OnExisting::Update);
}

bool TestStep::createsMissing() const
{
    return m_create->isChecked();
}

bool TestStep::leavesOutProblems() const
{
    return m_leaveOut->isChecked();
}

qint64 TestStep::rowsToWrite() const
{
    return m_outcome ? m_outcome->added + m_outcome->updated : 0;
}

bool TestStep::isReady() const
{
    return m_outcome && m_outcome->changesAnything() && (m_outcome->rejected == 0 || leavesOutProblems());
}

void TestStep::tellSaved(qint64 rows, const QString &path)
{
    m_listed->setText(tr("%Ln rows were written to %1.", nullptr, static_cast<int>(rows)).arg(path));
}

} // namespace seatledger
