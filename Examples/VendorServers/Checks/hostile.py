"""Sends hostile requests to the servers: each is refused, and the memory stays flat: hostile.py PROGRAM"""

import os
import re
import socket
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

from report import Report
from servers import GALILEO_KEY, Servers

program = sys.argv[1]
# One heap for all threads. With several, glibc keeps more memory for some minutes, until each has had its largest body.
os.environ["MALLOC_ARENA_MAX"] = "1"
report = Report("hostile")
# The path, the credential, and a member with a text.
operations = {
    "galileo": (
        "/v2/projects/0d4e3799-3861-4759-875f-9ae14c167b0a/sessions", f"Galileo-API-Key: {GALILEO_KEY}", "name"),
    "galtea": ("/sessions", "Authorization: Bearer gsk_demo", "customId"),
    "honeyhive": ("/v1/sessions", "Authorization: Bearer hh_demo", "session_name"),
}
CHUNK = b"10000\r\n" + b" " * 0x10000 + b"\r\n"


def exchange(url, head, body):
    """Sends the parts of a body until the server answers. Returns the status, or `closed` if there is no answer."""
    with socket.create_connection((urlsplit(url).hostname, urlsplit(url).port), timeout=60) as connection:
        try:
            connection.sendall(head)
            for part in body:
                connection.sendall(part)
        except (BrokenPipeError, ConnectionResetError):
            pass
        try:
            answer = connection.recv(1 << 16)
        except ConnectionResetError:
            answer = b""
        return int(answer.split()[1]) if answer else "closed"


def requests(path, key, member):
    """The name, the head and the body of each request."""
    def head(*fields, target=path):
        return "\r\n".join([
            f"POST {target} HTTP/1.1", "Host: localhost", key, "Content-Type: application/json", *fields, "", "",
        ]).encode()

    def whole(name, body):
        return name, head(f"Content-Length: {len(body)}"), [body]

    chunked = "Transfer-Encoding: chunked"
    members = ",".join(f'"m{number}":{number}' for number in range(300_000))
    yield "an endless body", head(chunked), [CHUNK] * 1000
    yield "a body of a terabyte", head(f"Content-Length: {1 << 40}"), [b"{}"]
    yield "two lengths", head("Content-Length: 2", "Content-Length: 3"), [b"{}"]
    yield "a chunk without a length", head(chunked), [b"zz\r\n{}\r\n0\r\n\r\n"]
    yield whole("a deep list", b"[" * 1_000_000)
    yield whole("deep objects", b'{"metadata":' * 100_000)
    yield whole("a wide list", b"[" + b"1," * 1_000_000 + b"1]")
    yield whole("a wide object without its end", b'{"metadata":{' + members.encode())
    yield whole("invalid UTF-8", b'{"' + member.encode() + b'":"\xc3\x28"}')
    yield whole("a name twice", f'{{"{member}":"a","{member}":"b"}}'.encode())
    yield whole("a long number", f'{{"{member}":{"9" * 1_000_000}}}'.encode())
    yield "many query parameters", head("Content-Length: 2", target=path + "?" + "a=1&" * 3000), [b"{}"]
    yield "a long target", head("Content-Length: 2", target=path + "/" + "a" * 30_000), [b"{}"]
    yield "many header fields", head("Content-Length: 2", *[f"X-{n}: {'a' * 500}" for n in range(150)]), [b"{}"]


def memory(process):
    """The memory in megabytes."""
    status = Path(f"/proc/{process.pid}/status")
    if status.exists():
        return int(re.search(r"VmRSS:\s+(\d+)", status.read_text())[1]) / 1024
    shown = subprocess.run(["ps", "-o", "rss=", "-p", str(process.pid)], capture_output=True, text=True, check=True)
    return int(shown.stdout) / 1024


with Servers(program) as servers:
    def send_all():
        """Returns the requests that were not refused."""
        return [
            f"{vendor}: {name}: {status}"
            for vendor, operation in operations.items() for name, head, body in requests(*operation)
            for status in [exchange(servers.urls[vendor], head, body)]
            if status != "closed" and not 400 <= status < 500
        ]

    report.expect("all are refused", send_all(), [])
    before = memory(servers.process)
    for _ in range(6):
        send_all()
    after = memory(servers.process)
    report.expect("the servers run", servers.process.poll(), None)
    print(f"  {before:.0f} MB after a round, {after:.0f} MB after 7")
    # The bodies of a round are 27 MB.
    report.expect("the memory stays flat", after < before + 27, True)
report.finish()
