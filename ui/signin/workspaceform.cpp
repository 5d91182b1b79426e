// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/workspaceform.h"

#include "core/workspace/workspacelocation.h"
#include "ui/common/widgets/form.h"
#include "ui/common/widgets/formfield.h"

#include <QDir>
#include <QLineEdit>
#include <QVBoxLayout>

namespace seatledger {

using namespace Qt::StringLiterals;

WorkspaceForm::WorkspaceForm(QWidget *parent)
    : QWidget(parent), m_form(new Form(this)), m_name(new QLineEdit(u"default"_s, this))
{
    m_name->setObjectName(u"workspaceEdit"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_form);
    layout->addStretch();
    m_field = m_form->addField(u"workspace"_s, tr("Name or folder"), m_name);
    m_field->setCheck([this] { return verdict(); });
    connect(m_form, &Form::changed, this, &WorkspaceForm::changed);
}

ConnectionProfile WorkspaceForm::profile() const
{
    return ConnectionProfile::ofWorkspace(m_name->text().trimmed());
}

void WorkspaceForm::setProfile(const ConnectionProfile &profile)
{
    m_name->setText(profile.workspace.isEmpty() ? u"default"_s : profile.workspace);
}

QString WorkspaceForm::verdict()
{
    m_isThere = false;
    const QString name = m_name->text().trimmed();
    if (name.isEmpty())
        return tr("Give the workspace a name.");
    const auto location = WorkspaceLocation::resolve(name);
    if (!location)
        return location.error().message;
    m_isThere = !location->clusterMajors().isEmpty();
    if (m_field) {
        const QString folder = QDir::toNativeSeparators(location->folder());
        m_field->setHint(
            (m_isThere ? tr("Opens the book in %1.") : tr("Makes a new book in %1.")).arg(folder));
    }
    return {};
}

} // namespace seatledger
