// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/book/bookaccess.h"
#include "ui/common/widgets/dialogframe.h"

namespace seatledger {

class EntryList;

/// Why there was, or was no, notice about a licence: a sentence for each lead time and threshold.
class WhyDialog final : public DialogFrame
{
    Q_OBJECT

public:
    WhyDialog(BookAccess access, LicenseId license, const QString &name, QWidget *parent);

    [[nodiscard]] bool isSettled() const { return m_isSettled; }

private:
    void show(const NoticeExplanation &explanation);

    BookAccess m_book;
    bool m_isSettled = false;
};

} // namespace seatledger
