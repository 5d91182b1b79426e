// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/features/featuredialog.h"

#include "ui/common/style/lengths.h"
#include "ui/common/widgets/formfield.h"
#include "ui/common/widgets/textlabel.h"
#include "ui/common/wording.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr int askAfterMs = 250;
constexpr std::size_t namesShown = 5;

QString rolesText(const std::vector<Role> &roles)
{
    QStringList names;
    for (const Role role : roles)
        names += displayText(role);
    return listed(names);
}

QString peopleText(const std::vector<FeaturePerson> &people)
{
    QStringList names;
    for (std::size_t i = 0; i < std::min(people.size(), namesShown); ++i)
        names += people[i].name;
    const QString shown = listed(names);
    const int rest = static_cast<int>(people.size()) - static_cast<int>(names.size());
    return rest > 0 ? FeatureDialog::tr("%1 and %n other(s)", nullptr, rest).arg(shown) : shown;
}

} // namespace

FeatureDraft draftOf(const FeatureFields &fields)
{
    return {.name = fields.name,
            .mode = fields.mode,
            .roles = fields.roles,
            .percent = fields.percent,
            .note = fields.note.text()};
}

QString whomText(const FeatureFields &fields)
{
    switch (fields.mode) {
    case FeatureMode::Off:
        return FeatureDialog::tr("for nobody");
    case FeatureMode::Roles:
        return rolesText(fields.roles);
    case FeatureMode::Percent:
        return FeatureDialog::tr("for %1 % of the people").arg(fields.percent);
    case FeatureMode::On:
        break;
    }
    return FeatureDialog::tr("for everybody");
}

FeatureDialog::FeatureDialog(BookAccess access, QWidget *parent)
    : EditDialog(access, u"feature"_s, tr("New switch"), parent)
{
    setSubtitle(tr(
        "For programs of your own, which ask for it by its name through the REST server. What has no switch "
        "is off for them."));
    build();
    fill({});
    form()->field(u"name"_s)->setHint(tr("Seatledger's own features are in the list already."));
    m_name->setFocus();
}

FeatureDialog::FeatureDialog(BookAccess access, const FeatureLine &line, std::optional<FeatureMode> wanted,
                             QWidget *parent)
    : EditDialog(access, u"feature"_s,
                 tr("Switch “%1”").arg(line.known ? displayText(*line.known) : line.name), parent),
      m_known(line.row)
{
    setSubtitle((line.known ? explanation(*line.known) + u' ' : QString())
                + tr("It counts within a second, for everybody who asks."));
    build();
    FeatureDraft draft = draftOf(line.fields());
    draft.mode = wanted.value_or(draft.mode);
    fill(draft);
    m_name->setReadOnly(true);
    form()->field(u"name"_s)->setHint(tr("A switch keeps its name."));
    m_mode->setFocus();
}

void FeatureDialog::build()
{
    m_name = new QLineEdit(this);
    m_name->setObjectName(u"nameEdit"_s);
    m_name->setPlaceholderText(u"self_service"_s);
    m_percent = new QSpinBox(this);
    m_percent->setObjectName(u"percentSpinBox"_s);
    m_percent->setRange(0, 100);
    m_percent->setSuffix(u" %"_s);
    m_note = makeNoteEdit(u"noteEdit"_s, this);
    m_effect = new TextLabel({}, TextSize::Body, Tone::Text, this);
    m_effect->setObjectName(u"effectLabel"_s);
    m_effect->setWordWrap(true);
    m_effect->setMinimumHeight(3 * m_effect->fontMetrics().lineSpacing()); // it does not jump
    m_effect->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    buildModes();
    form()->addField(u"name"_s, tr("Feature"), m_name);
    form()->addField(u"mode"_s, tr("It is on"), m_mode);
    form()->addField(u"roles"_s, tr("For these roles"), m_roles);
    form()->addField(u"percent"_s, tr("For so many of a hundred people, always the same ones"), m_percent);
    form()->addField(u"note"_s, tr("Note"), m_note)->setOptional(true);
    form()->addWidget(m_effect);
    for (const char *key : {"name", "roles", "percent", "note"})
        checkField(QString::fromLatin1(key));
    m_asking.setSingleShot(true);
    m_asking.setInterval(askAfterMs);
    connect(&m_asking, &QTimer::timeout, this, &FeatureDialog::ask);
    connect(m_mode, &QComboBox::currentIndexChanged, this, &FeatureDialog::followMode);
    connect(m_percent, &QSpinBox::valueChanged, this, &FeatureDialog::askSoon);
    connect(m_name, &QLineEdit::textChanged, this, &FeatureDialog::askSoon);
}

void FeatureDialog::buildModes()
{
    m_mode = new QComboBox(this);
    m_mode->setObjectName(u"modeComboBox"_s);
    for (const auto &entry : enumEntries<FeatureMode>())
        m_mode->addItem(translateDomain(entry.display), static_cast<int>(entry.value));
    m_roles = new QWidget(this);
    auto *column = new QVBoxLayout(m_roles);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space(Space::Xs));
    for (const auto &entry : enumEntries<Role>()) {
        auto *box = new QCheckBox(translateDomain(entry.display), m_roles);
        box->setObjectName(entry.name + u"RoleCheckBox"_s);
        column->addWidget(box);
        m_roleBoxes.emplace(entry.value, box);
        connect(box, &QCheckBox::toggled, this, [this] {
            form()->field(u"roles"_s)->recheck();
            askSoon();
        });
    }
    m_roles->setFocusProxy(m_roleBoxes.begin()->second);
}

void FeatureDialog::fill(const FeatureDraft &draft)
{
    m_name->setText(draft.name);
    m_mode->setCurrentIndex(m_mode->findData(static_cast<int>(draft.mode)));
    for (const auto &[role, box] : m_roleBoxes)
        box->setChecked(std::ranges::find(draft.roles, role) != draft.roles.end());
    m_percent->setValue(draft.percent);
    m_note->setPlainText(draft.note);
    followMode();
}

void FeatureDialog::followMode()
{
    const FeatureMode mode = draft().mode;
    form()->field(u"roles"_s)->setVisible(mode == FeatureMode::Roles);
    form()->field(u"percent"_s)->setVisible(mode == FeatureMode::Percent);
    askSoon();
}

FeatureDraft FeatureDialog::draft() const
{
    FeatureDraft typed{.name = m_name->text().trimmed(),
                       .mode = static_cast<FeatureMode>(m_mode->currentData().toInt()),
                       .percent = m_percent->value(),
                       .note = m_note->toPlainText().trimmed()};
    for (const auto &[role, box] : m_roleBoxes) {
        if (box->isChecked())
            typed.roles.push_back(role);
    }
    return typed;
}

Result<void> FeatureDialog::check() const
{
    const Result<FeatureFields> fields = draft().create();
    return fields ? Result<void>() : std::unexpected(fields.error());
}

void FeatureDialog::askSoon()
{
    m_asking.start();
}

void FeatureDialog::ask()
{
    const Result<FeatureFields> fields = draft().create();
    if (!fields) {
        m_latest.cancel();
        m_effect->clear();
        return;
    }
    ++m_asked;
    book().ask(
        this,
        [fields = *fields](const Services &services, Session &session) {
            return services.features.preview(session, fields);
        },
        [this](const Result<FeatureEffect> &effect) {
            --m_asked;
            if (effect)
                showEffect(*effect);
            else if (effect.error().code != ErrorCode::Cancelled)
                m_effect->setText(effect.error().message);
        },
        m_latest.renew());
}

void FeatureDialog::showEffect(const FeatureEffect &effect)
{
    QStringList sentences{tr("It will be on for %1 of %2 people.").arg(effect.on).arg(effect.people)};
    if (!effect.gaining.empty())
        sentences += tr("It comes to %1.").arg(peopleText(effect.gaining));
    if (!effect.losing.empty())
        sentences += tr("It is taken from %1.").arg(peopleText(effect.losing));
    if (effect.gaining.empty() && effect.losing.empty())
        sentences += tr("That changes nothing for anybody.");
    m_effect->setTone(effect.losing.empty() ? Tone::Text : Tone::Warning);
    m_effect->setText(inOneLine(sentences));
}

void FeatureDialog::save()
{
    const Result<FeatureFields> fields = draft().create();
    if (!fields)
        return fail(fields.error());
    const auto version = m_known ? std::optional(m_known->version) : std::nullopt;
    const auto write = [fields = *fields, version](const Services &services, Session &session) {
        return services.features.set(session, fields, version);
    };
    run(tr("Saving …"), write, [this](const Booked<FeatureSwitch> &written) {
        finishSaved(written, tr("“%1” is on %2.").arg(written.value.name, whomText(written.value)));
    });
}

void FeatureDialog::loadTheirs()
{
    const auto read = [name = draft().name](const Services &services, Session &session) {
        return services.features.find(session, name);
    };
    run(tr("Comparing …"), read, [this](const std::optional<FeatureSwitch> &theirs) {
        if (!theirs || !m_known)
            return;
        const DraftMerge<FeatureDraft> merge(draftFields(), draftOf(*m_known), draftOf(*theirs), draft());
        resolve(theirs->name, merge, [this, theirs](const FeatureDraft &merged) {
            m_known = theirs;
            fill(merged);
        });
    });
}

std::vector<DraftField<FeatureDraft>> FeatureDialog::draftFields() const
{
    const auto field = [](const QString &key, const QString &label, auto access, auto text) {
        return draftField<FeatureDraft>(key, label, access, text);
    };
    return {field(
                u"mode"_s, tr("It is on"), [](auto &d) -> auto & { return d.mode; },
                [](FeatureMode mode) { return displayText(mode); }),
            field(
                u"roles"_s, tr("For these roles"), [](auto &d) -> auto & { return d.roles; }, rolesText),
            field(
                u"percent"_s, tr("Percent"), [](auto &d) -> auto & { return d.percent; },
                [](int percent) { return QString::number(percent); }),
            field(
                u"note"_s, tr("Note"), [](auto &d) -> auto & { return d.note; },
                [](const QString &text) { return text; })};
}

} // namespace seatledger
