# SPDX-License-Identifier: GPL-3.0-or-later
"""What is measured: each thing answers what it costs once."""

import pathlib
import tempfile

from clients import assign_ground, pgbench, prepare_turns, questions
from tuned import Cost

REPORTS = {
    "forecast": ["report", "forecast"],
    "idle-seats": ["report", "idle-seats"],
    "cost-by-department, as of another day": ["report", "cost-by-department", "--as-of", "{past}"],
    "cost-by-member": ["report", "cost-by-member"],
    "utilisation-by-department": ["report", "utilisation-by-department"],
}
TILES = {
    "utilisation, the fullest": ["report", "utilisation", "--order", "used_percent", "--descending", "--limit", "60"],
    "seats-over-time": ["report", "seats-over-time"],
    "expiring": ["report", "expiring", "--lead-days", "365"],
    "cost-by-department": ["report", "cost-by-department"],
    "activity": ["report", "activity"],
}
SEARCHES = {
    "search: a person's assignments": ["assignment", "list", "--search", "member:anna"],
    "search: licences by words": ["license", "list", "--search", "enterprise"],
    "search: assignments by both": ["assignment", "list", "--search", "member:anna license:enterprise"],
    "search: what ends soon": ["assignment", "list", "--search", "until:<today+30"],
    "search: people by their seats": ["member", "list", "--search", "seats>=2"],
}


class Things:
    """Everything that can be asked of a book, by name."""

    def __init__(self, book, seconds):
        self.book, self.seconds = book, seconds
        self.questions = {question.word: question for question in questions(book)}
        self.past = book.ask("SELECT seatledger.today() - 100")
        self.members = None

    def groups(self):
        return {"requests": ["read", "list", "validate", "assign"], "heartbeat": ["heartbeat"], "bulk": ["bulk"],
                "reports": list(REPORTS), "tiles": list(TILES), "searches": list(SEARCHES)}

    def cost(self, name):
        if name in self.questions:
            return self.book.cost_of_request(self.questions[name], 16, self.seconds)
        if name == "heartbeat":
            return self.heartbeats()
        if name == "bulk":
            return self.bulk()
        return self.command((REPORTS | TILES | SEARCHES)[name])

    def command(self, words):
        self.book.keep_up()
        self.book.run("license", "list", "--limit", "1")  # takes on what is due once a minute
        return self.book.cost(lambda: self.book.run(*(word.format(past=self.past) for word in words)))

    def heartbeats(self):
        """Of one lease of many, wherever its row is."""
        self.book.ask("""
            CREATE TABLE IF NOT EXISTS load_lease AS SELECT activation_id AS id, row_number() OVER (ORDER BY random())::int AS turn
                FROM seatledger.activation_lease;
            CREATE INDEX IF NOT EXISTS load_lease_turn ON load_lease (turn)""")
        last = self.book.ask("SELECT max(turn) FROM load_lease")
        return self.bench(f"\\set turn random(1, {last})\n"
                          "SELECT seatledger.extend_lease((SELECT id FROM load_lease WHERE turn = :turn), 60);\n", "seatledger_owner")

    def bench(self, script, role):
        before = self.book.counted()
        figures = pgbench(self.book, script, self.seconds, role)
        after = self.book.counted()
        count = max(1, figures["rate"] * self.seconds)
        return Cost(figures["database"], 1 / figures["rate"], *((now - then) / count for now, then in zip(after[2:], before[2:], strict=True)))

    def bulk(self):
        """Ten thousand at once, by the command, into a licence that was just made."""
        first, _ = assign_ground(self.book)
        self.members = self.members or self.book.members()
        with tempfile.NamedTemporaryFile("w", suffix=".csv") as file:
            file.write("\n".join(f"#{member}" for member in self.members) + "\n")
            file.flush()
            pathlib.Path(file.name).chmod(0o644)
            return self.book.cost(lambda: self.book.run("assign", f"#{first}", "--from", file.name))


def prepare_spread(book):
    """A licence and a member for each turn, the licences all over the table."""
    prepare_turns(book)
    book.ask(f"""
        DROP TABLE IF EXISTS load_license;
        CREATE TABLE load_license AS SELECT l.id, (row_number() OVER (ORDER BY random()) - 1)::int AS turn
            FROM seatledger.license l JOIN seatledger.license_seats c ON c.license_id = l.id
            WHERE l.state = 'active' AND c.promised + 3 < coalesce(c.capacity, 1000000) AND c.lapses_on IS NULL;
        CREATE INDEX ON load_license (turn);
        GRANT ALL ON load_license TO {book.login}""")
    return int(book.ask("SELECT count(*) FROM load_license"))


def spread_script(licenses):
    return ("SELECT nextval('load_turn') AS turn \\gset\n"
            "BEGIN;\n"
            "SELECT seatledger.begin_operation('assign', 'Load', 'api');\n"
            "INSERT INTO seatledger.license_assignment (license_id, member_id, period)\n"
            "    SELECT l.id, m.id, daterange(seatledger.today(), NULL) FROM load_license l, load_member m\n"
            f"    WHERE l.turn = :turn % {licenses} AND m.turn = :turn % 9973\n"
            "      AND NOT EXISTS (SELECT FROM seatledger.license_assignment a WHERE a.license_id = l.id AND a.member_id = m.id);\n"
            "COMMIT;\n")
