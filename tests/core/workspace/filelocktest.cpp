// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/filelock.h"

#include "tests/support/verify.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <chrono>
#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace seatledger;

class FileLockTest final : public QObject
{
    Q_OBJECT

private slots:
    void oneExcludesAnother()
    {
        auto first = acquire(FileLock::Kind::Exclusive);
        VERIFY_RESULT(first);
        VERIFY_ERROR(acquire(FileLock::Kind::Exclusive), ErrorCode::Busy);
        VERIFY_ERROR(acquire(FileLock::Kind::Shared), ErrorCode::Busy);
        first->release();
        QVERIFY(!first->isHeld());
        VERIFY_RESULT(acquire(FileLock::Kind::Exclusive));
    }

    void sharesLetEachOtherIn()
    {
        const auto first = acquire(FileLock::Kind::Shared);
        const auto second = acquire(FileLock::Kind::Shared);
        VERIFY_RESULT(first);
        VERIFY_RESULT(second);
        VERIFY_ERROR(acquire(FileLock::Kind::Exclusive), ErrorCode::Busy);
    }

    void waitsForItsTurn()
    {
        auto first = acquire(FileLock::Kind::Exclusive);
        VERIFY_RESULT(first);
        const std::unique_ptr<QThread> later(QThread::create([&] {
            QThread::msleep(100);
            first->release();
        }));
        later->start();
        VERIFY_RESULT(FileLock::acquire(m_file, FileLock::Kind::Exclusive, 5s));
        later->wait();
    }

    void movesWithItsOwner()
    {
        auto first = acquire(FileLock::Kind::Exclusive);
        VERIFY_RESULT(first);
        FileLock owner = *std::move(first);
        QVERIFY(owner.isHeld());
        VERIFY_ERROR(acquire(FileLock::Kind::Exclusive), ErrorCode::Busy);
        owner = FileLock();
        VERIFY_RESULT(acquire(FileLock::Kind::Exclusive));
    }

    void aFolderIsLockedWithoutAFileInIt()
    {
        const QTemporaryDir folder;
        auto first = FileLock::ofFolder(folder.path(), FileLock::IfHeld::Refuse);
        VERIFY_RESULT(first);
        VERIFY_ERROR(FileLock::ofFolder(folder.path(), FileLock::IfHeld::Refuse), ErrorCode::Busy);
        QVERIFY(QDir(folder.path()).isEmpty());
        first->release();
        VERIFY_RESULT(FileLock::ofFolder(folder.path(), FileLock::IfHeld::Wait));
        VERIFY_ERROR(FileLock::ofFolder(folder.filePath(u"none"_s), FileLock::IfHeld::Wait),
                     ErrorCode::NotFound);
    }

    void aDeletedFileLocksNobody()
    {
        const auto first = acquire(FileLock::Kind::Exclusive);
        VERIFY_RESULT(first);
        QVERIFY(QFile::remove(m_file));
        VERIFY_RESULT(acquire(FileLock::Kind::Exclusive));
        QVERIFY(QFile::exists(m_file));
    }

    void saysWhyThereIsNoLock()
    {
        VERIFY_ERROR(FileLock::acquire(u"/nonexistent/lock"_s, FileLock::Kind::Shared, 0ms),
                     ErrorCode::NotFound);
        QVERIFY(QFile::link(m_file, m_folder.filePath(u"link"_s)));
        VERIFY_ERROR(FileLock::acquire(m_folder.filePath(u"link"_s), FileLock::Kind::Shared, 0ms),
                     ErrorCode::Forbidden);
    }

private:
    Result<FileLock> acquire(FileLock::Kind kind) const { return FileLock::acquire(m_file, kind, 0ms); }

    QTemporaryDir m_folder;
    const QString m_file = m_folder.filePath(u"lock"_s);
};

QTEST_APPLESS_MAIN(FileLockTest)
#include "filelocktest.moc"
