// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/auditpanel.h"

#include "ui/audit/changelist.h"
#include "ui/audit/operationtable.h"
#include "ui/book/changetext.h"
#include "ui/common/widgets/keyvalueform.h"
#include "ui/common/widgets/panelsection.h"
#include "ui/common/widgets/sidepanel.h"

#include <QLocale>

#include <utility>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

QString numberText(const std::optional<OperationId> &id)
{
    return id ? u'#' + QString::number(id->value()) : QString();
}

QString partsText(const std::vector<OperationPart> &parts)
{
    QStringList lines;
    for (const OperationPart &part : parts)
        lines += partText(part);
    return lines.join(u'\n');
}

} // namespace

AuditPanel::AuditPanel(BookAccess access, QWidget *parent)
    : SelectionPanel(access, u"audit"_s, parent),
      m_facts(new KeyValueForm(this)),
      m_changes(new ChangeList(this)),
      m_changesSection(nullptr)
{
    addSection(u"operation"_s, tr("Operation"), m_facts);
    m_changesSection = addSection(u"changes"_s, tr("Changes"), m_changes);
    connect(m_changes, &ChangeList::previousRequested, this, [this] { turnPage(-1); });
    connect(m_changes, &ChangeList::nextRequested, this, [this] { turnPage(1); });
}

void AuditPanel::forget()
{
    m_shown.reset();
    m_starts = {std::nullopt};
    m_last.reset();
    emit shownChanged();
}

void AuditPanel::showNothing()
{
    forget();
    panel()->showEmpty(u"history"_s, tr("Nothing selected"),
                       tr("Select an operation to see who did it, why, and what it changed."));
}

void AuditPanel::loadOne(qint64 value)
{
    if (!m_shown || m_shown->operation.id.value() != value)
        m_starts = {std::nullopt};
    const auto read = [id = *OperationId::fromValue(value), after = m_starts.back()](
                          const Services &services,
                          Session &session) -> Result<std::pair<OperationContents, ChangePage>> {
        auto contents = readOperation(services, session, id);
        if (!contents)
            return std::unexpected(std::move(contents).error());
        auto changes = readChanges(services, session, id, after, pageRows);
        if (!changes)
            return std::unexpected(std::move(changes).error());
        return std::pair(*std::move(contents), *std::move(changes));
    };
    load(read, [this](const std::pair<OperationContents, ChangePage> &found) {
        showOperation(found.first);
        showChanges(found.second);
    });
}

void AuditPanel::showOperation(const OperationContents &contents)
{
    const OperationRow &operation = contents.operation;
    m_shown = contents;
    panel()->showHeading(kindIcon(operation.kind), summaryText(operation.kind, operation.summary),
                         zonedText(operation.at, contents.zone) + u" · "_s + operation.actor,
                         undoBadge(operation));
    showSections(true);
    showFacts(contents);
    emit shownChanged();
}

void AuditPanel::showFacts(const OperationContents &contents)
{
    const OperationRow &operation = contents.operation;
    m_facts->setValue(u"number"_s, tr("Number"), numberText(operation.id));
    m_facts->setValue(u"kind"_s, tr("Kind"), kindText(operation.kind));
    m_facts->setValue(u"reason"_s, tr("Reason"), operation.reason);
    m_facts->setValue(u"actor"_s, tr("Who"), operation.actor);
    m_facts->setValue(u"login"_s, tr("Login"), operation.login);
    m_facts->setValue(u"source"_s, tr("Through"), displayText(operation.source));
    m_facts->setValue(u"address"_s, tr("From"), addressText(operation));
    m_facts->setValue(u"at"_s, tr("When"),
                      zonedText(operation.at, contents.zone) + u' '
                          + QString::fromLatin1(contents.zone.id()));
    m_facts->setValue(u"parts"_s, tr("In sum"), partsText(contents.parts));
    m_facts->setValue(u"undoes"_s, tr("Takes back"), numberText(operation.undoes));
    m_facts->setValue(u"undoneBy"_s, tr("Taken back by"), numberText(operation.undoneBy));
}

void AuditPanel::showChanges(const ChangePage &page)
{
    const qint64 total = m_shown->operation.changed;
    m_last = page.entries.empty() ? std::nullopt : std::optional(page.entries.back());
    m_changesSection->setCountText(total > 0 ? QLocale().toString(total) : QString());
    m_changes->showPage(page, (std::ssize(m_starts) - 1) * pageRows, total);
}

void AuditPanel::turnPage(int step)
{
    if (!m_shown || (step > 0 && !m_last))
        return;
    auto starts = m_starts;
    if (step > 0)
        starts.push_back(m_last);
    else if (starts.size() > 1)
        starts.pop_back();
    const auto read = [id = m_shown->operation.id, after = starts.back()](const Services &services,
                                                                          Session &session) {
        return readChanges(services, session, id, after, pageRows);
    };
    load(read, [this, starts](const ChangePage &page) {
        m_starts = starts;
        showChanges(page);
    });
}

void AuditPanel::loadSeveral(const QList<qint64> &ids)
{
    forget();
    panel()->showHeading(u"history"_s, tr("%Ln operations", nullptr, static_cast<int>(ids.size())),
                         tr("selected"), {});
    showSections(false);
}

} // namespace seatledger
