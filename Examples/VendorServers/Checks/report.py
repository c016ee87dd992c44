"""Compares what a server answered with what it should have answered, and prints each comparison."""

import sys


class Report:
    def __init__(self, vendor):
        self.vendor = vendor
        self.count = 0
        self.differences = 0

    def expect(self, what, actual, expected):
        self.count += 1
        if actual == expected:
            print(f"  ok    {what}")
        else:
            self.differences += 1
            print(f"  DIFF  {what}: {actual!r}, and not {expected!r}")

    def expect_error(self, what, action, text):
        """Expects an exception whose text contains `text`."""
        try:
            result = action()
        except Exception as error:  # each SDK has exceptions of its own
            body = getattr(getattr(error, "response", None), "text", "")
            found = f"{error} {body}"
            self.expect(what, text if text in found else found, text)
        else:
            self.expect(what, result, f"an error with '{text}'")

    def finish(self):
        print(f"{self.vendor}: {self.count} comparisons, {self.differences} differences")
        sys.exit(1 if self.differences else 0)
