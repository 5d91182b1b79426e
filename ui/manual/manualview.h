// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/manual/manual.h"

#include <QTextBrowser>

namespace seatledger {

/// Shows a page of the manual as the program looks: its tones and sizes, pictures no wider than the view.
/// Links to other pages are followed, back and forward as in any browser. Lives in the GUI thread.
class ManualView final : public QTextBrowser
{
    Q_OBJECT

public:
    explicit ManualView(QWidget *parent = nullptr);

    /// Shows a page from its beginning; one that is not there does nothing.
    void showPage(const QString &page);
    [[nodiscard]] QString page() const;
    /// Shows where these words are, and goes to the first place.
    void mark(const QString &words);

    [[nodiscard]] QVariant loadResource(int type, const QUrl &name) override;

signals:
    /// Another page is shown, by a link, back, forward or showPage().
    void pageShown(const QString &page);

protected:
    void doSetSource(const QUrl &name, QTextDocument::ResourceType type) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void render();
    void dress();
    void dressBlocks();
    void dressTables();
    [[nodiscard]] int pictureWidth() const;

    Manual m_manual;
    int m_renderedWidth = 0; ///< what pictures were last made for; 0: no page yet
};

} // namespace seatledger
