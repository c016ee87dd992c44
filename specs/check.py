#!/usr/bin/env python3
"""Checks the API descriptions in this folder.

Each `openapi.yaml` must be a valid OpenAPI document with links to the vendor's pages. Each property in it, and in the
files that it refers to, needs a description and an example. Each example and default must be valid against its schema.
Each value in `cases.yaml` must be accepted or rejected as the file states, and so must each of the vendors' messages, if
they are available. The schemas that README.md lists as renamed must exist. The exit status is 1 if a check fails.
"""

import collections
import functools
import json
import os
import re
import sys
from pathlib import Path

try:
    import rfc3339_validator  # noqa: F401  (jsonschema checks `date-time` with it)
    import yaml
    from jsonschema import Draft202012Validator, FormatChecker
    from openapi_spec_validator import OpenAPIV31SpecValidator
    from referencing import Registry, Resource
except ModuleNotFoundError as error:
    sys.exit(f"error: {error}: run `make specs`, or `pip install -r specs/requirements.txt` first")

SPECS = Path(__file__).resolve().parent

# The schema of a message: the entry with the longest prefix of the sample's file name.
SAMPLES = {
    "galileo_create_request": ("galileo", "CreateSessionRequest"),
    "galileo_create_response": ("galileo", "Session"),
    "galileo_search_request": ("galileo", "QuerySessionsRequest"),
    "galileo_search_response": ("galileo", "QuerySessionsResponse"),
    "galileo_error": ("galileo", "HTTPValidationError"),
    "galtea_create_request": ("galtea", "CreateSessionRequest"),
    "galtea_create_response": ("galtea", "Session"),
    "galtea_error": ("galtea", "ErrorBody"),
    "honeyhive_create_request": ("honeyhive", "CreateSessionRequest"),
    "honeyhive_create_response": ("honeyhive", "Session"),
    "honeyhive_batch_request": ("honeyhive", "CreateEventBatchRequest"),
    "honeyhive_batch_response": ("honeyhive", "CreateEventBatchResponse"),
    "honeyhive_error": ("honeyhive", "ErrorBody"),
}

# Messages of a newer API, which the schema rejects only at these places. A client keeps such values as JSON.
NEWER = {"galileo_search_response_with_control": r"/records/\d+"}

METHODS = {"get", "put", "post", "delete", "options", "head", "patch", "trace"}

# Keywords whose value is a schema, a list of schemas, or a map of schemas.
ONE = {"items", "not", "if", "then", "else", "additionalProperties", "propertyNames", "contains",
       "unevaluatedProperties", "unevaluatedItems"}
MANY = {"allOf", "anyOf", "oneOf", "prefixItems"}
NAMED = {"properties", "patternProperties", "dependentSchemas", "$defs"}


from referencing.exceptions import Unresolvable  # noqa: E402
from referencing.jsonschema import DRAFT202012  # noqa: E402


class CoreSchemaLoader(yaml.SafeLoader):
    """A loader for the relevant part of YAML 1.2: a date is a string, and a duplicate key is an error."""

    def construct_mapping(self, node, deep=False):
        seen = set()
        for key, _ in node.value:
            if key.value in seen:
                raise yaml.constructor.ConstructorError(None, None, f"duplicate key {key.value!r}", key.start_mark)
            seen.add(key.value)
        return super().construct_mapping(node, deep)


CoreSchemaLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@functools.cache
def load(path):
    with open(path, encoding="utf-8") as file:
        return yaml.load(file, Loader=CoreSchemaLoader)


@functools.cache
def retrieve(uri):
    return Resource.from_contents(load(Path(uri.removeprefix("file://"))), default_specification=DRAFT202012)


REGISTRY = Registry(retrieve=retrieve)


def child(pointer, *names):
    return pointer + "".join("/" + str(name).replace("~", "~0").replace("/", "~1") for name in names)


# The formats of JSON Schema, and a format of Galileo: a UUID of any version.
FORMATS = FormatChecker()
FORMATS.checkers["uuid4"] = FORMATS.checkers["uuid"]

Violation = collections.namedtuple("Violation", "pointer message keyword")


def violations(path, pointer, instance):
    """Returns the errors of an instance of the schema at a place."""
    schema = {"$ref": f"{path.as_uri()}#{pointer}"}
    validator = Draft202012Validator(schema, registry=REGISTRY, format_checker=FORMATS)
    try:
        return [Violation(child("", *error.absolute_path), own_message(error) or error.message, error.validator)
                for error in validator.iter_errors(instance)]
    except Unresolvable as error:
        return [Violation("", f"{error.ref} leads nowhere", "$ref")]


def has_example(schema, resolver):
    """Whether a property has an example: its own, a constant, or that of the schema that it refers to."""
    if "examples" in schema or "const" in schema:
        return True
    if "$ref" in schema:
        target = resolver.lookup(schema["$ref"])
        return has_example(target.contents, target.resolver)
    alternatives = [one for one in schema.get("anyOf", []) if one.get("type") != "null"]
    return len(alternatives) == 1 and has_example(alternatives[0], resolver)


def own_message(error):
    """Returns the message for an error in the description, if there is one."""
    return isinstance(error.schema, dict) and error.schema.get("x-apus-message", {}).get(error.validator)


class Check:
    """The number of checks and the problems."""

    def __init__(self):
        self.counts = {"descriptions": 0, "schemas": 0, "examples": 0, "defaults": 0, "cases": 0, "samples": 0}
        self.problems = []

    def require(self, kind, where, failures):
        self.counts[kind] += 1
        self.problems += [f"{where}: {one.pointer or 'the value'}: {one.message[:300]}" for one in failures]

    def schema(self, path, pointer, schema, is_property=False):
        """Checks the examples and defaults of a schema and of all schemas inside it."""
        if not isinstance(schema, dict):
            return
        self.counts["schemas"] += 1
        where = f"{path.relative_to(SPECS)}#{pointer}"
        if is_property and not (schema.get("description") or schema.get("const")):
            self.problems.append(f"{where}: a property needs a description")
        if is_property and not has_example(schema, REGISTRY.resolver(path.as_uri())):
            self.problems.append(f"{where}: a property needs an example")
        for index, example in enumerate(schema.get("examples", [])):
            self.require("examples", f"{where}/examples/{index}", violations(path, pointer, example))
        if "default" in schema:
            self.require("defaults", f"{where}/default", violations(path, pointer, schema["default"]))
        for keyword in schema.get("x-apus-message", {}):
            if keyword not in schema:
                self.problems.append(f"{where}/x-apus-message: there is no {keyword!r} beside it")
        for keyword, value in schema.items():
            if keyword in ONE:
                self.schema(path, child(pointer, keyword), value)
            elif keyword in MANY:
                for index, entry in enumerate(value):
                    self.schema(path, child(pointer, keyword, index), entry)
            elif keyword in NAMED:
                # A schema that only constrains a property again need not describe it.
                described = keyword == "properties" and schema.get("type") == "object"
                for name, entry in value.items():
                    self.schema(path, child(pointer, keyword, name), entry, is_property=described)

    def content(self, path, pointer, holder):
        """Checks the bodies of a request or a response."""
        for media_type, content in holder.get("content", {}).items():
            place = child(pointer, "content", media_type)
            examples = {name: example["value"] for name, example in content.get("examples", {}).items()}
            if "example" in content:
                examples["example"] = content["example"]
            for name, example in examples.items():
                self.require("examples", f"{path.relative_to(SPECS)}#{place} ({name})",
                             violations(path, child(place, "schema"), example))

    def parameters(self, path, pointer, holder):
        """Checks the schemas of inline parameters."""
        for name, parameter in holder:
            if "schema" in parameter:
                self.schema(path, child(pointer, name, "schema"), parameter["schema"])

    def description(self, path):
        """Checks one OpenAPI document and the schema files beside it."""
        document = load(path)
        self.counts["descriptions"] += 1
        for error in OpenAPIV31SpecValidator(document, base_uri=path.as_uri()).iter_errors():
            self.problems.append(f"{path.relative_to(SPECS)}: not valid OpenAPI: {error.message[:300]}")
        if "externalDocs" not in document:
            self.problems.append(f"{path.relative_to(SPECS)}: needs a link to the vendor's page (externalDocs)")
        for route, item in document["paths"].items():
            place = child("/paths", route)
            self.parameters(path, child(place, "parameters"), enumerate(item.get("parameters", [])))
            for method, operation in item.items():
                if method in METHODS:
                    self.operation(path, child(place, method), operation)
        components = document["components"]
        self.parameters(path, "/components/parameters", components.get("parameters", {}).items())
        for name, response in components.get("responses", {}).items():
            self.content(path, child("/components/responses", name), response)
        for name, schema in components["schemas"].items():
            self.schema(path, child("/components/schemas", name), schema)
        for file in sorted(path.parent.glob("schemas/*.yaml")):
            for name, schema in load(file).items():
                self.schema(file, child("", name), schema)
                if f"./schemas/{file.name}#/{name}" != components["schemas"].get(name, {}).get("$ref"):
                    self.problems.append(f"{path.relative_to(SPECS)}: components/schemas lacks {name} of {file.name}")

    def operation(self, path, pointer, operation):
        """Checks one operation's parameters, bodies and link."""
        where = f"{path.relative_to(SPECS)}#{pointer}"
        if "externalDocs" not in operation:
            self.problems.append(f"{where}: needs a link to the vendor's page (externalDocs)")
        self.parameters(path, child(pointer, "parameters"), enumerate(operation.get("parameters", [])))
        self.content(path, child(pointer, "requestBody"), operation.get("requestBody", {}))
        for status, response in operation["responses"].items():
            self.content(path, child(pointer, "responses", status), response)

    def cases(self, file):
        """Checks the values that a vendor's constraints accept and reject."""
        document = file.parent / "openapi.yaml"
        for group in load(file):
            pointer = child("/components/schemas", group["schema"])
            where = f"{file.relative_to(SPECS)}: {group['schema']}"
            for value in group.get("accepted", []):
                self.require("cases", f"{where} {value}", violations(document, pointer, value))
            for case in group.get("refused", []):
                self.counts["cases"] += 1
                found = violations(document, pointer, case["value"])
                if not any(one.pointer == case["pointer"] and one.keyword == case["keyword"]
                           and case.get("message") in (None, one.message) for one in found):
                    self.problems.append(f"{where} {case['value']}: should be refused as told, not with {found}")

    def renamed(self, readme):
        """Checks that the names in the table of renamed schemas are names of schemas."""
        _, _, section = readme.read_text(encoding="utf-8").partition("\n## Renamed schemas\n")
        rows = re.findall(r"^\| (\w+) \| .* \| `(\w+)` \|$", section.partition("\n## ")[0], re.MULTILINE)
        if not rows:
            self.problems.append(f"{readme.name}: there is no table of renamed schemas")
        for vendor, name in rows:
            if name not in load(SPECS / vendor.lower() / "openapi.yaml")["components"]["schemas"]:
                self.problems.append(f"{readme.name}: {vendor} has no schema {name}")

    def sample(self, file):
        """Checks one message against its schema."""
        key = max((key for key in SAMPLES if file.stem.startswith(key)), key=len, default=None)
        if key is None:
            self.problems.append(f"{file.name}: check.py does not know which schema describes this message")
            return
        vendor, schema = SAMPLES[key]
        found = violations(SPECS / vendor / "openapi.yaml", f"/components/schemas/{schema}",
                           json.loads(file.read_text(encoding="utf-8")))
        self.counts["samples"] += 1
        if file.stem in NEWER:
            unexpected = [one for one in found if not re.fullmatch(NEWER[file.stem], one.pointer)]
            if unexpected or len(found) != 1:
                self.problems.append(f"{file.name}: should be refused just for its newer part, not {found}")
        elif "_bad_" in file.stem and not found:
            self.problems.append(f"{file.name}: should be refused, but {schema} accepts it")
        elif "_bad_" not in file.stem:
            self.problems += [f"{file.name}: {one.pointer or 'the message'}: {one.message[:300]}" for one in found]


def main():
    check = Check()
    for path in sorted(SPECS.glob("*/openapi.yaml")):
        try:
            check.description(path)
            check.cases(path.with_name("cases.yaml"))
        except (OSError, yaml.YAMLError, Unresolvable) as error:
            check.problems.append(f"{path.relative_to(SPECS)}: cannot be read: {error}")
        except (KeyError, TypeError, AttributeError) as error:
            check.problems.append(f"{path.relative_to(SPECS)}: is not built as an OpenAPI document: {error!r}")
    check.renamed(SPECS / "README.md")
    shared = Path(os.environ.get("APUS_SHARED", SPECS.parent.parent / "shared"))
    samples = sorted((shared / "samples").glob("*.json"))
    if not samples:
        print(f"skipped: no wire messages in {shared / 'samples'} (set APUS_SHARED to the folder that holds samples/)")
    for file in samples:
        check.sample(file)
    for problem in check.problems:
        print(f"error: {problem}")
    print(", ".join(f"{count} {kind}" for kind, count in check.counts.items()) + f": {len(check.problems)} problems")
    return 1 if check.problems else 0


if __name__ == "__main__":
    sys.exit(main())
