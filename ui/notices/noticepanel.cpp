// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notices/noticepanel.h"

#include "core/services/noticewords.h"
#include "ui/common/manualsubject.h"
#include "ui/common/style/icons.h"
#include "ui/common/style/ledgerstyle.h"
#include "ui/common/widgets/entrylist.h"
#include "ui/common/widgets/scrollcolumn.h"
#include "ui/common/widgets/textlabel.h"
#include "ui/shell/actionbutton.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr int widthInLetters = 74;
constexpr int heightInLines = 30;

Entry entryOf(const Notice &notice, const NoticeWords &words)
{
    Entry entry{.id = notice.id.value(), .title = words.title(notice)};
    entry.detail = words.detail(notice) + u" · "_s
                   + NoticePanel::tr("told on %1").arg(words.day(notice.foundAt.toLocalTime().date()));
    switch (notice.kind) {
    case NoticeKind::Expiry:
        entry.iconName = u"calendar-due"_s;
        entry.iconTone = notice.lead <= 7 ? Tone::Warning : Tone::TextMuted;
        break;
    case NoticeKind::LowSeats:
        entry.iconName = u"armchair"_s;
        entry.iconTone = Tone::Warning;
        break;
    case NoticeKind::Shortage:
        entry.iconName = u"alert-triangle"_s;
        entry.iconTone = Tone::Danger;
        break;
    }
    if (!notice.isRead)
        entry.badge = {.text = NoticePanel::tr("New"), .tone = Tone::Accent};
    return entry;
}

} // namespace

NoticePanel::NoticePanel(BookAccess access, QWidget *parent)
    : QFrame(parent, Qt::Popup),
      m_book(access),
      m_failure(new TextLabel({}, TextSize::Small, Tone::Danger, this)),
      m_list(new EntryList(this)),
      m_all(new QPushButton(icon(u"check"), tr("Mark all as read"), this))
{
    setObjectName(u"noticePanel"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    setManualSubject(this, u"notifications"_s);
    m_list->setObjectName(u"noticesList"_s);
    m_list->setAccessibleName(tr("Notices"));
    m_list->setEmptyText(tr("Nothing ends, runs low or will be short."));
    m_failure->setWordWrap(true);
    m_failure->hide();
    m_all->setObjectName(u"markAllButton"_s);
    setButtonKind(m_all, ButtonKind::Quiet);
    m_all->setEnabled(false);
    connect(m_all, &QPushButton::clicked, this, &NoticePanel::markAll);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { choose(index.row()); });
    connect(m_list, &EntryList::entryActivated, this, [this] { choose(m_list->currentIndex().row()); });
    auto *settings = new QAction(icon(u"settings"), tr("Settings …"), this);
    settings->setObjectName(u"noticeSettingsAction"_s);
    m_book.guard(settings, Action::ManageSettings);
    connect(settings, &QAction::triggered, this, [this] {
        close();
        emit settingsRequested();
    });
    auto *area = ScrollColumn::ofList(m_list, this);
    auto *head = new QHBoxLayout;
    head->addWidget(new TextLabel(tr("Notices"), TextSize::Heading, Tone::Text, this), 1);
    head->addWidget(m_all);
    head->addWidget(new ActionButton(settings, false, this));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space(Space::M), space(Space::M), space(Space::M), space(Space::M));
    layout->addLayout(head);
    layout->addWidget(m_failure);
    layout->addWidget(area, 1);
    resize(fontMetrics().averageCharWidth() * widthInLetters, fontMetrics().lineSpacing() * heightInLines);
    load();
}

void NoticePanel::popUpBeside(const QWidget *anchor)
{
    const QRect screen = anchor->screen()->availableGeometry();
    QPoint corner = anchor->mapToGlobal(
        QPoint(anchor->width() + space(Space::S), anchor->height() - height()));
    corner.setX(std::clamp(corner.x(), screen.left(), std::max(screen.left(), screen.right() - width())));
    corner.setY(std::clamp(corner.y(), screen.top(), std::max(screen.top(), screen.bottom() - height())));
    move(corner);
    QFrame::show();
    m_list->setFocus();
}

void NoticePanel::takeChange(const ChangeNotice &notice)
{
    if (notice.entity.isEmpty() || notice.entity == "notification"_L1)
        load();
}

void NoticePanel::load()
{
    m_isSettled = false;
    using Loaded = std::pair<std::vector<Notice>, QDate>;
    const auto read = [](const Services &services, Session &session) -> Result<Loaded> {
        auto notices = services.notices.list(session, {});
        const auto today = services.operations.today(session);
        if (!notices || !today)
            return std::unexpected(!notices ? notices.error() : today.error());
        return Loaded{std::move(*notices), *today};
    };
    m_book.ask(this, read, [this](const Result<Loaded> &loaded) {
        m_isSettled = true;
        m_failure->setVisible(!loaded);
        if (loaded)
            show(loaded->first, loaded->second);
        else
            m_failure->setText(loaded.error().message);
    });
}

void NoticePanel::show(const std::vector<Notice> &notices, QDate today)
{
    const int row = m_list->currentIndex().row();
    m_notices = notices;
    const NoticeWords words(today);
    std::vector<Entry> entries;
    for (const Notice &notice : m_notices)
        entries.push_back(entryOf(notice, words));
    m_list->setEntries(std::move(entries));
    m_list->setCurrentIndex(m_list->model()->index(std::max(0, row), 0));
    m_all->setEnabled(!std::ranges::all_of(m_notices, &Notice::isRead));
}

void NoticePanel::choose(int row)
{
    if (row < 0 || static_cast<std::size_t>(row) >= m_notices.size())
        return;
    const Notice notice = m_notices[static_cast<std::size_t>(row)];
    m_book.ask(
        this,
        [id = notice.id](const Services &services, Session &session) -> Result<bool> {
            auto marked = services.notices.markRead(session, {id});
            return marked ? Result<bool>(true) : std::unexpected(marked.error());
        },
        [](const Result<bool> &) {});
    close();
    if (notice.license)
        emit licenseRequested(notice.licenseName, notice.license->value());
}

void NoticePanel::markAll()
{
    if (m_notices.empty())
        return;
    m_all->setEnabled(false);
    m_book.ask(
        this,
        [newest = m_notices.front().id](const Services &services, Session &session) -> Result<bool> {
            auto marked = services.notices.markAllRead(session, newest);
            return marked ? Result<bool>(true) : std::unexpected(marked.error());
        },
        [this](const Result<bool> &) { load(); });
}

} // namespace seatledger
