// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>
#include <QList>
#include <QString>

#include <vector>

class QFrame;
class QLineEdit;
class QListWidget;
class QListWidgetItem;

namespace seatledger {

/// A choice of several of many: looks like a box; its list has a check for each and a field to find them in.
/// Nothing chosen is everything. What is chosen holds though it is not among the items yet.
///
/// Keys: Down or Space open it; in the list Space takes and gives back, letters search, Enter and Escape
/// close.
class ChoiceBox final : public QComboBox
{
    Q_OBJECT

public:
    struct Item {
        qint64 id = 0;
        QString text;
    };

    /// `noneText` is what it says while nothing is chosen: "All vendors".
    explicit ChoiceBox(const QString &noneText, QWidget *parent = nullptr);
    ~ChoiceBox() override;

    void setItems(std::vector<Item> items);
    /// Without telling.
    void setChosen(const QList<qint64> &ids);
    [[nodiscard]] QList<qint64> chosen() const { return m_chosen; }
    /// The chosen ones by name, in the order of the items.
    [[nodiscard]] QStringList chosenTexts() const;

    /// Room for what it says while nothing is chosen.
    [[nodiscard]] QSize minimumSizeHint() const override;
    void showPopup() override;
    void hidePopup() override;
    [[nodiscard]] QWidget *popup() const;

signals:
    /// The person chose something else; with each check.
    void chosenChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildPopup();
    void fillList();
    void findItems(const QString &text);
    void toggle(QListWidgetItem *item);
    void showSummary();

    QString m_noneText;
    std::vector<Item> m_items;
    QList<qint64> m_chosen;
    QFrame *m_popup;
    QLineEdit *m_search;
    QListWidget *m_list;
};

} // namespace seatledger
