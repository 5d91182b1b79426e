// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/enums.h"

#include "core/domain/apitoken.h"
#include "core/domain/licensestanding.h"
#include "core/domain/permissions.h"
#include "core/domain/refusal.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace seatledger;

namespace {

template <NamedEnum E>
void verifyTable(qsizetype size)
{
    QSet<QString> names;
    QSet<QString> words;
    for (const EnumEntry<E> &entry : enumEntries<E>()) {
        QCOMPARE(toText(entry.value), QString(entry.name));
        QCOMPARE(fromText<E>(QString(entry.name)), entry.value);
        QCOMPARE(displayText(entry.value), QString::fromUtf8(entry.display));
        names.insert(entry.name);
        words.insert(displayText(entry.value));
    }
    QCOMPARE(names.size(), size);
    QCOMPARE(words.size(), size);
}

template <NamedEnum E>
QStringList names()
{
    QStringList result;
    for (const EnumEntry<E> &entry : enumEntries<E>())
        result.append(entry.name);
    return result;
}

} // namespace

class EnumsTest final : public QObject
{
    Q_OBJECT

private slots:
    void everyTableIsOneToOne()
    {
        verifyTable<MemberStatus>(3);
        verifyTable<LicenseMetric>(4);
        verifyTable<LicenseTerm>(3);
        verifyTable<LicenseState>(4);
        verifyTable<AssignmentState>(5);
        verifyTable<ExpiryAction>(3);
        verifyTable<BillingCycle>(4);
        verifyTable<OperationSource>(6);
        verifyTable<Role>(5);
        verifyTable<Action>(21);
        verifyTable<Scope>(4);
        verifyTable<RefusalReason>(41);
        verifyTable<TokenScope>(10);
        verifyTable<TokenFault>(5);
        verifyTable<StandingReason>(14);
    }

    void namesAreTheDatabases()
    {
        QCOMPARE(names<MemberStatus>(), QStringList({u"active"_s, u"on_leave"_s, u"departed"_s}));
        QCOMPARE(names<LicenseMetric>(),
                 QStringList({u"named_user"_s, u"device"_s, u"floating"_s, u"site"_s}));
        QCOMPARE(names<LicenseState>(), QStringList({u"draft"_s, u"active"_s, u"suspended"_s, u"retired"_s}));
        QCOMPARE(names<AssignmentState>(),
                 QStringList({u"reserved"_s, u"active"_s, u"suspended"_s, u"expired"_s, u"revoked"_s}));
        QCOMPARE(names<OperationSource>(),
                 QStringList({u"window"_s, u"api"_s, u"command"_s, u"import"_s, u"job"_s, u"sql"_s}));
    }

    void namesAreExact()
    {
        QVERIFY(!fromText<MemberStatus>(u"Active"));
        QVERIFY(!fromText<MemberStatus>(u" active"));
        QVERIFY(!fromText<MemberStatus>(u""));
    }

    void whatIsNoValueHasNoName()
    {
        const auto stray = MemberStatus(99);
        QCOMPARE(toText(stray), QString());
        QCOMPARE(displayText(stray), QString());
    }
};

QTEST_GUILESS_MAIN(EnumsTest)
#include "enumstest.moc"
