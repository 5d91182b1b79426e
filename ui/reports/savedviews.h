// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reports/reportchoice.h"

#include <QObject>

#include <vector>

namespace seatledger {

/// A report with its filters and its sort, under a name somebody gave it.
struct SavedView {
    QString name;
    ReportPlace place;

    friend bool operator==(const SavedView &, const SavedView &) = default;
};

/// The saved views of the person at this machine, by name, in QSettings under `reports/views`. GUI thread.
class SavedViews final : public QObject
{
    Q_OBJECT

public:
    explicit SavedViews(QObject *parent = nullptr);

    [[nodiscard]] const std::vector<SavedView> &all() const { return m_views; }
    [[nodiscard]] const SavedView *find(const QString &name) const;
    /// Under a name that is taken it replaces what was there. Names are compared without case; blanks around
    /// them do not count; an empty one does nothing.
    void save(const QString &name, const ReportPlace &place);
    /// False if the new name is empty or that of another view.
    bool rename(const QString &name, const QString &newName);
    void remove(const QString &name);

signals:
    void changed();

private:
    [[nodiscard]] std::vector<SavedView>::iterator placeOf(const QString &name);
    void store();

    std::vector<SavedView> m_views;
};

} // namespace seatledger
