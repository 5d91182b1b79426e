// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/auditfilters.h"

#include "ui/book/changetext.h"
#include "ui/common/style/icons.h"
#include "ui/common/style/lengths.h"
#include "ui/common/style/tokens.h"
#include "ui/common/widgets/flowlayout.h"
#include "ui/common/widgets/pickerfield.h"
#include "ui/shell/dialogs.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QMap>
#include <QSignalBlocker>

#include <algorithm>
#include <utility>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr int actorsOffered = 30;
constexpr int narrowestBox = 100; ///< in a small window
constexpr int leastLetters = 9;
const QString entityPrefix = u"entity:"_s;

PickerField::Search actorSearch(BookAccess access)
{
    return [access](const QString &text, CancelToken token) {
        return access.run(
            [text](const Services &services, Session &session) -> Result<std::vector<PickerItem>> {
                const auto actors = services.operationLists.actors(session, text, actorsOffered);
                if (!actors)
                    return std::unexpected(actors.error());
                std::vector<PickerItem> items;
                for (const QString &actor : *actors)
                    items.push_back({.id = std::ssize(items) + 1, .title = actor, .iconName = u"user"_s});
                return items;
            },
            std::move(token));
    };
}

QComboBox *makeBox(const QString &name, const QString &accessibleName, QWidget *parent)
{
    auto *box = new QComboBox(parent);
    box->setObjectName(name);
    box->setAccessibleName(accessibleName);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    box->setMinimumContentsLength(leastLetters);
    box->setMaxVisibleItems(24);
    box->view()->setTextElideMode(Qt::ElideNone);
    return box;
}

} // namespace

AuditFilters::AuditFilters(BookAccess access, Dialogs &dialogs, QWidget *parent)
    : QWidget(parent),
      m_book(access),
      m_dialogs(dialogs),
      m_actor(new PickerField(actorSearch(access), this)),
      m_kind(makeBox(u"kindComboBox"_s, tr("Kind"), this)),
      m_period(makeBox(u"periodComboBox"_s, tr("Period"), this))
{
    m_actor->setObjectName(u"actorPicker"_s);
    m_actor->setPlaceholderText(tr("Anybody"));
    m_actor->setAccessibleName(tr("Who"));
    m_actor->setClearButtonEnabled(true);
    m_actor->setMinimumWidth(grown(narrowestBox));
    m_actor->setMaximumWidth(grown(170));
    auto *layout = new FlowLayout(space(Space::S), this); // with large text in two lines
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_actor);
    layout->addWidget(m_kind);
    layout->addWidget(m_period);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    buildKinds({});
    buildPeriods();
    connect(m_actor, &PickerField::currentChanged, this, [this] {
        const QString before = std::exchange(m_lastActor, actor());
        if (before != m_lastActor)
            emit changed();
    });
    connect(m_kind, &QComboBox::activated, this, &AuditFilters::changed);
    connect(m_period, &QComboBox::activated, this, &AuditFilters::takePeriod);
}

void AuditFilters::loadKinds()
{
    m_book.ask(
        this,
        [](const Services &services, Session &session) { return services.operationLists.kinds(session); },
        [this](const Result<QStringList> &kinds) {
            if (kinds)
                buildKinds(*kinds);
        });
}

void AuditFilters::buildKinds(const QStringList &kinds)
{
    const QString chosen = m_kind->currentData().toString();
    m_kind->clear();
    m_kind->addItem(tr("Everything"), QString());
    QMap<QString, QString> sorted;
    for (const QString &kind : kinds)
        sorted.insert(kindText(kind), kind);
    for (auto kind = sorted.cbegin(); kind != sorted.cend(); ++kind)
        m_kind->addItem(icon(kindIcon(kind.value()), Tone::TextMuted), kind.key(), kind.value());
    m_kind->insertSeparator(m_kind->count());
    for (const QString &entity : knownEntities())
        m_kind->addItem(icon(entityIcon(entity), Tone::TextMuted), tr("Changed: %1").arg(entityText(entity)),
                        entityPrefix + entity);
    m_kind->setCurrentIndex(std::max(0, m_kind->findData(chosen)));
}

void AuditFilters::buildPeriods()
{
    m_period->addItem(tr("Any time"), u"any"_s);
    m_period->addItem(tr("Today"), u"today"_s);
    m_period->addItem(tr("Last 7 days"), u"week"_s);
    m_period->addItem(tr("Last 30 days"), u"month"_s);
    m_period->addItem(tr("This year"), u"year"_s);
    m_period->addItem(tr("Choose days …"), u"days"_s);
}

void AuditFilters::takePeriod()
{
    const QString period = m_period->currentData().toString();
    const QDate today = QDateTime::currentDateTimeUtc().toTimeZone(m_zone).date();
    if (period == "days"_L1) {
        chooseDays();
        return setSpan(m_span); // until days are chosen it stays as it was
    }
    DaySpan span;
    if (period == "today"_L1)
        span.first = today;
    else if (period == "week"_L1)
        span.first = today.addDays(-6);
    else if (period == "month"_L1)
        span.first = today.addDays(-29);
    else if (period == "year"_L1)
        span.first = QDate(today.year(), 1, 1);
    m_span = span;
    emit changed();
}

QDialog *AuditFilters::chooseDays()
{
    auto *dialog = new DaysDialog(m_span, m_book.today(), this);
    connect(dialog, &DaysDialog::chosen, this, [this](const DaySpan &span) {
        setSpan(span);
        emit changed();
    });
    m_dialogs.open(dialog);
    return dialog;
}

void AuditFilters::setSpan(const DaySpan &span)
{
    constexpr int firstOwn = 6; // behind the entries of buildPeriods()
    m_span = span;
    while (m_period->count() > firstOwn)
        m_period->removeItem(firstOwn);
    if (span != DaySpan())
        m_period->addItem(span.text(), u"chosen"_s);
    m_period->setCurrentIndex(span == DaySpan() ? 0 : firstOwn);
}

QString AuditFilters::actor() const
{
    return m_actor->current() ? m_actor->current()->title : QString();
}

void AuditFilters::setActor(const QString &actor)
{
    const QSignalBlocker quiet(m_actor);
    m_actor->setCurrent(actor.isEmpty() ? std::nullopt : std::optional(PickerItem{.id = 1, .title = actor}));
    m_lastActor = actor;
}

void AuditFilters::addTo(OperationFilter &filter) const
{
    filter.actor = actor();
    const QString kind = m_kind->currentData().toString();
    if (kind.startsWith(entityPrefix))
        filter.entity = kind.sliced(entityPrefix.size());
    else
        filter.kind = kind;
    if (m_span.first)
        filter.from = m_span.first->startOfDay(m_zone);
    if (m_span.last)
        filter.before = m_span.last->addDays(1).startOfDay(m_zone);
}

bool AuditFilters::isNarrowed() const
{
    return !actor().isEmpty() || m_kind->currentIndex() > 0 || m_span != DaySpan();
}

void AuditFilters::reset()
{
    setActor({});
    m_kind->setCurrentIndex(0);
    setSpan({});
}

} // namespace seatledger
