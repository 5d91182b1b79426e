// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/startwindow.h"

#include "core/domain/error.h"
#include "ui/common/style/ledgerstyle.h"
#include "ui/common/style/lengths.h"
#include "ui/common/widgets/banner.h"
#include "ui/common/widgets/iconlabel.h"
#include "ui/common/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace seatledger {

using namespace Qt::StringLiterals;

StartWindow::StartWindow(QWidget *parent)
    : QWidget(parent),
      m_text(new TextLabel({}, TextSize::Body, Tone::TextMuted, this)),
      m_bar(new QProgressBar(this)),
      m_banner(new Banner(this)),
      m_quit(new QPushButton(tr("Quit"), this)),
      m_retry(new QPushButton(tr("Try again"), this))
{
    setObjectName(u"startWindow"_s);
    setWindowTitle(u"Seatledger"_s);
    setMinimumWidth(grown(460));
    m_text->setObjectName(u"startLabel"_s);
    m_quit->setObjectName(u"quitButton"_s);
    m_retry->setObjectName(u"retryButton"_s);
    setButtonKind(m_retry, ButtonKind::Primary);
    m_bar->setRange(0, 0);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(6);
    auto *mark = new IconLabel(u"armchair"_s, 40, Tone::OnAccent, this);
    mark->setPatch(Tone::Accent);
    auto *heading = new QHBoxLayout;
    heading->setSpacing(space(Space::M));
    heading->addWidget(mark);
    heading->addWidget(new TextLabel(u"Seatledger"_s, TextSize::Title, Tone::Text, this), 1);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_quit);
    buttons->addWidget(m_retry);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space(Space::Xl), space(Space::Xl), space(Space::Xl), space(Space::Xl));
    layout->setSpacing(space(Space::L));
    layout->addLayout(heading);
    layout->addWidget(m_text);
    layout->addWidget(m_bar);
    layout->addWidget(m_banner);
    layout->addLayout(buttons);
    connect(m_quit, &QPushButton::clicked, this, &StartWindow::quitRequested);
    connect(m_retry, &QPushButton::clicked, this, &StartWindow::retryRequested);
}

void StartWindow::showOpening(const QString &text)
{
    m_text->setText(text);
    m_bar->show();
    m_banner->dismiss();
    m_quit->hide();
    m_retry->hide();
    adjustSize();
}

void StartWindow::showFailure(const Error &error)
{
    m_text->setText(tr("The book could not be opened."));
    m_bar->hide();
    m_banner->present(Banner::Kind::Danger, error.message);
    m_quit->show();
    m_retry->show();
    m_retry->setFocus();
    adjustSize();
}

void StartWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit quitRequested();
    QWidget::keyPressEvent(event);
}

} // namespace seatledger
