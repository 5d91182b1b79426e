// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/book/editdialog.h"

#include <QTimer>

#include <map>
#include <vector>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QSpinBox;

namespace seatledger {

class TextLabel;

/// Makes a feature switch, or changes for whom the feature is on, and says before it is saved who gets it and
/// who loses it.
class FeatureDialog final : public EditDialog
{
    Q_OBJECT

public:
    /// To make one, for a program of one's own.
    explicit FeatureDialog(BookAccess access, QWidget *parent = nullptr);
    /// To change one, or to make the first one of a known feature; with `wanted` as the mode to begin with.
    FeatureDialog(BookAccess access, const FeatureLine &line, std::optional<FeatureMode> wanted,
                  QWidget *parent = nullptr);

    /// The preview is there.
    [[nodiscard]] bool isSettled() const { return !m_asking.isActive() && m_asked == 0; }

protected:
    Result<void> check() const override;
    void save() override;
    void loadTheirs() override;

private:
    void build();
    void buildModes();
    void fill(const FeatureDraft &draft);
    void followMode();
    void askSoon();
    void ask();
    void showEffect(const FeatureEffect &effect);
    [[nodiscard]] FeatureDraft draft() const;
    [[nodiscard]] std::vector<DraftField<FeatureDraft>> draftFields() const;

    std::optional<FeatureSwitch> m_known;
    QLineEdit *m_name;
    QComboBox *m_mode;
    QWidget *m_roles;
    std::map<Role, QCheckBox *> m_roleBoxes;
    QSpinBox *m_percent;
    QPlainTextEdit *m_note;
    TextLabel *m_effect;
    QTimer m_asking;
    LatestRequest m_latest;
    int m_asked = 0;
};

/// The draft that is a switch as it stands.
[[nodiscard]] FeatureDraft draftOf(const FeatureFields &fields);
/// "For some roles: Manager, Staff", "For 20 % of the people".
[[nodiscard]] QString whomText(const FeatureFields &fields);

} // namespace seatledger
