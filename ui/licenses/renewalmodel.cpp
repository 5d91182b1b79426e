// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/licenses/renewalmodel.h"

#include "core/domain/enumtext.h"
#include "ui/common/wording.h"

#include <QLocale>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

QString seatsText(const std::optional<Quantity> &quantity)
{
    return quantity ? QLocale().toString(quantity->value()) : RenewalModel::tr("unlimited");
}

QString lastDayText(const Period &period)
{
    const auto last = period.lastDay();
    return last ? displayDay(*last) : RenewalModel::tr("open");
}

/// Numbers stand below each other.
QVariant alignmentOf(int column)
{
    const bool isNumber = column == RenewalModel::BeforeColumn || column == RenewalModel::SeatsColumn;
    return QVariant(int((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
}

} // namespace

RenewalModel::RenewalModel(bool showsPrices, QObject *parent)
    : QAbstractTableModel(parent), m_showsPrices(showsPrices)
{}

std::vector<RenewalLine> suggestedRenewals(std::vector<RenewalDue> due)
{
    std::vector<RenewalLine> lines;
    lines.reserve(due.size());
    for (RenewalDue &one : due) {
        const auto needed = one.suggestedSeats();
        EntitlementFields fields = one.suggestion();
        lines.push_back({std::move(one), std::move(fields), !needed || *needed > 0});
    }
    return lines;
}

void RenewalModel::setLines(std::vector<RenewalLine> lines)
{
    beginResetModel();
    m_lines = std::move(lines);
    endResetModel();
    emit changed();
}

void RenewalModel::tellAll()
{
    if (!m_lines.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    emit changed();
}

void RenewalModel::suggest()
{
    for (RenewalLine &line : m_lines) {
        if (line.isChosen)
            line.fields = line.due.suggestion();
    }
    tellAll();
}

void RenewalModel::repeat()
{
    for (RenewalLine &line : m_lines) {
        line.fields.quantity = line.isChosen ? line.due.entitlement.quantity : line.fields.quantity;
        line.fields.price = line.isChosen ? line.due.entitlement.price : line.fields.price;
    }
    tellAll();
}

std::vector<EntitlementFields> RenewalModel::renewals() const
{
    std::vector<EntitlementFields> renewals;
    for (const RenewalLine &line : m_lines) {
        if (line.isChosen)
            renewals.push_back(line.fields);
    }
    return renewals;
}

RenewalTotals RenewalModel::totals() const
{
    int count = 0;
    MonthlyCostSum before;
    MonthlyCostSum after;
    for (const RenewalLine &line : m_lines) {
        if (!line.isChosen)
            continue;
        ++count;
        before.add(line.due.entitlement);
        after.add(line.fields);
    }
    return {.count = count, .before = before.amounts(), .after = after.amounts()};
}

int RenewalModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int RenewalModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

Qt::ItemFlags RenewalModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (!index.isValid())
        return flags;
    if (index.column() == LicenseColumn)
        flags |= Qt::ItemIsUserCheckable;
    const RenewalLine &line = m_lines[static_cast<std::size_t>(index.row())];
    const bool isEditable = (index.column() == SeatsColumn && line.fields.quantity)
                            || (index.column() == UntilColumn && line.fields.period.lastDay())
                            || (index.column() == PriceColumn && m_showsPrices && line.fields.price);
    if (isEditable && line.isChosen)
        flags |= Qt::ItemIsEditable;
    return flags;
}

QString RenewalModel::textOf(const RenewalLine &line, int column) const
{
    const QLocale locale;
    switch (column) {
    case LicenseColumn:
        return line.due.licenseName;
    case EndColumn:
        return lastDayText(line.due.entitlement.period);
    case NeedColumn: {
        QStringList parts{tr("%1 held").arg(locale.toString(line.due.held))};
        if (line.due.idle > 0)
            parts += tr("%1 idle").arg(locale.toString(line.due.idle));
        if (line.due.waiting > 0)
            parts += tr("%1 waited for").arg(locale.toString(line.due.waiting));
        if (!line.due.otherSeats.isUnlimited() && line.due.otherSeats.count() > 0)
            parts += tr("%1 from elsewhere").arg(locale.toString(line.due.otherSeats.count()));
        return parts.join(u" · "_s);
    }
    case BeforeColumn:
        return seatsText(line.due.entitlement.quantity);
    case SeatsColumn:
        return line.isChosen ? seatsText(line.fields.quantity) : tr("not renewed");
    case UntilColumn:
        return line.isChosen ? lastDayText(line.fields.period) : QString();
    case PriceColumn:
        if (!line.isChosen || !line.fields.price)
            return {};
        return m_showsPrices
                   ? line.fields.price->displayText() + u' ' + displayText(line.fields.billing).toLower()
                   : tr("not visible");
    default:
        return {};
    }
}

QString RenewalModel::historyText(const RenewalLine &line) const
{
    if (line.due.history.empty())
        return tr("Never renewed before.");
    QStringList lines{tr("Renewed before:")};
    for (const Entitlement &entitlement : line.due.history) {
        QString text = labelled(entitlement.period.displayText(), seatsText(entitlement.quantity));
        if (m_showsPrices && entitlement.price)
            text += u", "_s + entitlement.price->displayText() + u' '
                    + displayText(entitlement.billing).toLower();
        lines += text;
    }
    return lines.join(u'\n');
}

QVariant RenewalModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const RenewalLine &line = m_lines[static_cast<std::size_t>(index.row())];
    if (role == Qt::DisplayRole)
        return textOf(line, index.column());
    if (role == Qt::CheckStateRole && index.column() == LicenseColumn)
        return line.isChosen ? Qt::Checked : Qt::Unchecked;
    if (role == Qt::TextAlignmentRole)
        return alignmentOf(index.column());
    if (role == Qt::ToolTipRole)
        return historyText(line);
    if (role != Qt::EditRole)
        return {};
    if (index.column() == SeatsColumn && line.fields.quantity)
        return line.fields.quantity->value();
    if (index.column() == UntilColumn)
        return line.fields.period.lastDay().value_or(QDate());
    if (index.column() == PriceColumn && line.fields.price)
        return line.fields.price->toText();
    return {};
}

/// The price goes with the seats, in proportion to what it was.
bool RenewalModel::setSeats(RenewalLine &line, qint64 seats)
{
    const auto quantity = Quantity::create(seats);
    if (!quantity)
        return false;
    const Entitlement &before = line.due.entitlement;
    line.fields.quantity = *quantity;
    if (before.price && before.quantity) {
        if (const auto price = before.price->share(seats, before.quantity->value()))
            line.fields.price = *price;
    }
    return true;
}

bool RenewalModel::setLastDay(RenewalLine &line, QDate day)
{
    const auto period = Period::create(line.fields.period.firstDay(), day);
    if (period)
        line.fields.period = *period;
    return period.has_value();
}

bool RenewalModel::setPrice(RenewalLine &line, const QString &text)
{
    const auto price = Money::parse(text, line.fields.price->currency());
    if (price && !price->isNegative())
        line.fields.price = *price;
    return price && !price->isNegative();
}

bool RenewalModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid())
        return false;
    RenewalLine &line = m_lines[static_cast<std::size_t>(index.row())];
    bool isSet = false;
    if (role == Qt::CheckStateRole && index.column() == LicenseColumn) {
        line.isChosen = value.toInt() == Qt::Checked;
        isSet = true;
    } else if (role == Qt::EditRole && index.column() == SeatsColumn) {
        isSet = setSeats(line, value.toLongLong());
    } else if (role == Qt::EditRole && index.column() == UntilColumn) {
        isSet = setLastDay(line, value.toDate());
    } else if (role == Qt::EditRole && index.column() == PriceColumn && line.fields.price) {
        isSet = setPrice(line, value.toString());
    }
    if (isSet) {
        emit dataChanged(this->index(index.row(), 0), this->index(index.row(), ColumnCount - 1));
        emit changed();
    }
    return isSet;
}

QVariant RenewalModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return alignmentOf(section);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case LicenseColumn:
        return tr("Licence");
    case EndColumn:
        return tr("Ends");
    case NeedColumn:
        return tr("Then");
    case BeforeColumn:
        return tr("Seats now");
    case SeatsColumn:
        return tr("New seats");
    case UntilColumn:
        return tr("New end");
    case PriceColumn:
        return tr("Price");
    default:
        return {};
    }
}

} // namespace seatledger
