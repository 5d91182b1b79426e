// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/widgets/badge.h"

#include <QListView>

#include <vector>

namespace seatledger {

/// One line of an EntryList.
struct Entry {
    qint64 id = 0;
    QString title = {};
    QString detail = {};   ///< second line, quieter
    QString trailing = {}; ///< at the right, quieter
    Badge badge = {};      ///< at the right, instead of `trailing`
    QString iconName = {};
    Tone iconTone = Tone::TextMuted;
};

/// A short list inside a panel, as tall as its entries: a member's seats, a licence's holders, a history.
/// Enter or a double click activates an entry.
class EntryList final : public QListView
{
    Q_OBJECT

public:
    explicit EntryList(QWidget *parent = nullptr);

    void setEntries(std::vector<Entry> entries);
    [[nodiscard]] int count() const;
    /// The words shown when there are no entries.
    void setEmptyText(const QString &text);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void entryActivated(qint64 id);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    bool event(QEvent *event) override;

private:
    class Model;
    class Delegate;

    void activate(const QModelIndex &index);

    Model *m_model;
    QString m_emptyText;
};

} // namespace seatledger
