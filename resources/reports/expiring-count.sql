-- SPDX-License-Identifier: GPL-3.0-or-later
-- How many rows expiring.sql has of all licences, one row.
SELECT coalesce(sum(entitlements), 0) AS entitlements FROM end_step
WHERE day BETWEEN :as_of::date + 1 AND :as_of::date + :lead_days::integer + 1
