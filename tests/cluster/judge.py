# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether the book is what the clients were promised."""

from network import Failure


def judge(cluster, traffic):
    """Fails unless every answer counts, no seat is given twice, and the book adds up."""
    licenses = ", ".join(map(str, traffic.ground.licenses))
    rows = cluster.psql("SELECT id, license_id, member_id, state FROM seatledger.license_assignment "
                        f"WHERE license_id IN ({licenses})").splitlines()
    active, others = {}, set()
    for row in rows:
        assignment, license_id, member, state = row.split("|")
        place = (int(license_id), int(member))
        if state != "active":
            others.add(int(assignment))
        elif place in active:
            raise Failure(f"two seats of licence {place[0]} for member {place[1]}")
        else:
            active[place] = int(assignment)
    promises_are_kept(traffic, active, others)
    seats_are_counted(cluster, traffic, active)
    for words in (("doctor",), ("audit", "verify")):
        cluster.ctl(*words)
    kept = len(traffic.held) + len(traffic.given_back)
    return (f"  {kept:,} changes promised, all in the book: {len(traffic.held):,} seats held, {len(traffic.given_back):,} given back; "
            f"{len(traffic.unsure)} without an answer; counters, doctor and chain whole")


def promises_are_kept(traffic, active, others):
    lost = {place: assignment for place, assignment in traffic.held.items()
            if active.get(place) != assignment and place not in traffic.unsure}
    undone = traffic.given_back - others
    extra = active.keys() - traffic.held.keys() - traffic.unsure
    if lost or undone or extra:
        raise Failure(f"lost: {lost}; given back and still there: {undone}; held by nobody's wish: {extra}")


def seats_are_counted(cluster, traffic, active):
    for license_id, seats in traffic.ground.licenses.items():
        held = sum(place[0] == license_id for place in active)
        counted = int(cluster.psql(f"SELECT held FROM seatledger.license_seats WHERE license_id = {license_id}"))
        if not held == counted <= seats:
            raise Failure(f"licence {license_id}: {held} rows, {counted} counted, {seats} bought")
