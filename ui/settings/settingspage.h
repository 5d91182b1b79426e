// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/book/bookaccess.h"
#include "ui/shell/page.h"

#include <functional>
#include <optional>
#include <vector>

class QComboBox;
class QDialog;

namespace seatledger {

class Form;
class Preferences;

/// What the person can choose about the window; every choice is applied at once and kept.
class SettingsPage final : public Page
{
    Q_OBJECT

public:
    /// A page that the window can begin with.
    struct StartPage {
        QString id;
        std::function<QString()> label;
    };

    /// `preferences` must outlive it. With a book there is also the way to its settings of notices and mail.
    SettingsPage(Preferences &preferences, const std::vector<StartPage> &pages, QWidget *parent,
                 std::optional<BookAccess> book = {});

    [[nodiscard]] QString title() const override { return tr("Settings"); }
    [[nodiscard]] QWidget *mainView() const override;
    [[nodiscard]] std::vector<TourStop> tourStops() override;

    /// Opens what changes the shortcuts.
    QDialog *showShortcuts();

private:
    [[nodiscard]] QWidget *makeNoticesButton(const BookAccess &book);
    void addSchemes(Form *form);
    void addTextSizes(Form *form);
    void addLanguages(Form *form);
    void addStartPages(Form *form, const std::vector<StartPage> &pages);

    Preferences &m_preferences;
    QComboBox *m_schemes;
};

} // namespace seatledger
