// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/resultstep.h"

#include "ui/common/widgets/iconlabel.h"
#include "ui/common/widgets/keyvalueform.h"
#include "ui/common/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

namespace seatledger {

using namespace Qt::StringLiterals;

QString importedText(const ImportOutcome &outcome)
{
    const qint64 written = outcome.added + outcome.updated;
    if (!outcome.changesAnything())
        return ResultStep::tr("The book had all of it already: nothing was changed.");
    return ResultStep::tr("%Ln rows were imported.", nullptr, static_cast<int>(written));
}

ResultStep::ResultStep(QWidget *parent)
    : QWidget(parent),
      m_icon(new IconLabel(u"circle-check"_s, 32, Tone::Success, this)),
      m_headline(new TextLabel({}, TextSize::Heading, Tone::Text, this)),
      m_facts(new KeyValueForm(this))
{
    m_icon->setPatch(Tone::SuccessSoft);
    m_headline->setObjectName(u"resultLabel"_s);
    m_headline->setWordWrap(true);
    auto *line = new QHBoxLayout;
    line->setSpacing(space(Space::M));
    line->addWidget(m_icon, 0, Qt::AlignTop);
    line->addWidget(m_headline, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, space(Space::L), 0, 0);
    layout->setSpacing(space(Space::L));
    layout->addLayout(line);
    layout->addWidget(m_facts);
    layout->addStretch();
}

void ResultStep::setOutcome(const ImportOutcome &outcome)
{
    const auto number = [](qint64 count) { return QLocale().toString(count); };
    m_headline->setText(importedText(outcome));
    m_facts->setValue(u"rows"_s, tr("Rows of the file"), number(outcome.rows));
    m_facts->setValue(u"added"_s, tr("Added"), number(outcome.added));
    m_facts->setValue(u"updated"_s, tr("Updated"), number(outcome.updated));
    m_facts->setValue(u"unchanged"_s, tr("Unchanged"), number(outcome.unchanged));
    m_facts->setValue(u"skipped"_s, tr("Left as they are"), number(outcome.skipped));
    m_facts->setValue(u"rejected"_s, tr("Left out for their problems"), number(outcome.rejected));
    m_facts->setValue(u"created"_s, tr("Departments, vendors and products added"), number(outcome.created));
}

} // namespace seatledger
