-- SPDX-License-Identifier: GPL-3.0-or-later
SET LOCAL search_path = seatledger, public;

ALTER TABLE license_key DROP CONSTRAINT license_key_assignment;
DROP TRIGGER open_license_seats ON license;
DROP TRIGGER guard_changed_license ON license;
DROP TRIGGER guard_new_entitlements ON entitlement;
DROP TRIGGER guard_changed_entitlements ON entitlement;
DROP TABLE license_seats;
DROP FUNCTION refuse_illegal_assignment;
DROP TABLE license_assignment CASCADE;
DROP FUNCTION advance_due, anything_due, advance_supply, advance_assignments, guard_changed_license,
    guard_changed_entitlements, guard_new_entitlements, supply_before, refuse_cut, guard_changed_assignments,
    guard_new_assignments, refuse_unassignable, transition_allowed, state_fits_days, apply_seat_changes,
    exact_way_needed, refuse_oversell, lock_license_seats, open_license_seats, guard_license_seats,
    refresh_capacity, seat_steps, with_overage, holding_days;
DROP TYPE seat_growth, seat_change, seat_step;
