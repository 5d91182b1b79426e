// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

class QMenu;

namespace seatledger {

/// One line of the Sidebar.
class NavigationButton final : public QAbstractButton
{
    Q_OBJECT

public:
    NavigationButton(QString id, QString iconName, const QString &label, QWidget *parent = nullptr);

    [[nodiscard]] const QString &id() const { return m_id; }
    void setBadge(const QString &text);
    /// A click opens `menu` instead, which an arrow tells.
    void setMenu(QMenu *menu);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintBadge(QPainter &painter);

    QString m_id;
    QString m_iconName;
    QString m_badge;
    QMenu *m_menu = nullptr;
};

} // namespace seatledger
