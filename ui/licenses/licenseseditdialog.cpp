// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/licenses/licenseseditdialog.h"

#include "ui/book/countfield.h"
#include "ui/book/editdialog.h"
#include "ui/book/searches.h"
#include "ui/common/manualsubject.h"

#include <QComboBox>
#include <QPlainTextEdit>
#include <QSpinBox>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

QSpinBox *makeSpinBox(const QString &objectName, int minimum, int maximum, QWidget *parent)
{
    auto *box = new QSpinBox(parent);
    box->setObjectName(objectName);
    box->setRange(minimum, maximum);
    return box;
}

template <typename E>
QComboBox *makeBox(const QString &objectName, QWidget *parent)
{
    auto *box = new QComboBox(parent);
    box->setObjectName(objectName);
    for (const EnumEntry<E> &entry : enumEntries<E>())
        box->addItem(translateDomain(entry.display), static_cast<int>(entry.value));
    return box;
}

} // namespace

LicensesEditDialog::LicensesEditDialog(BookAccess access, const QList<qint64> &licenses, QWidget *parent)
    : BulkEditDialog(access, u"licensesEdit"_s,
                     tr("Edit %Ln licences", nullptr, static_cast<int>(licenses.size())), licenses, parent),
      m_owner(new PickerField(memberSearch(access), this)),
      m_state(makeBox<LicenseState>(u"stateComboBox"_s, this)),
      m_overage(makeSpinBox(u"overageSpinBox"_s, OveragePercent::minimum, OveragePercent::maximum, this)),
      m_devices(makeSpinBox(u"devicesSpinBox"_s, DevicesPerSeat::minimum, DevicesPerSeat::maximum, this)),
      m_threshold(new CountField(SeatThreshold::minimum, SeatThreshold::maximum, tr("Never"), this)),
      m_expiry(makeBox<ExpiryAction>(u"expiryComboBox"_s, this)),
      m_note(makeNoteEdit(u"noteEdit"_s, this))
{
    setManualSubject(this, u"licenses"_s);
    m_owner->setObjectName(u"ownerPicker"_s);
    m_owner->setPlaceholderText(tr("Nobody"));
    m_state->setCurrentIndex(m_state->findData(static_cast<int>(LicenseState::Active)));
    m_overage->setSuffix(tr(" %"));
    m_threshold->setObjectName(u"thresholdCountField"_s);
    addField(u"owner"_s, tr("Owner"), m_owner);
    addField(u"state"_s, tr("State"), m_state);
    addField(u"overage_percent"_s, tr("Allowed overage"), m_overage);
    addField(u"devices_per_seat"_s, tr("Devices per seat"), m_devices);
    addField(u"low_seat_threshold"_s, tr("Warn when fewer seats are free than"), m_threshold);
    addField(u"expiry_action"_s, tr("When it ends"), m_expiry);
    addField(u"note"_s, tr("Note"), m_note, true);
}

RowsEdit LicensesEditDialog::edit() const
{
    const auto owner = m_owner->current().and_then(
        [](const PickerItem &item) { return MemberId::fromValue(item.id); });
    const LicenseEdit values{
        .state = ifTicked(u"state"_s, static_cast<LicenseState>(m_state->currentData().toInt())),
        .owner = ifTicked(u"owner"_s, owner),
        .overagePercent = ifTicked(u"overage_percent"_s, qint64(m_overage->value())),
        .devicesPerSeat = ifTicked(u"devices_per_seat"_s, qint64(m_devices->value())),
        .expiryAction = ifTicked(u"expiry_action"_s,
                                 static_cast<ExpiryAction>(m_expiry->currentData().toInt())),
        .lowSeatThreshold = ifTicked(u"low_seat_threshold"_s, m_threshold->count()),
        .note = ifTicked(u"note"_s, m_note->toPlainText())};
    return rowsEdit(values);
}

QString LicensesEditDialog::changedText(int count) const
{
    return tr("%Ln licences were changed.", nullptr, count);
}

} // namespace seatledger
