// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/book/drafts.h"

#include "ui/book/draftcontents.h"
#include "ui/common/widgets/banner.h"
#include "ui/common/widgets/dialogframe.h"

#include <QApplication>
#include <QDateTime>
#include <QDir>
#include <QEvent>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QLoggingCategory>
#include <QSaveFile>
#include <QStandardPaths>

#include <algorithm>
#include <utility>

namespace seatledger {

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(draftLog, "seatledger.ui.drafts", QtWarningMsg)

namespace {

constexpr int keepEveryMs = 800;
constexpr auto markProperty = "seatledgerDraft";
const QString moreKey = u"more"_s; ///< what a DraftHolder has

QVariantMap toMap(const DraftMark &mark)
{
    return {{u"page"_s, mark.page}, {u"what"_s, mark.what}, {u"arguments"_s, mark.arguments}};
}

DraftMark fromMap(const QVariantMap &map)
{
    return {map[u"page"_s].toString(), map[u"what"_s].toString(), map[u"arguments"_s].toMap()};
}

QVariantMap allOf(const QDialog *dialog)
{
    QVariantMap contents = contentsOf(dialog);
    if (const auto *holder = dynamic_cast<const DraftHolder *>(dialog))
        contents.insert(moreKey, holder->draftContents());
    return contents;
}

/// As it will be read from the file, so that numbers compare.
QVariantMap plain(const QVariantMap &map)
{
    return QJsonObject::fromVariantMap(map).toVariantMap();
}

} // namespace

void markDraft(QDialog *dialog, const DraftMark &mark)
{
    dialog->setProperty(markProperty, toMap(mark));
}

DraftMark draftOfRows(const QString &page, const QString &what, const QList<qint64> &rows)
{
    QVariantList ids;
    std::ranges::transform(rows, std::back_inserter(ids), [](qint64 id) { return QVariant(id); });
    std::ranges::sort(ids, {}, [](const QVariant &id) { return id.toLongLong(); });
    return {page, what, {{u"ids"_s, ids}}};
}

QList<qint64> numbersIn(const QVariant &list)
{
    QList<qint64> numbers;
    for (const QVariant &number : list.toList())
        numbers.append(number.toLongLong());
    return numbers;
}

QVariantMap Drafts::Left::place() const
{
    return {{u"dialog"_s, toMap(mark)}};
}

Drafts::Drafts(const QString &folder, const QString &book, QObject *parent)
    : QObject(parent), m_folder(folder), m_book(book)
{
    m_timer.setInterval(keepEveryMs);
    connect(&m_timer, &QTimer::timeout, this, &Drafts::keep);
    adopt();
}

Drafts::~Drafts() = default;

QString Drafts::usualFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/seatledger/.drafts"_s;
}

void Drafts::adopt()
{
    const QDir folder(m_folder);
    for (const QString &name : folder.entryList({u"*.json"_s}, QDir::Files, QDir::Time))
        adoptFrom(folder.filePath(name));
    if (!m_left.isEmpty())
        write(); // this run may end the same way
}

/// Whoever wrote it is gone if nobody holds its lock.
void Drafts::adoptFrom(const QString &path)
{
    QLockFile lock(path + u".lock"_s);
    lock.setStaleLockTime(0);
    if (!lock.tryLock(0))
        return;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return;
    const QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
    if (root[u"book"_s].toString() != m_book)
        return;
    for (const auto &value : root[u"drafts"_s].toArray()) {
        const QVariantMap draft = value.toObject().toVariantMap();
        m_left.append(
            {fromMap(draft[u"mark"_s].toMap()), draft[u"title"_s].toString(), draft[u"contents"_s].toMap()});
    }
    file.remove();
}

QString Drafts::keyOf(const DraftMark &mark)
{
    return QString::fromUtf8(
        QJsonDocument(QJsonObject::fromVariantMap(toMap(mark))).toJson(QJsonDocument::Compact));
}

QList<Drafts::Left> Drafts::left() const
{
    QList<Left> left;
    for (const Draft &draft : m_left)
        left.append({draft.mark, draft.title});
    return left;
}

void Drafts::attach(QDialog *dialog)
{
    const QVariant marked = dialog->property(markProperty);
    if (!marked.isValid())
        return;
    const DraftMark mark = fromMap(marked.toMap());
    OpenDialog open{.dialog = dialog, .mark = mark, .before = plain(allOf(dialog))};
    const auto kept = std::ranges::find_if(
        m_left, [key = keyOf(mark)](const Draft &draft) { return keyOf(draft.mark) == key; });
    if (kept != m_left.end()) {
        open.isTouched = true;
        open.contents = kept->contents;
        m_left.erase(kept);
        restore(dialog, open.contents);
    }
    if (m_open.isEmpty())
        qApp->installEventFilter(this);
    m_open.append(open);
    m_timer.start();
    connect(dialog, &QDialog::finished, this, [this, dialog] { drop(dialog); });
    // closed by the end of the program: what was typed stays
    connect(dialog, &QObject::destroyed, this, [this, dialog] {
        const auto gone = std::ranges::find(m_open, dialog, &OpenDialog::dialog);
        if (gone == m_open.end())
            return;
        if (!gone->contents.isEmpty())
            m_left.append({gone->mark, {}, gone->contents});
        m_open.erase(gone);
    });
}

void Drafts::restore(QDialog *dialog, const QVariantMap &contents)
{
    setContents(dialog, contents);
    if (auto *holder = dynamic_cast<DraftHolder *>(dialog); holder && contents.contains(moreKey))
        holder->restoreDraftContents(contents[moreKey].toMap());
    if (auto *frame = qobject_cast<DialogFrame *>(dialog))
        frame->banner()->present(Banner::Kind::Info,
                                 tr("This is what you had typed when the program ended. It is not saved yet; "
                                    "Cancel throws it away."));
}

void Drafts::drop(QDialog *dialog)
{
    m_open.removeIf([dialog](const OpenDialog &open) { return open.dialog == dialog; });
    if (m_open.isEmpty()) {
        m_timer.stop();
        qApp->removeEventFilter(this);
    }
    write();
}

/// Until a person does something in a dialog, what changes in it is only loaded.
bool Drafts::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::InputMethod:
    case QEvent::Wheel:
    case QEvent::Drop:
        break;
    default:
        return false;
    }
    const auto *widget = qobject_cast<const QWidget *>(watched);
    for (OpenDialog &open : m_open) {
        if (!open.isTouched && widget && widget->window() == open.dialog) {
            open.before = plain(allOf(open.dialog));
            open.isTouched = true;
        }
    }
    return false;
}

void Drafts::keep()
{
    for (OpenDialog &open : m_open) {
        if (!open.isTouched)
            continue;
        const QVariantMap now = plain(allOf(open.dialog));
        open.contents.clear();
        for (const auto &[name, value] : now.asKeyValueRange()) {
            if (open.before.value(name) != value)
                open.contents.insert(name, value);
        }
    }
    write();
}

void Drafts::write()
{
    QJsonArray drafts;
    const auto add = [&drafts](const DraftMark &mark, const QString &title, const QVariantMap &contents) {
        if (!contents.isEmpty())
            drafts.append(QJsonObject{{u"mark"_s, QJsonObject::fromVariantMap(toMap(mark))},
                                      {u"title"_s, title},
                                      {u"contents"_s, QJsonObject::fromVariantMap(contents)}});
    };
    for (const Draft &draft : std::as_const(m_left))
        add(draft.mark, draft.title, draft.contents);
    for (const OpenDialog &open : std::as_const(m_open))
        add(open.mark, open.dialog->windowTitle(), open.contents);
    if (drafts.isEmpty()) {
        if (!std::exchange(m_written, {}).isEmpty())
            QFile::remove(m_path);
        return;
    }
    const QByteArray text = QJsonDocument(QJsonObject{{u"book"_s, m_book}, {u"drafts"_s, drafts}}).toJson();
    if (text == m_written)
        return;
    if (!m_lock) {
        constexpr auto own = QFile::ReadOwner | QFile::WriteOwner;
        QDir().mkpath(m_folder);
        QFile::setPermissions(m_folder, own | QFile::ExeOwner);
        m_path = QDir(m_folder).filePath(
            u"%1-%2.json"_s.arg(QApplication::applicationPid()).arg(QDateTime::currentMSecsSinceEpoch()));
        m_lock = std::make_unique<QLockFile>(m_path + u".lock"_s);
        m_lock->setStaleLockTime(0);
        if (!m_lock->tryLock(0))
            qCWarning(draftLog) << "Lock" << m_path << "failed";
    }
    QSaveFile file(m_path);
    const bool isOpen = file.open(QIODevice::WriteOnly)
                        && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (isOpen && file.write(text) == text.size() && file.commit())
        m_written = text;
    else
        qCWarning(draftLog) << "Write" << m_path << "failed:" << file.errorString();
}

} // namespace seatledger
