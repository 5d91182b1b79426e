// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/serverform.h"

#include "core/db/tlsdefaults.h"
#include "ui/common/style/icons.h"
#include "ui/common/widgets/form.h"
#include "ui/common/widgets/formfield.h"
#include "ui/common/widgets/panelsection.h"
#include "ui/shell/dialogs.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr int standardPort = 5432;
constexpr int standardTimeout = 10;

QLineEdit *lineEdit(const QString &name, QWidget *parent)
{
    auto *edit = new QLineEdit(parent);
    edit->setObjectName(name + u"Edit"_s);
    return edit;
}

QSpinBox *spinBox(const QString &name, int lowest, int highest, QWidget *parent)
{
    auto *box = new QSpinBox(parent);
    box->setObjectName(name + u"SpinBox"_s);
    box->setRange(lowest, highest);
    return box;
}

bool holdsCertificates(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(1 << 20).contains("-----BEGIN CERTIFICATE-----");
}

} // namespace

ServerForm::ServerForm(Dialogs &dialogs, QWidget *parent)
    : QWidget(parent),
      m_dialogs(dialogs),
      m_form(new Form(this)),
      m_host(lineEdit(u"host"_s, this)),
      m_port(spinBox(u"port"_s, 1, 65535, this)),
      m_database(lineEdit(u"database"_s, this)),
      m_user(lineEdit(u"user"_s, this)),
      m_password(lineEdit(u"password"_s, this)),
      m_keep(new QCheckBox(tr("Keep the password in the keychain"), this)),
      m_tls(new QComboBox(this)),
      m_authority(lineEdit(u"authority"_s, this)),
      m_timeout(spinBox(u"timeout"_s, 2, 300, this)),
      m_label(lineEdit(u"label"_s, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_form);
    layout->addStretch();
    buildPlace();
    buildLogin();
    buildTls();
    buildMore();
    addChecks();
    setProfile(ConnectionProfile::ofServer({}));
    connect(m_form, &Form::changed, this, &ServerForm::changed);
}

void ServerForm::buildPlace()
{
    m_host->setPlaceholderText(u"db.example.org"_s);
    m_port->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_form->addPair(u"host"_s, tr("Server"), m_host, u"port"_s, tr("Port"), m_port);
    m_form->addPair(u"database"_s, tr("Database"), m_database, u"user"_s, tr("User name"), m_user);
    connect(m_host, &QLineEdit::textChanged, this, &ServerForm::followHost);
}

void ServerForm::buildLogin()
{
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    m_keep->setObjectName(u"keepCheckBox"_s);
    m_keep->setChecked(true);
    m_form->addField(u"password"_s, tr("Password"), m_password);
    m_form->addWidget(m_keep);
    addReveal();
    showKeychain();
}

void ServerForm::addReveal()
{
    QAction *reveal = m_password->addAction(icon(u"eye"), QLineEdit::TrailingPosition);
    reveal->setObjectName(u"revealAction"_s);
    reveal->setToolTip(tr("Show the password"));
    reveal->setCheckable(true);
    connect(reveal, &QAction::toggled, this, [this, reveal](bool shown) {
        m_password->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
        reveal->setIcon(icon(shown ? u"eye-off" : u"eye"));
        reveal->setToolTip(shown ? tr("Hide the password") : tr("Show the password"));
    });
}

void ServerForm::buildTls()
{
    m_tls->setObjectName(u"tlsComboBox"_s);
    m_tls->addItem(tr("Encrypted, server verified (recommended)"), u"verify-full"_s);
    m_tls->addItem(tr("Encrypted, authority verified"), u"verify-ca"_s);
    m_tls->addItem(tr("Encrypted, not verified"), u"require"_s);
    m_tls->addItem(tr("Encrypted if the server can"), u"prefer"_s);
    m_tls->addItem(tr("Not encrypted"), u"disable"_s);
    for (int i = 0; i < m_tls->count(); ++i)
        m_tls->setItemData(i, u"sslmode=%1"_s.arg(m_tls->itemData(i).toString()), Qt::ToolTipRole);
    m_authority->setPlaceholderText(tr("Those this computer trusts"));
    QAction *browse = m_authority->addAction(icon(u"folder"), QLineEdit::TrailingPosition);
    browse->setToolTip(tr("Choose a file"));
    browse->setObjectName(u"browseAction"_s);
    connect(browse, &QAction::triggered, this, &ServerForm::chooseAuthority);
    m_form->addPair(u"sslmode"_s, tr("Encryption (TLS)"), m_tls, u"sslrootcert"_s,
                    tr("Certificate of the authority"), m_authority);
    connect(m_tls, &QComboBox::currentIndexChanged, this, &ServerForm::followTlsMode);
    connect(m_tls, &QComboBox::activated, this, [this] { m_tlsChosen = true; });
}

void ServerForm::buildMore()
{
    m_timeout->setSuffix(tr(" s"));
    auto *more = new Form(this);
    more->addPair(u"timeout"_s, tr("Wait for an answer"), m_timeout, u"label"_s,
                  tr("Name of this connection"), m_label);
    more->field(u"label"_s)->setOptional(true);
    auto *section = new PanelSection(u"moreSettings"_s, tr("More settings"), more, this);
    section->setExpanded(false);
    m_form->addWidget(section);
    connect(more, &Form::changed, this, &ServerForm::changed);
}

void ServerForm::addChecks()
{
    m_form->field(u"host"_s)->setCheck([this] {
        const QString host = m_host->text().trimmed();
        if (host.isEmpty())
            return tr("Which server is it?");
        const bool isOdd = std::ranges::any_of(host,
                                               [](QChar c) { return c.isSpace() || u"@;?:"_s.contains(c); })
                           && !host.contains("::"_L1);
        return isOdd ? tr("A name such as db.example.org, or an address, without a port.") : QString();
    });
    m_form->field(u"database"_s)->setCheck([this] {
        return m_database->text().trimmed().isEmpty() ? tr("Which database is it?") : QString();
    });
    m_form->field(u"user"_s)->setCheck(
        [this] { return m_user->text().trimmed().isEmpty() ? tr("As whom do you sign in?") : QString(); });
    m_form->field(u"sslrootcert"_s)->setCheck([this] {
        const QString path = m_authority->text().trimmed();
        if (path.isEmpty() || !m_authority->isEnabled())
            return QString();
        if (!QFile::exists(path))
            return tr("There is no such file.");
        return holdsCertificates(path) ? QString() : tr("No certificate in PEM form is in there.");
    });
}

ConnectionProfile ServerForm::profile() const
{
    ConnectionSettings settings;
    settings.host = m_host->text().trimmed();
    settings.port = m_port->value();
    settings.database = m_database->text().trimmed();
    settings.user = m_user->text().trimmed();
    settings.connectTimeoutSeconds = m_timeout->value();
    settings.options = m_otherOptions;
    settings.options.insert(u"sslmode"_s, tlsMode());
    const QString authority = m_authority->text().trimmed();
    if (!authority.isEmpty() && m_authority->isEnabled())
        settings.options.insert(u"sslrootcert"_s, authority);
    ConnectionProfile profile = ConnectionProfile::ofServer(settings);
    profile.label = m_label->text().trimmed();
    return profile;
}

void ServerForm::setProfile(const ConnectionProfile &profile)
{
    const ConnectionSettings &server = profile.server;
    m_tlsChosen = server.options.contains(u"sslmode"_s);
    m_otherOptions = server.options;
    const QString mode = m_otherOptions.take(u"sslmode"_s);
    m_authority->setText(m_otherOptions.take(u"sslrootcert"_s));
    m_host->setText(server.host);
    m_port->setValue(server.port);
    m_database->setText(server.database);
    m_user->setText(server.user);
    m_timeout->setValue(server.connectTimeoutSeconds > 0 ? server.connectTimeoutSeconds : standardTimeout);
    m_label->setText(profile.label);
    if (m_tlsChosen)
        setTlsMode(mode);
    followHost();
    followTlsMode();
    clearPassword();
}

QString ServerForm::password() const
{
    return m_password->text();
}

void ServerForm::clearPassword()
{
    m_password->clear();
    m_password->findChild<QAction *>(u"revealAction"_s)->setChecked(false);
    setPasswordIsKept(false);
}

void ServerForm::setPasswordIsKept(bool kept)
{
    m_isKept = kept;
    showKeychain();
}

void ServerForm::setKeychain(Keychain keychain)
{
    m_keychain = keychain;
    showKeychain();
}

bool ServerForm::keepsPassword() const
{
    return m_keychain == Keychain::Available && m_keep->isChecked();
}

bool ServerForm::refusesKeeping() const
{
    return m_keychain == Keychain::Available && !m_keep->isChecked();
}

void ServerForm::chooseAuthority()
{
    m_dialogs.openFile(this,
                       {.title = tr("Certificate of the authority"),
                        .filter = tr("Certificates (*.crt *.pem *.cer);;All files (*)")},
                       [this](const QString &path) { m_authority->setText(path); });
}

void ServerForm::followHost()
{
    if (!m_tlsChosen) {
        const bool isHere = isOnThisMachine({.host = m_host->text().trimmed()}) && !m_host->text().isEmpty();
        setTlsMode(isHere ? u"prefer"_s : u"verify-full"_s);
    }
    m_form->field(u"sslmode"_s)->setHint(tlsHint());
}

void ServerForm::followTlsMode()
{
    m_authority->setEnabled(tlsMode().startsWith("verify"_L1));
    m_form->field(u"sslrootcert"_s)->recheck();
    m_form->field(u"sslmode"_s)->setHint(tlsHint());
}

void ServerForm::showKeychain()
{
    m_keep->setVisible(m_keychain == Keychain::Available);
    m_password->setPlaceholderText(m_isKept ? tr("Kept in the keychain") : QString());
    m_form->field(u"password"_s)
        ->setHint(m_keychain == Keychain::Missing
                      ? tr("This desktop has no keychain, so the password is asked for each time. It is kept "
                           "nowhere.")
                      : QString());
}

QString ServerForm::tlsMode() const
{
    return m_tls->currentData().toString();
}

void ServerForm::setTlsMode(const QString &mode)
{
    m_tls->setCurrentIndex(std::max(0, m_tls->findData(mode)));
}

QString ServerForm::tlsHint() const
{
    const QString mode = tlsMode();
    if (mode == "verify-full"_L1)
        return {};
    if (isOnThisMachine({.host = m_host->text().trimmed()}))
        return tr("The connection stays on this computer.");
    if (mode == "verify-ca"_L1)
        return tr("Any server with a certificate of this authority could pose as yours.");
    return mode == "require"_L1 ? tr("Somebody in between could pose as the server.")
                                : tr("Passwords and data may be read on the way.");
}

} // namespace seatledger
