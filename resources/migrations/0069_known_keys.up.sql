-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who brings keys in from a file has to know which of them the book has, without reading any.

SET LOCAL search_path = seatledger, public;

CREATE FUNCTION known_keys(licenses bigint[], secrets text[]) RETURNS TABLE (place bigint, kind text, entitlement_id bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
    SELECT s.place, k.kind, k.entitlement_id
    FROM unnest(licenses, secrets) WITH ORDINALITY s(license, secret, place)
    JOIN license_key k ON k.license_id = s.license AND md5(k.secret) = md5(s.secret) AND k.secret = s.secret
$$;
COMMENT ON FUNCTION known_keys IS 'Which of these secrets are keys of these licences, by place, and what for. Tells nobody a secret that is not said.';

REVOKE EXECUTE ON FUNCTION known_keys FROM PUBLIC;
GRANT EXECUTE ON FUNCTION known_keys TO seatledger_edit_catalogue;
SELECT record_security_baseline();
