// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/licenses/renewalsdialog.h"

#include "ui/book/countfield.h"
#include "ui/book/planrequest.h"
#include "ui/common/style/lengths.h"
#include "ui/common/style/tokens.h"
#include "ui/common/widgets/banner.h"
#include "ui/common/widgets/tablelook.h"
#include "ui/common/widgets/textlabel.h"
#include "ui/common/wording.h"
#include "ui/licenses/renewalmodel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <initializer_list>
#include <utility>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr int daysAhead = 90;

QString moneyText(const std::vector<Money> &amounts)
{
    QStringList texts;
    for (const Money &amount : amounts)
        texts += amount.displayText();
    return texts.isEmpty() ? RenewalsDialog::tr("nothing") : listed(texts);
}

} // namespace

RenewalsDialog::RenewalsDialog(BookAccess access, QWidget *parent)
    : OperationDialog(access, u"renewals"_s, tr("Renewals"), tr("Renew"), ButtonKind::Primary, parent),
      m_days(new CountField(0, 3650, {}, this)),
      m_model(new RenewalModel(access.may(Action::ViewCosts), this)),
      m_table(new QTableView(this)),
      m_costs(new TextLabel({}, TextSize::Body, Tone::Text, this)),
      m_request(new PlanRequest(access, this))
{
    setSubtitle(
        tr("What ends soon. Choose what is renewed; seats, end and price can be changed in the table."));
    m_costs->setObjectName(u"costsLabel"_s);
    m_costs->setWordWrap(true);
    questions()->addWidget(buildChoices());
    buildTable();
    questions()->addWidget(m_table, 1);
    questions()->addWidget(m_costs);
    connect(m_request, &PlanRequest::due, this, &RenewalsDialog::loadDue);
    connect(m_days, &CountField::changed, m_request, &PlanRequest::schedule);
    connect(m_model, &RenewalModel::changed, this, &RenewalsDialog::showCosts);
    setMainEnabled(false);
    resize(grown(1040), grown(620));
    m_request->schedule();
}

RenewalsDialog::~RenewalsDialog()
{
    // a cell that is still edited hands over what was typed when the table goes
    disconnect(m_model, nullptr, this, nullptr);
}

QWidget *RenewalsDialog::buildChoices()
{
    auto *line = new QWidget(this);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space(Space::S));
    m_days->setObjectName(u"daysCountField"_s);
    m_days->focusProxy()->setAccessibleName(tr("Ends within days"));
    m_days->setCount(daysAhead);
    m_days->setSuffix(tr(" days"));
    layout->addWidget(new TextLabel(tr("Ends within"), TextSize::Body, Tone::Text, line));
    layout->addWidget(m_days);
    layout->addStretch();
    const auto add = [&](const QString &name, const QString &text, auto slot) {
        auto *button = new QPushButton(text, line);
        button->setObjectName(name);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, m_model, slot);
        layout->addWidget(button);
    };
    add(u"suggestButton"_s, tr("Seats as needed"), &RenewalModel::suggest);
    add(u"repeatButton"_s, tr("Seats as before"), &RenewalModel::repeat);
    return line;
}

void RenewalsDialog::buildTable()
{
    m_table->setObjectName(u"renewalsTable"_s);
    m_table->setAccessibleName(tr("What ends soon"));
    m_table->setModel(m_model);
    applyEditableTableLook(m_table);
    m_table->horizontalHeader()->setStretchLastSection(true);
    const std::initializer_list<std::pair<int, int>> widths{
        {RenewalModel::LicenseColumn, 210}, {RenewalModel::EndColumn, 92},   {RenewalModel::NeedColumn, 210},
        {RenewalModel::BeforeColumn, 80},   {RenewalModel::SeatsColumn, 90}, {RenewalModel::UntilColumn, 96}};
    for (const auto &[column, width] : widths)
        m_table->setColumnWidth(column,
                                std::max(grown(width), m_table->horizontalHeader()->sectionSizeHint(column)));
}

bool RenewalsDialog::isSettled() const
{
    return m_request->isSettled();
}

void RenewalsDialog::loadDue()
{
    const auto days = static_cast<int>(m_days->count().value_or(daysAhead));
    m_request->ask(
        [days](const Services &services, Session &session) -> Result<std::vector<RenewalLine>> {
            auto due = services.renewals.due(session, days);
            if (!due)
                return std::unexpected(due.error());
            return suggestedRenewals(*std::move(due));
        },
        [this](Result<std::vector<RenewalLine>> lines) {
            if (!lines)
                return showFailure(lines.error());
            banner()->dismiss();
            m_model->setLines(*std::move(lines));
        });
}

void RenewalsDialog::showCosts()
{
    const RenewalTotals totals = m_model->totals();
    setMainEnabled(totals.count > 0);
    doButton()->setText(totals.count > 0 ? tr("Renew %Ln entitlements", nullptr, totals.count) : tr("Renew"));
    if (m_model->rowCount() == 0)
        m_costs->setText(tr("Nothing ends in this time."));
    else if (!book().may(Action::ViewCosts))
        m_costs->setText(tr("What they cost is not visible to you."));
    else
        m_costs->setText(tr("A month before: %1\nA month after: %2")
                             .arg(moneyText(totals.before), moneyText(totals.after)));
}

void RenewalsDialog::submit()
{
    apply(tr("Renewing …"), [renewals = m_model->renewals()](const Services &services, Session &session) {
        return services.renewals.renew(session, renewals);
    });
}

QString RenewalsDialog::doneText(const OperationOutcome &outcome) const
{
    return tr("%Ln entitlements were renewed.", nullptr, static_cast<int>(outcome.changed));
}

} // namespace seatledger
