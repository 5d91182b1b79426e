// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QWidget>

class QAbstractButton;
class QButtonGroup;
class QHBoxLayout;
class QToolButton;

namespace seatledger {

/// One choice out of few, all of them in sight: the quick filter above a list. Where there is no room for
/// all, those that fit are in sight, the chosen one among them, and a button beside them has the others.
class SegmentedFilter final : public QWidget
{
    Q_OBJECT

public:
    explicit SegmentedFilter(const QString &accessibleName, QWidget *parent = nullptr);

    /// `key` is stable; the first segment added is the choice at first.
    void addSegment(const QString &key, const QString &text, const QString &iconName = {});
    /// A number after the text, as people read it; empty: none.
    void setCountText(const QString &key, const QString &count);
    /// A choice that makes no sense for now is off; the one at first always makes sense. Where it was the
    /// current one, that is the one at first now, without telling.
    void setSegmentEnabled(const QString &key, bool enabled);
    [[nodiscard]] QString current() const;
    /// What the choice is called.
    [[nodiscard]] QString currentText() const { return m_texts.value(current()); }
    /// Whether the choice is the one at first.
    [[nodiscard]] bool isAtFirst() const;
    /// Makes a choice without telling.
    void setCurrent(const QString &key);
    /// Back to the choice at first, without telling.
    void reset();
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void currentChanged(const QString &key);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] int widthOf(bool onlyWidest) const;
    [[nodiscard]] QList<QAbstractButton *> segmentsThatFit() const;
    void fit();
    [[nodiscard]] bool lacksRoom() const;
    void showOthers();

    QButtonGroup *m_group;
    QHBoxLayout *m_layout;
    QToolButton *m_others;
    QHash<QString, QString> m_texts;
    bool m_isFitting = false;
};

} // namespace seatledger
