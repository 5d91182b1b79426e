// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/apitoken.h"

#include "core/domain/permissionvalidationservice.h"
#include "tests/support/verify.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace seatledger {

class ApiTokenTest final : public QObject
{
    Q_OBJECT

private slots:
    void isMadeOfRandomBytesAndReadBack();
    void tellsEveryWrongCharacter();
    void tellsCharactersThatChangedPlaces();
    void refusesOtherForms();
    void keepsNothingButADigest();
    void narrowsButGivesNothing();
    void knowsWhichScopesOnlyRead();
    void everyActionButImportIsInAScope();
    void checksADraft();
};

namespace {

BearerToken token(char fill = 'x')
{
    return *BearerToken::fromSecret(QByteArray(BearerToken::secretSize, fill));
}

} // namespace

void ApiTokenTest::isMadeOfRandomBytesAndReadBack()
{
    const QString text = token().text();
    QCOMPARE(text.size(), BearerToken::textSize);
    QVERIFY(text.startsWith(u"slt_"_s));
    const auto read = BearerToken::parse(u"  %1\n"_s.arg(text));
    VERIFY_RESULT(read);
    QCOMPARE(read->text(), text);
    QCOMPARE(read->digest(), token().digest());
    QVERIFY(token('y').text() != text);
    VERIFY_ERROR(BearerToken::fromSecret("short"), ErrorCode::InvalidInput);
}

void ApiTokenTest::tellsEveryWrongCharacter()
{
    const QString text = token('k').text();
    for (qsizetype at = 0; at < text.size(); ++at) {
        for (const QChar wrong : u"abyz27"_s) {
            QString typo = text;
            typo[at] = wrong;
            QVERIFY2(typo == text || !BearerToken::parse(typo), qPrintable(typo));
        }
        QVERIFY(!BearerToken::parse(QString(text).remove(at, 1)));
    }
}

void ApiTokenTest::tellsCharactersThatChangedPlaces()
{
    const QString text = token('k').text();
    for (qsizetype at = 0; at + 1 < text.size(); ++at) {
        QString typo = text;
        std::swap(typo[at], typo[at + 1]);
        QVERIFY2(typo == text || !BearerToken::parse(typo), qPrintable(typo));
    }
}

void ApiTokenTest::refusesOtherForms()
{
    for (const QString &raw : {QString(), u"slt_"_s, u"hello"_s, token().text().toUpper(),
                               token().text() + u'a', QString(BearerToken::textSize, u'ä')}) {
        const auto read = BearerToken::parse(raw);
        VERIFY_ERROR(read, ErrorCode::InvalidInput);
        QCOMPARE(read.error().details.value("reason"_L1).toString(), u"token_malformed"_s);
        QVERIFY(raw.isEmpty() || !read.error().message.contains(raw));
    }
}

void ApiTokenTest::keepsNothingButADigest()
{
    QCOMPARE(token().digest().size(), 32);
    QVERIFY(token().digest() != token('y').digest());
}

void ApiTokenTest::narrowsButGivesNothing()
{
    const PermissionValidationService permissions;
    PermissionSubject administrator{.role = Role::Administrator};
    administrator.narrowedTo = actionsWithin({TokenScope::Read});
    QVERIFY(permissions.answer(administrator, Action::ViewMembers).allowed);
    const PermissionAnswer answer = permissions.answer(administrator, Action::Assign);
    QVERIFY(!answer.allowed);
    QCOMPARE(answer.scope, Scope::None);
    QCOMPARE(answer.reason, u"Assign seats: the token in use is not for this."_s);
    QVERIFY(!permissions.permits(administrator, Action::Assign, {}));

    PermissionSubject auditor{.role = Role::Auditor};
    auditor.narrowedTo = actionsWithin({TokenScope::Assign, TokenScope::Members, TokenScope::Read});
    for (const auto &action : enumEntries<Action>()) {
        QVERIFY(permittedScope(auditor, action.value) <= permittedScope(Role::Auditor, action.value));
    }
}

void ApiTokenTest::knowsWhichScopesOnlyRead()
{
    QVERIFY(isReadOnly({TokenScope::Read, TokenScope::Report, TokenScope::Audit}));
    for (const TokenScope scope :
         {TokenScope::Own, TokenScope::Assign, TokenScope::Members, TokenScope::Catalogue, TokenScope::Keys,
          TokenScope::Undo, TokenScope::Administer}) {
        QVERIFY(!isReadOnly({TokenScope::Read, scope}));
    }
}

void ApiTokenTest::everyActionButImportIsInAScope()
{
    std::vector<TokenScope> all;
    for (const auto &entry : enumEntries<TokenScope>()) {
        all.push_back(entry.value);
        QVERIFY(!actionsWithin({entry.value}).empty());
        QVERIFY(!explanation(entry.value).isEmpty());
    }
    const std::vector<Action> actions = actionsWithin(all);
    QCOMPARE(actions.size(), enumEntries<Action>().size() - 1);
    QVERIFY(std::ranges::find(actions, Action::Import) == actions.end());
}

void ApiTokenTest::checksADraft()
{
    const OperatorId owner = *OperatorId::fromValue(1);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    TokenDraft draft{.name = u" Portal "_s,
                     .scopes = {TokenScope::Own, TokenScope::Read, TokenScope::Own},
                     .expiresAt = now.addDays(30)};
    const auto fields = draft.create(owner, now);
    VERIFY_RESULT(fields);
    QCOMPARE(fields->name.text(), u"Portal"_s);
    QCOMPARE(fields->scopes, (std::vector{TokenScope::Read, TokenScope::Own}));

    draft = {.expiresAt = now};
    const auto wrong = draft.create(owner, now);
    VERIFY_ERROR(wrong, ErrorCode::InvalidInput);
    QCOMPARE(wrong.error().details.value("fields"_L1).toObject().keys(),
             (QStringList{u"expires_at"_s, u"name"_s, u"scopes"_s}));
    draft = {.name = u"x"_s, .scopes = {TokenScope::Read}, .expiresAt = now.addDays(367)};
    VERIFY_ERROR(draft.create(owner, now), ErrorCode::InvalidInput);
}

} // namespace seatledger

QTEST_MAIN(seatledger::ApiTokenTest)
#include "apitokentest.moc"
