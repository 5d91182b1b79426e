// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/department.h"
#include "core/domain/product.h"
#include "tests/core/domain/draftvalues.h"
#include "tests/support/verify.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace seatledger;
using namespace seatledger::testing;

/// Departments, vendors and products.
class CatalogueTest final : public QObject
{
    Q_OBJECT

private slots:
    void departments()
    {
        const DepartmentDraft draft{.name = u" Research "_s, .parent = DepartmentId::fromValue(1)};
        const Result<DepartmentFields> fields = draft.create();
        VERIFY_RESULT(fields);
        QCOMPARE(fields->name.text(), u"Research"_s);
        QCOMPARE(fields->parent, DepartmentId::fromValue(1));
        QCOMPARE(*DepartmentDraft::of(*fields).create(), *fields);
        QCOMPARE(refusedFields(DepartmentDraft{}.create()), QStringList{u"name"_s});
    }

    void vendors()
    {
        const Result<VendorFields> fields =
            VendorDraft{.name = u"Acme"_s, .website = u"https://acme.example"_s}.create();
        VERIFY_RESULT(fields);
        QCOMPARE(*VendorDraft::of(*fields).create(), *fields);
        VERIFY_RESULT(VendorDraft{.name = u"Acme"_s}.create());
        QCOMPARE(refusedFields(VendorDraft{.website = u"acme"_s}.create()),
                 QStringList({u"name"_s, u"website"_s}));
    }

    void products()
    {
        const Result<ProductFields> fields =
            ProductDraft{.vendor = VendorId::fromValue(2), .name = u"Editor"_s}.create();
        VERIFY_RESULT(fields);
        QCOMPARE(*ProductDraft::of(*fields).create(), *fields);
        QCOMPARE(refusedFields(ProductDraft{}.create()), QStringList({u"name"_s, u"vendor"_s}));
    }
};

QTEST_GUILESS_MAIN(CatalogueTest)
#include "cataloguetest.moc"
