// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/samplerandom.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <vector>

namespace seatledger {

/// A part of a name as it is written, and as a mail address spells it.
struct SampleNamePart {
    QString written;
    QString ascii;
};

/// The names of one country.
struct SampleNameGroup {
    QString country;
    int weight = 0;
    bool familyFirst = false;
    bool isSpaced = true;
    QList<SampleNamePart> given = {};
    QList<SampleNamePart> family = {};

    [[nodiscard]] qint64 combinations() const { return given.size() * family.size(); }
};

/// A person's name and mail address.
struct SamplePerson {
    QString name;
    QString email;
};

/// Invents people, one after the other, with names of many scripts and addresses that never repeat: all
/// combinations of a country are used before one comes again, with a number. Memory is that of the list of
/// names, whatever the number of people.
class SampleNames final
{
public:
    explicit SampleNames(quint32 seed);

    /// The next person.
    [[nodiscard]] SamplePerson next();

    /// The groups of names the people are made of.
    [[nodiscard]] const std::vector<SampleNameGroup> &groups() const { return m_groups; }

private:
    [[nodiscard]] std::size_t pickGroup();

    std::vector<SampleNameGroup> m_groups;
    std::vector<SampleShuffle> m_orders;
    std::vector<qint64> m_used;
    qint64 m_weights = 0;
    SampleRandom m_random;
};

} // namespace seatledger
