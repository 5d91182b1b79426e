// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/members/departmenttreedialog.h"

#include "ui/book/departmenttreeview.h"
#include "ui/book/hindrance.h"
#include "ui/book/historydialog.h"
#include "ui/common/style/lengths.h"
#include "ui/common/widgets/banner.h"
#include "ui/common/widgets/busyoverlay.h"
#include "ui/common/widgets/emptystate.h"
#include "ui/common/widgets/searchfield.h"
#include "ui/members/departmentdialog.h"
#include "ui/shell/actionbutton.h"
#include "ui/shell/page.h"

#include <QAction>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace seatledger {

using namespace Qt::StringLiterals;

DepartmentTreeDialog::DepartmentTreeDialog(BookAccess access, QWidget *parent)
    : DialogFrame(u"departmentTree"_s, tr("Departments"), parent),
      m_book(access),
      m_search(new SearchField(this)),
      m_tree(new DepartmentTreeView(this)),
      m_empty(new EmptyState(m_tree))
{
    setSubtitle(tr("Who manages a department also manages those below it."));
    m_search->setPlaceholderText(tr("Search departments"));
    body()->addWidget(m_search);
    buildTree();
    buildActions();
    auto *close = addButton(u"close"_s, tr("Close"), ButtonKind::Normal);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_search, &SearchField::searchChanged, m_tree, &DepartmentTreeView::narrow);
    connect(m_search, &SearchField::listRequested, m_tree, qOverload<>(&QWidget::setFocus));
    connect(banner(), &Banner::actionTriggered, this, &DepartmentTreeDialog::undo);
    waitForConnection(this, m_book);
    if (m_book.permits)
        connect(m_book.permits, &Permits::changed, this, &DepartmentTreeDialog::updateActions);
    m_tree->setFocus();
    resize(grown(520), grown(600));
    reload();
}

void DepartmentTreeDialog::buildTree()
{
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_tree->setExpandsOnDoubleClick(false);
    m_empty->setContents(u"sitemap"_s, tr("No departments yet"),
                         tr("Departments say who manages whom. Begin with one at the top."));
    m_empty->hide();
    auto *cover = new QVBoxLayout(m_tree->viewport());
    cover->setContentsMargins(0, 0, 0, 0);
    cover->addWidget(m_empty);
    body()->addWidget(m_tree, 1);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &DepartmentTreeDialog::updateActions);
    connect(m_tree, &QTreeWidget::itemActivated, this, [this] { m_edit->trigger(); });
}

void DepartmentTreeDialog::buildActions()
{
    m_add = makeAction(u"addDepartment"_s, tr("New department"), u"plus"_s, QKeySequence::New);
    m_addBelow = makeAction(u"addDepartmentBelow"_s, tr("New below it"), u"sitemap"_s,
                            QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N));
    m_edit = makeAction(u"editDepartment"_s, tr("Rename or move"), u"edit"_s, Qt::Key_F2);
    m_history = makeAction(u"departmentHistory"_s, tr("History …"), u"history"_s,
                           QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H), Action::ReadAudit);
    connect(m_history, &QAction::triggered, this, &DepartmentTreeDialog::offerHistory);
    connect(m_add, &QAction::triggered, this,
            [this] { offer(new DepartmentDialog(m_book, std::nullopt, this)); });
    connect(m_addBelow, &QAction::triggered, this,
            [this] { offer(new DepartmentDialog(m_book, m_tree->current(), this)); });
    connect(m_edit, &QAction::triggered, this, &DepartmentTreeDialog::offerEdit);
    auto *line = new QHBoxLayout;
    line->setSpacing(space(Space::S));
    for (QAction *action : {m_add, m_addBelow, m_edit, m_history}) {
        line->addWidget(new ActionButton(action, false, this));
    }
    line->addStretch();
    body()->addLayout(line);
    updateActions();
}

QAction *DepartmentTreeDialog::makeAction(const QString &name, const QString &text, const QString &iconName,
                                          const QKeySequence &shortcut, Action what)
{
    auto *action = new QAction(text, this);
    Page::setIconName(action, iconName);
    action->setObjectName(name + u"Action"_s);
    action->setShortcut(shortcut);
    m_tree->addAction(action);
    addAction(action);
    m_book.guard(action, what);
    return action;
}

void DepartmentTreeDialog::reload()
{
    ++m_asked;
    m_book.ask(
        this,
        [](const Services &services, Session &session) { return services.catalogue.departments(session); },
        [this](Result<std::vector<Department>> departments) {
            --m_asked;
            if (departments)
                fill(std::move(*departments));
            else
                showFailure(departments.error());
        });
}

void DepartmentTreeDialog::fill(std::vector<Department> departments)
{
    const auto before = m_tree->current();
    m_departments = std::move(departments);
    m_tree->setDepartments(m_departments);
    m_empty->setVisible(m_departments.empty());
    m_tree->narrow(m_search->text().trimmed());
    m_tree->setCurrent(m_wanted ? std::exchange(m_wanted, std::nullopt) : before);
    updateActions();
}

void DepartmentTreeDialog::updateActions()
{
    const bool any = m_tree->current().has_value();
    m_addBelow->setEnabled(any);
    m_edit->setEnabled(any);
    m_history->setEnabled(any);
}

void DepartmentTreeDialog::offerHistory()
{
    const auto current = m_tree->current();
    const auto department = std::ranges::find_if(
        m_departments, [&](const Department &known) { return current && known.id == *current; });
    if (department == m_departments.end())
        return;
    auto *dialog = new HistoryDialog(m_book, {.thing = AuditedThing{u"department"_s, department->id.value()}},
                                     department->name.text(), this);
    connect(dialog, &HistoryDialog::operationActivated, this, [this](qint64 operation) {
        accept();
        emit operationActivated(operation);
    });
    dialog->open();
}

void DepartmentTreeDialog::offer(EditDialog *dialog)
{
    banner()->dismiss();
    connect(dialog, &EditDialog::saved, this, &DepartmentTreeDialog::takeSaved);
    dialog->open();
}

void DepartmentTreeDialog::offerEdit()
{
    const auto id = m_tree->current();
    const auto department = std::ranges::find_if(m_departments,
                                                 [&](const Department &one) { return one.id == id; });
    if (department != m_departments.end())
        offer(new DepartmentDialog(m_book, *department, this));
}

void DepartmentTreeDialog::takeSaved(qint64 operation, const QString &summary, qint64 id)
{
    m_wanted = DepartmentId::fromValue(id);
    m_operation = operation;
    banner()->present(Banner::Kind::Success, summary, m_book.may(Action::Undo) ? tr("Undo") : QString());
    emit applied(operation, summary);
    reload();
}

void DepartmentTreeDialog::undo()
{
    if (m_operation == 0)
        return;
    overlay()->start(tr("Taking it back …"), false);
    m_book.ask(
        this,
        [operation = *OperationId::fromValue(m_operation)](const Services &services, Session &session) {
            return services.management.undo(session, operation);
        },
        [this](const Result<OperationId> &undone) { takeUndone(undone); });
}

void DepartmentTreeDialog::takeUndone(const Result<OperationId> &undone)
{
    overlay()->finish();
    if (!undone)
        return showFailure(undone.error());
    banner()->present(Banner::Kind::Success, tr("It was taken back."));
    emit this->undone(std::exchange(m_operation, 0));
    reload();
}

} // namespace seatledger
