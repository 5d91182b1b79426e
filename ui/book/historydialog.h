// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/repositories/auditrepository.h"
#include "ui/book/bookaccess.h"
#include "ui/common/widgets/dialogframe.h"

namespace seatledger {

class EntryList;

/// The history of anything in the book: what was done to it, newest first, by whom and when. For what has no
/// panel of its own that shows it: departments, products, vendors, entitlements, operators, reviews.
class HistoryDialog final : public DialogFrame
{
    Q_OBJECT

public:
    /// `name` is what the thing is called.
    HistoryDialog(BookAccess access, const AuditFilter &filter, const QString &name, QWidget *parent);

    [[nodiscard]] bool isSettled() const { return m_isSettled; }

signals:
    /// One of its operations is to be shown in the audit; the dialog has closed.
    void operationActivated(qint64 operation);

private:
    void load();

    BookAccess m_book;
    AuditFilter m_filter;
    EntryList *m_list;
    bool m_isSettled = false;
};

} // namespace seatledger
