// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connections/connectionprofile.h"

#include <QWidget>

#include <vector>

class QPushButton;

namespace seatledger {

class EntryList;

/// The connections used lately, to be chosen with one click or the arrow keys, opened by a double click or
/// Enter, and removed by Delete.
class RecentList final : public QWidget
{
    Q_OBJECT

public:
    explicit RecentList(QWidget *parent = nullptr);

    void setProfiles(std::vector<ConnectionProfile> profiles);
    /// Marks the one with this key, without telling; an unknown one marks none.
    void setCurrent(const QString &key);

signals:
    void chosen(const seatledger::ConnectionProfile &profile);
    void activated(const seatledger::ConnectionProfile &profile);
    void removeRequested(const seatledger::ConnectionProfile &profile);

private:
    void choose(int row);
    void removeCurrent();

    std::vector<ConnectionProfile> m_profiles;
    EntryList *m_list;
    QPushButton *m_remove;
};

} // namespace seatledger
