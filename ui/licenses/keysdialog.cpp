// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/licenses/keysdialog.h"

#include "core/domain/period.h"
#include "ui/common/style/lengths.h"
#include "ui/common/style/tokens.h"
#include "ui/common/widgets/formfield.h"

#include <QComboBox>
#include <QLocale>
#include <QPlainTextEdit>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr int secretLines = 6;

QString titleOf(const Entitlement &entitlement)
{
    const QString seats = entitlement.quantity
                              ? KeysDialog::tr("%Ln seats", nullptr,
                                               static_cast<int>(entitlement.quantity->value()))
                              : KeysDialog::tr("Unlimited seats");
    return seats + u" · "_s + entitlement.period.displayText();
}

} // namespace

KeysDialog::KeysDialog(BookAccess access, const License &license,
                       const std::vector<Entitlement> &entitlements, QWidget *parent)
    : EditDialog(access, u"keys"_s, tr("Add keys"), parent),
      m_license(license),
      m_kind(new QComboBox(this)),
      m_entitlement(new QComboBox(this)),
      m_secrets(new QPlainTextEdit(this)),
      m_note(makeNoteEdit(u"noteEdit"_s, this))
{
    setSubtitle(license.name.text());
    buildChoices(entitlements);
    buildTexts();
    for (const QString &key : {u"entitlement"_s, u"secrets"_s, u"note"_s})
        checkField(key);
    showEntitlements();
    resize(grown(520), sizeHint().height());
    m_secrets->setFocus();
}

void KeysDialog::buildChoices(const std::vector<Entitlement> &entitlements)
{
    m_kind->setObjectName(u"kindComboBox"_s);
    for (const auto &entry : enumEntries<LicenseKeyKind>()) {
        if (entry.value != LicenseKeyKind::Entitlement || !entitlements.empty())
            m_kind->addItem(translateDomain(entry.display), static_cast<int>(entry.value));
    }
    m_entitlement->setObjectName(u"entitlementComboBox"_s);
    for (const Entitlement &entitlement : entitlements) {
        if (!entitlement.isCancelled())
            m_entitlement->addItem(titleOf(entitlement), entitlement.id.value());
    }
    form()->addField(u"kind"_s, tr("What they are for"), m_kind);
    form()->addField(u"entitlement"_s, tr("Entitlement"), m_entitlement);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &KeysDialog::showEntitlements);
}

void KeysDialog::buildTexts()
{
    m_secrets->setObjectName(u"secretsEdit"_s);
    m_secrets->setTabChangesFocus(true);
    m_secrets->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    m_secrets->setFixedHeight(m_secrets->fontMetrics().lineSpacing() * secretLines + 2 * space(Space::S));
    FormField *secrets = form()->addField(u"secrets"_s, tr("Keys"), m_secrets);
    secrets->setHint(tr("One key a line. Once saved they are masked, and who reads one is on record."));
    form()->addField(u"note"_s, tr("Note"), m_note)->setOptional(true);
}

void KeysDialog::showEntitlements()
{
    field(u"entitlement"_s)->setVisible(draft().kind == LicenseKeyKind::Entitlement);
    field(u"entitlement"_s)->recheck();
}

NewKeysDraft KeysDialog::draft() const
{
    NewKeysDraft draft{.license = m_license.id,
                       .kind = static_cast<LicenseKeyKind>(m_kind->currentData().toInt()),
                       .secrets = NewKeysDraft::secretsIn(m_secrets->toPlainText()),
                       .note = m_note->toPlainText()};
    if (draft.kind == LicenseKeyKind::Entitlement)
        draft.entitlement = EntitlementId::fromValue(m_entitlement->currentData().toLongLong());
    return draft;
}

Result<void> KeysDialog::check() const
{
    const Result<NewKeys> keys = draft().create();
    return keys ? Result<void>() : std::unexpected(keys.error());
}

void KeysDialog::save()
{
    const Result<NewKeys> keys = draft().create();
    if (!keys)
        return fail(keys.error());
    const auto add = [keys = *keys](const Services &services, Session &session) {
        return services.keyService.add(session, keys);
    };
    run(tr("Saving …"), add, [this](const Booked<std::vector<LicenseKey>> &added) {
        const QString text = tr("%Ln keys were added to %1.", nullptr, static_cast<int>(added.value.size()));
        emit saved(added.operation.value(), text.arg(m_license.name.text()), m_license.id.value());
        accept();
    });
}

} // namespace seatledger
