// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/audit/operationcontents.h"

#include <QWidget>

class QToolButton;
class QVBoxLayout;

namespace seatledger {

class KeyValueForm;
class TextLabel;

/// The rows that an operation changed, one below the other: what each is called, what was done to it, and its
/// fields, old → new. Shows a page of them, however many there are; whoever fills it turns the pages.
class ChangeList final : public QWidget
{
    Q_OBJECT

public:
    explicit ChangeList(QWidget *parent = nullptr);

    /// `first` is the number of the page's first row, from 0, of `total`.
    void showPage(const ChangePage &page, qint64 first, qint64 total);
    /// All that is shown, a line each, as people read it: for tests and the clipboard.
    [[nodiscard]] QStringList lines() const { return m_lines; }
    /// Whether objects can be opened at all.
    void setOpenable(bool openable, const QString &reason = {});

signals:
    void previousRequested();
    void nextRequested();
    /// A changed row is to be shown on its own page.
    void objectRequested(const seatledger::ObjectPlace &place);

private:
    void clear();
    void addChange(const AuditEntry &entry, const ChangeContext &context);
    void alignValues();
    [[nodiscard]] QWidget *makeHeading(const AuditEntry &entry, const ChangeContext &context);
    void showPager(qint64 first, qint64 shown, qint64 total);

    QVBoxLayout *m_rows;
    QWidget *m_pager;
    QToolButton *m_previous;
    TextLabel *m_place;
    QToolButton *m_next;
    QStringList m_lines;
    QList<QToolButton *> m_openers;
    QList<KeyValueForm *> m_forms;
    bool m_openable = true;
    QString m_notOpenable;
};

} // namespace seatledger
