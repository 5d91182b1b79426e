-- SPDX-License-Identifier: GPL-3.0-or-later
-- An import of licences with what was bought. Lines of one licence come whole or not at all. :fields are the fields that
-- the file has; of others what is there keeps its values.

--: stage
CREATE TEMP TABLE import_row (
    nr bigint NOT NULL, line bigint NOT NULL, license text, vendor text, product text, metric text, term text, state text, owner text,
    overage_percent bigint, devices_per_seat bigint, floating_lease_minutes bigint, expiry_action text, low_seat_threshold bigint,
    note text, seats bigint, is_unlimited boolean, from_day date, until_day date, price_minor bigint, currency text, billing text,
    order_number text, supplier text, entitlement_note text, bad text) ON COMMIT DROP
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
    currency text, billing text, order_number text, supplier text, note text, existing bigint, version integer, action text)
    ON COMMIT DROP

--: stage
CREATE TEMP TABLE import_rejected (key text) ON COMMIT DROP

--: gather
ANALYZE pg_temp.import_row
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
           r.price_minor, r.currency, r.billing, r.order_number, r.supplier, r.entitlement_note, c.existing AS license_id,
           CASE WHEN 'order_number' = ANY (:fields::text[]) THEN lower(coalesce(r.order_number, '')) ELSE '' END AS order_key
    FROM pg_temp.import_row r JOIN pg_temp.import_change c ON c.key = lower(r.license)
    WHERE r.bad IS NULL AND (r.seats IS NOT NULL OR r.is_unlimited OR r.from_day IS NOT NULL OR r.until_day IS NOT NULL
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
           m.existing
    FROM matched m CROSS JOIN (SELECT seatledger.today() AS today) day
    LEFT JOIN seatledger.entitlement e ON e.id = m.existing
)
SELECT v.*, e.version,
       CASE WHEN e.id IS NULL THEN 'add'
            WHEN :existing = 'skip' THEN 'skip'
            WHEN (v.quantity, v.first_day, v.end_day, v.price_minor, v.currency, v.billing, v.order_number, v.supplier, v.note)
                 IS NOT DISTINCT FROM (e.quantity::bigint, lower(e.period), upper(e.period), e.price_minor, e.currency, e.billing,
                                       e.order_number, e.supplier, e.note)
            THEN 'same' ELSE 'update' END
FROM valued v LEFT JOIN seatledger.entitlement e ON e.id = v.existing

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
INSERT INTO pg_temp.import_problem (nr, line, code, detail)
SELECT r.nr, r.line, 'with_its_licence', p.first::text
FROM pg_temp.import_row r
JOIN (SELECT lower(o.license) AS key, min(o.nr) AS first FROM pg_temp.import_problem q JOIN pg_temp.import_row o USING (nr) GROUP BY 1) p
    ON p.key = lower(r.license)
WHERE NOT EXISTS (SELECT FROM pg_temp.import_problem q WHERE q.nr = r.nr)

--: count
SELECT action, count(*) AS lines FROM (
    SELECT CASE WHEN 'add' IN (c.action, e.action) THEN 'add' WHEN 'update' IN (c.action, e.action) THEN 'update'
                WHEN 'skip' IN (c.action, e.action) THEN 'skip' ELSE 'same' END AS action
    FROM pg_temp.import_row r JOIN pg_temp.import_change k ON k.key = lower(r.license)
    LEFT JOIN pg_temp.import_change c ON c.nr = r.nr LEFT JOIN pg_temp.import_entitlement e ON e.nr = r.nr) line
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
WHERE e.action = 'update' AND x.id = e.existing AND x.version = e.version
--: write
INSERT INTO seatledger.entitlement (license_id, quantity, period, price_minor, currency, billing, order_number, supplier, note)
SELECT l.id, e.quantity, daterange(e.first_day, e.end_day), e.price_minor, e.currency, e.billing, e.order_number, e.supplier, e.note
FROM pg_temp.import_entitlement e JOIN seatledger.license l ON lower(l.name) = e.key
WHERE e.action = 'add' ORDER BY e.nr

--: expected
SELECT (SELECT count(*) FROM pg_temp.import_change WHERE action IN ('add', 'update'))
     + (SELECT count(*) FROM pg_temp.import_entitlement WHERE action IN ('add', 'update')) AS rows
