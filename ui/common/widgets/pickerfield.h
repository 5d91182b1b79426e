// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/canceltoken.h"
#include "core/domain/result.h"

#include <QFuture>
#include <QLineEdit>
#include <QTimer>

#include <functional>
#include <optional>
#include <vector>

class QCompleter;

namespace seatledger {

/// Something that can be picked: a member, a licence, a department.
struct PickerItem {
    qint64 id = 0;
    QString title;
    QString detail = {};   ///< quieter, beside the title
    QString iconName = {}; ///< as for icon()
    bool enabled = true;   ///< shown, but cannot be picked (its detail says why)

    friend bool operator==(const PickerItem &, const PickerItem &) = default;
};

/// A field in which one picks an entity by typing part of its name, number or address. The matches come from
/// elsewhere, a moment after the last key; an answer to older text is dropped.
class PickerField final : public QLineEdit
{
    Q_OBJECT

public:
    /// Answers the best matches for a text (the first ones for an empty one), a few dozen at most.
    using Search = std::function<QFuture<Result<std::vector<PickerItem>>>(const QString &text, CancelToken)>;

    explicit PickerField(Search search, QWidget *parent = nullptr);

    /// Clears itself after each pick: for picking several, one after the other.
    void setClearsAfterPick(bool clears) { m_clears = clears; }
    /// What is picked now; none while the text is no item.
    [[nodiscard]] const std::optional<PickerItem> &current() const { return m_current; }
    void setCurrent(std::optional<PickerItem> item);

signals:
    void picked(const seatledger::PickerItem &item);
    /// What current() answers is another now.
    void currentChanged();

protected:
    void focusInEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    class Model;

    void ask();
    void take(Result<std::vector<PickerItem>> items);
    void pick(int row);
    void edited();

    Search m_search;
    Model *m_model;
    QCompleter *m_completer;
    QTimer m_timer;
    LatestRequest m_latest;
    int m_generation = 0;
    std::optional<PickerItem> m_current;
    bool m_clears = false;
};

} // namespace seatledger

Q_DECLARE_METATYPE(seatledger::PickerItem)
