// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/book/exportchoicedialog.h"

#include "ui/common/manualsubject.h"
#include "ui/common/remembered.h"
#include "ui/common/style/lengths.h"
#include "ui/common/widgets/form.h"
#include "ui/common/widgets/formfield.h"
#include "ui/common/widgets/segmentedfilter.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

const QString formatKey = u"export/format"_s;
const QString columnsKey = u"export/columns"_s;
const QString shown = u"shown"_s;
const QString all = u"all"_s;

QString explanation(TableFormat format)
{
    switch (format) {
    case TableFormat::Xlsx:
        return ExportChoiceDialog::tr(
            "Opens in spreadsheets. Numbers, amounts and dates stay what they are.");
    case TableFormat::Json:
        return ExportChoiceDialog::tr("For other programs: one object a row.");
    case TableFormat::Csv:
        break;
    }
    return ExportChoiceDialog::tr("Plain text that every program reads.");
}

} // namespace

ExportChoiceDialog::ExportChoiceDialog(const QStringList &shownColumns, QWidget *parent)
    : DialogFrame(u"exportChoice"_s, tr("Export"), parent),
      m_shownColumns(shownColumns),
      m_format(new SegmentedFilter(tr("Format"), this)),
      m_columns(new SegmentedFilter(tr("Columns"), this))
{
    setManualSubject(this, u"exporting"_s);
    setSubtitle(tr("All rows that search and filters leave, in the list's order."));
    m_format->setObjectName(u"formatFilter"_s);
    m_columns->setObjectName(u"columnsFilter"_s);
    for (const auto &entry : enumEntries<TableFormat>())
        m_format->addSegment(entry.name, translateDomain(entry.display));
    m_columns->addSegment(shown, tr("As shown"));
    m_columns->addSegment(all, tr("All"));
    m_format->setCurrent(
        toText(fromText<TableFormat>(remembered::value(formatKey).toString()).value_or(TableFormat::Csv)));
    m_columns->setCurrent(remembered::value(columnsKey).toString() == all ? all : shown);
    auto *form = new Form(this);
    m_formatField = form->addField(u"format"_s, tr("Format"), m_format);
    if (!shownColumns.isEmpty())
        form->addField(u"columns"_s, tr("Columns"), m_columns);
    m_columns->setHidden(shownColumns.isEmpty());
    body()->addWidget(form);
    connect(m_format, &SegmentedFilter::currentChanged, this, &ExportChoiceDialog::explainFormat);
    explainFormat();
    addCancelButton();
    connect(addButton(u"chooseFile"_s, tr("Choose file …"), ButtonKind::Primary), &QPushButton::clicked, this,
            &ExportChoiceDialog::submit);
    setMinimumWidth(grown(440));
}

TableFormat ExportChoiceDialog::format() const
{
    return fromText<TableFormat>(m_format->current()).value_or(TableFormat::Csv);
}

void ExportChoiceDialog::explainFormat()
{
    m_formatField->setHint(explanation(format()));
}

void ExportChoiceDialog::submit()
{
    ExportOptions options{.format = format()};
    remembered::set(formatKey, m_format->current());
    if (!m_shownColumns.isEmpty()) {
        remembered::set(columnsKey, m_columns->current());
        if (m_columns->current() == shown)
            options.columns = m_shownColumns;
    }
    accept();
    emit chosen(options);
}

} // namespace seatledger
