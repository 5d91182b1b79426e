-- SPDX-License-Identifier: GPL-3.0-or-later
-- Keys of a pool go to the assignments that hold: each gets one as soon as one is free.
--
-- A key stays with its assignment when that ends, so that an undo finds it there. It goes to somebody else only
-- when no key is left that nobody had before.

SET LOCAL search_path = seatledger, public;

CREATE INDEX license_key_pool ON license_key (license_id) WHERE kind = 'pool';
CREATE INDEX license_key_license ON license_key (license_id, id);

CREATE FUNCTION hand_out_keys(licenses bigint[]) RETURNS void
LANGUAGE plpgsql SET search_path = seatledger, pg_temp AS $$
DECLARE
    pools bigint[] := (SELECT array_agg(DISTINCT k.license_id) FROM license_key k JOIN unnest(licenses) l ON l = k.license_id WHERE k.kind = 'pool');
BEGIN
    IF pools IS NULL THEN
        RETURN;
    END IF;
    -- Under the writers' lock nobody else hands out the same key.
    PERFORM lock_license_seats(pools);
    EXECUTE $hand$
        WITH free AS (
            SELECT k.id, k.license_id, row_number() OVER (PARTITION BY k.license_id ORDER BY a.ended_on NULLS FIRST, k.id) AS place
            FROM license_key k LEFT JOIN license_assignment a ON a.id = k.assignment_id
            WHERE k.kind = 'pool' AND k.license_id = ANY ($1) AND (a.id IS NULL OR a.state IN ('expired', 'revoked'))
        ), waiting AS (
            SELECT a.id, a.license_id, row_number() OVER (PARTITION BY a.license_id ORDER BY a.id) AS place
            FROM license_assignment a LEFT JOIN license_key k ON k.assignment_id = a.id
            WHERE a.license_id = ANY ($1) AND a.state IN ('reserved', 'active', 'suspended') AND k.id IS NULL
        )
        UPDATE license_key k SET assignment_id = w.id FROM free f JOIN waiting w USING (license_id, place) WHERE k.id = f.id
        $hand$ USING pools;
END $$;
COMMENT ON FUNCTION hand_out_keys IS 'Gives a key of the pool to each assignment that holds and has none, as far as there are keys.';

CREATE FUNCTION hand_out_keys() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = seatledger, pg_temp AS $$
BEGIN
    -- Most books have no pool at all; a bulk need not be looked through for them.
    IF EXISTS (SELECT FROM license_key WHERE kind = 'pool') THEN
        PERFORM hand_out_keys((SELECT array_agg(DISTINCT license_id) FROM new_rows));
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION hand_out_keys() IS 'Hands out keys when somebody gets a seat, when one comes back, and when a pool gets keys.';
CREATE TRIGGER hand_out_keys AFTER INSERT ON license_assignment REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION hand_out_keys();
CREATE TRIGGER hand_out_keys_again AFTER UPDATE ON license_assignment REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION hand_out_keys();
CREATE TRIGGER hand_out_keys AFTER INSERT ON license_key REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION hand_out_keys();

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA seatledger FROM PUBLIC;
SELECT record_security_baseline();
