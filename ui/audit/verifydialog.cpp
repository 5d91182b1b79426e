// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/verifydialog.h"

#include "ui/book/changetext.h"
#include "ui/common/style/icons.h"
#include "ui/common/style/lengths.h"
#include "ui/common/widgets/banner.h"
#include "ui/common/widgets/busyoverlay.h"
#include "ui/common/widgets/formfield.h"
#include "ui/common/widgets/iconlabel.h"
#include "ui/common/widgets/keyvalueform.h"
#include "ui/common/widgets/textlabel.h"
#include "ui/shell/dialogs.h"

#include <QAction>
#include <QDate>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr int progressMs = 100;

/// In two halves, which fit a line each: it is there to be compared.
QString headText(const QByteArray &head)
{
    const QString digits = QString::fromLatin1(head.toHex());
    return digits.left(digits.size() / 2) + u' ' + digits.sliced(digits.size() / 2);
}

QString anchorFilter()
{
    return VerifyDialog::tr("Anchors (*.json)");
}

} // namespace

VerifyDialog::VerifyDialog(BookAccess access, Dialogs &dialogs, QTimeZone zone, QWidget *parent)
    : DialogFrame(u"verify"_s, tr("Verify the audit"), parent),
      m_book(access),
      m_dialogs(dialogs),
      m_zone(std::move(zone)),
      m_anchor(new QLineEdit(this)),
      m_result(new QWidget(this)),
      m_icon(new IconLabel(u"shield-check"_s, 32, Tone::Success, m_result)),
      m_headline(new TextLabel({}, TextSize::Heading, Tone::Text, m_result)),
      m_facts(new KeyValueForm(m_result)),
      m_show(new QPushButton(icon(u"arrow-up-right"), tr("Show the operation"), m_result))
{
    setSubtitle(tr("Every change is a link of a chain, each sealed with the one before. Verifying recomputes "
                   "all of it and names the first link that cannot be believed."));
    buildAnchor();
    buildResult();
    body()->addStretch();
    auto *write = new QPushButton(icon(u"anchor"), tr("Write anchor …"), this);
    write->setObjectName(u"writeAnchorButton"_s);
    write->setAutoDefault(false);
    addFooterWidget(write);
    QPushButton *close = addButton(u"close"_s, tr("Close"), ButtonKind::Normal);
    m_verify = addButton(u"verify"_s, tr("Verify"), ButtonKind::Primary);
    connect(write, &QPushButton::clicked, this, &VerifyDialog::writeAnchor);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_verify, &QPushButton::clicked, this, &VerifyDialog::verify);
    connect(overlay(), &BusyOverlay::cancelRequested, this, [this] { m_token.cancel(); });
    m_timer.setInterval(progressMs);
    connect(&m_timer, &QTimer::timeout, this,
            [this] { overlay()->setProgress(m_progress->done, m_progress->total); });
    resize(grown(560), grown(440));
    m_verify->setFocus();
}

void VerifyDialog::buildAnchor()
{
    m_anchor->setObjectName(u"anchorEdit"_s);
    m_anchor->setPlaceholderText(tr("None: the chain alone"));
    m_anchor->setClearButtonEnabled(true);
    QAction *browse = m_anchor->addAction(icon(u"folder"), QLineEdit::TrailingPosition);
    browse->setObjectName(u"browseAction"_s);
    browse->setToolTip(tr("Choose a file"));
    connect(browse, &QAction::triggered, this, &VerifyDialog::chooseAnchor);
    auto *field = new FormField(u"anchor"_s, tr("Compare with an anchor"), m_anchor, this);
    field->setOptional(true);
    field->setHint(tr("Shows also whether the end was cut off or all of it written anew."));
    body()->addWidget(field);
}

void VerifyDialog::buildResult()
{
    m_result->setObjectName(u"result"_s);
    m_headline->setObjectName(u"verdictLabel"_s);
    m_headline->setWordWrap(true);
    m_headline->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *line = new QHBoxLayout;
    line->setSpacing(space(Space::M));
    line->addWidget(m_icon, 0, Qt::AlignTop);
    line->addWidget(m_headline, 1);
    auto *layout = new QVBoxLayout(m_result);
    layout->setContentsMargins(0, space(Space::S), 0, 0);
    layout->setSpacing(space(Space::M));
    m_show->setObjectName(u"showOperationButton"_s);
    m_show->setAutoDefault(false);
    m_show->hide();
    connect(m_show, &QPushButton::clicked, this, [this] {
        if (m_damaged)
            emit operationRequested(m_damaged->value());
        accept();
    });
    layout->addLayout(line);
    layout->addWidget(m_facts);
    layout->addWidget(m_show, 0, Qt::AlignLeft);
    m_result->hide();
    body()->addWidget(m_result);
}

void VerifyDialog::reject()
{
    m_token.cancel();
    DialogFrame::reject();
}

void VerifyDialog::setAnchorFile(const QString &path)
{
    m_anchor->setText(path);
}

void VerifyDialog::chooseAnchor()
{
    m_dialogs.openFile(this, {.title = tr("Anchor"), .filter = anchorFilter()},
                       [this](const QString &path) { setAnchorFile(path); });
}

void VerifyDialog::start(const QString &text)
{
    banner()->dismiss();
    m_token = CancelToken::create();
    m_progress = std::make_shared<Progress>();
    overlay()->start(text, true);
    m_timer.start();
}

void VerifyDialog::finish()
{
    m_timer.stop();
    overlay()->finish();
}

void VerifyDialog::fail(const Error &error)
{
    m_result->hide();
    showFailure(error);
}

void VerifyDialog::verify()
{
    start(tr("Verifying …"));
    m_book.ask(
        this,
        [path = m_anchor->text().trimmed(), progress = m_progress](const Services &services,
                                                                   Session &session) {
            return checkAudit(services, session, path, [progress](qint64 done, qint64 total) {
                progress->total = total;
                progress->done = done;
            });
        },
        [this](const Result<AuditCheck> &check) {
            finish();
            if (check)
                showCheck(*check);
            else
                fail(check.error());
        },
        m_token);
}

void VerifyDialog::showCheck(const AuditCheck &check)
{
    m_damaged = check.damaged;
    m_show->setVisible(m_damaged.has_value());
    if (check.verdict.isIntact())
        showIntact(check);
    else
        showDamage(check);
    const QLocale locale;
    m_facts->setValue(u"links"_s, tr("Links"), locale.toString(check.verdict.links));
    m_facts->setValue(u"events"_s, tr("Changed rows"), locale.toString(check.verdict.events));
    m_facts->setValue(u"head"_s, tr("Head"), headText(check.verdict.head));
    m_facts->setValue(u"path"_s, tr("File"), {});
    showAnchorFacts(check.anchor.value_or(SignedAnchor{}), check.isOwnKey);
    m_verify->setText(tr("Verify again"));
}

void VerifyDialog::showIntact(const AuditCheck &check)
{
    const QLocale locale;
    const QString sentence = check.anchor
                                 ? tr("%1 links with %2 changed rows are intact, and they lead through "
                                      "the anchor.")
                                 : tr("%1 links with %2 changed rows are intact.");
    showHeadline(u"shield-check"_s, Tone::Success, Tone::SuccessSoft,
                 sentence.arg(locale.toString(check.verdict.links), locale.toString(check.verdict.events)));
}

void VerifyDialog::showDamage(const AuditCheck &check)
{
    showHeadline(u"shield-x"_s, Tone::Danger, Tone::DangerSoft,
                 tr("Damaged at link %1: %2")
                     .arg(QLocale().toString(*check.verdict.firstBadPosition), check.verdict.problem));
}

void VerifyDialog::showAnchorFacts(const SignedAnchor &anchor, bool isOwnKey)
{
    const bool isThere = !anchor.publicKey.isEmpty();
    const QString key = QString::fromLatin1(anchor.publicKey.toBase64());
    const QString signer = isOwnKey ? tr("The key of this account") : key;
    m_facts->setValue(u"anchor"_s, tr("Anchor"),
                      isThere ? tr("At link %1, of %2")
                                    .arg(QLocale().toString(anchor.anchor.position),
                                         zonedText(anchor.anchor.takenAt, m_zone))
                              : QString());
    m_facts->setValue(u"signer"_s, tr("Signed with"), isThere ? signer : QString());
}

void VerifyDialog::writeAnchor()
{
    const QString name = u"seatledger-anchor-%1.json"_s.arg(m_book.today().toString(Qt::ISODate));
    m_dialogs.saveFile(this, {.title = tr("Write anchor"), .suggestedName = name, .filter = anchorFilter()},
                       [this](const QString &path) { startAnchor(path); });
}

void VerifyDialog::startAnchor(const QString &path)
{
    start(tr("Signing …"));
    m_book.ask(
        this,
        [path](const Services &services, Session &session) { return anchorAudit(services, session, path); },
        [this](const Result<WrittenAnchor> &written) {
            finish();
            if (written)
                showWritten(*written);
            else
                fail(written.error());
        },
        m_token);
}

void VerifyDialog::showWritten(const WrittenAnchor &written)
{
    showHeadline(u"anchor"_s, Tone::Success, Tone::SuccessSoft,
                 tr("Anchored at link %1. Keep the file where nobody can alter it together with the book.")
                     .arg(QLocale().toString(written.anchor.position)));
    m_show->hide();
    m_facts->setValue(u"links"_s, tr("Links"), QLocale().toString(written.anchor.position));
    m_facts->setValue(u"events"_s, tr("Changed rows"), QLocale().toString(written.anchor.events));
    m_facts->setValue(u"head"_s, tr("Head"), headText(written.anchor.head));
    m_facts->setValue(u"anchor"_s, tr("Anchor"), {});
    m_facts->setValue(u"path"_s, tr("File"), written.path);
    m_facts->setValue(u"signer"_s, tr("Signed with"), written.publicKey);
}

void VerifyDialog::showHeadline(const QString &iconName, Tone tone, Tone patch, const QString &text)
{
    m_icon->setIcon(iconName, tone);
    m_icon->setPatch(patch);
    m_headline->setText(text);
    m_result->show();
}

} // namespace seatledger
