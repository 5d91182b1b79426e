# SPDX-License-Identifier: GPL-3.0-or-later
"""What the audit's parts by month cost an assignment."""

import pathlib
import shutil
import tempfile

from clients import assign_ground, assign_script, pgbench, prepare_turns
from ground import Book, Question
from tuned import milliseconds, table

PARTED = 89  # the migration that made the parts


def measure(given):
    """On a small book, before the migration and after it, in turns: plain assignments, as the program of today does not work without."""
    folder = pathlib.Path(tempfile.mkdtemp(dir=given.workspace.resolve().parent, prefix="parts"))
    folder.chmod(0o755)
    try:
        book = SmallBook(given.programs, folder / "book")
        try:
            compare(book, given)
        finally:
            book.run("workspace", "stop")
    finally:
        shutil.rmtree(folder)


class SmallBook(Book):
    def __init__(self, programs, folder):
        self.command = [programs / "seatledgerctl", "--workspace", str(folder)]
        self.run("workspace", "start")
        self.run("migrate", "up")
        self.run("sample", "--members", "10000", "--licenses", "600", "--assignments", "20000", "--seed", "7")
        super().__init__(programs, str(folder))


def compare(book, given):
    first, last = assign_ground(book)
    prepare_turns(book)
    script = assign_script(Question("assign", "assign", "", (first, last)))
    parted, whole = [], []
    for _ in range(max(3, given.rounds)):
        parted.append(cost(book, script, given.seconds))
        book.run("migrate", "down", str(steps(book)))
        whole.append(cost(book, script, given.seconds))
        book.run("migrate", "up")
    ratios = sorted(late / early for late, early in zip(parted, whole, strict=True))
    table(("audit", "work of PostgreSQL for one assignment, each round"), [
        ("one table each", ", ".join(map(milliseconds, whole))), ("parts by month", ", ".join(map(milliseconds, parted))),
        ("beside each other", ", ".join(f"{ratio:.2f} x" for ratio in ratios) + f"; median {ratios[len(ratios) // 2]:.2f} x")])


def steps(book):
    return int(book.ask(f"SELECT count(*) FROM seatledger.schema_version WHERE version >= {PARTED}"))


def cost(book, script, seconds):
    book.ask("VACUUM ANALYZE")
    book.ask("CHECKPOINT")
    return pgbench(book, script, seconds, book.login)["database"]
