// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/searchhelp.h"

#include "ui/common/widgets/entrylist.h"
#include "ui/common/widgets/textlabel.h"
#include "ui/common/wording.h"

#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace seatledger {

using namespace Qt::StringLiterals;

SearchHelp::SearchHelp(const SearchGrammar &grammar, QWidget *parent)
    : DialogFrame(u"searchHelp"_s, tr("How to search"), parent)
{
    setSubtitle(
        tr("Words are looked for everywhere. Fields look in one place. Everything must hold. Choose an "
           "example to add it to the search."));
    auto *contents = new QWidget(this);
    auto *layout = new QVBoxLayout(contents);
    layout->setContentsMargins(0, 0, space(Space::S), 0);
    layout->setSpacing(space(Space::Xs));
    addSection(tr("Fields"), linesOf(grammar), contents);
    const QString name = grammar.fields.isEmpty() ? u"name"_s : grammar.fields.front().name;
    addSection(tr("Signs"),
               {{u"\"ana maria\""_s, tr("exactly these words, one after the other")},
                {u"-ana"_s, tr("without this word")},
                {u'-' + name + u":ana"_s, tr("turned round: all others")},
                {name + u":ana,ben"_s, tr("one of several values")},
                {name + u"=\"Ana Maria\""_s, tr("the whole of it; values with blanks stand in quotes")}},
               contents);
    layout->addStretch();
    auto *area = new QScrollArea(this);
    area->setObjectName(u"searchHelpArea"_s);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(contents);
    body()->addWidget(area, 1);
    connect(addButton(u"close"_s, tr("Close"), ButtonKind::Normal), &QPushButton::clicked, this,
            &QDialog::accept);
    resize(560, 640);
}

std::vector<SearchHelp::Line> SearchHelp::linesOf(const SearchGrammar &grammar)
{
    std::vector<Line> lines;
    for (const QueryField &field : grammar.fields) {
        QStringList meaning{field.title};
        if (field.kind == SearchKind::Choice) {
            QStringList words;
            for (const SearchChoice &choice : field.choices)
                words.append(choice.name);
            meaning.append(listed(words));
        } else if (!field.help.isEmpty()) {
            meaning.append(field.help);
        }
        lines.push_back({field.example, meaning.join(u" · "_s)});
    }
    return lines;
}

void SearchHelp::addSection(const QString &title, const std::vector<Line> &lines, QWidget *contents)
{
    auto *heading = new TextLabel(title, TextSize::Small, Tone::TextMuted, contents);
    heading->setTextWeight(QFont::DemiBold);
    auto *list = new EntryList(contents);
    list->setAccessibleName(title);
    std::vector<Entry> entries;
    for (std::size_t i = 0; i < lines.size(); ++i)
        entries.push_back({.id = static_cast<qint64>(i + 1),
                           .title = lines[i].example,
                           .detail = lines[i].meaning,
                           .iconName = u"search"_s});
    list->setEntries(std::move(entries));
    const auto use = [this, lines](qint64 id) {
        accept();
        emit exampleChosen(lines[static_cast<std::size_t>(id - 1)].example);
    };
    connect(list, &EntryList::entryActivated, this, use);
    connect(list, &QListView::clicked, this, [use](const QModelIndex &index) { use(index.row() + 1); });
    contents->layout()->addWidget(heading);
    contents->layout()->addWidget(list);
}

} // namespace seatledger
