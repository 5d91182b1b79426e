# SPDX-License-Identifier: GPL-3.0-or-later
# Debian packages by CPack: one for each install component that `seatledger_package` names.

include_guard(GLOBAL)

set(SEATLEDGER_MAINTAINER "The Seatledger developers <developers@seatledger.org>")

# The moment of the release: that of the commit, so that the same sources give the same packages.
find_package(Git QUIET)
if(GIT_FOUND)
    execute_process(COMMAND "${GIT_EXECUTABLE}" log -1 --format=%ct WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}"
                    OUTPUT_VARIABLE committed OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
    if(committed AND NOT DEFINED ENV{SOURCE_DATE_EPOCH})
        set(ENV{SOURCE_DATE_EPOCH} "${committed}")
    endif()
endif()
string(TIMESTAMP SEATLEDGER_RELEASE_DATE "%Y-%m-%d" UTC)
string(TIMESTAMP SEATLEDGER_RELEASE_MOMENT "%a, %d %b %Y %H:%M:%S +0000" UTC)

# seatledger_configure(FILE)
#
# Fills FILE.in of this folder into the build folder.
macro(seatledger_configure file)
    configure_file("${file}.in" "${CMAKE_CURRENT_BINARY_DIR}/${file}" @ONLY)
endmacro()

# seatledger_package(NAME [OF COMPONENT] DESCRIPTION text SECTION word [DEPENDS package...] [RECOMMENDS package...]
#                    [CONTROL file...])
#
# The package NAME of all that is installed with COMPONENT, which is NAME unless said; libraries are found by themselves.
# CONTROL are its maintainer scripts.
function(seatledger_package package)
    cmake_parse_arguments(package "" "OF;DESCRIPTION;SECTION" "DEPENDS;RECOMMENDS;CONTROL" ${ARGN})
    if(NOT package_OF)
        set(package_OF ${package})
    endif()
    string(TOUPPER "${package_OF}" component)
    string(REPLACE ";" ", " depends "${package_DEPENDS}")
    string(REPLACE ";" ", " recommends "${package_RECOMMENDS}")
    set_property(GLOBAL APPEND PROPERTY SEATLEDGER_PACKAGES ${package_OF})
    set_property(GLOBAL APPEND_STRING PROPERTY SEATLEDGER_PACKAGE_SETTINGS "
        set(CPACK_DEBIAN_${component}_PACKAGE_NAME [==[${package}]==])
        set(CPACK_DEBIAN_${component}_PACKAGE_SECTION [==[${package_SECTION}]==])
        set(CPACK_DEBIAN_${component}_PACKAGE_DEPENDS [==[${depends}]==])
        set(CPACK_DEBIAN_${component}_PACKAGE_RECOMMENDS [==[${recommends}]==])
        set(CPACK_DEBIAN_${component}_PACKAGE_CONTROL_EXTRA [==[${package_CONTROL}]==])
        set(CPACK_DEBIAN_${component}_DESCRIPTION [==[${package_DESCRIPTION}]==])
    ")

    if(WIN32)
        return()
    endif()
    set(documents "${CMAKE_CURRENT_BINARY_DIR}/${package}-documents")
    configure_file("${PROJECT_SOURCE_DIR}/installer/debian/changelog.in" "${documents}/changelog" @ONLY)
    foreach(pair changelog:${documents}/changelog NEWS:${PROJECT_SOURCE_DIR}/CHANGELOG.md)
        string(REGEX MATCH "^[^:]+" name "${pair}")
        string(REGEX REPLACE "^[^:]+:" "" source "${pair}")
        add_custom_command(OUTPUT "${documents}/${name}.gz" COMMAND gzip -9nc "${source}" > "${documents}/${name}.gz"
                           DEPENDS "${source}" VERBATIM)
        list(APPEND compressed "${documents}/${name}.gz")
    endforeach()
    add_custom_target(${package}-documents ALL DEPENDS ${compressed})
    install(FILES "${PROJECT_SOURCE_DIR}/installer/debian/copyright" ${compressed} DESTINATION share/doc/${package} COMPONENT ${package_OF})
endfunction()

# Writes what CPack reads. Comes after all packages.
macro(seatledger_make_packages)
    get_property(packages GLOBAL PROPERTY SEATLEDGER_PACKAGES)
    get_property(settings GLOBAL PROPERTY SEATLEDGER_PACKAGE_SETTINGS)
    cmake_language(EVAL CODE "${settings}")
    set(CPACK_COMPONENTS_ALL ${packages})
    set(CPACK_PACKAGE_NAME seatledger)
    set(CPACK_PACKAGE_VENDOR Seatledger)
    set(CPACK_PACKAGE_VERSION "${PROJECT_VERSION}")
    set(CPACK_PACKAGE_CONTACT "${SEATLEDGER_MAINTAINER}")
    set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "software licences: what was bought, who holds a seat")
    set(CPACK_RESOURCE_FILE_LICENSE "${PROJECT_SOURCE_DIR}/LICENSE")
    set(CPACK_PACKAGE_DIRECTORY "${PROJECT_BINARY_DIR}/packages")
    set(CPACK_STRIP_FILES ON)
    set(CPACK_COMPONENTS_GROUPING ONE_PER_GROUP)
    if(NOT CPACK_GENERATOR)
        set(CPACK_GENERATOR DEB)
        set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
        set(CPACK_DEB_COMPONENT_INSTALL ON)
        set(CPACK_DEBIAN_PACKAGE_MAINTAINER "${SEATLEDGER_MAINTAINER}")
        set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
        set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
        set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
        set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
            OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
    endif()
    include(CPack)
endmacro()
