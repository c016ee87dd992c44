#!/usr/bin/env python3
"""Writes peers with only properties, cases and initializers, which every generator needs.

    Benchmarks/scripts/bare.py PEERS FOLDER     reads the output of peers.py
"""
import pathlib
import re
import sys

CODING = r"^    (?:private |public )?(?:enum (?:CodingKeys|Key)|init\(from decoder|func encode).*?^    \}\n"


def bare(text):
    text = re.sub(r": (?:String, |Int, )?Codable, Hashable, Sendable", ": Sendable", text)
    text = re.sub(CODING, "", text, flags=re.S | re.M)
    return re.sub(r'^(    case [`\w]+) = .*$', r"\1", text, flags=re.M)


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    source, target = map(pathlib.Path, sys.argv[1:])
    target.mkdir(parents=True, exist_ok=True)
    for path in sorted(source.glob("*.swift")):
        (target / path.name).write_text(bare(path.read_text()))


if __name__ == "__main__":
    main()
