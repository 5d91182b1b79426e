-- SPDX-License-Identifier: GPL-3.0-or-later
    -- What is kept, with the licences that have changed since counted anew.
    SELECT k.day, k.currency, k.cost, k.idle FROM seatledger.cost_day k WHERE :is_whole::boolean
    UNION ALL
    SELECT k.day, k.currency, -k.cost, -k.idle
    FROM seatledger.stale_license s JOIN seatledger.license_cost k ON k.license_id = s.license_id WHERE :is_whole::boolean
    UNION ALL
    SELECT k.day, k.currency, k.cost, k.idle
    FROM seatledger.license_cost k
    WHERE NOT :is_whole::boolean AND k.license_id IN (SELECT id FROM chosen_license)
      AND NOT EXISTS (SELECT FROM seatledger.stale_license s WHERE s.license_id = k.license_id)
    UNION ALL
    SELECT k.day, k.currency, k.cost, k.idle
    FROM seatledger.license_costs(ARRAY(SELECT s.license_id FROM seatledger.stale_license s
                                        WHERE :is_whole::boolean OR s.license_id IN (SELECT id FROM chosen_license))) k
