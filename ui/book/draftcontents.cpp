// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/book/draftcontents.h"

#include "ui/book/countfield.h"
#include "ui/book/departmentbox.h"
#include "ui/common/widgets/datefield.h"
#include "ui/common/widgets/pickerfield.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

/// Whether a widget is a part of a field that is kept as a whole.
bool isInside(const QWidget *widget, const QWidget *form)
{
    for (const QWidget *at = widget->parentWidget(); at && at != form; at = at->parentWidget()) {
        if (qobject_cast<const DateField *>(at) || qobject_cast<const CountField *>(at)
            || qobject_cast<const QComboBox *>(at) || qobject_cast<const QAbstractSpinBox *>(at))
            return true;
    }
    return false;
}

template <typename T>
QVariant orNothing(const std::optional<T> &value)
{
    return value ? QVariant(*value) : QVariant(u""_s);
}

QVariant read(const QWidget *field)
{
    if (const auto *picker = qobject_cast<const PickerField *>(field)) {
        const auto &item = picker->current();
        return item ? QVariantMap{{u"id"_s, item->id}, {u"title"_s, item->title}} : QVariantMap();
    }
    if (const auto *day = qobject_cast<const DateField *>(field))
        return day->date() ? day->date()->toString(Qt::ISODate) : QString(u""_s);
    if (const auto *count = qobject_cast<const CountField *>(field))
        return orNothing(count->count());
    if (const auto *box = qobject_cast<const DepartmentBox *>(field))
        return orNothing(box->department().transform(&DepartmentId::value));
    if (const auto *box = qobject_cast<const QComboBox *>(field))
        return box->isEditable() ? QVariant(box->currentText()) : QVariant(box->currentIndex());
    if (const auto *spin = qobject_cast<const QSpinBox *>(field))
        return spin->value();
    if (const auto *tick = qobject_cast<const QCheckBox *>(field))
        return tick->isChecked();
    if (const auto *text = qobject_cast<const QPlainTextEdit *>(field))
        return text->isReadOnly() ? QVariant() : QVariant(text->toPlainText());
    if (const auto *line = qobject_cast<const QLineEdit *>(field))
        return line->echoMode() == QLineEdit::Normal ? QVariant(line->text()) : QVariant();
    return {};
}

void write(QWidget *field, const QVariant &value)
{
    const auto number = [&value] {
        return value.toString().isEmpty() ? std::optional<qint64>() : value.toLongLong();
    };
    if (auto *picker = qobject_cast<PickerField *>(field)) {
        const QVariantMap item = value.toMap();
        picker->setCurrent(item.isEmpty() ? std::optional<PickerItem>()
                                          : PickerItem{.id = item[u"id"_s].toLongLong(),
                                                       .title = item[u"title"_s].toString()});
    } else if (auto *day = qobject_cast<DateField *>(field)) {
        const QDate date = QDate::fromString(value.toString(), Qt::ISODate);
        day->setDate(date.isValid() ? std::optional(date) : std::nullopt);
    } else if (auto *count = qobject_cast<CountField *>(field)) {
        count->setCount(number());
    } else if (auto *department = qobject_cast<DepartmentBox *>(field)) {
        department->setDepartment(number().and_then(&DepartmentId::fromValue));
    } else if (auto *box = qobject_cast<QComboBox *>(field)) {
        if (box->isEditable())
            box->setCurrentText(value.toString());
        else
            box->setCurrentIndex(value.toInt());
    } else if (auto *spin = qobject_cast<QSpinBox *>(field)) {
        spin->setValue(value.toInt());
    } else if (auto *tick = qobject_cast<QCheckBox *>(field)) {
        tick->setChecked(value.toBool());
    } else if (auto *text = qobject_cast<QPlainTextEdit *>(field)) {
        text->setPlainText(value.toString());
    } else if (auto *line = qobject_cast<QLineEdit *>(field); line && line->echoMode() == QLineEdit::Normal) {
        line->setText(value.toString());
    }
}

template <typename Visit>
void visitFields(const QWidget *form, Visit visit)
{
    QHash<QString, int> seen;
    for (QWidget *field : form->findChildren<QWidget *>()) {
        const QString name = field->objectName();
        // a dialog over this one is no part of it
        if (name.isEmpty() || name.startsWith("qt_"_L1) || field->window() != form->window()
            || isInside(field, form))
            continue;
        const int number = seen[name]++;
        visit(field, number == 0 ? name : name + u'#' + QString::number(number));
    }
}

} // namespace

QVariantMap contentsOf(const QWidget *form)
{
    QVariantMap contents;
    visitFields(form, [&contents](const QWidget *field, const QString &name) {
        if (const QVariant value = read(field); value.isValid())
            contents.insert(name, value);
    });
    return contents;
}

void setContents(QWidget *form, const QVariantMap &contents)
{
    visitFields(form, [&contents](QWidget *field, const QString &name) {
        if (const auto found = contents.find(name); found != contents.end())
            write(field, *found);
    });
}

} // namespace seatledger
