// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

class QSplitter;
class QVariant;
class QWidget;

namespace seatledger {

class HeaderLayout;

/// Remembers how a person set up a page: each keep() puts back what was left in the last session and notes
/// every change from then on, in QSettings under `pages/<name>`. Lives in the GUI thread.
class ViewMemory final : public QObject
{
    Q_OBJECT

public:
    /// `name` is stable: `members`.
    explicit ViewMemory(const QString &name, QObject *parent);

    void keep(HeaderLayout *columns);
    void keep(QSplitter *splitter);
    /// Whether `part` is shown; for what can be hidden by setShown().
    void keep(QWidget *part, const QString &key);
    void setShown(QWidget *part, const QString &key, bool shown);

private:
    [[nodiscard]] QVariant stored(const QString &key) const;
    void store(const QString &key, const QVariant &value) const;

    QString m_group;
};

} // namespace seatledger
