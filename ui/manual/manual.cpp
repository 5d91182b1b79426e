// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/manual/manual.h"

#include <QFile>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

QString titleOf(const QString &text)
{
    static const QRegularExpression heading(u"^# (.+)$"_s, QRegularExpression::MultilineOption);
    return heading.match(text).captured(1).trimmed();
}

QStringList namedPages(const QString &text)
{
    static const QRegularExpression link(u"\\]\\(([a-z-]+)\\.md\\)"_s);
    QStringList names;
    for (const QRegularExpressionMatch &match : link.globalMatch(text))
        names += match.captured(1);
    names.removeDuplicates();
    return names;
}

} // namespace

QString Manual::firstPage()
{
    return u"index"_s;
}

Manual::Manual(const QLocale &language)
    : m_language(language.language() == QLocale::Chinese ? u"zh_CN"_s : u"en"_s)
{}

QByteArray Manual::read(const QString &path) const
{
    for (const QString &language : {m_language, u"en"_s}) {
        QFile file(u":/manual/%1/%2"_s.arg(language, path));
        if (file.open(QIODevice::ReadOnly))
            return file.readAll();
    }
    return {};
}

QString Manual::text(const QString &page) const
{
    return QString::fromUtf8(read(page + u".md"_s));
}

bool Manual::contains(const QString &page) const
{
    return !text(page).isEmpty();
}

QByteArray Manual::picture(const QString &path) const
{
    return read(path);
}

std::vector<ManualPage> Manual::pages() const
{
    const QString first = text(firstPage());
    std::vector<ManualPage> found{{firstPage(), titleOf(first)}};
    for (const QString &name : namedPages(first)) {
        if (const QString page = text(name); !page.isEmpty())
            found.push_back({name, titleOf(page)});
    }
    return found;
}

std::vector<ManualPage> Manual::pagesAbout(const QString &words) const
{
    const QStringList wanted = words.split(u' ', Qt::SkipEmptyParts);
    std::vector<ManualPage> found = pages();
    std::erase_if(found, [&](const ManualPage &page) {
        const QString all = text(page.name);
        return !std::ranges::all_of(
            wanted, [&](const QString &word) { return all.contains(word, Qt::CaseInsensitive); });
    });
    return found;
}

} // namespace seatledger
