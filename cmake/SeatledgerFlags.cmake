# SPDX-License-Identifier: GPL-3.0-or-later
# Every compile and link flag of the project, in one place: link `seatledger_flags` to get them.

include_guard(GLOBAL)

add_library(seatledger_flags INTERFACE)
target_include_directories(seatledger_flags INTERFACE "${PROJECT_SOURCE_DIR}")

target_compile_definitions(seatledger_flags INTERFACE
    QT_NO_CAST_FROM_ASCII                  # text is written u"..."_s; bytes become text only where said
    QT_NO_CAST_TO_ASCII
    QT_NO_URL_CAST_FROM_STRING
    QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_FOREACH
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT # a qint64 id must not reach an int slot
    # not QT_USE_QSTRINGBUILDER: what a lambda or an `auto` takes from a + b would refer to dead temporaries
    QT_DISABLE_DEPRECATED_BEFORE=0x060400
    SEATLEDGER_VERSION="${PROJECT_VERSION}")

target_compile_options(seatledger_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wold-style-cast
    -Wno-missing-field-initializers # designated initializers name what matters; the rest has its defaults
    -Wcast-qual -Wformat=2 -Wundef -Wextra-semi
    -Wconversion -Wno-sign-conversion      # losing a seat to a narrowing is a bug; signedness at Qt's borders is noise
    $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond -Wlogical-op -Wsuggest-override>
    $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess> # for ccache
    $<$<CXX_COMPILER_ID:Clang>:-Wno-deprecated-declarations> # it means libstdc++'s own; GCC tells of ours
    $<$<BOOL:${SEATLEDGER_WERROR}>:-Werror>
    -fstack-protector-strong
    $<$<NOT:$<CONFIG:Debug>>:-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2>)

# mold links in a tenth of the time; without it the default linker is fine
find_program(SEATLEDGER_MOLD mold)
if(SEATLEDGER_MOLD)
    target_link_options(seatledger_flags INTERFACE -fuse-ld=mold)
endif()

if(SEATLEDGER_COVERAGE)
    # update=atomic: worker threads count in the same files; without it gcov sees negative numbers
    target_compile_options(seatledger_flags INTERFACE --coverage -fprofile-update=atomic -fno-inline)
    target_link_options(seatledger_flags INTERFACE --coverage)
endif()

if(SEATLEDGER_SANITIZE)
    target_compile_definitions(seatledger_flags INTERFACE SEATLEDGER_SANITIZED)
    target_compile_options(seatledger_flags INTERFACE
        -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
    target_link_options(seatledger_flags INTERFACE -fsanitize=address,undefined)
endif()

if(SEATLEDGER_FUZZ)
    target_compile_options(seatledger_flags INTERFACE
        -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
    target_link_options(seatledger_flags INTERFACE -fsanitize=address,undefined)
endif()
