-- SPDX-License-Identifier: GPL-3.0-or-later
SET LOCAL search_path = seatledger, public;

CREATE OR REPLACE FUNCTION audit() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
DECLARE
    statement bigint := nextval(pg_get_serial_sequence('audit_statement', 'id'));
    changed   text := CASE TG_OP
        WHEN 'INSERT' THEN 'SELECT id, NULL::jsonb AS old, to_jsonb(n) - $3 AS new FROM new_rows n'
        WHEN 'UPDATE' THEN 'SELECT * FROM (SELECT id, to_jsonb(o) - $3 AS old, to_jsonb(n) - $3 AS new FROM new_rows n JOIN old_rows o USING (id)'
                           ' OFFSET 0) c WHERE old <> new'
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

SELECT record_security_baseline();
