# SPDX-License-Identifier: GPL-3.0-or-later
"""Mixed load: clients that stay, that come and go, that leave in the middle of an answer, and that say nothing."""

import asyncio
import collections
import json
import random
import time

CLIENTS = 40
PAUSE = 0.2  # of a client between two requests
WARM = 180  # seconds


class Load:
    def __init__(self, server, book, seconds):
        self.server, self.book = server, book
        self.end = time.monotonic() + seconds
        self.members = book.members()
        self.licenses = book.ask("SELECT id FROM seatledger.license ORDER BY id DESC LIMIT 200").split("\n")
        self.answers = collections.Counter()

    async def run(self):
        work = [self.client() for _ in range(CLIENTS)] + [self.comes_and_goes(), self.leaves(), self.exports(), self.listens()]
        await asyncio.gather(self.watch(), *work)

    def goes_on(self):
        return time.monotonic() < self.end

    async def watch(self):
        warm = None
        began = time.monotonic()
        while self.goes_on():
            await asyncio.sleep(min(60, max(1, self.end - time.monotonic() - 5)))
            now = (self.server.memory(), self.server.descriptors())
            seconds = time.monotonic() - began
            print(f"{seconds / 60:5.1f} min: {now[0]:,} kB, {now[1]} descriptors, {sum(self.answers.values()):,} answers "
                  + ", ".join(f"{status}: {number:,}" for status, number in sorted(self.answers.items())), flush=True)
            if warm is None and seconds > WARM:
                warm = now
        if warm and (now[0] > warm[0] * 1.1 or now[1] > warm[1] + 10):
            raise SystemExit("the server holds more than at the beginning")

    def request(self, method, path, body=None, keeps=True):
        content = json.dumps(body).encode() if body is not None else b""
        head = (f"{method} {path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {self.book.token}\r\n"
                + (f"Content-Type: application/json\r\nContent-Length: {len(content)}\r\n" if content else "")
                + ("" if keeps else "Connection: close\r\n") + "\r\n")
        return head.encode() + content

    def wish(self):
        """What a client asks next."""
        member, license_id = random.choice(self.members), random.choice(self.licenses)
        return random.choices([
            ("POST", f"/api/v1/me/licenses/{self.book.license}:validate", {}),
            ("GET", f"/api/v1/members/{member}", None),
            ("GET", f"/api/v1/assignments?limit={random.randint(1, 100)}", None),
            ("POST", "/api/v1/assignments", {"license_id": int(license_id), "member_id": int(member)}),
            ("GET", f"/api/v1/members?q=name:{random.choice('aeiou')}&limit=5", None),
            ("GET", "/api/v1/members/999999999", None),
            ("POST", "/api/v1/assignments", {"license_id": "none"}),
        ], (50, 25, 8, 6, 2, 5, 4))[0]

    async def answer(self, reader):
        """Reads one answer whole."""
        status = int((await reader.readline()).split()[1])
        length, chunked = 0, False
        while (line := await reader.readline()) not in (b"\r\n", b""):
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
            chunked |= name.lower() == b"transfer-encoding"
        await reader.readexactly(length)
        while chunked:
            size = int(await reader.readline(), 16)
            await reader.readexactly(size + 2)
            chunked = size > 0
        self.answers[status] += 1

    def connect(self):
        return asyncio.open_connection("127.0.0.1", self.server.port)

    async def client(self):
        reader, writer = await self.connect()
        while self.goes_on():
            writer.write(self.request(*self.wish()))
            await self.answer(reader)
            await asyncio.sleep(random.uniform(0, 2 * PAUSE))
        writer.close()

    async def comes_and_goes(self):
        while self.goes_on():
            reader, writer = await self.connect()
            writer.write(self.request(*self.wish(), keeps=False))
            await self.answer(reader)
            writer.close()
            await asyncio.sleep(0.1)

    async def leaves(self):
        """Before the answer, in the middle of a request, and without a word."""
        while self.goes_on():
            for piece in (self.request(*self.wish()), b"GET /api/v1/mem", b""):
                _, writer = await self.connect()
                writer.write(piece)
                await asyncio.sleep(0.3)
                writer.transport.abort()

    async def exports(self):
        """One is read, the next is left in the middle."""
        whole = True
        while self.goes_on():
            reader, writer = await self.connect()
            writer.write(self.request("GET", "/api/v1/exports/members"))
            if whole:
                await self.answer(reader)
            else:
                await reader.read(10_000)
            writer.transport.abort()
            whole = not whole
            await asyncio.sleep(5)

    async def listens(self):
        while self.goes_on():
            reader, writer = await self.connect()
            writer.write(self.request("GET", "/api/v1/events"))
            until = time.monotonic() + 20
            while time.monotonic() < until and self.goes_on():
                try:
                    await asyncio.wait_for(reader.read(4096), 1)
                except asyncio.TimeoutError:
                    pass
            writer.transport.abort()
