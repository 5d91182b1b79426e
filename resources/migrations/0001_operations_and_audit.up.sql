-- SPDX-License-Identifier: GPL-3.0-or-later
-- The ground everything stands on: the calendar, settings, operations and the audit chain.

SET LOCAL search_path = seatledger, public;

CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA public;
CREATE EXTENSION IF NOT EXISTS btree_gist SCHEMA public;

-- ---------------------------------------------------------------------------------------- settings and days

CREATE TABLE setting (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name    text NOT NULL UNIQUE CHECK (name ~ '^[a-z][a-z0-9_]{0,62}$'),
    value   text NOT NULL CHECK (length(value) <= 10000),
    note    text NOT NULL DEFAULT '' CHECK (length(note) <= 2000),
    version integer NOT NULL DEFAULT 1 CHECK (version > 0)
);
COMMENT ON TABLE  setting IS 'What the organisation decided once for everybody.';
COMMENT ON COLUMN setting.id IS 'Key.';
COMMENT ON COLUMN setting.name IS 'Which setting, in snake_case.';
COMMENT ON COLUMN setting.value IS 'Its value as text.';
COMMENT ON COLUMN setting.note IS 'What it is for.';
COMMENT ON COLUMN setting.version IS 'Counts the edits; an update names the version it read.';

CREATE TABLE clock (
    only_row  boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    day_shift integer NOT NULL DEFAULT 0 CHECK (day_shift BETWEEN -36500 AND 36500)
);
COMMENT ON TABLE  clock IS 'Moves the book''s day for rehearsals and sample data. Zero in every real book; only the schema''s owner may write it, and doctor reports anything else.';
COMMENT ON COLUMN clock.only_row IS 'Keeps the table at one row.';
COMMENT ON COLUMN clock.day_shift IS 'Days added to the real day.';
INSERT INTO clock DEFAULT VALUES;

CREATE FUNCTION today() RETURNS date
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = seatledger, pg_temp
BEGIN ATOMIC
    SELECT (now() AT TIME ZONE (SELECT value FROM setting WHERE name = 'time_zone'))::date
           + (SELECT day_shift FROM clock);
END;
COMMENT ON FUNCTION today() IS 'The organisation''s day, in its own time zone, fixed for the whole transaction.';

CREATE FUNCTION check_setting() RETURNS trigger
LANGUAGE plpgsql SET search_path = seatledger, pg_temp AS $$
BEGIN
    IF NEW.name = 'time_zone' AND NOT EXISTS (SELECT FROM pg_timezone_names WHERE name = NEW.value) THEN
        RAISE EXCEPTION USING ERRCODE = '22023',
            MESSAGE = format('"%s" is not a time zone; use a name such as Europe/Berlin', NEW.value),
            DETAIL = jsonb_build_object('field', 'time_zone', 'value', NEW.value)::text;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER check_setting BEFORE INSERT OR UPDATE ON setting
    FOR EACH ROW EXECUTE FUNCTION check_setting();

-- ------------------------------------------------------------------------------------------------ operations

CREATE TABLE operation (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind           text NOT NULL CHECK (kind ~ '^[a-z][a-z_]{1,39}$'),
    summary        text NOT NULL CHECK (length(summary) BETWEEN 1 AND 1000),
    reason         text CHECK (length(reason) <= 2000),
    actor          text NOT NULL CHECK (length(actor) BETWEEN 1 AND 200),
    login          text NOT NULL DEFAULT session_user,
    source         text NOT NULL CHECK (source IN ('window', 'api', 'command', 'import', 'job', 'sql')),
    started_at     timestamptz NOT NULL DEFAULT now(),
    undoes_id      bigint UNIQUE REFERENCES operation,
    transaction_id xid8 NOT NULL DEFAULT pg_current_xact_id()
);
COMMENT ON TABLE  operation IS 'What was done as one: planned, applied whole, undone whole.';
COMMENT ON COLUMN operation.id IS 'Key, growing with time.';
COMMENT ON COLUMN operation.kind IS 'What was done: assign, revoke, suspend, renew, ...; direct for plain SQL.';
COMMENT ON COLUMN operation.summary IS 'One sentence for the history.';
COMMENT ON COLUMN operation.reason IS 'Why, in the words of the person who did it.';
COMMENT ON COLUMN operation.actor IS 'Who did it, as known to the front end.';
COMMENT ON COLUMN operation.login IS 'The PostgreSQL login it came through; cannot be chosen.';
COMMENT ON COLUMN operation.source IS 'Through what: window, api, command, import, job or sql.';
COMMENT ON COLUMN operation.started_at IS 'When.';
COMMENT ON COLUMN operation.undoes_id IS 'The operation that this one took back; each can be taken back once.';
COMMENT ON COLUMN operation.transaction_id IS 'The transaction it belongs to: no later change can be booked on it.';

CREATE FUNCTION begin_operation(
    kind text, summary text, source text DEFAULT 'sql', actor text DEFAULT NULL,
    reason text DEFAULT NULL, undoes bigint DEFAULT NULL) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
DECLARE
    new_id bigint;
BEGIN
    INSERT INTO operation (kind, summary, source, actor, reason, undoes_id)
    VALUES (kind, summary, source, coalesce(nullif(actor, ''), session_user), nullif(reason, ''), undoes)
    RETURNING id INTO new_id;
    PERFORM set_config('seatledger.operation', new_id::text, true);
    RETURN new_id;
END $$;
COMMENT ON FUNCTION begin_operation IS 'Opens the operation that the changes of this transaction are booked on, and returns its id.';

CREATE FUNCTION current_operation() RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
DECLARE
    named text := current_setting('seatledger.operation', true);
BEGIN
    IF named ~ '^\d{1,18}$' AND EXISTS (
        SELECT FROM operation WHERE id = named::bigint AND transaction_id = pg_current_xact_id()) THEN
        RETURN named::bigint;
    END IF;
    RETURN begin_operation('direct', 'Changed by SQL as ' || session_user);
END $$;
COMMENT ON FUNCTION current_operation() IS 'The operation of this transaction; plain SQL that named none gets one of its own.';

CREATE FUNCTION undone_operation() RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
    SELECT undoes_id FROM operation
    WHERE id = CASE WHEN current_setting('seatledger.operation', true) ~ '^\d{1,18}$'
                    THEN current_setting('seatledger.operation', true)::bigint END
      AND transaction_id = pg_current_xact_id()
$$;
COMMENT ON FUNCTION undone_operation() IS 'The operation that the current one takes back, or null.';

-- ------------------------------------------------------------------------------------------------------ audit

CREATE TABLE audit_statement (
    id            bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    operation_id  bigint NOT NULL REFERENCES operation,
    at            timestamptz NOT NULL DEFAULT clock_timestamp(),
    entity        text NOT NULL,
    action        text NOT NULL CHECK (action IN ('insert', 'update', 'delete')),
    event_count   integer NOT NULL CHECK (event_count > 0),
    events_digest bytea NOT NULL CHECK (length(events_digest) = 32)
);
COMMENT ON TABLE  audit_statement IS 'One statement that changed rows; what the chain links.';
COMMENT ON COLUMN audit_statement.id IS 'Key; gaps are rolled back transactions.';
COMMENT ON COLUMN audit_statement.operation_id IS 'The operation it belongs to: who, through what, why.';
COMMENT ON COLUMN audit_statement.at IS 'When the statement ran.';
COMMENT ON COLUMN audit_statement.entity IS 'The table it changed.';
COMMENT ON COLUMN audit_statement.action IS 'insert, update or delete.';
COMMENT ON COLUMN audit_statement.event_count IS 'How many rows it changed.';
COMMENT ON COLUMN audit_statement.events_digest IS 'SHA-256 over the digests of its events, in order.';
CREATE INDEX audit_statement_operation ON audit_statement (operation_id);

CREATE TABLE audit_event (
    statement_id bigint  NOT NULL,
    ordinal      integer NOT NULL CHECK (ordinal > 0),
    entity       text    NOT NULL,
    entity_id    bigint  NOT NULL,
    license_id   bigint,
    member_id    bigint,
    old          jsonb,
    new          jsonb,
    PRIMARY KEY (statement_id, ordinal),
    CHECK (old IS NOT NULL OR new IS NOT NULL)
);
COMMENT ON TABLE  audit_event IS 'One changed row with its old and new values. No foreign key to its statement: a check per row would cost more than the row; the chain shows an orphan.';
COMMENT ON COLUMN audit_event.statement_id IS 'The statement that changed it.';
COMMENT ON COLUMN audit_event.ordinal IS 'Its place within the statement, from 1.';
COMMENT ON COLUMN audit_event.entity IS 'The table.';
COMMENT ON COLUMN audit_event.entity_id IS 'The row''s id.';
COMMENT ON COLUMN audit_event.license_id IS 'The licence it is about, for the licence''s history.';
COMMENT ON COLUMN audit_event.member_id IS 'The member it is about, for the member''s history.';
COMMENT ON COLUMN audit_event.old IS 'The row before, secrets left out; null for an insert.';
COMMENT ON COLUMN audit_event.new IS 'The row after, secrets left out; null for a delete.';
CREATE INDEX audit_event_entity  ON audit_event (entity, entity_id, statement_id);
CREATE INDEX audit_event_license ON audit_event (license_id, statement_id) WHERE license_id IS NOT NULL;
CREATE INDEX audit_event_member  ON audit_event (member_id, statement_id) WHERE member_id IS NOT NULL;

CREATE TABLE audit_link (
    position     bigint PRIMARY KEY CHECK (position > 0),
    statement_id bigint NOT NULL UNIQUE REFERENCES audit_statement,
    hash         bytea  NOT NULL CHECK (length(hash) = 32)
);
COMMENT ON TABLE  audit_link IS 'The chain: each link''s hash covers the one before, the statement and its operation.';
COMMENT ON COLUMN audit_link.position IS 'Its place in the chain, from 1 without a gap, in the order of commit.';
COMMENT ON COLUMN audit_link.statement_id IS 'The statement it links.';
COMMENT ON COLUMN audit_link.hash IS 'SHA-256, see audit_link_hash().';

CREATE TABLE audit_head (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    position bigint NOT NULL DEFAULT 0,
    hash     bytea  NOT NULL DEFAULT sha256('Seatledger'::bytea)
);
COMMENT ON TABLE  audit_head IS 'Where the chain ends now. Its row lock puts commits in order.';
COMMENT ON COLUMN audit_head.only_row IS 'Keeps the table at one row.';
COMMENT ON COLUMN audit_head.position IS 'The last link''s position; 0 before the first.';
COMMENT ON COLUMN audit_head.hash IS 'The last link''s hash; printed in reports and backup manifests.';
INSERT INTO audit_head DEFAULT VALUES;

-- The unit separator cannot occur unescaped in JSON text nor in the fixed words around it.
CREATE FUNCTION audit_event_digest(e audit_event) RETURNS bytea
LANGUAGE sql STABLE AS $$
    SELECT sha256(convert_to(concat_ws(chr(31), e.ordinal, e.entity, e.entity_id,
        coalesce(e.license_id::text, '-'), coalesce(e.member_id::text, '-'),
        coalesce(e.old::text, '-'), coalesce(e.new::text, '-')), 'UTF8'))
$$;
COMMENT ON FUNCTION audit_event_digest IS 'SHA-256 of one event, all its columns.';

CREATE FUNCTION audit_link_hash(previous bytea, link_position bigint, s audit_statement, o operation) RETURNS bytea
LANGUAGE sql STABLE AS $$
    SELECT sha256(previous || convert_to(jsonb_build_array(
        link_position, s.id, extract(epoch FROM s.at), s.entity, s.action, s.event_count, encode(s.events_digest, 'hex'),
        o.id, o.kind, o.summary, o.reason, o.actor, o.login, o.source, extract(epoch FROM o.started_at), o.undoes_id
        )::text, 'UTF8'))
$$;
COMMENT ON FUNCTION audit_link_hash IS 'SHA-256 of one link: the hash before it, its position, the statement and the operation.';

CREATE FUNCTION link_statement() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
DECLARE
    booked operation;
    head   audit_head;
BEGIN
    SELECT * INTO booked FROM operation WHERE id = NEW.operation_id;
    UPDATE audit_head
    SET position = position + 1, hash = audit_link_hash(hash, position + 1, NEW, booked)
    RETURNING * INTO head;
    INSERT INTO audit_link (position, statement_id, hash) VALUES (head.position, NEW.id, head.hash);
    RETURN NULL;
END $$;
COMMENT ON FUNCTION link_statement() IS 'Runs at commit, so that the head''s lock is the last a transaction takes: short, and in no deadlock.';
CREATE CONSTRAINT TRIGGER link_statement AFTER INSERT ON audit_statement
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION link_statement();

CREATE FUNCTION book_statement(
    statement bigint, entity text, action text, event_count bigint, digest bytea, ids bigint[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
BEGIN
    INSERT INTO audit_statement (id, operation_id, entity, action, event_count, events_digest)
    VALUES (statement, current_operation(), entity, action, event_count, digest);
    PERFORM pg_notify('seatledger_changed', jsonb_build_object('entity', entity, 'ids',
        CASE WHEN cardinality(ids) <= 100 THEN to_jsonb(ids) END)::text);
END $$;
COMMENT ON FUNCTION book_statement IS 'Books one statement of the current operation and tells the listeners; only the audit triggers call it.';

CREATE FUNCTION audit() RETURNS trigger
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
COMMENT ON FUNCTION audit() IS 'Books the rows that a statement changed. The trigger''s arguments are columns that stay out of the audit.';

-- ------------------------------------------------------------------------------------------------ row guards

CREATE FUNCTION refuse_statement() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    -- The book's own triggers run nested; a statement that somebody typed does not.
    IF pg_trigger_depth() > 1 AND TG_OP <> 'TRUNCATE' THEN
        RETURN NULL;
    END IF;
    IF TG_OP = 'TRUNCATE' THEN
        RAISE EXCEPTION USING ERRCODE = 'SL008',
            MESSAGE = format('%s cannot be emptied: somebody may ask about what it holds', TG_TABLE_NAME),
            DETAIL = jsonb_build_object('reason', 'never_deleted', 'entity', TG_TABLE_NAME)::text;
    END IF;
    RAISE EXCEPTION USING ERRCODE = 'SL010',
        MESSAGE = format('%s of %s is not possible: the book writes it by itself', lower(TG_OP), TG_TABLE_NAME),
        DETAIL = jsonb_build_object('reason', 'written_by_the_book', 'table', TG_TABLE_NAME)::text;
END $$;
COMMENT ON FUNCTION refuse_statement() IS 'Keeps hands off tables that only triggers write.';

CREATE TRIGGER refuse_write BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON audit_statement
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_statement();
CREATE TRIGGER refuse_write BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON audit_event
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_statement();
CREATE TRIGGER refuse_write BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON audit_link
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_statement();
CREATE TRIGGER refuse_write BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON audit_head
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_statement();
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON operation
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_statement();

CREATE FUNCTION next_version() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.id <> OLD.id THEN
        RAISE EXCEPTION USING ERRCODE = 'SL010',
            MESSAGE = format('the id of a %s cannot change', TG_TABLE_NAME),
            DETAIL = jsonb_build_object('reason', 'id_fixed', 'id', OLD.id)::text;
    END IF;
    NEW.version := OLD.version + 1;
    RETURN NEW;
END $$;
COMMENT ON FUNCTION next_version() IS 'Counts a row''s version up by one on every update, whatever was written.';

CREATE FUNCTION refuse_delete() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM audit_event e JOIN audit_statement s ON s.id = e.statement_id
               WHERE s.operation_id = undone_operation() AND s.action = 'insert'
                 AND e.entity = TG_TABLE_NAME AND e.entity_id = OLD.id) THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION USING ERRCODE = 'SL008',
        MESSAGE = format('%s %s cannot be deleted: somebody may ask about it; end, retire or cancel it instead',
                         TG_TABLE_NAME, OLD.id),
        DETAIL = jsonb_build_object('reason', 'never_deleted', 'entity', TG_TABLE_NAME, 'id', OLD.id)::text;
END $$;
COMMENT ON FUNCTION refuse_delete() IS 'Lets a row go only when the operation that created it is taken back.';

CREATE FUNCTION keep_book_of(target regclass, VARIADIC left_out text[] DEFAULT '{}') RETURNS void
LANGUAGE plpgsql SET search_path = seatledger, pg_temp AS $$
DECLARE
    arguments text := (SELECT coalesce(string_agg(quote_literal(c), ', '), '') FROM unnest(left_out) c);
BEGIN
    EXECUTE format('CREATE TRIGGER audit_insert AFTER INSERT ON %s REFERENCING NEW TABLE AS new_rows '
                   'FOR EACH STATEMENT EXECUTE FUNCTION audit(%s)', target, arguments);
    EXECUTE format('CREATE TRIGGER audit_update AFTER UPDATE ON %s REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows '
                   'FOR EACH STATEMENT EXECUTE FUNCTION audit(%s)', target, arguments);
    EXECUTE format('CREATE TRIGGER audit_delete AFTER DELETE ON %s REFERENCING OLD TABLE AS old_rows '
                   'FOR EACH STATEMENT EXECUTE FUNCTION audit(%s)', target, arguments);
    EXECUTE format('CREATE TRIGGER next_version BEFORE UPDATE ON %s '
                   'FOR EACH ROW EXECUTE FUNCTION next_version()', target);
    EXECUTE format('CREATE TRIGGER refuse_delete BEFORE DELETE ON %s '
                   'FOR EACH ROW EXECUTE FUNCTION refuse_delete()', target);
    EXECUTE format('CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON %s '
                   'FOR EACH STATEMENT EXECUTE FUNCTION refuse_statement()', target);
END $$;
COMMENT ON FUNCTION keep_book_of IS 'Puts a table under the book: audit, versions, no deletion. Further arguments are columns that stay out of the audit.';

SELECT keep_book_of('setting');

SELECT begin_operation('install', 'The book was opened', 'job', 'seatledger');
INSERT INTO setting (name, value, note) VALUES
    ('organisation', 'My organisation', 'The name on reports.'),
    ('time_zone', 'UTC', 'In which a day begins and ends.'),
    ('currency', 'EUR', 'The currency that new prices start with.');
