// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/permissionvalidationservice.h"

#include <QWidget>

#include <utility>
#include <vector>

class QGridLayout;

namespace seatledger {

/// What somebody may do and what not, a sentence each; what is allowed first.
class PermissionList final : public QWidget
{
    Q_OBJECT

public:
    explicit PermissionList(QWidget *parent = nullptr);

    void setAnswers(const std::vector<std::pair<Action, PermissionAnswer>> &answers);
    /// The sentences as shown.
    [[nodiscard]] QStringList sentences() const { return m_sentences; }

private:
    void addLine(const PermissionAnswer &answer);

    QGridLayout *m_layout;
    QStringList m_sentences;
};

} // namespace seatledger
