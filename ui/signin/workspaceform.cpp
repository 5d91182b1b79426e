// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/workspaceform.h"

#include "core/workspace/workspacelocation.h"
#include "ui/common/style/icons.h"
#include "ui/common/widgets/form.h"
#include "ui/common/widgets/formfield.h"
#include "ui/common/widgets/textlabel.h"

#include <QDir>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace seatledger {

using namespace Qt::StringLiterals;

WorkspaceForm::WorkspaceForm(QWidget *parent)
    : QWidget(parent),
      m_form(new Form(this)),
      m_name(new QLineEdit(u"default"_s, this)),
      m_sample(makeSample())
{
    m_name->setObjectName(u"workspaceEdit"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_form);
    layout->addSpacing(space(Space::L));
    layout->addWidget(m_sample);
    layout->addStretch();
    m_field = m_form->addField(u"workspace"_s, tr("Name or folder"), m_name);
    m_field->setCheck([this] { return verdict(); });
    connect(m_form, &Form::changed, this, &WorkspaceForm::changed);
}

QString WorkspaceForm::sampleName()
{
    return u"sample"_s;
}

QWidget *WorkspaceForm::makeSample()
{
    auto *sample = new QWidget(this);
    auto *title = new TextLabel(tr("Only looking around?"), TextSize::Body, Tone::Text, sample);
    title->setTextWeight(QFont::DemiBold);
    auto *text = new TextLabel(
        tr("A workspace of its own, “%1”, with invented people, licences and seats, takes a few "
           "seconds. Nothing of it comes into your book.")
            .arg(sampleName()),
        TextSize::Body, Tone::TextMuted, sample);
    text->setWordWrap(true);
    auto *button = new QPushButton(icon(u"player-play"), tr("Try with sample data"), sample);
    button->setObjectName(u"sampleButton"_s);
    connect(button, &QPushButton::clicked, this, &WorkspaceForm::sampleWanted);
    auto *column = new QVBoxLayout(sample);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space(Space::S));
    column->addWidget(title);
    column->addWidget(text);
    column->addWidget(button, 0, Qt::AlignLeft);
    sample->hide();
    return sample;
}

void WorkspaceForm::setSampleOffered(bool offered)
{
    m_sample->setVisible(offered);
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
