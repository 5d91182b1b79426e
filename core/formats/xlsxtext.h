// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace seatledger {

/// Writes UTF-8 into `cell` so that a workbook gives exactly it back: what XML cannot hold, or would change,
/// as `_x000D_`, and what only looks like that is kept from being read so.
void setXlsxText(QByteArray &cell, QByteArrayView text);

/// How many UTF-16 units a UTF-8 text is.
[[nodiscard]] qsizetype utf16Size(QByteArrayView text);

/// How many columns of a screen a UTF-8 text takes up to its first line end: beyond Latin and its like, two a
/// character.
[[nodiscard]] qsizetype shownWidth(QByteArrayView text);

/// What a sheet is called: at most 31 characters, none that a sheet's name must not have, with its number
/// from the second one on.
[[nodiscard]] QByteArray sheetName(const QString &title, std::size_t number);

} // namespace seatledger
