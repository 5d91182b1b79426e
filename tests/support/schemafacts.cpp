// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/schemafacts.h"

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

/// An access list in words; `standard` is what an empty one means.
QString rights(const QString &list, const QString &standard)
{
    return u"(SELECT 'rights ' || string_agg(format('%s may %s%s', CASE grantee WHEN 0 THEN 'public' ELSE "
           "pg_get_userbyid(grantee) END, privilege_type, CASE WHEN is_grantable THEN ' and grant it' END), "
           "', ' "
           "ORDER BY pg_get_userbyid(grantee)::text COLLATE \"C\", privilege_type) FROM aclexplode(coalesce("_s
           + list + u", "_s + standard + u")))"_s;
}

QString relations()
{
    return u"SELECT 'relation ' || relname, concat_ws(E'\\n', relkind, relpersistence, "
           u"pg_get_userbyid(relowner), "
           "reloptions, CASE WHEN relrowsecurity THEN 'row security' END, CASE WHEN relforcerowsecurity THEN "
           "'forced' END, CASE WHEN relkind = 'v' THEN pg_get_viewdef(c.oid) END, (SELECT concat_ws(' ', "
           "seqstart, "
           "seqincrement, seqmax, seqmin, seqcache, seqcycle) FROM pg_sequence WHERE seqrelid = c.oid), "_s
           + rights(u"relacl"_s,
                    u"acldefault(CASE relkind WHEN 'S' THEN 's' ELSE 'r' END::\"char\", relowner)"_s)
           + u", obj_description(c.oid, 'pg_class')) FROM pg_class c WHERE relnamespace = book AND relkind "
             u"IN "
             "('r', 'p', 'v', 'm', 'S', 'f')"_s;
}

/// Options that the server keeps for itself (`pg_...`) differ from database to database.
QString columns()
{
    return u"SELECT 'column ' || relname || '.' || attname, concat_ws(E'\\n', row_number() OVER (PARTITION "
           u"BY "
           "attrelid ORDER BY attnum), format_type(atttypid, atttypmod), CASE WHEN attnotnull THEN 'not "
           "null' END, "
           "pg_get_expr(adbin, adrelid), 'generated ' || nullif(attgenerated::text, ''), 'identity ' || "
           "nullif(attidentity::text, ''), 'collation ' || nullif(attcollation, 0)::regcollation::text, "
           "(SELECT string_agg(o, ' ') FROM unnest(attoptions) o WHERE o !~ '^pg_'), "_s
           + rights(u"attacl"_s, u"acldefault('c', relowner)"_s)
           + u", col_description(attrelid, attnum)) FROM pg_attribute JOIN pg_class c ON c.oid = attrelid "
             u"LEFT JOIN "
             "pg_attrdef ON (adrelid, adnum) = (attrelid, attnum) WHERE relnamespace = book AND relkind IN "
             "('r', "
             "'p', 'v', 'm', 'c') AND attnum > 0 AND NOT attisdropped"_s;
}

QString functions()
{
    return u"SELECT 'function ' || oid::regprocedure::text, concat_ws(E'\\n', pg_get_userbyid(proowner), "
           "pg_get_functiondef(oid), "_s
           + rights(u"proacl"_s, u"acldefault('f', proowner)"_s)
           + u", obj_description(oid, 'pg_proc')) FROM pg_proc WHERE pronamespace = book AND prokind IN ('f', 'p')"_s;
}

QString tableParts()
{
    return u"SELECT 'constraint ' || coalesce(conrelid::regclass::text, '') || '.' || conname, "
           u"concat_ws(E'\\n', "
           "pg_get_constraintdef(oid), CASE WHEN NOT convalidated THEN 'not valid' END, obj_description(oid, "
           "'pg_constraint')) FROM pg_constraint WHERE connamespace = book "
           "UNION ALL SELECT 'index ' || indexrelid::regclass::text, concat_ws(E'\\n', "
           "pg_get_indexdef(indexrelid), CASE "
           "WHEN NOT (indisvalid AND indisready AND indislive) THEN 'not usable' END, "
           "obj_description(indexrelid, "
           "'pg_class')) FROM pg_index JOIN pg_class c ON c.oid = indexrelid WHERE relnamespace = book "
           "UNION ALL SELECT 'trigger ' || tgrelid::regclass::text || '.' || tgname, concat_ws(E'\\n', "
           "pg_get_triggerdef(t.oid), 'enabled ' || tgenabled::text, obj_description(t.oid, 'pg_trigger')) "
           "FROM "
           "pg_trigger t JOIN pg_class c ON c.oid = tgrelid WHERE relnamespace = book AND NOT tgisinternal "
           "UNION ALL SELECT 'policy ' || polrelid::regclass::text || '.' || polname, concat_ws(E'\\n', "
           "polcmd, "
           "CASE WHEN "
           "NOT polpermissive THEN 'restrictive' END, 'for ' || (SELECT string_agg(CASE r WHEN 0 THEN "
           "'public' ELSE "
           "pg_get_userbyid(r) END, ', ' ORDER BY pg_get_userbyid(r)::text COLLATE \"C\") FROM "
           "unnest(polroles) r), "
           "'using ' || pg_get_expr(polqual, polrelid), 'check ' || pg_get_expr(polwithcheck, polrelid), "
           "obj_description(oid, 'pg_policy')) FROM pg_policy "
           "UNION ALL SELECT 'rule ' || ev_class::regclass::text || '.' || rulename, pg_get_ruledef(r.oid) "
           "FROM "
           "pg_rewrite "
           "r JOIN pg_class c ON c.oid = ev_class WHERE relnamespace = book AND rulename <> '_RETURN' "
           "UNION ALL SELECT 'statistics ' || stxname, pg_get_statisticsobjdef(oid) FROM pg_statistic_ext "
           "WHERE "
           "stxnamespace = book"_s;
}

QString others()
{
    return u"SELECT 'type ' || typname, concat_ws(E'\\n', typtype, pg_get_userbyid(typowner), (SELECT "
           "string_agg(enumlabel, ' ' ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = t.oid), "_s
           + rights(u"typacl"_s, u"acldefault('T', typowner)"_s)
           + u", obj_description(t.oid, 'pg_type')) FROM pg_type t LEFT JOIN pg_class c ON c.oid = typrelid "
             u"WHERE "
             "typnamespace = book AND typelem = 0 AND (typrelid = 0 OR relkind = 'c') "
             "UNION ALL SELECT 'schema', concat_ws(E'\\n', pg_get_userbyid(nspowner), "_s
           + rights(u"nspacl"_s, u"acldefault('n', nspowner)"_s)
           + u", obj_description(oid, 'pg_namespace')) FROM pg_namespace WHERE oid = book "
             "UNION ALL SELECT 'extension ' || extname, concat_ws(' ', extversion, "
             "extnamespace::regnamespace) FROM "
             "pg_extension "
             "UNION ALL SELECT 'database', (SELECT 'everybody may ' || string_agg(privilege_type, ', ' ORDER "
             "BY "
             "privilege_type) FROM aclexplode(coalesce(datacl, acldefault('d', datdba))) WHERE grantee = 0) "
             "FROM pg_database WHERE datname = current_database() "
             "UNION ALL SELECT 'event trigger ' || evtname, concat_ws(' ', evtevent, evtenabled, "
             "evtfoid::regprocedure) FROM pg_event_trigger "
             "UNION ALL SELECT 'standard rights ' || defaclobjtype::text, defaclacl::text FROM pg_default_acl"_s;
}

} // namespace

SchemaFacts schemaFacts(TestDatabase &database)
{
    const QString query = QStringList{relations(), columns(), functions(), tableParts(), others()}.join(
        u" UNION ALL "_s);
    SchemaFacts facts;
    // without a search path every name is written out
    const QString named = QString(query).replace(u"= book"_s, u"= 'seatledger'::regnamespace"_s);
    for (const QStringList &row : database.sql(u"SET search_path = ''; "_s + named))
        facts.insert(row[0], row[1]);
    database.sql(u"RESET search_path"_s);
    return facts;
}

QString firstDifference(const SchemaFacts &expected, const SchemaFacts &found)
{
    for (const auto &[name, definition] : expected.asKeyValueRange()) {
        if (!found.contains(name))
            return name + u" is missing"_s;
        if (found.value(name) != definition)
            return name + u" is\n"_s + found.value(name) + u"\ninstead of\n"_s + definition;
    }
    for (const QString &name : found.keys()) {
        if (!expected.contains(name))
            return name + u" is new:\n"_s + found.value(name);
    }
    return {};
}

QMap<QString, QStringList> commonColumns(const SchemaFacts &one, const SchemaFacts &other)
{
    QMap<QString, QStringList> columns;
    for (const QString &name : one.keys()) {
        const QString column = name.section(u' ', 1);
        const QString table = column.section(u'.', 0, 0);
        const bool isTable = one.value(u"relation "_s + table).startsWith(u'r');
        if (name.startsWith(u"column "_s) && isTable && other.contains(name))
            columns[table].append(column.section(u'.', 1));
    }
    return columns;
}

} // namespace seatledger
