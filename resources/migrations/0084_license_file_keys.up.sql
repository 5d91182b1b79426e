-- seatledger: expands
-- SPDX-License-Identifier: GPL-3.0-or-later
-- By which keys the licence files that still count are verified. When the key is changed, files signed by the one before go on to
-- count until they end; who verifies them must know both. Public keys are for everybody.

SET LOCAL search_path = seatledger, public;

CREATE INDEX license_file_signing_key ON license_file (signing_key, valid_until);

CREATE FUNCTION license_file_keys() RETURNS TABLE (signing_key bytea, files_until timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
    SELECT f.signing_key, max(f.valid_until) FROM license_file f
    WHERE f.valid_until > now() GROUP BY f.signing_key ORDER BY 2 DESC, 1
$$;
COMMENT ON FUNCTION license_file_keys IS 'The public keys of the licence files that still count, and until when the last of each does.';
REVOKE EXECUTE ON FUNCTION license_file_keys FROM PUBLIC;
GRANT EXECUTE ON FUNCTION license_file_keys
    TO seatledger_administrator, seatledger_manager, seatledger_staff, seatledger_auditor, seatledger_member;

SELECT record_security_baseline();
