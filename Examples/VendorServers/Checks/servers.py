"""The servers on ports that the system chooses."""

import subprocess

GALILEO_KEY = "galileo-key"


class Servers:
    def __init__(self, program, *arguments):
        ports = [part for vendor in ["galileo", "galtea", "honeyhive"] for part in [f"--{vendor}-port", "0"]]
        self.command = [str(program), "--galileo-key", GALILEO_KEY, *ports, *arguments]

    def __enter__(self):
        self.process = subprocess.Popen(self.command, stdout=subprocess.PIPE, text=True)
        self.urls = {}
        while len(self.urls) < 3:
            line = self.process.stdout.readline()
            if not line:
                raise SystemExit("the servers do not start")
            vendor, url = line.split(": ")
            self.urls[vendor.lower()] = url.strip()
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()
