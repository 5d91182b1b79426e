// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/shellstatus.h"

#include <QStatusBar>

namespace seatledger {

class IconLabel;
class TextLabel;

/// The lower edge of the window: workspace, who is signed in, and whether the database is there.
class StatusStrip final : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusStrip(QWidget *parent = nullptr);

    void setStatus(const ShellStatus &status);

private:
    struct Item {
        IconLabel *icon;
        TextLabel *text;
    };

    Item addItem(const QString &name, const QString &iconName, bool atEnd);

    Item m_place;
    Item m_person;
    Item m_connection;
};

} // namespace seatledger
