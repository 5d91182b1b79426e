// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/manual/manual.h"

#include <QWidget>

class QListWidget;
class QToolButton;

namespace seatledger {

class ManualView;
class SearchField;

/// The manual in a window of its own, which stays open beside the work and is not held up by a dialog: the
/// pages at the left, searched by their whole text, the page at the right, back and forward. Lives in the GUI
/// thread.
class ManualWindow final : public QWidget
{
    Q_OBJECT

public:
    explicit ManualWindow(QWidget *parent = nullptr);

    /// Shows a page; the first one if there is none of this name.
    void openPage(const QString &page);
    [[nodiscard]] QString page() const;

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    QToolButton *makeButton(const QString &name, const QString &iconName);
    void retranslate();
    void listPages();
    void selectPage(const QString &page);

    SearchField *m_search;
    QListWidget *m_contents;
    ManualView *m_view;
    QToolButton *m_back;
    QToolButton *m_forward;
};

} // namespace seatledger
