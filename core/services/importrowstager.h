// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/copy.h"
#include "core/domain/currency.h"
#include "core/domain/importmapping.h"
#include "core/domain/text.h"
#include "core/formats/tablerow.h"

#include <QByteArrayList>
#include <QStringList>

#include <array>
#include <optional>
#include <span>
#include <vector>

namespace seatledger {

/// Turns rows of a file into rows of ImportRepository::target(): reads days and numbers as their column
/// writes them, checks each value by itself, and notes with the row what is wrong with it. Lives in one
/// thread.
class ImportRowStager final
{
public:
    /// `headings` are those of the file. Prices without a currency are in `currency`.
    ImportRowStager(const ImportMapping &mapping, const QStringList &headings, Currency currency);

    /// The fields that the file has, or that every row has.
    [[nodiscard]] QStringList fields() const { return m_fields; }

    /// The row for COPY, valid until the next call; none for a row that is passed over.
    [[nodiscard]] std::optional<std::span<const CopyField>> stage(const TableRow &row);

private:
    /// Where the values of a field come from.
    struct Source {
        QString field = {};
        qsizetype column = -1;
        QByteArray fixed = {}; ///< if there is no column
        DayOrder days = DayOrder::YearFirst;
        DecimalMark decimals = DecimalMark::Point;
    };
    /// How one field is read into one place of the table.
    struct Step {
        Source source;
        std::size_t target;
        void (ImportRowStager::*read)(const Step &, QByteArrayView);
        TextLimits limits{};
        qint64 minimum = 0;
        qint64 maximum = 0;
        std::optional<QString> (*choose)(const QString &) = nullptr;
        bool isRequired = false;
    };

    void addSteps(ImportKind kind);
    void addText(const char *field, const TextLimits &limits, bool isRequired = false);
    void addDays(std::initializer_list<const char *> fields, int firstYear);
    void addCount(const char *field, qint64 minimum, qint64 maximum);
    template <typename E>
    void addChoice(const char *field);
    void addStep(const char *field, Step step);
    [[nodiscard]] std::optional<Source> sourceOf(const QString &field) const;
    [[nodiscard]] std::size_t targetOf(const QString &name) const;

    void readText(const Step &step, QByteArrayView cell);
    void readEmail(const Step &step, QByteArrayView cell);
    void readDepartment(const Step &step, QByteArrayView cell);
    void readDay(const Step &step, QByteArrayView cell);
    void readCount(const Step &step, QByteArrayView cell);
    void readSeats(const Step &step, QByteArrayView cell);
    void readFlag(const Step &step, QByteArrayView cell);
    void readChoice(const Step &step, QByteArrayView cell);
    void readKey(const Step &step, QByteArrayView cell);
    void readKeys(const Step &step, QByteArrayView cell);

    void stageMemberName();
    void stagePrice();
    [[nodiscard]] bool stageHolder();
    void checkWidth();

    [[nodiscard]] QByteArrayView cellOf(const std::optional<Source> &source) const;
    [[nodiscard]] QByteArrayView cellOf(const Source &source) const;
    void set(std::size_t target, QByteArrayView value);
    void keep(std::size_t target, QByteArray value);
    void refuse(const QString &field, QByteArrayView value, const QString &reason);

    const ImportMapping &m_mapping;
    QStringList m_headings;
    Currency m_currency;
    QStringList m_targets;
    QStringList m_fields;
    std::vector<Step> m_steps;
    std::optional<Source> m_firstName;
    std::optional<Source> m_lastName;
    std::optional<Source> m_username;
    std::optional<Source> m_price;
    std::optional<Source> m_priceCurrency;
    std::array<std::optional<Source>, 4> m_holders; ///< number, e-mail, name, any

    bool m_hasSecrets = false;
    bool m_isShifted = false; ///< cells may stand in other columns than they belong to
    const TableRow *m_row = nullptr;
    std::vector<CopyField> m_values;
    QByteArrayList m_kept; ///< what m_values refers to and the file has not
    QByteArray m_bad;
};

} // namespace seatledger
