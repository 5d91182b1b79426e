// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connections/signincheck.h"
#include "core/domain/error.h"

#include <QString>

namespace seatledger {

/// What a failure to sign in means for the form.
struct SignInHelp {
    /// What a button in the banner can do about it.
    enum class Offer { None, ChooseAuthority, MakeBook, UpdateBook, ReviveWorkspace };

    QString fieldKey = {}; ///< the field to look at; empty: none
    Offer offer = Offer::None;
    bool isQuestion = false; ///< nothing is wrong, something is still missing

    [[nodiscard]] static SignInHelp of(const Error &error);
};

/// The offer as a button's text.
[[nodiscard]] QString offerText(SignInHelp::Offer offer);

/// A successful test in a sentence.
[[nodiscard]] QString reportText(const SignInReport &report);

} // namespace seatledger
