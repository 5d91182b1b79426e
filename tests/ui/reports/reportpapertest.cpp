// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/reportpaper.h"

#include "tests/support/verify.h"
#include "ui/reports/reportpreviewdialog.h"

#include <QFileInfo>
#include <QImage>
#include <QPainter>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

ReportTable topMembers(int rows)
{
    ReportTable table{.kind = ReportKind::TopMembers,
                      .columns = reportColumns(ReportKind::TopMembers, false),
                      .rows = {},
                      .total = rows,
                      .asOf = QDate(2026, 3, 1)};
    for (int row = 0; row < rows; ++row)
        table.rows.push_back({{u"Member number %1"_s.arg(row), u"M%1"_s.arg(row), u"Research"_s, qint64(3),
                               qint64(1'200 + row)}});
    return table;
}

PaperFacts facts()
{
    return {.title = u"Members with the most seats"_s,
            .lines = {u"As of 2026-03-01"_s, u"Department: Research"_s},
            .made = u"Made 2026-03-01 10:00 by Ana Sousa"_s,
            .auditHead = u"00112233445566778899aabbccddeeff"_s};
}

} // namespace

/// What is on the paper, as another program reads it.
class ReportPaperTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(u"pdftotext"_s).isEmpty())
            QSKIP("pdftotext of poppler-utils is not installed");
        QVERIFY(m_folder.isValid());
    }

    void saysWhatItIsAndHoldsEveryRow()
    {
        const QStringList pages = write({topMembers(120), facts()});
        QVERIFY(pages.size() >= 2);
        QVERIFY(pages[0].contains(u"Members with the most seats"_s));
        QVERIFY(pages[0].contains(u"As of 2026-03-01"_s));
        QVERIFY(pages[0].contains(u"Department: Research"_s));
        const QString all = pages.join(u'\n');
        for (int row = 0; row < 120; ++row)
            QVERIFY2(all.contains(u"Member number %1 "_s.arg(row)), qPrintable(QString::number(row)));
        QVERIFY(all.contains(QLocale().toString(1'319)));
    }

    void repeatsHeadingsAndCountsPages()
    {
        const QStringList pages = write({topMembers(200), facts()});
        for (int page = 0; page < pages.size(); ++page) {
            QVERIFY2(pages[page].contains(u"Department"_s) && pages[page].contains(u"Licences"_s),
                     qPrintable(pages[page]));
            QVERIFY(pages[page].contains(u"Page %1 of %2"_s.arg(page + 1).arg(pages.size())));
            QVERIFY(pages[page].contains(u"Made 2026-03-01 10:00 by Ana Sousa"_s));
            QVERIFY(pages[page].contains(u"Audit head: 00112233445566778899aabbccddeeff"_s));
        }
    }

    void wideReportsLieAcross()
    {
        QCOMPARE(ReportPaper(topMembers(3), facts()).pageLayout().orientation(), QPageLayout::Portrait);
        ReportTable holders{.kind = ReportKind::Holders,
                            .columns = reportColumns(ReportKind::Holders, false)};
        holders.rows.push_back({{u"IntelliJ IDEA Ultimate"_s, u"JetBrains"_s, u"IntelliJ IDEA"_s,
                                 u"Ana Sousa"_s, u"M1"_s, u"ana.sousa@example.org"_s, u"Research / Optics"_s,
                                 qint64(1), QDate(2026, 1, 1), std::monostate(), u"active"_s}});
        const ReportPaper paper(holders, facts());
        QCOMPARE(paper.pageLayout().orientation(), QPageLayout::Landscape);
        QVERIFY(write(paper).join(QString()).contains(u"ana.sousa@example.org"_s));
    }

    void shortTextsStayWholeBesideLongOnes()
    {
        ReportTable holders{.kind = ReportKind::Holders,
                            .columns = reportColumns(ReportKind::Holders, false)};
        holders.rows.push_back({{u"Aurelia Mail Business Premium"_s, u"Aurelia Software International"_s,
                                 u"Aurelia Mail Business"_s, u"Krzysztof Jabłońska"_s, u"P10106"_s,
                                 u"krzysztof.jablonska@poland.meridian.example"_s,
                                 u"Information Technology / Infrastructure / Networks"_s, qint64(1),
                                 QDate(2026, 1, 1), QDate(2027, 1, 1), u"suspended"_s}});
        const QString text = write({holders, facts()}).join(QString());
        for (const QString &whole : {u"Number"_s, u"P10106"_s, u"2026-01-01"_s, u"Networks"_s})
            QVERIFY2(text.contains(whole), qPrintable(text));
    }

    void theChartStandsAboveTheRows()
    {
        PaperFacts drawn = facts();
        drawn.chartSize = {400, 160};
        {
            QPainter painter(&drawn.chart);
            painter.fillRect(QRectF(QPointF(), drawn.chartSize), Qt::red);
        }
        (void)write({topMembers(40), drawn});
        const QString picture = m_folder.filePath(u"page"_s);
        QCOMPARE(QProcess::execute(u"pdftoppm"_s, {u"-png"_s, u"-r"_s, u"72"_s, u"-singlefile"_s,
                                                   m_folder.filePath(u"report.pdf"_s), picture}),
                 0);
        const QImage page(picture + u".png"_s);
        QVERIFY(!page.isNull());
        QRect red;
        for (int y = 0; y < page.height(); ++y) {
            for (int x = 0; x < page.width(); ++x) {
                if (page.pixelColor(x, y) == QColor(Qt::red))
                    red |= QRect(x, y, 1, 1);
            }
        }
        QVERIFY2(qAbs(red.width() - 2.5 * red.height()) < 8,
                 qPrintable(u"%1 x %2"_s.arg(red.width()).arg(red.height())));
        QVERIFY(red.width() > 300 && red.right() < page.width() - 30); // within the margins
        QVERIFY(red.top() > 60 && red.bottom() < page.height() / 2);   // below the title, above the rows
    }

    void longTextsAreWrappedNotCut()
    {
        ReportTable table = topMembers(1);
        table.rows[0].cells[2] =
            u"Research and development of very long names for departments that nobody can remember "
            "even after twenty years of service in them, Zanzibar"_s;
        const QString text = write({table, facts()}).join(QString());
        QVERIFY(text.contains(u"Zanzibar"_s));
    }

    void anEmptyReportIsAPage()
    {
        const QStringList pages = write({topMembers(0), facts()});
        QCOMPARE(pages.size(), 1);
        QVERIFY(pages[0].contains(u"Page 1 of 1"_s));
    }

    void theChartIsOnTheFirstPage()
    {
        PaperFacts drawn = facts();
        QPainter painter(&drawn.chart);
        painter.drawText(20, 20, u"Chartword"_s);
        painter.end();
        drawn.chartSize = {400, 200};
        const QStringList pages = write({topMembers(150), drawn});
        QVERIFY(pages[0].contains(u"Chartword"_s));
        QVERIFY(!pages[1].contains(u"Chartword"_s));
    }

    void leavesNoHalfFile()
    {
        const auto written = writePdf({topMembers(1), facts()}, m_folder.filePath(u"missing/a.pdf"_s));
        VERIFY_ERROR(written, ErrorCode::NotFound);
    }

    void endsWhereItIsCancelled()
    {
        const QString path = m_folder.filePath(u"cancelled.pdf"_s);
        int told = 0;
        const auto written = writePdf({topMembers(500), facts()}, path, [&told](int page, int pages) {
            told = pages;
            return page < 2;
        });
        VERIFY_ERROR(written, ErrorCode::Cancelled);
        QVERIFY(told > 3);
        QVERIFY(!QFileInfo::exists(path));
    }

private:
    /// The text of each page.
    QStringList write(const ReportPaper &paper)
    {
        const QString path = m_folder.filePath(u"report.pdf"_s);
        const Result<int> pages = writePdf(paper, path);
        if (!pages)
            return {pages.error().message};
        QProcess reader;
        reader.start(u"pdftotext"_s, {u"-layout"_s, path, u"-"_s});
        reader.waitForFinished();
        QStringList texts = QString::fromUtf8(reader.readAllStandardOutput()).split(u'\f');
        texts.removeLast(); // behind the last form feed
        return texts.size() == *pages
                   ? texts
                   : QStringList{u"%1 pages instead of %2"_s.arg(texts.size()).arg(*pages)};
    }

    QTemporaryDir m_folder;
};

} // namespace seatledger

QTEST_MAIN(seatledger::ReportPaperTest)
#include "reportpapertest.moc"
