"""Compares what was measured with Benchmarks/thresholds.json."""

import json
import pathlib

FILE = pathlib.Path(__file__).resolve().parent.parent / "thresholds.json"


class Thresholds:
    """The most that each figure of one benchmark may be, and the figures that are beyond it.

    A figure beyond its threshold by less than the tolerance is named but does not fail the run: the machines that
    measure are shared.
    """

    def __init__(self, benchmark):
        content = json.loads(FILE.read_text())
        self.tolerance = content["tolerance"]
        self.limits = content[benchmark]
        self.missed = []

    def limit(self, row, figure):
        """The threshold of a figure, or None if it has none."""
        return self.limits.get(row, {}).get(figure)

    def cell(self, row, figure, value, form="{}"):
        """The text of a table's last column: the threshold, and whether the value is beyond it."""
        limit = self.limit(row, figure)
        if limit is None:
            return ""
        if value > limit * self.tolerance:
            self.missed.append(f"{row}, {figure}: {value:.3f} is beyond {limit}")
        return form.format(limit) + (" (missed)" if value > limit else "")

    def exit_status(self):
        """Names the figures that are beyond their thresholds by more than the tolerance: 1 if there are any."""
        for line in self.missed:
            print(f"missed: {line}")
        return 1 if self.missed else 0
