// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/searchquery.h"
#include "ui/common/widgets/dialogframe.h"

namespace seatledger {

/// How the list of a page can be searched: its fields and the signs, each with an example that can be taken.
class SearchHelp final : public DialogFrame
{
    Q_OBJECT

public:
    SearchHelp(const SearchGrammar &grammar, QWidget *parent);

signals:
    /// It is closed, and this is to be searched for.
    void exampleChosen(const QString &example);

private:
    struct Line {
        QString example;
        QString meaning;
    };
    void addSection(const QString &title, const std::vector<Line> &lines, QWidget *contents);
    [[nodiscard]] static std::vector<Line> linesOf(const SearchGrammar &grammar);
};

} // namespace seatledger
