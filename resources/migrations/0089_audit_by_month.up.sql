-- seatledger: expands
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The audit in parts, one for each month, so that an old month can be archived and let go as a whole.
--
-- A part is a range of statement ids: a month's begin at a number that names the month, 202611 000000000, of 15 digits, which
-- spreadsheets keep. So every look by a statement
-- finds its part, no unique key changes, and there is always a part for the next row: until somebody turns the page, a new month's rows
-- go on in the part of the old one. The page is turned while nobody writes, so a part is one stretch of the chain.
--
-- What was written before stays where it is and becomes the first part: nothing is copied, only looked through once. Nobody reads or
-- writes the audit meanwhile.

SET LOCAL search_path = seatledger, public;
SET LOCAL lock_timeout = '30s';

LOCK TABLE operation, audit_event, audit_statement, audit_link, audit_head IN ACCESS EXCLUSIVE MODE;

CREATE FUNCTION audit_month_start(month date) RETURNS bigint
LANGUAGE sql IMMUTABLE SET search_path = seatledger, pg_temp AS $$
    SELECT (extract(year FROM month)::bigint * 100 + extract(month FROM month)::bigint) * 1000000000
$$;
COMMENT ON FUNCTION audit_month_start IS 'The number before the first statement of a month; 2^53 is far above them all.';

CREATE FUNCTION make_audit_month(month date, first_id bigint) RETURNS void
LANGUAGE plpgsql SET search_path = seatledger, pg_temp AS $$
DECLARE
    target text;
    part   text;
BEGIN
    FOREACH target IN ARRAY ARRAY['audit_statement', 'audit_event', 'audit_link'] LOOP
        part := target || to_char(month, '_YYYY_MM');
        EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING CONSTRAINTS INCLUDING COMMENTS)', part, target);
        EXECUTE format('COMMENT ON TABLE %I IS %L', part, 'Rows of ' || target || ' from ' || to_char(month, 'YYYY-MM') || ' on.');
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', part);
        EXECUTE format('CREATE TRIGGER refuse_write BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON %I '
                       'FOR EACH STATEMENT EXECUTE FUNCTION refuse_statement()', part);
        EXECUTE format('ALTER TABLE %I ATTACH PARTITION %I FOR VALUES FROM (%s) TO (%s)',
                       target, part, first_id, audit_month_start((month + interval '1 month')::date));
    END LOOP;
END $$;
COMMENT ON FUNCTION make_audit_month IS 'Makes the parts of a month, from a statement id on; only the book''s own functions call it.';

DO $$
DECLARE
    f       record;
    again   text[] := '{}';
    target  text;
    x       record;
    month   date := date_trunc('month', now() AT TIME ZONE 'UTC')::date;
    last_id bigint := coalesce(pg_sequence_last_value('audit_statement_id_seq'), 0);
    first   bigint := greatest(last_id + 1, audit_month_start(month));
BEGIN
    -- What takes a row of these tables is made anew for the new ones, who may call it included.
    FOR f IN SELECT p.oid, p.proacl, p.proowner FROM pg_proc p
             WHERE p.pronamespace = 'seatledger'::regnamespace
               AND string_to_array(p.proargtypes::text, ' ')::oid[]
                   && ARRAY['audit_statement'::regtype::oid, 'audit_event'::regtype::oid] LOOP
        again := again || pg_get_functiondef(f.oid) || format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f.oid::regprocedure)
            || format('COMMENT ON FUNCTION %s IS %L', f.oid::regprocedure, obj_description(f.oid, 'pg_proc'))
            || ARRAY(SELECT format('GRANT EXECUTE ON FUNCTION %s TO %s', f.oid::regprocedure,
                                   CASE grantee WHEN 0 THEN 'PUBLIC' ELSE grantee::regrole::text END)
                     FROM aclexplode(coalesce(f.proacl, acldefault('f', f.proowner))) WHERE grantee <> f.proowner);
        EXECUTE format('DROP FUNCTION %s', f.oid::regprocedure);
    END LOOP;

    -- The keys stand for themselves: the verifier shows what is missing, and a part goes with all its rows.
    ALTER TABLE audit_link DROP CONSTRAINT audit_link_statement_id_fkey, DROP CONSTRAINT audit_link_pkey, DROP CONSTRAINT audit_link_statement_id_key;
    DROP TRIGGER link_statement ON audit_statement;
    ALTER TABLE audit_statement ALTER COLUMN id DROP IDENTITY;
    CREATE SEQUENCE audit_statement_id_seq;

    FOREACH target IN ARRAY ARRAY['audit_statement', 'audit_event', 'audit_link'] LOOP
        EXECUTE format('ALTER TABLE %I RENAME TO %I', target, target || '_past');
        FOR x IN SELECT c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE i.indrelid = (target || '_past')::regclass LOOP
            EXECUTE format('ALTER INDEX %I RENAME TO %I', x.relname, replace(x.relname, target, target || '_past'));
        END LOOP;
        EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING COMMENTS) PARTITION BY RANGE (%I)',
                       target, target || '_past', CASE target WHEN 'audit_statement' THEN 'id' ELSE 'statement_id' END);
        EXECUTE format('COMMENT ON TABLE %I IS %L', target, obj_description((target || '_past')::regclass, 'pg_class'));
        EXECUTE format('COMMENT ON TABLE %I IS %L', target || '_past', 'Rows of ' || target || ' from before there were months.');
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', target);
        FOR x IN SELECT * FROM pg_policies WHERE schemaname = 'seatledger' AND tablename = target || '_past' LOOP
            EXECUTE format('CREATE POLICY %I ON %I FOR %s TO %s USING (%s)', x.policyname, target, x.cmd, array_to_string(x.roles, ', '), x.qual);
            EXECUTE format('DROP POLICY %I ON %I', x.policyname, target || '_past');
        END LOOP;
        FOR x IN SELECT a.privilege_type, a.grantee::regrole::text AS grantee FROM pg_class c, aclexplode(c.relacl) a
                 WHERE c.oid = (target || '_past')::regclass AND a.grantee <> c.relowner LOOP
            EXECUTE format('GRANT %s ON %I TO %s', x.privilege_type, target, x.grantee);
            EXECUTE format('REVOKE %s ON %I FROM %s', x.privilege_type, target || '_past', x.grantee);
        END LOOP;
        EXECUTE format('CREATE TRIGGER refuse_write BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON %I '
                       'FOR EACH STATEMENT EXECUTE FUNCTION refuse_statement()', target);
        EXECUTE format('ALTER TABLE %I ATTACH PARTITION %I FOR VALUES FROM (MINVALUE) TO (%s)', target, target || '_past', first);
    END LOOP;

    ALTER TABLE audit_statement ALTER COLUMN id SET DEFAULT nextval('audit_statement_id_seq');
    ALTER SEQUENCE audit_statement_id_seq OWNED BY audit_statement.id;
    ALTER TABLE audit_statement_past ALTER COLUMN id DROP DEFAULT;
    PERFORM setval('audit_statement_id_seq', first, false);

    -- Indexes that are there already become parts of these.
    ALTER TABLE audit_statement ADD PRIMARY KEY (id);
    ALTER TABLE audit_statement ADD CONSTRAINT audit_statement_operation_id_fkey FOREIGN KEY (operation_id) REFERENCES operation;
    CREATE INDEX audit_statement_operation ON audit_statement (operation_id);
    CREATE INDEX audit_statement_entity ON audit_statement (entity, operation_id);
    ALTER TABLE audit_event ADD PRIMARY KEY (statement_id, ordinal);
    CREATE INDEX audit_event_entity ON audit_event (entity, entity_id, statement_id);
    CREATE INDEX audit_event_license ON audit_event (license_id, statement_id) WHERE license_id IS NOT NULL;
    CREATE INDEX audit_event_member ON audit_event (member_id, statement_id) WHERE member_id IS NOT NULL;
    ALTER TABLE audit_link ADD PRIMARY KEY (statement_id), ADD CONSTRAINT audit_link_position_key UNIQUE (position, statement_id);
    CREATE CONSTRAINT TRIGGER link_statement AFTER INSERT ON audit_statement
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION link_statement();

    FOREACH target IN ARRAY again LOOP
        EXECUTE target;
    END LOOP;
    PERFORM make_audit_month(month, first);
    FOR i IN 1..2 LOOP
        PERFORM make_audit_month((month + make_interval(months => i))::date, audit_month_start((month + make_interval(months => i))::date));
    END LOOP;
END $$;

-- Sessions that know the old rows look again.
ALTER FUNCTION undo_operation(bigint, text, text) SECURITY DEFINER;

-- Its id is taken with the lock held that keeps the page from being turned, so no statement comes after the page with an id from before.
CREATE OR REPLACE FUNCTION audit() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
DECLARE
    statement bigint;
    changed   text := CASE TG_OP
        WHEN 'INSERT' THEN 'SELECT id, NULL::jsonb AS old, to_jsonb(n) - $3 AS new FROM new_rows n OFFSET 0'
        WHEN 'UPDATE' THEN 'SELECT * FROM (SELECT id, to_jsonb(o) - $3 AS old, to_jsonb(n) - $3 AS new FROM new_rows n JOIN old_rows o USING (id)'
                           ' OFFSET 0) c WHERE old <> new'
        WHEN 'DELETE' THEN 'SELECT id, to_jsonb(o) - $3 AS old, NULL::jsonb AS new FROM old_rows o OFFSET 0' END;
    events    bigint;
    digest    bytea;
    ids       bigint[];
BEGIN
    -- In this order everywhere, so that nobody who takes a part away waits for somebody who waits for them.
    LOCK TABLE ONLY operation, ONLY audit_statement IN ROW EXCLUSIVE MODE;
    statement := nextval('audit_statement_id_seq');
    EXECUTE format($book$
        WITH changed AS (%s), event AS (
            INSERT INTO audit_event (statement_id, ordinal, entity, entity_id, license_id, member_id, old, new)
            SELECT $1, row_number() OVER (), $2, id,
                   CASE $2 WHEN 'license' THEN id ELSE (coalesce(new, old)->>'license_id')::bigint END,
                   CASE $2 WHEN 'member' THEN id ELSE (coalesce(new, old)->>'member_id')::bigint END, old, new
            FROM changed
            RETURNING ordinal, entity_id, sha256(convert_to(concat_ws(chr(31), ordinal, entity, entity_id,
                coalesce(license_id::text, '-'), coalesce(member_id::text, '-'), coalesce(old::text, '-'), coalesce(new::text, '-')),
                'UTF8')) AS digest)
        SELECT count(*), sha256(string_agg(digest, ''::bytea ORDER BY ordinal)), (array_agg(entity_id))[1:101]
        FROM event $book$, changed)
    INTO events, digest, ids USING statement, TG_TABLE_NAME::text, coalesce(TG_ARGV, '{}');
    IF events > 0 THEN
        PERFORM book_statement(statement, TG_TABLE_NAME, lower(TG_OP), events, digest, ids);
    END IF;
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION link_bare_operation() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
DECLARE
    -- The page is not turned while somebody has written: what this transaction wrote is in the part of now.
    part bigint := (SELECT last_value / 1000000000 * 1000000000 FROM audit_statement_id_seq);
BEGIN
    IF NOT EXISTS (SELECT FROM audit_statement WHERE operation_id = NEW.id AND id >= part) THEN
        INSERT INTO audit_statement (operation_id, entity, action, event_count, events_digest)
        VALUES (NEW.id, 'operation', 'none', 0, sha256(''));
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION turn_audit_month() RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = seatledger, pg_temp SET lock_timeout = '1s' AS $$
DECLARE
    this_month date := date_trunc('month', clock_timestamp() AT TIME ZONE 'UTC')::date;
    missing    date[];
BEGIN
    missing := ARRAY(SELECT m::date FROM generate_series(this_month, this_month + interval '2 months', interval '1 month') m
                     WHERE to_regclass('audit_link' || to_char(m, '_YYYY_MM')) IS NULL ORDER BY m);
    IF cardinality(missing) = 0 AND (SELECT last_value FROM audit_statement_id_seq) >= audit_month_start(this_month) THEN
        RETURN false;
    END IF;
    IF pg_is_in_recovery() OR current_setting('transaction_read_only')::boolean OR pg_current_xact_id_if_assigned() IS NOT NULL
       OR NOT pg_try_advisory_xact_lock(hashtext('seatledger.audit_month')) THEN
        RETURN false;
    END IF;
    IF cardinality(missing) > 0 THEN
        -- Without the page, whose lock would wait for whoever waits for the parts.
        FOREACH this_month IN ARRAY missing LOOP
            PERFORM make_audit_month(this_month, audit_month_start(this_month));
        END LOOP;
        RETURN true;
    END IF;
    LOCK TABLE ONLY audit_statement IN SHARE MODE;
    PERFORM setval('audit_statement_id_seq', audit_month_start(this_month));
    RETURN true;
EXCEPTION WHEN lock_not_available OR deadlock_detected OR duplicate_table THEN
    RETURN false;
END $$;
COMMENT ON FUNCTION turn_audit_month() IS 'Makes the parts of the audit for this month and the two after, or begins this month''s; whether it did something, and is to be called once more. Waits a second at most for those who write, and leaves it to the next call.';

-- --------------------------------------------------------------------------------------------------------- archives

CREATE TABLE audit_archive (
    id                bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    part              text NOT NULL UNIQUE CHECK (part ~ '^(past|\d{4}_\d\d)$'),
    first_position    bigint NOT NULL CHECK (first_position > 0),
    last_position     bigint NOT NULL CHECK (last_position >= first_position),
    previous_hash     bytea NOT NULL CHECK (length(previous_hash) = 32),
    last_hash         bytea NOT NULL CHECK (length(last_hash) = 32),
    events            bigint NOT NULL CHECK (events >= 0),
    first_at          timestamptz NOT NULL,
    last_at           timestamptz NOT NULL CHECK (last_at >= first_at),
    operations        int8multirange NOT NULL,
    operations_digest bytea NOT NULL CHECK (length(operations_digest) = 32),
    file              text NOT NULL CHECK (length(file) BETWEEN 1 AND 4000),
    bytes             bigint NOT NULL CHECK (bytes > 0),
    file_digest       bytea NOT NULL CHECK (length(file_digest) = 32),
    version           integer NOT NULL DEFAULT 1 CHECK (version > 0)
);
COMMENT ON TABLE  audit_archive IS 'Parts of the audit that were archived: what the file must be, and how the chain leads across. Written by archive_audit_part() alone.';
COMMENT ON COLUMN audit_archive.id IS 'Key.';
COMMENT ON COLUMN audit_archive.part IS 'The month, as in the names of its tables; past is what there was before months.';
COMMENT ON COLUMN audit_archive.first_position IS 'Its first link.';
COMMENT ON COLUMN audit_archive.last_position IS 'Its last link.';
COMMENT ON COLUMN audit_archive.previous_hash IS 'The hash before its first link.';
COMMENT ON COLUMN audit_archive.last_hash IS 'The hash of its last link.';
COMMENT ON COLUMN audit_archive.events IS 'How many changed rows it holds.';
COMMENT ON COLUMN audit_archive.first_at IS 'When its first statement ran.';
COMMENT ON COLUMN audit_archive.last_at IS 'When its last statement ran.';
COMMENT ON COLUMN audit_archive.operations IS 'The operations whose changes it holds; they themselves stay in the book.';
COMMENT ON COLUMN audit_archive.operations_digest IS 'SHA-256 over these operations as they stand in the book, see audit_operations_digest().';
COMMENT ON COLUMN audit_archive.file IS 'The file''s name when it was written.';
COMMENT ON COLUMN audit_archive.bytes IS 'Its size.';
COMMENT ON COLUMN audit_archive.file_digest IS 'Its SHA-256.';
COMMENT ON COLUMN audit_archive.version IS 'Always 1.';
SELECT keep_book_of('audit_archive');
CREATE TRIGGER refuse_change BEFORE UPDATE ON audit_archive FOR EACH STATEMENT EXECUTE FUNCTION refuse_statement();
CREATE TRIGGER check_token_scope BEFORE INSERT OR UPDATE OR DELETE ON audit_archive
    FOR EACH STATEMENT EXECUTE FUNCTION check_token_scope('{administer}');
CREATE TRIGGER refuse_found_backup BEFORE DELETE ON audit_archive FOR EACH ROW EXECUTE FUNCTION refuse_found_backup();
ALTER TABLE audit_archive ENABLE ROW LEVEL SECURITY;
CREATE POLICY select_administrator_auditor ON audit_archive FOR SELECT TO seatledger_administrator, seatledger_auditor USING (true);
GRANT SELECT ON audit_archive TO seatledger_administrator, seatledger_manager, seatledger_staff, seatledger_auditor, seatledger_member;

CREATE OR REPLACE FUNCTION refuse_found_backup() RETURNS trigger
LANGUAGE plpgsql SET search_path = seatledger, pg_temp AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'SL007',
        MESSAGE = CASE TG_TABLE_NAME WHEN 'audit_archive' THEN 'that a part of the audit was archived has happened; it cannot be undone'
                                     ELSE 'that a backup was verified or restored has happened; it cannot be undone' END,
        DETAIL = jsonb_build_object('reason', 'not_undoable')::text;
END $$;

CREATE FUNCTION audit_operations_digest(operations int8multirange) RETURNS bytea
LANGUAGE sql STABLE SET search_path = seatledger, pg_temp AS $$
    SELECT sha256(coalesce(string_agg(sha256(convert_to(jsonb_build_array(o.id, o.kind, o.summary, o.reason, o.actor, o.login, o.source,
               extract(epoch FROM o.started_at), o.undoes_id, host(o.address))::text, 'UTF8')), ''::bytea ORDER BY o.id), ''))
    FROM unnest(operations) r JOIN operation o ON o.id >= lower(r) AND o.id < upper(r)
$$;
COMMENT ON FUNCTION audit_operations_digest IS 'SHA-256 over operations, all that the chain covers of them.';

CREATE FUNCTION audit_parts() RETURNS TABLE (part text, first_id bigint, next_id bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
    SELECT substr(c.relname, 12), coalesce((regexp_match(b.bound, 'FROM \(''(-?\d+)''\)'))[1]::bigint, 0),
           (regexp_match(b.bound, 'TO \(''(\d+)''\)'))[1]::bigint
    FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid, LATERAL (SELECT pg_get_expr(c.relpartbound, c.oid) AS bound) b
    WHERE i.inhparent = 'audit_link'::regclass ORDER BY 3
$$;
COMMENT ON FUNCTION audit_parts() IS 'The parts of the audit that are in the book, oldest first, and which statement ids are theirs.';

CREATE FUNCTION audit_months_kept() RETURNS integer
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
    SELECT coalesce((SELECT value::integer FROM setting WHERE name = 'audit_months'), 24)
$$;
COMMENT ON FUNCTION audit_months_kept() IS 'How many whole months the audit stays in the book before a part may be archived.';

CREATE FUNCTION refuse_archive(reason text, message text, part text) RETURNS void
LANGUAGE plpgsql SET search_path = seatledger, pg_temp AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'SL007', MESSAGE = message, DETAIL = jsonb_build_object('reason', reason, 'part', part)::text;
END $$;
COMMENT ON FUNCTION refuse_archive IS 'Says why a part of the audit stays.';

CREATE FUNCTION check_audit_part(part text) RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
DECLARE
    months integer := audit_months_kept();
    newest timestamptz;
    found  record;
BEGIN
    -- A month in which nothing was written goes with the one after.
    SELECT * INTO found FROM audit_parts() p
    WHERE EXISTS (SELECT FROM audit_statement s WHERE s.id >= p.first_id AND s.id < p.next_id) ORDER BY p.next_id LIMIT 1;
    IF found.part IS DISTINCT FROM check_audit_part.part THEN
        PERFORM refuse_archive('not_the_oldest', format('the audit''s oldest part is %s: parts are archived in their order', found.part), part);
    END IF;
    SELECT max(s.at) INTO newest FROM audit_statement s WHERE s.id < found.next_id;
    IF (SELECT last_value FROM audit_statement_id_seq) < found.next_id
       OR newest >= (date_trunc('month', clock_timestamp() AT TIME ZONE 'UTC') - make_interval(months => months)) AT TIME ZONE 'UTC' THEN
        PERFORM refuse_archive('too_young', format('the part %s of the audit is not older than the %s months that are kept', part, months), part);
    END IF;
END $$;
COMMENT ON FUNCTION check_audit_part IS 'Refuses to archive a part that is not the oldest, is being written, or is not older than the months that are kept.';

CREATE FUNCTION archive_audit_part(part text, file text, bytes bigint, file_digest bytea, links bigint, events bigint,
                                   last_hash bytea, source text, actor text) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = seatledger, pg_temp SET lock_timeout = '5s' AS $$
DECLARE
    past_id bigint;
    a       audit_archive;
    target  text;
    counted bigint;
    booked  bigint;
BEGIN
    LOCK TABLE ONLY operation, ONLY audit_statement IN ACCESS EXCLUSIVE MODE;
    PERFORM check_audit_part(part);
    SELECT p.next_id INTO past_id FROM audit_parts() p WHERE p.part = archive_audit_part.part;
    SELECT count(*), min(k.position), max(k.position) INTO counted, a.first_position, a.last_position
    FROM audit_link k WHERE k.statement_id < past_id;
    SELECT k.hash INTO a.last_hash FROM audit_link k WHERE k.position = a.last_position AND k.statement_id < past_id;
    SELECT min(s.at), max(s.at), coalesce(sum(s.event_count), 0), coalesce(range_agg(int8range(s.operation_id, s.operation_id, '[]')), '{}')
    INTO a.first_at, a.last_at, a.events, a.operations FROM audit_statement s WHERE s.id < past_id;
    SELECT coalesce(max(x.last_position), 0) INTO booked FROM audit_archive x;
    a.previous_hash := coalesce((SELECT x.last_hash FROM audit_archive x WHERE x.last_position = booked), sha256('Seatledger'));
    IF counted = 0 OR a.first_position <> booked + 1 OR a.last_position <> booked + counted OR counted <> links OR a.events <> events
       OR a.last_hash IS DISTINCT FROM archive_audit_part.last_hash THEN
        PERFORM refuse_archive('file_differs', format('the file does not hold the part %s of the audit as it is in the book', part), part);
    END IF;
    -- Before the row of the archive is written: a table with triggers still to fire cannot be taken apart.
    FOR target IN SELECT t || '_' || p.part FROM audit_parts() p, unnest(ARRAY['audit_event', 'audit_link', 'audit_statement']) t
                  WHERE p.next_id <= past_id LOOP
        EXECUTE format('ALTER TABLE %I DETACH PARTITION %I', substring(target FROM '^audit_[a-z]+?(?=_(?:past|\d))'), target);
        EXECUTE format('DROP TABLE %I', target);
    END LOOP;
    booked := begin_operation('archive_audit', format('The audit up to %s was archived: %s operations',
        to_char(a.last_at AT TIME ZONE 'UTC', 'YYYY-MM-DD'),
        (SELECT sum(upper(r) - lower(r)) FROM unnest(a.operations) r)), source, actor);
    INSERT INTO audit_archive (part, first_position, last_position, previous_hash, last_hash, events, first_at, last_at,
                               operations, operations_digest, file, bytes, file_digest)
    VALUES (part, a.first_position, a.last_position, a.previous_hash, a.last_hash, events, a.first_at, a.last_at,
            a.operations, audit_operations_digest(a.operations), file, bytes, file_digest);
    RETURN booked;
END $$;
COMMENT ON FUNCTION archive_audit_part IS 'Lets the oldest part of the audit go, which stands in a file that was verified, and says so in the chain. Returns the operation.';

CREATE FUNCTION refuse_archived_undo() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
DECLARE
    archive text := (SELECT a.file FROM audit_archive a WHERE a.operations @> NEW.undoes_id);
BEGIN
    IF archive IS NOT NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'SL007',
            MESSAGE = format('operation %s cannot be undone: what it changed was archived (%s) and is no longer in the book', NEW.undoes_id, archive),
            DETAIL = jsonb_build_object('reason', 'archived', 'operation', NEW.undoes_id)::text;
    END IF;
    RETURN NEW;
END $$;
COMMENT ON FUNCTION refuse_archived_undo() IS 'What is no longer in the audit cannot be taken back by it.';
CREATE TRIGGER refuse_archived_undo BEFORE INSERT ON operation
    FOR EACH ROW WHEN (NEW.undoes_id IS NOT NULL) EXECUTE FUNCTION refuse_archived_undo();

-- A backup from before an archived month ends within the archive, whose last hash is all that is left of its links.
CREATE OR REPLACE FUNCTION check_backup_record() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
BEGIN
    IF NEW.audit_position > 0 AND NOT EXISTS (SELECT FROM audit_link k WHERE k.position = NEW.audit_position AND k.hash = NEW.audit_head)
       AND NOT EXISTS (SELECT FROM audit_archive a WHERE a.last_position = NEW.audit_position AND a.last_hash = NEW.audit_head) THEN
        RAISE EXCEPTION USING ERRCODE = 'SL007', MESSAGE = 'the backup is not one of this book: its audit chain does not lead through where the backup ends',
            DETAIL = jsonb_build_object('reason', 'other_book', 'backup', NEW.backup)::text;
    END IF;
    NEW.happened_at := clock_timestamp();
    RETURN NEW;
END $$;

-- --------------------------------------------------------------------------------------------------------- settings

CREATE FUNCTION check_audit_months() RETURNS trigger
LANGUAGE plpgsql SET search_path = seatledger, pg_temp AS $$
BEGIN
    IF NEW.value !~ '^[1-9]\d{0,3}$' THEN
        RAISE EXCEPTION USING ERRCODE = '22023', MESSAGE = format('"%s" is no number of months from 1 to 9999', NEW.value),
            DETAIL = jsonb_build_object('field', 'audit_months', 'value', NEW.value)::text;
    END IF;
    RETURN NEW;
END $$;
COMMENT ON FUNCTION check_audit_months() IS 'How long the audit is kept is a number of months.';
CREATE TRIGGER check_audit_months BEFORE INSERT OR UPDATE ON setting
    FOR EACH ROW WHEN (NEW.name = 'audit_months') EXECUTE FUNCTION check_audit_months();
CREATE POLICY insert_audit_months ON setting FOR INSERT TO seatledger_administrator WITH CHECK (name = 'audit_months');

-- --------------------------------------------------------------------------------------------------- security facts

CREATE OR REPLACE FUNCTION security_facts() RETURNS TABLE (object text, fact text)
LANGUAGE sql STABLE SET search_path = seatledger, pg_temp AS $$
    WITH relation AS (
        -- What is true of one part of the audit is true of all, however many months there are.
        SELECT c.oid, CASE WHEN relispartition THEN regexp_replace(relname, '_(past|\d{4}_\d\d)$', ' part') ELSE relname END AS relname,
               relkind, relacl, relowner, relrowsecurity, reloptions
        FROM pg_class c WHERE relnamespace = 'seatledger'::regnamespace AND relkind IN ('r', 'p', 'v', 'S')
    ), granted AS (
        SELECT 'relation ' || c.relname AS object, a.grantee, a.privilege_type
        FROM relation c, aclexplode(c.relacl) a WHERE a.grantee <> c.relowner
        UNION ALL
        SELECT format('column %s.%s', c.relname, t.attname), a.grantee, a.privilege_type
        FROM relation c JOIN pg_attribute t ON t.attrelid = c.oid AND NOT t.attisdropped, aclexplode(t.attacl) a WHERE a.grantee <> c.relowner
        UNION ALL
        SELECT 'function ' || p.oid::regprocedure, a.grantee, a.privilege_type
        FROM pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
        WHERE p.pronamespace = 'seatledger'::regnamespace AND a.grantee <> p.proowner
        UNION ALL
        SELECT 'schema', a.grantee, a.privilege_type FROM pg_namespace n, aclexplode(n.nspacl) a
        WHERE n.nspname = 'seatledger' AND a.grantee <> n.nspowner
    )
    SELECT object, format('%s to %s', lower(privilege_type), CASE grantee WHEN 0 THEN 'public' ELSE grantee::regrole::text END) FROM granted
    UNION ALL
    SELECT 'relation ' || relname, CASE WHEN relrowsecurity THEN 'row security on' ELSE 'row security off' END
    FROM relation WHERE relkind IN ('r', 'p')
    UNION ALL
    SELECT 'relation ' || relname, 'owner is not the owner of the book'
    FROM relation WHERE relowner <> (SELECT nspowner FROM pg_namespace WHERE nspname = 'seatledger')
    UNION ALL
    SELECT 'relation ' || relname, 'options ' || reloptions::text FROM relation WHERE relkind = 'v'
    UNION ALL
    SELECT format('policy %s on %s', policyname, tablename),
           format('%s %s to %s using %s check %s', permissive, cmd, roles, coalesce(qual, '-'), coalesce(with_check, '-'))
    FROM pg_policies WHERE schemaname = 'seatledger'
    UNION ALL
    SELECT 'function ' || p.oid::regprocedure, format('%s%s, settings %s, source %s', CASE WHEN prosecdef THEN 'definer' ELSE 'invoker' END,
           CASE WHEN p.proowner <> n.nspowner THEN ', of another owner' ELSE '' END, coalesce(proconfig::text, 'none'),
           md5(coalesce(pg_get_function_sqlbody(p.oid), prosrc)))
    FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE nspname = 'seatledger'
    UNION ALL
    SELECT format('trigger %s on %s', t.tgname, c.relname), CASE t.tgenabled WHEN 'O' THEN 'enabled' ELSE 'not enabled' END
    FROM pg_trigger t JOIN relation c ON c.oid = t.tgrelid WHERE NOT t.tgisinternal
    UNION ALL
    SELECT 'role ' || rolname, concat_ws(', ', CASE WHEN rolcanlogin THEN 'signs in' END, CASE WHEN rolsuper THEN 'superuser' END,
           CASE WHEN rolcreaterole THEN 'makes roles' END, CASE WHEN rolcreatedb THEN 'makes databases' END,
           CASE WHEN rolbypassrls THEN 'bypasses row security' END, CASE WHEN rolinherit THEN 'inherits' END)
    FROM pg_roles WHERE rolname IN (SELECT unnest(group_roles()))
    UNION ALL
    SELECT 'role ' || m.member::regrole, 'member of ' || m.roleid::regrole
    FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.member
    WHERE r.rolname IN (SELECT unnest(group_roles())) AND r.rolname <> 'seatledger_server'
$$;

REVOKE EXECUTE ON FUNCTION audit_month_start, make_audit_month, turn_audit_month, audit_operations_digest, audit_parts, audit_months_kept,
    refuse_archive, check_audit_part, archive_audit_part, refuse_archived_undo, check_audit_months FROM PUBLIC;
GRANT EXECUTE ON FUNCTION turn_audit_month
    TO seatledger_administrator, seatledger_manager, seatledger_staff, seatledger_auditor, seatledger_member, seatledger_server;
GRANT EXECUTE ON FUNCTION audit_parts, audit_months_kept TO seatledger_administrator, seatledger_auditor;
GRANT EXECUTE ON FUNCTION check_audit_part, archive_audit_part TO seatledger_administrator;
SELECT record_security_baseline();
