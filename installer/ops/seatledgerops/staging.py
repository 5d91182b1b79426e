# SPDX-License-Identifier: GPL-3.0-or-later
"""A release beside the one that serves: begun, watched, made the only one, or taken back."""

import json
import os
import pathlib
import shlex
import subprocess
import time

from .backups import hand_over
from .balancer import Balancer
from .failure import Failure
from .metrics import Health
from .slots import PATIENCE, Releases, Slot, run

NAMES = ("blue", "green")


class Staging:
    """What an operator does with releases. Whatever ends early leaves the traffic where it was."""

    def __init__(self, settings, say):
        self._settings = settings
        self._say = say
        self._slots = {name: Slot(name, settings) for name in NAMES}
        self._balancer = Balancer(settings["haproxy"])

    def status(self):
        """One line for each slot."""
        shares = self._balancer.shares()
        for name, slot in self._slots.items():
            status, answer = slot.get("/readyz")
            ready = "ready" if status == 200 else "stopped" if status == 0 else f"not ready: {answer}"
            self._say(f"{name:6} {slot.version:12} {shares[name]:3} % of the traffic, {ready}")

    def backup(self):
        """A backup that was tried by restoring it."""
        folder = pathlib.Path(self._settings["backup"]["folder"])
        folder.mkdir(parents=True, exist_ok=True)
        made = json.loads(self._ctl(self._serving(), "--json", "backup", "create", folder, "--verify"))
        self._say(f"Backed up and verified: {hand_over(made['backup'])}")

    def deploy(self, packages, share):
        """Puts a release beside the one that serves and gives it its share of the traffic."""
        serving, idle = self._serving_and_idle()
        release = Releases(self._settings["releases"]["folder"]).unpack(packages)
        missing = self._missing(release)
        if missing:
            raise Failure(f"The database lacks {', '.join(title for title, _ in missing)}: run `migrate {release.name}` first.")
        idle.put(release)
        self._say(f"Starting {release.name} as {idle.name}")
        try:
            idle.start()
            self.verify(idle.name)
        except Failure:
            idle.stop()
            raise
        if not serving:
            share = 100
        self._share({idle.name: share} | ({serving.name: 100 - share} if serving else {}))
        if share < 100:
            self._say("Next: watch, then promote or rollback")

    def migrate(self, version):
        """Brings the schema to a release's version while the older one serves, whose book is backed up before."""
        release = pathlib.Path(self._settings["releases"]["folder"]) / version
        if not release.is_dir():
            raise Failure(f"There is no release {version} in {release.parent}: deploy its packages first, which unpacks them.")
        missing = self._missing(release)
        if not missing:
            self._say("The schema is at that version already.")
            return
        contracting = [title for title, expands in missing if not expands]
        others = {slot.version for slot in self._with_traffic()} - {version}
        if contracting and others:
            raise Failure(f"{', '.join(contracting)} takes away what {', '.join(sorted(others))} needs, which still serves. "
                          "Release a version in between, or stop it and migrate with the service down.")
        if others:
            self.backup()
        self._say(self._ctl(release, "migrate", "up").strip())

    def verify(self, name):
        """Asks a slot for its health, the book for its schema and grants, and does something that changes nothing."""
        slot = self._slots[name]
        for path in ("/healthz", "/readyz"):
            self._expect(slot, path)
        self._ctl(slot.release, "doctor")
        self._rehearse_assignment(slot)
        self._say(f"{name} ({slot.version}): healthy, schema and grants as they should be, a trial assignment was planned")

    def watch(self, seconds, roll_back):
        """Compares the two by what they answered meanwhile."""
        (old, _), (new, share) = self._by_share()
        if not share:
            raise Failure("Only one release has traffic: there is nothing to compare.")
        before = {slot.name: slot.look() for slot in (old, new)}
        end = time.monotonic() + seconds
        least = int(self._settings["watch"]["requests"])
        while True:
            time.sleep(min(5, max(0.1, end - time.monotonic())))
            did = {slot.name: Health.between(before[slot.name], slot.look()) for slot in (old, new)}
            worse = did[new.name].is_worse_than(did[old.name], self._tolerance()) if did[new.name].requests >= least else None
            if worse or time.monotonic() >= end:
                break
        for slot in (old, new):
            self._say(f"{slot.name:6} {slot.version:12} {did[slot.name]}")
        if did[new.name].requests < least:
            raise Failure(f"{new.version} had fewer than {least} requests: watch longer or give it more.")
        if worse:
            if roll_back:
                self.rollback()
            raise Failure(f"{new.version} is worse: {worse}.")
        self._say(f"{new.version} does as well as {old.version}")

    def promote(self):
        """All traffic to the newer one; the older one finishes what it has and stops, ready to come back."""
        (old, _), (new, share) = self._by_share()
        if not share:
            raise Failure("Only one release has traffic: deploy another first.")
        new.wait_until_ready()
        self._share({new.name: 100, old.name: 0})
        self._stop_quietly(old)

    def rollback(self):
        """All traffic to the other slot, whether it still has some or was stopped by promote."""
        (more, _), (less, is_staged) = self._by_share()
        good, bad = (more, less) if is_staged else (less, more)
        if not is_staged:
            if not good.release:
                raise Failure("There is no release to go back to.")
            good.start()
        self._share({good.name: 100, bad.name: 0})
        self._stop_quietly(bad)

    def monitor(self):
        """Hands Prometheus the rules of when to call somebody and the servers to ask, and lets it read them."""
        own = self._settings["monitoring"]
        folder = pathlib.Path(own["folder"])
        folder.mkdir(parents=True, exist_ok=True)
        for file in sorted(pathlib.Path(own["files"]).glob("*.rules.yml")):
            run(["promtool", "check", "rules", file])
            (folder / file.name).write_bytes(file.read_bytes())
            self._say(f"{folder / file.name}")
        self._name_servers()
        run(shlex.split(own["reload"]))
        for slot in self._with_traffic():
            slot.look()
            self._say(f"{slot.name} answers Prometheus")

    def servers(self):
        """What writes into the book, for who has to stop all of it."""
        return Servers(self._slots.values(), shlex.split(self._settings["postgresql"]["units"]))

    def command(self):
        """The seatledgerctl that has the schema of the book, also where no release was ever staged."""
        try:
            release = self._serving()
        except (OSError, Failure):
            release = None
        return release / "usr/bin/seatledgerctl" if release else pathlib.Path("/usr/bin/seatledgerctl")

    def _name_servers(self):
        """Prometheus asks the servers that have traffic: one that was stopped in order is nothing to call somebody for."""
        folder = pathlib.Path(self._settings["monitoring"]["folder"])
        if folder.is_dir():
            servers = [{"targets": [f"127.0.0.1:{slot.metrics_port}" for slot in self._with_traffic()]}]
            growing = folder / "servers.json.new"
            growing.write_text(json.dumps(servers) + "\n", encoding="ascii")
            os.replace(growing, folder / "servers.json")

    def _serving_and_idle(self):
        serving = self._with_traffic()
        if len(serving) == len(NAMES):
            raise Failure("A release is staged already: promote it or roll it back first.")
        return serving[0] if serving else None, next(slot for slot in self._slots.values() if slot not in serving)

    def _with_traffic(self):
        shares = self._balancer.shares()
        return [slot for slot in self._slots.values() if shares[slot.name] and slot.release]

    def _by_share(self):
        """Both slots with what they get of the traffic, the one with more first."""
        shares = self._balancer.shares()
        return sorted(((slot, shares[name]) for name, slot in self._slots.items()), key=lambda pair: -pair[1])

    def _share(self, shares):
        self._balancer.share(shares)
        self._name_servers()
        told = ", ".join(f"{self._slots[name].version} {weight} %" for name, weight in shares.items())
        self._say(f"Traffic: {told}")

    def _stop_quietly(self, slot):
        end = time.monotonic() + PATIENCE
        while self._balancer.sessions(slot.name) and time.monotonic() < end:
            time.sleep(0.2)
        slot.stop()  # it finishes by itself what is under way even then
        self._say(f"{slot.name} ({slot.version}) is stopped")

    def _expect(self, slot, path, body=None):
        status, answer = slot.get(path, self._token() if path.startswith("/api/") else None, body)
        if status != 200:
            raise Failure(f"{slot.name} answers {status} to {path}: {answer}")
        return answer

    def _rehearse_assignment(self, slot):
        license_ = json.loads(self._expect(slot, "/api/v1/licenses?limit=1"))["items"]
        member = json.loads(self._expect(slot, "/api/v1/members?limit=1"))["items"]
        if not license_ or not member:
            self._say("The book is empty: no assignment was tried")
            return
        self._expect(slot, "/api/v1/assignments:bulk",
                     {"action": "assign", "license_id": license_[0]["id"], "member_ids": [member[0]["id"]],
                      "partial": True, "dry_run": True})

    def _missing(self, release):
        """The migrations that the database lacks for a release, each with whether it only expands."""
        states = json.loads(self._ctl(release, "--json", "migrate", "status"))
        return [(f"{state['version']:04}_{state['name']}", state["expands"]) for state in states if not state["applied_at"]]

    def _serving(self):
        """The release that has most of the traffic, whose program has the schema of the book."""
        shares = self._balancer.shares()
        return max(self._slots.values(), key=lambda slot: (shares[slot.name], bool(slot.release))).release

    def _ctl(self, release, *words):
        if not release:
            raise Failure("No release was ever deployed.")
        return run([release / "usr/bin/seatledgerctl", *shlex.split(self._settings["database"]["options"]), *words],
                   stdin=subprocess.DEVNULL)

    def _token(self):
        path = self._settings["verify"]["token_file"]
        try:
            return pathlib.Path(path).read_text(encoding="ascii").strip()
        except OSError as error:
            raise Failure(f"The token to verify with cannot be read: {error}") from error

    def _tolerance(self):
        watch = self._settings["watch"]
        return {"failed": float(watch["failed"]), "slower": float(watch["slower"])}


class Servers:
    """The slots and other units that write into the book, by name."""

    def __init__(self, slots, units):
        self._slots = {slot.name: slot for slot in slots}
        self._units = units

    def serving(self):
        return ([name for name, slot in self._slots.items() if slot.get("/healthz")[0] == 200]
                + [unit for unit in self._units if subprocess.run(["systemctl", "is-active", "--quiet", unit], check=False).returncode == 0])

    def stop(self, names):
        for name in names:
            self._tell(name, "stop")

    def start(self, names):
        for name in names:
            self._tell(name, "start")

    def _tell(self, name, verb):
        if name in self._slots:
            getattr(self._slots[name], verb)()
        else:
            run(["systemctl", verb, name])
