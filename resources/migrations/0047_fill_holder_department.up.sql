-- seatledger: no transaction
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was there before, some at a time, each committed by itself: a book in use stays in use.
DO $$
DECLARE
    at   bigint := 0;
    last bigint := (SELECT coalesce(max(id), 0) FROM seatledger.license_assignment);
BEGIN
    WHILE at < last LOOP
        WITH holder AS MATERIALIZED (
            SELECT m.id, m.department_key FROM seatledger.member m
            WHERE m.id IN (SELECT a.member_id FROM seatledger.license_assignment a WHERE a.id > at AND a.id <= at + 20000)
            ORDER BY m.id FOR KEY SHARE)
        UPDATE seatledger.license_assignment a SET department_key = h.department_key, first_day = coalesce(lower(a.period), '-infinity')
        FROM holder h WHERE h.id = a.member_id AND a.id > at AND a.id <= at + 20000 AND a.department_key IS NULL;
        at := at + 20000;
        COMMIT;
    END LOOP;
END $$;
