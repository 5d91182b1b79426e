-- seatledger: expands
-- SPDX-License-Identifier: GPL-3.0-or-later
-- An operation says by which request it came through the server: the id in the server's log, in its answer, and in
-- application_name while the request is at work. The client may choose it, so it leads to the log and proves nothing: the chain
-- does not cover it, and it goes with this column.

SET LOCAL search_path = seatledger, public;

ALTER TABLE operation ADD COLUMN request text CHECK (length(request) BETWEEN 1 AND 63);
ALTER TABLE operation ALTER COLUMN request SET DEFAULT substring(current_setting('application_name') FROM '^seatledgerd (.+)$');
COMMENT ON COLUMN operation.request IS 'The id of the request to the server that it was done by; null for what came through anything else.';
CREATE INDEX operation_request ON operation (request) WHERE request IS NOT NULL;

CREATE FUNCTION shortages(OUT licenses bigint, OUT seats bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
    SELECT count(*), coalesce(sum(short), 0)::bigint FROM license_seats WHERE short > 0
$$;
COMMENT ON FUNCTION shortages IS 'How many licences have fewer seats than are held, and how many seats those lack; for who watches the server.';
REVOKE EXECUTE ON FUNCTION shortages FROM PUBLIC;
GRANT EXECUTE ON FUNCTION shortages TO seatledger_server;

SELECT record_security_baseline();
