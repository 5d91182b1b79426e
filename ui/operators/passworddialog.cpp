// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operators/passworddialog.h"

#include "core/domain/password.h"
#include "ui/book/dayfield.h"
#include "ui/common/widgets/formfield.h"
#include "ui/operators/passwordfield.h"

namespace seatledger {

using namespace Qt::StringLiterals;

PasswordDialog::PasswordDialog(BookAccess access, const Operator &whose, QWidget *parent)
    : EditDialog(access, u"password"_s, tr("Password of %1").arg(whose.displayName.text()), parent),
      m_login(whose.login.text()),
      m_name(whose.displayName.text()),
      m_password(new PasswordField(this)),
      m_validUntil(makeDayField(access, u"validUntilDateField"_s, tr("Does not expire"), this))
{
    setSubtitle(tr("Counts from the next time that %1 signs in; open sessions go on.").arg(m_login));
    m_password->setLogin(m_login);
    FormField *field = form()->addField(u"password"_s, tr("New password"), m_password);
    form()->addField(u"valid_until"_s, tr("Valid until and including"), m_validUntil);
    checkField(u"password"_s);
    connect(m_password, &PasswordField::changed, field, &FormField::recheck);
    m_password->setFocus();
}

Result<void> PasswordDialog::check() const
{
    auto fine = checkPassword(m_login, m_password->password());
    if (!fine)
        fine.error().details.insert(u"fields"_s, QJsonObject{{u"password"_s, fine.error().message}});
    return fine;
}

void PasswordDialog::save()
{
    const auto write = [login = m_login, password = m_password->password(), last = m_validUntil->date()](
                           const Services &services, Session &session) -> Result<bool> {
        std::optional<QDateTime> end;
        if (last) {
            const auto zone = services.operations.timeZone(session);
            if (!zone)
                return std::unexpected(zone.error());
            end = last->addDays(1).startOfDay(*zone).toUTC();
        }
        if (auto set = services.operatorService.setPassword(session, login, password, end); !set)
            return std::unexpected(std::move(set).error());
        return true;
    };
    run(tr("Saving …"), write, [this](bool) {
        emit passwordSet(tr("The password of %1 is set.").arg(m_name));
        accept();
    });
}

QString PasswordDialog::fieldOf(const QString &reason) const
{
    return reason == "verifier_expected"_L1 ? u"password"_s : QString();
}

} // namespace seatledger
