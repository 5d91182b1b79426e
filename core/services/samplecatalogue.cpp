// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/samplecatalogue.h"

#include "core/services/sampletext.h"

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

QStringList fieldsOf(const QString &text, QChar separator)
{
    QStringList fields = text.split(separator);
    for (QString &field : fields)
        field = field.trimmed();
    return fields;
}

SampleProduct productFrom(const QStringList &fields, qsizetype vendor)
{
    return {.vendor = vendor,
            .name = fields.value(0),
            .metric = fields.value(1),
            .yearlyPrice = fields.value(2).toLongLong(),
            .editions = fieldsOf(fields.value(3), u',')};
}

void add(SampleCatalogue &catalogue, QStringView kind, const QString &text)
{
    const QStringList fields = fieldsOf(text, u'|');
    if (kind == "vendor"_L1)
        catalogue.vendors.append({fields.value(0), fields.value(1)});
    else if (kind == "product"_L1)
        catalogue.products.append(productFrom(fields, catalogue.vendors.size() - 1));
    else if (kind == "department"_L1)
        catalogue.departments.append({fields.value(0), fieldsOf(fields.value(1), u',')});
    else if (kind == "place"_L1)
        catalogue.places.append(text);
    else if (kind == "supplier"_L1)
        catalogue.suppliers.append(text);
    else if (kind == "reason"_L1)
        catalogue.endReasons.append(text);
}

} // namespace

SampleCatalogue SampleCatalogue::read()
{
    SampleCatalogue catalogue;
    for (const QString &line : sampleLines(u"catalogue.txt"_s)) {
        const qsizetype space = line.indexOf(u' ');
        add(catalogue, QStringView(line).first(space), line.sliced(space + 1));
    }
    return catalogue;
}

const SampleProduct &SampleCatalogue::productOf(qint64 index) const
{
    return products[index % products.size()];
}

qint64 SampleCatalogue::editionOf(qint64 index) const
{
    const qint64 product = index % products.size();
    return (product + index / products.size()) % products[product].editions.size();
}

QString SampleCatalogue::licenseName(qint64 index) const
{
    const SampleProduct &product = productOf(index);
    const qint64 round = index / products.size() / product.editions.size();
    const qint64 place = round % (places.size() + 1);
    const qint64 number = round / (places.size() + 1);

    QString name = product.name + u' ' + product.editions[editionOf(index)];
    if (place > 0)
        name += u", "_s + places[place - 1];
    if (number > 0)
        name += u" (%1)"_s.arg(number + 1);
    return name;
}

} // namespace seatledger
