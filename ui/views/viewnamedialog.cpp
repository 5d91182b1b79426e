// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/viewnamedialog.h"

#include "ui/common/style/lengths.h"
#include "ui/common/widgets/formfield.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestName = 80;

} // namespace

ViewNameDialog::ViewNameDialog(const QString &title, const QString &name, QStringList taken, bool replaces,
                               QWidget *parent)
    : DialogFrame(u"viewName"_s, title, parent),
      m_taken(std::move(taken)),
      m_replaces(replaces),
      m_name(new QLineEdit(name, this)),
      m_shared(new QCheckBox(tr("Share with everybody who uses the book"), this)),
      m_field(new FormField(u"viewName"_s, tr("Name"), m_name, this))
{
    m_name->setObjectName(u"viewNameEdit"_s);
    m_name->setMaxLength(longestName);
    m_name->selectAll();
    m_shared->setObjectName(u"viewSharedCheck"_s);
    m_shared->hide();
    body()->addWidget(m_field);
    body()->addWidget(m_shared);
    addCancelButton();
    connect(addButton(u"save"_s, tr("Save"), ButtonKind::Primary), &QPushButton::clicked, this,
            &ViewNameDialog::submit);
    m_field->setCheck([this] { return objection(); });
    connect(m_name, &QLineEdit::textChanged, this, &ViewNameDialog::showVerdict);
    setMinimumWidth(grown(480));
    showVerdict();
}

void ViewNameDialog::offerSharing(bool isShared)
{
    m_shared->setChecked(isShared);
    m_shared->show();
}

bool ViewNameDialog::isShared() const
{
    return m_shared->isChecked();
}

bool ViewNameDialog::isTaken() const
{
    return m_taken.contains(m_name->text().trimmed(), Qt::CaseInsensitive);
}

QString ViewNameDialog::objection() const
{
    if (m_name->text().trimmed().isEmpty())
        return tr("A view needs a name.");
    return isTaken() && !m_replaces ? tr("Another view has this name.") : QString();
}

void ViewNameDialog::showVerdict()
{
    m_field->setHint(isTaken() && m_replaces ? tr("Replaces the view of this name.") : QString());
    setMainEnabled(objection().isEmpty());
}

void ViewNameDialog::submit()
{
    m_field->reveal();
    if (!objection().isEmpty())
        return;
    emit chosen(m_name->text().trimmed());
    accept();
}

} // namespace seatledger
