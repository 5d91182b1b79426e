// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/style/tokens.h"

#include <QDBusConnection>
#include <QObject>

class QDBusPendingCallWatcher;
class QDBusVariant;

namespace seatledger {

/// How the desktop wants programs to look: light or dark, and with high contrast or without. Asks the
/// desktop's portal (`org.freedesktop.appearance` of org.freedesktop.portal.Settings) without waiting for it,
/// and follows it from then on; what no portal says, the desktop's palette does. GUI thread.
class DesktopLook final : public QObject
{
    Q_OBJECT

public:
    /// The session's bus unless another is named. A bus that is not there is no error.
    explicit DesktopLook(QObject *parent = nullptr) : DesktopLook(QDBusConnection::sessionBus(), parent) {}
    explicit DesktopLook(QDBusConnection bus, QObject *parent = nullptr);

    [[nodiscard]] Scheme scheme() const;

signals:
    /// scheme() is another now.
    void changed();

private slots:
    void takeSetting(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void ask();
    void takeAnswer(const QDBusPendingCallWatcher &call);
    void take(const QString &key, const QVariant &value);

    QDBusConnection m_bus;
    uint m_colors = 0; ///< 0 no preference, 1 dark, 2 light, as the portal counts
    uint m_contrast = 0; ///< 1 is high
};

} // namespace seatledger
