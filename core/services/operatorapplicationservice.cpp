// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/operatorapplicationservice.h"

#include "core/db/scramverifier.h"
#include "core/domain/operatorchange.h"
#include "core/domain/password.h"
#include "core/domain/refusal.h"
#include "core/services/refusalinwords.h"

#include <QCoreApplication>

#include <functional>
#include <utility>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

QString summaryOf(const char *source, const Operator &about)
{
    return QCoreApplication::translate("services", source).arg(about.displayName.text(), about.login.text());
}

Result<void> unlessRefused(const std::optional<Refusal> &refusal)
{
    if (refusal)
        return std::unexpected(refusal->toError());
    return {};
}

/// What the database refused for who asks is forbidden, as it is when refused here.
Error withDomainCode(Error error)
{
    if (const auto refusal = Refusal::fromDetails(error.details))
        error.code = refusal->toError().code;
    if (error.details.value("constraint"_L1).toString() == "operator_login"_L1) {
        error.message = QCoreApplication::translate("services", "Another operator has this login.");
        error.details.insert("field"_L1, u"login"_s);
    }
    return error;
}

template <typename T>
Result<T> withDomainCode(Result<T> result)
{
    return result ? std::move(result) : std::unexpected(withDomainCode(std::move(result).error()));
}

} // namespace

/// What is done to an operator that is there.
struct OperatorApplicationService::Change {
    QString kind;
    const char *summary;
    QString reason;
    /// What it is to be; or why not.
    std::function<Result<Operator>(const Operator &current)> wanted;
};

OperatorApplicationService::OperatorApplicationService(const OperatorRepository &operators,
                                                       const OperationRepository &operations,
                                                       const AccessApplicationService &access)
    : m_operators(operators), m_operations(operations), m_access(access)
{}

Result<Booked<Operator>> OperatorApplicationService::add(Session &session, const OperatorFields &fields,
                                                         const QString &password) const
{
    const auto access = managing(session);
    if (!access)
        return std::unexpected(access.error());
    if (auto may = unlessRefused(refusedAddition(access->acting(), fields)); !may)
        return std::unexpected(std::move(may).error());
    if (auto fine = password.isEmpty() ? Result<void>() : checkPassword(fields.login.text(), password); !fine)
        return std::unexpected(std::move(fine).error());
    const QString summary = QCoreApplication::translate("services", "Add operator %1 (%2)")
                                .arg(fields.displayName.text(), fields.login.text());
    return withDomainCode(operate(session, u"add_operator", [&](Session &) -> Result<Booked<Operator>> {
        const auto operation = m_operations.begin(session, u"add_operator"_s, summary);
        if (!operation)
            return std::unexpected(operation.error());
        auto added = m_operators.add(session, fields);
        if (!added)
            return std::unexpected(std::move(added).error());
        if (auto set = password.isEmpty() ? Result<void>()
                                          : writePassword(session, fields.login.text(), password);
            !set)
            return std::unexpected(std::move(set).error());
        return Booked<Operator>{*std::move(added), *operation};
    }));
}

Result<Booked<Operator>> OperatorApplicationService::update(Session &session, const Operator &changed) const
{
    return change(session, changed,
                  {.kind = u"edit_operator"_s,
                   .summary = QT_TRANSLATE_NOOP("services", "Edit operator %1 (%2)"),
                   .reason = {},
                   .wanted = [&](const Operator &current) -> Result<Operator> {
                       Operator wanted = changed;
                       wanted.disabledAt = current.disabledAt;
                       return wanted;
                   }});
}

Result<Booked<Operator>> OperatorApplicationService::disable(Session &session, const Operator &which,
                                                             const QString &reason) const
{
    return change(session, which,
                  {.kind = u"disable_operator"_s,
                   .summary = QT_TRANSLATE_NOOP("services", "Disable operator %1 (%2)"),
                   .reason = reason,
                   .wanted = [&](const Operator &current) -> Result<Operator> {
                       if (current.isDisabled())
                           return std::unexpected(Refusal{.reason = RefusalReason::NoChange}.toError());
                       Operator wanted = current;
                       wanted.disabledAt = session.now();
                       return wanted;
                   }});
}

Result<Booked<Operator>> OperatorApplicationService::enable(Session &session, const Operator &which) const
{
    return change(session, which,
                  {.kind = u"enable_operator"_s,
                   .summary = QT_TRANSLATE_NOOP("services", "Enable operator %1 (%2)"),
                   .reason = {},
                   .wanted = [](const Operator &current) -> Result<Operator> {
                       if (!current.isDisabled())
                           return std::unexpected(Refusal{.reason = RefusalReason::NoChange}.toError());
                       Operator wanted = current;
                       wanted.disabledAt = std::nullopt;
                       return wanted;
                   }});
}

Result<Access> OperatorApplicationService::managing(Session &session) const
{
    auto access = m_access.load(session);
    if (!access)
        return access;
    if (auto may = access->require(Action::ManageOperators); !may)
        return std::unexpected(std::move(may).error());
    return access;
}

Result<Booked<Operator>> OperatorApplicationService::change(Session &session, const Operator &which,
                                                            const Change &how) const
{
    const auto access = managing(session);
    if (!access)
        return std::unexpected(access.error());
    return withDomainCode(operate(session, how.kind, [&](Session &) -> Result<Booked<Operator>> {
        const auto current = m_operators.find(session, which.id);
        if (!current)
            return std::unexpected(current.error());
        auto wanted = how.wanted(*current);
        if (!wanted)
            return std::unexpected(std::move(wanted).error());
        if (auto may = unlessRefused(refusedChange(access->acting(), *current, *wanted)); !may)
            return std::unexpected(std::move(may).error());
        const auto operation = m_operations.begin(session, how.kind, summaryOf(how.summary, *wanted),
                                                  how.reason);
        if (!operation)
            return std::unexpected(operation.error());
        wanted->version = which.version;
        auto written = m_operators.update(session, *wanted);
        if (!written)
            return std::unexpected(std::move(written).error());
        return Booked<Operator>{*std::move(written), *operation};
    }));
}

Result<void> OperatorApplicationService::setPassword(Session &session, const QString &login,
                                                     const QString &password,
                                                     const std::optional<QDateTime> &validUntil) const
{
    const auto access = m_access.load(session);
    if (!access)
        return std::unexpected(access.error());
    const auto whose = m_operators.findByLogin(session, login);
    if (!whose)
        return std::unexpected(whose.error());
    const bool isOwn = login == access->acting().login;
    if (auto may = isOwn ? Result<void>() : access->require(Action::ManageOperators); !may)
        return may;
    if (!*whose)
        return std::unexpected(Refusal{.reason = RefusalReason::OperatorUnknown}.toError());
    if (auto may = unlessRefused(refusedPassword(access->acting(), **whose)); !may)
        return may;
    if (auto fine = checkPassword(login, password); !fine)
        return fine;
    if (validUntil && *validUntil <= session.now()) {
        return failure(ErrorCode::InvalidInput,
                       QCoreApplication::translate("services", "This moment has passed already."),
                       {{u"field"_s, u"valid_until"_s}});
    }
    return withDomainCode(operate(session, u"set_password", [&](Session &) -> Result<void> {
        const QString summary = summaryOf(QT_TRANSLATE_NOOP("services", "Set the password of %1 (%2)"),
                                          **whose);
        // whoever sets their own may open no operation; the database does
        if (!isOwn) {
            if (const auto operation = m_operations.begin(session, u"set_password"_s, summary); !operation)
                return std::unexpected(operation.error());
        }
        return writePassword(session, login, password, validUntil);
    }));
}

Result<void> OperatorApplicationService::writePassword(Session &session, const QString &login,
                                                       const QString &password,
                                                       const std::optional<QDateTime> &validUntil) const
{
    const auto verifier = scramVerifier(session.connection(), login, password);
    if (!verifier)
        return std::unexpected(verifier.error());
    return m_operators.setPassword(session, login, *verifier, validUntil);
}

} // namespace seatledger
