// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/book/bookday.h"

#include "tests/support/book.h"
#include "tests/support/patience.h"
#include "ui/book/dayfield.h"

#include <QCheckBox>
#include <QSignalSpy>
#include <QTest>

namespace seatledger {

using namespace Qt::StringLiterals;

class BookDayTest final : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_office = std::make_unique<Office>(); }
    void cleanup() { m_office.reset(); }

    void asksForTheDayOfTheBook()
    {
        m_office->database.sql(u"UPDATE seatledger.clock SET day_shift = 100"_s);
        QSignalSpy changed(&m_office->day, &BookDay::changed);
        m_office->day.start();
        QTRY_COMPARE(m_office->day.today(), m_office->book.today());
        QCOMPARE(changed.size(), 1);
    }

    void followsTheTimeZoneOfTheOrganisation()
    {
        // One of the two is on another day than the other at any time.
        for (const QString &zone : {u"Pacific/Kiritimati"_s, u"Pacific/Pago_Pago"_s}) {
            m_office->database.sql(
                u"UPDATE seatledger.setting SET value = '%1' WHERE name = 'time_zone'"_s.arg(zone));
            m_office->day.refresh();
            QTRY_COMPARE(m_office->day.today(), m_office->book.today());
        }
    }

    void booksWhatIsDue()
    {
        const AssignmentId seat = m_office->book.assignment(m_office->book.licenseWithSeats(u"IDE"_s, 1),
                                                            m_office->book.member(u"Ana"_s));
        m_office->database.sql(u"UPDATE seatledger.license_assignment SET period = daterange(lower(period), "
                               "lower(period) + 2); UPDATE seatledger.clock SET day_shift = 5"_s);
        m_office->day.start();
        QTRY_COMPARE(m_office->book.state(seat), u"expired"_s);
    }

    void givesFieldsTheirDay()
    {
        m_office->database.sql(u"UPDATE seatledger.clock SET day_shift = -100"_s);
        m_office->day.start();
        const QDate today = m_office->book.today();
        QTRY_COMPARE(m_office->day.today(), today);
        const BookAccess access{
            .executor = m_office->executor, .services = m_office->services, .day = &m_office->day};
        const std::unique_ptr<DateField> must(makeDayField(access, u"mustDateField"_s, {}, nullptr));
        QCOMPARE(must->date(), std::optional(today));
        const std::unique_ptr<DateField> may(makeDayField(access, u"mayDateField"_s, u"Open"_s, nullptr));
        QVERIFY(!may->date());
        may->findChild<QCheckBox *>(u"openCheckBox"_s)->click();
        QCOMPARE(may->date(), std::optional(today));
    }

private:
    struct Office {
        TestDatabase database;
        Book book{database};
        Services services;
        Executor executor{database.settings(), Actor{u"tester"_s, OperationSource::Window}};
        BookDay day{executor, services};
    };

    std::unique_ptr<Office> m_office;
};

} // namespace seatledger

QTEST_MAIN(seatledger::BookDayTest)
#include "bookdaytest.moc"
