// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/viewmemory.h"

#include "ui/common/remembered.h"
#include "ui/common/widgets/headerlayout.h"

#include <QSplitter>

namespace seatledger {

using namespace Qt::StringLiterals;

ViewMemory::ViewMemory(const QString &name, QObject *parent)
    : QObject(parent), m_group(u"pages/"_s + name + u'/')
{}

void ViewMemory::keep(HeaderLayout *columns)
{
    if (const QVariant known = stored(u"columns"_s); known.isValid())
        columns->setLayout(TableLayout::fromVariant(known));
    connect(columns, &HeaderLayout::changed, this,
            [this, columns] { store(u"columns"_s, columns->layout().toVariant()); });
}

void ViewMemory::keep(QSplitter *splitter)
{
    splitter->restoreState(stored(u"splitter"_s).toByteArray());
    connect(splitter, &QSplitter::splitterMoved, this,
            [this, splitter] { store(u"splitter"_s, splitter->saveState()); });
}

void ViewMemory::keep(QWidget *part, const QString &key)
{
    const QVariant known = stored(key);
    part->setHidden(known.isValid() && !known.toBool());
}

void ViewMemory::setShown(QWidget *part, const QString &key, bool shown)
{
    part->setVisible(shown);
    store(key, shown);
}

QVariant ViewMemory::stored(const QString &key) const
{
    return remembered::value(m_group + key);
}

void ViewMemory::store(const QString &key, const QVariant &value) const
{
    remembered::set(m_group + key, value);
}

} // namespace seatledger
