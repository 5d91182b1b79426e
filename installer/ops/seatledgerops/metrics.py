# SPDX-License-Identifier: GPL-3.0-or-later
"""How a server does, by the difference of two looks at its /metrics."""

import dataclasses
import math
import re

LINE = re.compile(r'^(?P<name>\w+)(?:\{(?P<labels>[^}]*)\})? (?P<value>\S+)$')
LABEL = re.compile(r'(\w+)="((?:[^"\\]|\\.)*)"')


@dataclasses.dataclass
class Look:
    """What a server had counted at one moment."""

    requests: float
    failures: float  #: answers of 500 and above
    buckets: dict  #: answers within so many seconds

    @staticmethod
    def at(text):
        look = Look(0, 0, {})
        for match in filter(None, map(LINE.match, text.splitlines())):
            labels = dict(LABEL.findall(match["labels"] or ""))
            value = float(match["value"])
            if match["name"] == "seatledger_requests_total":
                look.requests += value
                look.failures += value if labels["status"] >= "500" else 0
            elif match["name"] == "seatledger_request_seconds_bucket":
                bound = float(labels["le"])
                look.buckets[bound] = look.buckets.get(bound, 0) + value
        return look


@dataclasses.dataclass
class Health:
    """How it did between two looks."""

    requests: int
    failed: float  #: the share of answers of 500 and above, 0 to 1
    p95: float  #: seconds; the upper bound of the bucket that has it

    @staticmethod
    def between(before, after):
        requests = after.requests - before.requests
        failed = (after.failures - before.failures) / requests if requests else 0
        within = sorted((bound, count - before.buckets.get(bound, 0)) for bound, count in after.buckets.items())
        counted = within[-1][1] if within else 0
        p95 = next((bound for bound, count in within if counted and count >= 0.95 * counted), 0)
        return Health(int(requests), failed, p95)

    def __str__(self):
        p95 = "above all buckets" if math.isinf(self.p95) else f"{self.p95 * 1000:g} ms"
        return f"{self.requests} requests, {self.failed:.2%} failed, p95 {p95}"

    def is_worse_than(self, other, tolerance):
        """Why this one is worse, in words; None while it is not.

        One bucket of difference is chance: their bounds are up to a factor of 2.5 apart, and `slower` lies above that.
        """
        if self.failed > other.failed + tolerance["failed"]:
            return f"{self.failed:.2%} of its answers failed, {other.failed:.2%} of the other's"
        if self.p95 > other.p95 * tolerance["slower"]:
            return f"its p95 is {self.p95 * 1000:g} ms, the other's {other.p95 * 1000:g} ms"
        return None
