// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/notificationlistener.h"
#include "core/db/session.h"
#include "core/domain/featureswitch.h"
#include "core/domain/result.h"
#include "core/repositories/featureswitchrepository.h"
#include "core/repositories/operationrepository.h"
#include "core/services/accessapplicationservice.h"
#include "core/services/booked.h"

#include <QString>

#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace seatledger {

/// One feature as an operator sees it: of Seatledger, or one that some program asks for, or both a feature
/// and a switch. A plain value.
struct FeatureLine {
    QString name;
    std::optional<Feature> known = std::nullopt; ///< none: nothing in this version asks for it
    std::optional<FeatureSwitchRow> row = std::nullopt; ///< none: nobody made a switch of it

    /// For whom it is on, with or without a switch.
    [[nodiscard]] FeatureFields fields() const
    {
        return row ? static_cast<const FeatureFields &>(*row) : unswitched(name);
    }

    friend bool operator==(const FeatureLine &, const FeatureLine &) = default;
};

/// Seatledger's own features in their order, then the switches of other names.
[[nodiscard]] std::vector<FeatureLine> featureLines(const std::vector<FeatureSwitchRow> &rows);

/// The use cases of feature switches. Stateless apart from its repositories; use it in the thread of the
/// session.
class FeatureSwitchApplicationService final
{
public:
    FeatureSwitchApplicationService(const FeatureSwitchRepository &switches,
                                    const OperationRepository &operations,
                                    const AccessApplicationService &access);

    /// Those that somebody made, by name; everybody may ask.
    [[nodiscard]] Result<std::vector<FeatureSwitch>> list(Session &session) const;
    /// None for a feature that has no switch: see unswitched().
    [[nodiscard]] Result<std::optional<FeatureSwitch>> find(Session &session, const QString &name) const;

    /// Seatledger's own features in their order, then what other switches there are, by name; with who set
    /// each last. Forbidden for who may not change settings.
    [[nodiscard]] Result<std::vector<FeatureLine>> overview(Session &session) const;
    /// For whom set() with the same fields would switch the feature on, and for whom off. Changes nothing;
    /// Forbidden as set().
    [[nodiscard]] Result<FeatureEffect> preview(Session &session, const FeatureFields &fields) const;

    /// Makes the switch or changes it, as one operation. Forbidden for who may not change settings. With a
    /// `version` Conflict if somebody was faster; RuleBroken, `no_change`, if it is so already.
    [[nodiscard]] Result<Booked<FeatureSwitch>> set(Session &session, const FeatureFields &fields,
                                                    std::optional<int> version = {}) const;

private:
    [[nodiscard]] Result<FeatureSwitch> write(Session &session, const std::optional<FeatureSwitch> &current,
                                              const FeatureFields &fields, std::optional<int> version) const;

    const FeatureSwitchRepository &m_switches;
    const OperationRepository &m_operations;
    const AccessApplicationService &m_access;
};

/// The switches as a process knows them, asked as often as one likes. May be used from any thread.
///
/// It keeps them only while somebody tells it of changes: follow() a listener, and whatever is committed, by
/// whomever, counts from the next question on. Without a listener, and while the listener has no connection,
/// each question is asked of the database.
class FeatureSwitches final
{
public:
    explicit FeatureSwitches(const FeatureSwitchRepository &rows) : m_rows(rows) {}

    /// Whether the feature is on for somebody; one that has no switch as unswitched() says. Asks the database
    /// only where nothing is kept; its errors are the database's.
    [[nodiscard]] Result<bool> isOn(Session &session, const QString &feature, Role role, QStringView login);

    /// Nothing, or what featureOff() says.
    [[nodiscard]] Result<void> require(Session &session, Feature feature, Role role, QStringView login);

    /// From now on it hears of changes by `listener`, which must not outlive it. In the listener's thread.
    void follow(NotificationListener &listener);

    void invalidate();

private:
    using List = std::shared_ptr<const std::vector<FeatureFields>>;
    [[nodiscard]] Result<List> known(Session &session);
    void setTold(bool isTold);

    const FeatureSwitchRepository &m_rows;
    std::mutex m_mutex;
    List m_known; // null until asked for
    bool m_isTold = false; // somebody listens: what is known may be kept
    quint64 m_generation = 0; // what was read before an invalidate() is not kept
};

} // namespace seatledger
