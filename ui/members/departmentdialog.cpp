// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/members/departmentdialog.h"

#include "ui/book/departmentbox.h"
#include "ui/common/widgets/formfield.h"

#include <QLineEdit>

namespace seatledger {

using namespace Qt::StringLiterals;

DepartmentDialog::DepartmentDialog(BookAccess access, std::optional<DepartmentId> parent, QWidget *window)
    : EditDialog(access, u"department"_s, tr("New department"), window)
{
    build({.parent = parent});
}

DepartmentDialog::DepartmentDialog(BookAccess access, const Department &department, QWidget *window)
    : EditDialog(access, u"department"_s, tr("Edit department"), window), m_department(department)
{
    setSubtitle(tr("What is below it moves with it."));
    build(DepartmentDraft::of(department));
}

void DepartmentDialog::build(const DepartmentDraft &draft)
{
    m_name = new QLineEdit(this);
    m_name->setObjectName(u"nameEdit"_s);
    m_parent = new DepartmentBox(book(), tr("At the top"), this);
    form()->addField(u"name"_s, tr("Name"), m_name);
    form()->addField(u"parent"_s, tr("Below"), m_parent);
    checkField(u"name"_s);
    fill(draft);
    m_name->selectAll();
    m_name->setFocus();
}

void DepartmentDialog::fill(const DepartmentDraft &draft)
{
    m_name->setText(draft.name);
    m_parent->setDepartment(draft.parent);
}

DepartmentDraft DepartmentDialog::draft() const
{
    return {.name = m_name->text(), .parent = m_parent->department()};
}

Result<void> DepartmentDialog::check() const
{
    const Result<DepartmentFields> fields = draft().create();
    return fields ? Result<void>() : std::unexpected(fields.error());
}

void DepartmentDialog::save()
{
    const Result<DepartmentFields> fields = draft().create();
    if (!fields)
        return fail(fields.error());
    const auto write = [fields = *fields, before = m_department](const Services &services, Session &session) {
        if (!before)
            return services.catalogueService.addDepartment(session, fields);
        return services.catalogueService.updateDepartment(session,
                                                          Department{fields, before->id, before->version});
    };
    run(tr("Saving …"), write, [this](const Booked<Department> &written) {
        const QString text = m_department ? tr("The department %1 was changed.")
                                          : tr("The department %1 was added.");
        finishSaved(written, text.arg(written.value.name.text()));
    });
}

void DepartmentDialog::loadTheirs()
{
    const auto read = [id = m_department->id](const Services &services, Session &session) {
        return services.catalogue.findDepartment(session, id);
    };
    run(tr("Comparing …"), read, [this](const Department &theirs) {
        const DraftMerge<DepartmentDraft> merge(draftFields(), DepartmentDraft::of(*m_department),
                                                DepartmentDraft::of(theirs), draft());
        resolve(theirs.name.text(), merge, [this, theirs](const DepartmentDraft &merged) {
            m_department = theirs;
            fill(merged);
        });
    });
}

std::vector<DraftField<DepartmentDraft>> DepartmentDialog::draftFields() const
{
    const auto plain = [](const QString &text) { return text; };
    const auto path = [box = m_parent](std::optional<DepartmentId> value) { return box->pathText(value); };
    const auto field = [](const QString &key, const QString &label, auto access, auto text) {
        return draftField<DepartmentDraft>(key, label, access, text);
    };
    return {field(
                u"name"_s, tr("Name"), [](auto &d) -> auto & { return d.name; }, plain),
            field(u"parent"_s, tr("Below"), [](auto &d) -> auto & { return d.parent; }, path)};
}

} // namespace seatledger
