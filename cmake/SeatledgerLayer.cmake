# SPDX-License-Identifier: GPL-3.0-or-later
include_guard(GLOBAL)

# seatledger_layer(NAME [RECURSE] [HEADERS core|ui] [PUBLIC target...] [PRIVATE target...])
#
# Makes the library `seatledger_NAME` of the sources in the current folder (and below, with RECURSE): static in what
# people run, shared (BUILD_SHARED_LIBS) where hundreds of tests link it. A new file needs no edit here. A folder without sources yet gives an empty library that only links.
function(seatledger_layer name)
    cmake_parse_arguments(layer "RECURSE" "FOLDER;HEADERS" "PUBLIC;PRIVATE" ${ARGN})
    if(NOT layer_FOLDER)
        set(layer_FOLDER "${name}")
    endif()
    if(NOT layer_HEADERS)
        set(layer_HEADERS core)
    endif()
    set(glob GLOB)
    if(layer_RECURSE)
        set(glob GLOB_RECURSE)
    endif()
    file(${glob} sources CONFIGURE_DEPENDS "${layer_FOLDER}/*.cpp" "${layer_FOLDER}/*.h")
    set(compiled "${sources}")
    list(FILTER compiled INCLUDE REGEX "\\.cpp$")

    if(NOT compiled)
        add_library(seatledger_${name} INTERFACE)
        target_link_libraries(seatledger_${name} INTERFACE seatledger_flags ${layer_PUBLIC})
        return()
    endif()
    add_library(seatledger_${name} ${sources})
    # no macro of its own when shared: the layers share their parsed headers
    set_target_properties(seatledger_${name} PROPERTIES AUTOMOC ON DEFINE_SYMBOL "")
    target_link_libraries(seatledger_${name} PUBLIC seatledger_flags ${layer_PUBLIC} PRIVATE ${layer_PRIVATE})
    seatledger_headers(seatledger_${name} ${layer_HEADERS})
endfunction()

# seatledger_resources(NAME PREFIX FOLDER PATTERN...)
#
# Compiles the files of FOLDER (below the project) that match a PATTERN into the library
# `seatledger_NAME`, as `:PREFIX/<path inside FOLDER>`.
function(seatledger_resources name prefix folder)
    list(TRANSFORM ARGN PREPEND "${PROJECT_SOURCE_DIR}/${folder}/" OUTPUT_VARIABLE patterns)
    file(GLOB_RECURSE files CONFIGURE_DEPENDS ${patterns})
    get_target_property(type seatledger_${name} TYPE)
    if(NOT files OR type STREQUAL "INTERFACE_LIBRARY")
        return()
    endif()
    qt_add_resources(seatledger_${name} "${name}_${prefix}" PREFIX "/${prefix}"
                     BASE "${PROJECT_SOURCE_DIR}/${folder}" FILES ${files})
endfunction()

# seatledger_translations(NAME FOLDER)
#
# Compiles FOLDER/*.ts (below the project) into the library `seatledger_NAME`, as `:/translations/<name>.qm`.
function(seatledger_translations name folder)
    file(GLOB files CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/${folder}/*.ts")
    get_target_property(type seatledger_${name} TYPE)
    if(NOT files OR type STREQUAL "INTERFACE_LIBRARY")
        return()
    endif()
    qt_add_lrelease(seatledger_${name} TS_FILES ${files} QM_FILES_OUTPUT_VARIABLE compiled)
    qt_add_resources(seatledger_${name} ${name}_translations PREFIX /translations
                     BASE "${CMAKE_CURRENT_BINARY_DIR}" FILES ${compiled})
endfunction()

# seatledger_executable(NAME FOLDER HEADERS target...)
#
# The executable NAME of the sources of FOLDER and below, with HEADERS as for a layer; without sources yet there is no
# target.
function(seatledger_executable name folder headers)
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${folder}/*.cpp" "${folder}/*.h")
    if(NOT sources)
        return()
    endif()
    qt_add_executable(${name} ${sources})
    set_target_properties(${name} PROPERTIES AUTOMOC ON RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/bin")
    target_link_libraries(${name} PRIVATE seatledger_flags ${ARGN})
    seatledger_headers(${name} ${headers})
    install(TARGETS ${name} RUNTIME DESTINATION bin COMPONENT ${name} BUNDLE DESTINATION . COMPONENT ${name})
endfunction()
