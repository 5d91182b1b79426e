# SPDX-License-Identifier: GPL-3.0-or-later
include_guard(GLOBAL)

# Where ctest's tests find the cluster they share. Short, because a socket's path must be; made of the build
# folder's path, so that two builds can be tested at once.
string(SHA256 seatledger_build_hash "${PROJECT_BINARY_DIR}")
string(SUBSTRING "${seatledger_build_hash}" 0 10 seatledger_build_hash)
set(SEATLEDGER_TEST_HOME "/tmp/seatledger-ctest-${seatledger_build_hash}")

# seatledger_test_cluster(KEEPER)
#
# Declares the fixture `cluster`: the executable KEEPER starts one before the first test that needs it and ends
# it after the last one, or when ctest goes away.
function(seatledger_test_cluster keeper)
    add_test(NAME cluster-start COMMAND ${keeper} start "${SEATLEDGER_TEST_HOME}")
    add_test(NAME cluster-stop COMMAND ${keeper} stop "${SEATLEDGER_TEST_HOME}")
    set_tests_properties(cluster-start PROPERTIES FIXTURES_SETUP cluster TIMEOUT 150)
    set_tests_properties(cluster-stop PROPERTIES FIXTURES_CLEANUP cluster TIMEOUT 150)
endfunction()

# seatledger_test(NAME SOURCES file... [LIBS target...] [LABELS label...] [TIMEOUT seconds]
#                 [RUNS executable...] [HEADERS kind] [DATABASE] [GUI] [ALONE])
#
# One Qt Test executable, run by ctest as NAME. DATABASE: needs the shared cluster. GUI: draws into memory, no
# display needed. ALONE: not beside other tests, for what measures time. RUNS: starts these executables, whose
# paths are then the macros <NAME>_PROGRAM, such as SEATLEDGERCTL_PROGRAM. The target tests-LABEL builds all tests
# of a label. HEADERS: see seatledger_headers, `test` where none is named.
function(seatledger_test name)
    cmake_parse_arguments(test "DATABASE;GUI;ALONE" "TIMEOUT;HEADERS" "SOURCES;LIBS;LABELS;RUNS" ${ARGN})
    if(NOT test_TIMEOUT)
        set(test_TIMEOUT 300)
    endif()
    add_executable(${name} ${test_SOURCES})
    set_target_properties(${name} PROPERTIES AUTOMOC ON RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/tests/bin")
    target_link_libraries(${name} PRIVATE seatledger_testsupport ${test_LIBS} Qt6::Test)
    if(NOT test_HEADERS)
        set(test_HEADERS test)
    endif()
    seatledger_headers(${name} ${test_HEADERS})
    foreach(program IN LISTS test_RUNS)
        string(TOUPPER "${program}" macro)
        add_dependencies(${name} ${program})
        target_compile_definitions(${name} PRIVATE ${macro}_PROGRAM="$<TARGET_FILE:${program}>")
    endforeach()
    foreach(label IN LISTS test_LABELS)
        if(NOT TARGET tests-${label})
            add_custom_target(tests-${label} DEPENDS seatledger_testkeeper)
        endif()
        add_dependencies(tests-${label} ${name})
    endforeach()
    add_test(NAME ${name} COMMAND ${name})
    set(environment "SEATLEDGER_TEST_HOME=${SEATLEDGER_TEST_HOME}"
        "LSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/cmake/lsan.supp")
    if(test_GUI)
        list(APPEND environment "QT_QPA_PLATFORM=offscreen")
    endif()
    set_tests_properties(${name} PROPERTIES
        TIMEOUT ${test_TIMEOUT} LABELS "${test_LABELS}" ENVIRONMENT "${environment}" RUN_SERIAL "${test_ALONE}")
    if(test_DATABASE)
        set_tests_properties(${name} PROPERTIES FIXTURES_REQUIRED cluster)
    endif()
endfunction()

# seatledger_tests(FOLDER PREFIX argument...)
#
# Every *test.cpp in FOLDER and below becomes one test, named PREFIX-<file without "test">; the arguments are
# those of seatledger_test.
function(seatledger_tests folder prefix)
    file(GLOB_RECURSE files CONFIGURE_DEPENDS "${folder}/*test.cpp")
    foreach(file IN LISTS files)
        get_filename_component(name "${file}" NAME_WE)
        string(REGEX REPLACE "test$" "" name "${name}")
        seatledger_test(${prefix}-${name} SOURCES "${file}" ${ARGN})
    endforeach()
endfunction()
