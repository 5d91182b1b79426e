// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tokens/tokendialog.h"

#include "core/domain/period.h"
#include "ui/common/style/lengths.h"
#include "ui/common/widgets/formfield.h"
#include "ui/common/widgets/pickerfield.h"
#include "ui/common/widgets/textlabel.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr int offeredOwners = 20;
constexpr int usualDays = 90;

PickerField::Search ownerSearch(BookAccess access)
{
    return [access](const QString &text, CancelToken token) {
        return access.run(
            [text](const Services &services, Session &session) -> Result<std::vector<PickerItem>> {
                const auto page = services.operatorLists.operators(
                    session, {.search = text, .disabled = false}, {OperatorSort::ByName}, {}, 0,
                    offeredOwners);
                if (!page)
                    return std::unexpected(page.error());
                std::vector<PickerItem> items;
                for (const OperatorRow &row : page->rows)
                    items.push_back({row.id.value(), row.name, row.login, u"user-shield"_s});
                return items;
            },
            std::move(token));
    };
}

} // namespace

TokenDialog::TokenDialog(BookAccess access, QWidget *parent)
    : EditDialog(access, u"token"_s, tr("New token"), parent),
      m_name(new QLineEdit(this)),
      m_days(new QSpinBox(this)),
      m_scopes(new EnumChecks<TokenScope>(u"ScopeCheckBox"_s, this))
{
    setSubtitle(
        tr("A program that has the token acts as its owner, and may only do less, as its scopes say."));
    buildFields();
    if (auto *save = findChild<QPushButton *>(u"saveButton"_s))
        save->setText(tr("Create token"));
    m_name->setFocus();
    resize(grown(820), grown(420)); // as tall as it must be
}

void TokenDialog::buildFields()
{
    m_name->setObjectName(u"nameEdit"_s);
    m_name->setPlaceholderText(tr("Self-service portal"));
    form()->addField(u"name"_s, tr("What it is used for"), m_name);
    checkField(u"name"_s);
    if (book().may(Action::ManageOperators))
        buildOwner();
    m_days->setObjectName(u"daysSpinBox"_s);
    m_days->setRange(1, TokenDraft::longestDays);
    m_days->setValue(usualDays);
    form()->addField(u"expires_at"_s, tr("Lasts, in days"), m_days);
    checkField(u"expires_at"_s);
    connect(m_days, &QSpinBox::valueChanged, this, &TokenDialog::showEnd);
    showEnd();
    Form *right = addForm(new TextLabel(tr("Scopes"), TextSize::Heading, Tone::Text, this));
    FormField *scopes = right->addField(u"scopes"_s, tr("What it may be used for"), m_scopes);
    checkField(u"scopes"_s);
    connect(m_scopes, &ExplainedChecks::changed, scopes, &FormField::recheck);
}

void TokenDialog::buildOwner()
{
    m_owner = new PickerField(ownerSearch(book()), this);
    m_owner->setObjectName(u"ownerPicker"_s);
    m_owner->setPlaceholderText(tr("Login or name"));
    FormField *field = form()->addField(u"owner"_s, tr("Acts as"), m_owner);
    if (const Permits *permits = book().permits; permits && permits->access().acting().id) {
        const ActingOperator &me = permits->access().acting();
        m_owner->setCurrent(PickerItem{me.id->value(), me.displayName, me.login});
    }
    field->setCheck([this] { return ownerProblem(); });
    connect(m_owner, &PickerField::currentChanged, field, &FormField::recheck);
}

QString TokenDialog::ownerProblem() const
{
    return m_owner->current() ? QString() : tr("Choose the operator that it acts as.");
}

void TokenDialog::showEnd()
{
    const QDateTime end = QDateTime::currentDateTime().addDays(m_days->value());
    form()
        ->field(u"expires_at"_s)
        ->setHint(tr("Until %1; %2 days at most.").arg(displayDay(end.date())).arg(TokenDraft::longestDays));
}

TokenDraft TokenDialog::draft() const
{
    return {.name = m_name->text(),
            .scopes = m_scopes->chosen(),
            .expiresAt = QDateTime::currentDateTimeUtc().addDays(m_days->value())};
}

Result<void> TokenDialog::check() const
{
    // whose it is makes no difference to what is typed
    const auto fields = draft().create(*OperatorId::fromValue(1), QDateTime::currentDateTimeUtc());
    return fields ? Result<void>() : std::unexpected(fields.error());
}

void TokenDialog::save()
{
    const QString owner = m_owner && m_owner->current() ? m_owner->current()->detail : QString();
    const auto write = [draft = draft(), days = m_days->value(), owner](const Services &services,
                                                                        Session &session) mutable {
        draft.expiresAt = session.now().addDays(days);
        return services.tokens.create(session, draft, owner);
    };
    run(tr("Creating …"), write, [this](const Booked<NewToken> &made) {
        emit created(made.value);
        accept();
    });
}

QString TokenDialog::fieldOf(const QString &reason) const
{
    if (reason == "operator_unknown"_L1)
        return u"owner"_s;
    if (reason == "beyond_own_rights"_L1)
        return m_owner ? u"owner"_s : u"scopes"_s;
    return {};
}

} // namespace seatledger
