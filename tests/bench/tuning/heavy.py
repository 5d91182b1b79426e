# SPDX-License-Identifier: GPL-3.0-or-later
"""What the book asks PostgreSQL for, the heaviest first, and how it is done."""

import asyncio
import re
import threading

from ground import Server
from mixed import Load
from things import REPORTS, SEARCHES, TILES, Things
from tuned import table

HEAVIEST = 10
LINES = 14  # of a plan
WIDTH = 150


def measure(book, given):
    """The server's load, then what people ask for by window and command; each first counted, then done again with the plans in the log."""
    things = Things(book, given.seconds)
    for name, load in (("the server's mixed load", served), ("reports and searches", asked)):
        count(book)
        load(book, things, given.seconds * 12)
        heaviest, nested = found(book), found(book, False)
        explain(book)
        begin = book.log.stat().st_size
        load(book, things, given.seconds * 3)
        explained = plans(book, begin)
        show(name, heaviest, explained)
        show(f"{name}: within the book's functions", nested, explained)
    book.configure({})


def count(book):
    book.configure({"shared_preload_libraries": "pg_stat_statements, auto_explain"})
    book.ask("CREATE EXTENSION IF NOT EXISTS pg_stat_statements SCHEMA public")
    book.ask("ALTER SYSTEM SET pg_stat_statements.track = 'all'")
    book.ask("SELECT pg_reload_conf()")
    book.ask("SELECT public.pg_stat_statements_reset()")


def explain(book):
    for name, value in (("log_min_duration", 0), ("log_analyze", "on"), ("log_buffers", "on"), ("log_timing", "off"),
                        ("log_nested_statements", "on")):
        book.ask(f"ALTER SYSTEM SET auto_explain.{name} = '{value}'")
    book.ask("SELECT pg_reload_conf()")


def served(book, things, seconds):
    with Server(book, settings={"LIMITS_HOUSEKEEPING_SECONDS": "20"}) as server:
        beats = threading.Thread(target=things.heartbeats)
        beats.start()
        asyncio.run(Load(server, book, seconds).run())
        beats.join()


def asked(book, things, _):
    for words in (REPORTS | TILES | SEARCHES).values():
        things.command(words)


def found(book, outer=True):
    """The heaviest that clients sent, or that functions did for them."""
    rows = book.ask(f"""
        WITH s AS (SELECT *, total_exec_time / sum(total_exec_time) OVER () AS share FROM public.pg_stat_statements
                   WHERE toplevel = {outer} AND query !~* 'pg_stat|pg_wal_lsn|ALTER SYSTEM|load_lease|CREATE EXTENSION'
                     AND dbid = (SELECT oid FROM pg_database WHERE datname = current_database()))
        SELECT queryid, calls, total_exec_time, mean_exec_time, share, (shared_blks_hit + shared_blks_read) / calls::float8,
               shared_blks_read / calls::float8, rows / calls::float8, regexp_replace(query, '\\s+', ' ', 'g')
        FROM s ORDER BY total_exec_time DESC LIMIT {HEAVIEST}""")
    return [line.split("|", 8) for line in rows.split("\n") if line]


def plans(book, begin):
    """The costliest plan of each statement in the log."""
    costliest = {}
    with open(book.log, encoding="utf-8", errors="replace") as log:
        log.seek(begin)
        entry = []
        for line in log:
            if re.match(r"\d{4}-\d\d-\d\d \d\d:", line):
                remember(entry, costliest)
                entry = []
            if len(entry) < 400:
                entry.append(line.rstrip("\n").lstrip("\t"))
        remember(entry, costliest)
    return costliest


def remember(entry, costliest):
    if not entry or not (said := re.search(r"duration: ([\d.]+) ms  plan:", entry[0])):
        return
    begin = next((place for place, line in enumerate(entry) if "(cost=" in line), None)
    if begin:
        statement = shape("\n".join(entry[1:begin]).removeprefix("Query Text: "))
        if float(said.group(1)) > costliest.get(statement, (0, ""))[0]:
            costliest[statement] = (float(said.group(1)), "\n".join(entry[begin:]))


def shape(statement):
    """The statement whatever its values are. Its number would not do: of statements that are prepared it is not in the log."""
    values = re.sub(r"'(?:[^']|'')*'|\$\d+|-?\b\d+(?:\.\d+)?\b|\b(?:true|false|null)\b", "?", statement, flags=re.IGNORECASE)
    return re.sub(r"\s+", " ", values).strip().rstrip(";")


def show(name, heaviest, plans_found):
    table((name, "calls", "mean", "share", "blocks", "read", "rows", "statement"), [
        (place, calls, f"{float(mean):.3f} ms", f"{100 * float(share):.1f} %", f"{float(blocks):,.0f}", f"{float(read):,.1f}", f"{float(rows):,.1f}",
         brief(query.replace("|", "¦")))
        for place, (_, calls, _, mean, share, blocks, read, rows, query) in enumerate(heaviest, 1)])
    for place, (*_, query) in enumerate(heaviest, 1):
        passed, plan = plans_found.get(shape(query), (0, ""))
        if plan:
            print(f"{place}. {query[:1500]}\n\n    {passed:.3f} ms\n{abridged(plan)}\n", flush=True)


def brief(query):
    """How it begins and, as reports all begin alike, how a long one ends."""
    return query if len(query) <= WIDTH else f"{query[:WIDTH // 2]} ... {query[-WIDTH // 2:]}"


def abridged(plan):
    lines = [re.sub(r"cost=\S+ rows=(\d+) width=\d+", r"expected \1", line) for line in plan.split("\n")]
    lines = [line[:WIDTH] for line in lines if not re.match(r"\s*(Planning|JIT|Settings|Query Id)", line)]
    return "\n".join("    " + line for line in lines[:LINES * 3])
