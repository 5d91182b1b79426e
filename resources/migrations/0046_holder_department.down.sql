-- SPDX-License-Identifier: GPL-3.0-or-later
SET LOCAL search_path = seatledger, public;

CREATE OR REPLACE FUNCTION audit() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
DECLARE
    statement bigint := nextval(pg_get_serial_sequence('audit_statement', 'id'));
    changed   text := CASE TG_OP
        WHEN 'INSERT' THEN 'SELECT id, NULL::jsonb AS old, to_jsonb(n) - $3 AS new FROM new_rows n'
        WHEN 'UPDATE' THEN 'SELECT id, to_jsonb(o) - $3 AS old, to_jsonb(n) - $3 AS new FROM new_rows n JOIN old_rows o USING (id)'
        WHEN 'DELETE' THEN 'SELECT id, to_jsonb(o) - $3 AS old, NULL::jsonb AS new FROM old_rows o' END;
    events    bigint;
    digest    bytea;
    ids       bigint[];
BEGIN
    EXECUTE format($book$
        WITH changed AS (%s), event AS (
            INSERT INTO audit_event (statement_id, ordinal, entity, entity_id, license_id, member_id, old, new)
            SELECT $1, row_number() OVER (), $2, id,
                   CASE $2 WHEN 'license' THEN id ELSE (coalesce(new, old)->>'license_id')::bigint END,
                   CASE $2 WHEN 'member' THEN id ELSE (coalesce(new, old)->>'member_id')::bigint END, old, new
            FROM changed
            RETURNING ordinal, entity_id, audit_event_digest(audit_event.*) AS digest)
        SELECT count(*), sha256(string_agg(digest, ''::bytea ORDER BY ordinal)), (array_agg(entity_id))[1:101]
        FROM event $book$, changed)
    INTO events, digest, ids USING statement, TG_TABLE_NAME::text, coalesce(TG_ARGV, '{}');
    IF events > 0 THEN
        PERFORM book_statement(statement, TG_TABLE_NAME, lower(TG_OP), events, digest, ids);
    END IF;
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION guard_changed_assignments() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
DECLARE
    broken   record;
    changes  seat_change[];
    growth   seat_growth[];
    doubtful bigint[];
BEGIN
    -- EXECUTE, so that the join is planned for the rows of this statement: a plan kept from a statement of
    -- one row would compare each with each.
    EXECUTE $changed$
        WITH pair AS (
            SELECT n.id, n.license_id, n.quantity AS after, o.quantity AS before, lower(n.period) AS first_day,
                   (n.license_id, n.member_id, n.operation_id) <> (o.license_id, o.member_id, o.operation_id) AS rebooked,
                   NOT $1 AND (NOT transition_allowed(o.state, n.state) OR o.state IN ('expired', 'revoked')
                       AND (n.period, n.quantity, n.ended_on, n.end_reason)
                           IS DISTINCT FROM (o.period, o.quantity, o.ended_on, o.end_reason)) AS illegal,
                   (n.state, n.period, n.suspended_until, n.ended_on) IS DISTINCT FROM (o.state, o.period, o.suspended_until, o.ended_on)
                       AND state_fits_days(n.state, n.period, n.suspended_until, n.ended_on, $2) IS NOT TRUE AS unfit,
                   (n.state = 'active' OR n.state = 'suspended' AND NOT n.seat_released)::int * n.quantity
                     - (o.state = 'active' OR o.state = 'suspended' AND NOT o.seat_released)::int * o.quantity AS held,
                   holding_days(n.state, n.period, n.seat_released, n.suspended_until) AS days_after,
                   holding_days(o.state, o.period, o.seat_released, o.suspended_until) AS days_before
            FROM new_rows n JOIN old_rows o USING (id)
        ), counted AS (
            SELECT license_id, first_day, held, after, before,
                   (NOT isempty(days_after))::int * after - (NOT isempty(days_before))::int * before AS promised,
                   (days_after @> $2)::int * after - (days_before @> $2)::int * before AS by_growth,
                   (CASE WHEN after > before THEN datemultirange(days_after)
                         ELSE datemultirange(days_after) - datemultirange(days_before) END)
                     * datemultirange(daterange($2, NULL)) AS days
            FROM pair
        ), change AS (
            SELECT license_id, sum(held) - sum(by_growth) AS by_calendar, sum(by_growth) AS by_growth, sum(promised) AS promised,
                   max(first_day) FILTER (WHERE NOT isempty(days)) AS last_start
            FROM counted GROUP BY license_id
        )
        SELECT (SELECT min(id) FROM pair WHERE rebooked) AS rebooked, (SELECT min(id) FROM pair WHERE illegal) AS illegal,
               (SELECT min(id) FROM pair WHERE unfit) AS unfit,
               (SELECT array_agg((license_id, by_calendar, by_growth, promised, last_start)::seat_change) FROM change) AS changes,
               (SELECT array_agg((license_id, first_day, days)::seat_growth)
                FROM (SELECT DISTINCT license_id, first_day, days FROM counted WHERE NOT isempty(days)) grown) AS growth
        $changed$
    INTO broken USING undone_operation() IS NOT NULL, today();
    IF broken.changes IS NULL THEN
        RETURN NULL;
    END IF;
    PERFORM refuse_illegal_assignment(broken.rebooked, 'fixed', 'its licence, holder and operation are fixed; transfer it instead');
    PERFORM refuse_illegal_assignment(broken.illegal, 'illegal_transition', 'this state does not follow the one it had, and what has ended stays as it was');
    PERFORM refuse_illegal_assignment(broken.unfit, 'state_against_days', 'its state does not fit its days');

    changes := broken.changes;
    growth := broken.growth;
    PERFORM lock_license_seats((SELECT array_agg(license_id) FROM unnest(changes)));
    IF growth IS NOT NULL THEN
        PERFORM refuse_unassignable((SELECT array_agg(DISTINCT license_id) FROM unnest(growth)));
        doubtful := exact_way_needed(changes);
    END IF;
    IF doubtful IS NOT NULL THEN
        PERFORM advance_due(doubtful);
        PERFORM refuse_oversell((SELECT array_agg(g) FROM unnest(growth) g WHERE license_id = ANY (doubtful)));
    END IF;
    PERFORM apply_seat_changes(changes);
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION mark_stale() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
BEGIN
    IF TG_TABLE_NAME = 'license' THEN
        INSERT INTO stale_license (license_id) VALUES (coalesce(NEW.id, OLD.id))
        ON CONFLICT (license_id) DO UPDATE SET marks = stale_license.marks + 1;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO stale_license (license_id) SELECT DISTINCT license_id FROM old_rows ORDER BY 1
        ON CONFLICT (license_id) DO UPDATE SET marks = stale_license.marks + 1;
    ELSE
        INSERT INTO stale_license (license_id) SELECT DISTINCT license_id FROM new_rows ORDER BY 1
        ON CONFLICT (license_id) DO UPDATE SET marks = stale_license.marks + 1;
    END IF;
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION hand_out_keys() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
BEGIN
    -- Most books have no pool at all; a bulk need not be looked through for them.
    -- An undo brings the keys back with their rows; settle_undo() hands out the rest.
    IF undone_operation() IS NULL AND EXISTS (SELECT FROM license_key WHERE kind = 'pool') THEN
        PERFORM hand_out_keys((SELECT array_agg(DISTINCT license_id) FROM new_rows));
    END IF;
    RETURN NULL;
END $$;

DROP TRIGGER hand_out_keys_again ON license_assignment;
CREATE TRIGGER hand_out_keys_again AFTER UPDATE ON license_assignment REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION hand_out_keys();
DROP TRIGGER mark_stale_update ON license_assignment;
CREATE TRIGGER mark_stale_update AFTER UPDATE ON license_assignment REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION mark_stale();
DROP TRIGGER audit_insert ON license_assignment;
DROP TRIGGER audit_update ON license_assignment;
DROP TRIGGER audit_delete ON license_assignment;
CREATE TRIGGER audit_insert AFTER INSERT ON license_assignment REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION audit('holder_may_hold', 'assigned_at', 'revoked_at');
CREATE TRIGGER audit_update AFTER UPDATE ON license_assignment REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION audit('holder_may_hold', 'assigned_at', 'revoked_at');
CREATE TRIGGER audit_delete AFTER DELETE ON license_assignment REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION audit('holder_may_hold', 'assigned_at', 'revoked_at');
DROP TRIGGER next_version ON license_assignment;
CREATE TRIGGER next_version BEFORE UPDATE ON license_assignment FOR EACH ROW EXECUTE FUNCTION next_version();
DROP TRIGGER note_holder ON license_assignment;
DROP TRIGGER note_holder_again ON license_assignment;
DROP FUNCTION note_holder;
ALTER TABLE license_assignment
    DROP CONSTRAINT license_assignment_department,
    DROP CONSTRAINT license_assignment_copies,
    DROP COLUMN department_key,
    DROP COLUMN first_day;
DROP TRIGGER audit_insert ON member;
DROP TRIGGER audit_update ON member;
DROP TRIGGER audit_delete ON member;
CREATE TRIGGER audit_insert AFTER INSERT ON member REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION audit('search', 'may_hold');
CREATE TRIGGER audit_update AFTER UPDATE ON member REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION audit('search', 'may_hold');
CREATE TRIGGER audit_delete AFTER DELETE ON member REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION audit('search', 'may_hold');
ALTER TABLE member DROP CONSTRAINT member_department_key, DROP COLUMN department_key;
ALTER TABLE department DROP CONSTRAINT department_id_positive;
SELECT record_security_baseline();
