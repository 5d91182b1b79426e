// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operators/operatorpanel.h"

#include "core/domain/enumtext.h"
#include "ui/book/changetext.h"
#include "ui/book/historyentries.h"
#include "ui/common/widgets/entrylist.h"
#include "ui/common/widgets/keyvalueform.h"
#include "ui/common/widgets/sidepanel.h"
#include "ui/operators/operatortable.h"
#include "ui/operators/permissionlist.h"

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr int operationsShown = 12;

std::vector<Entry> entriesOf(const std::vector<OperationRow> &operations)
{
    std::vector<Entry> entries;
    for (const OperationRow &operation : operations)
        entries.push_back({.id = operation.id.value(),
                           .title = operation.summary,
                           .detail = operation.reason,
                           .trailing = momentText(operation.at, QDateTime::currentDateTimeUtc()),
                           .iconName = kindIcon(operation.kind)});
    return entries;
}

} // namespace

OperatorPanel::OperatorPanel(BookAccess access, QWidget *parent)
    : SelectionPanel(access, u"operator"_s, parent),
      m_facts(new KeyValueForm(this)),
      m_permissions(new PermissionList(this)),
      m_operations(new EntryList(this))
{
    m_operations->setObjectName(u"operationsList"_s);
    m_operations->setAccessibleName(tr("Recent operations"));
    addSection(u"details"_s, tr("Details"), m_facts);
    addSection(u"permissions"_s, tr("What they may do"), m_permissions);
    addSection(u"operations"_s, tr("Recent operations"), m_operations);
    connect(m_operations, &EntryList::entryActivated, this, &OperatorPanel::operationActivated);
}

void OperatorPanel::showNothing()
{
    panel()->showEmpty(u"user-shield"_s, tr("Nobody selected"),
                       tr("Select an operator to see what they may do and what they did last."));
}

void OperatorPanel::loadOne(qint64 value)
{
    const auto read = [id = *OperatorId::fromValue(value)](const Services &services, Session &session) {
        return readOperatorContents(services, session, id, operationsShown);
    };
    load(read, [this](const OperatorContents &contents) { showOperator(contents); });
}

void OperatorPanel::showOperator(const OperatorContents &contents)
{
    const Operator &record = contents.known.record;
    panel()->showHeading(u"user-shield"_s, record.displayName.text(),
                         u"%1 · %2"_s.arg(record.login.text(), displayText(record.role)),
                         operatorBadge(record.isDisabled()));
    showSections(true);
    showFacts(contents);
    m_permissions->setAnswers(contents.answers);
    m_operations->setEmptyText(contents.operations ? tr("Nothing yet.")
                                                   : tr("Only who reads the audit sees what others did."));
    m_operations->setEntries(entriesOf(contents.operations.value_or(std::vector<OperationRow>())));
}

void OperatorPanel::showFacts(const OperatorContents &contents)
{
    const Operator &record = contents.known.record;
    const QString seen = lastSeenText(contents.row);
    m_facts->setValue(u"login"_s, tr("Login"), record.login.text());
    m_facts->setValue(u"role"_s, tr("Role"), displayText(record.role) + u". "_s + explanation(record.role));
    m_facts->setValue(u"member"_s, tr("Member"), contents.known.memberName);
    m_facts->setValue(u"departments"_s, tr("Departments"), contents.known.departments.join(u'\n'));
    m_facts->setValue(u"rights"_s, tr("Rights"), rightsText(record.rights));
    m_facts->setValue(u"seen"_s, tr("Last seen"),
                      !seen.isEmpty()       ? seen
                      : contents.operations ? tr("not yet")
                                            : tr("not known"));
    m_facts->setValue(u"passwordUntil"_s, tr("Password until"),
                      contents.row.passwordUntil ? zonedText(*contents.row.passwordUntil, contents.zone)
                                                 : QString());
    m_facts->setValue(u"disabled"_s, tr("Disabled"),
                      record.disabledAt ? momentText(*record.disabledAt, QDateTime::currentDateTimeUtc())
                                        : QString());
}

void OperatorPanel::loadSeveral(const QList<qint64> &ids)
{
    panel()->showHeading(u"users"_s, tr("%Ln operators", nullptr, static_cast<int>(ids.size())),
                         tr("selected"), {});
    showSections(false);
}

} // namespace seatledger
