// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/notificationlistener.h"
#include "core/db/query.h"
#include "core/db/transaction.h"
#include "core/services/services.h"
#include "tests/support/book.h"
#include "tests/support/colleagues.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace seatledger {

/// What is told about licences, to whom, and why not.
class NoticeTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void tellsEachLeadTimeOnce();
    void tellsByTheLeadTimesOfTheLicence();
    void looksOnceForAll();
    void tellsOnceWhatWasEnteredLate();
    void isSilentAboutWhatWasRenewedOrCancelled();
    void tellsLowSeatsOnceAndAgainAfterTheyWereNot();
    void takesTheThresholdOfTheSettings();
    void tellsShortagesAhead();
    void isFoundByOneAtATime();
    void isForTheOwner();
    void isReadByEachForThemselves();
    void isWrittenByNobody();
    void tellsListeners();
    void changesSettings();
    void refusesSettings_data();
    void refusesSettings();
    void letsOnlyAdministratorsChangeSettings();
    void isSilentWhenSwitchedOff();
    void saysWhyNot();
    void saysWhyOnlyToWhomItConcerns();
    void leavesTheBookClean();

private:
    int find()
    {
        const auto found = m_services.noticeService.find(m_database->session());
        return found ? static_cast<int>(*found) : -1;
    }
    QStringList titles()
    {
        QStringList all;
        for (const QStringList &row :
             m_database->sql(u"SELECT once_key FROM seatledger.notification ORDER BY id"_s))
            all.append(row.first());
        return all;
    }
    void own(LicenseId license, MemberId owner)
    {
        m_database->sql(
            u"UPDATE seatledger.license SET owner_member_id = %1 WHERE id = %2"_s.arg(owner.value())
                .arg(license.value()));
    }
    QStringList reasons(LicenseId license)
    {
        QStringList all;
        if (const auto explained = m_services.noticeService.explain(m_database->session(), license)) {
            for (const NoticeReason &reason : explained->reasons)
                all.append(reason.reason);
        }
        return all;
    }

    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<Book> m_book;
    Services m_services;
};

void NoticeTest::init()
{
    m_database = std::make_unique<TestDatabase>();
    m_book = std::make_unique<Book>(*m_database);
}

void NoticeTest::tellsEachLeadTimeOnce()
{
    const LicenseId ide = m_book->license(u"IDE"_s);
    m_book->entitlement(ide, 5, -30, 100);
    QCOMPARE(find(), 0);
    m_book->pass(10); // 90 days left
    QCOMPARE(find(), 1);
    QCOMPARE(find(), 0);
    m_book->pass(59); // 31
    QCOMPARE(find(), 0);
    m_book->pass(1);
    QCOMPARE(find(), 1);
    m_book->pass(23); // 7
    QCOMPARE(find(), 1);
    m_book->pass(7); // the last day
    QCOMPARE(find(), 0);
    m_book->pass(1);
    QCOMPARE(find(), 1);
    m_book->pass(5);
    QCOMPARE(find(), 0);
    const auto notices = m_services.notices.list(m_database->session(), {});
    VERIFY_RESULT(notices);
    QCOMPARE(notices->size(), std::size_t(4));
    QCOMPARE(notices->front().lead, -1);
    QCOMPARE(notices->back().lead, 90);
    QCOMPARE(notices->back().licenseName, u"IDE"_s);
    QCOMPARE(notices->back().seats, 5);
}

void NoticeTest::tellsByTheLeadTimesOfTheLicence()
{
    const LicenseId dear = m_book->license(u"Dear"_s);
    m_book->entitlement(dear, 5, -30, 130);
    m_book->entitlement(m_book->license(u"Cheap"_s), 5, -30, 130);
    License license = *m_services.licenses.find(m_database->session(), dear);
    LicenseDraft draft = LicenseDraft::of(license);
    draft.leadDays = QList{14, 120, 14};
    VERIFY_RESULT(draft.create());
    QCOMPARE(draft.create()->leadDays, (QList{120, 14}));
    VERIFY_RESULT(m_services.licenses.update(m_database->session(),
                                             License{*draft.create(), license.id, license.version}));
    QCOMPARE(m_services.licenses.find(m_database->session(), dear)->leadDays, (QList{120, 14}));
    QCOMPARE(find(), 0);
    m_book->pass(10); // 120 days left
    QCOMPARE(find(), 1);
    m_book->pass(30); // 90: of the settings
    QCOMPARE(find(), 1);
    QVERIFY(titles().last().endsWith(u":90"_s) || titles().first().endsWith(u":90"_s));
    m_book->pass(60); // 30
    QCOMPARE(find(), 1);
    m_book->pass(16); // 14
    QCOMPARE(find(), 1);
    QVERIFY(reasons(dear).contains(u"own_leads"_s));
    const auto explained = m_services.noticeService.explain(m_database->session(), dear);
    QVERIFY(explained->sentences.join(u'\n').contains(u"lead times of its own, 120, 14 days"_s));
    for (const QList<int> &wrong : {QList<int>{}, QList{-1}, QList{3651}}) {
        draft.leadDays = wrong;
        QVERIFY(!draft.create());
    }
}

void NoticeTest::looksOnceForAll()
{
    const auto lookedAt = [this] {
        return m_database->value(u"SELECT looked_at FROM seatledger.notice_look"_s);
    };
    m_book->entitlement(m_book->license(u"IDE"_s), 5, -30, 20);
    QCOMPARE(find(), 1);
    const QString first = lookedAt();
    QCOMPARE(find(), 0);
    QCOMPARE(lookedAt(), first); // nothing has changed
    m_book->entitlement(m_book->license(u"CAD"_s), 5, -30, 20);
    QCOMPARE(m_services.noticeService.find(m_database->otherSession(), std::chrono::seconds(50)).value_or(-1),
             0);
    QCOMPARE(lookedAt(), first); // too soon
    QCOMPARE(find(), 1);
    QVERIFY(lookedAt() != first);
    m_book->pass(1); // another day is another look, however soon
    m_services.noticeService.find(m_database->session(), std::chrono::seconds(50)).value_or(-1);
    QCOMPARE(m_database->value(u"SELECT day = seatledger.today() FROM seatledger.notice_look"_s), u"t"_s);
}

void NoticeTest::tellsOnceWhatWasEnteredLate()
{
    m_book->entitlement(m_book->license(u"IDE"_s), 5, -30, 3);
    m_book->entitlement(m_book->license(u"Long gone"_s), 5, -400, -100);
    m_book->entitlement(m_book->license(u"For good"_s), 5);
    QCOMPARE(find(), 1);
    QVERIFY(titles().first().endsWith(u":7"_s));
}

void NoticeTest::isSilentAboutWhatWasRenewedOrCancelled()
{
    const LicenseId ide = m_book->license(u"IDE"_s);
    const EntitlementId old = m_book->entitlement(ide, 5, -30, 20);
    const EntitlementId next = m_book->entitlement(ide, 5, 21, 400);
    m_database->sql(u"UPDATE seatledger.entitlement SET renews_id = %1 WHERE id = %2"_s.arg(old.value())
                        .arg(next.value()));
    const LicenseId cad = m_book->license(u"CAD"_s);
    m_database->sql(u"UPDATE seatledger.entitlement SET cancelled_at = now() WHERE id = %1"_s.arg(
        m_book->entitlement(cad, 5, -30, 20).value()));
    QCOMPARE(find(), 0);
    // a renewal that is called off renews nothing
    m_database->sql(
        u"UPDATE seatledger.entitlement SET cancelled_at = now() WHERE id = %1"_s.arg(next.value()));
    QCOMPARE(find(), 1);
}

void NoticeTest::tellsLowSeatsOnceAndAgainAfterTheyWereNot()
{
    const LicenseId ide = m_book->licenseWithSeats(u"IDE"_s, 5);
    m_database->sql(u"UPDATE seatledger.license SET low_seat_threshold = 3"_s);
    const AssignmentId one = m_book->assignment(ide, m_book->member(u"Ana"_s));
    m_book->assignment(ide, m_book->member(u"Ben"_s));
    QCOMPARE(find(), 0); // three are free, which is not fewer than three
    const AssignmentId third = m_book->assignment(ide, m_book->member(u"Cem"_s));
    QCOMPARE(find(), 1);
    m_book->assignment(ide, m_book->member(u"Dora"_s));
    m_book->pass(1);
    QCOMPARE(find(), 0);
    const QString revoke =
        u"UPDATE seatledger.license_assignment SET state = 'revoked', ended_on = seatledger.today(), "
        "end_reason = 'Left' WHERE id IN (%1, %2)"_s;
    m_database->sql(revoke.arg(one.value()).arg(third.value()));
    QCOMPARE(find(), 0);
    m_book->pass(1);
    m_book->assignment(ide, m_book->member(u"Emil"_s));
    QCOMPARE(find(), 1);
    QCOMPARE(titles().size(), 2);
}

void NoticeTest::takesTheThresholdOfTheSettings()
{
    m_book->licenseWithSeats(u"IDE"_s, 5);
    m_book->license(u"Unlimited"_s);
    m_book->entitlement(*LicenseId::fromValue(2), std::nullopt);
    QCOMPARE(find(), 0);
    NoticeSettings settings;
    settings.lowSeats = 6;
    VERIFY_RESULT(m_services.noticeService.change(m_database->session(), settings));
    QCOMPARE(find(), 1);
}

void NoticeTest::tellsShortagesAhead()
{
    const LicenseId ide = m_book->license(u"IDE"_s);
    m_book->entitlement(ide, 2, -30, 50);
    m_book->entitlement(ide, 1);
    for (const QString &name : {u"Ana"_s, u"Ben"_s, u"Cem"_s})
        m_book->assignment(ide, m_book->member(name));
    const auto shortages = [this] {
        return m_database->sql(
            u"SELECT facts ->> 'seats', facts ->> 'first_day' FROM seatledger.notification WHERE kind = "
            "'shortage'"_s);
    };
    find();
    QVERIFY(shortages().isEmpty()); // further ahead than is told
    const QString firstDay = m_book->today().addDays(51).toString(Qt::ISODate);
    m_book->pass(21);
    find();
    find();
    QCOMPARE(shortages(), (QList<QStringList>{QStringList{u"2"_s, firstDay}}));
    // bought in time: over
    m_book->entitlement(ide, 2);
    find();
    QCOMPARE(m_database->value(u"SELECT count(*) FROM seatledger.notice_occasion WHERE over_on IS NULL"_s),
             u"0"_s);
    QVERIFY(reasons(ide).contains(u"no_shortage"_s));
}

void NoticeTest::isFoundByOneAtATime()
{
    m_book->entitlement(m_book->license(u"IDE"_s), 5, -30, 3);
    {
        auto transaction = Transaction::begin(m_database->otherSession().connection(), u"find");
        VERIFY_RESULT(transaction);
        QCOMPARE(m_services.notices.find(m_database->otherSession(), {}).value_or(-1), 1);
        QCOMPARE(find(), 0);
        VERIFY_RESULT(transaction->commit());
    }
    QCOMPARE(find(), 0);
    QCOMPARE(titles().size(), 1);
}

void NoticeTest::isForTheOwner()
{
    const MemberId ana = m_book->member(u"Ana"_s);
    const MemberId gone = m_book->member(u"Gone"_s);
    const LicenseId ide = m_book->license(u"IDE"_s);
    const LicenseId cad = m_book->license(u"CAD"_s);
    const LicenseId web = m_book->license(u"Web"_s);
    own(ide, ana);
    own(cad, gone);
    m_database->sql(
        u"UPDATE seatledger.member SET status = 'departed', left_on = seatledger.today() WHERE id = %1"_s.arg(
            gone.value()));
    for (const LicenseId license : {ide, cad, web})
        m_book->entitlement(license, 5, -30, 3);
    QCOMPARE(find(), 3);
    QCOMPARE(m_database->sql(
                 u"SELECT l.name, m.name FROM seatledger.notification n JOIN seatledger.license l ON l.id = "
                 "n.license_id LEFT JOIN seatledger.member m ON m.id = n.member_id ORDER BY l.id"_s),
             (QList<QStringList>{QStringList{u"IDE"_s, u"Ana"_s}, QStringList{u"CAD"_s, QString()},
                                 QStringList{u"Web"_s, QString()}}));
}

void NoticeTest::isReadByEachForThemselves()
{
    Colleagues people(*m_database);
    const MemberId ana = m_book->member(u"Ana"_s);
    const QString boss = people.add(u"boss"_s, {.role = Role::Administrator});
    const QString manager = people.add(u"ana"_s, {.role = Role::Manager, .member = ana});
    const QString staff = people.add(u"staff"_s, {.role = Role::Staff});
    const LicenseId ide = m_book->license(u"IDE"_s);
    own(ide, ana);
    m_book->entitlement(ide, 5, -30, 3);
    m_book->entitlement(m_book->license(u"CAD"_s), 5, -30, 3);
    QCOMPARE(m_services.noticeService.find(people.as(staff)).value_or(-1),
             2); // whoever is running finds them
    const auto unread = [&](const QString &who) {
        return m_services.notices.unreadCount(people.as(who)).value_or(-1);
    };
    QCOMPARE(unread(boss), 2);
    QCOMPARE(unread(manager), 1);
    QCOMPARE(unread(staff), 0);
    const auto mine = m_services.notices.list(people.as(manager), {});
    VERIFY_RESULT(mine);
    QCOMPARE(mine->size(), std::size_t(1));
    VERIFY_RESULT(m_services.notices.markRead(people.as(manager), {mine->front().id}));
    VERIFY_RESULT(m_services.notices.markRead(people.as(manager), {mine->front().id})); // twice is once
    QCOMPARE(unread(manager), 0);
    QCOMPARE(unread(boss), 2);
    QVERIFY(m_services.notices.list(people.as(manager), {}).value().front().isRead);
    // marking what one does not see does nothing
    VERIFY_RESULT(m_services.notices.markRead(people.as(staff), {mine->front().id}));
    QCOMPARE(m_database->value(u"SELECT count(*) FROM seatledger.notification_reading"_s), u"1"_s);
    VERIFY_RESULT(m_services.notices.markAllRead(people.as(boss), *NoticeId::fromValue(1'000'000)));
    QCOMPARE(unread(boss), 0);
    QCOMPARE(m_services.notices.unreadCount(m_database->session()).value_or(-1), 2); // the owner of the book
}

void NoticeTest::isWrittenByNobody()
{
    Colleagues people(*m_database);
    const QString boss = people.add(u"boss"_s, {.role = Role::Administrator});
    const QString staff = people.add(u"staff"_s, {.role = Role::Staff});
    m_book->entitlement(m_book->license(u"IDE"_s), 5, -30, 3);
    QCOMPARE(find(), 1);
    const auto refuses = [&](const QString &who, const QString &statement) {
        const auto done = Query(people.as(who), statement).exec();
        return !done && done.error().code == ErrorCode::Forbidden;
    };
    for (const QString &who : {boss, staff}) {
        QVERIFY(refuses(
            who,
            u"INSERT INTO seatledger.notification (kind, subject, once_key) VALUES ('expiry', 'x', 'x')"_s));
        QVERIFY(refuses(who, u"UPDATE seatledger.notification SET subject = 'x'"_s));
        QVERIFY(refuses(who, u"DELETE FROM seatledger.notification"_s));
        QVERIFY(refuses(who, u"UPDATE seatledger.mail_message SET address = 'thief@example.org'"_s));
        QVERIFY(refuses(who, u"SELECT seatledger.queue_mail()"_s));
        QVERIFY(refuses(
            who,
            u"INSERT INTO seatledger.notification_reading (notification_id, login) VALUES (1, 'somebody')"_s));
    }
    QVERIFY(refuses(staff, u"SELECT * FROM seatledger.claim_mail(gen_random_uuid())"_s));
    QVERIFY(refuses(staff, u"SELECT * FROM seatledger.mail_message"_s));
}

void NoticeTest::tellsListeners()
{
    NotificationListener listener(m_database->settings());
    QStringList told;
    connect(&listener, &NotificationListener::changed, this,
            [&told](const ChangeNotice &notice) { told.append(notice.entity); });
    listener.start();
    QTRY_VERIFY(listener.isConnected());
    m_book->entitlement(m_book->license(u"IDE"_s), 5, -30, 3);
    QCOMPARE(find(), 1);
    QTRY_VERIFY(told.contains(u"notification"_s));
    told.clear();
    VERIFY_RESULT(m_services.notices.markRead(m_database->session(), {*NoticeId::fromValue(1)}));
    QTRY_VERIFY(told.contains(u"notification"_s));
}

void NoticeTest::changesSettings()
{
    const auto before = m_services.notices.settings(m_database->session());
    VERIFY_RESULT(before);
    QCOMPARE(*before, NoticeSettings{}); // the defaults of both sides agree
    NoticeSettings wanted{.leadDays = {60, 14},
                          .lowSeats = 2,
                          .shortageDays = 10,
                          .fallback = u"it@example.org"_s,
                          .language = u"zh_CN"_s,
                          .mail = {.isOn = true,
                                   .host = u"mail.example.org"_s,
                                   .port = 465,
                                   .security = MailSecurity::Tls,
                                   .user = u"book"_s,
                                   .sender = u"licences@example.org"_s}};
    const auto changed = m_services.noticeService.change(m_database->session(), wanted);
    VERIFY_RESULT(changed);
    QCOMPARE(m_services.notices.settings(m_database->session()).value(), wanted);
    VERIFY_RESULT(m_services.management.undo(m_database->session(), changed->operation));
    wanted.mail.user.clear();
    VERIFY_RESULT(m_services.noticeService.change(m_database->session(), wanted));
    QCOMPARE(m_services.notices.settings(m_database->session()).value(), wanted);
    QCOMPARE(
        m_database->value(
            u"SELECT count(DISTINCT operation_id) FROM seatledger.audit_statement WHERE entity = 'setting' "
            "AND operation_id IN (SELECT id FROM seatledger.operation WHERE kind = 'set_notices')"_s),
        u"2"_s);
}

void NoticeTest::refusesSettings_data()
{
    QTest::addColumn<NoticeSettings>("settings");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *name, auto change, const QString &field) {
        NoticeSettings settings;
        settings.mail = {.isOn = true, .host = u"mail.example.org"_s, .sender = u"a@example.org"_s};
        change(settings);
        QTest::newRow(name) << settings << field;
    };
    using Settings = NoticeSettings;
    row("negative lead", [](Settings &s) { s.leadDays = {-1}; }, u"notice_lead_days"_s);
    row("too far", [](Settings &s) { s.shortageDays = 5000; }, u"notice_shortage_days"_s);
    row("no address", [](Settings &s) { s.fallback = u"nobody"_s; }, u"notice_fallback"_s);
    row("two addresses", [](Settings &s) { s.fallback = u"Ana<a@example.org>"_s; }, u"notice_fallback"_s);
    row("no sender", [](Settings &s) { s.mail.sender.clear(); }, u"mail_sender"_s);
    row("no server", [](Settings &s) { s.mail.host.clear(); }, u"mail_host"_s);
    row("an address of the web", [](Settings &s) { s.mail.host = u"https://x"_s; }, u"mail_host"_s);
    row("port", [](Settings &s) { s.mail.port = 70000; }, u"mail_port"_s);
    row(
        "password in the open",
        [](Settings &s) {
            s.mail.security = MailSecurity::None;
            s.mail.user = u"book"_s;
        },
        u"mail_security"_s);
}

void NoticeTest::refusesSettings()
{
    QFETCH(const NoticeSettings, settings);
    QFETCH(const QString, field);
    const auto changed = m_services.noticeService.change(m_database->session(), settings);
    VERIFY_ERROR(changed, ErrorCode::InvalidInput);
    QCOMPARE(changed.error().details.value(u"field"_s).toString(), field);
}

void NoticeTest::letsOnlyAdministratorsChangeSettings()
{
    Colleagues people(*m_database);
    const QString boss = people.add(u"boss"_s, {.role = Role::Administrator});
    const QString manager = people.add(u"manager"_s, {.role = Role::Manager});
    NoticeSettings settings;
    settings.shortageDays = 5;
    VERIFY_ERROR(m_services.noticeService.change(people.as(manager), settings), ErrorCode::Forbidden);
    VERIFY_RESULT(m_services.noticeService.change(people.as(boss), settings));
    QCOMPARE(m_services.notices.settings(people.as(manager)).value(), settings);
}

void NoticeTest::isSilentWhenSwitchedOff()
{
    m_book->entitlement(m_book->license(u"IDE"_s), 5, -30, 3);
    VERIFY_RESULT(m_services.noticeService.change(m_database->session(), {.areFound = false}));
    QCOMPARE(find(), 0);
    QVERIFY(reasons(*LicenseId::fromValue(1)).contains(u"notices_off"_s));
    VERIFY_RESULT(m_services.noticeService.change(m_database->session(), {}));
    QCOMPARE(find(), 1);
}

void NoticeTest::saysWhyNot()
{
    const LicenseId ide = m_book->license(u"IDE"_s);
    m_book->entitlement(ide, 5, -30, 20);
    QCOMPARE(reasons(ide), (QStringList{u"mail_off"_s, u"no_owner_nobody"_s, u"passed"_s, u"due"_s,
                                        u"later"_s, u"later"_s, u"no_threshold"_s, u"counting"_s}));
    QCOMPARE(find(), 1);
    own(ide, m_book->member(u"Ana"_s));
    m_database->sql(u"UPDATE seatledger.license SET low_seat_threshold = 3"_s);
    QCOMPARE(reasons(ide), (QStringList{u"mail_off"_s, u"to_owner"_s, u"passed"_s, u"told"_s, u"later"_s,
                                        u"later"_s, u"enough"_s, u"no_shortage"_s}));
    const auto explained = m_services.noticeService.explain(m_database->session(), ide);
    VERIFY_RESULT(explained);
    QCOMPARE(explained->sentences.size(), 8);
    for (const QString &sentence : explained->sentences) {
        QVERIFY2(sentence.endsWith(u'.') && !sentence.contains(u'%'), qPrintable(sentence));
    }
    QVERIFY(explained->sentences[1].contains(u"Ana"_s));
    const auto owned = m_services.noticeService.explain(m_database->session(), *MemberId::fromValue(1));
    VERIFY_RESULT(owned);
    QCOMPARE(owned->size(), std::size_t(1));
    VERIFY_ERROR(m_services.noticeService.explain(m_database->session(), *LicenseId::fromValue(99)),
                 ErrorCode::NotFound);
}

void NoticeTest::saysWhyOnlyToWhomItConcerns()
{
    Colleagues people(*m_database);
    const MemberId ana = m_book->member(u"Ana"_s);
    const QString manager = people.add(u"ana"_s, {.role = Role::Manager, .member = ana});
    const QString auditor = people.add(u"auditor"_s, {.role = Role::Auditor});
    const LicenseId ide = m_book->licenseWithSeats(u"IDE"_s, 5);
    const LicenseId cad = m_book->licenseWithSeats(u"CAD"_s, 5);
    own(ide, ana);
    VERIFY_RESULT(m_services.noticeService.explain(people.as(manager), ide));
    VERIFY_ERROR(m_services.noticeService.explain(people.as(manager), cad), ErrorCode::NotFound);
    VERIFY_ERROR(m_services.noticeService.explain(people.as(auditor), ide), ErrorCode::Forbidden);
}

void NoticeTest::leavesTheBookClean()
{
    m_book->entitlement(m_book->license(u"IDE"_s), 5, -30, 3);
    QCOMPARE(find(), 1);
    const auto report = m_services.doctor.examine(m_database->session());
    VERIFY_RESULT(report);
    for (const DoctorFinding &finding : report->findings)
        QFAIL(qPrintable(finding.check + u": "_s + finding.subject));
}

} // namespace seatledger

QTEST_GUILESS_MAIN(seatledger::NoticeTest)
#include "noticetest.moc"
