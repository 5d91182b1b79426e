-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the doctor compares grants, policies and functions against: what they were when the migrations had run.

SET LOCAL search_path = seatledger, public;

CREATE FUNCTION group_roles() RETURNS name[]
LANGUAGE sql IMMUTABLE SET search_path = seatledger, pg_temp AS $$
    SELECT ARRAY['seatledger_administrator', 'seatledger_manager', 'seatledger_staff', 'seatledger_auditor', 'seatledger_member',
                 'seatledger_server', 'seatledger_assign', 'seatledger_revoke', 'seatledger_view_costs', 'seatledger_view_keys',
                 'seatledger_edit_catalogue', 'seatledger_manage_operators']::name[]
$$;
COMMENT ON FUNCTION group_roles() IS 'The roles and rights that logins are members of.';

CREATE FUNCTION security_facts() RETURNS TABLE (object text, fact text)
LANGUAGE sql STABLE SET search_path = seatledger, pg_temp AS $$
    WITH relation AS (
        SELECT * FROM pg_class WHERE relnamespace = 'seatledger'::regnamespace AND relkind IN ('r', 'v', 'S')
    ), granted AS (
        SELECT 'relation ' || c.relname AS object, a.grantee, a.privilege_type
        FROM relation c, aclexplode(c.relacl) a WHERE a.grantee <> c.relowner
        UNION ALL
        SELECT format('column %s.%s', c.relname, t.attname), a.grantee, a.privilege_type
        FROM relation c JOIN pg_attribute t ON t.attrelid = c.oid AND NOT t.attisdropped, aclexplode(t.attacl) a WHERE a.grantee <> c.relowner
        UNION ALL
        SELECT 'function ' || p.oid::regprocedure, a.grantee, a.privilege_type
        FROM pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
        WHERE p.pronamespace = 'seatledger'::regnamespace AND a.grantee <> p.proowner
        UNION ALL
        SELECT 'schema', a.grantee, a.privilege_type FROM pg_namespace n, aclexplode(n.nspacl) a
        WHERE n.nspname = 'seatledger' AND a.grantee <> n.nspowner
    )
    SELECT object, format('%s to %s', lower(privilege_type), CASE grantee WHEN 0 THEN 'public' ELSE grantee::regrole::text END) FROM granted
    UNION ALL
    SELECT 'relation ' || relname, CASE WHEN relrowsecurity THEN 'row security on' ELSE 'row security off' END
    FROM relation WHERE relkind = 'r'
    UNION ALL
    SELECT 'relation ' || relname, 'owner is not the owner of the book'
    FROM relation WHERE relowner <> (SELECT nspowner FROM pg_namespace WHERE nspname = 'seatledger')
    UNION ALL
    SELECT 'relation ' || relname, 'options ' || reloptions::text FROM relation WHERE relkind = 'v'
    UNION ALL
    SELECT format('policy %s on %s', policyname, tablename),
           format('%s %s to %s using %s check %s', permissive, cmd, roles, coalesce(qual, '-'), coalesce(with_check, '-'))
    FROM pg_policies WHERE schemaname = 'seatledger'
    UNION ALL
    SELECT 'function ' || p.oid::regprocedure, format('%s%s, settings %s, source %s', CASE WHEN prosecdef THEN 'definer' ELSE 'invoker' END,
           CASE WHEN p.proowner <> n.nspowner THEN ', of another owner' ELSE '' END, coalesce(proconfig::text, 'none'),
           md5(coalesce(pg_get_function_sqlbody(p.oid), prosrc)))
    FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE nspname = 'seatledger'
    UNION ALL
    SELECT format('trigger %s on %s', t.tgname, c.relname), CASE t.tgenabled WHEN 'O' THEN 'enabled' ELSE 'not enabled' END
    FROM pg_trigger t JOIN relation c ON c.oid = t.tgrelid WHERE NOT t.tgisinternal
    UNION ALL
    SELECT 'role ' || rolname, concat_ws(', ', CASE WHEN rolcanlogin THEN 'signs in' END, CASE WHEN rolsuper THEN 'superuser' END,
           CASE WHEN rolcreaterole THEN 'makes roles' END, CASE WHEN rolcreatedb THEN 'makes databases' END,
           CASE WHEN rolbypassrls THEN 'bypasses row security' END, CASE WHEN rolinherit THEN 'inherits' END)
    FROM pg_roles WHERE rolname IN (SELECT unnest(group_roles()))
    UNION ALL
    SELECT 'role ' || m.member::regrole, 'member of ' || m.roleid::regrole
    FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.member
    WHERE r.rolname IN (SELECT unnest(group_roles())) AND r.rolname <> 'seatledger_server'
$$;
COMMENT ON FUNCTION security_facts() IS 'Grants, policies, functions, triggers and group roles as they are now, a line each.';

CREATE TABLE security_baseline (
    object text NOT NULL,
    fact   text NOT NULL,
    PRIMARY KEY (object, fact)
);
COMMENT ON TABLE  security_baseline IS 'security_facts() as the migrations left them. Written by record_security_baseline(), which the last migration that touches rights calls.';
COMMENT ON COLUMN security_baseline.object IS 'A relation, column, function, policy, trigger or role.';
COMMENT ON COLUMN security_baseline.fact IS 'What is true of it.';
ALTER TABLE security_baseline ENABLE ROW LEVEL SECURITY;
CREATE POLICY select_administrator_auditor ON security_baseline FOR SELECT TO seatledger_administrator, seatledger_auditor USING (true);
GRANT SELECT ON security_baseline TO seatledger_administrator, seatledger_auditor;

CREATE FUNCTION record_security_baseline() RETURNS void
LANGUAGE sql SET search_path = seatledger, pg_temp AS $$
    DELETE FROM security_baseline;
    INSERT INTO security_baseline SELECT DISTINCT object, fact FROM security_facts();
$$;
COMMENT ON FUNCTION record_security_baseline() IS 'Takes what is now as what should be; only migrations call it, at their end.';

CREATE FUNCTION security_differences() RETURNS TABLE (subject text, expected text, found text)
LANGUAGE sql STABLE SET search_path = seatledger, pg_temp AS $$
    WITH now AS MATERIALIZED (SELECT DISTINCT f.object, f.fact FROM security_facts() f)
    SELECT b.object, b.fact, 'not so' FROM security_baseline b LEFT JOIN now n USING (object, fact) WHERE n.object IS NULL
    UNION ALL
    SELECT n.object, 'nothing of the kind', n.fact FROM now n LEFT JOIN security_baseline b USING (object, fact) WHERE b.object IS NULL
$$;
COMMENT ON FUNCTION security_differences() IS 'Where grants, policies, functions, triggers or roles are not what the migrations made them.';

CREATE FUNCTION login_differences() RETURNS TABLE (subject text, expected text, found text)
LANGUAGE sql STABLE SET search_path = seatledger, pg_temp AS $$
    SELECT 'login ' || o.login, 'member of ' || wanted_groups(o)::text, 'member of ' || actual_groups(o.login)::text
    FROM operator o
    WHERE wanted_groups(o) IS DISTINCT FROM actual_groups(o.login) AND EXISTS (SELECT FROM pg_roles WHERE rolname = o.login)
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
COMMENT ON FUNCTION login_differences() IS 'Where logins are not what the operators'' rows say.';

REVOKE EXECUTE ON FUNCTION group_roles, security_facts, record_security_baseline, security_differences, login_differences FROM PUBLIC;
GRANT EXECUTE ON FUNCTION group_roles, security_facts, security_differences, login_differences TO seatledger_administrator, seatledger_auditor;
SELECT record_security_baseline();
