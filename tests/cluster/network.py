# SPDX-License-Identifier: GPL-3.0-or-later
"""Machines that are network namespaces on one bridge. Nothing leaves it: there is no way to any other network."""

import ctypes
import dataclasses
import os
import pathlib
import signal
import subprocess
import time

PREFIX = "seatledger-"
LAN = PREFIX + "lan"
CLONE_NEWNET = 0x40000000


class Failure(Exception):
    """What did not go as it was to go."""


def run(*words, **options):
    """What a program printed; a Failure with what it said where it failed."""
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True, check=False, **options)
    if done.returncode:
        raise Failure(f"{' '.join(map(str, words[:12]))}: {done.returncode} {(done.stderr + done.stdout).strip()}")
    return done.stdout


def namespaces():
    """Those of this cluster that there are, as the kernel says."""
    return [line.split()[0] for line in run("ip", "netns", "list").splitlines() if line.startswith(PREFIX)]


class Node:
    """One machine."""

    def __init__(self, name, address):
        self.name, self.address = name, address
        self.namespace = PREFIX + name

    def create(self):
        run("ip", "netns", "add", self.namespace)
        run("ip", "link", "add", "eth0", "netns", self.namespace, "type", "veth", "peer", "name", self.name, "netns", LAN)
        self._ip("address", "add", f"{self.address}/24", "dev", "eth0")
        for link in ("lo", "eth0"):
            self._ip("link", "set", link, "up")
        run("ip", "-n", LAN, "link", "set", self.name, "master", "bridge", "up")

    def _ip(self, *words):
        run("ip", "-n", self.namespace, *words)

    def cut(self):
        """Pulls its cable out; what runs on it runs on."""
        run("ip", "-n", LAN, "link", "set", self.name, "down")

    def join(self):
        run("ip", "-n", LAN, "link", "set", self.name, "up")

    def words(self, *words, account=None):
        """The command that runs `words` here."""
        as_account = ["setpriv", f"--reuid={account}", f"--regid={account}", "--init-groups"] if account else []
        return ["ip", "netns", "exec", self.namespace, *as_account, *map(str, words)]

    def run(self, *words, account=None, **options):
        return run(*self.words(*words, account=account), **options)

    def processes(self):
        return [int(pid) for pid in run("ip", "netns", "pids", self.namespace).split()]

    def kill(self):
        """Ends all that runs here, as a power cut does."""
        kill_all(self.processes)

    def enter(self):
        """From now on this thread, and what it starts, is on that machine."""
        with open(f"/run/netns/{self.namespace}", encoding="ascii") as handle:
            if ctypes.CDLL(None, use_errno=True).setns(handle.fileno(), CLONE_NEWNET):
                raise Failure(f"cannot enter {self.namespace}: {os.strerror(ctypes.get_errno())}")


class Network:
    """The bridge with its machines."""

    def __init__(self, nodes):
        self.nodes = nodes

    def create(self):
        run("ip", "netns", "add", LAN)
        run("ip", "-n", LAN, "link", "add", "bridge", "type", "bridge")
        run("ip", "-n", LAN, "link", "set", "bridge", "up")
        for node in self.nodes:
            node.create()

    @staticmethod
    def remove():
        """Ends every process in every namespace of the cluster, then the namespaces, whoever began them."""
        for namespace in namespaces():
            kill_all(lambda name=namespace: [int(pid) for pid in run("ip", "netns", "pids", name).split()])
            run("ip", "netns", "delete", namespace)


def kill_all(processes):
    """Until none is left: one may have begun another meanwhile."""
    end = time.monotonic() + 20
    while pids := processes():
        if time.monotonic() > end:
            raise Failure(f"processes do not end: {pids}")
        for pid in pids:
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
        time.sleep(0.05)


@dataclasses.dataclass
class Service:
    """A program that runs on a machine until it is ended; what it says is in `log`."""

    name: str
    node: Node
    command: list
    log: pathlib.Path
    environment: dict = dataclasses.field(default_factory=dict)
    account: str | None = None
    process: subprocess.Popen | None = None

    def start(self):
        with open(self.log, "a", encoding="utf-8") as log:
            # of a session of its own: Ctrl-C is for who ends the cluster in order
            self.process = subprocess.Popen(self.node.words(*self.command, account=self.account), stdin=subprocess.DEVNULL, stdout=log,
                                            stderr=log, env=os.environ | self.environment, start_new_session=True)

    def end(self, with_signal=signal.SIGKILL, patience=60):
        self.process.send_signal(with_signal)
        self.process.wait(patience)

    def must_live(self):
        if self.process and self.process.poll() is not None:
            lines = self.log.read_text(encoding="utf-8", errors="replace").splitlines()[-5:]
            raise Failure(f"{self.name} on {self.node.name} ended with {self.process.returncode}: {' / '.join(lines)}")


def wait_for(condition, what, patience=90):
    """Waits until `condition` is true, or fails with what it waited for."""
    end = time.monotonic() + patience
    while not (met := condition()):
        if time.monotonic() > end:
            raise Failure(f"waited {patience} s in vain: {what}")
        time.sleep(0.1)
    return met
