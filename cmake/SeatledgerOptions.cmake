# SPDX-License-Identifier: GPL-3.0-or-later
# What can be chosen when configuring. CMakePresets.json names the usual combinations.

include_guard(GLOBAL)

if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
    set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "Debug, Release, RelWithDebInfo" FORCE)
endif()

set(seatledger_in_ci OFF)
if("$ENV{CI}" STREQUAL "true")
    set(seatledger_in_ci ON)
endif()

option(SEATLEDGER_TESTS "Build the tests" ON)
option(SEATLEDGER_PARSED_HEADERS "Parse the headers of Qt once a build" ON)
option(SEATLEDGER_WERROR "Treat warnings as errors" ${seatledger_in_ci})
option(SEATLEDGER_COVERAGE "Count executed lines for gcovr" OFF)
option(SEATLEDGER_FUZZ "Build what libFuzzer runs; needs clang" OFF)
option(SEATLEDGER_SANITIZE "Build with the address and undefined-behaviour sanitizers" OFF)

set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

find_program(SEATLEDGER_CCACHE ccache)
if(SEATLEDGER_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${SEATLEDGER_CCACHE}")
endif()
