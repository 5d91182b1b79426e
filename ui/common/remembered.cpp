// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/remembered.h"

#include <QHash>
#include <QMutex>
#include <QSettings>
#include <QThreadPool>

#include <algorithm>
#include <utility>
#include <vector>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

/// One thing to write; without a value the key goes, with all below it.
struct Change {
    QString key;
    QVariant value;
};

RememberInBackground::Store *inUse = nullptr;

} // namespace

/// The settings as the person knows them, and those that are not on the disk yet.
class RememberInBackground::Store final
{
public:
    Store()
    {
        const QSettings settings;
        for (const QString &key : settings.allKeys())
            m_values.insert(key, settings.value(key));
        m_writer.setMaxThreadCount(1);
    }
    ~Store() { m_writer.waitForDone(); }
    Store(const Store &) = delete;
    Store &operator=(const Store &) = delete;

    [[nodiscard]] QVariant value(const QString &key) const { return m_values.value(key); }
    [[nodiscard]] bool contains(const QString &key) const { return m_values.contains(key); }

    void set(const QString &key, const QVariant &value)
    {
        QVariant &known = m_values[key];
        if (known.isValid() && known == value)
            return;
        known = value;
        write({key, value});
    }

    void remove(const QString &key)
    {
        m_values.removeIf(
            [&](const auto &each) { return each.key() == key || each.key().startsWith(key + u'/'); });
        write({key, {}});
    }

private:
    void write(Change change)
    {
        const QMutexLocker lock(&m_mutex);
        m_unwritten.push_back(std::move(change));
        if (!std::exchange(m_isWriting, true))
            m_writer.start([this] { writeAll(); });
    }

    void writeAll()
    {
        for (;;) {
            std::vector<Change> changes;
            {
                const QMutexLocker lock(&m_mutex);
                changes.swap(m_unwritten);
                m_isWriting = !changes.empty();
            }
            if (changes.empty())
                return;
            QSettings settings; // its end writes the file
            for (const Change &change : changes) {
                if (change.value.isValid())
                    settings.setValue(change.key, change.value);
                else
                    settings.remove(change.key);
            }
        }
    }

    QHash<QString, QVariant> m_values;
    QMutex m_mutex; ///< guards what follows
    std::vector<Change> m_unwritten;
    bool m_isWriting = false;
    QThreadPool m_writer;
};

RememberInBackground::RememberInBackground() : m_store(std::make_unique<Store>())
{
    inUse = m_store.get();
}

RememberInBackground::~RememberInBackground()
{
    inUse = nullptr;
}

namespace remembered {

QVariant value(const QString &key)
{
    return inUse ? inUse->value(key) : QSettings().value(key);
}

bool contains(const QString &key)
{
    return inUse ? inUse->contains(key) : QSettings().contains(key);
}

void set(const QString &key, const QVariant &value)
{
    inUse ? inUse->set(key, value) : QSettings().setValue(key, value);
}

void remove(const QString &key)
{
    inUse ? inUse->remove(key) : QSettings().remove(key);
}

} // namespace remembered

} // namespace seatledger
