// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/filestep.h"

#include "core/services/importsecrets.h"
#include "ui/common/style/icons.h"
#include "ui/common/widgets/segmentedfilter.h"
#include "ui/common/widgets/tablelook.h"
#include "ui/common/widgets/textlabel.h"
#include "ui/import/previewmodel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QMimeData>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

QString delimiterName(char delimiter)
{
    switch (delimiter) {
    case ';':
        return FileStep::tr("Semicolon ;");
    case '\t':
        return FileStep::tr("Tab");
    case '|':
        return FileStep::tr("Bar |");
    default:
        return FileStep::tr("Comma ,");
    }
}

QString localFile(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    return urls.size() == 1 ? urls.first().toLocalFile() : QString();
}

} // namespace

FileStep::FileStep(BookAccess access, Dialogs &dialogs, ImportKind kind, QWidget *parent)
    : QWidget(parent),
      m_book(access),
      m_dialogs(dialogs),
      m_kind(new SegmentedFilter(tr("What is in the file"), this)),
      m_path(new QLineEdit(this)),
      m_format(new QWidget(this)),
      m_encoding(new QComboBox(m_format)),
      m_delimiter(new QComboBox(m_format)),
      m_headings(new QCheckBox(tr("The first row names the columns"), m_format)),
      m_hint(new TextLabel({}, TextSize::Small, Tone::TextMuted, this)),
      m_table(new QTableView(this)),
      m_model(new PreviewModel(this)),
      m_empty(
          new TextLabel(tr("Choose a file, or drop one here: CSV, as spreadsheets and other programs write "
                           "it, with commas, semicolons or tabs."),
                        TextSize::Body, Tone::TextMuted, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space(Space::M));
    buildQuestions();
    buildFormat();
    buildTable();
    m_kind->setCurrent(toText(kind));
    setAcceptDrops(true);
}

void FileStep::buildQuestions()
{
    m_kind->setObjectName(u"kindFilter"_s);
    for (const auto &entry : enumEntries<ImportKind>())
        m_kind->addSegment(entry.name, translateDomain(entry.display));
    connect(m_kind, &SegmentedFilter::currentChanged, this, &FileStep::changed);
    m_path->setObjectName(u"pathEdit"_s);
    m_path->setAccessibleName(tr("File"));
    m_path->setPlaceholderText(tr("No file yet"));
    m_path->setReadOnly(true);
    m_path->setFocusPolicy(Qt::ClickFocus); // there is nothing to type
    auto *browse = new QPushButton(icon(u"folder"), tr("Choose file …"), this);
    browse->setObjectName(u"browseButton"_s);
    browse->setAutoDefault(false);
    connect(browse, &QPushButton::clicked, this, &FileStep::choose);
    auto *file = new QHBoxLayout;
    file->setSpacing(space(Space::S));
    file->addWidget(m_path, 1);
    file->addWidget(browse);
    auto *kind = new QHBoxLayout;
    kind->addWidget(m_kind);
    kind->addStretch();
    layout()->addItem(kind);
    layout()->addItem(file);
}

void FileStep::buildFormat()
{
    m_encoding->setObjectName(u"encodingCombo"_s);
    m_encoding->setAccessibleName(tr("Encoding"));
    for (const auto &entry : enumEntries<TextEncoding>())
        m_encoding->addItem(translateDomain(entry.display), QString(entry.name));
    m_delimiter->setObjectName(u"delimiterCombo"_s);
    m_delimiter->setAccessibleName(tr("Cells are parted by"));
    for (const char delimiter : tableDelimiters)
        m_delimiter->addItem(delimiterName(delimiter), static_cast<int>(delimiter));
    m_headings->setObjectName(u"headingsCheck"_s);
    const auto reread = [this] {
        m_isChosen = true;
        read();
    };
    connect(m_encoding, &QComboBox::activated, this, reread);
    connect(m_delimiter, &QComboBox::activated, this, reread);
    connect(m_headings, &QCheckBox::clicked, this, reread);
    auto *line = new QHBoxLayout(m_format);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space(Space::S));
    line->addWidget(new TextLabel(tr("Encoding"), TextSize::Body, Tone::TextMuted, m_format));
    line->addWidget(m_encoding);
    line->addSpacing(space(Space::M));
    line->addWidget(new TextLabel(tr("Separator"), TextSize::Body, Tone::TextMuted, m_format));
    line->addWidget(m_delimiter);
    line->addSpacing(space(Space::M));
    line->addWidget(m_headings);
    line->addStretch();
    m_format->hide();
    m_hint->setObjectName(u"readingLabel"_s);
    m_hint->setWordWrap(true);
    layout()->addWidget(m_format);
    layout()->addWidget(m_hint);
}

void FileStep::buildTable()
{
    m_table->setObjectName(u"previewTable"_s);
    m_table->setAccessibleName(tr("First rows of the file"));
    m_table->setModel(m_model);
    applyTableLook(m_table);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->hide();
    m_empty->setObjectName(u"emptyLabel"_s);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    auto *column = qobject_cast<QVBoxLayout *>(layout());
    column->addWidget(m_table, 1);
    column->addWidget(m_empty, 1);
}

ImportKind FileStep::kind() const
{
    return fromText<ImportKind>(m_kind->current()).value_or(ImportKind::Members);
}

QString FileStep::path() const
{
    return m_path->text();
}

void FileStep::choose()
{
    m_dialogs.openFile(
        this, {.title = tr("File to import"), .filter = tr("Tables (*.csv *.tsv *.txt);;All files (*)")},
        [this](const QString &path) { setPath(path); });
}

void FileStep::setPath(const QString &path)
{
    m_path->setText(path);
    m_isChosen = false;
    read();
}

TableFileChoice FileStep::choice() const
{
    if (!m_isChosen)
        return {};
    return {.encoding = fromText<TextEncoding>(m_encoding->currentData().toString()),
            .delimiter = static_cast<char>(m_delimiter->currentData().toInt()),
            .hasHeadings = m_headings->isChecked()};
}

void FileStep::read()
{
    const int generation = ++m_generation;
    m_reading = true;
    m_book.ask(
        this,
        [path = path(), choice = choice()](const Services &, Session &) {
            return TableFile::preview(path, choice);
        },
        [this, generation](Result<TableFilePreview> preview) {
            if (generation == m_generation)
                take(std::move(preview));
        },
        m_latest.renew());
}

void FileStep::take(Result<TableFilePreview> preview)
{
    m_reading = false;
    m_preview.reset();
    if (preview) {
        m_preview = *std::move(preview);
        showFormat(*m_preview);
    }
    m_model->setPreview(withoutSecrets(m_preview.value_or(TableFilePreview())));
    m_table->resizeColumnsToContents();
    for (int column = 0; column < m_model->columnCount(); ++column)
        m_table->setColumnWidth(column, std::clamp(m_table->columnWidth(column) + space(Space::L), 80, 260));
    m_table->horizontalHeader()->setStretchLastSection(true); // lines and heading end together
    m_table->setVisible(m_preview.has_value());
    m_empty->setVisible(!m_preview);
    m_hint->setVisible(m_preview.has_value());
    m_format->setVisible(m_preview || m_isChosen);
    emit changed();
    if (!preview)
        emit failed(preview.error());
}

void FileStep::showFormat(const TableFilePreview &preview)
{
    m_encoding->setCurrentIndex(m_encoding->findData(toText(preview.format.encoding)));
    m_delimiter->setCurrentIndex(m_delimiter->findData(static_cast<int>(preview.format.delimiter)));
    m_headings->setChecked(preview.format.hasHeadings);
    const QString size = QLocale().formattedDataSize(preview.bytes);
    const QString columns = tr("%Ln columns", nullptr, static_cast<int>(preview.headings.size()));
    const QString text =
        preview.encodingIsSure
            ? tr("%1, %2.").arg(size, columns)
            : tr("%1, %2. The encoding is a guess: look whether accents and umlauts are right.")
                  .arg(size, columns);
    m_hint->setText(text);
    m_hint->setTone(preview.encodingIsSure ? Tone::TextMuted : Tone::Warning);
}

void FileStep::dragEnterEvent(QDragEnterEvent *event)
{
    if (!localFile(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void FileStep::dropEvent(QDropEvent *event)
{
    setPath(localFile(event->mimeData()));
    event->acceptProposedAction();
}

} // namespace seatledger
