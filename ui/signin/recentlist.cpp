// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/recentlist.h"

#include "ui/common/style/icons.h"
#include "ui/common/style/ledgerstyle.h"
#include "ui/common/widgets/entrylist.h"
#include "ui/common/widgets/textlabel.h"

#include <QItemSelectionModel>
#include <QPushButton>
#include <QShortcut>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

Entry entryOf(const ConnectionProfile &profile, qint64 row)
{
    const bool isServer = profile.kind == ConnectionProfile::Kind::Server;
    const QString who = isServer && !profile.label.isEmpty()
                            ? u"%1 · %2/%3"_s.arg(profile.server.user, profile.server.host,
                                                  profile.server.database)
                        : isServer ? profile.server.user
                                   : RecentList::tr("On this computer");
    return {.id = row,
            .title = profile.title(),
            .detail = who,
            .iconName = isServer ? u"server"_s : u"device-desktop"_s};
}

} // namespace

RecentList::RecentList(QWidget *parent)
    : QWidget(parent),
      m_list(new EntryList(this)),
      m_remove(new QPushButton(icon(u"x"), tr("Remove from the list"), this))
{
    setObjectName(u"recentList"_s);
    m_list->setObjectName(u"recentEntries"_s);
    m_list->setAccessibleName(tr("Recent connections"));
    m_remove->setObjectName(u"removeButton"_s);
    m_remove->setAutoDefault(false);
    setButtonKind(m_remove, ButtonKind::Quiet);
    auto *heading = new TextLabel(tr("Recent"), TextSize::Small, Tone::TextMuted, this);
    heading->setTextWeight(QFont::DemiBold);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space(Space::Xs));
    layout->addWidget(heading);
    layout->addWidget(m_list);
    layout->addStretch();
    layout->addWidget(m_remove, 0, Qt::AlignLeft);

    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) { choose(current.row()); });
    connect(m_list, &EntryList::entryActivated, this,
            [this](qint64 row) { emit activated(m_profiles.at(static_cast<std::size_t>(row))); });
    connect(m_remove, &QPushButton::clicked, this, &RecentList::removeCurrent);
    auto *remove = new QShortcut(QKeySequence::Delete, m_list);
    remove->setContext(Qt::WidgetShortcut);
    connect(remove, &QShortcut::activated, this, &RecentList::removeCurrent);
}

void RecentList::setProfiles(std::vector<ConnectionProfile> profiles)
{
    m_profiles = std::move(profiles);
    std::vector<Entry> entries;
    for (const ConnectionProfile &profile : m_profiles)
        entries.push_back(entryOf(profile, std::ssize(entries)));
    m_list->setEntries(std::move(entries));
    m_remove->setEnabled(false);
}

void RecentList::setCurrent(const QString &key)
{
    const QSignalBlocker quiet(m_list->selectionModel());
    const auto found = std::ranges::find(m_profiles, key, &ConnectionProfile::key);
    const auto row = static_cast<int>(found - m_profiles.begin());
    m_list->setCurrentIndex(found == m_profiles.end() ? QModelIndex() : m_list->model()->index(row, 0));
    m_remove->setEnabled(found != m_profiles.end());
    m_list->viewport()->update();
}

void RecentList::choose(int row)
{
    m_remove->setEnabled(row >= 0);
    if (row >= 0)
        emit chosen(m_profiles.at(static_cast<std::size_t>(row)));
}

void RecentList::removeCurrent()
{
    const int row = m_list->currentIndex().row();
    if (row >= 0)
        emit removeRequested(ConnectionProfile(m_profiles.at(static_cast<std::size_t>(row))));
}

} // namespace seatledger
