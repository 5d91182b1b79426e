-- SPDX-License-Identifier: GPL-3.0-or-later
-- An import of licences with what was bought. Lines of one licence come whole or not at all. :fields are the fields that
-- the file has; of others what is there keeps its values.

--: stage
CREATE TEMP TABLE import_row (
    nr bigint NOT NULL, line bigint NOT NULL, license text, vendor text, product text, metric text, term text, state text, owner text,
    overage_percent bigint, devices_per_seat bigint, floating_lease_minutes bigint, expiry_action text, low_seat_threshold bigint,
    note text, seats bigint, is_unlimited boolean, from_day date, until_day date, price_minor bigint, currency text, billing text,
    order_number text, supplier text, entitlement_note text, entitlement text, renews text, cancelled_at date, license_key text,
    entitlement_key text, pool_keys text, bad text) ON COMMIT DROP
--: stage
CREATE TEMP TABLE import_license (
    key text, nr bigint, line bigint, name text, vendor text, product text, metric text, term text, state text, owner text,
    overage_percent bigint, devices_per_seat bigint, floating_lease_minutes bigint, expiry_action text, low_seat_threshold bigint,
    note text, ends boolean) ON COMMIT DROP
--: stage
CREATE TEMP TABLE import_change (
    key text, nr bigint, line bigint, name text, product_id bigint, metric text, term text, state text, owner_member_id bigint,
    overage_percent bigint, devices_per_seat bigint, floating_lease_minutes bigint, expiry_action text, low_seat_threshold bigint,
    note text, existing bigint, version integer, action text) ON COMMIT DROP
--: stage
CREATE TEMP TABLE import_entitlement (
    key text, nr bigint, line bigint, quantity bigint, is_unlimited boolean, first_day date, end_day date, price_minor bigint,
    currency text, billing text, order_number text, supplier text, note text, existing bigint, version integer, action text,
    changes boolean, -- beyond what it renews
    label text, renews text, renews_hits bigint, renews_nr bigint, renews_id bigint, old_renews bigint, relinks boolean, made bigint)
    ON COMMIT DROP
--: stage
CREATE TEMP TABLE import_key (
    key text, nr bigint, line bigint, field text, kind text, place bigint, secret text, said_before bigint, license_id bigint, known_kind text,
    action text) ON COMMIT DROP
--: stage
CREATE TEMP TABLE import_rejected (key text) ON COMMIT DROP

--: gather
ANALYZE pg_temp.import_row
-- What was called off supplies nothing, and is not brought in; what renews it renews nothing then.
--: gather
UPDATE pg_temp.import_row r SET renews = NULL
FROM pg_temp.import_row x
WHERE x.cancelled_at IS NOT NULL AND lower(x.license) = lower(r.license) AND lower(x.entitlement) = lower(r.renews)
--: gather
INSERT INTO pg_temp.import_license
SELECT lower(license), min(nr), min(line), (array_agg(license ORDER BY nr))[1],
       (array_agg(vendor ORDER BY nr) FILTER (WHERE vendor IS NOT NULL))[1],
       (array_agg(product ORDER BY nr) FILTER (WHERE product IS NOT NULL))[1],
       (array_agg(metric ORDER BY nr) FILTER (WHERE metric IS NOT NULL))[1],
       (array_agg(term ORDER BY nr) FILTER (WHERE term IS NOT NULL))[1],
       (array_agg(state ORDER BY nr) FILTER (WHERE state IS NOT NULL))[1],
       (array_agg(owner ORDER BY nr) FILTER (WHERE owner IS NOT NULL))[1],
       (array_agg(overage_percent ORDER BY nr) FILTER (WHERE overage_percent IS NOT NULL))[1],
       (array_agg(devices_per_seat ORDER BY nr) FILTER (WHERE devices_per_seat IS NOT NULL))[1],
       (array_agg(floating_lease_minutes ORDER BY nr) FILTER (WHERE floating_lease_minutes IS NOT NULL))[1],
       (array_agg(expiry_action ORDER BY nr) FILTER (WHERE expiry_action IS NOT NULL))[1],
       (array_agg(low_seat_threshold ORDER BY nr) FILTER (WHERE low_seat_threshold IS NOT NULL))[1],
       (array_agg(note ORDER BY nr) FILTER (WHERE note IS NOT NULL))[1],
       bool_or(until_day IS NOT NULL)
FROM pg_temp.import_row WHERE license IS NOT NULL GROUP BY lower(license)
--: gather
ANALYZE pg_temp.import_license

--: add_vendors
INSERT INTO seatledger.vendor (name)
SELECT DISTINCT ON (lower(v.name)) v.name
FROM (SELECT coalesce(l.vendor, 'Unknown') AS name, l.nr FROM pg_temp.import_license l
      WHERE l.vendor IS NOT NULL
         OR NOT EXISTS (SELECT FROM seatledger.product p WHERE lower(p.name) = lower(coalesce(l.product, l.name)))
            AND NOT (l.product IS NULL AND EXISTS (SELECT FROM seatledger.license x WHERE lower(x.name) = l.key))) v
WHERE NOT EXISTS (SELECT FROM seatledger.vendor k WHERE lower(k.name) = lower(v.name))
ORDER BY lower(v.name), v.nr
--: add_products
INSERT INTO seatledger.product (vendor_id, name)
SELECT DISTINCT ON (v.id, lower(w.product)) v.id, w.product
FROM (SELECT l.nr, l.vendor, coalesce(l.product, p.name, l.name) AS product, l.product IS NULL AND l.vendor IS NULL AND x.id IS NOT NULL AS is_kept
      FROM pg_temp.import_license l LEFT JOIN seatledger.license x ON lower(x.name) = l.key
      LEFT JOIN seatledger.product p ON p.id = x.product_id) w
JOIN seatledger.vendor v ON lower(v.name) = lower(coalesce(w.vendor, 'Unknown'))
WHERE NOT w.is_kept AND NOT EXISTS (SELECT FROM seatledger.product p WHERE lower(p.name) = lower(w.product)
                                    AND (w.vendor IS NULL OR p.vendor_id = v.id))
ORDER BY v.id, lower(w.product), w.nr

--: decide
INSERT INTO pg_temp.import_change
WITH known AS (
    SELECT l.*, x.id AS existing, coalesce(l.product, p.name, l.name) AS product_name,
           CASE WHEN l.vendor IS NULL AND l.product IS NULL THEN x.product_id END AS kept_product
    FROM pg_temp.import_license l LEFT JOIN seatledger.license x ON lower(x.name) = l.key
    LEFT JOIN seatledger.product p ON p.id = x.product_id
), found AS (
    SELECT k.*, coalesce(k.kept_product, (
               SELECT CASE WHEN count(*) = 1 THEN min(p.id) END
               FROM seatledger.product p JOIN seatledger.vendor v ON v.id = p.vendor_id
               WHERE lower(p.name) = lower(k.product_name) AND (k.vendor IS NULL OR lower(v.name) = lower(k.vendor)))) AS product_id,
           (SELECT min(m.id) FROM seatledger.member m WHERE lower(k.owner) IN (lower(m.number), lower(m.email))) AS owner_member_id
    FROM known k
), valued AS (
    SELECT f.key, f.nr, f.line, CASE WHEN x.id IS NULL THEN f.name ELSE x.name END AS name, f.product_id, coalesce(f.metric, x.metric, 'named_user') AS metric,
           coalesce(f.term, x.term, CASE WHEN f.ends THEN 'subscription' ELSE 'perpetual' END) AS term,
           coalesce(f.state, x.state, 'active') AS state,
           CASE WHEN x.id IS NULL OR 'owner' = ANY (:fields::text[]) THEN f.owner_member_id ELSE x.owner_member_id END AS owner_member_id,
           coalesce(f.overage_percent, x.overage_percent, 0) AS overage_percent,
           coalesce(f.devices_per_seat, x.devices_per_seat, 1) AS devices_per_seat,
           CASE WHEN coalesce(f.metric, x.metric) = 'floating' THEN coalesce(f.floating_lease_minutes, x.floating_lease_minutes, 30)
                ELSE f.floating_lease_minutes END AS floating_lease_minutes,
           coalesce(f.expiry_action, x.expiry_action, 'keep') AS expiry_action,
           CASE WHEN x.id IS NULL OR 'low_seat_threshold' = ANY (:fields::text[]) THEN f.low_seat_threshold ELSE x.low_seat_threshold END
               AS low_seat_threshold,
           CASE WHEN x.id IS NULL OR 'note' = ANY (:fields::text[]) THEN coalesce(f.note, '') ELSE x.note END AS note, f.existing
    FROM found f LEFT JOIN seatledger.license x ON x.id = f.existing
)
SELECT v.key, v.nr, v.line, v.name, v.product_id, v.metric, v.term, v.state, v.owner_member_id, v.overage_percent, v.devices_per_seat,
       v.floating_lease_minutes, v.expiry_action, v.low_seat_threshold, v.note, v.existing, x.version,
       CASE WHEN x.id IS NULL THEN 'add'
            WHEN :existing = 'skip' THEN 'skip'
            WHEN (v.product_id, v.metric, v.term, v.state, v.owner_member_id, v.overage_percent, v.devices_per_seat,
                  v.floating_lease_minutes, v.expiry_action, v.low_seat_threshold, v.note)
                 IS NOT DISTINCT FROM (x.product_id, x.metric, x.term, x.state, x.owner_member_id, x.overage_percent::bigint,
                  x.devices_per_seat::bigint, x.floating_lease_minutes::bigint, x.expiry_action, x.low_seat_threshold::bigint, x.note)
            THEN 'same' ELSE 'update' END
FROM valued v LEFT JOIN seatledger.license x ON x.id = v.existing
--: decide
INSERT INTO pg_temp.import_entitlement
WITH line AS (
    SELECT lower(r.license) AS key, r.nr, r.line, r.seats, coalesce(r.is_unlimited, false) AS is_unlimited, r.from_day, r.until_day,
           r.price_minor, r.currency, r.billing, r.order_number, r.supplier, r.entitlement_note, r.entitlement, r.renews,
           c.existing AS license_id,
           CASE WHEN 'order_number' = ANY (:fields::text[]) THEN lower(coalesce(r.order_number, '')) ELSE '' END AS order_key
    FROM pg_temp.import_row r JOIN pg_temp.import_change c ON c.key = lower(r.license)
    WHERE r.bad IS NULL AND r.cancelled_at IS NULL
      AND (r.seats IS NOT NULL OR r.is_unlimited OR r.from_day IS NOT NULL OR r.until_day IS NOT NULL
           OR r.price_minor IS NOT NULL OR r.order_number IS NOT NULL)
), book AS (
    SELECT e.id, e.license_id, lower(e.period) AS from_day,
           CASE WHEN 'order_number' = ANY (:fields::text[]) THEN lower(e.order_number) ELSE '' END AS order_key
    FROM seatledger.entitlement e
    WHERE e.cancelled_at IS NULL AND e.license_id IN (SELECT existing FROM pg_temp.import_change)
), dated AS (
    SELECT l.nr, b.id
    FROM (SELECT *, row_number() OVER (PARTITION BY license_id, from_day, order_key ORDER BY nr) AS rank FROM line WHERE from_day IS NOT NULL) l
    JOIN (SELECT *, row_number() OVER (PARTITION BY license_id, from_day, order_key ORDER BY id) AS rank FROM book) b
        USING (license_id, from_day, order_key, rank)
), undated AS (
    SELECT l.nr, b.id
    FROM (SELECT *, row_number() OVER (PARTITION BY license_id, order_key ORDER BY nr) AS rank FROM line WHERE from_day IS NULL) l
    JOIN (SELECT *, row_number() OVER (PARTITION BY license_id, order_key ORDER BY id) AS rank FROM book
          WHERE id NOT IN (SELECT id FROM dated)) b USING (license_id, order_key, rank)
), matched AS (
    SELECT l.*, m.id AS existing FROM line l LEFT JOIN (SELECT * FROM dated UNION ALL SELECT * FROM undated) m USING (nr)
), valued AS (
    SELECT m.key, m.nr, m.line, CASE WHEN m.is_unlimited THEN NULL ELSE coalesce(m.seats, e.quantity) END AS quantity,
           m.is_unlimited OR m.seats IS NULL AND e.id IS NOT NULL AND e.quantity IS NULL AS is_unlimited,
           coalesce(m.from_day, lower(e.period), day.today) AS first_day,
           CASE WHEN e.id IS NULL OR 'until_day' = ANY (:fields::text[]) THEN m.until_day + 1 ELSE upper(e.period) END AS end_day,
           CASE WHEN e.id IS NULL OR 'price' = ANY (:fields::text[]) THEN m.price_minor ELSE e.price_minor END AS price_minor,
           CASE WHEN e.id IS NULL OR 'price' = ANY (:fields::text[]) THEN m.currency ELSE e.currency END AS currency,
           coalesce(m.billing, e.billing, 'once') AS billing, coalesce(m.order_number, e.order_number, '') AS order_number,
           CASE WHEN e.id IS NULL OR 'supplier' = ANY (:fields::text[]) THEN coalesce(m.supplier, '') ELSE e.supplier END AS supplier,
           CASE WHEN e.id IS NULL OR 'entitlement_note' = ANY (:fields::text[]) THEN coalesce(m.entitlement_note, '') ELSE e.note END AS note,
           m.existing, m.entitlement AS label, m.renews
    FROM matched m CROSS JOIN (SELECT seatledger.today() AS today OFFSET 0) day
    LEFT JOIN seatledger.entitlement e ON e.id = m.existing
)
SELECT v.key, v.nr, v.line, v.quantity, v.is_unlimited, v.first_day, v.end_day, v.price_minor, v.currency, v.billing, v.order_number,
       v.supplier, v.note, v.existing, e.version,
       CASE WHEN e.id IS NULL THEN 'add'
            WHEN :existing = 'skip' THEN 'skip'
            WHEN (v.quantity, v.first_day, v.end_day, v.price_minor, v.currency, v.billing, v.order_number, v.supplier, v.note)
                 IS NOT DISTINCT FROM (e.quantity::bigint, lower(e.period), upper(e.period), e.price_minor, e.currency, e.billing,
                                       e.order_number, e.supplier, e.note)
            THEN 'same' ELSE 'update' END,
       NULL, v.label, v.renews, 0, NULL, NULL, e.renews_id, false, NULL
FROM valued v LEFT JOIN seatledger.entitlement e ON e.id = v.existing
-- What is renewed has the number of a row of the file, or else an order number, of the file or of the book.
--: decide
WITH wanted AS (
    SELECT nr, key, lower(renews) AS name, existing FROM pg_temp.import_entitlement WHERE renews IS NOT NULL AND action <> 'skip'
), found AS (
    SELECT w.nr, t.nr AS other, t.existing AS id, 1 AS rank
    FROM wanted w JOIN pg_temp.import_entitlement t ON t.key = w.key AND lower(t.label) = w.name AND t.nr <> w.nr
    UNION ALL
    SELECT w.nr, t.nr, t.existing, 2
    FROM wanted w JOIN pg_temp.import_entitlement t ON t.key = w.key AND lower(t.order_number) = w.name AND t.nr <> w.nr
    UNION ALL
    SELECT w.nr, NULL, b.id, 2
    FROM wanted w JOIN pg_temp.import_change c ON c.key = w.key
    JOIN seatledger.entitlement b ON b.license_id = c.existing AND lower(b.order_number) = w.name
    WHERE b.cancelled_at IS NULL AND NOT EXISTS (SELECT FROM pg_temp.import_entitlement t WHERE t.existing = b.id)
), best AS (
    SELECT nr, min(rank) AS rank FROM found GROUP BY nr
), named AS (
    SELECT f.nr, min(f.other) AS other, min(f.id) AS id, count(*) AS hits FROM found f JOIN best USING (nr, rank) GROUP BY f.nr
)
UPDATE pg_temp.import_entitlement e SET renews_hits = n.hits, renews_nr = n.other, renews_id = n.id FROM named n WHERE n.nr = e.nr
--: decide
UPDATE pg_temp.import_entitlement
SET changes = action = 'update',
    relinks = action <> 'skip' AND 'renews' = ANY (:fields::text[])
              AND (renews_id IS DISTINCT FROM old_renews OR renews_nr IS NOT NULL AND renews_id IS NULL)
--: decide
UPDATE pg_temp.import_entitlement SET action = 'update' WHERE relinks AND action = 'same'
--: decide
INSERT INTO pg_temp.import_key
WITH said AS (
    SELECT lower(r.license) AS key, r.nr, r.line, f.field, f.kind, f.secret, f.place
    FROM pg_temp.import_row r, LATERAL (
        SELECT 'license_key' AS field, 'license' AS kind, r.license_key AS secret, 1 AS place
        UNION ALL SELECT 'entitlement_key', 'entitlement', r.entitlement_key, 1
        UNION ALL SELECT 'pool_keys', 'pool', p.secret, p.place FROM string_to_table(r.pool_keys, e'\n') WITH ORDINALITY p(secret, place)
    ) f
    WHERE r.bad IS NULL AND r.license IS NOT NULL AND f.secret IS NOT NULL
), ranked AS (
    SELECT s.*, first_value(s.nr) OVER w AS first, first_value(s.kind) OVER w AS first_kind, row_number() OVER w AS rank
    FROM said s WINDOW w AS (PARTITION BY s.key, s.secret ORDER BY s.nr, s.field, s.place)
), once AS (
    SELECT r.*, c.existing AS license_id, row_number() OVER (ORDER BY r.nr, r.field, r.place) AS number
    FROM ranked r JOIN pg_temp.import_change c ON c.key = r.key
    -- The licence's and the pool's may stand on several of its lines.
    WHERE r.rank = 1 OR r.kind <> r.first_kind OR r.kind = 'entitlement'
), known AS (
    SELECT place, kind, entitlement_id
    FROM seatledger.known_keys((SELECT array_agg(license_id ORDER BY number) FROM once), (SELECT array_agg(secret ORDER BY number) FROM once))
)
SELECT o.key, o.nr, o.line, o.field, o.kind, o.place, o.secret, CASE WHEN o.rank > 1 THEN o.first END, o.license_id, k.kind,
       CASE WHEN k.kind = o.kind AND k.entitlement_id IS NOT DISTINCT FROM CASE WHEN o.kind = 'entitlement' THEN e.existing END THEN 'same'
            WHEN :existing = 'skip' AND o.license_id IS NOT NULL AND NOT (o.kind = 'entitlement' AND e.action = 'add') THEN 'skip'
            ELSE 'add' END
FROM once o LEFT JOIN known k ON k.place = o.number LEFT JOIN pg_temp.import_entitlement e ON e.nr = o.nr

--: rules
INSERT INTO pg_temp.import_problem (nr, line, field, value, code, detail)
WITH asked AS (
    SELECT c.*, l.vendor, coalesce(l.product, l.name) AS product, l.owner, l.state AS said_state, l.floating_lease_minutes AS said_lease,
           x.state AS before
    FROM pg_temp.import_change c JOIN pg_temp.import_license l USING (key) LEFT JOIN seatledger.license x ON x.id = c.existing
    WHERE c.action IN ('add', 'update')
)
SELECT nr, line, 'vendor', vendor, 'unknown_vendor', NULL FROM asked
WHERE product_id IS NULL AND vendor IS NOT NULL AND NOT EXISTS (SELECT FROM seatledger.vendor v WHERE lower(v.name) = lower(vendor))
UNION ALL SELECT nr, line, 'product', product, 'unknown_product', vendor FROM asked
          WHERE product_id IS NULL AND vendor IS NOT NULL AND EXISTS (SELECT FROM seatledger.vendor v WHERE lower(v.name) = lower(vendor))
UNION ALL SELECT nr, line, 'product', product,
                 CASE WHEN EXISTS (SELECT FROM seatledger.product p WHERE lower(p.name) = lower(product)) THEN 'ambiguous_product'
                      ELSE 'vendor_missing' END, NULL
          FROM asked WHERE product_id IS NULL AND vendor IS NULL
UNION ALL SELECT nr, line, 'owner', owner, 'unknown_member', NULL FROM asked WHERE owner IS NOT NULL AND owner_member_id IS NULL
UNION ALL SELECT nr, line, 'floating_lease_minutes', said_lease::text, 'lease_of_no_floating', NULL FROM asked
          WHERE metric <> 'floating' AND said_lease IS NOT NULL
UNION ALL SELECT nr, line, 'state', state, 'illegal_transition', before FROM asked
          WHERE before <> state AND (before, state) NOT IN (('draft', 'active'), ('draft', 'retired'), ('active', 'suspended'),
                                                            ('suspended', 'active'), ('active', 'retired'), ('suspended', 'retired'))
UNION ALL SELECT nr, line, 'state', state, 'license_held', NULL FROM asked
          WHERE state = 'retired' AND before <> 'retired' AND EXISTS (SELECT FROM seatledger.license_assignment a
                WHERE a.license_id = existing AND a.state IN ('reserved', 'active', 'suspended'))
UNION ALL SELECT nr, line, 'seats', NULL, 'seats_missing', NULL FROM pg_temp.import_entitlement
          WHERE action IN ('add', 'update') AND quantity IS NULL AND NOT is_unlimited
UNION ALL SELECT e.nr, e.line, 'from_day', NULL, 'first_day_missing', NULL
          FROM pg_temp.import_entitlement e JOIN pg_temp.import_row r USING (nr) JOIN pg_temp.import_change c ON c.key = e.key,
               LATERAL (SELECT count(*) AS bought FROM seatledger.entitlement b WHERE b.license_id = c.existing AND b.cancelled_at IS NULL) has
          WHERE r.from_day IS NULL AND (e.action = 'add' AND bought > 0 OR e.action = 'update' AND bought > 1)
UNION ALL SELECT nr, line, 'until_day', (end_day - 1)::text, 'ends_before_start', NULL FROM pg_temp.import_entitlement
          WHERE action IN ('add', 'update') AND end_day <= first_day
UNION ALL SELECT nr, line, 'renews', renews,
                 CASE WHEN renews_hits > 1 THEN 'ambiguous_renewed'
                      WHEN lower(renews) IN (lower(label), lower(order_number)) THEN 'renews_itself' ELSE 'unknown_renewed' END, NULL
          FROM pg_temp.import_entitlement WHERE renews IS NOT NULL AND renews_hits <> 1 AND action IN ('add', 'update', 'same')
UNION ALL SELECT nr, line, 'renews', renews, 'renewed_twice', first::text
          FROM (SELECT nr, line, renews, min(nr) OVER (PARTITION BY renews_nr, renews_id) AS first FROM pg_temp.import_entitlement
                WHERE renews_hits = 1) e WHERE nr <> first
UNION ALL SELECT e.nr, e.line, 'renews', e.renews, 'renewed_already', NULL
          FROM pg_temp.import_entitlement e JOIN seatledger.entitlement b ON b.renews_id = e.renews_id AND b.id IS DISTINCT FROM e.existing
          WHERE e.relinks AND NOT EXISTS (SELECT FROM pg_temp.import_entitlement o WHERE o.existing = b.id AND o.relinks)
UNION ALL SELECT e.nr, e.line, 'renews', e.renews, 'renews_in_a_circle', NULL
          FROM pg_temp.import_entitlement e WHERE e.nr IN (
              WITH RECURSIVE chain AS (
                  SELECT nr AS start, renews_nr AS at, 1 AS steps FROM pg_temp.import_entitlement WHERE relinks AND renews_nr IS NOT NULL
                  UNION ALL SELECT c.start, o.renews_nr, c.steps + 1 FROM chain c JOIN pg_temp.import_entitlement o ON o.nr = c.at
                            WHERE c.at <> c.start AND o.renews_nr IS NOT NULL AND c.steps < 100)
              SELECT start FROM chain WHERE at = start)
UNION ALL SELECT k.nr, k.line, k.field, NULL, 'key_twice_in_file', k.said_before::text FROM pg_temp.import_key k
          WHERE k.said_before IS NOT NULL AND k.action = 'add'
UNION ALL SELECT k.nr, k.line, k.field, NULL, 'key_of_other_use', NULL FROM pg_temp.import_key k
          WHERE k.said_before IS NULL AND k.known_kind IS NOT NULL AND k.action = 'add'
UNION ALL SELECT k.nr, k.line, k.field, NULL, 'key_of_no_entitlement', NULL FROM pg_temp.import_key k
          WHERE k.kind = 'entitlement' AND k.action = 'add' AND NOT EXISTS (SELECT FROM pg_temp.import_entitlement e WHERE e.nr = k.nr)
UNION ALL
SELECT r.nr, r.line, f.field, f.value, 'contradicts', l.nr::text
FROM pg_temp.import_row r JOIN pg_temp.import_license l ON l.key = lower(r.license) AND l.nr < r.nr,
     LATERAL (VALUES ('vendor', r.vendor, l.vendor), ('product', r.product, l.product), ('metric', r.metric, l.metric),
                     ('term', r.term, l.term), ('state', r.state, l.state), ('owner', r.owner, l.owner),
                     ('overage_percent', r.overage_percent::text, l.overage_percent::text),
                     ('devices_per_seat', r.devices_per_seat::text, l.devices_per_seat::text),
                     ('floating_lease_minutes', r.floating_lease_minutes::text, l.floating_lease_minutes::text),
                     ('expiry_action', r.expiry_action, l.expiry_action),
                     ('low_seat_threshold', r.low_seat_threshold::text, l.low_seat_threshold::text),
                     ('note', r.note, l.note)) f(field, value, first)
WHERE lower(f.value) <> lower(f.first)

-- A licence comes with all of its lines, or not.
--: reject
TRUNCATE pg_temp.import_rejected
--: reject
INSERT INTO pg_temp.import_rejected
SELECT DISTINCT lower(r.license) AS key FROM pg_temp.import_problem p JOIN pg_temp.import_row r USING (nr) WHERE r.license IS NOT NULL
--: reject
DELETE FROM pg_temp.import_change c USING pg_temp.import_rejected r WHERE c.key = r.key
--: reject
DELETE FROM pg_temp.import_entitlement e USING pg_temp.import_rejected r WHERE e.key = r.key
--: reject
DELETE FROM pg_temp.import_key k USING pg_temp.import_rejected r WHERE k.key = r.key
--: reject
INSERT INTO pg_temp.import_problem (nr, line, code, detail)
SELECT r.nr, r.line, 'with_its_licence', p.first::text
FROM pg_temp.import_row r
JOIN (SELECT lower(o.license) AS key, min(o.nr) AS first FROM pg_temp.import_problem q JOIN pg_temp.import_row o USING (nr) GROUP BY 1) p
    ON p.key = lower(r.license)
WHERE NOT EXISTS (SELECT FROM pg_temp.import_problem q WHERE q.nr = r.nr)

--: count
SELECT action, count(*) AS lines FROM (
    SELECT CASE WHEN 'add' IN (c.action, e.action) THEN 'add' WHEN 'update' IN (c.action, e.action) OR k.adds THEN 'update'
                WHEN 'skip' IN (c.action, e.action) THEN 'skip' ELSE 'same' END AS action
    FROM pg_temp.import_row r JOIN pg_temp.import_change l ON l.key = lower(r.license)
    LEFT JOIN pg_temp.import_change c ON c.nr = r.nr LEFT JOIN pg_temp.import_entitlement e ON e.nr = r.nr
    LEFT JOIN (SELECT nr, bool_or(action = 'add') AS adds FROM pg_temp.import_key GROUP BY nr) k ON k.nr = r.nr) line
GROUP BY action

--: write
UPDATE seatledger.license x
SET product_id = c.product_id, metric = c.metric, term = c.term, state = c.state, owner_member_id = c.owner_member_id,
    overage_percent = c.overage_percent, devices_per_seat = c.devices_per_seat, floating_lease_minutes = c.floating_lease_minutes,
    expiry_action = c.expiry_action, low_seat_threshold = c.low_seat_threshold, note = c.note
FROM pg_temp.import_change c
WHERE c.action = 'update' AND x.id = c.existing AND x.version = c.version
--: write
INSERT INTO seatledger.license (product_id, name, metric, term, state, owner_member_id, overage_percent, devices_per_seat,
                                floating_lease_minutes, expiry_action, low_seat_threshold, note)
SELECT product_id, name, metric, term, state, owner_member_id, overage_percent, devices_per_seat, floating_lease_minutes,
       expiry_action, low_seat_threshold, note
FROM pg_temp.import_change WHERE action = 'add' ORDER BY nr
--: write
UPDATE seatledger.entitlement x
SET quantity = e.quantity, period = daterange(e.first_day, e.end_day), price_minor = e.price_minor, currency = e.currency,
    billing = e.billing, order_number = e.order_number, supplier = e.supplier, note = e.note
FROM pg_temp.import_entitlement e
WHERE e.changes AND x.id = e.existing AND x.version = e.version
-- Numbers are given in the order of the rows, and so tell which is whose.
--: write
WITH made AS (
    INSERT INTO seatledger.entitlement (license_id, quantity, period, price_minor, currency, billing, order_number, supplier, note)
    SELECT l.id, e.quantity, daterange(e.first_day, e.end_day), e.price_minor, e.currency, e.billing, e.order_number, e.supplier, e.note
    FROM pg_temp.import_entitlement e JOIN seatledger.license l ON lower(l.name) = e.key
    WHERE e.action = 'add' ORDER BY e.nr
    RETURNING id
), numbered AS (
    SELECT id, row_number() OVER (ORDER BY id) AS place FROM made
)
UPDATE pg_temp.import_entitlement e SET made = n.id
FROM (SELECT nr, row_number() OVER (ORDER BY nr) AS place FROM pg_temp.import_entitlement WHERE action = 'add') a JOIN numbered n USING (place)
WHERE e.nr = a.nr
-- First those that renew something else from now on let go of it, as each is renewed once.
--: write
UPDATE seatledger.entitlement x SET renews_id = NULL
FROM pg_temp.import_entitlement e
WHERE e.relinks AND e.old_renews IS NOT NULL AND x.id = e.existing AND x.renews_id = e.old_renews
--: write
UPDATE seatledger.entitlement x SET renews_id = coalesce(e.renews_id, t.made)
FROM pg_temp.import_entitlement e LEFT JOIN pg_temp.import_entitlement t ON t.nr = e.renews_nr
WHERE e.relinks AND e.renews_hits = 1 AND x.id = coalesce(e.existing, e.made) AND x.renews_id IS NULL
--: write
INSERT INTO seatledger.license_key (license_id, kind, entitlement_id, secret)
SELECT l.id, k.kind, CASE WHEN k.kind = 'entitlement' THEN coalesce(e.existing, e.made) END, k.secret
FROM pg_temp.import_key k JOIN seatledger.license l ON lower(l.name) = k.key LEFT JOIN pg_temp.import_entitlement e ON e.nr = k.nr
WHERE k.action = 'add' ORDER BY k.nr, k.field, k.place

--: expected
SELECT (SELECT count(*) FROM pg_temp.import_change WHERE action IN ('add', 'update'))
     + (SELECT count(*) FILTER (WHERE action = 'add' OR changes) + count(*) FILTER (WHERE relinks AND old_renews IS NOT NULL)
               + count(*) FILTER (WHERE relinks AND renews_hits = 1) FROM pg_temp.import_entitlement)
     + (SELECT count(*) FROM pg_temp.import_key WHERE action = 'add') AS rows
