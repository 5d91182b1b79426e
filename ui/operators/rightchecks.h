// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/permissions.h"

#include <QWidget>

#include <map>
#include <vector>

class QCheckBox;

namespace seatledger {

/// A choice of rights beyond the role, each with what it adds.
class RightChecks final : public QWidget
{
    Q_OBJECT

public:
    explicit RightChecks(QWidget *parent = nullptr);

    void setRights(const std::vector<Right> &rights);
    /// In the order of Right.
    [[nodiscard]] std::vector<Right> rights() const;

signals:
    void changed();

private:
    std::map<Right, QCheckBox *> m_boxes;
};

} // namespace seatledger
