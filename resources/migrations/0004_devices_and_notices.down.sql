-- SPDX-License-Identifier: GPL-3.0-or-later
SET LOCAL search_path = seatledger, public;

DROP TRIGGER release_activations ON license_assignment;
DROP TABLE idempotency_key, notification, feature_switch, activation_lease, activation, device;
DROP FUNCTION advance_leases, release_activations, guard_changed_activations, guard_new_activations,
    guard_live_activations, refuse_activation;
