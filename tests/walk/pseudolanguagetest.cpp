// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/walk/pseudolanguage.h"

#include "core/services/language.h"
#include "tests/walk/room.h"
#include "tests/walk/wholewindow.h"
#include "ui/common/style/theme.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <algorithm>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

/// What is the same in every language: names, formats, currencies.
const QStringList sameEverywhere{u"Seatledger"_s,
                                 u"CSV"_s,
                                 u"XLSX"_s,
                                 u"JSON"_s,
                                 u"UTF-8"_s,
                                 u"EUR"_s,
                                 u"USD"_s,
                                 u"CNY"_s,
                                 u"GBP"_s,
                                 u"CHF"_s,
                                 u"JPY"_s,
                                 u"English"_s,
                                 u"PNG"_s,
                                 u"SVG"_s,
                                 u"PDF"_s,
                                 u"Ctrl"_s,
                                 u"db.example.org"_s,
                                 u"seatledger"_s,
                                 u"ana.kovac"_s,
                                 u"localhost"_s,
                                 u"default"_s,
                                 u"self_service"_s,
                                 u"imports"_s,
                                 u"exports"_s,
                                 u"undo"_s,
                                 u"activation"_s,
                                 u"api_writes"_s};

QStringList textsOf(const QWidget &widget)
{
    QStringList texts{widget.toolTip(), widget.accessibleName(), widget.accessibleDescription(),
                      widget.statusTip()};
    if (widget.isWindow())
        texts += widget.windowTitle();
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        texts += label->text();
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        texts += button->text();
    if (const auto *edit = qobject_cast<const QLineEdit *>(&widget))
        texts += edit->placeholderText();
    if (const auto *edit = qobject_cast<const QPlainTextEdit *>(&widget))
        texts += edit->placeholderText();
    if (const auto *box = qobject_cast<const QComboBox *>(&widget)) {
        for (int item = 0; item < box->count(); ++item)
            texts += box->itemText(item);
    }
    for (const QAction *action : widget.actions())
        texts << action->text() << action->toolTip();
    return texts;
}

/// The first rows of what a view shows, and its headings.
QStringList textsIn(const QAbstractItemView &view)
{
    constexpr int rowsLookedAt = 30;
    QStringList texts;
    const QAbstractItemModel *model = view.model();
    for (int column = 0; model && column < model->columnCount(); ++column) {
        texts += model->headerData(column, Qt::Horizontal).toString();
        for (int row = 0; row < std::min(rowsLookedAt, model->rowCount()); ++row) {
            const QModelIndex index = model->index(row, column);
            texts << index.data().toString() << index.data(Qt::ToolTipRole).toString()
                  << index.data(Qt::AccessibleTextRole).toString();
        }
    }
    return texts;
}

} // namespace

/// Walks through all that the window can show in a language that is longer than any, and at twice the size of
/// text.
class PseudoLanguageTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        applyTheme(*qApp, Scheme::Light);
        m_whole = std::make_unique<WholeWindow>();
        readNames();
    }
    void cleanup()
    {
        QCoreApplication::removeTranslator(&m_language);
        applyTheme(*qApp, Scheme::Light);
    }
    void cleanupTestCase() { m_whole.reset(); }

    void isWhatTranslatorsWouldMeet()
    {
        QCOMPARE(m_language.translate("", "Add %1 to <b>%L2</b>", "", -1),
                 u"[Ádd %1 tó <b>%L2</b> ööööö ö]"_s);
        QCOMPARE(PseudoLanguage::untranslated(u"a [b [c] d] e"_s), u"a  e"_s);
    }

    void nothingIsUntranslatedOrCut()
    {
        useLanguage(QLocale(QLocale::Chinese, QLocale::China)); // days and months are no words of ours
        QCoreApplication::installTranslator(&m_language);
        m_whole->open({1400, 800});
        QStringList findings;
        m_whole->walk([&](const QString &name, QWidget &top) {
            noteNew(findings, name, withoutRoom(top));
            noteNew(findings, name, untranslatedIn(top));
        });
        tell(findings);
    }

    void nothingIsCutAtTwiceTheSize_data()
    {
        QTest::addColumn<QLocale>("language");
        QTest::newRow("English") << QLocale(QLocale::English);
        QTest::newRow("Chinese") << QLocale(QLocale::Chinese, QLocale::China);
    }
    void nothingIsCutAtTwiceTheSize()
    {
        QFETCH(const QLocale, language);
        useLanguage(language);
        applyTheme(*qApp, Scheme::Light, 200);
        m_whole->open({1600, 1000});
        QStringList findings;
        m_whole->walk([&](const QString &name, QWidget &top) { noteNew(findings, name, withoutRoom(top)); });
        tell(findings);
    }

private:
    /// What is in the book is in no language.
    void readNames()
    {
        const QString columns =
            u"SELECT quote_ident(table_name), quote_ident(column_name) "
            "FROM information_schema.columns "
            "WHERE table_schema = 'seatledger' AND data_type IN ('text', 'character varying') "
            "AND table_name IN ('member', 'department', 'vendor', 'product', 'license', "
            "'entitlement', 'device', 'operator', 'license_key', 'operation', 'access_review')"_s;
        QSet<QString> names(sameEverywhere.cbegin(), sameEverywhere.cend());
        for (const QStringList &place : m_whole->database().sql(columns)) {
            for (const QStringList &row : m_whole->database().sql(
                     u"SELECT DISTINCT %2::text FROM seatledger.%1 WHERE %2 IS NOT NULL"_s.arg(place[0],
                                                                                               place[1])))
                names += row[0];
        }
        for (const QStringList &row : m_whole->database().sql(
                 u"SELECT relname FROM pg_class WHERE relnamespace = 'seatledger'::regnamespace "
                 "ORDER BY length(relname) DESC"_s))
            m_relations += row[0];
        names += QCoreApplication::applicationName();
        names.remove({});
        m_names = names.values();
        std::ranges::sort(m_names, std::greater(), &QString::size);
    }

    QStringList untranslatedIn(QWidget &top) const
    {
        static const QRegularExpression word(u"[A-Za-z]{2,}"_s);
        // currencies, digests, zones of time, sizes
        static const QRegularExpression code(u"\\b([A-Z]{3}|[0-9a-f]{32} ?[0-9a-f]{32}|[0-9.]+ [kMG]B)\\b"_s);
        QStringList findings;
        for (const QWidget *widget : visibleWidgets(top)) {
            if (showsFile(*widget))
                continue;
            QStringList texts = textsOf(*widget);
            if (const auto *view = qobject_cast<const QAbstractItemView *>(widget))
                texts += textsIn(*view);
            for (const QString &text : std::as_const(texts)) {
                QString rest = PseudoLanguage::untranslated(text);
                // only there: in other places they are words; first, since names can be parts of them
                if (isIn(*widget, {u"operationsArea"_s})) {
                    for (const QString &name : m_relations)
                        rest.remove(name);
                }
                for (const QString &name : m_names)
                    rest.remove(name);
                rest.remove(code);
                if (rest.contains(word) && !rest.contains(u'@'))
                    findings += u"%1: untranslated “%2”"_s.arg(pathOf(*widget), text.left(100));
            }
        }
        return findings;
    }

    /// What stands in a person's file stays as it is.
    static bool showsFile(const QWidget &widget)
    {
        return isIn(widget, {u"previewTable"_s, u"problemTable"_s, u"columnsArea"_s, u"mappingCombo"_s});
    }

    static bool isIn(const QWidget &widget, const QSet<QString> &places)
    {
        for (const QWidget *each = &widget; each; each = each->parentWidget()) {
            if (places.contains(each->objectName()))
                return true;
        }
        return false;
    }

    /// Each finding once, however many stops show it.
    static void noteNew(QStringList &findings, const QString &stop, const QStringList &found)
    {
        for (const QString &finding : found) {
            const bool known = std::ranges::any_of(
                findings, [&](const QString &line) { return line.endsWith(u": "_s + finding); });
            if (!known)
                findings += stop + u": "_s + finding;
        }
    }

    std::unique_ptr<WholeWindow> m_whole;
    PseudoLanguage m_language;
    QStringList m_names;
    QStringList m_relations;
};

} // namespace seatledger

QTEST_MAIN(seatledger::PseudoLanguageTest)
#include "pseudolanguagetest.moc"
