# SPDX-License-Identifier: GPL-3.0-or-later
# The languages: translations/seatledger_<language>.ts, compiled into the services library as
# `:/translations/seatledger_<language>.qm`. `./dev translate` brings the .ts files up to the sources.

include_guard(GLOBAL)
find_package(Qt6 6.4 REQUIRED COMPONENTS LinguistTools)

function(seatledger_translations target)
    file(GLOB languages CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/translations/*.ts")
    if(NOT languages)
        return()
    endif()
    qt_add_lrelease(${target} TS_FILES ${languages} QM_FILES_OUTPUT_VARIABLE compiled)
    qt_add_resources(${target} "${target}_translations" PREFIX "/translations"
                     BASE "${CMAKE_CURRENT_BINARY_DIR}" FILES ${compiled})
endfunction()
