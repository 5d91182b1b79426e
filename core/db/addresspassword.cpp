// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/addresspassword.h"

#include <QByteArray>
#include <QRegularExpression>

#include <cstring>
#include <vector>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

struct Span {
    qsizetype start = 0;
    qsizetype length = 0;
};

/// Where passwords stand. Generous: `postgresql://ann:a@b/c@host` is malformed, and all of `a@b/c` is meant.
std::vector<Span> passwords(const QString &address)
{
    static const QRegularExpression forms(
        uR"(^[a-z]+:/{1,3}[^:@/?]*:(?<user>[^?]*)@)"
        R"(|[?&](?:ssl)?password=(?<query>[^&]*))"
        R"(|(?:^|\s)(?:ssl)?password\s*=\s*(?<key>'(?:[^'\\]|\\.)*(?:'|\\?$)|(?:[^'\s\\]|\\.)\S*|\\?$))"_s,
        QRegularExpression::DotMatchesEverythingOption);
    std::vector<Span> spans;
    for (auto found = forms.globalMatch(address); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        for (const auto &group : {u"user"_s, u"query"_s, u"key"_s}) {
            if (match.capturedLength(group) > 0)
                spans.push_back({match.capturedStart(group), match.capturedLength(group)});
        }
    }
    return spans;
}

} // namespace

QString withoutPassword(const QString &address)
{
    QString masked = address;
    const std::vector<Span> spans = passwords(address);
    for (auto span = spans.rbegin(); span != spans.rend(); ++span)
        masked.replace(span->start, span->length, u"***"_s);
    return masked;
}

void hidePasswords(int argc, char *argv[])
{
    for (int i = 1; i < argc; ++i) {
        // a character for each byte, so that places agree
        for (const Span &span : passwords(QString::fromLatin1(argv[i])))
            std::memset(argv[i] + span.start, '*', static_cast<std::size_t>(span.length));
        // `--database=ADDRESS` in one
        if (char *value = std::strchr(argv[i], '='); value && std::strncmp(argv[i], "--", 2) == 0) {
            for (const Span &span : passwords(QString::fromLatin1(value + 1)))
                std::memset(value + 1 + span.start, '*', static_cast<std::size_t>(span.length));
        }
    }
}

} // namespace seatledger
