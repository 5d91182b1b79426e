// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/book/bookaccess.h"
#include "ui/book/people.h"
#include "ui/common/widgets/dialogframe.h"

#include <QTimer>

class QPlainTextEdit;

namespace seatledger {

/// Takes a pasted list of e-mail addresses or member numbers, looks them up as one types, and says which of
/// them nobody has.
class PasteMembersDialog final : public DialogFrame
{
    Q_OBJECT

public:
    explicit PasteMembersDialog(BookAccess access, QWidget *parent = nullptr);

    /// Puts this in, as if it were pasted.
    void setText(const QString &text);

signals:
    void peopleChosen(const std::vector<seatledger::Person> &people);

private:
    void lookUp();
    void take(Result<ResolvedPeople> resolved);
    void choose();

    BookAccess m_book;
    QPlainTextEdit *m_text;
    TextLabel *m_found;
    QPlainTextEdit *m_unknown;
    TextLabel *m_unknownLabel;
    QPushButton *m_add;
    QTimer m_timer;
    LatestRequest m_latest;
    int m_generation = 0;
    ResolvedPeople m_resolved;
};

} // namespace seatledger
