"""Runs tools and compilers on published descriptions, and measures the cost."""

import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CORPUS = Path(os.environ.get("APUS_SHARED") or ROOT.parent / "shared") / "corpus"


class Run:
    """A finished process: its output, CPU seconds and peak memory, including its children."""

    def __init__(self, arguments, timeout=None):
        with tempfile.TemporaryFile() as output:
            process = subprocess.Popen(list(map(str, arguments)), stdout=output, stderr=subprocess.STDOUT, cwd=ROOT)
            start = time.monotonic()
            self.timed_out = False
            while True:
                pid, status, usage = os.wait4(process.pid, os.WNOHANG)
                if pid:
                    break
                if timeout and time.monotonic() - start > timeout:
                    self.timed_out = True
                    process.kill()
                    pid, status, usage = os.wait4(process.pid, 0)
                    break
                time.sleep(0.02)
            process.returncode = os.waitstatus_to_exitcode(status)
            self.status = process.returncode
            output.seek(0)
            self.text = output.read().decode("utf-8", "replace")
        self.seconds = usage.ru_utime + usage.ru_stime
        scale = 1 if sys.platform == "darwin" else 1024
        self.megabytes = usage.ru_maxrss * scale / 1e6

    def count(self, severity):
        """Returns the number of problems of a severity in the output, which has the format of compilers."""
        return len(re.findall(rf"^[^\n]*?:?\s?{severity}: ", self.text, re.MULTILINE))


def build(*arguments):
    """Builds products of this package and returns their folder."""
    subprocess.run(["swift", "build", *arguments], cwd=ROOT, check=True, stdout=sys.stderr)
    shown = subprocess.run(
        ["swift", "build", *arguments[:2], "--show-bin-path"], cwd=ROOT, check=True, capture_output=True, text=True)
    return Path(shown.stdout.strip())


def compile_for_debugging(name, files, modules, folder, flags=(), timeout=None):
    """Compiles files as a module of this name into an empty folder, as SwiftPM does for a debug build."""
    # Object files have unique names, because files of one name in two folders would overwrite each other.
    entries = [f'"": {{"swift-dependencies": "{folder}/main.swiftdeps"}}']
    entries += [f'"{file}": {{"object": "{folder}/{number}.o"}}' for number, file in enumerate(files)]
    file_map = folder / "files.json"
    file_map.write_text("{" + ",\n".join(entries) + "}")
    return Run(
        ["swiftc", "-swift-version", "6", "-module-name", name, "-parse-as-library", "-Onone", "-enable-batch-mode",
         "-j", os.cpu_count() or 1, "-c", "-emit-module", "-emit-module-path", folder / f"{name}.swiftmodule",
         "-I", modules, "-module-cache-path", folder.parent / "cache", "-output-file-map", file_map, *flags, *files],
        timeout=timeout)


def lines_in(files):
    return sum(file.read_bytes().count(b"\n") for file in files)
