# SPDX-License-Identifier: GPL-3.0-or-later
"""Who asks: the questions, wrk that puts them to seatledgerd, and pgbench with the very statements that the server sends."""

import os
import pathlib
import re
import resource
import subprocess
import tempfile
import time

from ground import Question, Server

THREADS = 2


def kept_question(book):
    return Question("kept", "validate, kept", f"/api/v1/me/licenses/{book.license}:validate", method="POST", body="{}")


def questions(book):
    members = tuple(map(int, book.ask("SELECT min(id), max(id) FROM seatledger.member").split("|")))
    yield Question("read", "read one", "/api/v1/members/%d", members)
    yield Question("list", "list page", "/api/v1/assignments?limit=50")
    kept = kept_question(book)
    yield Question("validate", "validate, asked anew", kept.path, method=kept.method, body=kept.body)
    yield kept
    ground = assign_ground(book)
    yield Question("assign", "assign", "/api/v1/assignments", ground, "POST", '{"license_id":%d,"member_id":%d}')


def assign_ground(book):
    """Licences with room for everybody, the first and the last; 64 more behind them are the reference's."""
    product = book.ask("SELECT min(id) FROM seatledger.product")
    first, last = book.ask(f"""
        WITH made AS (INSERT INTO seatledger.license (product_id, name)
            SELECT {product}, 'Load ' || n || ' ' || clock_timestamp() FROM generate_series(1, 128) n RETURNING id),
        bought AS (INSERT INTO seatledger.entitlement (license_id, quantity, period)
            SELECT id, 1000000, daterange(seatledger.today(), NULL) FROM made)
        SELECT min(id), min(id) + 63 FROM made""").split("|")
    return int(first), int(last)


def statements(book, question):
    """The SQL that the server sends for the question: heard from PostgreSQL's own log."""
    log = pathlib.Path(book.ask("SHOW data_directory")).parent / "postgres.log"
    with Server(book, "-c%20log_statement%3Dall", keeps=False, settings={"WORKERS_THREADS": "1"}) as server:
        server.ask(question, number_of(question) - 1)  # token and connection are known from now on
        before = log.stat().st_size
        server.ask(question, number_of(question))
        time.sleep(0.5)
    with open(log, encoding="utf-8") as text:
        text.seek(before)
        return heard(text.read())


def number_of(question):
    """One that is no other number in what is sent."""
    return question.least + (question.most - question.least) // 2


def heard(log):
    found = []
    for entry in re.split(r"\n(?=\d{4}-\d\d-\d\d )", "\n" + log):
        if said := re.search(r"LOG:\s+(?:execute [^:]+|statement): (.*)", entry, re.S):
            found.append(said.group(1).replace("/*prepared*/", "").strip().replace("\n\t", "\n").replace("\n", " "))
        elif values := re.search(r"DETAIL:\s+parameters: (.*)", entry, re.S):
            found[-1] = filled(found[-1], values.group(1))
    return found


def filled(sql, parameters):
    values = dict(re.findall(r"\$(\d+) = ('(?:[^']|'')*'|NULL)", parameters))
    return re.sub(r"\$(\d+)", lambda number: values.get(number.group(1), "NULL"), sql)


def scripts(book, question):
    """Two references: all that the server sends, and the question alone, as the token's owner."""
    if question.word == "assign":
        return assign_script(question), None
    sent = statements(book, question)
    asked = f"'{number_of(question)}'"
    numbered = [line.replace(asked, ":id") if "%d" in question.path else line for line in sent]
    head = f"\\set id random({question.least}, {question.most})\n"
    whole = [line for line in numbered if "application_name" not in line]
    label = [line for line in numbered if "application_name" in line]
    if label:  # in one round trip with BEGIN, the least that a client without pipelines needs
        whole[0] += " \\; " + label[0]
    alone = [line for line in numbered if not re.search(r"^BEGIN|^COMMIT|'application_name'|seatledger.act_as_token", line)]
    return head + ";\n".join(whole) + ";\n", head + ";\n".join(alone) + ";\n"


def assign_script(question):
    """An operation and its INSERT, as the token's owner: the least that an assignment is."""
    return (f"\\set license random({question.most + 1}, {question.most + 64})\n"
            "SELECT nextval('load_turn') AS turn \\gset\n"
            "BEGIN;\n"
            "SELECT seatledger.begin_operation('assign', 'Load', 'api');\n"
            "INSERT INTO seatledger.license_assignment (license_id, member_id, period)\n"
            "    SELECT :license, m.id, daterange(seatledger.today(), NULL) FROM load_member m WHERE m.turn = :turn % 10000;\n"
            "COMMIT;\n")


def pgbench(book, script, seconds, role, protocol="simple"):
    with tempfile.NamedTemporaryFile("w", suffix=".sql") as file:
        file.write(script)
        file.flush()
        before, own = book.work(), resource.getrusage(resource.RUSAGE_CHILDREN)
        run = subprocess.run(["pgbench", "--no-vacuum", "--client=8", f"--jobs={THREADS}", f"--protocol={protocol}",
                              f"--time={seconds}", f"--file={file.name}", book.uri], capture_output=True, text=True,
                             env=os.environ | {"PGOPTIONS": f"-c role={role}"}, check=False)
        spent = resource.getrusage(resource.RUSAGE_CHILDREN)
        client = spent.ru_utime + spent.ru_stime - own.ru_utime - own.ru_stime
    done = re.search(r"actually processed: (\d+)", run.stdout)
    rate = re.search(r"tps = ([\d.]+)", run.stdout)
    if not done or not rate or int(done.group(1)) == 0:
        raise SystemExit(f"pgbench: {run.stderr[-800:]}")
    count = int(done.group(1))
    return {"rate": float(rate.group(1)), "database": (book.work() - before) / count, "client": client / count}


def prepare_turns(book):
    """Which member pgbench takes at which turn."""
    book.ask(f"""
        CREATE SEQUENCE IF NOT EXISTS load_turn MINVALUE 0;
        CREATE TABLE IF NOT EXISTS load_member AS SELECT id, (row_number() OVER (ORDER BY id) - 1)::int AS turn
            FROM (SELECT id FROM seatledger.member WHERE status = 'active' ORDER BY id LIMIT 10000) m;
        CREATE INDEX IF NOT EXISTS load_member_turn ON load_member (turn);
        GRANT ALL ON load_turn, load_member TO {book.login}""")


WRK = """
local least, most, path, method, body = {least}, {most}, [[{path}]], [[{method}]], [[{body}]]
local pause, turn = {pause}, {turn}
local headers = {{["Authorization"] = "Bearer {token}", ["Content-Type"] = "application/json"}}
local members = {{{members}}}
local threads = 0
function setup(thread)
    thread:set("number", threads)
    threads = threads + 1
end
function init() math.randomseed({seed} + number) end
function request()
    local where = path:find("%d", 1, true) and path:format(math.random(least, most)) or path
    local what = body
    if body:find("%d", 1, true) then
        turn = turn + 1 -- each pair once, whichever thread
        local pair = turn * {threads} + number
        what = body:format(least + pair % (most - least + 1), members[1 + math.floor(pair / (most - least + 1)) % #members])
    end
    return wrk.format(method, where, headers, what ~= "" and what or nil)
end
if pause > 0 then
    function delay() return math.random(0, 2 * pause) end
end
done = function(summary, latency)
    io.write(string.format("FIGURES %f %f %f %d %d\\n", latency:percentile(50) / 1000, latency:percentile(95) / 1000,
             latency:percentile(99) / 1000, summary.errors.status,
             summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout))
end
"""


def wrk(server, book, question, connections, seconds, pause=0):
    members = ",".join(book.members()) if "%d" in question.body else ""
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as file:
        file.write(WRK.format(least=question.least, most=question.most, path=question.path, method=question.method,
                              body=question.body, token=book.token, pause=pause, members=members, turn=question.turn, threads=THREADS,
                              seed=int(time.time())))
        file.flush()
        question.turn += 20_000  # the next run takes other pairs
        database, own = book.work(), server.work()
        run = subprocess.run(["wrk", f"--threads={THREADS}", f"--connections={connections}", f"--duration={seconds}s",
                              "--timeout=30s", f"--script={file.name}", f"http://127.0.0.1:{server.port}"],
                             capture_output=True, text=True, check=True)
    figures = re.search(r"FIGURES ([\d.]+) ([\d.]+) ([\d.]+) (\d+) (\d+)", run.stdout).groups()
    count = max(1, int(re.search(r"(\d+) requests in", run.stdout).group(1)))
    return {"rate": float(re.search(r"Requests/sec:\s+([\d.]+)", run.stdout).group(1)),
            "p50": float(figures[0]), "p95": float(figures[1]), "p99": float(figures[2]),
            "failed": int(figures[3]) + int(figures[4]),
            "database": (book.work() - database) / count, "server": (server.work() - own) / count}
