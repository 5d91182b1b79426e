// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/savedview.h"
#include "ui/reports/reportchoice.h"

#include <QObject>

#include <vector>

namespace seatledger {

class SavedViewStore;

/// A report with its filters and its sort, under a name somebody gave it.
struct NamedReport {
    QString name; ///< with the login of the owner where somebody else shares it
    ReportPlace place;
    SavedView saved = {};

    friend bool operator==(const NamedReport &, const NamedReport &) = default;
};

/// The saved views of reports: a SavedViewStore in the words of the page of reports. Those that older
/// versions kept at this machine, in QSettings under `reports/views`, are taken over once. GUI thread.
class SavedViews final : public QObject
{
    Q_OBJECT

public:
    explicit SavedViews(SavedViewStore &store, QObject *parent = nullptr);

    [[nodiscard]] const std::vector<NamedReport> &all() const { return m_views; }
    [[nodiscard]] const NamedReport *find(const QString &name) const;
    /// Under a name that is taken it replaces what was there. Names are compared without case; blanks around
    /// them do not count; an empty one does nothing.
    void save(const QString &name, const ReportPlace &place, bool isShared = false);
    /// False if the new name is empty or that of another view.
    bool rename(const QString &name, const QString &newName);
    void share(const QString &name, bool isShared);
    void remove(const QString &name);

signals:
    void changed();
    void failed(const seatledger::Error &error);

private:
    void take();
    void takeOver();

    SavedViewStore &m_store;
    std::vector<NamedReport> m_views;
};

} // namespace seatledger
