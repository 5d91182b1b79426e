# SPDX-License-Identifier: GPL-3.0-or-later
include_guard(GLOBAL)

# seatledger_test(NAME SOURCES file... [LIBS target...] [LABELS label...] [TIMEOUT seconds] [GUI] [ALONE])
#
# One Qt Test executable, run by ctest as NAME. GUI: draws into memory, no display needed.
# ALONE: not beside other tests, for what measures time or stops servers.
function(seatledger_test name)
    cmake_parse_arguments(test "GUI;ALONE" "TIMEOUT" "SOURCES;LIBS;LABELS" ${ARGN})
    if(NOT test_TIMEOUT)
        set(test_TIMEOUT 300)
    endif()
    add_executable(${name} ${test_SOURCES})
    set_target_properties(${name} PROPERTIES AUTOMOC ON RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/tests/bin")
    target_link_libraries(${name} PRIVATE seatledger_testsupport ${test_LIBS} Qt6::Test)
    add_test(NAME ${name} COMMAND ${name})
    set(environment "QT_LOGGING_RULES=seatledger.*.debug=false")
    if(test_GUI)
        list(APPEND environment "QT_QPA_PLATFORM=offscreen" "QT_STYLE_OVERRIDE=")
    endif()
    set_tests_properties(${name} PROPERTIES
        TIMEOUT ${test_TIMEOUT} LABELS "${test_LABELS}" ENVIRONMENT "${environment}" RUN_SERIAL "${test_ALONE}")
endfunction()

# seatledger_tests(FOLDER PREFIX argument...)
#
# Every FOLDER/*test.cpp becomes one test, named PREFIX-<file without "test">; the arguments are those of
# seatledger_test.
function(seatledger_tests folder prefix)
    file(GLOB files CONFIGURE_DEPENDS "${folder}/*test.cpp")
    foreach(file IN LISTS files)
        get_filename_component(name "${file}" NAME_WE)
        string(REGEX REPLACE "test$" "" name "${name}")
        seatledger_test(${prefix}-${name} SOURCES "${file}" ${ARGN})
    endforeach()
endfunction()
