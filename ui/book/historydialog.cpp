// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/book/historydialog.h"

#include "ui/book/historyentries.h"
#include "ui/common/manualsubject.h"
#include "ui/common/style/lengths.h"
#include "ui/common/widgets/busyoverlay.h"
#include "ui/common/widgets/entrylist.h"
#include "ui/common/widgets/scrollcolumn.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace seatledger {

using namespace Qt::StringLiterals;

HistoryDialog::HistoryDialog(BookAccess access, const AuditFilter &filter, const QString &name,
                             QWidget *parent)
    : DialogFrame(u"history"_s, tr("History"), parent),
      m_book(access),
      m_filter(filter),
      m_list(new EntryList(this))
{
    setSubtitle(name);
    setManualSubject(this, u"audit"_s);
    m_list->setObjectName(u"historyList"_s);
    m_list->setAccessibleName(tr("History of %1").arg(name));
    body()->addWidget(ScrollColumn::ofList(m_list, this), 1);
    connect(addButton(u"close"_s, tr("Close"), ButtonKind::Primary), &QPushButton::clicked, this,
            &QDialog::accept);
    connect(m_list, &EntryList::entryActivated, this, [this](qint64 operation) {
        accept();
        emit operationActivated(operation);
    });
    m_list->setFocus();
    resize(grown(560), grown(460));
    load();
}

void HistoryDialog::load()
{
    const bool readsAudit = m_book.may(Action::ReadAudit);
    overlay()->start(tr("Reading the history …"), false);
    m_book.ask(
        this,
        [filter = m_filter, readsAudit](const Services &services, Session &session) {
            return readHistory(services, session, filter, readsAudit);
        },
        [this](const Result<History> &history) {
            m_isSettled = true;
            overlay()->finish();
            if (history)
                showHistory(m_list, *history);
            else
                showFailure(history.error());
        });
}

} // namespace seatledger
