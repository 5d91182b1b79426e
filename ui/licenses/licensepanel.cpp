// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/licenses/licensepanel.h"

#include "core/domain/notice.h"
#include "ui/assignments/assignmententries.h"
#include "ui/book/badges.h"
#include "ui/book/historyentries.h"
#include "ui/common/style/icons.h"
#include "ui/common/widgets/entrylist.h"
#include "ui/common/widgets/keyvalueform.h"
#include "ui/common/widgets/panelsection.h"
#include "ui/common/widgets/seatbar.h"
#include "ui/common/widgets/sidepanel.h"
#include "ui/common/widgets/textlabel.h"
#include "ui/common/wording.h"
#include "ui/licenses/keylist.h"
#include "ui/licenses/licensecontents.h"
#include "ui/waiting/waitinglist.h"

#include <QAction>
#include <QLocale>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

QString moneyText(const std::vector<Money> &amounts)
{
    QStringList texts;
    for (const Money &amount : amounts)
        texts += amount.displayText();
    return listed(texts);
}

} // namespace

LicensePanel::LicensePanel(BookAccess access, QWidget *parent)
    : SelectionPanel(access, u"license"_s, parent),
      m_bar(new SeatBar(this)),
      m_outlook(new TextLabel({}, TextSize::Small, Tone::Warning, this)),
      m_bought(new EntryList(this)),
      m_holders(new EntryList(this)),
      m_waiting(new EntryList(this)),
      m_keys(new KeyList(access, this)),
      m_details(new KeyValueForm(this)),
      m_history(new EntryList(this)),
      m_totals(new KeyValueForm(this))
{
    m_outlook->setObjectName(u"outlookLabel"_s);
    m_outlook->setWordWrap(true);
    buildLists();
    panel()->addWidget(m_totals);
    panel()->addWidget(m_bar);
    panel()->addWidget(m_outlook);
    m_boughtSection = addSection(u"entitlements"_s, tr("Bought"), m_bought);
    m_keysSection = addSection(u"keys"_s, tr("Keys"), m_keys);
    m_keysSection->setExpanded(false);
    m_holdersSection = addSection(u"holders"_s, tr("Holders"), m_holders);
    m_waitingSection = addSection(u"waiting"_s, tr("Waiting list"), m_waiting);
    addSection(u"details"_s, tr("Details"), m_details);
    addSection(u"history"_s, tr("History"), m_history);
    buildActions();
}

void LicensePanel::buildActions()
{
    auto *renew = new QAction(icon(u"refresh"), tr("Renew"), this);
    auto *add = new QAction(icon(u"plus"), tr("Add seats"), this);
    connect(add, &QAction::triggered, this, &LicensePanel::entitlementAddRequested);
    connect(renew, &QAction::triggered, this, [this] {
        if (const auto entitlement = entitlementInHand())
            emit entitlementRenewRequested(*entitlement);
    });
    auto *addKeys = new QAction(icon(u"plus"), tr("Add keys"), this);
    connect(addKeys, &QAction::triggered, this, &LicensePanel::keysAddRequested);
    for (QAction *action : {renew, add, addKeys})
        book().guard(action, Action::EditCatalogue);
    auto *ask = new QAction(icon(u"plus"), tr("Ask for seats"), this);
    connect(ask, &QAction::triggered, this, &LicensePanel::waitingAddRequested);
    book().guard(ask, Action::Assign);
    m_waitingSection->addAction(u"ask"_s, ask);
    m_boughtSection->addAction(u"renew"_s, renew);
    m_boughtSection->addAction(u"addEntitlement"_s, add);
    m_keysSection->addAction(u"addKeys"_s, addKeys);
}

QString LicensePanel::costText(const std::vector<Money> &amounts) const
{
    return book().may(Action::ViewCosts) ? moneyText(amounts) : tr("Not visible to you");
}

void LicensePanel::buildLists()
{
    m_bought->setObjectName(u"entitlementsList"_s);
    m_bought->setAccessibleName(tr("Bought"));
    m_bought->setEmptyText(tr("Nothing bought yet."));
    m_bought->setContextMenuPolicy(Qt::CustomContextMenu);
    m_holders->setObjectName(u"holdersList"_s);
    m_holders->setAccessibleName(tr("Holders"));
    m_holders->setEmptyText(tr("Nobody holds a seat."));
    m_holders->setContextMenuPolicy(Qt::CustomContextMenu);
    m_waiting->setObjectName(u"waitingList"_s);
    m_waiting->setAccessibleName(tr("Waiting list"));
    m_waiting->setEmptyText(tr("Nobody waits for a seat."));
    connect(m_waiting, &EntryList::entryActivated, this, [this] {
        if (m_license)
            emit waitingActivated(m_license->name.text());
    });
    m_history->setObjectName(u"historyList"_s);
    m_history->setAccessibleName(tr("History"));
    connect(m_history, &EntryList::entryActivated, this, &LicensePanel::operationActivated);
    connect(m_bought, &QWidget::customContextMenuRequested, this, &LicensePanel::offerEntitlementMenu);
    connect(m_bought, &EntryList::entryActivated, this, [this] {
        if (const auto entitlement = entitlementInHand())
            emit entitlementEditRequested(*entitlement);
    });
    connect(m_holders, &QWidget::customContextMenuRequested, this, &LicensePanel::offerHolderMenu);
    connect(m_holders, &EntryList::entryActivated, this, [this] {
        if (m_license)
            emit holderActivated(m_license->name.text());
    });
}

std::optional<LicenseDrop::Target> LicensePanel::dropTarget() const
{
    if (!m_license || !panel()->hasContents())
        return {};
    const SeatFigures &seats = m_bar->figures();
    return LicenseDrop::Target{.license = m_license->id,
                               .name = m_license->name.text(),
                               .state = m_license->state,
                               .capacity = seats.supply ? Seats(*seats.supply) : Seats::unlimited(),
                               .promised = seats.used + seats.reserved};
}

void LicensePanel::unfoldKeys(bool isUnfolded)
{
    m_keysSection->setExpanded(isUnfolded);
}

void LicensePanel::showNothing()
{
    m_license.reset();
    panel()->showEmpty(u"certificate"_s, tr("Nothing selected"),
                       tr("Select a licence to see its seats, holders and what was bought."));
}

void LicensePanel::loadOne(qint64 value)
{
    const LicenseSight sight{.audit = book().may(Action::ReadAudit),
                             .keys = book().may(Action::EditCatalogue) || book().may(Action::ViewKeys)};
    const auto read = [id = *LicenseId::fromValue(value), sight](const Services &services, Session &session) {
        return readLicense(services, session, id, sight);
    };
    load(read, [this](const LicenseContents &contents) { showLicense(contents); });
}

void LicensePanel::showLicense(const LicenseContents &contents)
{
    m_license = contents.license;
    m_entitlements = contents.entitlements;
    m_open = contents.holders;
    panel()->showHeading(u"certificate"_s, m_license->name.text(), contents.product,
                         badgeOf(m_license->state));
    m_totals->hide();
    m_bar->show();
    showSections(true);
    m_bar->setFigures(contents.standing.figures);
    showOutlook(contents);
    m_bought->setEntries(
        entitlementEntries(m_entitlements, contents.standing.today, book().may(Action::ViewCosts)));
    m_boughtSection->setCountText(QLocale().toString(std::ssize(m_entitlements)));
    std::vector<Entry> holders = seatEntries(m_open, SeatEntry::NameMember);
    if (const qint64 more = contents.holderCount - std::ssize(m_open); more > 0)
        holders.push_back(
            {.title = tr("and %Ln more", nullptr, static_cast<int>(more)), .iconName = u"dots"_s});
    m_holders->setEntries(std::move(holders));
    m_holdersSection->setCountText(QLocale().toString(contents.holderCount));
    m_keys->setKeys(contents.keys);
    m_keysSection->setCountText(contents.keys ? QLocale().toString(std::ssize(*contents.keys)) : QString());
    showWaiting(contents);
    showDetails(contents);
    showHistory(m_history, contents.history);
}

void LicensePanel::showOutlook(const LicenseContents &contents)
{
    const QString outlook = outlookText(contents.standing);
    m_outlook->setText(outlook);
    m_outlook->setTone(contents.standing.shortages.empty() ? Tone::TextMuted : Tone::Danger);
    m_outlook->setVisible(!outlook.isEmpty());
}

void LicensePanel::showWaiting(const LicenseContents &contents)
{
    std::vector<Entry> entries = waitingEntries(contents.waiting, contents.standing.today);
    if (const qint64 more = contents.waitingCount - std::ssize(contents.waiting); more > 0)
        entries.push_back(
            {.title = tr("and %Ln more", nullptr, static_cast<int>(more)), .iconName = u"dots"_s});
    m_waiting->setEntries(std::move(entries));
    m_waitingSection->setCountText(contents.waitingCount > 0 ? QLocale().toString(contents.waitingCount)
                                                             : QString());
}

void LicensePanel::showDetails(const LicenseContents &contents)
{
    const License &license = contents.license;
    const QLocale locale;
    m_details->setValue(u"product"_s, tr("Product"), contents.product);
    m_details->setValue(u"metric"_s, tr("One seat is"), displayText(license.metric));
    m_details->setValue(u"term"_s, tr("Term"), displayText(license.term));
    m_details->setValue(u"cost"_s, tr("Cost a month"), costText(contents.monthlyCost));
    m_details->setValue(u"overage"_s, tr("Overage"),
                        license.overage.value() > 0 ? tr("%1 %").arg(license.overage.value()) : QString());
    m_details->setValue(u"devices"_s, tr("Devices"),
                        tr("%Ln for each seat", nullptr, license.devicesPerSeat.value()));
    m_details->setValue(u"lease"_s, tr("Returns after"),
                        license.floatingLease ? tr("%Ln minutes", nullptr, license.floatingLease->value())
                                              : QString());
    m_details->setValue(u"expiry"_s, tr("When it ends"), displayText(license.expiryAction));
    m_details->setValue(u"threshold"_s, tr("Warn below"),
                        license.lowSeatThreshold
                            ? tr("%Ln free seats", nullptr, license.lowSeatThreshold->value())
                            : QString());
    m_details->setValue(u"leads"_s, tr("Told ahead"),
                        license.leadDays ? tr("%1 days").arg(leadDaysText(*license.leadDays)) : QString());
    m_details->setValue(u"owner"_s, tr("Owner"), contents.owner);
    m_details->setValue(u"note"_s, tr("Note"), license.note.text());
}

void LicensePanel::loadSeveral(const QList<qint64> &values)
{
    const auto read = [values](const Services &services, Session &session) {
        QList<LicenseId> ids;
        for (const qint64 value : values)
            ids.append(*LicenseId::fromValue(value));
        return readLicenseTotals(services, session, ids);
    };
    load(read, [this](const LicenseTotals &totals) { showTotals(totals); });
}

void LicensePanel::showTotals(const LicenseTotals &totals)
{
    m_license.reset();
    const QLocale locale;
    panel()->showHeading(u"certificate"_s, tr("%Ln licences", nullptr, static_cast<int>(totals.licenses)),
                         tr("selected"), {});
    showSections(false);
    m_bar->hide();
    m_outlook->hide();
    m_totals->setValue(u"used"_s, tr("Seats in use"), locale.toString(totals.used));
    m_totals->setValue(u"bought"_s, tr("Seats bought"), locale.toString(totals.bought));
    m_totals->setValue(u"unlimited"_s, tr("Unlimited"),
                       totals.unlimited > 0 ? tr("%Ln licences", nullptr, static_cast<int>(totals.unlimited))
                                            : QString());
    m_totals->setValue(u"cost"_s, tr("Cost a month"), costText(totals.monthlyCost));
    m_totals->show();
}

std::optional<Entitlement> LicensePanel::entitlementInHand() const
{
    const QModelIndex index = m_bought->currentIndex();
    if (index.isValid() && static_cast<std::size_t>(index.row()) < m_entitlements.size())
        return m_entitlements[static_cast<std::size_t>(index.row())];
    const auto newest = std::ranges::find_if_not(m_entitlements, &Entitlement::isCancelled);
    return newest == m_entitlements.end() ? std::nullopt : std::optional(*newest);
}

void LicensePanel::offerHolderMenu(const QPoint &position)
{
    const QModelIndex index = m_holders->indexAt(position);
    if (!index.isValid() || static_cast<std::size_t>(index.row()) >= m_open.size())
        return;
    emit holderMenuRequested(choiceOf(m_open[static_cast<std::size_t>(index.row())]),
                             m_holders->viewport()->mapToGlobal(position));
}

void LicensePanel::offerEntitlementMenu(const QPoint &position)
{
    const QModelIndex index = m_bought->indexAt(position);
    if (!index.isValid())
        return;
    const Entitlement entitlement = m_entitlements[static_cast<std::size_t>(index.row())];
    auto *menu = new QMenu(this);
    menu->setObjectName(u"entitlementMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    menu->addAction(icon(u"edit"), tr("Edit …"), this,
                    [this, entitlement] { emit entitlementEditRequested(entitlement); });
    menu->addAction(icon(u"refresh"), tr("Renew …"), this,
                    [this, entitlement] { emit entitlementRenewRequested(entitlement); });
    menu->addSeparator();
    QAction *cancel = menu->addAction(icon(u"ban"), tr("Cancel …"), this,
                                      [this, entitlement] { emit entitlementCancelRequested(entitlement); });
    cancel->setEnabled(!entitlement.isCancelled());
    for (QAction *action : menu->actions()) {
        if (!action->isSeparator())
            book().guard(action, Action::EditCatalogue);
    }
    menu->addSeparator();
    QAction *history = menu->addAction(icon(u"history"), tr("History …"), this, [this, entitlement] {
        emit entitlementHistoryRequested(entitlement);
    });
    book().guard(history, Action::ReadAudit);
    menu->popup(m_bought->viewport()->mapToGlobal(position));
}

} // namespace seatledger
