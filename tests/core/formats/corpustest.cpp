// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/readanything.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace seatledger;

/// What fuzzing has found worth keeping is read again by every test run; what is promised of reading is
/// checked where it is read.
class CorpusTest : public QObject
{
    Q_OBJECT

private slots:
    void readsWhatFuzzingKept();
};

void CorpusTest::readsWhatFuzzingKept()
{
    const QDir corpus(QStringLiteral(SEATLEDGER_CORPUS));
    const QStringList names = corpus.entryList(QDir::Files);
    QVERIFY(names.size() > 50);
    for (const QString &name : names) {
        QFile file(corpus.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        readAnything(file.readAll());
    }
}

QTEST_GUILESS_MAIN(CorpusTest)
#include "corpustest.moc"
