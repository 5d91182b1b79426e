// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/apidescription.h"
#include "app/server/routes/routes.h"

#include <QFile>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace seatledger::server {

namespace {

constexpr auto page = R"(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Seatledger API</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/api/docs/swagger-ui.css">
</head>
<body>
<div id="swagger-ui"></div>
<script src="/api/docs/swagger-ui-bundle.js"></script>
<script src="/api/docs/start.js"></script>
</body>
</html>
)";

constexpr auto start = R"(SwaggerUIBundle({
    url: "/api/v1/openapi.json", dom_id: "#swagger-ui", deepLinking: true, tryItOutEnabled: true,
    persistAuthorization: false, validatorUrl: null,
});
)";

/// Everything comes from here: the page runs without the internet, and nobody else's script runs in it.
Response staticResponse(QByteArray content, QByteArray mediaType)
{
    Response response = contentResponse(std::move(content), std::move(mediaType));
    response.headers.set("Cache-Control", "public, max-age=3600");
    response.headers.set(
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' "
        "data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'");
    return response;
}

QByteArray bundled(const QString &name)
{
    QFile file(u":/swagger/"_s + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Answer showDescription(const Request & /*request*/, const QStringList & /*values*/)
{
    static const QByteArray text = QJsonDocument(apiDescription()).toJson(QJsonDocument::Compact);
    return staticResponse(text, "application/json");
}

Answer showPage(const Request & /*request*/, const QStringList & /*values*/)
{
    return staticResponse(page, "text/html; charset=utf-8");
}

Answer showFile(const Request & /*request*/, const QStringList &values)
{
    if (values.first() == "start.js"_L1)
        return staticResponse(start, "text/javascript; charset=utf-8");
    const QByteArray content = bundled(values.first());
    if (content.isEmpty())
        return std::unexpected(noSuchResource());
    const bool isStyle = values.first().endsWith(".css"_L1);
    return staticResponse(content, isStyle ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8");
}

} // namespace

void addDescriptionRoutes(Router &router)
{
    router.open("/api/v1/openapi.json", showDescription);
    router.open("/api/docs", showPage).as({"text/html"});
    router.open("/api/docs/{file}", showFile).as({"text/css", "text/javascript"});
}

} // namespace seatledger::server
