# SPDX-License-Identifier: GPL-3.0-or-later
# Headers that most files of a kind include, parsed once a build: it takes half the time.
#
# They spare no #include: `.ci/tidy` parses each file without them.

include_guard(GLOBAL)

set(seatledger_core_headers
    <algorithm> <array> <chrono> <expected> <functional> <map> <memory> <optional> <span> <utility> <vector>
    <QByteArray> <QCoreApplication> <QDate> <QDateTime> <QHash> <QJsonObject> <QList> <QObject> <QString>
    <QStringList> <QVariant>)
# Of the headers of our own only the one that takes a second by itself.
set(seatledger_server_headers ${seatledger_core_headers} <core/services/services.h>)
set(seatledger_ctl_headers ${seatledger_server_headers} <CLI/CLI.hpp>)
set(seatledger_ui_headers ${seatledger_server_headers}
    <QAction> <QBoxLayout> <QComboBox> <QDialog> <QFuture> <QFutureWatcher> <QHeaderView> <QLabel> <QLineEdit> <QMenu>
    <QPainter> <QPlainTextEdit> <QPushButton> <QTableView> <QTimer> <QWidget>)
set(seatledger_test_headers ${seatledger_core_headers} <QTest>)
set(seatledger_servicetest_headers ${seatledger_server_headers} <QTest>)
set(seatledger_servertest_headers ${seatledger_servicetest_headers}) # <QTest> has more in it beside QtNetwork
set(seatledger_uitest_headers ${seatledger_ui_headers} <QSignalSpy> <QTest>)

# seatledger_headers(TARGET KIND)
#
# KIND is one of those above. The first target of a kind parses them, all others use what it made.
function(seatledger_headers target kind)
    if(NOT SEATLEDGER_PARSED_HEADERS)
        return()
    endif()
    get_property(first GLOBAL PROPERTY seatledger_${kind}_headers_of)
    if(first)
        target_precompile_headers(${target} REUSE_FROM ${first})
    else()
        target_precompile_headers(${target} PRIVATE ${seatledger_${kind}_headers})
        set_property(GLOBAL PROPERTY seatledger_${kind}_headers_of ${target})
    endif()
endfunction()
