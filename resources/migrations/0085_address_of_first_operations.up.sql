-- seatledger: expands
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Migration 0017 gave operations an address, and those that there were already got that of whoever migrated, if they did so over a
-- network. Their links in the chain were made without one, so a book that was opened over a network seemed damaged from its first link.

SET LOCAL search_path = seatledger, public;

ALTER TABLE operation DISABLE TRIGGER refuse_change;

UPDATE operation o SET address = NULL
FROM schema_version v
WHERE v.version = 17 AND o.started_at < v.applied_at AND o.address IS NOT NULL;

ALTER TABLE operation ENABLE TRIGGER refuse_change;
