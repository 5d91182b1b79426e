# SPDX-License-Identifier: GPL-3.0-or-later
"""Two places for a server beside each other, and the releases that stand in them."""

import json
import os
import pathlib
import shlex
import shutil
import subprocess
import time
import urllib.error
import urllib.request

from .failure import Failure
from .metrics import Look

PATIENCE = 60  # seconds for a server to be ready, or to finish what is under way


class Releases:
    """The folder of unpacked packages, one folder for each version."""

    def __init__(self, folder):
        self._folder = pathlib.Path(folder)

    def unpack(self, packages):
        """Unpacks the packages of one version, wholly or not at all, and answers its folder."""
        versions = {self._field(package, "Version") for package in packages}
        if len(versions) != 1:
            raise Failure(f"The packages are of different versions: {', '.join(sorted(versions))}.")
        release = self._folder / versions.pop()
        if release.exists():
            return release
        growing = release.with_name(release.name + ".unpacking")
        shutil.rmtree(growing, ignore_errors=True)
        try:
            for package in packages:
                growing.mkdir(parents=True, exist_ok=True)
                run(["dpkg-deb", "--extract", package, growing])
            for program in ("seatledgerd", "seatledgerctl"):
                if not (growing / "usr/bin" / program).is_file():
                    raise Failure(f"None of the packages has {program}. Name seatledger-server and seatledgerctl.")
            growing.rename(release)
        except Failure:
            shutil.rmtree(growing, ignore_errors=True)
            raise
        return release

    @staticmethod
    def _field(package, name):
        return run(["dpkg-deb", "--field", package, name]).strip()


class Slot:
    """One of the two places. `folder`/NAME is a link to the release that stands there."""

    def __init__(self, name, settings):
        self.name = name
        self._link = pathlib.Path(settings["slots"]["folder"]) / name
        self._commands = settings["slots"]
        self._port = int(settings[f"slot {name}"]["port"])
        self.metrics_port = int(settings[f"slot {name}"]["metrics_port"])

    @property
    def release(self):
        """Its folder; None while nothing was ever put here."""
        return self._link.resolve() if self._link.exists() else None

    @property
    def version(self):
        return self.release.name if self.release else "-"

    def put(self, release):
        """Makes the slot that release's; the slot is stopped."""
        growing = self._link.with_name(self.name + ".new")
        growing.unlink(missing_ok=True)
        growing.symlink_to(release)
        os.replace(growing, self._link)

    def start(self):
        run(self._command("start"))
        self.wait_until_ready()

    def stop(self):
        run(self._command("stop"))

    def _command(self, what):
        return shlex.split(self._commands[what].replace("{slot}", self.name))

    def wait_until_ready(self):
        end = time.monotonic() + PATIENCE
        answer = "nothing"
        while time.monotonic() < end:
            status, answer = self.get("/readyz")
            if status == 200:
                return
            time.sleep(0.2)
        raise Failure(f"{self.name} is not ready after {PATIENCE} s: {answer}")

    def get(self, path, token=None, body=None):
        """The status and the text of an answer; 0 and the reason where there is none."""
        request = urllib.request.Request(f"http://127.0.0.1:{self._port}{path}", data=body and json.dumps(body).encode())
        if body:
            request.add_header("Content-Type", "application/json")
        if token:
            request.add_header("Authorization", f"Bearer {token}")
        return _answer(request)

    def look(self):
        status, text = _answer(urllib.request.Request(f"http://127.0.0.1:{self.metrics_port}/metrics"))
        if status != 200:
            raise Failure(f"{self.name} has no metrics at port {self.metrics_port}: {text}")
        return Look.at(text)


def _answer(request):
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()
    except OSError as error:
        return 0, str(error)


def run(command, **options):
    """What a program printed; a Failure with what it said where it failed."""
    try:
        done = subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False, **options)
    except OSError as error:
        raise Failure(f"{command[0]} cannot be run: {error}") from error
    if done.returncode:
        raise Failure(f"{pathlib.Path(command[0]).name} failed: {(done.stderr or done.stdout).strip()}")
    return done.stdout
