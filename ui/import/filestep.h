// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/canceltoken.h"
#include "core/formats/tablefile.h"
#include "core/services/importrequest.h"
#include "ui/book/bookaccess.h"
#include "ui/shell/dialogs.h"

#include <QWidget>

#include <optional>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QTableView;

namespace seatledger {

class PreviewModel;
class SegmentedFilter;
class TextLabel;

/// The first step of an import: what the file is about, which one it is, and how it is read, shown by its
/// first rows. What is guessed can be changed, and is read again at once.
class FileStep final : public QWidget
{
    Q_OBJECT

public:
    FileStep(BookAccess access, Dialogs &dialogs, ImportKind kind, QWidget *parent);

    /// Reads the beginning of this file.
    void setPath(const QString &path);
    void choose();

    [[nodiscard]] ImportKind kind() const;
    [[nodiscard]] QString path() const;
    /// The file as it is read; none while there is none.
    [[nodiscard]] const std::optional<TableFilePreview> &preview() const { return m_preview; }
    [[nodiscard]] bool isReading() const { return m_reading; }

signals:
    /// Kind, file or reading are others now.
    void changed();
    void failed(const seatledger::Error &error);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void buildQuestions();
    void buildFormat();
    void buildTable();
    void read();
    void take(Result<TableFilePreview> preview);
    void showFormat(const TableFilePreview &preview);
    [[nodiscard]] TableFileChoice choice() const;

    BookAccess m_book;
    Dialogs &m_dialogs;
    SegmentedFilter *m_kind;
    QLineEdit *m_path;
    QWidget *m_format;
    QComboBox *m_encoding;
    QComboBox *m_delimiter;
    QCheckBox *m_headings;
    TextLabel *m_hint;
    QTableView *m_table;
    PreviewModel *m_model;
    TextLabel *m_empty;
    std::optional<TableFilePreview> m_preview;
    LatestRequest m_latest;
    int m_generation = 0;
    bool m_reading = false;
    bool m_isChosen = false; ///< a person said how it is read
};

} // namespace seatledger
