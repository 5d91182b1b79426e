// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/manual/manual.h"

#include "core/services/language.h"

#include <QDir>
#include <QImage>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

QStringList captured(const QString &pattern, const QString &text)
{
    QStringList found;
    for (const QRegularExpressionMatch &match :
         QRegularExpression(pattern, QRegularExpression::MultilineOption).globalMatch(text))
        found += match.captured(1);
    return found;
}

QStringList pageFiles(const QString &language)
{
    return QDir(u":/manual/"_s + language).entryList({u"*.md"_s}, QDir::Files, QDir::Name);
}

qsizetype countOf(const QString &pattern, const QString &text)
{
    return captured(pattern, text).size();
}

} // namespace

class ManualTest final : public QObject
{
    Q_OBJECT

private slots:
    void eachPage_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("page");
        for (const QLocale &locale : offeredLanguages()) {
            const QString language = locale.language() == QLocale::English ? u"en"_s : locale.name();
            for (const QString &file : pageFiles(language))
                QTest::newRow(qPrintable(language + u'/' + file)) << language << file.chopped(3);
        }
    }

    void eachPage()
    {
        QFETCH(const QString, language);
        QFETCH(const QString, page);
        const Manual manual{QLocale(language)};
        const QString text = manual.text(page);
        QVERIFY2(text.startsWith(u"# "_s), "a page begins with its title");
        for (const QString &link : captured(u"[^!]\\[[^\\]]+\\]\\(([^)]+)\\)"_s, text))
            QVERIFY2(link.endsWith(u".md"_s) && manual.contains(link.chopped(3)),
                     qPrintable(u"no page for the link to "_s + link));
        for (const QString &path : captured(u"!\\[[^\\]]+\\]\\(([^)]+)\\)"_s, text)) {
            QVERIFY2(QFile::exists(u":/manual/%1/%2"_s.arg(language, path)),
                     qPrintable(u"no picture "_s + path + u": ./dev manual makes it"_s));
            QVERIFY(!QImage::fromData(manual.picture(path)).isNull());
        }
    }

    void isListedWhole()
    {
        const Manual manual{QLocale(u"en"_s)};
        QStringList listed;
        for (const ManualPage &page : manual.pages())
            listed += page.name + u".md"_s;
        listed.sort();
        QCOMPARE(listed, pageFiles(u"en"_s));
    }

    /// A translation that lacks a section or a line of a table is behind.
    void saysTheSameInEachLanguage()
    {
        const Manual english{QLocale(u"en"_s)};
        const Manual chinese{QLocale(u"zh_CN"_s)};
        QCOMPARE(pageFiles(u"zh_CN"_s), pageFiles(u"en"_s));
        for (const ManualPage &page : english.pages()) {
            const QString theirs = chinese.text(page.name);
            const QString ours = english.text(page.name);
            for (const QString &part : {u"^(#+) "_s, u"^(\\|)"_s, u"(!\\[)"_s, u"^(    \\$)"_s})
                QVERIFY2(countOf(part, theirs) == countOf(part, ours),
                         qPrintable(u"%1: %2 of %3 are %4 in Chinese"_s.arg(page.name)
                                        .arg(countOf(part, ours))
                                        .arg(part)
                                        .arg(countOf(part, theirs))));
        }
    }

    void isReadInEnglishWhereThereIsNoTranslation()
    {
        const Manual manual{QLocale(u"fr"_s)};
        QCOMPARE(manual.text(u"members"_s), Manual{QLocale(u"en"_s)}.text(u"members"_s));
    }

    void findsPagesByAllTheirWords()
    {
        const Manual manual{QLocale(u"en"_s)};
        const auto names = [&](const QString &words) {
            QStringList found;
            for (const ManualPage &page : manual.pagesAbout(words))
                found += page.name;
            return found;
        };
        QVERIFY(names(u"snipe-it GLPI"_s).contains(u"importing"_s));
        QVERIFY(!names(u"snipe-it GLPI"_s).contains(u"keyboard"_s));
        QVERIFY(names(u"zebra crossing"_s).isEmpty());
        QCOMPARE(names({}).size(), qsizetype(manual.pages().size()));
    }
};

} // namespace seatledger

QTEST_MAIN(seatledger::ManualTest)
#include "manualtest.moc"
