// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/workspace.h"
#include "tests/support/verify.h"
#include "tests/support/workspacehome.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <sys/mount.h>
#include <unistd.h>

#include <memory>

using namespace Qt::StringLiterals;
using namespace seatledger;

namespace {

constexpr uid_t nobody = 65534;

/// A small disk of its own, as long as it lives.
class SmallDisk final
{
public:
    SmallDisk(const QString &folder, const char *options, unsigned long flags = 0)
        : m_folder(QFile::encodeName(folder))
    {
        QDir().mkpath(folder);
        m_isThere = mount("seatledger-test", m_folder.constData(), "tmpfs", flags, options) == 0;
    }
    ~SmallDisk()
    {
        if (m_isThere)
            umount2(m_folder.constData(), MNT_DETACH);
    }
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;

    [[nodiscard]] bool isThere() const { return m_isThere; }

private:
    QByteArray m_folder;
    bool m_isThere = false;
};

/// Acts as a user who may do little, as long as it lives.
class OtherUser final
{
public:
    OtherUser() : m_isActing(seteuid(nobody) == 0) {}
    ~OtherUser()
    {
        if (m_isActing)
            std::ignore = seteuid(0);
    }
    OtherUser(const OtherUser &) = delete;
    OtherUser &operator=(const OtherUser &) = delete;

    [[nodiscard]] bool isActing() const { return m_isActing; }

private:
    bool m_isActing;
};

} // namespace

/// Workspaces that cannot be made or started: the error says what went wrong, where, and what to do.
class WorkspaceTroubleTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(useAsWorkspaceHome(m_home)); }
    void init()
    {
        if (geteuid() != 0)
            QSKIP("Small disks and other users can only be had by root.");
    }

    void saysThatTheDiskIsFullWhenCreating();
    void leavesNothingHalfWhenTheDiskIsFull();
    void saysThatTheDiskIsFullWhenStarting();
    void saysThatTheDiskTakesNoMoreFiles();
    void saysThatTheDiskIsReadOnly();
    void saysThatTheFolderIsSomebodyElses();
    void saysThatAFileIsInTheWay();

private:
    [[nodiscard]] QString at(const QString &name) const { return m_home.filePath(name); }

    /// What creating and starting the workspace in a folder fails with.
    [[nodiscard]] static Error failureOf(const QString &folder)
    {
        auto workspace = Workspace::openOrCreate(folder);
        if (!workspace)
            return workspace.error();
        if (const auto started = workspace->start(); !started)
            return started.error();
        std::ignore = workspace->destroy();
        return {ErrorCode::Internal, u"It could be started."_s, {}};
    }

    static void verifyExplains(const Error &error, ErrorCode code, const QStringList &facts)
    {
        QVERIFY2(error.code == code, describe(error).constData());
        for (const QString &fact : facts)
            QVERIFY2(error.message.contains(fact), qPrintable(fact + u" is not in: "_s + error.message));
        QVERIFY(!error.details.value("file"_L1).toString().isEmpty());
        qInfo("%s", qUtf8Printable(error.message));
    }

    QTemporaryDir m_home{QDir::tempPath() + u"/seatledger-t-XXXXXX"_s};
};

void WorkspaceTroubleTest::saysThatTheDiskIsFullWhenCreating()
{
    const SmallDisk disk(at(u"small"_s), "size=8m,mode=0755");
    QVERIFY(disk.isThere());
    verifyExplains(failureOf(at(u"small/book"_s)), ErrorCode::StorageFull,
                   {at(u"small/book"_s), u"full"_s, u"Make room"_s});
}

void WorkspaceTroubleTest::leavesNothingHalfWhenTheDiskIsFull()
{
    const auto grown = [this](const char *options) {
        return mount("seatledger-test", QFile::encodeName(at(u"growing"_s)).constData(), "tmpfs", MS_REMOUNT,
                     options)
               == 0;
    };
    const SmallDisk disk(at(u"growing"_s), "size=8m,mode=0755");
    QVERIFY(disk.isThere());
    QCOMPARE(failureOf(at(u"growing/book"_s)).code, ErrorCode::StorageFull);
    QVERIFY(grown("size=200m,mode=0755"));
    auto workspace = Workspace::openOrCreate(at(u"growing/book"_s));
    VERIFY_RESULT(workspace);
    VERIFY_RESULT(workspace->start());
    VERIFY_RESULT(workspace->destroy());
}

void WorkspaceTroubleTest::saysThatTheDiskIsFullWhenStarting()
{
    const SmallDisk disk(at(u"filled"_s), "size=100m,mode=0755");
    QVERIFY(disk.isThere());
    auto workspace = Workspace::openOrCreate(at(u"filled/book"_s));
    VERIFY_RESULT(workspace);
    QFile filler(at(u"filled/filler"_s));
    QVERIFY(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    while (filler.write(QByteArray(4096, 'x')) == 4096) {}
    const auto refused = workspace->start();
    QVERIFY(!refused.has_value());
    verifyExplains(refused.error(), ErrorCode::StorageFull,
                   {at(u"filled/book"_s), u"full"_s, u"Make room"_s});
    QVERIFY(filler.resize(0));
    VERIFY_RESULT(workspace->start());
    VERIFY_RESULT(workspace->destroy());
}

void WorkspaceTroubleTest::saysThatTheDiskTakesNoMoreFiles()
{
    const SmallDisk disk(at(u"noinodes"_s), "size=200m,nr_inodes=1,mode=0755");
    QVERIFY(disk.isThere());
    verifyExplains(failureOf(at(u"noinodes/book"_s)), ErrorCode::StorageFull,
                   {at(u"noinodes/book"_s), u"full"_s, u"Make room"_s});
}

void WorkspaceTroubleTest::saysThatTheDiskIsReadOnly()
{
    const SmallDisk disk(at(u"readonly"_s), "mode=0755", MS_RDONLY);
    QVERIFY(disk.isThere());
    verifyExplains(failureOf(at(u"readonly/book"_s)), ErrorCode::Forbidden,
                   {at(u"readonly/book"_s), u"Read-only"_s, u"another folder"_s});
}

void WorkspaceTroubleTest::saysThatTheFolderIsSomebodyElses()
{
    QVERIFY(QDir().mkpath(at(u"theirs"_s)));
    const OtherUser other;
    QVERIFY(other.isActing());
    verifyExplains(failureOf(at(u"theirs/book"_s)), ErrorCode::Forbidden,
                   {at(u"theirs/book"_s), u"another folder"_s});
    verifyExplains(failureOf(at(u"theirs/deeper/book"_s)), ErrorCode::Forbidden,
                   {at(u"theirs/deeper"_s), u"another folder"_s});
    verifyExplains(failureOf(at(u"theirs"_s)), ErrorCode::Forbidden, {at(u"theirs"_s), u"another folder"_s});
}

void WorkspaceTroubleTest::saysThatAFileIsInTheWay()
{
    QFile file(at(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    verifyExplains(failureOf(at(u"file"_s)), ErrorCode::Forbidden, {at(u"file"_s), u"another folder"_s});
    verifyExplains(failureOf(at(u"file/book"_s)), ErrorCode::Forbidden, {at(u"file"_s), u"another folder"_s});
}

QTEST_GUILESS_MAIN(WorkspaceTroubleTest)
#include "workspacetroubletest.moc"
