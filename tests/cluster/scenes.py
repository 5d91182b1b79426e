# SPDX-License-Identifier: GPL-3.0-or-later
"""What happens to the cluster while people work with it. Each scene answers the moment that it began."""

import signal
import time

from cluster import DATABASE_NODES, SERVER_NODES, ask
from network import Failure, wait_for


def postgresql(cluster, _):
    """PostgreSQL is killed on the primary's machine, with all its processes"""
    before = cluster.primary()
    moment = time.monotonic()
    cluster.kill_postgresql(before)
    another_is_primary(cluster, before)
    return moment


def machine(cluster, _):
    """the primary's machine loses its power: etcd, Patroni and PostgreSQL at once; it comes back later"""
    before = cluster.primary()
    moment = time.monotonic()
    cluster.nodes[before].kill()
    another_is_primary(cluster, before)
    cluster.start_node(before)
    return moment


def network(cluster, traffic):
    """the primary's machine is cut off the network, and comes back later"""
    before = cluster.primary()
    moment = time.monotonic()
    cluster.nodes[before].cut()
    try:
        after = another_is_primary(cluster, before)
        wait_until_changed(traffic)
        wait_for(lambda: not takes_writes(cluster, before), f"{before}, cut off, takes no writes")
        print(f"  {after} took over; {before}, cut off, takes no writes", flush=True)
    finally:
        cluster.nodes[before].join()
    return moment


def switchover(cluster, _):
    """the primary is handed over to the machine in step, as for an update of PostgreSQL"""
    before = cluster.primary()
    moment = time.monotonic()
    cluster.hand_over(before, in_step(cluster))
    another_is_primary(cluster, before)
    return moment


def replica(cluster, _):
    """a replica's machine loses its power: the one in step; it comes back later"""
    name = in_step(cluster)
    moment = time.monotonic()
    cluster.nodes[name].kill()
    time.sleep(10)
    cluster.start_node(name)
    return moment


def server(cluster, traffic):
    """a server is killed, and begun again"""
    service = cluster.services["seatledgerd app1"]
    moment = time.monotonic()
    service.end()
    wait_until_changed(traffic)
    service.start()
    cluster.wait_for_servers()
    return moment


def cache(cluster, traffic):
    """Redis is killed, and begun again"""
    service = cluster.services["redis cache"]
    moment = time.monotonic()
    service.end()
    wait_until_changed(traffic)
    service.start()
    return moment


def upgrade(cluster, traffic):
    """a release in two phases: the schema grows, then each server is replaced, one after the other"""
    moment = time.monotonic()
    version = cluster.psql("SELECT max(version) + 1 FROM seatledger.schema_version")
    # as a newer program's migrations leave the book: more than the older one knows, nothing less
    alter(cluster, "ADD COLUMN of_tomorrow text NOT NULL DEFAULT ''")
    cluster.psql("CREATE INDEX CONCURRENTLY license_of_tomorrow ON seatledger.license (of_tomorrow)")
    cluster.psql("INSERT INTO seatledger.schema_version (version, name, checksum, expands) "
                 f"VALUES ({version}, 'of_tomorrow', repeat('0', 64), true)")
    for name in SERVER_NODES:
        replace(cluster, name)
        wait_until_changed(traffic)
    # the way back, for the scenes that follow
    cluster.psql(f"DELETE FROM seatledger.schema_version WHERE version = {version}")
    alter(cluster, "DROP COLUMN of_tomorrow")
    return moment


def alter(cluster, change):
    """As `migrate up` does it: whoever comes after one who waits for a table's lock waits, too, so it waits a second at most."""
    while True:
        try:
            return cluster.psql(f"SET lock_timeout = '1s'; ALTER TABLE seatledger.license {change}")
        except Failure as failure:
            if "lock timeout" not in str(failure):
                raise
            oldest = cluster.psql("SELECT string_agg(format('%s for %s s: %s', application_name, extract(epoch FROM now() - xact_start)::int, "
                                  "left(query, 60)), '; ') FROM (SELECT * FROM pg_stat_activity WHERE xact_start < now() - interval '1 s' "
                                  "ORDER BY xact_start LIMIT 3) AS oldest")
            print(f"  waits for a lock that others hold: {oldest}", flush=True)
            time.sleep(2)


def replace(cluster, name):
    """Stops a server when it has answered what it was asked, and begins it, as the next version would be."""
    service = cluster.services[f"seatledgerd {name}"]
    service.end(signal.SIGTERM)
    service.start()
    cluster.wait_for_servers()


SCENES = {scene.__name__: scene for scene in (postgresql, machine, network, switchover, replica, server, cache, upgrade)}
FAULTLESS = ("upgrade",)  # in which no request may fail


def in_step(cluster):
    return next(name for name, member in cluster.members(cluster.primary()).items() if member["role"] == "sync_standby")


def another_is_primary(cluster, before):
    def other():
        for name in DATABASE_NODES:
            if name != before:
                leaders = [member["name"] for member in cluster.members(name).values()
                           if member["role"] == "leader" and member["state"] == "running"]
                if leaders and leaders[0] != before:
                    return leaders[0]
        return None
    return wait_for(other, "another primary")


def takes_writes(cluster, name):
    """Whether its own Patroni would send writers to it."""
    node = cluster.nodes[name]
    return bool(ask(node, f"http://{node.address}:8008/primary"))


def wait_until_changed(traffic, more=20):
    """Until so many changes were answered from now on."""
    before = traffic.count("write")
    wait_for(lambda: traffic.count("write") >= before + more, "changes that are answered", 120)
