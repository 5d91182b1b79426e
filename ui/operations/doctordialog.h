// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/doctorapplicationservice.h"
#include "ui/book/bookaccess.h"
#include "ui/common/widgets/dialogframe.h"

#include <QTimer>

#include <memory>

namespace seatledger {

class EntryList;
class TextLabel;

/// Runs the doctor: recounts the whole book, shows how far it is and lets it be cancelled, and names each
/// difference it found.
class DoctorDialog final : public DialogFrame
{
    Q_OBJECT

public:
    explicit DoctorDialog(BookAccess access, QWidget *parent);

    void reject() override;

private:
    struct Progress;

    void run();
    void showReport(const DoctorReport &report);

    BookAccess m_book;
    TextLabel *m_verdict;
    EntryList *m_findings;
    QPushButton *m_run;
    CancelToken m_token;
    std::shared_ptr<Progress> m_progress;
    QTimer m_timer;
};

} // namespace seatledger
