// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace seatledger {

/// Says which page of the manual is about this widget and all in it, dialogs that it opens included:
/// `importing` is docs/manual/<language>/importing.md. An empty page takes that back.
void setManualSubject(QWidget *widget, const QString &page);

/// The page about this widget: its own subject, or else that of the nearest widget around it that has one.
/// Empty if none has, or there is no widget.
[[nodiscard]] QString manualSubjectOf(const QWidget *widget);

} // namespace seatledger
