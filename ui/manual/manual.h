// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QLocale>
#include <QString>

#include <vector>

namespace seatledger {

struct ManualPage {
    QString name; ///< the file without its ending: `importing`
    QString title; ///< its first heading

    friend bool operator==(const ManualPage &, const ManualPage &) = default;
};

/// The manual as it is compiled in: Markdown pages with pictures, docs/manual in the sources. A page that is
/// not there in a language is answered in English. Reads resources only; any thread.
class Manual final
{
public:
    /// Where reading begins, and which lists all others.
    static QString firstPage();

    explicit Manual(const QLocale &language = QLocale());

    /// The first page, then the others in the order in which it names them.
    [[nodiscard]] std::vector<ManualPage> pages() const;
    /// Whether there is a page of this name.
    [[nodiscard]] bool contains(const QString &page) const;
    /// The Markdown of a page; empty if there is none.
    [[nodiscard]] QString text(const QString &page) const;
    /// The file of a picture, as pages name it: `images/members.png`; empty if there is none.
    [[nodiscard]] QByteArray picture(const QString &path) const;
    /// The pages that have all these words, in whatever order and case, in the order of pages(). All if there
    /// are no words.
    [[nodiscard]] std::vector<ManualPage> pagesAbout(const QString &words) const;

private:
    [[nodiscard]] QByteArray read(const QString &path) const;

    QString m_language;
};

} // namespace seatledger
