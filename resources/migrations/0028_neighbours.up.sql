-- SPDX-License-Identifier: GPL-3.0-or-later
-- Short words: trigrams take three characters, and a Chinese word is often no longer than two.

SET LOCAL search_path = seatledger, public;

CREATE FUNCTION neighbours(words text) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = seatledger, pg_temp AS $$
DECLARE
    characters text[];
BEGIN
    -- Most names have none of them, and cost nothing.
    IF octet_length(words) = length(words) THEN
        RETURN '{}';
    END IF;
    characters := string_to_array(words, NULL);
    RETURN ARRAY(SELECT c FROM unnest(characters) c WHERE octet_length(c) > 1
                 UNION SELECT c || n FROM unnest(characters, characters[2:]) u(c, n) WHERE octet_length(c || n) > 2);
END $$;
COMMENT ON FUNCTION neighbours IS 'Every character beyond ASCII, alone and with each of its neighbours: by these a search for one or two characters finds a name.';

REVOKE EXECUTE ON FUNCTION neighbours FROM PUBLIC;
GRANT EXECUTE ON FUNCTION neighbours
    TO seatledger_administrator, seatledger_manager, seatledger_staff, seatledger_auditor, seatledger_member;
SELECT record_security_baseline();
