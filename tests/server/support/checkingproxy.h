// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/server/support/httpclient.h"

#include <QByteArray>
#include <QProcess>
#include <QTemporaryFile>

namespace seatledger {

/// Prism before a server: hands everything on and says in each answer what of it is not as the description of
/// the API says.
class CheckingProxy final
{
public:
    /// Whether tests are to go through it: SEATLEDGER_PRISM names the program.
    [[nodiscard]] static bool isWanted();

    /// Begins it, which takes some seconds.
    explicit CheckingProxy(int serverPort);
    ~CheckingProxy();
    CheckingProxy(const CheckingProxy &) = delete;
    CheckingProxy &operator=(const CheckingProxy &) = delete;

    [[nodiscard]] int port() const { return m_port; }

    /// What is wrong with the answer; empty if nothing. That a request was wrong is nobody's fault here:
    /// tests send such.
    [[nodiscard]] static QByteArray objection(const HttpAnswer &answer);

private:
    QTemporaryFile m_description;
    QProcess m_process;
    int m_port = 0;
};

} // namespace seatledger
