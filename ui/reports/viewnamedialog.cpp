// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/viewnamedialog.h"

#include "ui/common/widgets/formfield.h"

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
      m_field(new FormField(u"viewName"_s, tr("Name"), m_name, this))
{
    setSubtitle(tr("The report with its filters and its order, for you on this machine."));
    m_name->setObjectName(u"viewNameEdit"_s);
    m_name->setMaxLength(longestName);
    m_name->selectAll();
    body()->addWidget(m_field);
    addCancelButton();
    connect(addButton(u"save"_s, tr("Save"), ButtonKind::Primary), &QPushButton::clicked, this,
            &ViewNameDialog::submit);
    m_field->setCheck([this] { return objection(); });
    connect(m_name, &QLineEdit::textChanged, this, &ViewNameDialog::showVerdict);
    setMinimumWidth(480);
    showVerdict();
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
