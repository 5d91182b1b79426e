// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/widgets/flowlayout.h"

#include <QTest>
#include <QWidget>

namespace seatledger {

namespace {

/// Likes to be 100 wide, and can do with 60.
class Box final : public QWidget
{
public:
    explicit Box(int height, QWidget *parent) : QWidget(parent), m_height(height) {}
    [[nodiscard]] QSize sizeHint() const override { return {100, m_height}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {60, m_height}; }

private:
    int m_height;
};

struct Bar : QWidget {
    Bar()
    {
        auto *flow = new FlowLayout(10, this);
        flow->setContentsMargins(0, 0, 0, 0);
        for (const int height : {20, 30, 20})
            boxes.append(new Box(height, this));
        for (Box *box : boxes)
            flow->addWidget(box);
    }
    void lay(int width)
    {
        resize(width, layout()->heightForWidth(width));
        layout()->activate();
        layout()->setGeometry(rect());
    }

    QList<Box *> boxes;
};

} // namespace

class FlowLayoutTest final : public QObject
{
    Q_OBJECT

private slots:
    void standInOneLineWhereThereIsRoom()
    {
        Bar bar;
        bar.lay(400);
        QCOMPARE(bar.height(), 30);
        QCOMPARE(bar.boxes[0]->geometry(), QRect(0, 5, 100, 20)); // in the middle of its line
        QCOMPARE(bar.boxes[2]->geometry(), QRect(220, 5, 100, 20));
    }

    void becomeNarrowerRatherThanTwoLines()
    {
        Bar bar;
        bar.lay(260);
        QCOMPARE(bar.height(), 30);
        QCOMPARE(bar.boxes[0]->width() + bar.boxes[1]->width() + bar.boxes[2]->width(), 240);
        for (const Box *box : bar.boxes)
            QCOMPARE(box->width(), 80);
        QCOMPARE(bar.boxes[2]->geometry().right(), 259);
    }

    void takeSeveralLinesAsWideAsTheyLikeWhereOneIsTooShort()
    {
        Bar bar;
        bar.lay(180);
        QCOMPARE(bar.height(), 20 + 10 + 30 + 10 + 20); // two of 100 and a gap are more than 180
        bar.lay(199);
        QCOMPARE(bar.boxes[1]->geometry(), QRect(0, 30, 100, 30));
        bar.boxes[0]->hide();
        bar.lay(199);
        QCOMPARE(bar.height(), 30);
        QCOMPARE(bar.boxes[2]->geometry().right(), 198);
    }
};

} // namespace seatledger

QTEST_MAIN(seatledger::FlowLayoutTest)
#include "flowlayouttest.moc"
