// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/backupapplicationservice.h"
#include "ui/book/bookaccess.h"
#include "ui/common/widgets/dialogframe.h"

class QComboBox;
class QLineEdit;

namespace seatledger {

class BackupJob;
class Form;
class TextLabel;

/// Restores a backup: into a workspace of its own, into a database beside the book, or, after its name was
/// typed, in the place of the book. Says before what will be there then and what will be gone. What fails or
/// is cancelled leaves everything as it was.
class RestoreDialog final : public DialogFrame
{
    Q_OBJECT

public:
    /// Where to, in the order of the choice.
    enum class Target {
        Workspace,
        Database,
        Book, ///< the open one
    };

    RestoreDialog(BookAccess access, StoredBackup backup, const BackupOverview &overview, QWidget *parent);

    void reject() override;
    void choose(Target target);

signals:
    /// One sentence: what was done, and how to get there.
    void restored(const QString &summary);

private:
    void buildTarget();
    void buildFields();
    void followTarget();
    void updateMain();
    void start();
    void take(const Result<RestoredBook> &book);
    void refuse(const Error &error);
    [[nodiscard]] Target target() const;
    [[nodiscard]] QString name() const;
    [[nodiscard]] QString nameProblem() const;
    [[nodiscard]] QString confirmProblem() const;
    [[nodiscard]] QString consequences() const;

    BookAccess m_book;
    StoredBackup m_backup;
    QString m_database;
    QString m_refusal; ///< why nothing can be done to this server; empty: it can
    BackupJob *m_job;
    Form *m_form;
    QComboBox *m_target;
    TextLabel *m_words;
    QLineEdit *m_name;
    QLineEdit *m_confirm;
    QPushButton *m_main = nullptr;
};

} // namespace seatledger
