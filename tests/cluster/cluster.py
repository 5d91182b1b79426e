# SPDX-License-Identifier: GPL-3.0-or-later
"""The cluster of docs/operations/cluster.md on machines that are namespaces, with the files of installer/cluster."""

import json
import os
import pathlib
import secrets
import shutil
import signal

from network import Failure, Network, Node, Service, wait_for

FILES = pathlib.Path(__file__).resolve().parents[2] / "installer/cluster"
BINARIES = pathlib.Path("/usr/lib/postgresql/15/bin")
DATABASE_NODES = {"data1": "10.30.0.11", "data2": "10.30.0.12", "data3": "10.30.0.13"}
SERVER_NODES = {"app1": "10.30.0.21", "app2": "10.30.0.22"}
OTHERS = {"edge": "10.30.0.10", "cache": "10.30.0.31", "client": "10.30.0.100"}
FRONT = f"http://{OTHERS['edge']}:8080"


class Files:
    """The files of installer/cluster as one machine has them: its own places in place of the usual ones."""

    def __init__(self, folder):
        self.folder = folder
        folder.mkdir(mode=0o755)

    def write(self, name, places=None, then="", mode=0o644):
        text = (FILES / name).read_text(encoding="utf-8")
        for usual, own in (places or {}).items():
            if usual not in text:
                raise Failure(f"{name} says nothing of {usual}")
            text = text.replace(usual, str(own))
        return self.secret(name, text + then, mode=mode)

    def secret(self, name, text, account=None, mode=0o600):
        file = self.folder / name
        file.write_text(text, encoding="utf-8")
        file.chmod(mode)
        if account:
            shutil.chown(file, account, account)
        return file

    def make(self, name, account=None):
        place = self.folder / name
        place.mkdir(mode=0o700)
        if account:
            shutil.chown(place, account, account)
        return place


def variables(file):
    """What an EnvironmentFile of systemd's says."""
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return dict(line.split("=", 1) for line in lines)


class Cluster:
    """All of it. `folder` is empty; everything is in it, logs too."""

    def __init__(self, programs, folder):
        self.programs, self.folder = programs.resolve(), folder
        self.nodes = {name: Node(name, address) for name, address in (DATABASE_NODES | SERVER_NODES | OTHERS).items()}
        self.network = Network(self.nodes.values())
        self.passwords = {who: secrets.token_hex(16) for who in ("postgres", "replicator", "rewinder", "patroni", "owner", "server")}
        self.services = {}
        self.token = None

    # ------------------------------------------------------------------------------------------------- up and down

    def start(self):
        self.network.create()
        for name in DATABASE_NODES:
            self._add_database(name)
        for name in SERVER_NODES:
            self._add_server(name)
        self._add_others()
        for name, service in self.services.items():
            if not name.startswith("seatledgerd"):
                service.start()
        self.wait_until_whole()
        self._make_book()
        for name in SERVER_NODES:
            self.services[f"seatledgerd {name}"].start()
        self.wait_for_servers()

    def stop(self):
        self.network.remove()

    def _add(self, name, node, *command, **options):
        self.services[f"{name} {node}"] = Service(name, self.nodes[node], command, self.folder / f"{name}-{node}.log", **options)

    def _add_database(self, name):
        files = Files(self.folder / name)
        node = variables(files.write("node.env", {"data1": name, DATABASE_NODES["data1"]: DATABASE_NODES[name]}))
        etcd = variables(files.write("etcd.env", {"/var/lib/etcd/seatledger": files.make("etcd", "postgres")}))
        patroni = files.write("patroni.yml", {"/var/lib/postgresql/15/seatledger": files.make("postgresql", "postgres"),
                                              "/run/postgresql": files.make("socket", "postgres")})
        own = {"change-this": "postgres", "change-that": "replicator", "change-these": "rewinder", "change-those": "patroni"}
        own = {usual: self.passwords[who] for usual, who in own.items()}
        passwords = variables(files.write("passwords.env", own, mode=0o600))
        of_patroni = {key: value for key, value in node.items() if key.startswith("PATRONI_")} | passwords
        of_etcd = etcd | {key: value for key, value in node.items() if key.startswith("ETCD_")}
        self._add("etcd", name, "etcd", environment=of_etcd, account="postgres")
        self._add("patroni", name, "patroni", patroni, account="postgres",
                  environment=of_patroni | {"HOME": str(files.make("home", "postgres")), "LC_ALL": "C.UTF-8"})

    def _add_server(self, name):
        files = Files(self.folder / name)
        self._add("haproxy", name, "haproxy", "-db", "-f", files.write("haproxy-database.cfg"))
        users = files.secret("userlist.txt", f'"seatledger" "{self.passwords["server"]}"\n', "postgres")
        bouncer = files.write("pgbouncer.ini", {"/etc/pgbouncer/userlist.txt": users})
        self._add("pgbouncer", name, "pgbouncer", bouncer, account="postgres")
        password = files.secret("database-password", self.passwords["server"])
        # one client asks in the name of all here
        quotas = "\n[limits]\nrequests_per_token=0\nrequests_per_address=0\n"
        settings = files.write("seatledgerd.conf", {"/etc/seatledger/database-password": password}, quotas)
        self._add("seatledgerd", name, self.programs / "seatledgerd", "--config", settings, environment={"HOME": str(files.folder)})

    def _add_others(self):
        self._add("haproxy", "edge", "haproxy", "-db", "-f", Files(self.folder / "edge").write("haproxy-servers.cfg"))
        self._add("redis", "cache", "redis-server", Files(self.folder / "cache").write("redis.conf"))

    # ------------------------------------------------------------------------------------------------------ the book

    def _make_book(self):
        self.psql(f"CREATE ROLE seatledger_owner LOGIN SUPERUSER PASSWORD '{self.passwords['owner']}'", "postgres")
        self.psql("CREATE DATABASE seatledger OWNER seatledger_owner", "postgres")
        self.ctl("migrate", "up")
        self.psql(f"CREATE ROLE seatledger LOGIN PASSWORD '{self.passwords['server']}' IN ROLE seatledger_server")
        self.ctl("sample", "--members", "300", "--licenses", "40", "--assignments", "1500", "--seed", "7")
        member = self.psql("SELECT min(member_id) FROM seatledger.license_assignment WHERE state = 'active'")
        self.ctl("operator", "add", "portal", "--name", "Portal", "--role", "administrator", "--member", f"#{member}")
        scopes = [word for scope in ("read", "report", "own", "assign") for word in ("--scope", scope)]
        self.token = json.loads(self.ctl("--json", "token", "create", "--owner", "portal", "--name", "cluster", *scopes))["token"]

    def _as_owner(self):
        return {"PGPASSWORD": self.passwords["owner"], "HOME": str(self.folder), "PATH": os.environ["PATH"]}

    def ctl(self, *words):
        """What seatledgerctl says, of the book on whichever machine it is written to."""
        return self.nodes["app1"].run(self.programs / "seatledgerctl", "--database",
                                      "postgresql://seatledger_owner@127.0.0.1:5000/seatledger", *words, env=self._as_owner())

    def psql(self, sql, database="seatledger"):
        """By the primary, as the book's owner; as the superuser where there is no book yet."""
        who = "postgres" if database == "postgres" else "owner"
        login = "postgres" if database == "postgres" else "seatledger_owner"
        place = f"postgresql://{login}@127.0.0.1:5000/{database}?connect_timeout=5"
        return self.nodes["app1"].run(BINARIES / "psql", place, "-XAtqc", sql,
                                      env=self._as_owner() | {"PGPASSWORD": self.passwords[who]}).strip()

    def figure(self, name):
        """What all servers say of themselves by that name, together."""
        pages = (ask(self.nodes["client"], f"http://{self.nodes[server].address}:9080/metrics") for server in SERVER_NODES)
        return sum(float(line.split()[1]) for page in pages for line in page.splitlines() if line.startswith(f"{name} "))

    # ---------------------------------------------------------------------------------------------- how it stands

    def members(self, seen_from="data1"):
        """What Patroni says of each database node, by name, as that node sees it; nothing where nobody answers."""
        members = ask(self.nodes[seen_from], f"http://{self.nodes[seen_from].address}:8008/cluster")
        return {member["name"]: member for member in json.loads(members or "{}").get("members", [])}

    def primary(self):
        """The node that is written to, as any says; None while there is none."""
        for seen_from in DATABASE_NODES:
            for name, member in self.members(seen_from).items():
                if member["role"] == "leader" and member["state"] == "running":
                    return name
        return None

    def is_whole(self):
        """A primary, and all others follow it, one of them in step."""
        members = self.members(self.primary() or "data1")
        followers = [member for member in members.values() if member["role"] != "leader"]
        return (len(members) == len(DATABASE_NODES) and len(followers) == len(members) - 1
                and all(member["state"] == "running" and member.get("lag", 1) == 0 for member in followers)
                and sum(member["role"] == "sync_standby" for member in followers) == 1)

    def wait_until_whole(self, patience=180):
        self._watched(self.is_whole, "three database nodes, one of them primary, one in step", patience)

    def wait_for_servers(self, patience=60):
        for name in SERVER_NODES:
            ready = f"http://{self.nodes[name].address}:8080/readyz"
            self._watched(lambda place=ready: ask(self.nodes["edge"], place), f"{name} is ready", patience)

    def _watched(self, condition, what, patience):
        def met():
            for service in self.services.values():
                service.must_live()
            return condition()
        wait_for(met, what, patience)

    def hand_over(self, before, after):
        """Makes another node the primary, as `patronictl switchover` does; answers when it is."""
        place = f"http://{self.nodes[before].address}:8008/switchover"
        wish = json.dumps({"leader": before, "candidate": after})
        self.nodes[before].run("curl", "--silent", "--fail", "--user", f"patroni:{self.passwords['patroni']}", "--data", wish, place)

    def postmaster(self, name):
        """The first process of PostgreSQL on a node."""
        return int((self.folder / name / "postgresql/postmaster.pid").read_text(encoding="ascii").split()[0])

    def kill_postgresql(self, name):
        """The first process and all that it began; Patroni stays."""
        first = self.postmaster(name)
        children = pathlib.Path(f"/proc/{first}/task/{first}/children").read_text(encoding="ascii").split()
        for pid in (first, *map(int, children)):
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                pass

    def start_node(self, name):
        """Begins what was ended on a machine."""
        for service in self.services.values():
            if service.node.name == name:
                service.process.wait(20)
                service.start()


def ask(node, place):
    """The text of an answer of 200 as that machine gets it; empty if there is none."""
    try:
        return node.run("curl", "--silent", "--fail", "--max-time", "3", place)
    except Failure:
        return ""
