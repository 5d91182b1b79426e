// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/error.h"
#include "core/domain/searchcompletion.h"

#include <QFrame>
#include <QPointer>

#include <functional>

class QAction;
class QDialog;
class QListView;

namespace seatledger {

class SearchField;
class TextLabel;

/// What a search field with a grammar has around it: a list of fields and values that completes what is
/// being typed, what is wrong with the search under the field, and a help page with examples behind a "?" and
/// F1. Down and Up choose, Tab or Enter takes what is chosen, Tab alone the first one; Escape closes. The
/// keyboard stays in the field. Part of the window, not a window of its own, so that input methods work.
class SearchAssist final : public QObject
{
    Q_OBJECT

public:
    explicit SearchAssist(SearchField *field);
    ~SearchAssist() override;

    /// Of the page in sight; without fields the search field is just that.
    void setGrammar(std::function<SearchGrammar()> grammar);
    /// What is wrong. What may become right by typing on is said only once the person does not type on.
    void showError(const Error &error);
    void clearError();
    [[nodiscard]] QString errorText() const;

    /// The list of suggestions and its texts, as they are in sight.
    [[nodiscard]] QStringList suggestions() const;
    QDialog *showHelp();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    class Popup;
    class Model;

    bool takeKey(class QKeyEvent *event);
    void suggest(bool always);
    void hideSuggestions();
    void move(int step);
    void take(int row);
    void useExample(const QString &example);
    void sayError();
    void placeUnderField(QFrame *frame, int width, int height) const;
    [[nodiscard]] SearchGrammar grammar() const { return m_grammar ? m_grammar() : SearchGrammar(); }

    SearchField *m_field;
    std::function<SearchGrammar()> m_grammar;
    QAction *m_helpAction;
    SearchCompletion m_completion;
    QPointer<QFrame> m_popup;
    QListView *m_list = nullptr;
    Model *m_model;
    QPointer<QFrame> m_bubble;
    TextLabel *m_message = nullptr;
    std::optional<Error> m_error;
};

} // namespace seatledger
