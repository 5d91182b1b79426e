# SPDX-License-Identifier: GPL-3.0-or-later
"""HAProxy, told through its admin socket how much of the traffic each slot gets."""

import csv
import os
import socket
import tempfile
import time

from .failure import Failure

PATIENCE = 20  # seconds until HAProxy's check has to have passed


class Balancer:
    """One backend of a running HAProxy. What is set is also written down, so that a reload keeps it."""

    def __init__(self, settings):
        self._socket = settings["socket"]
        self._backend = settings["backend"]
        self._state_file = settings["state_file"]

    def shares(self):
        """The weight of each slot, 0 to 100; 0 for one that is taken out."""
        return {slot: 0 if row["status"].startswith("MAINT") else int(row["weight"]) for slot, row in self._servers().items()}

    def sessions(self, slot):
        """Connections to a slot that are in use."""
        return int(self._servers()[slot]["scur"])

    def _servers(self):
        rows = csv.DictReader(self._ask("show stat").removeprefix("# ").splitlines())
        servers = {row["svname"]: row for row in rows if row["pxname"] == self._backend}
        servers = {name: row for name, row in servers.items() if name not in ("FRONTEND", "BACKEND")}
        if not servers:
            raise Failure(f"HAProxy has no backend {self._backend} with servers.")
        return servers

    def share(self, shares):
        """Gives each slot its weight. At no moment is there nobody to serve: who comes in has passed HAProxy's own
        check before anybody goes out."""
        coming = [slot for slot, weight in shares.items() if weight]
        for slot in coming:
            self._tell(f"set weight {self._backend}/{slot} {shares[slot]}")
            self._tell(f"set server {self._backend}/{slot} state ready")
        for slot in coming:
            self._wait_until_up(slot)
        for slot in shares.keys() - coming:
            self._tell(f"set weight {self._backend}/{slot} 0")
            self._tell(f"set server {self._backend}/{slot} state maint")
        self._write_down()

    def _wait_until_up(self, slot):
        end = time.monotonic() + PATIENCE
        while not self._servers()[slot]["status"].startswith(("UP", "no check")):
            if time.monotonic() > end:
                raise Failure(f"HAProxy does not find {slot} ready; nobody was taken out for it.")
            time.sleep(0.05)

    def _write_down(self):
        folder = os.path.dirname(self._state_file)
        with tempfile.NamedTemporaryFile("w", dir=folder, delete=False) as file:
            file.write(self._ask("show servers state"))
        os.chmod(file.name, 0o644)
        os.replace(file.name, self._state_file)

    def _tell(self, command):
        answer = self._ask(command).strip()
        if answer:
            raise Failure(f"HAProxy does not do '{command}': {answer}")

    def _ask(self, command):
        try:
            with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
                connection.settimeout(10)
                connection.connect(self._socket)
                connection.sendall(command.encode() + b"\n")
                pieces = []
                while piece := connection.recv(65536):
                    pieces.append(piece)
        except OSError as error:
            raise Failure(f"HAProxy does not answer at {self._socket}: {error}. Is it running, with a stats socket?") from error
        return b"".join(pieces).decode()
