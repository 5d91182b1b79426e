// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/text.h"

#include "tests/core/domain/property.h"
#include "tests/support/verify.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace seatledger;

static_assert(std::is_default_constructible_v<Note>);
static_assert(!std::is_default_constructible_v<Name>);

class TextTest final : public QObject
{
    Q_OBJECT

private slots:
    void trimsAndComposes()
    {
        QCOMPARE(Name::create(u"  Ana Silva \u00A0")->text(), u"Ana Silva"_s);
        QCOMPARE(Name::create(u"Jose\u0301")->text(), u"Jos\u00E9"_s);
        QCOMPARE(*Name::create(u"Jose\u0301"), *Name::create(u"Jos\u00E9"));
    }

    void countsCharactersNotCodeUnits()
    {
        const QString clef = u"\U0001D11E"_s;
        QCOMPARE(clef.size(), 2);
        VERIFY_RESULT(Name::create(clef.repeated(200)));
        VERIFY_ERROR(Name::create(clef.repeated(201)), ErrorCode::InvalidInput);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("raw");
        QTest::newRow("nothing") << QString();
        QTest::newRow("blanks") << u" \t\u2003"_s;
        QTest::newRow("line break") << u"a\nb"_s;
        QTest::newRow("tab") << u"a\tb"_s;
        QTest::newRow("null character") << QString(u"a"_s + QChar(0) + u"b"_s);
        QTest::newRow("escape") << u"a\u001Bb"_s;
        QTest::newRow("half a surrogate pair") << QString(QChar(0xD834));
        QTest::newRow("too long") << u"x"_s.repeated(201);
    }

    void refuses()
    {
        QFETCH(QString, raw);
        VERIFY_ERROR(Name::create(raw), ErrorCode::InvalidInput);
    }

    void aNoteMayBeEmptyAndHaveLines()
    {
        QVERIFY(Note::create(u"  ")->isEmpty());
        QCOMPARE(Note(), *Note::create(u""));
        QCOMPARE(Note::create(u"a\r\n\tb")->text(), u"a\r\n\tb"_s);
        VERIFY_ERROR(Note::create(QString(u"a"_s + QChar(0) + u"b"_s)), ErrorCode::InvalidInput);
        VERIFY_ERROR(Note::create(u"x"_s.repeated(10'001)), ErrorCode::InvalidInput);
    }

    void whatIsStoredIsTakenAsItIs()
    {
        QCOMPARE(Supplier::fromStored(u" as it is "_s).text(), u" as it is "_s);
    }

    void cleaningTwiceIsCleaningOnce()
    {
        VERIFY_PROPERTY("cleaning is idempotent", [] {
            QString raw;
            for (const auto character :
                 *rc::gen::container<std::u16string>(rc::gen::inRange<char16_t>(0x20, 0xD800)))
                raw.append(QChar(character));
            const Result<Note> once = Note::create(raw);
            RC_PRE(once.has_value());
            const Result<Note> twice = Note::create(once->text());
            RC_ASSERT(twice.has_value() && *twice == *once);
        });
    }
};

QTEST_GUILESS_MAIN(TextTest)
#include "texttest.moc"
