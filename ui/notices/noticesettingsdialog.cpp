// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notices/noticesettingsdialog.h"

#include "core/services/language.h"
#include "ui/common/manualsubject.h"
#include "ui/common/style/icons.h"
#include "ui/common/widgets/formfield.h"
#include "ui/common/widgets/textlabel.h"
#include "ui/notices/noticeboard.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

const QStringList &checkedFields()
{
    static const QStringList all{u"notice_lead_days"_s, u"notice_low_seats"_s, u"notice_fallback"_s,
                                 u"mail_host"_s,        u"mail_security"_s,    u"mail_sender"_s};
    return all;
}

QSpinBox *makeNumber(const QString &name, int value, int lowest, int highest)
{
    auto *box = new QSpinBox;
    box->setObjectName(name + u"SpinBox"_s);
    box->setRange(lowest, highest);
    box->setValue(value);
    return box;
}

} // namespace

NoticeSettingsDialog::NoticeSettingsDialog(BookAccess access, const NoticeSettings &settings,
                                           PasswordVault *vault, QWidget *parent)
    : EditDialog(access, u"noticeSettings"_s, tr("Notices and e-mail"), parent),
      m_vault(vault),
      m_before(settings),
      m_isOn(new QCheckBox(tr("Tell what ends, runs low or will be short"), this)),
      m_leads(nullptr),
      m_low(nullptr),
      m_ahead(makeNumber(u"ahead"_s, settings.shortageDays, 0, NoticeSettings::longestLead)),
      m_language(new QComboBox(this)),
      m_fallback(nullptr),
      m_mail(new QCheckBox(tr("Send notices by e-mail"), this)),
      m_host(nullptr),
      m_port(makeNumber(u"port"_s, settings.mail.port, 1, 65535)),
      m_security(new QComboBox(this)),
      m_user(nullptr),
      m_password(new QLineEdit(this)),
      m_sender(nullptr),
      m_address(new QLineEdit(this)),
      m_test(new QPushButton(tr("Send test message"), this)),
      m_answer(new TextLabel({}, TextSize::Small, Tone::TextMuted, this))
{
    setSubtitle(tr("For everybody who works with this book."));
    setManualSubject(this, u"notifications"_s);
    buildNotices(settings);
    buildMail(settings.mail);
    buildTest();
    for (const QString &key : checkedFields())
        checkField(key);
    resize(860, sizeHint().height());
    m_leads->setFocus();
}

QLineEdit *NoticeSettingsDialog::makeLine(const QString &name, const QString &text)
{
    auto *line = new QLineEdit(text, this);
    line->setObjectName(name + u"LineEdit"_s);
    return line;
}

void NoticeSettingsDialog::buildNotices(const NoticeSettings &settings)
{
    m_isOn->setObjectName(u"noticesCheckBox"_s);
    m_isOn->setChecked(settings.areFound);
    QStringList days;
    for (const int lead : settings.leadDays)
        days.append(QString::number(lead));
    m_leads = makeLine(u"leads"_s, days.join(u", "_s));
    m_low = makeLine(u"low"_s, settings.lowSeats ? QString::number(*settings.lowSeats) : QString());
    m_fallback = makeLine(u"fallback"_s, settings.fallback);
    m_language->setObjectName(u"languageComboBox"_s);
    for (const QLocale &language : offeredLanguages()) {
        const bool isEnglish = language.language() == QLocale::English;
        m_language->addItem(isEnglish ? u"English"_s : language.nativeLanguageName(),
                            isEnglish ? u"en"_s : language.name());
    }
    m_language->setCurrentIndex(std::max(0, m_language->findData(settings.language)));
    m_ahead->setSuffix(tr(" days"));
    form()->addWidget(m_isOn);
    form()
        ->addField(u"notice_lead_days"_s, tr("Days before something ends"), m_leads)
        ->setHint(tr("Each of them is told once, and once more when it has ended."));
    form()
        ->addField(u"notice_low_seats"_s, tr("Warn when fewer seats are free than"), m_low)
        ->setHint(tr("For licences without a threshold of their own. Empty: not told."));
    form()->addField(u"notice_shortage_days"_s, tr("Shortages ahead"), m_ahead);
    form()
        ->addField(u"notice_fallback"_s, tr("Without an owner, write to"), m_fallback)
        ->setHint(tr("Empty: administrators who are members."));
    form()->addField(u"notice_language"_s, tr("Language of messages"), m_language);
}

void NoticeSettingsDialog::buildMail(const MailSettings &mail)
{
    m_mail->setObjectName(u"mailCheckBox"_s);
    m_mail->setChecked(mail.isOn);
    m_host = makeLine(u"host"_s, mail.host);
    m_host->setPlaceholderText(u"mail.example.org"_s);
    m_user = makeLine(u"user"_s, mail.user);
    m_sender = makeLine(u"sender"_s, mail.sender);
    m_sender->setPlaceholderText(u"licences@example.org"_s);
    m_password->setObjectName(u"passwordLineEdit"_s);
    m_password->setEchoMode(QLineEdit::Password);
    m_security->setObjectName(u"securityComboBox"_s);
    for (const auto &entry : enumEntries<MailSecurity>())
        m_security->addItem(translateDomain(entry.display), QString(entry.name));
    m_security->setCurrentIndex(m_security->findData(toText(mail.security)));
    Form *right = addForm(m_mail);
    right->addPair(u"mail_host"_s, tr("Mail server"), m_host, u"mail_port"_s, tr("Port"), m_port);
    right->addField(u"mail_security"_s, tr("Encryption"), m_security);
    right->addPair(u"mail_user"_s, tr("User"), m_user, u"password"_s, tr("Password"), m_password);
    right->field(u"mail_user"_s)->setHint(tr("Empty: the server asks for none."));
    right->field(u"password"_s)->setHint(tr("Kept in your keychain. Empty: as it was."));
    right->addField(u"mail_sender"_s, tr("Messages are from"), m_sender);
    connect(m_user, &QLineEdit::textChanged, field(u"mail_security"_s), &FormField::recheck);
    connect(m_mail, &QCheckBox::toggled, this, [this] {
        field(u"mail_host"_s)->recheck();
        field(u"mail_sender"_s)->recheck();
    });
}

void NoticeSettingsDialog::buildTest()
{
    m_address->setObjectName(u"testAddressLineEdit"_s);
    m_address->setPlaceholderText(tr("Your address"));
    m_address->setAccessibleName(tr("Address for the test message"));
    m_test->setObjectName(u"testButton"_s);
    m_answer->setObjectName(u"answerLabel"_s);
    m_answer->setWordWrap(true);
    m_answer->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *line = new QWidget(this);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_address, 1);
    row->addWidget(m_test);
    connect(m_test, &QPushButton::clicked, this, &NoticeSettingsDialog::sendTest);
    body()->addWidget(line);
    body()->addWidget(m_answer);
}

Result<NoticeSettings> NoticeSettingsDialog::typed() const
{
    NoticeSettings settings{.areFound = m_isOn->isChecked(),
                            .shortageDays = m_ahead->value(),
                            .fallback = m_fallback->text().trimmed(),
                            .language = m_language->currentData().toString(),
                            .mail = {.isOn = m_mail->isChecked(),
                                     .host = m_host->text().trimmed(),
                                     .port = m_port->value(),
                                     .security = fromText<MailSecurity>(m_security->currentData().toString())
                                                     .value_or(MailSecurity::StartTls),
                                     .user = m_user->text().trimmed(),
                                     .sender = m_sender->text().trimmed()}};
    const auto leads = leadDaysFrom(m_leads->text());
    if (!leads)
        return std::unexpected(leads.error());
    settings.leadDays = *leads;
    if (const QString low = m_low->text().trimmed(); !low.isEmpty()) {
        bool isNumber = false;
        settings.lowSeats = low.toInt(&isNumber);
        if (!isNumber)
            settings.lowSeats = -1; // what no threshold can be
    }
    return settings;
}

Result<void> NoticeSettingsDialog::check() const
{
    const auto settings = typed();
    auto verdict = settings ? checkNoticeSettings(*settings)
                            : Result<void>(std::unexpected(settings.error()));
    if (!verdict) {
        Error &error = verdict.error();
        error.details.insert(u"fields"_s,
                             QJsonObject{{error.details.value("field"_L1).toString(), error.message}});
    }
    return verdict;
}

void NoticeSettingsDialog::tell(const QString &text, Tone tone)
{
    m_answer->setTone(tone);
    m_answer->setText(text);
}

void NoticeSettingsDialog::sendTest()
{
    const auto settings = typed();
    if (!settings)
        return tell(settings.error().message, Tone::Danger);
    m_test->setEnabled(false);
    tell(tr("Sending …"), Tone::TextMuted);
    const auto send = [this, settings = *settings](const std::optional<QString> &password) {
        book().ask(
            this,
            [settings, password, to = m_address->text()](const Services &services, Session &session) {
                return services.mail.sendTest(session, settings, to, {.password = password});
            },
            [this](const Result<QString> &answer) {
                m_test->setEnabled(true);
                tell(answer ? tr("The server took the message and said: %1").arg(*answer)
                            : answer.error().message,
                     answer ? Tone::Success : Tone::Danger);
            });
    };
    if (!m_password->text().isEmpty() || settings->mail.user.isEmpty() || !m_vault)
        return send(m_password->text().isEmpty() ? std::nullopt : std::optional(m_password->text()));
    whenDone(m_vault->read(mailPasswordKey(settings->mail)), this,
             [send](const Result<std::optional<QString>> &kept) { send(kept.value_or(std::nullopt)); });
}

void NoticeSettingsDialog::save()
{
    const auto settings = typed();
    if (!settings)
        return;
    if (*settings == m_before)
        return keepPassword(*settings, 0);
    run(
        tr("Saving …"),
        [settings = *settings](const Services &services, Session &session) {
            return services.noticeService.change(session, settings);
        },
        [this](const Booked<NoticeSettings> &changed) {
            keepPassword(changed.value, changed.operation.value());
        });
}

void NoticeSettingsDialog::keepPassword(const NoticeSettings &saved, qint64 operation)
{
    if (m_password->text().isEmpty() || saved.mail.user.isEmpty() || !m_vault)
        return finishWith(operation);
    m_before = saved;
    whenDone(m_vault->write(mailPasswordKey(saved.mail), m_password->text()), this,
             [this, operation](const Result<void> &kept) {
                 if (kept)
                     return finishWith(operation);
                 Error error = kept.error();
                 error.message = tr("The settings are saved, but your keychain did not take the password: %1")
                                     .arg(error.message);
                 showFailure(error);
             });
}

void NoticeSettingsDialog::finishWith(qint64 operation)
{
    if (operation > 0)
        emit saved(operation, tr("The settings of notices are saved."), 0);
    accept();
}

} // namespace seatledger
