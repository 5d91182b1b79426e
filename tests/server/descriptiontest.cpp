// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/support/runningserver.h"

#include <QJsonArray>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace seatledger {

/// The description of the API, and that it is of this API.
class DescriptionTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();

    void hasEveryRouteAndNoOther();
    void namesTheScopeOfEachRoute();
    void marksWhatIsDeprecated();
    void everyReferenceLeadsSomewhere();
    void everyOperationSaysWhatCanGoWrong();

private:
    QJsonObject m_description;
    QMap<QString, QString> m_routes; // "GET /api/v1/members" to its scope
    QStringList m_deprecated;

    [[nodiscard]] QJsonObject described(const QString &route) const
    {
        const QStringList words = route.split(u' ');
        return m_description.value("paths"_L1)
            .toObject()
            .value(words[1])
            .toObject()
            .value(words[0].toLower())
            .toObject();
    }
};

void DescriptionTest::initTestCase()
{
    const auto print = [](const QString &option) {
        QProcess process;
        process.start(RunningServer::program(), {option});
        process.waitForFinished();
        return process.readAllStandardOutput();
    };
    m_description = QJsonDocument::fromJson(print(u"--openapi"_s)).object();
    for (const QByteArray &line : print(u"--routes"_s).trimmed().split('\n')) {
        const QList<QByteArray> words = line.split(' ');
        m_routes.insert(QString::fromLatin1(words[0] + ' ' + words[1]), QString::fromLatin1(words[2]));
        if (words.value(3) == "deprecated")
            m_deprecated.append(QString::fromLatin1(words[0] + ' ' + words[1]));
    }
    QVERIFY(m_routes.size() > 30);
}

void DescriptionTest::hasEveryRouteAndNoOther()
{
    QStringList described;
    const QJsonObject paths = m_description.value("paths"_L1).toObject();
    for (auto path = paths.begin(); path != paths.end(); ++path) {
        for (const QString &method : path->toObject().keys()) {
            if (method != "parameters"_L1)
                described.append(method.toUpper() + u' ' + path.key());
        }
    }
    described.sort();
    QCOMPARE(described, m_routes.keys());
}

void DescriptionTest::namesTheScopeOfEachRoute()
{
    for (auto route = m_routes.begin(); route != m_routes.end(); ++route) {
        QCOMPARE(described(route.key()).value("x-scope"_L1).toString(u"-"_s), *route);
    }
}

/// What a route answers in Deprecation, its description says too, and the reverse.
void DescriptionTest::marksWhatIsDeprecated()
{
    QVERIFY(!m_deprecated.isEmpty());
    for (auto route = m_routes.begin(); route != m_routes.end(); ++route) {
        const QJsonObject operation = described(route.key());
        QCOMPARE(operation.value("deprecated"_L1).toBool(), m_deprecated.contains(route.key()));
        QCOMPARE(
            operation.value("responses"_L1)["200"_L1]["headers"_L1].toObject().contains("Deprecation"_L1),
            m_deprecated.contains(route.key()));
    }
}

void DescriptionTest::everyReferenceLeadsSomewhere()
{
    const QString text = QString::fromUtf8(QJsonDocument(m_description).toJson(QJsonDocument::Compact));
    static const QRegularExpression reference(u"\"#/([^\"]+)\""_s);
    int count = 0;
    for (const QRegularExpressionMatch &match : reference.globalMatch(text)) {
        QJsonValue place = m_description;
        for (const QString &part : match.captured(1).split(u'/'))
            place = place.toObject().value(part);
        QVERIFY2(!place.isUndefined(), qPrintable(match.captured()));
        ++count;
    }
    QVERIFY(count > 100);
}

void DescriptionTest::everyOperationSaysWhatCanGoWrong()
{
    const QJsonObject add = m_description.value("paths"_L1)
                                .toObject()
                                .value("/api/v1/members/{id}"_L1)
                                .toObject()
                                .value("patch"_L1)
                                .toObject()
                                .value("responses"_L1)
                                .toObject();
    for (const auto status : {"200"_L1, "400"_L1, "401"_L1, "403"_L1, "404"_L1, "409"_L1, "412"_L1, "413"_L1,
                              "415"_L1, "422"_L1, "428"_L1, "429"_L1, "503"_L1})
        QVERIFY2(add.contains(status), status.data());
}

} // namespace seatledger

QTEST_GUILESS_MAIN(seatledger::DescriptionTest)

#include "descriptiontest.moc"
