// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operators/passwordfield.h"

#include "core/domain/password.h"
#include "ui/common/style/icons.h"
#include "ui/common/widgets/textlabel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QVBoxLayout>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

struct Look {
    int steps; ///< of three
    Tone tone;
};

Look lookOf(PasswordStrength strength)
{
    switch (strength) {
    case PasswordStrength::Strong:
        return {3, Tone::Success};
    case PasswordStrength::Fair:
        return {2, Tone::Warning};
    case PasswordStrength::Weak:
        break;
    }
    return {1, Tone::Danger};
}

} // namespace

/// Three short bars, as many of them filled as the password is strong.
class PasswordField::Meter final : public QWidget
{
public:
    explicit Meter(QWidget *parent) : QWidget(parent) { setFixedSize(72, 6); }

    void setLook(Look look)
    {
        m_look = look;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        constexpr int steps = 3;
        constexpr int gap = 3;
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        const double length = (width() - (steps - 1) * gap) / double(steps);
        for (int step = 0; step < steps; ++step) {
            painter.setBrush(color(palette(), step < m_look.steps ? m_look.tone : Tone::Border));
            painter.drawRoundedRect(QRectF(step * (length + gap), 0, length, height()), 3, 3);
        }
    }

private:
    Look m_look{0, Tone::Border};
};

PasswordField::PasswordField(QWidget *parent)
    : QWidget(parent),
      m_edit(new QLineEdit(this)),
      m_meter(new Meter(this)),
      m_words(new TextLabel({}, TextSize::Small, Tone::TextMuted, this))
{
    m_edit->setObjectName(u"passwordEdit"_s);
    m_edit->setEchoMode(QLineEdit::Password);
    m_edit->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    m_words->setObjectName(u"strengthLabel"_s);
    setFocusProxy(m_edit);
    addReveal();
    auto *line = new QHBoxLayout;
    line->setSpacing(space(Space::S));
    line->addWidget(m_meter, 0, Qt::AlignVCenter);
    line->addWidget(m_words, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space(Space::Xs));
    layout->addWidget(m_edit);
    layout->addLayout(line);
    connect(m_edit, &QLineEdit::textChanged, this, [this] {
        showStrength();
        emit changed();
    });
    showStrength();
}

void PasswordField::addReveal()
{
    QAction *reveal = m_edit->addAction(icon(u"eye"), QLineEdit::TrailingPosition);
    reveal->setObjectName(u"revealAction"_s);
    reveal->setToolTip(tr("Show the password"));
    reveal->setCheckable(true);
    connect(reveal, &QAction::toggled, this, [this, reveal](bool shown) {
        m_edit->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
        reveal->setIcon(icon(shown ? u"eye-off" : u"eye"));
        reveal->setToolTip(shown ? tr("Hide the password") : tr("Show the password"));
    });
}

void PasswordField::setLogin(const QString &login)
{
    m_login = login;
    showStrength();
}

QString PasswordField::password() const
{
    return m_edit->text();
}

void PasswordField::showStrength()
{
    const QString typed = password();
    if (typed.isEmpty()) {
        m_meter->setLook({0, Tone::Border});
        m_words->setText(tr("At least %n characters; longer is better.", nullptr, shortestPassword));
        return;
    }
    const PasswordStrength strength = passwordStrength(m_login, typed);
    m_meter->setLook(lookOf(strength));
    m_words->setText(strength == PasswordStrength::Strong ? tr("Strong")
                     : strength == PasswordStrength::Fair ? tr("Fair: longer would be better")
                                                          : tr("Too weak"));
}

} // namespace seatledger
