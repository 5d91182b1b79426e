// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/book/asofbar.h"

#include "core/domain/period.h"
#include "ui/book/dayfield.h"
#include "ui/common/style/painting.h"
#include "ui/common/widgets/iconlabel.h"
#include "ui/common/widgets/textlabel.h"
#include "ui/common/wording.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

#include <utility>

namespace seatledger {

using namespace Qt::StringLiterals;

AsOfBar::AsOfBar(BookAccess access, const QString &explanation, QWidget *parent)
    : QWidget(parent),
      m_explanation(explanation),
      m_field(makeDayField(access, u"asOfField"_s, {}, this)),
      m_text(new TextLabel({}, TextSize::Body, Tone::Text, this))
{
    setObjectName(u"asOfBar"_s);
    m_field->setMinimumDate(QDate(1970, 1, 1));
    m_field->setMaximumDate(QDate(2200, 1, 1));
    m_field->focusProxy()->setAccessibleName(tr("As of"));
    m_text->setObjectName(u"asOfLabel"_s);
    m_text->setWordWrap(true);
    auto *title = new TextLabel(tr("As &of"), TextSize::Body, Tone::Text, this);
    title->setTextWeight(QFont::DemiBold);
    title->setBuddy(m_field);
    auto *now = new QPushButton(tr("Back to now"), this);
    now->setObjectName(u"backToNowButton"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(space(Space::L), space(Space::S), space(Space::L), space(Space::S));
    layout->setSpacing(space(Space::S));
    layout->addWidget(new IconLabel(u"history"_s, 18, Tone::Accent, this), 0, Qt::AlignVCenter);
    layout->addWidget(title);
    layout->addWidget(m_field);
    layout->addWidget(m_text, 1);
    layout->addWidget(now);
    connect(m_field, &DateField::changed, this, [this] {
        m_day = m_field->date();
        reword();
        emit dayChanged();
    });
    connect(now, &QPushButton::clicked, this, [this] {
        setDay(std::nullopt);
        emit dayChanged();
    });
    hide();
}

void AsOfBar::setDay(std::optional<QDate> day)
{
    const QSignalBlocker quiet(m_field);
    m_day = day;
    if (day)
        m_field->setDate(day);
    reword();
    const bool wasHidden = isHidden();
    setVisible(day.has_value());
    if (!day || !wasHidden)
        return;
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void AsOfBar::edit()
{
    m_field->setFocus(Qt::OtherFocusReason);
}

void AsOfBar::reword()
{
    if (!m_day)
        return;
    const QString day = QLocale().toString(*m_day, QLocale::LongFormat);
    m_text->setText(labelled(day, m_explanation));
    setAccessibleName(tr("As of %1").arg(day));
}

void AsOfBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(palette(), Tone::AccentSoft));
}

} // namespace seatledger
