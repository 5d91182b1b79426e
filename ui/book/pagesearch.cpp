// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/book/pagesearch.h"

namespace seatledger {

using namespace Qt::StringLiterals;

PageSearch::PageSearch(BookAccess access, QObject *parent) : QObject(parent), m_book(access) {}

Result<void> PageSearch::take(const QString &text)
{
    if (m_grammar.fields.isEmpty()) {
        m_text = text;
        m_query = {text, {}};
        return {};
    }
    auto query = parseSearch(text, m_grammar, m_book.today());
    if (!query)
        return std::unexpected(std::move(query).error());
    m_text = text;
    m_query = *std::move(query);
    return {};
}

void PageSearch::clear()
{
    m_text.clear();
    m_query = {};
}

void PageSearch::learn()
{
    if (m_isKnown || m_grammar.fields.isEmpty())
        return;
    m_isKnown = true;
    m_book.ask(
        this, [](const Services &services, Session &session) { return services.finder.landmarks(session); },
        [this](const Result<Landmarks> &known) {
            m_isKnown = known.has_value();
            if (!known)
                return;
            m_grammar.setChoices(known->departments, known->products, known->vendors);
            emit learnt();
        });
}

} // namespace seatledger
