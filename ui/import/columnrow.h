// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/importmapping.h"

#include <QStringList>
#include <QWidget>

class QComboBox;
class QPushButton;

namespace seatledger {

class BadgeLabel;
class TextLabel;

/// One column of a file: its heading with some values, the field it is taken for, how that was found, and how
/// days and numbers in it are read. What is only similar has a button to confirm it.
class ColumnRow final : public QWidget
{
    Q_OBJECT

public:
    ColumnRow(ImportKind kind, int column, QWidget *parent);

    void setSamples(const QStringList &samples);

    void setMatch(const ColumnMatch &match);
    [[nodiscard]] const ColumnMatch &match() const { return m_match; }

signals:
    /// A person chose something else, or confirmed it.
    void changed();

private:
    void buildLayout();
    void fillFormats();
    void chooseField();
    void chooseFormat();

    ImportKind m_kind;
    ColumnMatch m_match;
    TextLabel *m_heading;
    TextLabel *m_samples;
    QComboBox *m_field;
    BadgeLabel *m_origin;
    QPushButton *m_confirm;
    QComboBox *m_reading;
    TextLabel *m_doubt;
};

} // namespace seatledger
