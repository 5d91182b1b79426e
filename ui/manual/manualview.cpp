// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/manual/manualview.h"

#include "ui/common/style/tokens.h"
#include "ui/manual/manualpictures.h"

#include <QAbstractTextDocumentLayout>
#include <QEvent>
#include <QImage>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextDocumentFragment>
#include <QTextFrame>
#include <QTextTable>

#include <algorithm>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr int widestPicture = 860; ///< logical pixels

QString pageOf(const QUrl &link)
{
    const QString file = link.fileName();
    return file.endsWith(u".md"_s) ? file.chopped(3) : QString();
}

bool isEmptyRow(const QTextTable &table, int row)
{
    for (int column = 0; column < table.columns(); ++column) {
        const QTextTableCell cell = table.cellAt(row, column);
        if (cell.firstCursorPosition() != cell.lastCursorPosition())
            return false;
    }
    return true;
}

TextSize sizeOfHeading(int level)
{
    return level == 1 ? TextSize::Title : level == 2 ? TextSize::Heading : TextSize::Body;
}

} // namespace

ManualView::ManualView(QWidget *parent) : QTextBrowser(parent)
{
    setObjectName(u"manualView"_s);
    setAccessibleName(tr("Page of the manual"));
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // or pictures would not fit once it comes
    document()->setDocumentMargin(space(Space::Xl));
    document()->documentLayout()->registerHandler(QTextFormat::ImageObject, new ManualPictures(this));
}

QString ManualView::page() const
{
    return pageOf(source());
}

void ManualView::showPage(const QString &page)
{
    setSource(QUrl(page + u".md"_s));
}

void ManualView::doSetSource(const QUrl &name, QTextDocument::ResourceType type)
{
    Q_UNUSED(type)
    const QString page = pageOf(name);
    if (!m_manual.contains(page))
        return;
    m_renderedWidth = pictureWidth();
    QTextBrowser::doSetSource(name, QTextDocument::MarkdownResource);
    dress();
    emit pageShown(page);
}

QVariant ManualView::loadResource(int type, const QUrl &name)
{
    if (type != QTextDocument::ImageResource)
        return m_manual.text(pageOf(name));
    QImage picture = QImage::fromData(m_manual.picture(name.path()));
    const int width = std::min(picture.width(), pictureWidth());
    // all its pixels in less room: sharp on screens of any density
    if (!picture.isNull())
        picture.setDevicePixelRatio(static_cast<double>(picture.width()) / width);
    return picture;
}

int ManualView::pictureWidth() const
{
    const int margins = 2 * static_cast<int>(document()->documentMargin());
    return std::clamp(viewport()->width() - margins, 200, widestPicture);
}

/// Anew, in the place where it was read.
void ManualView::render()
{
    if (m_renderedWidth == 0)
        return;
    const int place = verticalScrollBar()->value();
    m_renderedWidth = pictureWidth();
    reload();
    dress();
    verticalScrollBar()->setValue(place);
}

void ManualView::dress()
{
    dressBlocks();
    dressTables();
}

void ManualView::dressBlocks()
{
    QTextCursor cursor(document());
    cursor.beginEditBlock();
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        cursor.setPosition(block.position());
        QTextBlockFormat format = block.blockFormat();
        const bool isCode = format.hasProperty(QTextFormat::BlockCodeFence) || format.nonBreakableLines();
        const bool isPicture = block.text().contains(QChar::ObjectReplacementCharacter);
        format.setLineHeight(isPicture ? 100 : isCode ? 120 : 135, QTextBlockFormat::ProportionalHeight);
        if (isCode)
            format.setBackground(color(palette(), Tone::Raised));
        if (const int level = format.headingLevel(); level > 0) {
            format.setTopMargin(level == 1 ? 0 : space(Space::L));
            format.setBottomMargin(space(Space::S));
            cursor.select(QTextCursor::BlockUnderCursor);
            QTextCharFormat letters;
            letters.setFont(scaledFont(font(), sizeOfHeading(level), QFont::DemiBold));
            letters.setForeground(color(palette(), Tone::Text));
            cursor.mergeCharFormat(letters);
            cursor.setPosition(block.position());
        }
        cursor.setBlockFormat(format);
    }
    cursor.endEditBlock();
}

void ManualView::dressTables()
{
    for (QTextFrame *frame : document()->rootFrame()->childFrames()) {
        auto *table = qobject_cast<QTextTable *>(frame);
        if (!table)
            continue;
        QTextTableFormat format = table->format();
        format.setBorder(1);
        format.setBorderCollapse(true);
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setBorderBrush(color(palette(), Tone::Border));
        format.setCellPadding(space(Space::Xs));
        format.setTopMargin(space(Space::S));
        format.setBottomMargin(space(Space::M));
        table->setFormat(format);
        if (isEmptyRow(*table, 0)) { // Markdown has no table without headings
            table->removeRows(0, 1);
            continue;
        }
        for (int column = 0; column < table->columns(); ++column) {
            QTextTableCell cell = table->cellAt(0, column);
            QTextCharFormat heading = cell.format();
            heading.setBackground(color(palette(), Tone::Raised));
            cell.setFormat(heading);
        }
    }
}

void ManualView::mark(const QString &words)
{
    QList<ExtraSelection> marks;
    for (const QString &word : words.split(u' ', Qt::SkipEmptyParts)) {
        for (QTextCursor found = document()->find(word, 0); !found.isNull();
             found = document()->find(word, found)) {
            ExtraSelection mark;
            mark.cursor = found;
            mark.format.setBackground(color(palette(), Tone::WarningSoft));
            marks += mark;
        }
    }
    setExtraSelections(marks);
    if (marks.isEmpty())
        return;
    QTextCursor first = std::ranges::min(marks, {}, [](const ExtraSelection &mark) {
                            return mark.cursor.position();
                        }).cursor;
    first.clearSelection();
    setTextCursor(first);
    ensureCursorVisible();
}

void ManualView::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        m_manual = Manual();
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange
        || event->type() == QEvent::FontChange)
        render();
}

void ManualView::resizeEvent(QResizeEvent *event)
{
    QTextBrowser::resizeEvent(event);
    if (pictureWidth() != m_renderedWidth)
        render();
}

} // namespace seatledger
