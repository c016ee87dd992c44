#!/usr/bin/env python3
"""Writes copies of generated models with `Codable` and `Hashable` synthesized by the compiler.

The benchmarks compare the generated types with these peers, which have the same names, properties, files and
documentation. Code that the compiler does not synthesize is as if written by hand: a union reads its discriminator, or
tries its variants. The peers do less than the generated types: they do not keep unknown members, do not distinguish
absent members from `null`, and require members with a default.

    Benchmarks/scripts/peers.py                 writes Benchmarks/Sources/GalileoCodable, for the target of that name
    Benchmarks/scripts/peers.py MODELS FOLDER   writes those of the models in one folder to another
"""
import json
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
# The types of the runtime that properties can have.
VALUES = ["UUID", "URL", "Decimal", "DateTime", "CalendarDate", "Base64Data", "JSONDecimal", "JSONValue", "JSONNull"]

# The dictionaries of other members.
KEPT = ["additionalProperties", "unrecognizedMembers"]


def text_of(literal):
    """Returns the value of a Swift string literal as the generator writes it."""
    literal = literal.strip()
    if literal.startswith('"""'):
        lines = literal[3:-3].split("\n")[1:]
        margin = len(lines[-1])
        return "\n".join(line[margin:] for line in lines[:-1])
    return literal.strip("#")[1:-1]


def table(source):
    """Returns the first literal of a table and the types after it."""
    arguments = source[source.index("of: Self.self,") + len("of: Self.self,"):]
    literal = re.match(r'\s*(""".*?"""|#".*?"#|"[^"]*")', arguments, re.S).group(1)
    types = re.search(r"\[(.*?)\]\s*(?:,\s*[a-zA-Z]+:|\)\n)", arguments[arguments.index(literal) + len(literal):], re.S)
    return text_of(literal), types.group(1)


def members(literal):
    """Returns the names in a member list, and whether each is a constant."""
    names = []
    for match in re.finditer(r'("[^"]*"|[\w\-./$@:]+)([?~]*)(==?("(?:[^"\\]|\\.)*"|[^\s]+))?', literal):
        is_constant = (match.group(3) or "").startswith("==")
        names.append((match.group(1).strip('"'), is_constant, match.group(4)))
    return names


def without_presence(text):
    return re.sub(r"Presence<(\w+)>", r"\1?", text)


def documentation(source):
    return "".join(line + "\n" for line in re.findall(r"^///.*$", source, re.M))


def structure(source, name):
    literal, _ = table(source)
    body = source[:source.index("public static let table")]
    properties = re.findall(
        r"((?:    ///.*\n)*)    public var ([`\w]+): ([^{\n]+?)(?: \{ (.*) \}| \{\n(?:        .*\n)*    \})?\n", body)
    stored = [p for p in properties if not p[3] and p[1] not in KEPT]
    constants = [p for p in properties if p[3]]
    listed = members(literal)
    wire = [m[0] for m in listed if not m[1]]
    assert len(stored) == len(wire), (name, [p[1] for p in stored], wire)
    out = documentation(source) + f"public nonisolated struct {name}: Codable, Hashable, Sendable {{\n"
    for docs, swift, type_, _ in stored:
        out += f"{docs}    public var {swift}: {without_presence(type_)}\n"
    for docs, swift, type_, value in constants:
        out += f"{docs}    public var {swift}: {type_}? = {value}\n"
    parameters = re.search(r"public init\((.*?)\) \{\n", source, re.S).group(1)
    parameters = without_presence(parameters.replace("= .absent", "= nil"))
    parameters = re.sub(r",?\s*additionalProperties: \[String: JSONValue\] = \[:\]", "", parameters)
    out += f"\n    public init({parameters}) {{\n"
    out += "".join(f"        self.{p[1]} = {p[1]}\n" for p in stored) + "    }\n"
    keys = [(p[1], w) for p, w in zip(stored, wire)]
    keys += [(p[1], m[0]) for p, m in zip(constants, [m for m in listed if m[1]])]
    out += "\n    enum CodingKeys: String, CodingKey {\n"
    for swift, key in keys:
        out += f"        case {swift}" + ("" if swift.strip("`") == key else f' = "{key}"') + "\n"
    return out + "    }\n}\n"


def union(source, name, boxed):
    plan = union_plan(source)
    variants = re.findall(r"^    ((?:indirect )?)case ([`\w]+)\((.*)\)$", source, re.M)
    # A variant that contains the union itself is indirect here, instead of its property.
    variants = [("indirect " if v[2] in boxed else v[0], *v[1:]) for v in variants if v[1] != "unrecognized"]
    out = documentation(source) + f"public nonisolated enum {name}: Codable, Hashable, Sendable {{\n"
    out += "".join(f"    {indirect}case {case}({type_})\n" for indirect, case, type_ in variants)
    out += "\n    public init(from decoder: any Decoder) throws {\n"
    out += "".join("        " + line + "\n" for line in decoding(plan, variants))
    out += "    }\n\n    public func encode(to encoder: any Encoder) throws {\n        switch self {\n"
    out += "".join(f"        case .{case}(let value): try value.encode(to: encoder)\n" for _, case, _ in variants)
    out += "        }\n    }\n"
    keys = [plan["property"]] if "property" in plan else []
    keys += [k for k, _ in key_plan(plan)]
    if keys:
        out += "\n    private enum Key: String, CodingKey {\n"
        out += "".join("        case " + camel(k) + (f' = "{k}"' if camel(k) != k else "") + "\n" for k in keys) + "    }\n"
    return out + "}\n"


def union_plan(source):
    """Returns the plan of a union's table, with the indices of variants instead of their names."""
    literals = r'"([^"]*)",\s*(""".*?"""|#".*?"#|"[^"]*")'
    arguments = source[source.index("of: Self.self,") + len("of: Self.self,"):]
    names, plan = re.match(r"\s*" + literals, arguments, re.S).groups()
    indices = {name: index for index, name in enumerate(names.split())}

    def resolved(plan):
        if isinstance(plan, str):
            return indices[plan]
        plan = dict(plan)
        for key in ["values", "keys"]:
            if key in plan:
                plan[key] = [[name, resolved(choice)] for name, choice in plan[key]]
        if "kinds" in plan:
            plan["kinds"] = {kind: resolved(choice) for kind, choice in plan["kinds"].items()}
        if "try" in plan:
            plan["try"] = [indices[name] for name in plan["try"]]
        for key in ["otherwise", "absent", "element", "empty"]:
            if key in plan:
                plan[key] = resolved(plan[key])
        return plan

    return resolved(json.loads(text_of(plan).replace("\n", "")))


def key_plan(plan):
    objects = plan.get("kinds", {}).get("object")
    return plan.get("keys") or (objects["keys"] if isinstance(objects, dict) else [])


def camel(name):
    head, *tail = name.split("_")
    return head + "".join(part.capitalize() for part in tail)


def decoding(plan, variants):
    def assign(index):
        return f"self = .{variants[index][1]}(try .init(from: decoder))"

    unknown = ('throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, '
               'debugDescription: "not a variant"))')
    if "property" in plan:
        lines = ["let container = try decoder.container(keyedBy: Key.self)",
                 f"switch try container.decode(String.self, forKey: .{camel(plan['property'])}) {{"]
        for value, index in plan["values"]:
            lines += [f'case "{value}": {assign(index)}']
        return lines + [f"default: {unknown}", "}"]
    # The first of several variants with the same member is chosen.
    keyed = {key: choice["try"][0] if isinstance(choice, dict) else choice for key, choice in key_plan(plan)}
    otherwise = (plan.get("kinds", {}).get("object", plan) if keyed else {}).get("otherwise")
    lines = []
    if "keys" not in plan:
        lines += ["if let container = try? decoder.singleValueContainer() {"]
        order = sorted(set(range(len(variants))) - set(keyed.values()) - {otherwise})
        for index in order:
            _, case, type_ = variants[index]
            lines += [f"    if let value = try? container.decode({type_}.self) {{ self = .{case}(value); return }}"]
        lines += ["}"]
    if keyed:
        lines += ["let container = try decoder.container(keyedBy: Key.self)"]
        for key, index in keyed.items():
            lines += [f"if container.contains(.{camel(key)}) {{ {assign(index)}; return }}"]
    return lines + [unknown if otherwise is None else assign(otherwise)]


def enumeration(source, name):
    raw = dict(re.findall(r"case \.([`\w]+): (\".*?\"|-?\d+)$", source, re.M))
    docs = {c: d for d, c in re.findall(r"((?:    ///.*\n)*)    case ([`\w]+)", source)}
    if not raw:
        header = re.search(r"enum \w+: (\w+), ClosedEnum", source).group(1)
        return re.sub(rf"enum {name}: {header}, ClosedEnum", f"enum {name}: {header}, Codable, Hashable, Sendable",
                      source[source.index(documentation(source) or "public"):])
    kind = "String" if all(v.startswith('"') for v in raw.values()) else "Int"
    out = documentation(source) + f"public nonisolated enum {name}: {kind}, Codable, Hashable, Sendable {{\n"
    # A name can have backticks in its declaration, but not after the dot.
    for case, comment in docs.items():
        if (value := raw.get(case.strip("`"))) is not None:
            out += comment + f"    case {case} = {value}\n"
    return out + "}\n"


def declarations(source):
    """Returns the texts of a file's types and aliases by name."""
    found = re.findall(r"(?:^///.*\n)*^public (?:nonisolated (?:.*\n)*?^\}\n|typealias .*\n)", source, re.M)
    return [(re.search(r"^public (?:nonisolated )?\w+ (\w+)", text, re.M).group(1), text) for text in found]


def peer(source, name, boxed):
    if "public typealias" in source:
        return source
    if ": ObjectModel" in source:
        return structure(source, name)
    if ": UnionModel" in source:
        return union(source, name, boxed)
    return enumeration(source, name)


def imports(text):
    """Returns the needed imports, because others would cause warnings."""
    code = re.sub(r"//.*", "", text)
    return "public import ApusRuntime\n\n" if re.search(rf"\b({'|'.join(VALUES)})\b", code) else ""


def write(models, target):
    """Writes the peers of the models in a folder. Does not touch unchanged files, so that they are not compiled again."""
    target.mkdir(parents=True, exist_ok=True)
    paths = sorted(models.glob("*.swift"))
    for old in {path.name for path in target.glob("*.swift")} - {path.name for path in paths}:
        (target / old).unlink()
    types = {path: declarations(path.read_text()) for path in paths}
    boxed = {name for found in types.values() for name, text in found if "Indirect<" in text}
    for path in paths:
        text = "\n".join(peer(text, name, boxed) for name, text in types[path])
        text = "// Written by Benchmarks/scripts/peers.py: do not edit.\n\n" + imports(text) + text
        file = target / path.name
        if not file.exists() or file.read_text() != text:
            file.write_text(text)


def main():
    if len(sys.argv) == 1:
        write(ROOT / "Generated/Galileo/Models", ROOT / "Benchmarks/Sources/GalileoCodable")
    elif len(sys.argv) == 3:
        write(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main()
