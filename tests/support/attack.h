// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/team.h"

#include <QObject>
#include <QString>

#include <memory>

namespace seatledger {

/// What somebody tries with psql and their own login. Each function fails the test function that called it.
class Attack final
{
public:
    explicit Attack(Team &team) : m_team(team) {}

    /// A script that shows something hidden to the superuser, so it is worth trying, and must not to `login`.
    void hides(const QString &login, const QString &script);

    /// A script that is refused with this SQLSTATE, or that quietly finds nothing to change if that is empty;
    /// either way the book is afterwards as it was.
    void refuses(const QString &login, const QString &script, const QString &state);

    /// A script that does what it says.
    void allows(const QString &login, const QString &script);

    /// Whether something that is hidden was told, see Team.
    [[nodiscard]] static bool tells(const Said &said);

private:
    [[nodiscard]] QString everything();

    Team &m_team;
};

/// A test whose functions each have a team of their own, and attack it.
class AttackTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

protected:
    std::unique_ptr<Team> m_team;
    std::unique_ptr<Attack> m_attack;
};

} // namespace seatledger
