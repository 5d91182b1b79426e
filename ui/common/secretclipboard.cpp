// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/secretclipboard.h"

#include <QClipboard>
#include <QCryptographicHash>
#include <QGuiApplication>
#include <QMimeData>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

QByteArray digestOf(const QString &text)
{
    return QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256);
}

} // namespace

void SecretClipboard::copy(const QString &secret)
{
    auto *mime = new QMimeData;
    mime->setText(secret);
    mime->setData(u"x-kde-passwordManagerHint"_s, "secret");
    QGuiApplication::clipboard()->setMimeData(mime);
    m_copied = digestOf(secret);
}

void SecretClipboard::forget()
{
    if (m_copied.isEmpty())
        return;
    if (digestOf(QGuiApplication::clipboard()->text()) == m_copied)
        QGuiApplication::clipboard()->clear();
    m_copied.clear();
}

} // namespace seatledger
