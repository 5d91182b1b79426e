// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/members/memberdialog.h"

#include "core/domain/period.h"
#include "ui/book/dayfield.h"
#include "ui/book/departmentbox.h"
#include "ui/common/style/lengths.h"
#include "ui/common/widgets/formfield.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace seatledger {

using namespace Qt::StringLiterals;

MemberDialog::MemberDialog(BookAccess access, QWidget *parent)
    : EditDialog(access, u"member"_s, tr("New member"), parent)
{
    build();
    fill({});
}

MemberDialog::MemberDialog(BookAccess access, const Member &member, QWidget *parent)
    : EditDialog(access, u"member"_s, tr("Edit member"), parent), m_member(member)
{
    build();
    fill(MemberDraft::of(member));
    m_name->setFocus();
}

void MemberDialog::build()
{
    m_number = new QLineEdit(this);
    m_number->setObjectName(u"numberEdit"_s);
    m_name = new QLineEdit(this);
    m_name->setObjectName(u"nameEdit"_s);
    m_email = new QLineEdit(this);
    m_email->setObjectName(u"emailEdit"_s);
    m_department = new DepartmentBox(book(), this);
    m_status = new QComboBox(this);
    m_status->setObjectName(u"statusComboBox"_s);
    m_joinedOn = makeDayField(book(), u"joinedOnDateField"_s, tr("Unknown"), this);
    m_leftOn = makeDayField(book(), u"leftOnDateField"_s, tr("Still here"), this);
    m_note = makeNoteEdit(u"noteEdit"_s, this);

    for (const auto &entry : enumEntries<MemberStatus>()) {
        const bool departed = m_member && m_member->status == MemberStatus::Departed;
        if (entry.value != MemberStatus::Departed || departed)
            m_status->addItem(translateDomain(entry.display), static_cast<int>(entry.value));
    }
    form()->addField(u"name"_s, tr("Name"), m_name);
    form()->addPair(u"number"_s, tr("Number"), m_number, u"email"_s, tr("E-mail"), m_email);
    form()->addPair(u"department"_s, tr("Department"), m_department, u"status"_s, tr("Status"), m_status);
    form()->addPair(u"joined_on"_s, tr("Joined on"), m_joinedOn, u"left_on"_s, tr("Left on"), m_leftOn);
    form()->addField(u"note"_s, tr("Note"), m_note)->setOptional(true);
    for (const char *key : {"name", "number", "email", "joined_on", "left_on", "note"})
        checkField(QString::fromLatin1(key));
    form()->field(u"left_on"_s)->setVisible(m_member && m_member->status == MemberStatus::Departed);
    connect(m_status, &QComboBox::currentIndexChanged, form()->field(u"left_on"_s), &FormField::recheck);
    connect(m_joinedOn, &DateField::changed, form()->field(u"left_on"_s), &FormField::recheck);
    resize(grown(560), sizeHint().height());
}

void MemberDialog::fill(const MemberDraft &draft)
{
    m_number->setText(draft.number);
    m_name->setText(draft.name);
    m_email->setText(draft.email);
    m_department->setDepartment(draft.department);
    m_status->setCurrentIndex(m_status->findData(static_cast<int>(draft.status)));
    m_joinedOn->setDate(draft.joinedOn);
    m_leftOn->setDate(draft.leftOn);
    m_note->setPlainText(draft.note);
}

MemberDraft MemberDialog::draft() const
{
    const auto status = static_cast<MemberStatus>(m_status->currentData().toInt());
    return {.number = m_number->text(),
            .name = m_name->text(),
            .email = m_email->text(),
            .department = m_department->department(),
            .status = status,
            .joinedOn = m_joinedOn->date(),
            .leftOn = status == MemberStatus::Departed ? m_leftOn->date() : std::nullopt,
            .note = m_note->toPlainText()};
}

Result<void> MemberDialog::check() const
{
    const Result<MemberFields> fields = draft().create();
    return fields ? Result<void>() : std::unexpected(fields.error());
}

void MemberDialog::save()
{
    const Result<MemberFields> fields = draft().create();
    if (!fields)
        return fail(fields.error());
    const auto write = [fields = *fields, member = m_member](const Services &services, Session &session) {
        if (!member)
            return services.catalogueService.addMember(session, fields);
        return services.catalogueService.updateMember(session, Member{fields, member->id, member->version});
    };
    run(tr("Saving …"), write, [this](const Booked<Member> &written) {
        const QString text = m_member ? tr("%1 was changed.") : tr("%1 was added.");
        finishSaved(written, text.arg(written.value.name.text()));
    });
}

void MemberDialog::loadTheirs()
{
    const auto read = [id = m_member->id](const Services &services, Session &session) {
        return services.members.find(session, id);
    };
    run(tr("Comparing …"), read, [this](const Member &theirs) {
        const DraftMerge<MemberDraft> merge(draftFields(), MemberDraft::of(*m_member),
                                            MemberDraft::of(theirs), draft());
        resolve(theirs.name.text(), merge, [this, theirs](const MemberDraft &merged) {
            m_member = theirs;
            fill(merged);
        });
    });
}

std::vector<DraftField<MemberDraft>> MemberDialog::draftFields() const
{
    const auto plain = [](const QString &text) { return text; };
    const auto day = [](std::optional<QDate> value) { return value ? displayDay(*value) : QString(); };
    const auto path = [box = m_department](std::optional<DepartmentId> value) {
        return box->pathText(value);
    };
    const auto field = [](const QString &key, const QString &label, auto access, auto text) {
        return draftField<MemberDraft>(key, label, access, text);
    };
    return {field(
                u"name"_s, tr("Name"), [](auto &d) -> auto & { return d.name; }, plain),
            field(
                u"number"_s, tr("Number"), [](auto &d) -> auto & { return d.number; }, plain),
            field(
                u"email"_s, tr("E-mail"), [](auto &d) -> auto & { return d.email; }, plain),
            field(
                u"department"_s, tr("Department"), [](auto &d) -> auto & { return d.department; }, path),
            field(
                u"status"_s, tr("Status"), [](auto &d) -> auto & { return d.status; },
                [](MemberStatus status) { return displayText(status); }),
            field(
                u"joined_on"_s, tr("Joined on"), [](auto &d) -> auto & { return d.joinedOn; }, day),
            field(
                u"left_on"_s, tr("Left on"), [](auto &d) -> auto & { return d.leftOn; }, day),
            field(u"note"_s, tr("Note"), [](auto &d) -> auto & { return d.note; }, plain)};
}

} // namespace seatledger
