"""Compiles generated models and measures the cost."""
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

from thresholds import Thresholds

ROOT = pathlib.Path(__file__).resolve().parents[2]
MODULES = ["Galileo", "Galtea", "HoneyHive"]
FLAGS = {
    "debug": ["-Onone", "-g", "-enable-batch-mode", "-j1"],
    "release": ["-O", "-whole-module-optimization", "-num-threads", "0", "-j1"],
}


def runtime(configuration):
    """Builds the runtime if necessary and returns the folder with its modules."""
    build = ["swift", "build", "-c", configuration]
    for target in ["ApusServer", "ApusURLSession"]:
        subprocess.run([*build, "--target", target], cwd=ROOT, check=True, stdout=sys.stderr)
    shown = subprocess.run([*build, "--show-bin-path"], cwd=ROOT, check=True, capture_output=True, text=True)
    return pathlib.Path(shown.stdout.strip()) / "Modules"


def compile_once(configuration, module, files, modules):
    """Returns CPU seconds, peak megabytes and bytes of text."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["swiftc", "-swift-version", "6", "-parse-as-library", "-module-name", module, *FLAGS[configuration],
                   "-I", str(modules), "-emit-module", "-emit-module-path", f"{folder}/{module}.swiftmodule", "-c", *files]
        process = subprocess.Popen(command, cwd=folder)
        _, status, usage = os.wait4(process.pid, 0)
        if status:
            sys.exit(f"{module} does not compile ({configuration}): {files[0]} …")
        objects = [str(path) for path in pathlib.Path(folder).glob("*.o")]
        lines = subprocess.run(["size", *objects], capture_output=True, text=True, check=True).stdout.splitlines()[1:]
        text = sum(int(line.split()[0]) for line in lines)
        return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, text


def least(configuration, modules):
    """Returns the cost of a module that only imports the runtime: CPU seconds, peak megabytes and bytes of text."""
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "Empty.swift"
        file.write_text("import ApusRuntime\n")
        return compile_once(configuration, "Empty", [str(file)], modules)


def compare(forms, repetitions, modules=tuple(MODULES), configurations=tuple(FLAGS), benchmark=None):
    """Prints a table that compares two forms of the modules. A form is a name and a function from a module to its files.

    The forms are compiled alternately, and the table shows the medians. The column "beyond empty modules" has the ratio
    without the cost of modules that only import the runtime. The name of a benchmark adds its thresholds.

    Returns the exit status: 1 if a ratio misses its threshold by more than the tolerance.
    """
    thresholds = Thresholds(benchmark) if benchmark else None
    (ours, _), (other, _) = forms
    print(f"| | | {ours} | {other} | {ours} ÷ {other} | beyond empty modules | at most |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for configuration in configurations:
        runtime_modules = runtime(configuration)
        runs = {name: [] for name, _ in forms}
        floor = least(configuration, runtime_modules)
        for _ in range(repetitions):
            for name, files in forms:
                costs = [compile_once(configuration, module, files(module), runtime_modules) for module in modules]
                runs[name].append((sum(c[0] for c in costs), max(c[1] for c in costs), sum(c[2] for c in costs)))
        for index, (what, unit, scale, least_of_all) in enumerate([
                ("CPU", "s", 1, floor[0] * len(modules)), ("peak memory", "MB", 1, floor[1]),
                ("text", "kB", 1000, floor[2] * len(modules))]):
            first, second = (statistics.median(r[index] for r in runs[name]) / scale for name, _ in forms)
            beyond = (first - least_of_all / scale) / (second - least_of_all / scale)
            limit = thresholds.cell(configuration, what, first / second, "{}×") if thresholds else ""
            print(f"| {configuration} | {what} | {first:.2f} {unit} | {second:.2f} {unit} | {first / second:.2f}× "
                  f"| {beyond:.2f}× | {limit} |", flush=True)
    return thresholds.exit_status() if thresholds else 0


def swift_files(folder):
    return sorted(map(str, pathlib.Path(folder).glob("*.swift")))
