# SPDX-License-Identifier: GPL-3.0-or-later
"""A copy of a book whose settings can be changed, and what things cost on it."""

import dataclasses
import os
import pathlib
import shutil
import subprocess
import time

from clients import wrk
from ground import Book, Server


@dataclasses.dataclass
class Cost:
    """Of one thing, once."""

    work: float  # processor seconds of PostgreSQL
    passed: float  # seconds
    read: float = 0  # blocks that shared_buffers did not have
    temporary: float = 0  # bytes
    wal: float = 0  # bytes

    def per(self, times):
        return Cost(*(value / times for value in dataclasses.astuple(self)))


def least(costs):
    """What is left of several rounds: others who use the machine only add."""
    return Cost(*(min(values) for values in zip(*map(dataclasses.astuple, costs), strict=True)))


class TunedBook(Book):
    """The copy; gone at the end of the block."""

    def __init__(self, programs, workspace):
        self.folder = workspace.resolve().with_name(workspace.name + ".tuning")
        if self.folder.exists():
            raise SystemExit(f"{self.folder} is left of an earlier run: stop it and delete it")
        subprocess.run(["cp", "-a", "--reflink=auto", workspace, self.folder], check=True)
        super().__init__(programs, str(self.folder))
        self.data = pathlib.Path(self.ask("SHOW data_directory"))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.run("workspace", "stop")
        shutil.rmtree(self.folder)

    @property
    def log(self):
        return self.data.parent / "postgres.log"

    def configure(self, values):
        """These settings and no others; begins PostgreSQL anew if one of them, or one from before, needs it."""
        self.ask("ALTER SYSTEM RESET ALL")
        for name, value in values.items():
            self.ask(f"ALTER SYSTEM SET {name} = {value if name == 'shared_preload_libraries' else repr(value)}")
        self.ask("SELECT pg_reload_conf()")
        time.sleep(0.3)
        if self.ask("SELECT 1 FROM pg_settings WHERE pending_restart LIMIT 1"):
            self.begin_anew()

    def settle(self):
        """What has changed is counted for the reports, and vacuumed."""
        self.keep_up()
        self.ask("VACUUM ANALYZE")
        self.ask("CHECKPOINT")

    def keep_up(self):
        while self.ask("SELECT seatledger.keep_seat_days(2000)") != "0":
            pass

    def begin_anew(self):
        self.run("workspace", "stop")
        self.start()

    def counted(self):
        blocks, temporary, wal = self.ask(
            "SELECT blks_read, temp_bytes, pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0') FROM pg_stat_database "
            "WHERE datname = current_database()").split("|")
        return self.work(), time.monotonic(), int(blocks), int(temporary), int(wal)

    def cost(self, thing):
        """Of calling it."""
        before = self.counted()
        thing()
        return Cost(*(now - then for now, then in zip(self.counted(), before, strict=True)))

    def cost_of_request(self, question, connections, seconds):
        """Of one of many that clients ask at once; blocks and WAL those of all that the server does meanwhile."""
        before = self.counted()
        with Server(self, keeps=False, settings={"LIMITS_HOUSEKEEPING_SECONDS": "3600"}) as server:
            figures = wrk(server, self, question, connections, seconds)
        count = max(1, figures["rate"] * seconds)
        after = self.counted()
        rest = [(now - then) / count for now, then in zip(after[2:], before[2:], strict=True)]
        return Cost(figures["database"], 1 / max(figures["rate"], 1e-9), *rest)

    def forget_files(self):
        """What the system keeps of the copy's files is dropped, as after a start of the machine; nobody else's."""
        for file in (self.data / "base").rglob("*"):
            if file.is_file():
                descriptor = os.open(file, os.O_RDONLY)
                os.fsync(descriptor)
                os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
                os.close(descriptor)


def table(heads, rows):
    print("\n| " + " | ".join(heads) + " |\n|" + " --- |" * len(heads))
    for row in rows:
        print("| " + " | ".join(map(str, row)) + " |", flush=True)
    print(flush=True)


def milliseconds(seconds):
    value = seconds * 1e3
    return f"{value:,.0f} ms" if value >= 10 else f"{value:.2f} ms"


def megabytes(count):
    return f"{count / 1e6:,.1f} MB" if count >= 100_000 else f"{count / 1e3:.1f} kB"
