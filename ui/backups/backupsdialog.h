// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/backupapplicationservice.h"
#include "ui/book/bookaccess.h"
#include "ui/common/widgets/dialogframe.h"

#include <functional>
#include <optional>

class QCheckBox;
class QLineEdit;
class QScrollArea;

namespace seatledger {

class BackupJob;
class Dialogs;
class EmptyState;
class EntryList;
class KeyValueForm;

/// The backups of the book in a folder of this machine: how old each is, how large, whether it was verified;
/// makes one, verifies one, restores one. The folder is remembered. What runs may be cancelled, then nothing
/// of it is left; closing cancels, too.
class BackupsDialog final : public DialogFrame
{
    Q_OBJECT

public:
    BackupsDialog(BookAccess access, Dialogs &dialogs, QWidget *parent);

    ~BackupsDialog() override;
    BackupsDialog(const BackupsDialog &) = delete;
    BackupsDialog &operator=(const BackupsDialog &) = delete;

    void reject() override;

    /// What is in the folder is shown, and nothing runs.
    [[nodiscard]] bool isSettled() const;
    /// As if the person had asked to restore the selected one; null if none is selected.
    QDialog *offerRestore();

    /// Where backups go until somebody chooses another place.
    [[nodiscard]] static QString usualFolder();

private:
    void buildFolder();
    void buildList();
    void buildButtons();
    void chooseFolder();
    void takeFolder();
    void load(const std::function<void()> &shown = {});
    void showOverview(BackupOverview overview);
    void showSelected();
    void create();
    void verify();
    void tell(const QString &text, const QString &folder);
    [[nodiscard]] QString folder() const;
    [[nodiscard]] const ListedBackup *selected() const;
    /// The selected one, if it can be read.
    [[nodiscard]] const StoredBackup *usable() const;

    BookAccess m_book;
    Dialogs &m_dialogs;
    BackupJob *m_job;
    QLineEdit *m_folder;
    EntryList *m_list;
    EmptyState *m_empty;
    KeyValueForm *m_facts;
    QCheckBox *m_proves;
    QPushButton *m_verify = nullptr;
    QPushButton *m_restore = nullptr;
    QPushButton *m_create = nullptr;
    std::optional<BackupOverview> m_overview;
    LatestRequest m_latest;
    QString m_wanted; ///< the backup to select once it is listed
    bool m_isLoading = false;
};

} // namespace seatledger
