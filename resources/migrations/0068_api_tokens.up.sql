-- SPDX-License-Identifier: GPL-3.0-or-later
-- Tokens: whose they are, what they reach, and how the server acts for their owners.
--
-- The server signs in as nobody (seatledger_server). For each transaction it takes on the login of a token's owner by
-- SET LOCAL ROLE, so that grants and policies decide as for the person with psql, and nothing is left when it ends. What the
-- token leaves of the owner's permissions is in the transaction's settings; direct writes beyond it are refused here, too.

SET LOCAL search_path = seatledger, public;

ALTER TABLE api_token ADD CONSTRAINT api_token_scopes CHECK (
    scopes <@ ARRAY['read', 'report', 'audit', 'own', 'assign', 'members', 'catalogue', 'keys', 'undo', 'administer']
    AND array_position(scopes, NULL) IS NULL);
CREATE INDEX api_token_operator ON api_token (operator_id, id);

CREATE TABLE api_token_use (
    api_token_id bigint PRIMARY KEY REFERENCES api_token ON DELETE CASCADE,
    last_used_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE  api_token_use IS 'When tokens were last used, within ten minutes. Apart from api_token and not in the audit: using one is no change of the book.';
COMMENT ON COLUMN api_token_use.api_token_id IS 'Which token.';
COMMENT ON COLUMN api_token_use.last_used_at IS 'The last use that was noted.';

-- ------------------------------------------------------------------------------------------ who sees and makes them

REVOKE INSERT, UPDATE ON api_token FROM seatledger_administrator;
GRANT SELECT (id, operator_id, name, scopes, created_at, expires_at, revoked_at, version) ON api_token
    TO seatledger_manager, seatledger_staff, seatledger_auditor, seatledger_member, seatledger_manage_operators;
GRANT INSERT (operator_id, name, digest, scopes, expires_at), UPDATE (name, revoked_at) ON api_token
    TO seatledger_administrator, seatledger_manager, seatledger_staff, seatledger_auditor, seatledger_member, seatledger_manage_operators;
GRANT SELECT ON api_token_use
    TO seatledger_administrator, seatledger_manager, seatledger_staff, seatledger_auditor, seatledger_member, seatledger_manage_operators;

DO $$
DECLARE
    mine constant text := 'operator_id = (SELECT acting_operator())';
    own  constant text := 'seatledger_manager, seatledger_staff, seatledger_auditor, seatledger_member';
BEGIN
    EXECUTE format('CREATE POLICY select_own ON api_token FOR SELECT TO %s USING (%s)', own, mine);
    EXECUTE format('CREATE POLICY insert_own ON api_token FOR INSERT TO %s WITH CHECK (%s)', own, mine);
    EXECUTE format('CREATE POLICY update_own ON api_token FOR UPDATE TO %s USING (%s) WITH CHECK (%s)', own, mine, mine);
END $$;
CREATE POLICY select_manage_operators ON api_token FOR SELECT TO seatledger_manage_operators USING (true);
CREATE POLICY insert_manage_operators ON api_token FOR INSERT TO seatledger_manage_operators WITH CHECK (true);
CREATE POLICY update_manage_operators ON api_token FOR UPDATE TO seatledger_manage_operators USING (true) WITH CHECK (true);
ALTER TABLE api_token_use ENABLE ROW LEVEL SECURITY;
CREATE POLICY select_with_token ON api_token_use FOR SELECT
    TO seatledger_administrator, seatledger_manager, seatledger_staff, seatledger_auditor, seatledger_member, seatledger_manage_operators
    USING (EXISTS (SELECT FROM api_token t WHERE t.id = api_token_id));

CREATE FUNCTION token_scopes() RETURNS text[]
LANGUAGE plpgsql STABLE SET search_path = seatledger, pg_temp AS $$
BEGIN
    RETURN string_to_array(nullif(current_setting('seatledger.token_scopes', true), ''), ' ');
END $$;
COMMENT ON FUNCTION token_scopes() IS 'What the token that this transaction acts by leaves of its owner''s permissions; null without a token.';

CREATE FUNCTION check_api_token() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
DECLARE
    owner operator;
BEGIN
    SELECT * INTO owner FROM operator WHERE id = NEW.operator_id;
    IF TG_OP = 'UPDATE' AND (NEW.operator_id, NEW.digest, NEW.scopes, NEW.created_at, NEW.expires_at)
                            IS DISTINCT FROM (OLD.operator_id, OLD.digest, OLD.scopes, OLD.created_at, OLD.expires_at) THEN
        PERFORM refuse_operator('token_fixed', 'a token stays what it is; make another one', owner.login);
    ELSIF TG_OP = 'UPDATE' AND OLD.revoked_at IS NOT NULL AND NEW.revoked_at IS DISTINCT FROM OLD.revoked_at THEN
        PERFORM refuse_operator('token_revoked', 'a token that was revoked stays revoked; make another one', owner.login);
    ELSIF TG_OP = 'INSERT' AND NEW.expires_at > now() + interval '366 days' THEN
        PERFORM refuse_operator('token_too_long', 'a token lasts 366 days at most', owner.login);
    ELSIF TG_OP = 'INSERT' AND NOT NEW.scopes <@ token_scopes()
          OR owner.login <> acting_login() AND NOT (acting_has('seatledger_manage_operators') AND within_reach(owner)) THEN
        PERFORM refuse_operator('beyond_own_rights', 'a token reaches no further than who makes it', owner.login);
    END IF;
    RETURN NEW;
END $$;
COMMENT ON FUNCTION check_api_token() IS 'Tokens are made for oneself or within reach, never by a token for more than its own scopes; they change in name only and stay revoked.';
CREATE TRIGGER check_api_token BEFORE INSERT OR UPDATE ON api_token FOR EACH ROW EXECUTE FUNCTION check_api_token();

-- ------------------------------------------------------------------------------------------- acting for the owner

CREATE FUNCTION token_standing(token bigint, token_digest bytea)
RETURNS TABLE (id bigint, operator_id bigint, login text, display_name text, role text, member_id bigint, scopes text[],
               expires_at timestamptz, fault text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
BEGIN
    RETURN QUERY SELECT t.id, o.id, o.login, o.display_name, o.role, o.member_id, t.scopes, t.expires_at,
           CASE WHEN t.revoked_at IS NOT NULL THEN 'revoked' WHEN t.expires_at <= now() THEN 'expired'
                WHEN o.disabled_at IS NOT NULL THEN 'owner_disabled' END
    FROM api_token t JOIN operator o ON o.id = t.operator_id
    WHERE t.id = coalesce(token, (SELECT k.id FROM api_token k WHERE k.digest = token_digest));
END $$;
COMMENT ON FUNCTION token_standing IS 'A token by its key or its digest: whose it is, what it reaches, and why it is not valid, if it is not. For the server.';

CREATE FUNCTION note_token_use(token bigint) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
    INSERT INTO api_token_use (api_token_id) SELECT token
    WHERE NOT EXISTS (SELECT FROM api_token_use WHERE api_token_id = token AND last_used_at > now() - interval '10 minutes')
    ON CONFLICT (api_token_id) DO UPDATE SET last_used_at = greatest(api_token_use.last_used_at, excluded.last_used_at)
$$;
COMMENT ON FUNCTION note_token_use IS 'Writes down that a token is in use, every ten minutes at most.';

CREATE FUNCTION act_as_token(token bigint, only_reading boolean) RETURNS void
LANGUAGE plpgsql SET search_path = seatledger, pg_temp AS $$
DECLARE
    who record;
BEGIN
    SELECT * INTO who FROM token_standing(token, NULL);
    IF who.id IS NULL OR who.fault IS NOT NULL THEN
        RAISE EXCEPTION USING ERRCODE = '42501', MESSAGE = 'the token is not valid',
            DETAIL = jsonb_build_object('reason', 'token_not_valid', 'fault', coalesce(who.fault, 'unknown'))::text;
    END IF;
    PERFORM set_config('seatledger.token', who.id::text, true), set_config('seatledger.token_scopes', array_to_string(who.scopes, ' '), true);
    IF only_reading THEN
        PERFORM set_config('transaction_read_only', 'on', true);
    END IF;
    PERFORM set_config('role', who.login, true);
END $$;
COMMENT ON FUNCTION act_as_token IS 'For the rest of the transaction: the login, grants and policies of the token''s owner, narrowed to the token''s scopes. By the server, which has the owners'' logins to take on.';

CREATE FUNCTION check_token_scope() RETURNS trigger
LANGUAGE plpgsql SET search_path = seatledger, pg_temp AS $$
BEGIN
    -- What the book does on its own behalf is not the token's: its functions are those of the owner.
    IF token_scopes() IS NOT NULL AND current_user = acting_login() AND NOT token_scopes() && TG_ARGV[0]::text[] THEN
        RAISE EXCEPTION USING ERRCODE = '42501', MESSAGE = format('the token does not reach writing to %s', TG_TABLE_NAME),
            DETAIL = jsonb_build_object('reason', 'beyond_token', 'entity', TG_TABLE_NAME, 'scopes', TG_ARGV[0]::text[])::text;
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION check_token_scope() IS 'Refuses writes by a token that has none of the scopes.';

DO $$
DECLARE
    guarded record;
BEGIN
    FOR guarded IN SELECT * FROM (VALUES
        ('department', '{members}'), ('member', '{members}'),
        ('vendor', '{catalogue}'), ('product', '{catalogue}'), ('license', '{catalogue,members}'), ('entitlement', '{catalogue}'),
        ('license_key', '{catalogue}'), ('exchange_rate', '{administer}'),
        ('license_assignment', '{assign,members}'), ('waiting_entry', '{assign,members}'),
        ('access_review', '{assign}'), ('access_review_item', '{assign}'),
        ('device', '{own,members}'), ('activation', '{own,members}'), ('activation_lease', '{own,members}'),
        ('operator', '{administer}'), ('operator_department', '{administer}'), ('api_token', '{administer}'),
        ('setting', '{administer}'), ('feature_switch', '{administer}')) t(entity, scopes) LOOP
        EXECUTE format('CREATE TRIGGER check_token_scope BEFORE INSERT OR UPDATE OR DELETE ON %I '
                       'FOR EACH STATEMENT EXECUTE FUNCTION check_token_scope(%L)', guarded.entity, guarded.scopes);
    END LOOP;
END $$;

-- -------------------------------------------------------------------------------------------- repeated requests

CREATE FUNCTION key_holder() RETURNS text
LANGUAGE plpgsql STABLE SET search_path = seatledger, pg_temp AS $$
BEGIN
    RETURN coalesce('token ' || nullif(current_setting('seatledger.token', true), ''), acting_login());
END $$;
COMMENT ON FUNCTION key_holder() IS 'Whose idempotency keys are asked for: the token''s, so that no token gets the answers of another.';

CREATE FUNCTION claim_idempotency_key(wanted text, hash bytea, OUT outcome text, OUT status integer, OUT response jsonb)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
DECLARE
    whose text := key_holder();
    found_key idempotency_key;
BEGIN
    -- Not waited for: whoever repeats a request that still runs is told so.
    IF NOT pg_try_advisory_xact_lock(hashtextextended(whose || E'\n' || wanted, 68)) THEN
        outcome := 'running';
        RETURN;
    END IF;
    DELETE FROM idempotency_key k WHERE k.actor = whose AND k.key = wanted AND k.created_at <= now() - interval '24 hours';
    SELECT * INTO found_key FROM idempotency_key k WHERE k.actor = whose AND k.key = wanted;
    IF NOT FOUND THEN
        INSERT INTO idempotency_key (actor, key, request_hash) VALUES (whose, wanted, hash);
        outcome := 'claimed';
    ELSIF found_key.request_hash <> hash THEN
        outcome := 'mismatch';
    ELSE
        outcome := 'replay';
        status := found_key.status;
        response := found_key.response;
    END IF;
END $$;
COMMENT ON FUNCTION claim_idempotency_key IS 'Takes a key for the rest of the transaction (claimed), or says that it is taken: running, mismatch (another request had it) or replay, with the answer.';

CREATE FUNCTION keep_idempotent_answer(claimed text, answered integer, answer jsonb) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
BEGIN
    UPDATE idempotency_key k SET status = answered, response = answer
    WHERE k.actor = key_holder() AND k.key = claimed AND k.status IS NULL;
    RETURN FOUND;
END $$;
COMMENT ON FUNCTION keep_idempotent_answer IS 'Keeps what was answered, in the transaction that claimed the key; false if it was not claimed.';

CREATE FUNCTION remove_old_idempotency_keys() RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
DECLARE
    removed bigint;
BEGIN
    DELETE FROM idempotency_key WHERE (actor, key) IN (
        SELECT actor, key FROM idempotency_key WHERE created_at <= now() - interval '24 hours' LIMIT 10000 FOR UPDATE SKIP LOCKED);
    GET DIAGNOSTICS removed = ROW_COUNT;
    RETURN removed;
END $$;
COMMENT ON FUNCTION remove_old_idempotency_keys() IS 'Removes answers of more than a day ago, ten thousand at most; says how many.';

REVOKE EXECUTE ON FUNCTION token_scopes, check_api_token, token_standing, note_token_use, act_as_token, check_token_scope, key_holder,
    claim_idempotency_key, keep_idempotent_answer, remove_old_idempotency_keys FROM PUBLIC;
GRANT EXECUTE ON FUNCTION token_standing, note_token_use, act_as_token, remove_old_idempotency_keys TO seatledger_server;
GRANT EXECUTE ON FUNCTION token_scopes TO seatledger_administrator, seatledger_manager, seatledger_staff, seatledger_auditor, seatledger_member,
    seatledger_server;
GRANT EXECUTE ON FUNCTION claim_idempotency_key, keep_idempotent_answer
    TO seatledger_administrator, seatledger_manager, seatledger_staff, seatledger_auditor, seatledger_member;

SELECT record_security_baseline();
