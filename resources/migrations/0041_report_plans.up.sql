-- SPDX-License-Identifier: GPL-3.0-or-later
-- What reports call for every row can be planned with them, and by several processes.

SET LOCAL search_path = seatledger, public;

ALTER FUNCTION today() PARALLEL SAFE;
ALTER FUNCTION license_seats_on(date) PARALLEL SAFE;
ALTER FUNCTION seat_changes(date, date) PARALLEL SAFE;
ALTER FUNCTION held_changes(date[]) PARALLEL SAFE;
ALTER FUNCTION license_held_changes(date[]) PARALLEL SAFE;

-- The same months, in one expression: a function with a subquery is called, one without becomes part of the plan.
CREATE OR REPLACE FUNCTION months_begun(period daterange) RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT (12 * (extract(year FROM upper(period)) - extract(year FROM lower(period)))
            + extract(month FROM upper(period)) - extract(month FROM lower(period)))::integer
           + (extract(day FROM upper(period)) > extract(day FROM lower(period))
              AND lower(period) + make_interval(months => (12 * (extract(year FROM upper(period)) - extract(year FROM lower(period)))
                  + extract(month FROM upper(period)) - extract(month FROM lower(period)))::integer) < upper(period))::integer
$$;
SELECT record_security_baseline();
