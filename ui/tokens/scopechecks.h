// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/apitoken.h"

#include <QWidget>

#include <map>
#include <vector>

class QCheckBox;

namespace seatledger {

/// A choice of what a token may be used for, each scope with what it leaves, in words.
class ScopeChecks final : public QWidget
{
    Q_OBJECT

public:
    explicit ScopeChecks(QWidget *parent = nullptr);

    void setScopes(const std::vector<TokenScope> &scopes);
    /// In the order of TokenScope.
    [[nodiscard]] std::vector<TokenScope> scopes() const;

signals:
    void changed();

private:
    std::map<TokenScope, QCheckBox *> m_boxes;
};

} // namespace seatledger
