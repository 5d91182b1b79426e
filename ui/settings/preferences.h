// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/style/desktoplook.h"
#include "ui/common/style/theme.h"

#include <QObject>
#include <QString>

namespace seatledger {

/// How this person wants the window to be: look, size of text, language, the page it begins with. Kept in
/// QSettings, and applied to the whole program at once whenever something is chosen; windows follow by the
/// events that Qt sends them. GUI thread.
class Preferences final : public QObject
{
    Q_OBJECT

public:
    /// Reads what was chosen earlier; nothing is applied before apply(). `look` is followed and must outlive
    /// it.
    explicit Preferences(DesktopLook &look, QObject *parent = nullptr);

    /// Dresses the program and makes it speak the language.
    void apply() const;

    [[nodiscard]] SchemeChoice scheme() const { return m_scheme; }
    void setScheme(SchemeChoice scheme);
    /// In percent of the desktop's size.
    [[nodiscard]] int textPercent() const { return m_textPercent; }
    void setTextPercent(int percent);
    /// As QLocale::name(), one of the offered ones; empty: the desktop's.
    [[nodiscard]] const QString &language() const { return m_language; }
    void setLanguage(const QString &name);
    /// The id of a page; empty: the one of last time.
    [[nodiscard]] const QString &startPage() const { return m_startPage; }
    void setStartPage(const QString &id);

signals:
    void schemeChanged(seatledger::SchemeChoice scheme);

private:
    void dress() const;

    DesktopLook &m_look;
    SchemeChoice m_scheme = SchemeChoice::System;
    int m_textPercent = 100;
    QString m_language;
    QString m_startPage;
};

} // namespace seatledger
