// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/widgets/busyoverlay.h"

#include "ui/common/style/lengths.h"
#include "ui/common/style/painting.h"
#include "ui/common/widgets/textlabel.h"

#include <QApplication>
#include <QEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace seatledger {

using namespace Qt::StringLiterals;

BusyOverlay::BusyOverlay(QWidget *parent)
    : QWidget(parent),
      m_card(new QWidget(this)),
      m_text(new TextLabel({}, TextSize::Heading, Tone::Text, m_card)),
      m_bar(new QProgressBar(m_card)),
      m_figures(new TextLabel({}, TextSize::Small, Tone::TextMuted, m_card)),
      m_cancel(new QPushButton(tr("Cancel"), m_card))
{
    setObjectName(u"busyOverlay"_s);
    m_cancel->setObjectName(u"busyCancelButton"_s);
    m_bar->setObjectName(u"busyProgressBar"_s);
    m_text->setWordWrap(true);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(6);
    m_card->setFixedWidth(grown(320));
    auto *card = new QVBoxLayout(m_card);
    card->setContentsMargins(space(Space::Xl), space(Space::Xl), space(Space::Xl), space(Space::L));
    card->setSpacing(space(Space::M));
    card->addWidget(m_text);
    card->addWidget(m_bar);
    card->addWidget(m_figures);
    card->addWidget(m_cancel, 0, Qt::AlignRight);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_card, 0, Qt::AlignCenter);
    m_delay.setSingleShot(true);
    m_delay.setInterval(150);
    connect(&m_delay, &QTimer::timeout, this, &BusyOverlay::appear);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_cancel->setEnabled(false);
        emit cancelRequested();
    });
    parent->installEventFilter(this);
    hide();
}

void BusyOverlay::start(const QString &text, bool cancellable)
{
    m_running = true;
    m_text->setText(text);
    m_cancel->setVisible(cancellable);
    m_cancel->setEnabled(true);
    setProgress(0, 0);
    m_focusBefore = QApplication::focusWidget();
    m_card->hide();
    setGeometry(parentWidget()->rect());
    raise();
    show();
    setFocusPolicy(Qt::StrongFocus);
    setFocus();
    m_delay.start();
}

void BusyOverlay::appear()
{
    m_card->show();
    if (m_cancel->isVisible())
        m_cancel->setFocus();
    update();
}

void BusyOverlay::reword(const QString &text)
{
    m_text->setText(text);
}

void BusyOverlay::setProgress(qint64 done, qint64 total)
{
    // In permille: a bar counts with int, and a million rows times their bytes do not fit.
    m_bar->setRange(0, total > 0 ? 1000 : 0);
    m_bar->setValue(total > 0 ? static_cast<int>(done * 1000 / total) : 0);
    const QLocale locale;
    m_figures->setText(total > 0 ? tr("%1 of %2").arg(locale.toString(done), locale.toString(total))
                                 : QString());
    m_figures->setVisible(total > 0);
}

void BusyOverlay::finish()
{
    m_running = false;
    m_delay.stop();
    hide();
    if (m_focusBefore && m_focusBefore->window() == window())
        m_focusBefore->setFocus();
    m_focusBefore = nullptr;
}

bool BusyOverlay::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

void BusyOverlay::paintEvent(QPaintEvent *)
{
    if (!m_card->isVisible())
        return;
    QPainter painter(this);
    QColor veil = color(palette(), Tone::Window);
    veil.setAlphaF(0.75F);
    painter.fillRect(rect(), veil);
    paintRounded(painter, m_card->geometry(), extent(Size::CardRadius), color(palette(), Tone::Surface),
                 color(palette(), Tone::Border));
}

void BusyOverlay::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_cancel->isHidden())
        m_cancel->click();
    event->accept(); // nothing reaches what is covered
}

} // namespace seatledger
