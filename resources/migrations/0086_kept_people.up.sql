-- seatledger: expands
-- SPDX-License-Identifier: GPL-3.0-or-later
-- How many seats somebody holds, and when people work with the book, kept as the seats by day are.
--
-- Marks are rows that are only added, so nobody waits for somebody else's: whoever keeps takes away the marks that are seen and
-- counts by what is seen then, so what is added meanwhile stays marked. What moments add is added as a row of its own, too, and
-- whoever reads adds up both; taking them together is one statement.

SET LOCAL search_path = seatledger, public;

CREATE TABLE member_seats (
    member_id bigint PRIMARY KEY,
    licenses  bigint NOT NULL,
    seats     bigint NOT NULL,
    open      bigint NOT NULL
);
COMMENT ON TABLE  member_seats IS 'What somebody holds: as last counted, see stale_member. No foreign key: of who is gone nothing is counted.';
COMMENT ON COLUMN member_seats.member_id IS 'The member.';
COMMENT ON COLUMN member_seats.licenses IS 'Assignments that take seats.';
COMMENT ON COLUMN member_seats.seats IS 'Seats that they take.';
COMMENT ON COLUMN member_seats.open IS 'Assignments that have not ended, those included that take none now.';

CREATE TABLE stale_member (
    member_id bigint NOT NULL
);
COMMENT ON TABLE  stale_member IS 'People whose assignments have changed since member_seats was counted.';
COMMENT ON COLUMN stale_member.member_id IS 'The member; as often as there was a change.';
CREATE INDEX stale_member_member ON stale_member (member_id);

CREATE TABLE activity_quarter (
    at        timestamptz PRIMARY KEY,
    assigned  bigint NOT NULL,
    revoked   bigint NOT NULL,
    activated bigint NOT NULL
);
COMMENT ON TABLE  activity_quarter IS 'How much was done in each quarter of an hour: as last added up, see activity_change.';
COMMENT ON COLUMN activity_quarter.at IS 'Its beginning. Clocks of all time zones differ by quarters.';
COMMENT ON COLUMN activity_quarter.assigned IS 'Seats given.';
COMMENT ON COLUMN activity_quarter.revoked IS 'Seats taken back by somebody.';
COMMENT ON COLUMN activity_quarter.activated IS 'Devices activated.';

CREATE TABLE activity_change (
    at        timestamptz NOT NULL,
    assigned  bigint NOT NULL,
    revoked   bigint NOT NULL,
    activated bigint NOT NULL
);
COMMENT ON TABLE  activity_change IS 'What is to be added to activity_quarter.';
COMMENT ON COLUMN activity_change.at IS 'As in activity_quarter.';
COMMENT ON COLUMN activity_change.assigned IS 'As in activity_quarter.';
COMMENT ON COLUMN activity_change.revoked IS 'As in activity_quarter.';
COMMENT ON COLUMN activity_change.activated IS 'As in activity_quarter.';

CREATE FUNCTION quarter_of(moment timestamptz) RETURNS timestamptz
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT date_bin('15 minutes', moment, '2000-01-01 00:00+00')
$$;
COMMENT ON FUNCTION quarter_of IS 'When the quarter of an hour began.';

CREATE FUNCTION note_people() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO stale_member (member_id) SELECT DISTINCT member_id FROM new_rows;
        INSERT INTO activity_change SELECT quarter_of(assigned_at), count(*), 0, 0 FROM new_rows GROUP BY 1;
        IF EXISTS (SELECT FROM new_rows WHERE revoked_at IS NOT NULL) THEN
            INSERT INTO activity_change SELECT quarter_of(revoked_at), 0, count(*), 0 FROM new_rows WHERE revoked_at IS NOT NULL GROUP BY 1;
        END IF;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO stale_member (member_id) SELECT DISTINCT member_id FROM old_rows;
        INSERT INTO activity_change SELECT quarter_of(assigned_at), -count(*), 0, 0 FROM old_rows GROUP BY 1;
        INSERT INTO activity_change SELECT quarter_of(revoked_at), 0, -count(*), 0 FROM old_rows WHERE revoked_at IS NOT NULL GROUP BY 1;
    ELSIF NOT EXISTS (SELECT FROM (SELECT id, version FROM new_rows LIMIT 1) n JOIN old_rows o USING (id, version)) THEN
        -- Else the holder's department followed the member.
        INSERT INTO stale_member (member_id) SELECT member_id FROM new_rows UNION SELECT member_id FROM old_rows;
        INSERT INTO activity_change
        SELECT quarter_of(moment), sum(assigned), sum(revoked), 0
        FROM (SELECT assigned_at AS moment, 1 AS assigned, 0 AS revoked FROM new_rows
              UNION ALL SELECT assigned_at, -1, 0 FROM old_rows
              UNION ALL SELECT revoked_at, 0, 1 FROM new_rows WHERE revoked_at IS NOT NULL
              UNION ALL SELECT revoked_at, 0, -1 FROM old_rows WHERE revoked_at IS NOT NULL) moved
        GROUP BY 1 HAVING sum(assigned) <> 0 OR sum(revoked) <> 0;
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION note_people() IS 'Marks whose assignments a statement changed, and notes when that was.';

CREATE FUNCTION note_activations() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO activity_change SELECT quarter_of(activated_at), 0, 0, count(*) FROM new_rows GROUP BY 1;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO activity_change SELECT quarter_of(activated_at), 0, 0, -count(*) FROM old_rows GROUP BY 1;
    ELSE
        INSERT INTO activity_change
        SELECT quarter_of(moment), 0, 0, sum(activated)
        FROM (SELECT activated_at AS moment, 1 AS activated FROM new_rows UNION ALL SELECT activated_at, -1 FROM old_rows) moved
        GROUP BY 1 HAVING sum(activated) <> 0;
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION note_activations() IS 'Notes when devices were activated.';

CREATE TRIGGER note_people_insert AFTER INSERT ON license_assignment REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION note_people();
CREATE TRIGGER note_people_update AFTER UPDATE ON license_assignment REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION note_people();
CREATE TRIGGER note_people_delete AFTER DELETE ON license_assignment REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION note_people();
CREATE TRIGGER note_activations_insert AFTER INSERT ON activation REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION note_activations();
CREATE TRIGGER note_activations_update AFTER UPDATE ON activation REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION note_activations();
CREATE TRIGGER note_activations_delete AFTER DELETE ON activation REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION note_activations();

-- From here on nobody changes either table until all is counted.
INSERT INTO member_seats
SELECT member_id, count(*) FILTER (WHERE state = 'active' OR state = 'suspended' AND NOT seat_released),
       coalesce(sum(quantity) FILTER (WHERE state = 'active' OR state = 'suspended' AND NOT seat_released), 0),
       count(*) FILTER (WHERE state IN ('reserved', 'active', 'suspended'))
FROM license_assignment GROUP BY 1;
INSERT INTO activity_quarter
SELECT quarter_of(moment), sum(assigned), sum(revoked), sum(activated)
FROM (SELECT assigned_at AS moment, 1 AS assigned, 0 AS revoked, 0 AS activated FROM license_assignment
      UNION ALL SELECT revoked_at, 0, 1, 0 FROM license_assignment WHERE revoked_at IS NOT NULL
      UNION ALL SELECT activated_at, 0, 0, 1 FROM activation) moments
GROUP BY 1;

CREATE VIEW member_held WITH (security_invoker = true) AS
    SELECT k.member_id, k.licenses, k.seats, k.open FROM member_seats k
    WHERE NOT EXISTS (SELECT FROM stale_member s WHERE s.member_id = k.member_id)
    UNION ALL
    SELECT a.member_id, count(*) FILTER (WHERE a.state = 'active' OR a.state = 'suspended' AND NOT a.seat_released),
           coalesce(sum(a.quantity) FILTER (WHERE a.state = 'active' OR a.state = 'suspended' AND NOT a.seat_released), 0),
           count(*) FILTER (WHERE a.state IN ('reserved', 'active', 'suspended'))
    FROM license_assignment a
    -- An array: how few they are the planner would not know.
    WHERE a.member_id = ANY (ARRAY(SELECT s.member_id FROM stale_member s)) GROUP BY 1;
COMMENT ON VIEW member_held IS 'What everybody holds now, by what is kept, and counted anew of who has changed since. Who has nothing may be missing.';

CREATE FUNCTION keep_people(at_most integer) RETURNS integer
LANGUAGE plpgsql SET search_path = seatledger, pg_temp AS $$
DECLARE
    people bigint[];
BEGIN
    WITH gone AS (
        DELETE FROM stale_member WHERE member_id = ANY (ARRAY(SELECT DISTINCT member_id FROM stale_member ORDER BY 1 LIMIT at_most))
        RETURNING member_id)
    SELECT array_agg(DISTINCT member_id) INTO people FROM gone;
    DELETE FROM member_seats WHERE member_id = ANY (people);
    INSERT INTO member_seats
    SELECT member_id, count(*) FILTER (WHERE state = 'active' OR state = 'suspended' AND NOT seat_released),
           coalesce(sum(quantity) FILTER (WHERE state = 'active' OR state = 'suspended' AND NOT seat_released), 0),
           count(*) FILTER (WHERE state IN ('reserved', 'active', 'suspended'))
    FROM license_assignment WHERE member_id = ANY (people) GROUP BY 1;
    WITH gone AS (DELETE FROM activity_change RETURNING *)
    INSERT INTO activity_quarter SELECT at, sum(assigned), sum(revoked), sum(activated) FROM gone GROUP BY 1
    ON CONFLICT (at) DO UPDATE SET assigned = activity_quarter.assigned + excluded.assigned,
        revoked = activity_quarter.revoked + excluded.revoked, activated = activity_quarter.activated + excluded.activated;
    RETURN coalesce(cardinality(people), 0);
END $$;
COMMENT ON FUNCTION keep_people IS 'Counts what some of the marked people hold anew, and adds up moments; only keep_seat_days() calls it, one at a time.';

CREATE OR REPLACE FUNCTION keep_seat_days(at_most integer DEFAULT 500) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
DECLARE
    licenses bigint[];
    people   integer;
BEGIN
    -- One at a time. A licence that somebody is just changing is left for later; who changes one now waits.
    IF NOT EXISTS (SELECT FROM stale_license) AND NOT EXISTS (SELECT FROM counted_license WHERE until <= today())
            AND NOT EXISTS (SELECT FROM stale_member) AND NOT EXISTS (SELECT FROM activity_change)
        OR NOT pg_try_advisory_xact_lock(hashtext('seatledger.seat_days')) THEN
        RETURN 0;
    END IF;
    people := keep_people(at_most);
    INSERT INTO stale_license (license_id) SELECT license_id FROM counted_license WHERE until <= today() ORDER BY 1
    ON CONFLICT (license_id) DO UPDATE SET marks = stale_license.marks + 1;
    licenses := ARRAY(SELECT license_id FROM stale_license ORDER BY license_id LIMIT at_most FOR UPDATE SKIP LOCKED);
    IF cardinality(licenses) = 0 THEN
        RETURN people;
    END IF;
    WITH gone AS (DELETE FROM license_day WHERE license_id = ANY (licenses) RETURNING *)
    INSERT INTO seat_day SELECT day, -sum(seats), -sum(held), -sum(held_unlimited), -sum(free), -sum(short_seats), -sum(short_licenses)
    FROM gone GROUP BY day
    ON CONFLICT (day) DO UPDATE SET seats = seat_day.seats + excluded.seats, held = seat_day.held + excluded.held,
        held_unlimited = seat_day.held_unlimited + excluded.held_unlimited, free = seat_day.free + excluded.free,
        short_seats = seat_day.short_seats + excluded.short_seats, short_licenses = seat_day.short_licenses + excluded.short_licenses;
    WITH made AS (INSERT INTO license_day SELECT * FROM license_steps(licenses) RETURNING *)
    INSERT INTO seat_day SELECT day, sum(seats), sum(held), sum(held_unlimited), sum(free), sum(short_seats), sum(short_licenses)
    FROM made GROUP BY day
    ON CONFLICT (day) DO UPDATE SET seats = seat_day.seats + excluded.seats, held = seat_day.held + excluded.held,
        held_unlimited = seat_day.held_unlimited + excluded.held_unlimited, free = seat_day.free + excluded.free,
        short_seats = seat_day.short_seats + excluded.short_seats, short_licenses = seat_day.short_licenses + excluded.short_licenses;
    PERFORM keep_license_money(licenses);
    DELETE FROM stale_license WHERE license_id = ANY (licenses);
    RETURN cardinality(licenses);
END $$;
COMMENT ON FUNCTION keep_seat_days IS 'Counts some of the marked licences and people anew and unmarks them. Returns how many licences, or, without any, people; 0 when there is nothing to do, or somebody else does it.';

CREATE FUNCTION sees_everybody() RETURNS boolean
LANGUAGE sql STABLE SET search_path = seatledger, pg_temp AS $$
    SELECT acting_owner() OR acting_has('seatledger_administrator') OR acting_has('seatledger_staff')
$$;
COMMENT ON FUNCTION sees_everybody IS 'Whether what is kept of everybody is for the acting login to read.';

ALTER TABLE member_seats ENABLE ROW LEVEL SECURITY;
ALTER TABLE stale_member ENABLE ROW LEVEL SECURITY;
ALTER TABLE activity_quarter ENABLE ROW LEVEL SECURITY;
ALTER TABLE activity_change ENABLE ROW LEVEL SECURITY;
-- Of everybody, so for who sees everybody; a manager's reports count.
CREATE POLICY select_book ON member_seats FOR SELECT TO seatledger_administrator, seatledger_staff USING (true);
CREATE POLICY select_book ON stale_member FOR SELECT TO seatledger_administrator, seatledger_staff USING (true);
CREATE POLICY select_book ON activity_quarter FOR SELECT TO seatledger_administrator, seatledger_staff USING (true);
CREATE POLICY select_book ON activity_change FOR SELECT TO seatledger_administrator, seatledger_staff USING (true);
REVOKE ALL ON member_seats, stale_member, activity_quarter, activity_change, member_held FROM PUBLIC;
GRANT SELECT ON member_seats, stale_member, activity_quarter, activity_change, member_held
    TO seatledger_administrator, seatledger_manager, seatledger_staff;
REVOKE EXECUTE ON FUNCTION note_people, note_activations, keep_people, quarter_of, sees_everybody FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sees_everybody TO seatledger_administrator, seatledger_manager, seatledger_staff, seatledger_auditor,
    seatledger_member, seatledger_server;
SELECT record_security_baseline();
