// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/columnrow.h"

#include "ui/common/style/lengths.h"
#include "ui/common/widgets/badge.h"
#include "ui/common/widgets/textlabel.h"

#include <QComboBox>
#include <QGridLayout>
#include <QPushButton>
#include <QSignalBlocker>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr int fieldWidth = 210;
constexpr int originWidth = 130;
constexpr int readingWidth = 170;

Badge badgeOf(MatchOrigin origin)
{
    switch (origin) {
    case MatchOrigin::Saved:
        return {ColumnRow::tr("Saved mapping"), Tone::Success, u"circle-check"_s};
    case MatchOrigin::Exact:
        return {ColumnRow::tr("Same name"), Tone::Success, u"circle-check"_s};
    case MatchOrigin::Chosen:
        return {ColumnRow::tr("Chosen"), Tone::Success, u"user-check"_s};
    case MatchOrigin::Similar:
    case MatchOrigin::None:
        break;
    }
    return {ColumnRow::tr("Left out"), Tone::TextMuted, u"minus"_s};
}

bool holdsDays(ImportKind kind, const QString &field)
{
    const ImportField *known = importField(kind, field);
    return known && known->value == ImportValue::Day;
}

bool holdsNumbers(ImportKind kind, const QString &field)
{
    const ImportField *known = importField(kind, field);
    return known && (known->value == ImportValue::Money || known->value == ImportValue::Count);
}

template <typename Enum>
void addEntries(QComboBox *box, const std::optional<Enum> &current)
{
    for (const auto &entry : enumEntries<Enum>())
        box->addItem(translateDomain(entry.display), QString(entry.name));
    box->setCurrentIndex(current ? box->findData(toText(*current)) : -1);
}

} // namespace

ColumnRow::ColumnRow(ImportKind kind, int column, QWidget *parent)
    : QWidget(parent),
      m_kind(kind),
      m_heading(new TextLabel({}, TextSize::Body, Tone::Text, this)),
      m_samples(new TextLabel({}, TextSize::Small, Tone::TextMuted, this)),
      m_field(new QComboBox(this)),
      m_origin(new BadgeLabel({}, this)),
      m_confirm(new QPushButton(tr("Confirm"), this)),
      m_reading(new QComboBox(this)),
      m_doubt(new TextLabel({}, TextSize::Small, Tone::Warning, this))
{
    const QString number = QString::number(column);
    m_field->setObjectName(u"field%1Combo"_s.arg(number));
    m_confirm->setObjectName(u"confirm%1Button"_s.arg(number));
    m_reading->setObjectName(u"reading%1Combo"_s.arg(number));
    m_doubt->setObjectName(u"doubt%1Label"_s.arg(number));
    m_heading->setTextWeight(QFont::DemiBold);
    m_heading->setElided(true);
    m_samples->setElided(true);
    m_doubt->setWordWrap(true);
    m_confirm->setAutoDefault(false);
    m_field->addItem(tr("(left out)"), QString());
    for (const ImportField &field : importFields(kind))
        m_field->addItem(importFieldTitle(kind, field.name), field.name);
    buildLayout();
    connect(m_field, &QComboBox::activated, this, &ColumnRow::chooseField);
    connect(m_reading, &QComboBox::activated, this, &ColumnRow::chooseFormat);
    connect(m_confirm, &QPushButton::clicked, this, [this] {
        m_match.origin = MatchOrigin::Chosen;
        emit changed();
    });
}

void ColumnRow::buildLayout()
{
    m_field->setFixedWidth(grown(fieldWidth));
    m_reading->setMinimumWidth(grown(readingWidth));
    m_reading->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_confirm->setFixedWidth(grown(originWidth));
    m_origin->setFixedWidth(grown(originWidth));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, space(Space::Xs), 0, space(Space::Xs));
    grid->setHorizontalSpacing(space(Space::M));
    grid->setVerticalSpacing(0);
    grid->addWidget(m_heading, 0, 0);
    grid->addWidget(m_samples, 1, 0);
    grid->addWidget(m_field, 0, 1, 2, 1);
    grid->addWidget(m_origin, 0, 2, 2, 1);
    grid->addWidget(m_confirm, 0, 2, 2, 1);
    grid->addWidget(m_reading, 0, 3, 2, 1);
    grid->addWidget(m_doubt, 2, 1, 1, 3);
    grid->setColumnStretch(0, 1);
    QSizePolicy keepsRoom = m_reading->sizePolicy();
    keepsRoom.setRetainSizeWhenHidden(true);
    m_reading->setSizePolicy(keepsRoom);
}

void ColumnRow::setSamples(const QStringList &samples)
{
    m_samples->setText(samples.join(u" · "_s));
}

void ColumnRow::setMatch(const ColumnMatch &match)
{
    m_match = match;
    m_heading->setText(match.heading);
    m_field->setAccessibleName(tr("What “%1” is taken for").arg(match.heading));
    m_confirm->setAccessibleName(tr("Confirm what “%1” is taken for").arg(match.heading));
    m_reading->setAccessibleName(tr("How “%1” is read").arg(match.heading));
    m_field->setCurrentIndex(std::max(0, m_field->findData(match.field)));
    const bool isOffer = match.origin == MatchOrigin::Similar;
    m_confirm->setVisible(isOffer);
    m_origin->setVisible(!isOffer);
    m_origin->setBadge(badgeOf(match.field.isEmpty() ? MatchOrigin::None : match.origin));
    m_doubt->setText(match.doubt);
    m_doubt->setVisible(!match.doubt.isEmpty());
    fillFormats();
}

void ColumnRow::fillFormats()
{
    const QSignalBlocker blocker(m_reading);
    m_reading->clear();
    const bool days = holdsDays(m_kind, m_match.field);
    if (days)
        addEntries(m_reading, m_match.days);
    else if (holdsNumbers(m_kind, m_match.field))
        addEntries(m_reading, m_match.decimals);
    m_reading->setVisible(m_reading->count() > 0 && m_reading->currentIndex() >= 0);
}

void ColumnRow::chooseField()
{
    m_match.field = m_field->currentData().toString();
    m_match.origin = m_match.field.isEmpty() ? MatchOrigin::None : MatchOrigin::Chosen;
    m_match.days.reset();
    m_match.decimals.reset();
    m_match.doubt.clear();
    emit changed();
}

void ColumnRow::chooseFormat()
{
    const QString name = m_reading->currentData().toString();
    m_match.days = holdsDays(m_kind, m_match.field) ? fromText<DayOrder>(name) : std::nullopt;
    m_match.decimals = holdsNumbers(m_kind, m_match.field) ? fromText<DecimalMark>(name) : std::nullopt;
    emit changed();
}

} // namespace seatledger
