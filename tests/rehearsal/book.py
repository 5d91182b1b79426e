# SPDX-License-Identifier: GPL-3.0-or-later
"""What rehearsals have in common: a filled private workspace, for as long as they last."""

import json
import os
import pathlib
import signal
import socket
import subprocess
import sys
import tempfile
import time


class Book:
    """A private workspace in a folder, with a sample in it."""

    def __init__(self, programs, folder):
        self.programs = programs.resolve()
        self.folder = folder
        self.workspace = folder / "book"
        self.uri = None

    def __enter__(self):
        self.ctl("workspace", "start")
        self.ctl("migrate", "up")
        self.ctl("sample", "--members", "200", "--licenses", "60", "--assignments", "1500", "--seed", "7")
        self.uri = self.ctl("workspace", "uri").strip()
        return self

    def __exit__(self, *_):
        self.ctl("workspace", "stop")

    def ctl(self, *words, refused=None):
        """What seatledgerctl prints; it has to succeed, or to end with the exit code `refused`."""
        command = [self.programs / "seatledgerctl", "--workspace", self.workspace, *words]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode != (refused or 0):
            sys.exit(f"FAILED: {words}: {done.returncode} {done.stderr}")
        return done.stdout + (done.stderr if refused else "")

    def psql(self, sql):
        return subprocess.run(["psql", self.uri, "-XAtqc", sql], check=True, capture_output=True, text=True).stdout.strip()

    def make_token(self):
        """The secret of a token that may read and assign."""
        self.ctl("operator", "add", "ops", "--name", "Ops", "--role", "administrator")
        scopes = ("--scope", "read", "--scope", "assign")
        return json.loads(self.ctl("--json", "token", "create", "--owner", "ops", "--name", "ops", *scopes))["token"]


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def wait_for(condition, what):
    end = time.monotonic() + 60
    while not condition():
        if time.monotonic() > end:
            sys.exit(f"FAILED: {what}")
        time.sleep(0.05)


def must(condition, what):
    if not condition:
        sys.exit(f"FAILED: {what}")


def in_folder(usage, kind, rehearse):
    """Runs a rehearsal on a book of that kind in a folder of its own, with the programs that the command line names."""
    if len(sys.argv) != 2:
        sys.exit(usage)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with tempfile.TemporaryDirectory(prefix="seatledger-") as folder:
        os.chmod(folder, 0o755)
        with kind(pathlib.Path(sys.argv[1]), pathlib.Path(folder)) as book:
            rehearse(book)
