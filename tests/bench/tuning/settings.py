# SPDX-License-Identifier: GPL-3.0-or-later
"""The settings of PostgreSQL, each beside its usual value, in turns."""

import dataclasses

from things import Things
from tuned import least, megabytes, milliseconds, table

SERVED = ("read", "list", "validate", "assign")


@dataclasses.dataclass
class Trial:
    """`values` are those of one setting, or of several that go together; the first is the reference."""

    name: str
    values: list
    things: tuple
    also: dict = dataclasses.field(default_factory=dict)  # set with each value
    cold: bool = False
    then: str = ""  # a statement after each change
    each: str = ""  # one before each thing


TRIALS = [
    Trial("shared_buffers", ["128MB", "512MB", "2GB"], (*SERVED, "heartbeat", "bulk", "reports", "searches")),
    Trial("work_mem", ["4MB", "16MB", "64MB"], ("reports", "tiles")),
    Trial("random_page_cost", ["4", "1.1"], ("list", "reports", "tiles", "searches")),
    Trial("effective_cache_size", ["4GB", "1GB", "16GB"], ("reports", "searches")),
    Trial("jit", ["off", "on"], ("reports", "tiles", "searches")),
    Trial("max_parallel_workers_per_gather", ["2", "0"], ("reports", "tiles")),
    Trial("wal_compression", ["off", "pglz", "lz4"], ("assign", "heartbeat", "bulk"), each="CHECKPOINT"),
    Trial("synchronous_commit", ["on", "off"], ("assign", "bulk")),
    Trial("commit_delay", ["0", "1000"], ("assign",)),
    Trial("default_statistics_target", ["100", "500"], ("list", "reports", "searches"), then="ANALYZE"),
    Trial("effective_io_concurrency", ["1", "200"], ("idle-seats", "cost-by-department, as of another day", "search: what ends soon"), cold=True),
]


def measure(book, given):
    book.settle()
    things = Things(book, given.seconds)
    for trial in TRIALS:
        if not given.only or trial.name in given.only:
            one(book, things, trial, given.rounds)
    if not given.only or "checkpoints" in given.only:
        since_checkpoint(book, things)
    book.configure({})


def one(book, things, trial, rounds):
    names = [name for thing in trial.things for name in things.groups().get(thing, [thing])]
    costs = {(value, name): [] for value in trial.values for name in names}
    for _ in range(rounds):
        for value in trial.values:
            book.configure(trial.also | {trial.name: value})
            if trial.then:
                book.ask(trial.then)
            for name in names:
                if trial.cold:  # as after a start of the machine
                    book.begin_anew()
                    book.forget_files()
                elif trial.name == "shared_buffers" or not costs[value, name]:
                    things.cost(name)  # what is read for the first time costs more
                if trial.each:
                    book.ask(trial.each)
                costs[value, name].append(things.cost(name))
    print_costs(trial, names, {key: least(each) for key, each in costs.items()})


def since_checkpoint(book, things):
    """What the log of changes grows by, beginning at a checkpoint: the further it lies back, the fewer pages are written whole."""
    book.configure({"checkpoint_timeout": "1h", "max_wal_size": "8GB"})
    rows = []
    for name in ("heartbeat", "assign", "bulk"):
        book.ask("CHECKPOINT")
        stretches = [things.cost(name) for _ in range(5)]
        rows.append((name, *(f"{megabytes(cost.wal)}, {milliseconds(cost.work)}" for cost in stretches)))
    table(("WAL and work of one", "just after a checkpoint", "then", "then", "then", "then"), rows)


def print_costs(trial, names, costs):
    rows = []
    for name in names:
        usual = costs[trial.values[0], name]
        for value in trial.values:
            cost = costs[value, name]
            rows.append((name, value, milliseconds(cost.work), f"{cost.work / max(usual.work, 1e-9):.2f} x", f"{cost.read:,.1f}",
                         megabytes(cost.temporary), megabytes(cost.wal), milliseconds(cost.passed)))
    table((trial.name, "", "work", "", "blocks read", "temporary", "WAL", "passed"), rows)
