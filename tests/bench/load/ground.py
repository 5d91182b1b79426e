# SPDX-License-Identifier: GPL-3.0-or-later
"""What the load and the faults stand on: a filled workspace, and the built server over it."""

import json
import os
import pathlib
import re
import signal
import subprocess
import tempfile
import time
import urllib.request

TICKS = os.sysconf("SC_CLK_TCK")


def processor_seconds(pid, with_ended_children=False):
    """What a process has worked, in seconds; nothing if it is gone."""
    try:
        fields = pathlib.Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except OSError:
        return 0
    return sum(map(int, fields[11:15 if with_ended_children else 13])) / TICKS


class Book:
    """The workspace, through the command and psql."""

    def __init__(self, programs, workspace):
        self.programs = programs
        self.command = [programs / "seatledgerctl", "--workspace", workspace]
        self.uri = self.run("workspace", "uri").strip()
        self.start()
        self.login = f"load{os.getpid()}"
        self.token = self.make_token()

    def start(self):
        """Begins it, unless it runs."""
        self.run("workspace", "start")
        self.postmaster = int((pathlib.Path(self.ask("SHOW data_directory")) / "postmaster.pid")
                              .read_text(encoding="utf-8").split("\n")[0])

    def run(self, *words):
        return subprocess.run([*self.command, *words], check=True, capture_output=True, text=True).stdout

    def make_token(self):
        self.license, member = self.ask("""
            SELECT license_id, member_id FROM seatledger.license_assignment WHERE state = 'active' ORDER BY id LIMIT 1""").split("|")
        self.run("operator", "add", self.login, "--name", "Load", "--role", "administrator", "--member", f"#{member}")
        scopes = [word for name in ("read", "report", "audit", "own", "assign") for word in ("--scope", name)]
        made = json.loads(self.run("--json", "token", "create", "--owner", self.login, "--name", "load", *scopes))
        return made["token"]

    def ask(self, sql):
        rows = subprocess.run(["psql", self.uri, "-XAtqc", sql], check=True, capture_output=True, text=True).stdout
        return rows.strip()

    def members(self):
        return self.ask("SELECT id FROM seatledger.member WHERE status = 'active' ORDER BY id LIMIT 10000").split("\n")

    def backends(self):
        """The processes of PostgreSQL beside the first."""
        children = pathlib.Path(f"/proc/{self.postmaster}/task/{self.postmaster}/children").read_text(encoding="utf-8").split()
        return [int(child) for child in children]

    def work(self):
        """What PostgreSQL's processes have worked so far, in seconds."""
        return processor_seconds(self.postmaster, True) + sum(processor_seconds(child) for child in self.backends())


class Question:
    """What is asked: a path with one number in it from `least` to `most`, and the body, if it is posted: with such a number and
    a member's in it."""

    def __init__(self, word, name, path, numbers=(1, 1), method="GET", body=""):
        self.word, self.name, self.path, self.method, self.body = word, name, path, method, body
        self.least, self.most = numbers
        self.turn = 0


class Server:
    """seatledgerd, for as long as the block runs."""

    def __init__(self, book, options="", keeps=True, settings=None, log=None):
        self.book = book
        self.log = log or tempfile.NamedTemporaryFile("r", delete=False).name
        glue = "&" if "?" in book.uri else "?"
        self.settings = {"DATABASE_URI": book.uri + (f"{glue}options={options}" if options else ""), "HTTP_PORT": "0",
                         "LIMITS_REQUESTS_PER_TOKEN": "0", "LIMITS_REQUESTS_PER_ADDRESS": "0", "HTTP_CONNECTIONS": "15000",
                         "WORKERS_WAITING": "15000", "WORKERS_PATIENCE_SECONDS": "120"} | (settings or {})
        if not keeps:
            self.settings["CACHE_BYTES"] = "0"

    def __enter__(self):
        self.start()
        return self

    def start(self):
        environment = os.environ | {f"SEATLEDGERD_{name}": value for name, value in self.settings.items()}
        with open(self.log, "w", encoding="utf-8") as log:
            self.process = subprocess.Popen([self.book.programs / "seatledgerd"], env=environment, stderr=log)
        self.port = self.wait_for_port()

    def wait_for_port(self):
        for _ in range(600):
            for line in open(self.log, encoding="utf-8"):
                entry = json.loads(line)
                if entry.get("message") == "listening":
                    return entry["port"]
            time.sleep(0.1)
        raise SystemExit("seatledgerd does not listen")

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(60)
        os.unlink(self.log)

    def ask(self, question, number):
        path = question.path % number if "%d" in question.path else question.path
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.port}{path}", method=question.method, data=question.body.encode() or None,
            headers={"Authorization": f"Bearer {self.book.token}", "Content-Type": "application/json"})
        with urllib.request.urlopen(request) as answer:
            return answer.read()

    def work(self):
        return processor_seconds(self.process.pid)

    def memory(self):
        """Kilobytes in use."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text(encoding="utf-8")
        return int(re.search(r"VmRSS:\s+(\d+)", status).group(1))

    def descriptors(self):
        return len(os.listdir(f"/proc/{self.process.pid}/fd"))
