// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace seatledger {

/// One cell as LibreOffice has it.
struct SheetCell {
    QString type =
        {}; ///< `string`, `float`, `date`, `boolean`, `currency`, `percentage`; empty: nothing there
    QString text = {};  ///< what is shown, lines parted by LF
    QString value = {}; ///< what it computes with; empty for a text
    QString formula = {};
};

using SheetRow = QList<SheetCell>;

struct Sheet {
    QString name;
    QList<SheetRow> rows; ///< up to the last one with anything in it; so are the cells of a row
};

/// A file as LibreOffice opens it. CSV is opened as its import dialogue does where cells in quotation marks
/// are said to be texts.
struct Spreadsheet {
    QList<Sheet> sheets;
    QByteArray source; ///< the whole as flat XML

    /// Whether there is a LibreOffice to ask.
    [[nodiscard]] static bool isThere();
    /// Nothing if LibreOffice does not open it.
    [[nodiscard]] static std::optional<Spreadsheet> open(const QString &path);

    [[nodiscard]] bool hasFormulas() const;
};

} // namespace seatledger
