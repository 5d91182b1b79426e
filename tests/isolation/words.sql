-- SPDX-License-Identifier: GPL-3.0-or-later
-- The words of the specs. Each rehearsal has licences and members of its own, as what was is never deleted.

CREATE TABLE rehearsal (number int PRIMARY KEY);
CREATE FUNCTION current_rehearsal() RETURNS int LANGUAGE sql AS $$ SELECT max(number) FROM rehearsal $$;
CREATE FUNCTION the_license(n int) RETURNS bigint LANGUAGE sql AS $$
    SELECT id FROM seatledger.license WHERE name = format('L%s of %s', n, current_rehearsal()) $$;
CREATE FUNCTION the_member(n int) RETURNS bigint LANGUAGE sql AS $$
    SELECT id FROM seatledger.member WHERE number = format('%s-%s', current_rehearsal(), n) $$;

CREATE FUNCTION rehearse(seats int) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    rehearsal_number int := coalesce(current_rehearsal(), 0) + 1;
BEGIN
    INSERT INTO rehearsal VALUES (rehearsal_number);
    INSERT INTO seatledger.member (number, name, email)
    SELECT rehearsal_number || '-' || n, 'M' || n, rehearsal_number || '-' || n || '@example.org' FROM generate_series(1, 3) n;
    INSERT INTO seatledger.license (product_id, name)
    SELECT 1, format('L%s of %s', n, rehearsal_number) FROM generate_series(1, 2) n;
    INSERT INTO seatledger.entitlement (license_id, quantity, period)
    SELECT the_license(n), seats, daterange(seatledger.today(), NULL) FROM generate_series(1, 2) n;
END $$;

-- A refusal is answered by its SQLSTATE and reason, without names and days that differ from run to run.
CREATE FUNCTION attempt(statement text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    detail text;
BEGIN
    EXECUTE statement;
    RETURN 'done';
EXCEPTION WHEN deadlock_detected OR serialization_failure THEN
    RAISE;
WHEN OTHERS THEN
    GET STACKED DIAGNOSTICS detail = PG_EXCEPTION_DETAIL;
    RETURN SQLSTATE || CASE WHEN detail LIKE '{%' THEN ' ' || (detail::jsonb ->> 'reason') ELSE '' END;
END $$;

CREATE FUNCTION give(l int, m int) RETURNS text LANGUAGE sql AS $$
    SELECT attempt(format('INSERT INTO seatledger.license_assignment (license_id, member_id) VALUES (%s, %s)',
                          the_license(l), the_member(m))) $$;
CREATE FUNCTION take(l int, m int) RETURNS text LANGUAGE sql AS $$
    SELECT attempt(format('UPDATE seatledger.license_assignment SET state = ''revoked'', ended_on = seatledger.today(), '
                          'end_reason = ''taken'' WHERE license_id = %s AND member_id = %s', the_license(l), the_member(m))) $$;
CREATE FUNCTION cancel(l int) RETURNS text LANGUAGE sql AS $$
    SELECT attempt(format('UPDATE seatledger.entitlement SET cancelled_at = now() WHERE license_id = %s', the_license(l))) $$;
CREATE FUNCTION depart(m int) RETURNS text LANGUAGE sql AS $$
    SELECT attempt(format('UPDATE seatledger.member SET status = ''departed'', left_on = seatledger.today() WHERE id = %s', the_member(m))) $$;
CREATE FUNCTION move(m int) RETURNS text LANGUAGE sql AS $$
    SELECT attempt(format('UPDATE seatledger.member SET department_id = 1 WHERE id = %s', the_member(m))) $$;
CREATE FUNCTION retire(l int) RETURNS text LANGUAGE sql AS $$
    SELECT attempt(format('UPDATE seatledger.license SET state = ''retired'' WHERE id = %s', the_license(l))) $$;

CREATE VIEW seats AS
    SELECT right(split_part(l.name, ' ', 1), 1) AS license, c.capacity, c.held,
           (SELECT sum(quantity) FROM seatledger.license_assignment a WHERE a.license_id = l.id AND a.state = 'active') AS counted
    FROM seatledger.license l JOIN seatledger.license_seats c ON c.license_id = l.id
    WHERE l.id IN (the_license(1), the_license(2)) ORDER BY 1;
CREATE VIEW whereabouts AS
    SELECT count(a.id) AS seats, count(*) FILTER (WHERE a.department_key = coalesce(m.department_id, 0)) AS where_the_holder_is
    FROM seatledger.member m LEFT JOIN seatledger.license_assignment a ON a.member_id = m.id WHERE m.id = the_member(1);
INSERT INTO seatledger.department (id, name) VALUES (1, 'Elsewhere');
INSERT INTO seatledger.vendor (id, name) VALUES (1, 'Northwind');
INSERT INTO seatledger.product (id, vendor_id, name) VALUES (1, 1, 'Suite');
