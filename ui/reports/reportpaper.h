// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/report.h"

#include <QCoreApplication>
#include <QFont>
#include <QPageLayout>
#include <QPicture>
#include <QSizeF>
#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

class QPagedPaintDevice;
class QPainter;

namespace seatledger {

/// What stands on a printed report beside its rows.
struct PaperFacts {
    QString title;
    QStringList lines;   ///< below the title: period, filters, how many rows
    QString made;        ///< when and by whom
    QString auditHead;   ///< empty: it is not said
    QFont font;          ///< its family is used
    QPicture chart = QPicture(); ///< above the rows; null: none
    QSizeF chartSize = QSizeF();
};

/// Told from the thread that paints, before each page and now and then before the first (`pages` is 0 then:
/// they are still being counted). False ends it.
using PaperProgress = std::function<bool(int page, int pages)>;

/// A report on paper: title, period and filters, the chart, the rows with their headings on each page, page
/// numbers, when it was made and by whom, and the end of the audit chain. Landscape where the columns need
/// it; long texts are wrapped. A plain value; may be painted in any thread.
class ReportPaper final
{
    Q_DECLARE_TR_FUNCTIONS(ReportPaper)

public:
    ReportPaper(ReportTable table, PaperFacts facts);

    [[nodiscard]] const PaperFacts &facts() const { return m_facts; }
    /// A4 or Letter, as the person's country has it; upright or across as the columns need it.
    [[nodiscard]] QPageLayout pageLayout() const;
    /// Paints all pages; answers how many, 0 if `progress` ended it. The device has the layout that is
    /// wanted.
    int paint(QPagedPaintDevice &device, const PaperProgress &progress = {}) const;

private:
    struct Sheet;
    struct Plan;

    [[nodiscard]] std::vector<qreal> naturalWidths(const Sheet &sheet) const;
    [[nodiscard]] std::vector<qreal> columnWidths(const Sheet &sheet) const;
    [[nodiscard]] qreal rowHeight(const Sheet &sheet, const Plan &plan, std::size_t row) const;
    [[nodiscard]] qreal headHeight(const Sheet &sheet) const;
    [[nodiscard]] QSizeF chartRoom(const Sheet &sheet) const;
    /// None if `progress` ended it.
    [[nodiscard]] std::optional<Plan> plan(const Sheet &sheet, const PaperProgress &progress) const;
    void paintHead(Sheet &sheet) const;
    void paintPage(Sheet &sheet, const Plan &plan, std::size_t page) const;
    void paintHeadings(Sheet &sheet, const Plan &plan, qreal top) const;
    void paintRow(Sheet &sheet, const Plan &plan, std::size_t row, qreal top, qreal height) const;
    void paintFoot(Sheet &sheet, std::size_t page, std::size_t pages) const;

    ReportTable m_table;
    PaperFacts m_facts;
    std::vector<QString> m_headings;
};

} // namespace seatledger
