// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartfile.h"

#include "core/formats/csvwriter.h"
#include "core/formats/wholefile.h"
#include "ui/charts/chartwidget.h"
#include "ui/common/style/theme.h"

#include <QImage>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>

#include <cmath>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 16;
constexpr int pngScale = 2;
constexpr int pdfResolution = 96; ///< so that a point of the picture is one on the screen

struct Picture {
    ChartWidget &chart;
    QString title;
    QFont titleFont;

    [[nodiscard]] int titleHeight() const { return qCeil(QFontMetricsF(titleFont).height()) + margin / 2; }
    [[nodiscard]] QSize size() const
    {
        return chart.size().expandedTo({480, 260}) + QSize(2 * margin, 2 * margin + titleHeight());
    }

    void paint(QPainter &painter) const
    {
        const ChartLook look = paperLook(chart.ownLook().font);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.fillRect(QRect(QPoint(), size()), look.toneColor(Tone::Surface));
        painter.setFont(titleFont);
        painter.setPen(look.toneColor(Tone::Text));
        painter.drawText(QRectF(margin, margin, size().width() - 2 * margin, titleHeight()),
                         Qt::AlignLeft | Qt::AlignTop, title);
        painter.translate(margin, margin + titleHeight());
        chart.drawPicture(painter, size() - QSize(2 * margin, 2 * margin + titleHeight()), look);
    }
};

void writePng(const Picture &picture, QIODevice &device)
{
    QImage image(picture.size() * pngScale, QImage::Format_RGB32);
    image.setDevicePixelRatio(pngScale);
    QPainter painter(&image);
    picture.paint(painter);
    painter.end();
    image.save(&device, "PNG");
}

void writeSvg(const Picture &picture, QIODevice &device)
{
    QSvgGenerator generator;
    generator.setOutputDevice(&device);
    generator.setSize(picture.size());
    generator.setViewBox(QRect(QPoint(), picture.size()));
    generator.setTitle(picture.title);
    QPainter painter(&generator);
    picture.paint(painter);
}

void writePdf(const Picture &picture, QIODevice &device)
{
    QPdfWriter writer(&device);
    writer.setTitle(picture.title);
    writer.setResolution(pdfResolution);
    const QSizeF points = QSizeF(picture.size()) * 72.0 / pdfResolution;
    writer.setPageMargins({});
    writer.setPageSize(QPageSize(points, QPageSize::Point, {}, QPageSize::ExactMatch));
    QPainter painter(&writer);
    picture.paint(painter);
}

void writeCell(CsvWriter &writer, const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::UnknownType:
        return writer.emptyCell();
    case QMetaType::QDate:
        return writer.cell(value.toDate().toString(Qt::ISODate).toUtf8(), CsvCell::Value);
    case QMetaType::Int:
    case QMetaType::LongLong:
        return writer.cell(QByteArray::number(value.toLongLong()), CsvCell::Value);
    case QMetaType::Double:
        return writer.cell(QByteArray::number(value.toDouble(), 'f', 2), CsvCell::Value);
    default:
        return writer.cell(value.toString().toUtf8(), CsvCell::Text);
    }
}

} // namespace

ChartLook paperLook(const QFont &font)
{
    return {themePalette(Scheme::Light), font};
}

Result<void> saveChart(ChartWidget &chart, const QString &title, const QString &path, PictureFormat format)
{
    WholeFile file(path);
    if (const auto opened = file.open(); !opened)
        return opened;
    const Picture picture{chart, title, scaledFont(chart.font(), TextSize::Heading, QFont::DemiBold)};
    switch (format) {
    case PictureFormat::Png:
        writePng(picture, file.device());
        break;
    case PictureFormat::Svg:
        writeSvg(picture, file.device());
        break;
    case PictureFormat::Pdf:
        writePdf(picture, file.device());
        break;
    }
    return file.finish();
}

Result<void> saveChartTable(const ChartTable &table, const QString &path)
{
    WholeFile file(path);
    if (const auto opened = file.open(); !opened)
        return opened;
    CsvWriter writer(file.device());
    if (const auto written = writer.row(table.headings); !written)
        return written;
    for (const QVariantList &row : table.rows) {
        for (const QVariant &value : row)
            writeCell(writer, value);
        if (const auto ended = writer.endRow(); !ended)
            return ended;
    }
    if (const auto finished = writer.finish(); !finished)
        return finished;
    return file.finish();
}

} // namespace seatledger
