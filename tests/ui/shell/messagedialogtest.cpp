// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/messagedialog.h"

#include "core/db/query.h"
#include "tests/support/verify.h"
#include "tests/ui/book/desk.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>

#include <memory>
#include <optional>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

QString nameAtWork(Session &session)
{
    return Query(session.connection(), u"SELECT current_setting('application_name') AS name"_s)
        .one([](const Row &row) { return row.text("name"); })
        .value_or(QString());
}

} // namespace

/// What went wrong, said to the person, and handed on to who looks after the server.
class MessageDialogTest final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_desk = std::make_unique<Desk>();
        QGuiApplication::clipboard()->clear();
    }
    void cleanup() { m_desk.reset(); }

    void copiesByWhatTheServerLoggedIt()
    {
        QString logged;
        const Error error = failureOf([&logged](Session &session) -> Result<void> {
            auto transaction = Transaction::begin(session.connection(), u"try");
            logged = nameAtWork(session);
            return Query(session.connection(), u"SELECT 1 / 0 AS x"_s).exec();
        });
        static const QRegularExpression form(u"^seatledger ([0-9a-f]{8})$"_s);
        const auto match = form.match(logged);
        QVERIFY2(match.hasMatch(), qPrintable(logged));
        const QString copied = copyOf(error);
        const QStringList lines = copied.split(u'\n');
        QCOMPARE(lines[0], u"The seats could not be counted"_s);
        QCOMPARE(lines[1], error.message);
        QCOMPARE(lines[2], u"Seatledger "_s + QCoreApplication::applicationVersion());
        static const QRegularExpression moment(u"^at \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$"_s);
        QVERIFY2(moment.match(lines[3]).hasMatch(), qPrintable(lines[3]));
        QCOMPARE(lines[4], u"request %1 (in PostgreSQL's log: application_name)"_s.arg(match.captured(1)));
        QCOMPARE(lines[5], u"invalid_input"_s);
        QVERIFY2(copied.contains(u"\"sqlstate\": \"22012\""_s), qPrintable(copied));
        QCOMPARE(copied.count(match.captured(1)), 1); // not once more among the facts
    }

    void eachPieceOfWorkHasAnIdOfItsOwn()
    {
        const auto fail = [](Session &) -> Result<void> { return failure(ErrorCode::Busy, u"later"_s); };
        const QString first = failureOf(fail).details.value("request"_L1).toString();
        const QString second = failureOf(fail).details.value("request"_L1).toString();
        QCOMPARE(first.size(), 8);
        QVERIFY(first != second);
        const Error cancelled = failureOf(
            [](Session &) -> Result<void> { return failure(ErrorCode::Cancelled, {}); });
        QVERIFY(!cancelled.details.contains("request"_L1));
    }

    void copiesWhatNeverReachedTheServer()
    {
        const QString copied = copyOf(
            {ErrorCode::StorageFull, u"The disk is full."_s, {{u"file"_s, u"/tmp/x"_s}}});
        QVERIFY(!copied.contains(u"request"_s));
        QVERIFY(copied.contains(u"storage_full"_s) && copied.contains(u"\"file\": \"/tmp/x\""_s));
        QVERIFY(copied.contains(u"\nat 20"_s));
    }

    void showsTheSameDetailsOnlyWhenAsked()
    {
        const Error error{ErrorCode::Conflict, u"Somebody was quicker."_s, {{u"version"_s, 7}}};
        const std::unique_ptr<MessageDialog> dialog(MessageDialog::forError(u"Not saved"_s, error, nullptr));
        dialog->show();
        QCOMPARE(dialog->findChild<QLabel *>(u"messageLabel"_s)->text(), error.message);
        auto *details = dialog->findChild<QPlainTextEdit *>(u"detailsTextEdit"_s);
        QVERIFY(!details->isVisible());
        dialog->findChild<QPushButton *>(u"detailsButton"_s)->click();
        QVERIFY(details->isVisible());
        dialog->findChild<QPushButton *>(u"copyDetailsButton"_s)->click();
        QVERIFY(QGuiApplication::clipboard()->text().endsWith(details->toPlainText()));
        QVERIFY(details->toPlainText().contains(u"\"version\": 7"_s));
    }

private:
    /// What such work ends with in the window.
    template <typename Work>
    Error failureOf(Work work)
    {
        std::optional<Error> found;
        m_desk->access().ask(
            this, [work](const Services &, Session &session) { return work(session); },
            [&found](const Result<void> &done) { found = done.error(); });
        [&] { QTRY_VERIFY(found); }();
        return found.value_or(Error());
    }

    static QString copyOf(const Error &error)
    {
        const std::unique_ptr<MessageDialog> dialog(
            MessageDialog::forError(u"The seats could not be counted"_s, error, nullptr));
        dialog->findChild<QPushButton *>(u"copyDetailsButton"_s)->click();
        return QGuiApplication::clipboard()->text();
    }

    std::unique_ptr<Desk> m_desk;
};

} // namespace seatledger

QTEST_MAIN(seatledger::MessageDialogTest)
#include "messagedialogtest.moc"
