// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/book/desk.h"
#include "ui/shell/page.h"

namespace seatledger {

/// What pages of reports are looked at with: five seats of an IDE that end in twenty days, two of them held,
/// and ten of a CAD, one of them held.
struct SmallBook {
    explicit SmallBook(Book &book)
        : ide(book.license(QStringLiteral("IDE"))),
          cad(book.licenseWithSeats(QStringLiteral("CAD"), 10)),
          ana(book.member(QStringLiteral("Ana Sousa"))),
          bo(book.member(QStringLiteral("Bo Li")))
    {
        book.entitlement(ide, 5, -30, 20);
        book.assignment(ide, ana);
        book.assignment(ide, bo);
        book.assignment(cad, bo);
    }

    LicenseId ide;
    LicenseId cad;
    MemberId ana;
    MemberId bo;
};

/// Shows a page that hears of changes; call it when the book has been filled.
inline void showReports(Desk &desk, Page &page, const QSize &size)
{
    QObject::connect(&desk.listener, &NotificationListener::changed, &page, &Page::takeChange);
    desk.listener.start();
    page.resize(size);
    page.show();
}

} // namespace seatledger
