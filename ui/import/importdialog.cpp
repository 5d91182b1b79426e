// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/importdialog.h"

#include "ui/book/hindrance.h"
#include "ui/common/manualsubject.h"
#include "ui/common/style/lengths.h"
#include "ui/common/widgets/banner.h"
#include "ui/common/widgets/busyoverlay.h"
#include "ui/import/columnsstep.h"
#include "ui/import/filestep.h"
#include "ui/import/resultstep.h"
#include "ui/import/teststep.h"

#include <QFileInfo>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr int progressMs = 100;

QString phaseText(ImportPhase phase)
{
    switch (phase) {
    case ImportPhase::Checking:
        return ImportDialog::tr("Checking the rows …");
    case ImportPhase::Writing:
        return ImportDialog::tr("Writing the rows …");
    case ImportPhase::Counting:
        return ImportDialog::tr("The rows are in the book. Counting for reports …");
    case ImportPhase::Reading:
        break;
    }
    return ImportDialog::tr("Reading the file …");
}

/// Work has an answer, if only that it is done.
Result<bool> answered(Result<void> outcome)
{
    if (!outcome)
        return std::unexpected(std::move(outcome).error());
    return true;
}

} // namespace

ImportDialog::ImportDialog(BookAccess access, Dialogs &dialogs, ImportKind kind, QWidget *parent)
    : DialogFrame(u"import"_s, tr("Import"), parent),
      m_book(access),
      m_dialogs(dialogs),
      m_steps(new QStackedWidget(this)),
      m_file(new FileStep(access, dialogs, kind, this)),
      m_columns(new ColumnsStep(this)),
      m_test(new TestStep(kind, this)),
      m_result(new ResultStep(this))
{
    setManualSubject(this, u"importing"_s);
    for (QWidget *step : std::initializer_list<QWidget *>{m_file, m_columns, m_test, m_result})
        m_steps->addWidget(step);
    body()->addWidget(m_steps, 1);
    buildButtons();
    connectSteps();
    connect(overlay(), &BusyOverlay::cancelRequested, this, [this] { m_token.cancel(); });
    m_timer.setInterval(progressMs);
    connect(&m_timer, &QTimer::timeout, this, &ImportDialog::showProgress);
    waitForConnection(this, m_book);
    resize(grown(880), grown(620));
    show(File);
}

void ImportDialog::buildButtons()
{
    m_undo = addButton(u"undo"_s, tr("Undo"), ButtonKind::Normal);
    m_cancel = addCancelButton();
    m_back = addButton(u"back"_s, tr("Back"), ButtonKind::Normal);
    m_next = addButton(u"next"_s, tr("Next"), ButtonKind::Primary);
    connect(m_undo, &QPushButton::clicked, this, &ImportDialog::undo);
    connect(m_back, &QPushButton::clicked, this, &ImportDialog::goBack);
    connect(m_next, &QPushButton::clicked, this, &ImportDialog::goOn);
}

void ImportDialog::connectSteps()
{
    connect(m_file, &FileStep::changed, this, [this] {
        banner()->dismiss();
        updateButtons();
    });
    connect(m_file, &FileStep::failed, this, [this](const Error &error) { showFailure(error); });
    connect(m_columns, &ColumnsStep::changed, this, &ImportDialog::updateButtons);
    connect(m_columns, &ColumnsStep::mappingWanted, this, &ImportDialog::match);
    connect(m_columns, &ColumnsStep::saveRequested, this, &ImportDialog::saveMapping);
    connect(m_columns, &ColumnsStep::removeRequested, this, &ImportDialog::removeMapping);
    connect(m_test, &TestStep::testWanted, this, &ImportDialog::test);
    connect(m_test, &TestStep::changed, this, &ImportDialog::updateButtons);
    connect(m_test, &TestStep::saveRequested, this, &ImportDialog::saveProblems);
}

void ImportDialog::setPath(const QString &path)
{
    m_file->setPath(path);
}

bool ImportDialog::isSettled() const
{
    return m_underWay == 0 && !m_file->isReading();
}

void ImportDialog::reject()
{
    m_token.cancel();
    DialogFrame::reject();
}

ImportDialog::Step ImportDialog::step() const
{
    return static_cast<Step>(m_steps->currentIndex());
}

void ImportDialog::show(Step step)
{
    m_steps->setCurrentIndex(step);
    banner()->dismiss();
    updateButtons();
}

void ImportDialog::goBack()
{
    if (step() == Columns || step() == Test)
        show(static_cast<Step>(step() - 1));
}

void ImportDialog::goOn()
{
    if (!canGoOn())
        return;
    switch (step()) {
    case File:
        match({});
        break;
    case Columns:
        m_test->clear();
        show(Test);
        test();
        break;
    case Test:
        import();
        break;
    case Done:
        accept();
    }
}

bool ImportDialog::canGoOn() const
{
    switch (step()) {
    case File:
        return m_file->preview().has_value();
    case Columns:
        return m_columns->refusal().isEmpty();
    case Test:
        return m_test->isReady();
    case Done:
        break;
    }
    return true;
}

QString ImportDialog::subtitle() const
{
    const QString file = QFileInfo(m_file->path()).fileName();
    switch (step()) {
    case Columns:
        return tr("Step 2 of 4: what the columns of %1 are").arg(file);
    case Test:
        return tr("Step 3 of 4: what importing %1 would do").arg(file);
    case Done:
        return tr("Step 4 of 4: done");
    case File:
        break;
    }
    return tr("Step 1 of 4: the file, and how it is read");
}

QString ImportDialog::goOnText() const
{
    if (step() == Test)
        return m_test->rowsToWrite() > 0
                   ? tr("Import %Ln rows", nullptr, static_cast<int>(m_test->rowsToWrite()))
                   : tr("Import");
    if (step() == Columns)
        return tr("Test run");
    return step() == Done ? tr("Close") : tr("Next");
}

void ImportDialog::updateButtons()
{
    setSubtitle(subtitle());
    m_next->setText(goOnText());
    setMainEnabled(canGoOn());
    m_back->setVisible(step() == Columns || step() == Test);
    m_cancel->setVisible(step() != Done);
    m_undo->setVisible(step() == Done && m_operation);
    const QString refusal = m_book.refusalOf(Action::Undo);
    m_undo->setEnabled(refusal.isEmpty());
    m_undo->setToolTip(refusal);
}

ImportRequest ImportDialog::request() const
{
    return {.kind = m_file->kind(),
            .path = m_file->path(),
            .format = m_file->preview() ? m_file->preview()->format : TableFileFormat(),
            .mapping = m_columns->mapping(),
            .onExisting = m_test->onExisting(),
            .leaveOutProblems = m_test->leavesOutProblems(),
            .createMissing = m_test->createsMissing()};
}

template <typename Work, typename Show>
void ImportDialog::run(const QString &text, Work work, Show show)
{
    banner()->dismiss();
    m_token = CancelToken::create();
    m_progress = std::make_shared<Shared>();
    overlay()->start(text, true);
    m_timer.start();
    ++m_underWay;
    m_book.ask(
        this,
        [work = std::move(work), progress = m_progress](const Services &services, Session &session) {
            return work(services.imports, session, [&progress](const ImportProgress &now) {
                progress->phase = now.phase;
                progress->total = now.total;
                progress->done = now.done;
            });
        },
        [this, show = std::move(show)](auto answer) {
            --m_underWay;
            m_timer.stop();
            overlay()->finish();
            if (answer)
                show(std::move(*answer));
            else
                showFailure(answer.error());
        },
        m_token);
}

void ImportDialog::showProgress()
{
    overlay()->reword(phaseText(m_progress->phase));
    overlay()->setProgress(std::min(m_progress->done.load(), m_progress->total.load()), m_progress->total);
}

void ImportDialog::match(const std::optional<QString> &name)
{
    const TableFilePreview preview = *m_file->preview();
    run(
        tr("Looking at the columns …"),
        [kind = m_file->kind(), preview, name](const ImportApplicationService &imports, Session &session,
                                               const auto &) {
            return imports.match(session, kind, preview, name);
        },
        [this, preview](const ImportMapping &mapping) {
            m_columns->begin(preview, mapping);
            show(Columns);
            loadMappings();
        });
}

void ImportDialog::loadMappings()
{
    ++m_underWay;
    m_book.ask(
        this,
        [kind = m_file->kind()](const Services &services, Session &session) {
            return services.imports.mappings(session, kind);
        },
        [this](const Result<std::vector<ImportMapping>> &mappings) {
            --m_underWay;
            if (mappings)
                m_columns->setMappings(*mappings);
            else
                showFailure(mappings.error());
        });
}

void ImportDialog::saveMapping(const ImportMapping &mapping)
{
    run(
        tr("Saving the mapping …"),
        [mapping](const ImportApplicationService &imports, Session &session, const auto &) {
            return answered(imports.saveMapping(session, mapping));
        },
        [this, name = mapping.name](bool) {
            loadMappings();
            banner()->present(Banner::Kind::Success, tr("The mapping is saved as “%1”.").arg(name));
        });
}

void ImportDialog::removeMapping(const QString &name)
{
    run(
        tr("Removing the mapping …"),
        [kind = m_file->kind(), name](const ImportApplicationService &imports, Session &session,
                                      const auto &) {
            return answered(imports.removeMapping(session, kind, name));
        },
        [this](bool) { match({}); });
}

void ImportDialog::test()
{
    run(
        phaseText(ImportPhase::Reading),
        [request = request()](const ImportApplicationService &imports, Session &session,
                              const auto &progress) { return imports.testRun(session, request, progress); },
        [this](const ImportOutcome &outcome) { m_test->setOutcome(outcome); });
}

void ImportDialog::import()
{
    run(
        phaseText(ImportPhase::Reading),
        [request = request()](const ImportApplicationService &imports, Session &session,
                              const auto &progress) { return imports.run(session, request, progress); },
        [this](const ImportOutcome &outcome) {
            if (!outcome.operation && outcome.rejected > 0)
                return m_test->setOutcome(outcome); // the book has changed since the test run
            showResult(outcome);
            if (outcome.operation)
                emit applied(outcome.operation->value(), importedText(outcome));
        });
}

void ImportDialog::showResult(const ImportOutcome &outcome)
{
    m_operation = outcome.operation;
    m_result->setOutcome(outcome);
    show(Done);
    m_next->setFocus();
}

void ImportDialog::saveProblems()
{
    const QString name = QFileInfo(m_file->path()).completeBaseName() + u"-"_s + tr("problems") + u".csv"_s;
    m_dialogs.saveFile(
        this, {.title = tr("Save rows with problems"), .suggestedName = name, .filter = tr("CSV (*.csv)")},
        [this](const QString &path) { writeProblems(path); });
}

void ImportDialog::writeProblems(const QString &path)
{
    run(
        phaseText(ImportPhase::Reading),
        [request = request(), path](const ImportApplicationService &imports, Session &session,
                                    const auto &progress) {
            return imports.writeProblems(session, request, path, progress);
        },
        [this, path](qint64 rows) { m_test->tellSaved(rows, path); });
}

void ImportDialog::undo()
{
    overlay()->start(tr("Taking it back …"), false);
    m_book.ask(
        this,
        [operation = *m_operation](const Services &services, Session &session) {
            return services.management.undo(session, operation);
        },
        [this](const Result<OperationId> &undo) {
            overlay()->finish();
            if (!undo)
                return showFailure(undo.error());
            emit undone(m_operation->value());
            accept();
        });
}

} // namespace seatledger
