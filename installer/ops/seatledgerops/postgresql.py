# SPDX-License-Identifier: GPL-3.0-or-later
"""The book's database, moved from one cluster of Debian's PostgreSQL to another of the same or a newer major version, and back."""

import json
import os
import pathlib
import shlex
import socket
import subprocess
import tempfile
import time
import urllib.parse

from .backups import hand_over
from .failure import Failure
from .slots import run

# what belongs to the cluster itself; and the archive, which another version may not go on with
NOT_TAKEN_OVER = ("port", "cluster_name", "data_directory", "hba_file", "ident_file", "external_pid_file", "archive_mode",
                  "archive_command", "archive_library", "lc_messages", "lc_monetary", "lc_numeric", "lc_time")
# the order of texts; the locale's column has another name since PostgreSQL 17
ORDER = """SELECT CASE datlocprovider WHEN 'i' THEN format('LOCALE_PROVIDER icu ICU_LOCALE %L', locale)
WHEN 'b' THEN format('LOCALE_PROVIDER builtin BUILTIN_LOCALE %L', locale) ELSE '' END
FROM pg_database d, coalesce(to_jsonb(d) ->> 'daticulocale', to_jsonb(d) ->> 'datlocale') AS locale WHERE datname = """

ROLES = """SELECT r.rolname, r.rolsuper, r.rolinherit, r.rolcreaterole, r.rolcreatedb, r.rolcanlogin, r.rolreplication, r.rolbypassrls,
    r.rolconnlimit, r.rolvaliduntil, a.rolpassword, (SELECT string_agg(g.rolname, ',' ORDER BY g.rolname) FROM pg_auth_members m
    JOIN pg_roles g ON g.oid = m.roleid WHERE m.member = r.oid) FROM pg_roles r JOIN pg_authid a ON a.oid = r.oid
    WHERE r.rolname !~ '^pg_' ORDER BY 1"""
GRANTS = """SELECT format('GRANT %s ON DATABASE %I TO %s', a.privilege_type, d.datname,
    CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE a.grantee::regrole::text END) FROM pg_database d, aclexplode(d.datacl) a
    WHERE d.datname = current_database() AND a.grantee <> d.datdba ORDER BY 1"""
# a list that may hold quoted names is taken as it stands
SETTINGS = """SELECT format(CASE WHEN c ~ '^(search_path|temp_tablespaces|[a-z]+_preload_libraries)=' THEN 'ALTER %s SET %s = %s'
    ELSE 'ALTER %s SET %s = %L' END, CASE s.setrole WHEN 0 THEN format('DATABASE %I', d.datname)
    ELSE format('ROLE %s IN DATABASE %I', s.setrole::regrole, d.datname) END, split_part(c, '=', 1), substr(c, strpos(c, '=') + 1))
    FROM pg_db_role_setting s JOIN pg_database d ON d.oid = s.setdatabase, unnest(s.setconfig) c
    WHERE d.datname = current_database() AND c NOT LIKE 'default_transaction_read_only=%' ORDER BY 1"""


class Cluster:
    """One of Debian's clusters, VERSION/NAME."""

    def __init__(self, text):
        version, slash, self.name = text.partition("/")
        if not (slash and version.isdigit() and self.name):
            raise Failure(f"{text} is no cluster: name it as VERSION/NAME, such as 17/main.")
        self.version = int(version)

    def __str__(self):
        return f"{self.version}/{self.name}"

    @property
    def settings(self):
        return pathlib.Path("/etc/postgresql", str(self.version), self.name)

    def facts(self):
        """What pg_lsclusters says of it; None where there is none."""
        for cluster in json.loads(run(["pg_lsclusters", "--json"])):
            if (int(cluster["version"]), cluster["cluster"]) == (self.version, self.name):
                return cluster
        return None

    def port(self):
        return int(self.facts()["port"])

    def is_online(self):
        facts = self.facts()
        return bool(facts and int(facts["running"]))

    def control(self, what):
        run(["pg_ctlcluster", str(self.version), self.name, what])

    def start(self):
        if not self.is_online():
            self.control("start")

    def stop(self):
        if self.is_online():
            run(["pg_ctlcluster", "--mode", "fast", str(self.version), self.name, "stop"])

    def set_port(self, port):
        run(["pg_conftool", str(self.version), self.name, "set", "port", str(port)])

    def begins_with_the_machine(self, does):
        (self.settings / "start.conf").write_text("auto\n" if does else "manual\n", encoding="ascii")

    def as_superuser(self, program, *words, **options):
        """A program of this version, as the account postgres through the socket."""
        return run(["runuser", "-u", "postgres", "--", f"/usr/lib/postgresql/{self.version}/bin/{program}", "--port", str(self.port()),
                    *words], cwd="/", **options)

    def sql(self, statement, database="postgres"):
        return self.as_superuser("psql", "--no-psqlrc", "--quiet", "--tuples-only", "--no-align", "--set=ON_ERROR_STOP=1", "--dbname",
                                 database, input=statement).strip()


class Move:
    """Moves the book, with nobody writing meanwhile; the old cluster stays as it was. `servers` stops and starts what serves."""

    def __init__(self, settings, servers, ctl, say):
        own = settings["postgresql"]
        self._from = Cluster(own["cluster"])
        self._database = own["database"]
        self._state = pathlib.Path(own["state"])
        self._folder = pathlib.Path(settings["backup"]["folder"])
        self._options = settings["database"]["options"]
        self._servers, self._ctl_of, self._say = servers, ctl, say

    def check(self, to):
        """Raises a Failure for whatever stands in the way; changes nothing."""
        if os.geteuid() != 0:
            raise Failure("Moving a cluster takes root.")
        if self._state.exists():
            raise Failure(f"A move is under way or was made ({self._state}): `postgres-back` goes back, `postgres-done` ends it.")
        if not pathlib.Path(f"/usr/lib/postgresql/{to.version}/bin/pg_ctl").exists():
            raise Failure(f"PostgreSQL {to.version} is not installed: install postgresql-{to.version} first.")
        if to.version < self._from.version:
            raise Failure(f"{to} is older than {self._from}: a book moves to the same or a newer version.")
        if to.facts():
            raise Failure(f"There is a cluster {to} already. Name another, or drop it if nothing is in it: pg_dropcluster {to.version} {to.name}")
        if not self._from.is_online():
            raise Failure(f"{self._from}, which has the book, does not run.")
        if self._from.sql("SELECT pg_is_in_recovery()") == "t":
            raise Failure(f"{self._from} is a replica: move its primary, and make replicas anew.")
        self._check_database()
        self._check_room()
        try:
            self._ctl(self._from.port(), "doctor")
        except Failure as failure:
            raise Failure(f"The doctor finds the book damaged, and so would it be after a move: {failure}") from failure
        self._say(f"Nothing stands in the way: {self._from} at port {self._from.port()}, {self._size() // 10**6} MB, to {to}")

    def perform(self, to):
        """All of it, or nothing: whatever fails, the old cluster goes on and of the new one nothing is left."""
        self.check(to)
        began = time.monotonic()
        port, spare = self._from.port(), free_port()
        self._note({"from": str(self._from), "to": str(to), "port": port, "spare": spare, "phase": "moving",
                    "serving": self._servers.serving()})
        try:
            self._create(to, spare)
            self._servers.stop(self._noted()["serving"])
            self._freeze()
            anchor = self._state.with_suffix(".anchor.json")
            anchor.unlink(missing_ok=True)
            self._ctl(port, "audit", "anchor", "--output", anchor)
            backup = hand_over(json.loads(self._ctl(port, "--json", "backup", "create", self._folder))["backup"])
            self._say(f"Nobody writes any more. The book is in {backup}")
            self._fill(to, spare, backup)
            self._compare(to, spare, anchor)
            # the restoring itself is on record there
            self._note(self._noted() | {"position": self._audit_position(to)})
            self._exchange(to, port, spare)
        except BaseException:
            self._say("It did not come to it: going back to the old cluster")
            self._undo(to)
            raise
        self._say(f"The book is on {to} at port {port}, after {time.monotonic() - began:.0f} s. {self._from} is stopped and as it was; "
                  "`postgres-back` goes back to it, `postgres-done` ends that")
        try:
            # not on the book's record, which would be a change that the old cluster lacks
            made = json.loads(self._ctl(port, "--json", "backup", "create", self._folder))["backup"]
            self._ctl(port, "backup", "verify", made)
            hand_over(made)
        except Failure as failure:
            self._say(f"But there is no backup of it yet: {failure}")

    def back(self, gives_up):
        """To the old cluster: at once while nothing was written since, else only where that is given up."""
        noted = self._noted()
        to = Cluster(noted["to"])
        if noted["phase"] == "moved":
            since = self._written_since(noted)
            if since and not gives_up:
                raise Failure(f"{since} links of the audit were written on {to} since, which {self._from} lacks: they would be left "
                              "behind. If that is meant: --give-up-changes. The new cluster is kept then.")
        self._undo(to, keeps=noted["phase"] == "moved")
        self._say(f"The book is on {self._from} again")

    def done(self):
        """The old cluster is no way back any more; its data stays until it is dropped by hand."""
        noted = self._noted()
        if noted["phase"] != "moved":
            raise Failure("The move did not come to its end: `postgres-back` first.")
        self._state.unlink()
        old = Cluster(noted["from"])
        self._say(f"{old} stays, stopped: pg_dropcluster {old.version} {old.name} deletes it. Write {noted['to']} into ops.conf, [postgresql]")

    def _check_database(self):
        found = self._from.sql("SELECT datname FROM pg_database WHERE NOT datistemplate AND datname <> 'postgres' ORDER BY 1").split("\n")
        if self._database not in found:
            raise Failure(f"{self._from} has no database {self._database}.")
        others = [name for name in found if name != self._database]
        if others:
            raise Failure(f"{self._from} has other databases, too, which would stay behind on another port: {', '.join(others)}. Move them first.")
        if self._from.sql("SELECT count(*) FROM pg_prepared_xacts") != "0":
            raise Failure("There are prepared transactions; end them first (pg_prepared_xacts).")

    def _check_room(self):
        need = self._size() * 3 // 2 + 200 * 10**6
        for folder in (pathlib.Path("/var/lib/postgresql"), self._folder):
            status = os.statvfs(next(path for path in (folder, *folder.parents) if path.exists()))
            if status.f_bavail * status.f_frsize < need:
                raise Failure(f"{folder} has {status.f_bavail * status.f_frsize // 10**6} MB left; it takes {need // 10**6}.")

    def _size(self):
        return int(self._from.sql(f"SELECT pg_database_size({literal(self._database)})"))

    def _create(self, to, port):
        """An empty cluster that sorts like the old one, with its settings and who may connect."""
        encoding, collate, ctype = self._from.sql(
            "SELECT pg_encoding_to_char(encoding) || '|' || datcollate || '|' || datctype FROM pg_database WHERE datname = "
            + literal(self._database)).split("|")
        run(["pg_createcluster", "--encoding", encoding, "--lc-collate", collate, "--lc-ctype", ctype, "--port", str(port),
             str(to.version), to.name, "--", "--data-checksums"])
        to.start()
        own = {line.split("|", 1)[0] for line in to.sql("SELECT name FROM pg_settings").split("\n")}
        taken, left = [], []
        for line in self._from.sql("SELECT name || '|' || setting FROM pg_settings WHERE sourcefile IS NOT NULL").split("\n"):
            name, value = line.split("|", 1)
            if name in NOT_TAKEN_OVER:
                if name.startswith("archive"):
                    left.append(name)
            elif name in own or "." in name:
                taken.append(f"{name} = {literal(value)}\n")
            else:
                left.append(name)
        (to.settings / "conf.d").mkdir(exist_ok=True)
        (to.settings / "conf.d/of-the-old-cluster.conf").write_text("".join(taken), encoding="utf-8")
        for file in ("pg_hba.conf", "pg_ident.conf"):
            (to.settings / file).write_bytes((self._from.settings / file).read_bytes())
        to.control("restart")
        self._say(f"Made {to} at port {port}, with {len(taken)} settings of {self._from}"
                  + (f"; not taken over: {', '.join(left)}" if left else ""))

    def _freeze(self):
        name = identifier(self._database)
        self._from.sql(f"ALTER DATABASE {name} SET default_transaction_read_only = on; SELECT pg_terminate_backend(pid) "
                       f"FROM pg_stat_activity WHERE datname = {literal(self._database)}")

    def _fill(self, to, port, backup):
        """Roles with passwords and memberships first; then the book; then what was granted and set on the database itself."""
        to.sql(without_those_of(to, to.as_superuser("pg_dumpall", "--roles-only", "--port", str(self._from.port()))))
        owner = self._from.sql(f"SELECT datdba::regrole FROM pg_database WHERE datname = {literal(self._database)}")
        order = self._from.sql(ORDER + literal(self._database))
        to.sql(f"CREATE DATABASE {identifier(self._database)} OWNER {owner} TEMPLATE template0 {order}")
        self._ctl(port, "backup", "restore", backup)
        for question in (GRANTS, SETTINGS):
            to.sql(";\n".join(self._from.sql(question, self._database).split("\n")), self._database)

    def _compare(self, to, port, anchor):
        for what, question, database in (("the roles", ROLES, "postgres"), ("what is granted on the database", GRANTS, self._database),
                                         ("the settings of the database", SETTINGS, self._database)):
            before, after = (cluster.sql(question, database) for cluster in (self._from, to))
            if before != after:
                differ = set(before.split("\n")) ^ set(after.split("\n"))
                raise Failure(f"On {to} {what} differ: {'; '.join(sorted(line.split('|', 1)[0] for line in differ))}.")
        self._ctl(port, "doctor")
        self._ctl(port, "audit", "verify", "--anchor", anchor)
        self._say(f"On {to}: roles and grants are the same, the doctor finds nothing, the audit ends where it did")

    def _exchange(self, to, port, spare):
        """The new one takes the port of the old one, which from then on is started by hand only."""
        self._from.stop()
        self._from.set_port(spare)
        self._from.begins_with_the_machine(False)
        to.set_port(port)
        to.control("restart")
        self._servers.start(self._noted()["serving"])
        self._note(self._noted() | {"phase": "moved"})

    def _undo(self, to, keeps=False):
        """The old one as before: its port, open to writing, begun with the machine, and served from."""
        noted = self._noted()
        self._servers.stop(noted["serving"])
        if keeps:
            to.stop()
            to.set_port(noted["spare"])
            to.begins_with_the_machine(False)
        elif to.facts():
            run(["pg_dropcluster", "--stop", str(to.version), to.name])
        if self._from.port() != noted["port"]:
            self._from.stop()
            self._from.set_port(noted["port"])
        self._from.begins_with_the_machine(True)
        self._from.start()
        self._from.sql(f"ALTER DATABASE {identifier(self._database)} RESET default_transaction_read_only")
        self._servers.start(noted["serving"])
        self._state.unlink()

    def _written_since(self, noted):
        """How many links the audit has beyond where it ended at the move."""
        return self._audit_position(Cluster(noted["to"])) - noted["position"]

    def _audit_position(self, cluster):
        return int(cluster.sql("SELECT position FROM seatledger.audit_head", self._database))

    def _note(self, facts):
        growing = self._state.with_suffix(".new")
        growing.parent.mkdir(parents=True, exist_ok=True)
        growing.write_text(json.dumps(facts) + "\n", encoding="ascii")
        os.replace(growing, self._state)

    def _noted(self):
        if not self._state.exists():
            raise Failure("There is no move to go back from or to end.")
        return json.loads(self._state.read_text(encoding="ascii"))

    def _ctl(self, port, *words):
        """seatledgerctl on the book at a port, with the password that is kept for the usual one."""
        options = [with_port(word, port) if word.startswith("postgres") else word for word in shlex.split(self._options)]
        with tempfile.NamedTemporaryFile("w", prefix="seatledger-ops-", encoding="utf-8") as passwords:
            kept = pathlib.Path(os.environ.get("PGPASSFILE", pathlib.Path.home() / ".pgpass"))
            lines = kept.read_text(encoding="utf-8").splitlines() if kept.exists() else []
            passwords.writelines(line + "\n" + at_port(line, port) for line in lines)
            passwords.flush()
            return run([self._ctl_of(), *options, *words], stdin=subprocess.DEVNULL, env={**os.environ, "PGPASSFILE": passwords.name})


def with_port(uri, port):
    parts = urllib.parse.urlsplit(uri)
    user, at, host = parts.netloc.rpartition("@")
    bare = host if host.endswith("]") else host.rsplit(":", 1)[0]
    return parts._replace(netloc=f"{user}{at}{bare}:{port}").geturl()


def at_port(line, port):
    """A line of a password file for another port, HOST:PORT:..."""
    parts = line.split(":")
    return ":".join([parts[0], str(port), *parts[2:]]) + "\n" if len(parts) >= 5 and not line.startswith("#") else ""


def without_those_of(cluster, script):
    """A script of roles, without making those that are there already, which it sets to rights all the same."""
    there = set(cluster.sql("SELECT quote_ident(rolname) FROM pg_roles").split("\n"))
    return "\n".join(line for line in script.split("\n")
                     if not (line.startswith("CREATE ROLE ") and line.removeprefix("CREATE ROLE ").rstrip(";") in there))


def free_port():
    for port in range(5433, 5500):
        with socket.socket() as one:
            if one.connect_ex(("127.0.0.1", port)) and str(port) not in run(["pg_lsclusters", "--no-header"]).split():
                return port
    raise Failure("None of the ports 5433 to 5499 is free.")


def literal(text):
    return "'" + text.replace("'", "''") + "'"


def identifier(text):
    return '"' + text.replace('"', '""') + '"'
