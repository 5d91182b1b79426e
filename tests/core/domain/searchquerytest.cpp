// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/searchquery.h"

#include "core/domain/searchcompletion.h"
#include "core/domain/searchgrammars.h"

#include <QTest>

namespace seatledger {

using namespace Qt::StringLiterals;

class SearchQueryTest final : public QObject
{
    Q_OBJECT

private slots:
    void readsWordsAndExactWords()
    {
        const SearchQuery query = read(u"  ana  \"new york\"  o'neil "_s);
        QCOMPARE(query.words, u"ana \"new york\" o'neil"_s);
        QVERIFY(query.terms.empty());
        QCOMPARE(read({}), SearchQuery());
        QCOMPARE(read(u"a - b"_s).words, u"a - b"_s);
    }

    void readsFieldsWithTheirPlace()
    {
        const SearchQuery query = read(u"ana department:Sales -state:expired,revoked x"_s);
        QCOMPARE(query.words, u"ana x"_s);
        QCOMPARE(query.terms.size(), 2u);
        QCOMPARE(query.terms[0].field, u"department"_s);
        QCOMPARE(query.terms[0].values, QStringList{u"Sales"_s});
        QCOMPARE(query.terms[0].position, 4);
        QCOMPARE(query.terms[0].length, 16);
        QVERIFY(query.terms[1].isNegated);
        QCOMPARE(query.terms[1].values, (QStringList{u"expired"_s, u"revoked"_s}));
    }

    void readsQuotedValues()
    {
        const SearchQuery query = read(
            u"department:\"Research / Optics\",\"say \"\"hi\"\"\" license=\"A, B\""_s);
        QCOMPARE(query.terms[0].values, (QStringList{u"Research / Optics"_s, u"say \"hi\""_s}));
        QCOMPARE(query.terms[1].values, QStringList{u"A, B"_s});
        QCOMPARE(query.terms[1].compare, SearchCompare::Equal);
    }

    void comparesNumbersAndDays_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<SearchCompare>("compare");
        QTest::addColumn<QStringList>("values");
        const QString day = u"2026-11-27"_s;
        QTest::newRow("at least") << u"seats>=2"_s << SearchCompare::GreaterOrEqual << QStringList{u"2"_s};
        QTest::newRow("with a colon") << u"seats:<7"_s << SearchCompare::Less << QStringList{u"7"_s};
        QTest::newRow("one of") << u"seats:1,3"_s << SearchCompare::Has << QStringList{u"1"_s, u"3"_s};
        QTest::newRow("range") << u"seats:2..5"_s << SearchCompare::Between << QStringList{u"2"_s, u"5"_s};
        QTest::newRow("before a day")
            << u"until:<2027-01-01"_s << SearchCompare::Less << QStringList{u"2027-01-01"_s};
        QTest::newRow("today") << u"until=today"_s << SearchCompare::Equal << QStringList{day};
        QTest::newRow("soon") << u"until:<=today+30"_s << SearchCompare::LessOrEqual
                              << QStringList{u"2026-12-27"_s};
        QTest::newRow("lately") << u"from>today-7"_s << SearchCompare::Greater
                                << QStringList{u"2026-11-20"_s};
        QTest::newRow("month") << u"until:2027-02"_s << SearchCompare::Between
                               << QStringList{u"2027-02-01"_s, u"2027-02-28"_s};
        QTest::newRow("days") << u"from:2026-01-01..2026-06-30"_s << SearchCompare::Between
                              << QStringList{u"2026-01-01"_s, u"2026-06-30"_s};
    }

    void comparesNumbersAndDays()
    {
        QFETCH(QString, text);
        QFETCH(SearchCompare, compare);
        QFETCH(QStringList, values);
        const SearchQuery query = read(text);
        QCOMPARE(query.terms.size(), 1u);
        QCOMPARE(query.terms[0].compare, compare);
        QCOMPARE(query.terms[0].values, values);
    }

    void knowsChoicesByNameAndTitle()
    {
        QCOMPARE(read(u"STATE:Active"_s).terms[0].values, QStringList{u"active"_s});
        QCOMPARE(read(u"is:\"without a last day\""_s).terms[0].values, QStringList{u"endless"_s});
    }

    void saysWhatIsWrongAndWhere_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("position");
        QTest::addColumn<QString>("said");
        QTest::addColumn<bool>("incomplete");
        QTest::newRow("field") << u"ana colour:red"_s << 4
                               << u"There is no field “colour” here. Possible are: member,"_s << false;
        QTest::newRow("choice") << u"state:gone"_s << 6
                                << u"“gone” is no value of state. Possible are: reserved, active, suspended"_s
                                << false;
        QTest::newRow("begun") << u"state:act"_s << 6 << u"“act” is no value of state."_s << true;
        QTest::newRow("nothing") << u"member:"_s << 0 << u"Say what to look for after “member:”."_s << true;
        QTest::newRow("no comma") << u"state:active, x"_s << 0 << u"Say what to look for"_s << false;
        QTest::newRow("number") << u"seats>many x"_s << 6 << u"“many” is no whole number."_s << false;
        QTest::newRow("day") << u"until:<2027-13-01 x"_s << 7 << u"“2027-13-01” is no day."_s << false;
        QTest::newRow("quote") << u"member:\"Ana"_s << 7 << u"The quote that begins here"_s << true;
        QTest::newRow("compared") << u"member>x"_s << 0 << u"“member” cannot be compared"_s << false;
        QTest::newRow("two") << u"seats>1,2"_s << 8 << u"Only one value"_s << false;
        QTest::newRow("department")
            << u"department:Nowhere"_s << 11
            << u"“Nowhere” is in no value of department. There are: Sales, Research / Optics."_s << false;
    }

    void saysWhatIsWrongAndWhere()
    {
        QFETCH(QString, text);
        QFETCH(int, position);
        QFETCH(QString, said);
        QFETCH(bool, incomplete);
        const auto query = parseSearch(text, grammar(), QDate(2026, 11, 27));
        QVERIFY(!query);
        QCOMPARE(query.error().code, ErrorCode::InvalidInput);
        QVERIFY2(query.error().message.startsWith(said), qPrintable(query.error().message));
        QCOMPARE(query.error().details[u"position"_s].toInt(), position);
        QCOMPARE(query.error().details[u"incomplete"_s].toBool(), incomplete);
    }

    void writesTermsThatItReads()
    {
        for (const QString &value :
             {u"plain"_s, u"two words"_s, u"a,b"_s, u"say \"hi\""_s, u"-x"_s, u"a:b"_s}) {
            const SearchQuery query = read(searchTermText(u"member"_s, value) + u" rest"_s);
            QCOMPARE(query.terms[0].values, QStringList{value});
            QCOMPARE(query.words, u"rest"_s);
        }
    }

    void looksForPlainWordsAsTheyAre()
    {
        const SearchQuery query = read(searchWordsText(u"Suite: 5\" -x, a<b plain"_s));
        QVERIFY(query.terms.empty());
        QCOMPARE(query.words, u"\"Suite:\" \"5\"\"\" \"-x,\" \"a<b\" plain"_s);
    }

    void takesTermsOutOfATextAndNamesThem()
    {
        const QString text = u"ana state:active,expired  -is:ended"_s;
        const SearchQuery query = read(text);
        QCOMPARE(withoutTerm(text, query.terms[0].position, query.terms[0].length), u"ana -is:ended"_s);
        QCOMPARE(withoutTerm(text, query.terms[1].position, query.terms[1].length),
                 u"ana state:active,expired"_s);
        QCOMPARE(searchTermTitle(query.terms[0], grammar()), u"State: Active, Expired"_s);
        QCOMPARE(searchTermTitle(query.terms[1], grammar()), u"not Is: expired or revoked"_s);
        QCOMPARE(searchTermTitle(read(u"seats>=2"_s).terms[0], grammar()), u"Seats ≥ 2"_s);
    }

    void completesFieldsAndValues()
    {
        const auto texts = [](const QString &text, bool always = false) {
            QStringList found;
            for (const SearchSuggestion &suggestion :
                 completeSearch(text, text.size(), grammar(), always).suggestions)
                found.append(suggestion.text);
            return found;
        };
        QCOMPARE(texts(u"ana dep"_s), QStringList{u"department:"_s});
        QCOMPARE(texts(u"m"_s), QStringList());
        QCOMPARE(texts(u"m"_s, true), QStringList{u"member:"_s});
        QCOMPARE(texts({}, true).size(), grammar().fields.size());
        QCOMPARE(texts(u"-state:sus"_s), QStringList{u"suspended"_s});
        QCOMPARE(texts(u"state:active,e"_s),
                 (QStringList{u"expired"_s, u"reserved"_s, u"active"_s, u"suspended"_s, u"revoked"_s}));
        QCOMPARE(texts(u"state:active"_s), QStringList());
        QCOMPARE(texts(u"department:opt"_s), QStringList{u"\"Research / Optics\""_s});
        QCOMPARE(texts(u"department:\"Research / o"_s), QStringList{u"\"Research / Optics\""_s});
        QVERIFY(texts(u"until:<t"_s).contains(u"<today"_s));
        QCOMPARE(texts(u"colour:r"_s), QStringList());
    }

    void takesSuggestions()
    {
        const QString text = u"ana dep rest"_s;
        const SearchCompletion fields = completeSearch(text, 7, grammar());
        qsizetype cursor = 0;
        const QString begun = withSuggestion(text, fields, fields.suggestions.front(), cursor);
        QCOMPARE(begun, u"ana department: rest"_s);
        QCOMPARE(cursor, 15);
        const SearchCompletion values = completeSearch(begun, cursor, grammar());
        QCOMPARE(withSuggestion(begun, values, values.suggestions.back(), cursor),
                 u"ana department:\"Research / Optics\" rest"_s);
        qsizetype end = 5;
        const SearchCompletion state = completeSearch(u"is:en"_s, end, grammar());
        QCOMPARE(withSuggestion(u"is:en"_s, state, state.suggestions.front(), end), u"is:ended "_s);
    }

    void everyExampleCanBeRead()
    {
        for (const SearchGrammar &fields :
             {memberSearchGrammar(), licenseSearchGrammar(), assignmentSearchGrammar()}) {
            for (const QueryField &field : fields.fields) {
                const auto query = parseSearch(field.example, fields, QDate(2026, 11, 27));
                QVERIFY2(query, qPrintable(field.example));
                QCOMPARE(query->terms[0].field, field.name);
            }
        }
    }

private:
    static SearchGrammar grammar()
    {
        SearchGrammar fields = assignmentSearchGrammar();
        fields.setChoices(u"department"_s, {
                                               u"Sales"_s,
                                               u"Research / Optics"_s,
                                           });
        return fields;
    }
    static SearchQuery read(const QString &text)
    {
        SearchGrammar fields = assignmentSearchGrammar();
        const auto query = parseSearch(text, fields, QDate(2026, 11, 27));
        if (!query)
            qFatal("%s: %s", qPrintable(text), qPrintable(query.error().message));
        return *query;
    }
};

} // namespace seatledger

QTEST_GUILESS_MAIN(seatledger::SearchQueryTest)
#include "searchquerytest.moc"
