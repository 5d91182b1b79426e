-- SPDX-License-Identifier: GPL-3.0-or-later
SET LOCAL search_path = seatledger, public;

ALTER FUNCTION today() PARALLEL UNSAFE;
ALTER FUNCTION license_seats_on(date) PARALLEL UNSAFE;
ALTER FUNCTION seat_changes(date, date) PARALLEL UNSAFE;
ALTER FUNCTION held_changes(date[]) PARALLEL UNSAFE;
ALTER FUNCTION license_held_changes(date[]) PARALLEL UNSAFE;

CREATE OR REPLACE FUNCTION months_begun(period daterange) RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT m + (lower(period) + make_interval(months => m) < upper(period))::int
    FROM (SELECT ((extract(year FROM upper(period)) - extract(year FROM lower(period))) * 12
                  + extract(month FROM upper(period)) - extract(month FROM lower(period)))::int AS m) whole
$$;
SELECT record_security_baseline();
