// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/style/tokens.h"

#include <QIcon>
#include <QStringView>

#include <optional>

class QPainter;

namespace seatledger {

/// The Tabler icon `name` (a file of resources/icons without `.svg`), drawn as vectors in the colour of
/// the program's palette: it follows light and dark by itself and is crisp at any scale.
/// With `tone` it always has that tone's colour. An unknown name gives an empty icon and a warning.
QIcon icon(QStringView name, std::optional<Tone> tone = std::nullopt);

/// Draws an icon in one colour, for delegates and widgets that paint themselves.
void paintIcon(QPainter &painter, const QRectF &rect, QStringView name, const QColor &color);

} // namespace seatledger
