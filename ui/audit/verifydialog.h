// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/audit/auditcheck.h"
#include "ui/book/bookaccess.h"
#include "ui/common/style/tokens.h"
#include "ui/common/widgets/dialogframe.h"

#include <QTimeZone>
#include <QTimer>

#include <atomic>
#include <memory>

class QLineEdit;

namespace seatledger {

class Dialogs;
class IconLabel;
class KeyValueForm;
class TextLabel;

/// Proves that the audit is as it was written: recomputes the chain, with progress and cancel, compares it
/// with an anchor if one is given, and says how much is intact or which link is the first bad one. Writes
/// anchors, too.
class VerifyDialog final : public DialogFrame
{
    Q_OBJECT

public:
    /// `zone` is that in which moments are told.
    VerifyDialog(BookAccess access, Dialogs &dialogs, QTimeZone zone, QWidget *parent = nullptr);

    void reject() override;
    void setAnchorFile(const QString &path);

signals:
    /// The operation at the first bad link is to be looked at.
    void operationRequested(qint64 operation);

public slots:
    void verify();
    /// Asks for a file and writes an anchor to it.
    void writeAnchor();

private:
    struct Progress {
        std::atomic<qint64> done = 0;
        std::atomic<qint64> total = 0;
    };

    void buildAnchor();
    void buildResult();
    void chooseAnchor();
    void start(const QString &text);
    void finish();
    void fail(const Error &error);
    void showCheck(const AuditCheck &check);
    void showIntact(const AuditCheck &check);
    void showDamage(const AuditCheck &check);
    void showAnchorFacts(const SignedAnchor &anchor, bool isOwnKey);
    void startAnchor(const QString &path);
    void showWritten(const WrittenAnchor &written);
    void showHeadline(const QString &iconName, Tone tone, Tone patch, const QString &text);

    BookAccess m_book;
    Dialogs &m_dialogs;
    QTimeZone m_zone;
    QLineEdit *m_anchor;
    QWidget *m_result;
    IconLabel *m_icon;
    TextLabel *m_headline;
    KeyValueForm *m_facts;
    QPushButton *m_verify = nullptr;
    QPushButton *m_show;
    std::optional<OperationId> m_damaged;
    CancelToken m_token;
    QTimer m_timer;
    std::shared_ptr<Progress> m_progress;
};

} // namespace seatledger
