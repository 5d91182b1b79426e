// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/connections/connectionprofile.h"

#include <QFileInfo>

#include <utility>

using namespace Qt::StringLiterals;

namespace seatledger {

ConnectionProfile ConnectionProfile::ofWorkspace(const QString &nameOrFolder)
{
    return {.kind = Kind::Workspace, .workspace = nameOrFolder == "default"_L1 ? QString() : nameOrFolder};
}

ConnectionProfile ConnectionProfile::ofServer(ConnectionSettings settings)
{
    settings.password.clear();
    settings.options.remove(u"sslpassword"_s);
    return {.kind = Kind::Server, .server = std::move(settings)};
}

QString ConnectionProfile::title() const
{
    if (!label.isEmpty())
        return label;
    if (kind == Kind::Server)
        return server.host.isEmpty() ? server.database : server.host + u'/' + server.database;
    if (workspace.contains(u'/'))
        return QFileInfo(workspace).fileName();
    return workspace.isEmpty() ? u"default"_s : workspace;
}

QString ConnectionProfile::key() const
{
    if (kind == Kind::Workspace)
        return u"workspace:"_s + (workspace.isEmpty() ? u"default"_s : workspace);
    return u"%1@%2:%3/%4"_s.arg(server.user, server.host.toLower()).arg(server.port).arg(server.database);
}

} // namespace seatledger
