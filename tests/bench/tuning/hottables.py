# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables that change all the time: how often, whether in their page, and what room in the pages does."""

import asyncio
import dataclasses

from ground import Server
from mixed import Load
from things import Things, prepare_spread, spread_script
from tuned import Cost, least, megabytes, milliseconds, table


def measure(book, given):
    if not given.only or "mixed" in given.only:
        mixed(book, given)
    for trial in TRIALS:
        if not given.only or trial.table in given.only:
            one(book, Things(book, given.seconds), trial, given)


# ------------------------------------------------------------------------------------------------------ mixed load


def mixed(book, given):
    """The load of the endurance run, and heartbeats; what has changed is counted anew as the server does every minute."""
    things = Things(book, given.seconds)
    sizes = dict(sizes_of(book))
    book.ask("SELECT pg_stat_reset()")
    with Server(book, settings={"LIMITS_HOUSEKEEPING_SECONDS": "10"}) as server:
        asyncio.run(Load(server, book, given.seconds * 12).run())
    things.heartbeats()
    rows = []
    for line in book.ask("""
            SELECT relname, n_tup_ins, n_tup_upd, n_tup_hot_upd, n_tup_del, n_dead_tup, autovacuum_count, pg_total_relation_size(relid)
            FROM pg_stat_user_tables WHERE schemaname = 'seatledger' AND n_tup_upd + n_tup_del > 0
            ORDER BY n_tup_upd + n_tup_del DESC LIMIT 16""").split("\n"):
        name, inserted, updated, hot, deleted, dead, vacuumed, size = line.split("|")
        share = f"{100 * int(hot) / int(updated):.0f} %" if int(updated) else "-"
        rows.append((name, inserted, updated, share, deleted, dead, vacuumed, megabytes(int(size)), megabytes(int(size) - sizes.get(name, 0))))
    table(("table", "inserted", "updated", "in their page", "deleted", "dead now", "vacuumed", "size", "grown by"), rows)


def sizes_of(book):
    for line in book.ask("SELECT relname, pg_total_relation_size(oid) FROM pg_class WHERE relkind = 'r' "
                         "AND relnamespace = 'seatledger'::regnamespace").split("\n"):
        name, size = line.split("|")
        yield name, int(size)


# ---------------------------------------------------------------------------------------------- room in the pages


@dataclasses.dataclass
class Trial:
    table: str
    load: str  # heartbeat, assign, keep
    ways: dict  # each way's statements; the first is the reference


FREE, HELD, USED, LEASE = "license_seats_free", "license_seats_held", "license_seats_used", "activation_lease_until"


def room(name, percent):
    return [f"ALTER TABLE seatledger.{name} SET (fillfactor = {percent})", f"VACUUM FULL ANALYZE seatledger.{name}"]


TRIALS = [
    Trial("activation_lease", "heartbeat", {
        "as it was": room("activation_lease", 100),
        "room for 3 in 10": room("activation_lease", 70),
        "without the index of ends": [f"DROP INDEX seatledger.{LEASE}", *room("activation_lease", 100)],
        "without it, room for 3 in 10": room("activation_lease", 70)}),
    Trial("license_seats", "assign", {
        "as it was": room("license_seats", 100),
        "room for 3 in 10": room("license_seats", 70),
        "without the three orders": [*(f"DROP INDEX seatledger.{name}" for name in (FREE, HELD, USED)), *room("license_seats", 100)],
        "without them, room for 3 in 10": room("license_seats", 70)}),
    Trial("seat_day", "keep", {
        "as it was": [statement for name in ("seat_day", "cost_day", "money_now") for statement in room(name, 100)],
        "room for half": [statement for name in ("seat_day", "cost_day", "money_now") for statement in room(name, 50)]}),
]


def one(book, things, trial, given):
    """The ways in their order, all of it as often as there are rounds: what was dropped is made again before the next."""
    indexes = {line.split("|")[0]: line.split("|")[1] for line in book.ask(
        f"SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'seatledger' AND tablename = '{trial.table}'").split("\n")}
    costs, shares, sizes = {}, {}, {}
    for _ in range(given.rounds):
        for name, definition in indexes.items():
            if not book.ask(f"SELECT to_regclass('seatledger.{name}')"):
                book.ask(definition)
        for way, statements in trial.ways.items():
            for statement in statements:
                book.ask(statement)
            book.ask("CHECKPOINT")
            before = updates(book, trial.table)
            costs.setdefault(way, []).append(LOADS[trial.load](book, things, given))
            now = updates(book, trial.table)
            shares[way] = (now[1] - before[1]) / max(1, now[0] - before[0])
            sizes[way] = int(book.ask(f"SELECT pg_total_relation_size('seatledger.{trial.table}')"))
    for name, definition in indexes.items():
        if not book.ask(f"SELECT to_regclass('seatledger.{name}')"):
            book.ask(definition)
    usual = least(next(iter(costs.values())))
    table((f"{trial.table}: {trial.load}", "work", "", "WAL", "", "in their page", "size afterwards"), [
        (way, milliseconds(cost.work), f"{cost.work / usual.work:.2f} x", megabytes(cost.wal), f"{cost.wal / usual.wal:.2f} x",
         f"{100 * shares[way]:.0f} %", megabytes(sizes[way])) for way, cost in ((way, least(each)) for way, each in costs.items())])


def updates(book, name):
    return tuple(map(int, book.ask(f"SELECT n_tup_upd, n_tup_hot_upd FROM pg_stat_user_tables "
                                   f"WHERE schemaname = 'seatledger' AND relname = '{name}'").split("|")))


def spread_assigns(book, things, given):
    return things.bench(spread_script(prepare_spread(book)), book.login)


def keep(book, things, given):
    """Two thousand licences that have changed are counted anew, as housekeeping does."""
    book.ask("INSERT INTO seatledger.stale_license (license_id) SELECT id FROM seatledger.license WHERE state = 'active' "
             "AND id % 97 = 0 ORDER BY id LIMIT 2000 ON CONFLICT DO NOTHING")
    count = int(book.ask("SELECT count(*) FROM seatledger.stale_license"))
    return book.cost(lambda: [book.ask("SELECT seatledger.keep_seat_days(500)") for _ in range((count + 499) // 500)]).per(count)


LOADS = {"heartbeat": lambda book, things, given: things.heartbeats(), "assign": spread_assigns, "keep": keep}


# -------------------------------------------------------------------------------------- while the vacuum has not come

READS = {
    "all that hold today": "SELECT count(*) FROM seatledger.license_assignment WHERE state IN ('active', 'suspended')",
    "seats by department": "SELECT department_key, sum(quantity) FROM seatledger.license_assignment "
                           "WHERE department_key > 0 GROUP BY 1",
    "a licence's holders": "SELECT count(member_id) FROM seatledger.license_assignment WHERE license_id BETWEEN 1000 AND 21000",
}


def measure_late(book, given):
    """A tenth as many assignments more; what is asked of indexes alone looks at the rows while their pages are not known to be visible."""
    things = Things(book, given.seconds)
    book.configure({"autovacuum": "off"})
    book.ask("VACUUM ANALYZE seatledger.license_assignment")
    found = {"vacuumed": reads(book, given)}
    for _ in range(10):
        things.bulk()
    found["100,000 later"] = reads(book, given)
    book.ask("VACUUM seatledger.license_assignment")
    found["vacuumed again"] = reads(book, given)
    rows = []
    for what in READS:
        usual = found["vacuumed"][what]
        for when, costs in found.items():
            rows.append((what, when, milliseconds(costs[what][0].work), f"{costs[what][0].work / usual[0].work:.2f} x", costs[what][1]))
    table(("asked", "when", "work", "", "rows looked at for nothing"), rows)
    book.configure({})


def reads(book, given):
    found = {}
    for what, sql in READS.items():
        alone = f"SET max_parallel_workers_per_gather = 0; {sql}"
        cost = least([book.cost(lambda: book.ask(alone)) for _ in range(given.rounds + 1)])
        plan = book.ask(f"SET max_parallel_workers_per_gather = 0; EXPLAIN (ANALYZE, TIMING OFF) {sql}")
        fetches = [line.split(":")[1].strip() for line in plan.split("\n") if "Heap Fetches" in line]
        found[what] = (Cost(cost.work, cost.passed), fetches[0] if fetches else "no index alone")
    return found
