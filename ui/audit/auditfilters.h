// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/repositories/operationlist.h"
#include "ui/book/bookaccess.h"
#include "ui/book/daysdialog.h"

#include <QTimeZone>
#include <QWidget>

class QComboBox;

namespace seatledger {

class Dialogs;
class PickerField;

/// What the list of operations is narrowed to beside the search: who, what kind of operation or thing, when.
/// Days are those of a time zone.
class AuditFilters final : public QWidget
{
    Q_OBJECT

public:
    AuditFilters(BookAccess access, Dialogs &dialogs, QWidget *parent = nullptr);

    void setTimeZone(const QTimeZone &zone) { m_zone = zone; }
    /// Offers the kinds that there are; a choice made before holds.
    void loadKinds();
    /// Adds what is chosen to a filter.
    void addTo(OperationFilter &filter) const;
    [[nodiscard]] bool isNarrowed() const;
    /// Takes everything off, without telling.
    void reset();
    /// Chooses somebody, without telling.
    void setActor(const QString &actor);
    [[nodiscard]] DaySpan span() const { return m_span; }
    /// Asks for days; answers the dialog.
    QDialog *chooseDays();

signals:
    void changed();

private:
    void buildKinds(const QStringList &kinds);
    void buildPeriods();
    void takePeriod();
    void setSpan(const DaySpan &span);
    [[nodiscard]] QString actor() const;

    BookAccess m_book;
    Dialogs &m_dialogs;
    QTimeZone m_zone = QTimeZone::utc();
    PickerField *m_actor;
    QComboBox *m_kind;
    QComboBox *m_period;
    QString m_lastActor;
    DaySpan m_span;
};

} // namespace seatledger
