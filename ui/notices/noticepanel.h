// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/notificationlistener.h"
#include "ui/book/bookaccess.h"

#include <QFrame>

#include <vector>

class QPushButton;

namespace seatledger {

class EntryList;
class TextLabel;

/// The list of notices that comes up beside the sidebar: what, when, which are new. A click goes to the
/// licence. Closes when something else is clicked, or by Escape; deletes itself then.
class NoticePanel final : public QFrame
{
    Q_OBJECT

public:
    explicit NoticePanel(BookAccess access, QWidget *parent = nullptr);

    /// Comes up at the right of `anchor`, with their lower edges in line.
    void popUpBeside(const QWidget *anchor);
    [[nodiscard]] bool isSettled() const { return m_isSettled; }
    [[nodiscard]] const std::vector<Notice> &notices() const { return m_notices; }

public slots:
    void takeChange(const seatledger::ChangeNotice &notice);

signals:
    void licenseRequested(const QString &name, qint64 license);
    void settingsRequested();

private:
    void load();
    void show(const std::vector<Notice> &notices, QDate today);
    void choose(int row);
    void markAll();

    BookAccess m_book;
    TextLabel *m_failure;
    EntryList *m_list;
    QPushButton *m_all;
    std::vector<Notice> m_notices;
    bool m_isSettled = false;
};

} // namespace seatledger
