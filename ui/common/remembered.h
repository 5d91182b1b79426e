// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVariant>

#include <memory>

namespace seatledger {

/// What a person chose and how they left things: QSettings, but nobody waits for the disk while one of
/// RememberInBackground lives. GUI thread.
namespace remembered {

/// As it was set last, written or not; invalid if it never was.
[[nodiscard]] QVariant value(const QString &key);
[[nodiscard]] bool contains(const QString &key);
void set(const QString &key, const QVariant &value);
/// With everything below it.
void remove(const QString &key);

} // namespace remembered

/// Writing a file of settings makes sure that it is on the disk, which takes as long as the disk likes. While
/// this lives settings are read once and written by a thread of its own; its end waits until all are written.
/// One at a time, in the GUI thread; what another program writes meanwhile is not seen, but stays.
class RememberInBackground final
{
public:
    RememberInBackground();
    ~RememberInBackground();
    RememberInBackground(const RememberInBackground &) = delete;
    RememberInBackground &operator=(const RememberInBackground &) = delete;

    class Store;

private:
    std::unique_ptr<Store> m_store;
};

} // namespace seatledger
