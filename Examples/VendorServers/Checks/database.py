"""Runs the servers with a database file, kills them and starts them again: database.py PROGRAM"""

import json
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
import uuid
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from report import Report
from servers import GALILEO_KEY, Servers

program = sys.argv[1]
report = Report("database")
demo = "0d4e3799-3861-4759-875f-9ae14c167b0a"
keys = {
    "galileo": {"Galileo-API-Key": GALILEO_KEY},
    "galtea": {"Authorization": "Bearer gsk_demo"},
    "honeyhive": {"Authorization": "Bearer hh_demo"},
}


def call(servers, vendor, path, body=None):
    """Sends a body, or GET without one, and returns the JSON of the response."""
    request = urllib.request.Request(
        servers.urls[vendor] + path, data=None if body is None else json.dumps(body).encode(),
        headers={"Content-Type": "application/json", **keys[vendor]})
    with urllib.request.urlopen(request, timeout=60) as response:
        return json.load(response)


def state(servers):
    """What the servers have: records of Galileo, sessions of Galtea, events of a session of HoneyHive."""
    return (
        call(servers, "galileo", f"/v2/projects/{demo}/sessions/search", {"limit": 10000})["records"],
        call(servers, "galtea", "/sessions"),
        call(servers, "honeyhive", "/v1/events/export", {"filters": [{"field": "session_id", "value": session}]}),
    )


with tempfile.TemporaryDirectory() as folder:
    file = Path(folder) / "vendors.sqlite"
    arguments = ["--samples", "--database", str(file)]
    session = str(uuid.uuid4())

    with Servers(program, *arguments) as servers:
        call(servers, "galileo", f"/v2/projects/{demo}/sessions", {"name": "kept"})
        call(servers, "galtea", "/sessions", {"versionId": "v", "context": "Returning buyer", "metadata": {"n": 1.5}})
        call(servers, "honeyhive", "/v1/sessions", {"session_id": session, "metadata": {"a": 1}})
        events = [{"event_type": "tool", "inputs": {}}, {"event_type": "model", "inputs": {"q": "hi"}}]
        call(servers, "honeyhive", f"/v1/sessions/{session}/events/batch", {"events": events})
        before = state(servers)
        servers.process.kill()
    with Servers(program, *arguments) as servers:
        report.expect("restart: the same records", state(servers), before)
        report.expect("restart: the samples once", len(before[0]), 4)
        merged = call(servers, "honeyhive", "/v1/sessions", {"session_id": session, "metadata": {"b": 2}})
        report.expect("restart: merged into what is stored", merged["metadata"], {"a": 1, "b": 2})

    with Servers(program, *arguments) as first, Servers(program, *arguments) as second, ThreadPoolExecutor(8) as pool:
        def write(index):
            servers = (first, second)[index % 2]
            call(servers, "honeyhive", "/v1/sessions", {"session_id": session, "metadata": {f"m{index}": index}})
            return call(servers, "galtea", "/sessions", {"versionId": "two"})["id"]

        created = set(pool.map(write, range(100)))
        for name, servers in [("first", first), ("second", second)]:
            found = call(servers, "galtea", "/sessions?versionIds%5B%5D=two")
            report.expect(f"two processes: all sessions, {name}", {session["id"] for session in found}, created)
            merged = call(servers, "honeyhive", "/v1/sessions", {"session_id": session})["metadata"]
            expected = {"a": 1, "b": 2, **{f"m{index}": index for index in range(100)}}
            report.expect(f"two processes: all merged, {name}", merged, expected)

    acknowledged = []
    with Servers(program, *arguments) as servers:
        def write_until_killed():
            try:
                while True:
                    acknowledged.append(call(servers, "galtea", "/sessions", {"versionId": "killed"})["id"])
            except (OSError, ValueError, urllib.error.URLError):
                pass

        writers = [threading.Thread(target=write_until_killed) for _ in range(4)]
        for writer in writers:
            writer.start()
        time.sleep(1)
        servers.process.kill()
        for writer in writers:
            writer.join()
    with Servers(program, *arguments) as servers:
        found = {session["id"] for session in call(servers, "galtea", "/sessions?versionIds%5B%5D=killed")}
        report.expect("killed: sessions were being written", len(acknowledged) > 10, True)
        report.expect("killed: all that were answered", set(acknowledged) - found, set())

    other = Path(folder) / "notes.txt"
    other.write_text("no database\n" * 100)
    result = subprocess.run(
        [program, "--database", other, "--galileo-port", "0", "--galtea-port", "0", "--honeyhive-port", "0"],
        stderr=subprocess.PIPE, text=True, timeout=60)
    report.expect("another file: status", result.returncode, 1)
    report.expect("another file: the error", result.stderr, f"VendorServers: {other} is not an SQLite database\n")
    report.expect("another file: unchanged", other.read_text(), "no database\n" * 100)
report.finish()
