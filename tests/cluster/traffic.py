# SPDX-License-Identifier: GPL-3.0-or-later
"""People at work: clients on a machine of their own that read, validate, report, take seats and give them back through the API."""

import asyncio
import collections
import dataclasses
import json
import random
import threading
import time
import uuid

from network import Failure, wait_for

CLIENTS = 12
PATIENCE = 90  # seconds that a client repeats a change
SCARCE = 30  # seats of a licence that more want


@dataclasses.dataclass
class Answered:
    """One request, and what became of it."""

    kind: str
    began: float
    ended: float
    status: int  # 0: none
    code: str

    @property
    def is_served(self):
        """Done, or refused by a rule of the book: `no seat is free` is an answer."""
        return 200 <= self.status < 300 or self.status == 409 and self.code != "idempotency_key_running"


class Ground:
    """Two licences of their own: one with seats for everybody, one with fewer than are wanted."""

    def __init__(self, cluster):
        self.members = [int(line) for line in cluster.psql(
            "SELECT id FROM seatledger.member WHERE status = 'active' ORDER BY id LIMIT 120").split()]
        seats = {"plenty": len(self.members), "scarce": SCARCE}
        self.licenses = {int(cluster.psql(
            "WITH made AS (INSERT INTO seatledger.license (product_id, name) "
            f"SELECT min(id), '{name} ' || clock_timestamp() FROM seatledger.product RETURNING id) "
            f"INSERT INTO seatledger.entitlement (license_id, quantity, period) SELECT id, {count}, "
            "daterange(seatledger.today(), NULL) FROM made RETURNING license_id")): count for name, count in seats.items()}
        own = cluster.psql("SELECT license_id FROM seatledger.license_assignment a JOIN seatledger.operator o USING (member_id) "
                           "WHERE o.login = 'portal' AND a.state = 'active' LIMIT 1")
        self.own_license = int(own)


class Traffic:
    """Works for as long as the block runs. Afterwards `answers` has each request, `held` and `given_back` what was promised."""

    def __init__(self, cluster, ground):
        self.ground = ground
        self.answers = []
        self.held = {}  # assignment by (license, member), as the last answer says
        self.given_back = set()
        self.unsure = set()  # of (license, member): nobody answered in time
        self._node, self._token = cluster.nodes["client"], cluster.token
        self._address = cluster.nodes["edge"].address
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run)
        self._is_abandoned = False
        self._fault = None

    def __enter__(self):
        self._thread.start()
        wait_for(lambda: self.count("write") >= CLIENTS, "changes that are answered")
        return self

    def __exit__(self, failure, *_):
        self._stop.set()
        self._is_abandoned = failure is not None
        self._thread.join(PATIENCE + 60)
        if self._fault:
            raise Failure(f"the clients failed: {self._fault!r}")

    def count(self, kind):
        return sum(one.kind == kind and one.is_served for one in list(self.answers))

    def _run(self):
        try:
            self._node.enter()
            asyncio.run(self._all())
        except Exception as fault:  # pylint: disable=broad-except
            self._fault = fault

    async def _all(self):
        places = [(license, member) for license in self.ground.licenses for member in self.ground.members]
        random.Random(7).shuffle(places)
        await asyncio.gather(*(self._work(places[client::CLIENTS], random.Random(client)) for client in range(CLIENTS)))

    async def _work(self, places, chance):
        """One client: nobody else takes or gives back the seats that it does."""
        while not self._stop.is_set():
            what = chance.random()
            if what < 0.25:
                await self._ask("list", "GET", f"/api/v1/assignments?limit=20&license_id={chance.choice(list(self.ground.licenses))}")
            elif what < 0.45:
                await self._ask("validate", "POST", f"/api/v1/me/licenses/{self.ground.own_license}:validate", {})
            elif what < 0.55:
                await self._ask("report", "GET", f"/api/v1/statistics?lead_days={chance.randint(1, 300)}")
            else:
                await self._take_or_give_back(*chance.choice(places))
            await asyncio.sleep(chance.uniform(0, 0.1))

    async def _take_or_give_back(self, license_id, member):
        place = (license_id, member)
        if place in self.held:
            status, _ = await self._insist("/api/v1/assignments:bulk", {"action": "revoke", "assignment_ids": [self.held[place]],
                                                                          "reason": "Given back"})
            if 200 <= status < 300:
                self.given_back.add(self.held.pop(place))
                return
        else:
            status, answer = await self._insist("/api/v1/assignments", {"license_id": license_id, "member_id": member})
            if status == 201:
                self.held[place] = answer["id"]
                return
        if status != 409:
            self.unsure.add(place)

    async def _insist(self, path, body):
        """Asks with one Idempotency-Key until there is an answer that asking again would not better."""
        key, end, pause = str(uuid.uuid4()), time.monotonic() + PATIENCE, 0.05
        while True:
            answered, answer = await self._ask("write", "POST", path, body, key)
            is_final = answered.is_served or 400 <= answered.status < 500 and answered.status not in (409, 429)
            if is_final or self._is_abandoned or time.monotonic() > end:
                return answered.status, answer
            await asyncio.sleep(random.uniform(pause / 2, pause))
            pause = min(0.5, pause * 2)

    async def _ask(self, kind, method, path, body=None, key=None):
        began = time.monotonic()
        try:
            status, answer = await asyncio.wait_for(self._exchange(method, path, body, key), 30)
        except (OSError, asyncio.TimeoutError, ValueError, IndexError):
            status, answer = 0, {}
        answered = Answered(kind, began, time.monotonic(), status, answer.get("code", ""))
        self.answers.append(answered)
        return answered, answer

    async def _exchange(self, method, path, body, key):
        content = json.dumps(body).encode() if body is not None else b""
        head = [f"{method} {path} HTTP/1.1", "Host: seatledger", f"Authorization: Bearer {self._token}", "Connection: close",
                f"Content-Length: {len(content)}", "Content-Type: application/json"] + ([f"Idempotency-Key: {key}"] if key else [])
        reader, writer = await asyncio.open_connection(self._address, 8080)
        try:
            writer.write("\r\n".join(head).encode() + b"\r\n\r\n" + content)
            answer = await reader.read(-1)
        finally:
            writer.close()
        fields, _, text = answer.partition(b"\r\n\r\n")
        found = json.loads(text) if text[:1] == b"{" else {}
        return int(fields.split()[1]), found


def said(answers):
    served = sum(one.is_served for one in answers)
    return f"{len(answers):,} requests, {served:,} answered, {len(answers) - served:,} failed: availability {served / len(answers):.2%}"


class Account:
    """What the clients saw of something that happened at `moment`."""

    def __init__(self, answers, moment):
        self.answers, self.moment = answers, moment
        ends = sorted(one.ended for one in answers if one.kind == "write" and one.is_served and one.ended > moment)
        self.gap, self.resumed = max(((after - before, after) for before, after in zip([moment, *ends], ends)), default=(0, moment))

        self.span = max(one.ended for one in answers) - min(one.began for one in answers)
        self.away = max(0, self.gap - 1)  # seconds; a second without a change is no outage

    def text(self):
        failed = collections.Counter(f"{one.kind} {one.status} {one.code}".strip() for one in self.answers if not one.is_served)
        still = f"  changes stood still for {self.gap:.1f} s, and went on {self.resumed - self.moment:.1f} s after it"
        lines = [still if self.gap >= 1 else f"  changes went on: the longest pause was {self.gap:.1f} s",
                 f"  within {self.span:.0f} s {said(self.answers)}; changes were possible {1 - self.away / self.span:.1%} of the time"]
        if failed:
            lines.append("  failed: " + ", ".join(f"{what}: {number:,}" for what, number in failed.most_common()))
        return "\n".join(lines)


def said_of_all(accounts):
    """Availability over a whole run, by requests and by time."""
    span, away = (sum(getattr(account, figure) for account in accounts) for figure in ("span", "away"))
    requests = said([answer for account in accounts for answer in account.answers])
    return f"within {span:.0f} s {requests}; changes were possible {1 - away / span:.2%} of the time"
