-- seatledger: expands
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Logins by which a monitor asks PostgreSQL for its statistics are operators, too: pg_monitor shows nothing of the book.

SET LOCAL search_path = seatledger, public;

CREATE OR REPLACE FUNCTION login_differences() RETURNS TABLE (subject text, expected text, found text)
LANGUAGE sql STABLE SET search_path = seatledger, pg_temp AS $$
    SELECT 'login ' || o.login, 'member of ' || wanted_groups(o)::text, 'member of ' || actual_groups(o.login)::text
    FROM operator o
    WHERE wanted_groups(o) IS DISTINCT FROM array_remove(actual_groups(o.login), 'pg_monitor') AND EXISTS (SELECT FROM pg_roles WHERE rolname = o.login)
    UNION ALL
    SELECT 'login ' || o.login, 'a login', 'none' FROM operator o
    WHERE o.disabled_at IS NULL AND NOT EXISTS (SELECT FROM pg_roles WHERE rolname = o.login)
    UNION ALL
    SELECT 'login ' || o.login, CASE WHEN o.signs_in THEN 'signs in' ELSE 'does not sign in' END, CASE WHEN r.rolcanlogin THEN 'signs in' ELSE 'does not sign in' END
    FROM (SELECT login, disabled_at IS NULL AND role <> 'member' AS signs_in FROM operator) o JOIN pg_roles r ON r.rolname = o.login
    WHERE r.rolcanlogin <> o.signs_in
    UNION ALL
    SELECT 'login ' || o.login, 'nothing but its roles', 'superuser, or makes roles or databases, or bypasses row security'
    FROM operator o JOIN pg_roles r ON r.rolname = o.login
    WHERE r.rolsuper OR r.rolcreaterole OR r.rolcreatedb OR r.rolreplication OR r.rolbypassrls
    UNION ALL
    SELECT 'login ' || l.rolname, 'an operator', 'none, but member of ' || g.rolname
    FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid JOIN pg_roles l ON l.oid = m.member
    WHERE g.rolname IN (SELECT unnest(group_roles())) AND g.rolname <> 'seatledger_server'
      AND l.rolname NOT IN (SELECT unnest(group_roles())) AND l.rolcanlogin
      AND has_database_privilege(l.oid, current_database(), 'CONNECT')
      AND l.oid <> (SELECT nspowner FROM pg_namespace WHERE nspname = 'seatledger')
      AND NOT EXISTS (SELECT FROM operator o WHERE o.login = l.rolname)
    UNION ALL
    SELECT 'database', 'open to operators only', 'open to every login' FROM pg_database d
    WHERE datname = current_database()
      AND EXISTS (SELECT FROM aclexplode(coalesce(datacl, acldefault('d', datdba))) WHERE grantee = 0 AND privilege_type = 'CONNECT')
$$;

SELECT record_security_baseline();
