-- SPDX-License-Identifier: GPL-3.0-or-later
SET LOCAL search_path = seatledger, public;

DO $$
DECLARE
    guarded record;
BEGIN
    FOR guarded IN SELECT tgrelid::regclass AS entity FROM pg_trigger t WHERE tgname = 'check_token_scope'
                     AND tgfoid = 'seatledger.check_token_scope'::regproc LOOP
        EXECUTE format('DROP TRIGGER check_token_scope ON %s', guarded.entity);
    END LOOP;
END $$;
DROP FUNCTION remove_old_idempotency_keys, keep_idempotent_answer, claim_idempotency_key, key_holder, check_token_scope, act_as_token,
    note_token_use, token_standing;
DROP TRIGGER check_api_token ON api_token;
DROP FUNCTION check_api_token, token_scopes;

DROP TABLE api_token_use;
DROP POLICY select_own ON api_token;
DROP POLICY insert_own ON api_token;
DROP POLICY update_own ON api_token;
DROP POLICY select_manage_operators ON api_token;
DROP POLICY insert_manage_operators ON api_token;
DROP POLICY update_manage_operators ON api_token;
REVOKE INSERT (operator_id, name, digest, scopes, expires_at), UPDATE (name, revoked_at) ON api_token
    FROM seatledger_administrator, seatledger_manager, seatledger_staff, seatledger_auditor, seatledger_member, seatledger_manage_operators;
REVOKE SELECT (id, operator_id, name, scopes, created_at, expires_at, revoked_at, version) ON api_token
    FROM seatledger_manager, seatledger_staff, seatledger_auditor, seatledger_member, seatledger_manage_operators;
GRANT INSERT, UPDATE ON api_token TO seatledger_administrator;
DROP INDEX api_token_operator;
ALTER TABLE api_token DROP CONSTRAINT api_token_scopes;

SELECT record_security_baseline();
