// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/style/lengths.h"

#include <QApplication>
#include <QFontInfo>

#include <algorithm>

namespace seatledger {

namespace {
constexpr int usualPixelSize = 13; ///< of the font for which lengths are given
}

int grown(int pixels)
{
    return std::max(pixels, pixels * QFontInfo(QApplication::font()).pixelSize() / usualPixelSize);
}

} // namespace seatledger
