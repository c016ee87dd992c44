#!/usr/bin/env python3
"""Generates Galileo's server stubs with swift-openapi-generator, for Benchmarks/StubServer.

    .build/python/bin/python Benchmarks/scripts/stub.py TOOL

TOOL is a build of swift-openapi-generator. It does not read references to other files, so the description is written as
one document first. `make specs` installs PyYAML in .build/python.
"""
import pathlib
import shutil
import subprocess
import sys
import tempfile

import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
SPECS = ROOT / "specs/galileo"
GENERATED = ROOT / "Benchmarks/StubServer/Sources/StubServer/Generated"


def with_local_references(node):
    """Returns the part of a document with each reference to a schema as one to a component."""
    if isinstance(node, list):
        return [with_local_references(element) for element in node]
    if not isinstance(node, dict):
        return node
    copy = {key: with_local_references(value) for key, value in node.items()}
    target = copy.get("$ref")
    if isinstance(target, str) and not target.startswith("#/components/"):
        copy["$ref"] = "#/components/schemas/" + target.rpartition("/")[2]
    if isinstance(copy.get("mapping"), dict):
        copy["mapping"] = {
            value: "#/components/schemas/" + name.rpartition("/")[2] for value, name in copy["mapping"].items()
        }
    return copy


def bundled():
    """Returns the description as one document."""
    document = yaml.safe_load((SPECS / "openapi.yaml").read_text())
    for file in sorted((SPECS / "schemas").glob("*.yaml")):
        document["components"]["schemas"].update(yaml.safe_load(file.read_text()))
    return with_local_references(document)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    shutil.rmtree(GENERATED, ignore_errors=True)
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "openapi.yaml"
        path.write_text(yaml.safe_dump(bundled(), sort_keys=False))
        subprocess.run(
            [sys.argv[1], "generate", "--mode", "types", "--mode", "server", "--access-modifier", "internal",
             "--naming-strategy", "idiomatic",
             "--output-directory", GENERATED, path],
            check=True)


main()
