// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/password.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <array>
#include <cmath>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestPassword = 1000;

/// What is left of the most common passwords of at least ten characters without their digits and signs.
constexpr std::array commonWords{"password"_L1, "passwort"_L1,   "passw"_L1,     "qwertyuiop"_L1,
                                 "qwerty"_L1,   "qwertz"_L1,     "asdfghjkl"_L1, "iloveyou"_L1,
                                 "letmein"_L1,  "welcome"_L1,    "changeme"_L1,  "administrator"_L1,
                                 "admin"_L1,    "seatledger"_L1, "secret"_L1,    "postgres"_L1,
                                 "sunshine"_L1, "dragon"_L1,     "football"_L1,  "abc"_L1};

QString lettersOf(const QString &text)
{
    QString letters;
    std::ranges::copy_if(text.toLower(), std::back_inserter(letters),
                         [](QChar character) { return character.isLetter(); });
    return letters;
}

bool isLikeLogin(const QString &login, const QString &password)
{
    const QString letters = lettersOf(password);
    return !login.isEmpty()
           && (password.compare(login, Qt::CaseInsensitive) == 0 || letters == lettersOf(login));
}

/// 1234567890, aaaaaaaaaa, abcabcabcabc: few characters or one step after the other.
bool isMonotonous(const QString &password)
{
    const QSet<QChar> kinds(password.cbegin(), password.cend());
    if (kinds.size() < 5)
        return true;
    qsizetype steps = 0;
    for (qsizetype i = 1; i < password.size(); ++i)
        steps += std::abs(password[i].unicode() - password[i - 1].unicode()) <= 1 ? 1 : 0;
    return steps * 3 > password.size() * 2;
}

bool isCommon(const QString &password)
{
    const QString letters = lettersOf(password);
    return isMonotonous(password) || std::ranges::find(commonWords, letters) != commonWords.end();
}

std::unexpected<Error> refused(const QString &sentence)
{
    return failure(ErrorCode::InvalidInput, sentence, {{"field"_L1, u"password"_s}});
}

/// Bits, by how many characters of its kinds there are and how many differ.
double guessingBits(const QString &password)
{
    int alphabet = 0;
    const auto has = [&](auto kind) { return std::ranges::any_of(password, kind); };
    alphabet += has([](QChar c) { return c.isLower(); }) ? 26 : 0;
    alphabet += has([](QChar c) { return c.isUpper(); }) ? 26 : 0;
    alphabet += has([](QChar c) { return c.isDigit(); }) ? 10 : 0;
    alphabet += has([](QChar c) { return !c.isLetterOrNumber(); }) ? 20 : 0;
    alphabet += has([](QChar c) { return c.isLetter() && !c.isLower() && !c.isUpper(); }) ? 1000 : 0;
    const auto kinds = double(QSet<QChar>(password.cbegin(), password.cend()).size());
    const double counted = std::min(double(password.size()), kinds * 1.5);
    return counted * std::log2(std::max(alphabet, 2));
}

} // namespace

Result<void> checkPassword(const QString &login, const QString &password)
{
    if (password.size() < shortestPassword) {
        return refused(QCoreApplication::translate("domain", "A password has at least %n characters.",
                                                   nullptr, shortestPassword));
    }
    if (password.size() > longestPassword)
        return refused(QCoreApplication::translate("domain", "This password is too long."));
    const bool hasControl = std::ranges::any_of(
        password, [](QChar character) { return character.category() == QChar::Other_Control; });
    if (hasControl)
        return refused(QCoreApplication::translate("domain", "A password has no line breaks or tabs in it."));
    if (isLikeLogin(login, password))
        return refused(QCoreApplication::translate("domain", "This password is too much like the login."));
    if (isCommon(password))
        return refused(
            QCoreApplication::translate("domain", "This password is one of the first that anybody tries."));
    return {};
}

PasswordStrength passwordStrength(const QString &login, const QString &password)
{
    constexpr double strongBits = 75;
    if (!checkPassword(login, password))
        return PasswordStrength::Weak;
    return guessingBits(password) >= strongBits ? PasswordStrength::Strong : PasswordStrength::Fair;
}

} // namespace seatledger
