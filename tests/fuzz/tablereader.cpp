// SPDX-License-Identifier: GPL-3.0-or-later
// Reads whatever libFuzzer comes up with: `./dev fuzz`.
#include "tests/fuzz/readanything.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray input(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    seatledger::readAnything(input);
    return 0;
}
