"""Compares measurements with Benchmarks/thresholds.json."""

import json
import pathlib

FILE = pathlib.Path(__file__).resolve().parent.parent / "thresholds.json"


class Thresholds:
    """The maximum of each figure of one benchmark, and the figures that exceed it.

    A figure that exceeds its threshold by less than the tolerance is marked but does not fail the run, because the
    machines are shared.
    """

    def __init__(self, benchmark):
        content = json.loads(FILE.read_text())
        self.tolerance = content["tolerance"]
        self.limits = content[benchmark]
        self.missed = []

    def limit(self, row, figure):
        """Returns the threshold of a figure, or None."""
        return self.limits.get(row, {}).get(figure)

    def cell(self, row, figure, value, form="{}"):
        """Returns the last column of a row: the threshold, and whether the value exceeds it."""
        limit = self.limit(row, figure)
        if limit is None:
            return ""
        if value > limit * self.tolerance:
            self.missed.append(f"{row}, {figure}: {value:.3f} is beyond {limit}")
        return form.format(limit) + (" (missed)" if value > limit else "")

    def exit_status(self):
        """Prints the figures that exceed their thresholds by more than the tolerance. Returns 1 if there are any."""
        for line in self.missed:
            print(f"missed: {line}")
        return 1 if self.missed else 0
