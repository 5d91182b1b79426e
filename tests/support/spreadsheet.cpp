// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/spreadsheet.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QXmlStreamReader>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

const QString office = u"soffice"_s;

/// Reads the flat XML of LibreOffice.
class SheetReader final
{
public:
    explicit SheetReader(const QByteArray &source) : m_xml(source) {}

    QList<Sheet> read()
    {
        QList<Sheet> sheets;
        while (!m_xml.atEnd()) {
            if (m_xml.readNext() == QXmlStreamReader::StartElement
                && m_xml.qualifiedName() == "table:table"_L1)
                sheets.append(readSheet());
        }
        return sheets;
    }

private:
    QString attribute(QLatin1StringView name) const { return m_xml.attributes().value(name).toString(); }

    int repeated(QLatin1StringView name) const { return std::max(1, attribute(name).toInt()); }

    Sheet readSheet()
    {
        Sheet sheet{attribute("table:name"_L1), {}};
        while (!m_xml.atEnd() && !isEndOf("table:table"_L1)) {
            m_xml.readNext();
            if (m_xml.isStartElement() && m_xml.qualifiedName() == "table:table-row"_L1)
                appendRow(sheet);
        }
        while (!sheet.rows.isEmpty() && sheet.rows.last().isEmpty())
            sheet.rows.removeLast();
        return sheet;
    }

    void appendRow(Sheet &sheet)
    {
        constexpr int mostRepeats = 1'000; // empty rows to the end of the sheet are one element
        const int times = std::min(mostRepeats, repeated("table:number-rows-repeated"_L1));
        SheetRow row;
        while (!m_xml.atEnd() && !isEndOf("table:table-row"_L1)) {
            m_xml.readNext();
            if (m_xml.isStartElement() && m_xml.qualifiedName() == "table:table-cell"_L1)
                appendCell(row);
        }
        while (!row.isEmpty() && row.last().type.isEmpty())
            row.removeLast();
        for (int i = 0; i < times; ++i)
            sheet.rows.append(row);
    }

    void appendCell(SheetRow &row)
    {
        constexpr int mostRepeats = 100;
        const int times = std::min(mostRepeats, repeated("table:number-columns-repeated"_L1));
        SheetCell cell{attribute("office:value-type"_L1),
                       {},
                       attribute("office:value"_L1) + attribute("office:date-value"_L1)
                           + attribute("office:boolean-value"_L1),
                       attribute("table:formula"_L1)};
        QStringList paragraphs;
        while (!m_xml.atEnd() && !isEndOf("table:table-cell"_L1)) {
            m_xml.readNext();
            if (m_xml.isStartElement() && m_xml.qualifiedName() == "text:p"_L1)
                paragraphs.append(readParagraph());
        }
        cell.text = paragraphs.join(u'\n');
        for (int i = 0; i < times; ++i)
            row.append(cell);
    }

    QString readParagraph()
    {
        QString text;
        while (!m_xml.atEnd() && !isEndOf("text:p"_L1)) {
            m_xml.readNext();
            if (m_xml.isCharacters())
                text += m_xml.text();
            else if (m_xml.isStartElement() && m_xml.qualifiedName() == "text:s"_L1)
                text += QString(repeated("text:c"_L1), u' ');
            else if (m_xml.isStartElement() && m_xml.qualifiedName() == "text:tab"_L1)
                text += u'\t';
            else if (m_xml.isStartElement() && m_xml.qualifiedName() == "text:line-break"_L1)
                text += u'\n';
        }
        return text;
    }

    bool isEndOf(QLatin1StringView name) const
    {
        return m_xml.isEndElement() && m_xml.qualifiedName() == name;
    }

    QXmlStreamReader m_xml;
};

bool convert(const QString &path, const QString &folder)
{
    constexpr int patienceMs = 180'000;
    QProcess process;
    QStringList arguments{u"-env:UserInstallation=file://%1/profile"_s.arg(folder),
                          u"--headless"_s,
                          u"--convert-to"_s,
                          u"fods"_s,
                          u"--outdir"_s,
                          folder};
    if (path.endsWith(u".csv"_s))
        arguments.append(u"--infilter=Text - txt - csv (StarCalc):44,34,76,1,,1033,true,false"_s);
    arguments.append(path);
    process.setStandardOutputFile(QProcess::nullDevice());
    process.start(office, arguments);
    return process.waitForFinished(patienceMs) && process.exitCode() == 0;
}

} // namespace

bool Spreadsheet::isThere()
{
    return !QStandardPaths::findExecutable(office).isEmpty();
}

std::optional<Spreadsheet> Spreadsheet::open(const QString &path)
{
    const QTemporaryDir folder;
    QFile file(QDir(folder.path()).filePath(QFileInfo(path).completeBaseName() + u".fods"_s));
    if (!convert(path, folder.path()) || !file.open(QIODevice::ReadOnly))
        return {};
    Spreadsheet spreadsheet{{}, file.readAll()};
    spreadsheet.sheets = SheetReader(spreadsheet.source).read();
    return spreadsheet;
}

bool Spreadsheet::hasFormulas() const
{
    return source.contains("table:formula=");
}

} // namespace seatledger
