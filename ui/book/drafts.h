// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QTimer>
#include <QVariantMap>

#include <memory>

class QDialog;
class QLockFile;

namespace seatledger {

/// Where a dialog belongs whose contents are kept: what it is (`new`, `edit`) on which page, and about which
/// rows.
struct DraftMark {
    QString page;
    QString what;
    QVariantMap arguments = {};

    friend bool operator==(const DraftMark &, const DraftMark &) = default;
};

/// Has what is typed into a dialog kept, see Drafts. Never for a dialog that asks for a secret.
void markDraft(QDialog *dialog, const DraftMark &mark);

/// The mark of a dialog about these rows, in any order.
[[nodiscard]] DraftMark draftOfRows(const QString &page, const QString &what, const QList<qint64> &rows);
/// The numbers of a list in arguments.
[[nodiscard]] QList<qint64> numbersIn(const QVariant &list);

/// For dialogs with more in them than fields that Drafts knows by themselves.
class DraftHolder
{
public:
    virtual ~DraftHolder() = default;
    [[nodiscard]] virtual QVariantMap draftContents() const = 0;
    virtual void restoreDraftContents(const QVariantMap &contents) = 0;
};

/// Keeps what a person has typed into open dialogs in a file of their own (0600), so that it survives the end
/// of the program by whatever cause; fields that hide what is typed are never in it. What another run left
/// behind is filled in again when the same dialog is opened. A draft is dropped when its dialog is closed,
/// saved or not. Only what differs from what the dialog began with is kept. GUI thread.
class Drafts final : public QObject
{
    Q_OBJECT

public:
    /// `book` says of which book: drafts of another one are left alone. Takes over what runs that are no more
    /// have left.
    Drafts(const QString &folder, const QString &book, QObject *parent = nullptr);
    ~Drafts() override;

    /// In the data folder of the person.
    [[nodiscard]] static QString usualFolder();

    /// Fills in what was kept of this dialog, and keeps what is typed from now on. Nothing if it is not
    /// marked.
    void attach(QDialog *dialog);

    /// A draft that was left behind and not opened since.
    struct Left {
        DraftMark mark;
        QString title; ///< of its dialog
        /// What BookPage::showPlace() opens it by.
        [[nodiscard]] QVariantMap place() const;
    };
    [[nodiscard]] QList<Left> left() const;

    /// Writes what there is now; it is done by itself about once a second.
    void keep();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Draft {
        DraftMark mark;
        QString title;
        QVariantMap contents;
    };
    struct OpenDialog {
        QDialog *dialog = nullptr;
        DraftMark mark;
        QVariantMap before; ///< what it began with
        bool isTouched = false; ///< by a person
        QVariantMap contents = {};
    };

    void adopt();
    void adoptFrom(const QString &path);
    void restore(QDialog *dialog, const QVariantMap &contents);
    void drop(QDialog *dialog);
    void write();
    [[nodiscard]] static QString keyOf(const DraftMark &mark);

    QString m_folder;
    QString m_book;
    QString m_path;
    std::unique_ptr<QLockFile> m_lock;
    QList<Draft> m_left;
    QList<OpenDialog> m_open;
    QByteArray m_written;
    QTimer m_timer;
};

} // namespace seatledger
