// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/book/bookaccess.h"
#include "ui/book/people.h"
#include "ui/common/widgets/dialogframe.h"

#include <QTimer>

class QLineEdit;

namespace seatledger {

class DepartmentTreeView;

/// Picks whole departments, each with all below it, and answers the people in them who may hold seats.
class DepartmentsDialog final : public DialogFrame
{
    Q_OBJECT

public:
    explicit DepartmentsDialog(BookAccess access, QWidget *parent = nullptr);

signals:
    void peopleChosen(const std::vector<seatledger::Person> &people);

private:
    void count();
    void take(Result<std::vector<Person>> people);

    BookAccess m_book;
    QLineEdit *m_search = nullptr;
    DepartmentTreeView *m_tree;
    QPushButton *m_add = nullptr;
    QTimer m_timer;
    LatestRequest m_latest;
    int m_generation = 0;
    std::vector<Person> m_people;
};

} // namespace seatledger
