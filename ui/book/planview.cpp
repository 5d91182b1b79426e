// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/book/planview.h"

#include "ui/book/bookaccess.h"
#include "ui/book/planmodel.h"
#include "ui/common/style/tokens.h"
#include "ui/common/widgets/segmentedfilter.h"
#include "ui/common/widgets/tablelook.h"
#include "ui/common/widgets/textlabel.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace seatledger {

using namespace Qt::StringLiterals;

PlanView::PlanView(PlanModel *model, const QString &partialText, QWidget *parent)
    : QWidget(parent),
      m_model(model),
      m_table(new QTableView(this)),
      m_shown(new SegmentedFilter(tr("People shown"), this)),
      m_summary(new TextLabel({}, TextSize::Body, Tone::Text, this)),
      m_partial(new QCheckBox(partialText, this))
{
    buildTable();
    m_summary->setObjectName(u"summaryLabel"_s);
    m_summary->setWordWrap(true);
    m_partial->setObjectName(u"partialCheckBox"_s);
    m_shown->setObjectName(u"planFilter"_s);
    m_shown->addSegment(u"all"_s, tr("All"));
    m_shown->addSegment(u"left_out"_s, tr("Left out"));
    connect(m_shown, &SegmentedFilter::currentChanged, this,
            [this](const QString &key) { m_model->showOnlyLeftOut(key == "left_out"_L1); });
    connect(m_partial, &QCheckBox::toggled, this, &PlanView::modeChanged);
    auto *line = new QHBoxLayout;
    line->addWidget(m_summary, 1);
    line->addWidget(m_shown, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space(Space::S));
    layout->addWidget(m_table, 1);
    layout->addLayout(line);
    layout->addWidget(m_partial);
    showUnplanned({});
}

void PlanView::buildTable()
{
    m_table->setObjectName(u"planTable"_s);
    m_table->setAccessibleName(tr("Plan"));
    m_table->setModel(m_model);
    applyTableLook(m_table);
    m_table->verticalHeader()->setDefaultSectionSize(
        std::max(extent(Size::Row), fontMetrics().height() + 14));
    m_table->horizontalHeader()->setStretchLastSection(true);
}

void PlanView::fitTable(int most)
{
    m_mostLines = most;
    connect(m_model, &QAbstractItemModel::modelReset, this, &PlanView::fit);
    fit();
}

void PlanView::fit()
{
    const int lines = std::clamp(m_model->count(), 1, m_mostLines);
    const int header = m_table->horizontalHeader()->sizeHint().height();
    m_table->setFixedHeight(header + lines * m_table->verticalHeader()->defaultSectionSize()
                            + 2 * m_table->frameWidth());
    m_table->setVisible(m_model->count() > 0);
}

void PlanView::fitColumns()
{
    const QAbstractItemView *view = m_table;
    const auto wish = [view](int column) { return view->sizeHintForColumn(column) + space(Space::M); };
    const int verdict = std::max(wish(PlanModel::VerdictColumn),
                                 m_table->horizontalHeader()->sectionSizeHint(PlanModel::VerdictColumn));
    const int room = m_table->viewport()->width() - verdict;
    const int detail = std::max(wish(PlanModel::DetailColumn), room / 4);
    const int name = std::clamp(wish(PlanModel::NameColumn), room / 4, std::max(room / 2, room - detail));
    m_table->horizontalHeader()->setStretchLastSection(false); // it would keep what it had while out of sight
    m_table->setColumnWidth(PlanModel::NameColumn, name);
    m_table->setColumnWidth(PlanModel::DetailColumn, room - name);
    m_table->setColumnWidth(PlanModel::VerdictColumn, verdict);
    m_table->horizontalHeader()->setStretchLastSection(true);
}

PlanMode PlanView::mode() const
{
    return m_partial->isChecked() ? PlanMode::Partial : PlanMode::AllOrNothing;
}

void PlanView::showUnplanned(const QString &text)
{
    m_model->clearPlan();
    m_summary->setTone(Tone::TextMuted);
    m_summary->setText(text);
    m_shown->setVisible(false);
    m_partial->setVisible(m_partial->isChecked());
}

void PlanView::showPlanning()
{
    m_summary->setTone(Tone::TextMuted);
    m_summary->setText(tr("Planning …"));
}

void PlanView::showPlan(const PlanFigures &figures)
{
    const QLocale locale;
    m_shown->setCountText(u"all"_s, locale.toString(m_model->count()));
    m_shown->setCountText(u"left_out"_s, locale.toString(figures.refused));
    m_shown->setVisible(figures.refused > 0 && m_model->count() > 1);
    m_partial->setVisible((figures.refused > 0 && m_model->count() > 1) || m_partial->isChecked());
    if (figures.refused == 0 && m_shown->current() != "all"_L1) {
        m_shown->setCurrent(u"all"_s);
        m_model->showOnlyLeftOut(false);
    }
    m_summary->setTone(figures.isApplicable ? Tone::Text
                       : figures.isHarmless ? Tone::TextMuted
                                            : Tone::Danger);
    m_summary->setText(figures.summary);
}

QString seatsLeftText(Seats seats)
{
    return seats.isUnlimited()
               ? PlanView::tr("Seats are unlimited.")
               : PlanView::tr("%Ln seats stay free.", nullptr, static_cast<int>(seats.count()));
}

QStringList costTexts(const BookAccess &access, const std::vector<Money> &monthlyCost)
{
    if (!access.may(Action::ViewCosts))
        return {PlanView::tr("What they cost is not visible to you.")};
    QStringList texts;
    for (const Money &cost : monthlyCost) {
        const Money amount = cost.share(cost.isNegative() ? -1 : 1, 1).value_or(cost);
        texts += (cost.isNegative() ? PlanView::tr("%1 a month less.") : PlanView::tr("%1 a month more."))
                     .arg(amount.displayText());
    }
    return texts;
}

} // namespace seatledger
