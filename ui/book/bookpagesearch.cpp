// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/book/bookpage.h"
#include "ui/book/pagesearch.h"
#include "ui/common/models/pagedtablemodelbase.h"
#include "ui/common/widgets/segmentedfilter.h"
#include "ui/common/wording.h"
#include "ui/views/savedviewstore.h"
#include "ui/views/viewsbutton.h"

#include <QAction>
#include <QHBoxLayout>
#include <QToolButton>

namespace seatledger {

using namespace Qt::StringLiterals;

void BookPage::buildChips()
{
    m_chips->setObjectName(objectName() + u"Chips"_s);
    connect(m_chips, &FilterChips::clearRequested, this, &BookPage::useEmptyButton);
    connect(m_filter, &SegmentedFilter::currentChanged, this, &BookPage::filtersChanged);
}

/// For lists whose searches have a grammar: those are what it is worth to come back to.
void BookPage::buildViews()
{
    if (m_search->grammar().fields.isEmpty())
        return;
    SavedViewStore *store = m_book.views ? m_book.views : new SavedViewStore(m_book, this);
    m_viewsButton = new ViewsButton(*store, m_dialogs,
                                    {.page = objectName().chopped(4),
                                     .state = [this] { return viewState(); },
                                     .show = [this](const QVariantMap &state) { showPlace(state); }},
                                    this);
    connect(m_viewsButton, &ViewsButton::toastRequested, this, &Page::toastRequested);
    connect(m_viewsButton, &ViewsButton::elsewhereRequested, this, &Page::placeRequested);
    m_toolLine->addWidget(m_viewsButton);
}

void BookPage::buildColumnsButton()
{
    QAction *columns = makeAction(u"columns"_s, tr("Choose columns …"), u"columns-3"_s,
                                  QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C),
                                  [this] { m_view->chooseColumns(); });
    auto *button = new QToolButton(this);
    button->setObjectName(u"columnsToolButton"_s);
    button->setDefaultAction(columns);
    button->setToolTip(tr("Choose columns (%1)").arg(columns->shortcut().toString(QKeySequence::NativeText)));
    m_toolLine->addWidget(button);
}

SearchGrammar BookPage::searchGrammar() const
{
    return m_search->grammar();
}

const QString &BookPage::searchText() const
{
    return m_search->text();
}

const SearchQuery &BookPage::searchQuery() const
{
    return m_search->query();
}

void BookPage::search(const QString &text)
{
    if (const auto taken = m_search->take(text); !taken)
        return emit searchRefused(taken.error());
    emit searchTaken();
    applyFilter();
    filtersChanged();
    if (!m_revealed.isEmpty() && !m_view->table()->isBusy())
        selectRevealed(); // it was searched for already
}

/// As if it had been typed.
void BookPage::changeSearch(const QString &text)
{
    emit searchTextChanged(text);
    search(text);
}

std::vector<FilterChip> BookPage::filterChips()
{
    if (m_filter->isAtFirst())
        return {};
    return {{labelled(m_filter->accessibleName(), m_filter->currentText()), [this] {
                 m_filter->reset();
                 applyFilter();
                 filtersChanged();
             }}};
}

void BookPage::filtersChanged()
{
    std::vector<FilterChip> chips;
    for (const SearchTerm &term : searchQuery().terms)
        chips.push_back({searchTermTitle(term, m_search->grammar()), [this, term] {
                             changeSearch(withoutTerm(searchText(), term.position, term.length));
                         }});
    for (FilterChip &chip : filterChips())
        chips.push_back(std::move(chip));
    m_chips->setChips(std::move(chips));
    emit placeChanged();
}

} // namespace seatledger
