// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operators/operatordialog.h"

#include "core/domain/password.h"
#include "ui/book/searches.h"
#include "ui/common/style/lengths.h"
#include "ui/common/widgets/formfield.h"
#include "ui/common/widgets/pickerfield.h"
#include "ui/common/widgets/textlabel.h"
#include "ui/operators/departmentchecks.h"
#include "ui/operators/operatortable.h"
#include "ui/operators/passwordfield.h"

#include <QComboBox>
#include <QLineEdit>

namespace seatledger {

using namespace Qt::StringLiterals;

OperatorDialog::OperatorDialog(BookAccess access, QWidget *parent)
    : EditDialog(access, u"operator"_s, tr("New operator"), parent)
{
    setSubtitle(tr("An operator signs in to this book, and may do what the role and the rights say."));
    build();
    fill({});
    m_login->setFocus();
}

OperatorDialog::OperatorDialog(BookAccess access, const KnownOperator &known, QWidget *parent)
    : EditDialog(access, u"operator"_s, tr("Edit operator"), parent), m_known(known)
{
    setSubtitle(tr("What changes counts at once, also for who is signed in now."));
    build();
    noteMember(known);
    fill(OperatorDraft::of(known.record));
    m_login->setReadOnly(true);
    form()->field(u"login"_s)->setHint(tr("A login cannot be renamed."));
    form()->field(u"password"_s)->hide();
    m_name->setFocus();
}

void OperatorDialog::build()
{
    m_login = new QLineEdit(this);
    m_login->setObjectName(u"loginEdit"_s);
    m_name = new QLineEdit(this);
    m_name->setObjectName(u"displayNameEdit"_s);
    m_role = new QComboBox(this);
    m_role->setObjectName(u"roleComboBox"_s);
    for (const auto &entry : enumEntries<Role>())
        m_role->addItem(translateDomain(entry.display), static_cast<int>(entry.value));
    m_member = new PickerField(memberSearch(book()), this);
    m_member->setObjectName(u"memberPicker"_s);
    m_member->setPlaceholderText(tr("None of the members"));
    m_member->setClearButtonEnabled(true);
    m_password = new PasswordField(this);
    m_departments = new DepartmentChecks(book(), this);
    m_rights = new EnumChecks<Right>(u"CheckBox"_s, this);
    m_noRights = new TextLabel(tr("This role takes no rights beyond it."), TextSize::Body, Tone::TextMuted,
                               this);
    m_noRights->setWordWrap(true);
    buildPerson();
    buildPower();
    resize(grown(820), sizeHint().height());
}

void OperatorDialog::buildPerson()
{
    form()->addPair(u"login"_s, tr("Login"), m_login, u"display_name"_s, tr("Name"), m_name);
    form()->addField(u"member"_s, tr("Member"), m_member);
    form()->addField(u"password"_s, tr("Password"), m_password)->setOptional(true);
    form()->addField(u"role"_s, tr("Role"), m_role);
    m_departments->setMinimumHeight(120);
    m_departments->setMaximumHeight(grown(150));
    form()->addField(u"departments"_s, tr("Looks after, with all below"), m_departments);
    checkField(u"departments"_s);
    connect(m_departments, &DepartmentChecks::changed, form()->field(u"departments"_s), &FormField::recheck);
    for (const char *key : {"login", "display_name"})
        checkField(QString::fromLatin1(key));
    form()->field(u"member"_s)->setCheck([this] {
        if (!m_member->current() && !m_member->text().trimmed().isEmpty())
            return tr("Choose one of the members, or leave it empty.");
        const Result<void> verdict = check();
        return verdict ? QString() : verdict.error().details["fields"_L1]["member"_L1].toString();
    });
    form()->field(u"password"_s)->setCheck([this] {
        const QString typed = password();
        const Result<void> fine = typed.isEmpty() ? Result<void>() : checkPassword(m_login->text(), typed);
        return fine ? QString() : fine.error().message;
    });
    connect(m_login, &QLineEdit::textChanged, this, [this](const QString &login) {
        m_password->setLogin(login);
        form()->field(u"password"_s)->recheck();
    });
    connect(m_password, &PasswordField::changed, form()->field(u"password"_s), &FormField::recheck);
    connect(m_member, &PickerField::currentChanged, form()->field(u"member"_s), &FormField::recheck);
    connect(m_role, &QComboBox::currentIndexChanged, this, &OperatorDialog::followRole);
}

void OperatorDialog::buildPower()
{
    auto *heading = new TextLabel(tr("Beyond the role"), TextSize::Heading, Tone::Text, this);
    m_power = addForm(heading);
    m_power->addField(u"rights"_s, tr("Rights, as far as the role sees"), m_rights);
    m_power->addWidget(m_noRights);
    checkField(u"rights"_s);
    connect(m_rights, &ExplainedChecks::changed, m_power->field(u"rights"_s), &FormField::recheck);
}

Role OperatorDialog::role() const
{
    return static_cast<Role>(m_role->currentData().toInt());
}

void OperatorDialog::followRole()
{
    form()->field(u"role"_s)->setHint(explanation(role()));
    form()->field(u"departments"_s)->setVisible(takesDepartments(role()));
    m_power->field(u"rights"_s)->setVisible(takesRights(role()));
    m_noRights->setVisible(!takesRights(role()));
    form()->field(u"password"_s)->setVisible(!m_known && role() != Role::Member);
    form()->field(u"member"_s)->setOptional(role() != Role::Member);
    form()->field(u"member"_s)->recheck();
}

void OperatorDialog::noteMember(const KnownOperator &known)
{
    if (known.record.member)
        m_memberNames.insert(*known.record.member, known.memberName);
}

void OperatorDialog::fill(const OperatorDraft &draft)
{
    m_login->setText(draft.login);
    m_name->setText(draft.displayName);
    m_role->setCurrentIndex(m_role->findData(static_cast<int>(draft.role)));
    m_member->setCurrent(draft.member ? std::optional(PickerItem{.id = draft.member->value(),
                                                                 .title = m_memberNames.value(*draft.member)})
                                      : std::nullopt);
    m_departments->choose(draft.departments);
    m_rights->choose(draft.rights);
    followRole();
}

QString OperatorDialog::password() const
{
    return m_known || role() == Role::Member ? QString() : m_password->password();
}

OperatorDraft OperatorDialog::draft() const
{
    const auto &member = m_member->current();
    return {.login = m_login->text(),
            .displayName = m_name->text(),
            .role = role(),
            .rights = takesRights(role()) ? m_rights->chosen() : std::vector<Right>(),
            .member = member ? MemberId::fromValue(member->id) : std::nullopt,
            .departments = takesDepartments(role()) ? m_departments->chosen() : std::vector<DepartmentId>()};
}

Result<void> OperatorDialog::check() const
{
    const Result<OperatorFields> fields = draft().create();
    return fields ? Result<void>() : std::unexpected(fields.error());
}

void OperatorDialog::save()
{
    const Result<OperatorFields> fields = draft().create();
    if (!fields)
        return fail(fields.error());
    const auto write = [fields = *fields, known = m_known, password = password()](const Services &services,
                                                                                  Session &session) {
        if (!known)
            return services.operatorService.add(session, fields, password);
        const Operator &record = known->record;
        return services.operatorService.update(
            session, Operator{fields, record.id, record.disabledAt, record.version});
    };
    run(tr("Saving …"), write, [this](const Booked<Operator> &written) {
        const QString text = m_known ? tr("%1 was changed.") : tr("%1 may sign in now.");
        finishSaved(written, text.arg(written.value.displayName.text()));
    });
}

QString OperatorDialog::fieldOf(const QString &reason) const
{
    if (reason == "login_fixed"_L1 || reason == "login_not_adoptable"_L1)
        return u"login"_s;
    if (reason == "own_operator"_L1)
        return u"role"_s;
    if (reason == "beyond_own_rights"_L1)
        return takesRights(role()) ? u"rights"_s : u"role"_s;
    return {};
}

void OperatorDialog::loadTheirs()
{
    const auto read = [id = m_known->record.id](const Services &services, Session &session) {
        return readOperator(services, session, id);
    };
    run(tr("Comparing …"), read, [this](const KnownOperator &theirs) {
        noteMember(theirs);
        if (const auto &mine = m_member->current())
            m_memberNames.insert(*MemberId::fromValue(mine->id), mine->title);
        const DraftMerge<OperatorDraft> merge(draftFields(), OperatorDraft::of(m_known->record),
                                              OperatorDraft::of(theirs.record), draft());
        resolve(theirs.record.displayName.text(), merge, [this, theirs](const OperatorDraft &merged) {
            m_known = theirs;
            fill(merged);
        });
    });
}

std::vector<DraftField<OperatorDraft>> OperatorDialog::draftFields() const
{
    const auto field = [](const QString &key, const QString &label, auto access, auto text) {
        return draftField<OperatorDraft>(key, label, access, text);
    };
    return {field(
                u"display_name"_s, tr("Name"), [](auto &d) -> auto & { return d.displayName; },
                [](const QString &text) { return text; }),
            field(
                u"role"_s, tr("Role"), [](auto &d) -> auto & { return d.role; },
                [](Role role) { return displayText(role); }),
            field(
                u"member"_s, tr("Member"), [](auto &d) -> auto & { return d.member; },
                [this](std::optional<MemberId> member) {
                    return member ? m_memberNames.value(*member) : QString();
                }),
            field(
                u"departments"_s, tr("Departments"), [](auto &d) -> auto & { return d.departments; },
                [this](const std::vector<DepartmentId> &ids) { return m_departments->pathsText(ids); }),
            field(u"rights"_s, tr("Rights"), [](auto &d) -> auto & { return d.rights; }, rightsText)};
}

} // namespace seatledger
