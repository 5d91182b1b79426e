// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/importrequest.h"

#include <QWidget>

namespace seatledger {

class IconLabel;
class KeyValueForm;
class TextLabel;

/// What an import did, in one sentence.
[[nodiscard]] QString importedText(const ImportOutcome &outcome);

/// The last step of an import: what it did.
class ResultStep final : public QWidget
{
    Q_OBJECT

public:
    explicit ResultStep(QWidget *parent);

    void setOutcome(const ImportOutcome &outcome);

private:
    IconLabel *m_icon;
    TextLabel *m_headline;
    KeyValueForm *m_facts;
};

} // namespace seatledger
