# SPDX-License-Identifier: GPL-3.0-or-later
# Headers of Qt and the standard library that most files include, parsed once a build: it takes half the time.
#
# They spare no #include: `.ci/tidy` parses each file without them.

include_guard(GLOBAL)

set(seatledger_core_headers
    <algorithm> <array> <chrono> <expected> <functional> <map> <memory> <optional> <span> <utility> <vector>
    <QByteArray> <QCoreApplication> <QDate> <QDateTime> <QHash> <QJsonObject> <QList> <QObject> <QString>
    <QStringList> <QVariant>)
set(seatledger_ui_headers ${seatledger_core_headers}
    <QAction> <QBoxLayout> <QComboBox> <QDialog> <QFuture> <QFutureWatcher> <QHeaderView> <QLabel> <QLineEdit> <QMenu>
    <QPainter> <QPlainTextEdit> <QPushButton> <QTableView> <QTimer> <QWidget>)

# seatledger_headers(TARGET KIND)
#
# KIND is `core` or `ui`. The first target of a kind parses them, all others use what it made.
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
