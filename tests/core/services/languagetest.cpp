// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/language.h"

#include <QTest>

namespace seatledger {

using namespace Qt::StringLiterals;

class LanguageTest final : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { useLanguage(QLocale::c()); }

    void writesAsWhereThePersonIs_data()
    {
        QTest::addColumn<QString>("chosen");
        QTest::addColumn<QString>("desktop");
        QTest::addColumn<QString>("number");
        QTest::addColumn<QString>("day");
        QTest::newRow("Germany") << u""_s << u"de_DE"_s << u"1.234,5"_s << u"26.11.26"_s;
        QTest::newRow("China") << u""_s << u"zh_CN"_s << u"1,234.5"_s << u"2026/11/26"_s;
        QTest::newRow("United States") << u""_s << u"en_US"_s << u"1,234.5"_s << u"11/26/26"_s;
        QTest::newRow("English in Germany") << u"en_US"_s << u"de_DE"_s << u"1.234,5"_s << u"26/11/2026"_s;
        QTest::newRow("English in Britain") << u"en_US"_s << u"en_GB"_s << u"1,234.5"_s << u"26/11/2026"_s;
        QTest::newRow("Chinese in Germany") << u"zh_CN"_s << u"de_DE"_s << u"1,234.5"_s << u"2026/11/26"_s;
    }
    void writesAsWhereThePersonIs()
    {
        QFETCH(const QString, chosen);
        QFETCH(const QString, desktop);
        useLanguage(localeFor(chosen, QLocale(desktop)));
        QTEST(QLocale().toString(1234.5, 'f', 1), "number");
        QTEST(QLocale().toString(QDate(2026, 11, 26), QLocale::ShortFormat), "day");
    }

    void speaksWhatWasChosen_data()
    {
        QTest::addColumn<QString>("chosen");
        QTest::addColumn<QString>("desktop");
        QTest::addColumn<bool>("isChinese");
        QTest::newRow("English in China") << u"en_US"_s << u"zh_CN"_s << false;
        QTest::newRow("Chinese in Germany") << u"zh_CN"_s << u"de_DE"_s << true;
        QTest::newRow("like a Chinese desktop") << u""_s << u"zh_CN"_s << true;
        QTest::newRow("like a German desktop")
            << u""_s << u"de_DE"_s << false; // English: German is not offered
    }
    void speaksWhatWasChosen()
    {
        QFETCH(const QString, chosen);
        QFETCH(const QString, desktop);
        QFETCH(const bool, isChinese);
        useLanguage(localeFor(chosen, QLocale(desktop)));
        const QString word = QCoreApplication::translate("Pages", "Members");
        QCOMPARE(word, isChinese ? u"成员"_s : u"Members"_s);
    }
};

} // namespace seatledger

QTEST_GUILESS_MAIN(seatledger::LanguageTest)
#include "languagetest.moc"
