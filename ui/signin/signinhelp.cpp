// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/signinhelp.h"

#include <QCoreApplication>
#include <QHash>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

QString fieldOf(const QString &reason)
{
    static const QHash<QString, QString> fields = {
        {u"host_unknown"_s, u"host"_s},
        {u"refused"_s, u"host"_s},
        {u"timed_out"_s, u"host"_s},
        {u"unreachable"_s, u"host"_s},
        {u"not_postgresql"_s, u"port"_s},
        {u"certificate_host"_s, u"host"_s},
        {u"tls_missing"_s, u"sslmode"_s},
        {u"tls_failed"_s, u"sslmode"_s},
        {u"certificate_untrusted"_s, u"sslrootcert"_s},
        {u"ca_file_missing"_s, u"sslrootcert"_s},
        {u"ca_file_unreadable"_s, u"sslrootcert"_s},
        {u"password_wrong"_s, u"password"_s},
        {u"password_needed"_s, u"password"_s},
        {u"login_refused"_s, u"user"_s},
        {u"no_role"_s, u"user"_s},
        {u"no_such_database"_s, u"database"_s},
        {u"database_forbidden"_s, u"database"_s},
        {u"no_book"_s, u"database"_s},
    };
    return fields.value(reason);
}

} // namespace

SignInHelp SignInHelp::of(const Error &error)
{
    const QString reason = error.details.value("reason"_L1).toString();
    SignInHelp help{.fieldKey = fieldOf(reason)};
    if (help.fieldKey.isEmpty())
        help.fieldKey = error.details.value("field"_L1).toString();
    if (help.fieldKey == "sslrootcert"_L1)
        help.offer = Offer::ChooseAuthority;
    if (error.details.value("may_migrate"_L1).toBool())
        help.offer = reason == "no_book"_L1 ? Offer::MakeBook : Offer::UpdateBook;
    if (reason == "postgres_gone"_L1 && error.details.contains("newer_major"_L1))
        help.offer = Offer::ReviveWorkspace;
    help.isQuestion = reason == "password_needed"_L1;
    return help;
}

QString offerText(SignInHelp::Offer offer)
{
    switch (offer) {
    case SignInHelp::Offer::ChooseAuthority:
        return QCoreApplication::translate("SignIn", "Choose a file …");
    case SignInHelp::Offer::MakeBook:
        return QCoreApplication::translate("SignIn", "Make a book here …");
    case SignInHelp::Offer::UpdateBook:
        return QCoreApplication::translate("SignIn", "Update the book …");
    case SignInHelp::Offer::ReviveWorkspace:
        return QCoreApplication::translate("SignIn", "Make it anew from the dump …");
    case SignInHelp::Offer::None:
        break;
    }
    return {};
}

QString reportText(const SignInReport &report)
{
    const QString text = report.tls.isEmpty()
                             ? QCoreApplication::translate(
                                   "SignIn", "It works: PostgreSQL %1, signed in as “%2”, not encrypted.")
                             : QCoreApplication::translate(
                                   "SignIn",
                                   "It works: PostgreSQL %1, signed in as “%2”, encrypted with %3.");
    return report.tls.isEmpty() ? text.arg(report.serverVersion, report.login)
                                : text.arg(report.serverVersion, report.login, report.tls);
}

} // namespace seatledger
