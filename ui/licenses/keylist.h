// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/repositories/licensekeyrepository.h"
#include "ui/book/bookaccess.h"
#include "ui/common/secretclipboard.h"

#include <QTimer>
#include <QWidget>

#include <optional>
#include <vector>

class QPlainTextEdit;

namespace seatledger {

class EntryList;
class TextLabel;

/// The keys of a licence in its panel, masked. Show asks the database for one, which goes on record, and it
/// is masked again after half a minute, or as soon as something else is shown; Copy does the same with the
/// clipboard. A secret is held nowhere longer than it is shown, and is in no log, setting or tool tip. Both
/// are off for who may not read keys. Lives in the GUI thread.
class KeyList final : public QWidget
{
    Q_OBJECT

public:
    static constexpr int shownMs = 30'000;

    explicit KeyList(BookAccess access, QWidget *parent = nullptr);

    /// Shows which keys there are; none where the person may not see even that. One that is being shown
    /// stays shown if it is among them.
    void setKeys(const std::optional<std::vector<LicenseKeyRow>> &keys);

    /// How long a key is shown; for tests.
    void setShownFor(int milliseconds) { m_hiding.setInterval(milliseconds); }

protected:
    void hideEvent(QHideEvent *event) override;

private:
    enum class Use { Show, Copy };

    void buildList();
    void buildSecret();
    void buildButtons();
    void toggle();
    void ask(Use use);
    void take(Use use, LicenseKeyId id, const QString &secret);
    void mask();
    void showEntries();
    void say(const QString &text, bool isProblem);
    [[nodiscard]] std::optional<LicenseKeyId> keyInHand() const;

    BookAccess m_book;
    EntryList *m_list;
    QPlainTextEdit *m_secret;
    QAction *m_show;
    QAction *m_copy;
    QWidget *m_buttons;
    TextLabel *m_line; ///< what went wrong, or that something was copied
    std::vector<LicenseKeyRow> m_keys;
    std::optional<LicenseKeyId> m_shown;
    SecretClipboard m_clipboard;
    bool m_isFilling = false; ///< the entries are replaced, nobody chose another
    QTimer m_hiding;
    LatestRequest m_latest;
};

} // namespace seatledger
