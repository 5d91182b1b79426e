// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/columnsstep.h"

#include "core/services/importapplicationservice.h"
#include "core/services/importsecrets.h"
#include "ui/common/style/lengths.h"
#include "ui/common/widgets/textlabel.h"
#include "ui/import/columnrow.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

const QString licenseField = u"license"_s;

QPushButton *makeButton(const QString &name, const QString &text, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setObjectName(name + u"Button"_s);
    button->setAutoDefault(false);
    return button;
}

} // namespace

ColumnsStep::ColumnsStep(QWidget *parent)
    : QWidget(parent),
      m_choice(new QComboBox(this)),
      m_remove(makeButton(u"removeMapping"_s, tr("Remove"), this)),
      m_name(new QLineEdit(this)),
      m_save(makeButton(u"saveMapping"_s, tr("Save mapping"), this)),
      m_license(new QWidget(this)),
      m_licenseName(new QLineEdit(m_license)),
      m_hint(new TextLabel({}, TextSize::Body, Tone::TextMuted, this)),
      m_confirmAll(makeButton(u"confirmAll"_s, tr("Confirm all"), this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space(Space::M));
    buildMappings();
    buildRows();
    auto *line = new QHBoxLayout;
    m_hint->setObjectName(u"mappingLabel"_s);
    m_hint->setWordWrap(true);
    line->addWidget(m_hint, 1);
    line->addWidget(m_confirmAll);
    layout->addLayout(line);
    connect(m_confirmAll, &QPushButton::clicked, this, &ColumnsStep::confirmAll);
}

void ColumnsStep::buildMappings()
{
    m_choice->setObjectName(u"mappingCombo"_s);
    m_choice->setAccessibleName(tr("Mapping"));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_choice->setMinimumWidth(grown(200));
    m_name->setObjectName(u"mappingNameEdit"_s);
    m_name->setAccessibleName(tr("Name to save the mapping under"));
    m_name->setPlaceholderText(tr("Name for files like this"));
    connect(m_choice, &QComboBox::activated, this, [this](int place) {
        emit mappingWanted(place > 0 ? std::optional(m_choice->currentData().toString()) : std::nullopt);
    });
    connect(m_remove, &QPushButton::clicked, this,
            [this] { emit removeRequested(m_choice->currentData().toString()); });
    connect(m_name, &QLineEdit::textChanged, this, &ColumnsStep::updateButtons);
    connect(m_save, &QPushButton::clicked, this, [this] {
        ImportMapping named = m_mapping;
        named.name = m_name->text().trimmed();
        emit saveRequested(named);
    });
    auto *line = new QHBoxLayout;
    line->setSpacing(space(Space::S));
    line->addWidget(new TextLabel(tr("Mapping"), TextSize::Body, Tone::TextMuted, this));
    line->addWidget(m_choice);
    line->addWidget(m_remove);
    line->addStretch();
    line->addWidget(m_name);
    line->addWidget(m_save);
    layout()->addItem(line);
    m_licenseName->setObjectName(u"licenseEdit"_s);
    m_licenseName->setAccessibleName(tr("Licence of all rows"));
    m_licenseName->setPlaceholderText(tr("Name of the licence, if no column says it"));
    connect(m_licenseName, &QLineEdit::textEdited, this, &ColumnsStep::takeLicense);
    auto *license = new QHBoxLayout(m_license);
    license->setContentsMargins(0, 0, 0, 0);
    license->addWidget(new TextLabel(tr("Licence of all rows"), TextSize::Body, Tone::TextMuted, m_license));
    license->addWidget(m_licenseName, 1);
    layout()->addWidget(m_license);
}

void ColumnsStep::buildRows()
{
    auto *area = new QScrollArea(this);
    area->setObjectName(u"columnsArea"_s);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus); // what is inside has the keyboard, and is scrolled to
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *list = new QWidget(area);
    list->setAutoFillBackground(true);
    list->setBackgroundRole(QPalette::Base);
    m_list = new QVBoxLayout(list);
    m_list->setContentsMargins(space(Space::M), space(Space::S), space(Space::M), space(Space::S));
    m_list->setSpacing(0);
    m_list->addStretch();
    area->setWidget(list);
    qobject_cast<QVBoxLayout *>(layout())->addWidget(area, 1);
}

void ColumnsStep::begin(const TableFilePreview &preview, const ImportMapping &mapping)
{
    m_preview = preview;
    m_mapping = mapping;
    m_name->setText(mapping.isShipped ? QString() : mapping.name);
    const QSignalBlocker blocker(m_choice);
    m_choice->setCurrentIndex(std::max(0, m_choice->findData(mapping.name)));
    fillRows();
    showRows();
}

void ColumnsStep::setMappings(const std::vector<ImportMapping> &mappings)
{
    m_mappings = mappings;
    const QSignalBlocker blocker(m_choice);
    m_choice->clear();
    m_choice->addItem(tr("Found automatically"), QString());
    for (const ImportMapping &mapping : mappings)
        m_choice->addItem(mapping.name, mapping.name);
    m_choice->setCurrentIndex(std::max(0, m_choice->findData(m_mapping.name)));
    updateButtons();
}

QStringList ColumnsStep::samplesOf(int column) const
{
    constexpr qsizetype enough = 3;
    constexpr qsizetype longest = 40;
    QStringList samples;
    if (isSecretColumn(m_mapping, m_preview, column))
        return {tr("%1 keys are not shown").arg(maskedSecret())};
    for (const QStringList &row : m_preview.rows) {
        const QString value = row.value(column).simplified().left(longest);
        if (!value.isEmpty() && !samples.contains(value))
            samples.append(value);
        if (samples.size() == enough)
            break;
    }
    return samples;
}

/// Makes the rows anew.
void ColumnsStep::fillRows()
{
    for (ColumnRow *row : m_rows)
        delete row;
    m_rows.clear();
    const std::size_t count = std::min(m_mapping.columns.size(), mostRows);
    for (std::size_t i = 0; i < count; ++i) {
        auto *row = new ColumnRow(m_mapping.kind, static_cast<int>(i), this);
        connect(row, &ColumnRow::changed, this, &ColumnsStep::takeRows);
        m_list->insertWidget(static_cast<int>(i), row);
        m_rows.push_back(row);
    }
}

void ColumnsStep::showRows()
{
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        m_rows[i]->setSamples(samplesOf(static_cast<int>(i)));
        m_rows[i]->setMatch(m_mapping.columns[i]);
    }
    const auto fixed = std::ranges::find(m_mapping.fixed, licenseField, &FixedValue::field);
    if (!m_licenseName->hasFocus())
        m_licenseName->setText(fixed == m_mapping.fixed.end() ? QString() : fixed->value);
    const bool hasColumn = std::ranges::find(m_mapping.columns, licenseField, &ColumnMatch::field)
                           != m_mapping.columns.end();
    m_license->setVisible(m_mapping.kind == ImportKind::Assignments && !hasColumn);
    updateHint();
    updateButtons();
    emit changed();
}

void ColumnsStep::takeRows()
{
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        m_mapping.columns[i] = m_rows[i]->match();
    m_mapping = ImportApplicationService::withFormats(m_mapping, m_preview);
    showRows();
}

void ColumnsStep::takeLicense()
{
    std::erase_if(m_mapping.fixed, [](const FixedValue &fixed) { return fixed.field == licenseField; });
    if (const QString name = m_licenseName->text().trimmed(); !name.isEmpty())
        m_mapping.fixed.push_back({licenseField, name});
    updateHint();
    emit changed();
}

void ColumnsStep::confirmAll()
{
    for (ColumnMatch &column : m_mapping.columns) {
        if (column.origin == MatchOrigin::Similar)
            column.origin = MatchOrigin::Chosen;
    }
    showRows();
}

QString ColumnsStep::refusal() const
{
    const auto checked = m_mapping.check();
    return checked ? QString() : checked.error().message;
}

void ColumnsStep::updateHint()
{
    const auto used = static_cast<int>(std::ranges::count_if(
        m_mapping.columns, [](const ColumnMatch &column) { return !column.field.isEmpty(); }));
    const QString wrong = refusal();
    m_hint->setTone(wrong.isEmpty() ? Tone::TextMuted : Tone::Warning);
    m_hint->setText(wrong.isEmpty() ? tr("%Ln columns are imported.", nullptr, used) : wrong);
    const auto offers = static_cast<int>(m_mapping.unconfirmed().size());
    m_confirmAll->setText(tr("Confirm all %Ln", nullptr, offers));
    m_confirmAll->setVisible(offers > 1);
}

void ColumnsStep::updateButtons()
{
    const auto chosen = std::ranges::find(m_mappings, m_choice->currentData().toString(),
                                          &ImportMapping::name);
    m_remove->setVisible(m_choice->currentIndex() > 0 && chosen != m_mappings.end() && !chosen->isShipped);
    m_save->setEnabled(!m_name->text().trimmed().isEmpty());
}

} // namespace seatledger
