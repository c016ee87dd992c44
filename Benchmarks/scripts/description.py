"""Descriptions of any size, made up: what a tool and a compiler take for one that is twice as large."""


def operations(count):
    """A description with `count` operations, each with schemas of its own."""
    paths, schemas = {}, {}
    for number in range(count):
        kinds = [{"type": "string"}, {"type": "integer", "minimum": 0}, {"type": "array", "items": {"type": "string"}},
                 {"type": "string", "enum": ["first", "second"]}, reference(f"Item{number}")]
        schemas[f"Item{number}"] = {
            "type": "object", "required": ["p0"], "properties": {f"p{i}": kinds[i % 4] for i in range(10)}}
        schemas[f"Answer{number}"] = {"type": "object", "properties": {f"p{i}": kinds[i % 5] for i in range(10)}}
        schemas[f"Choice{number}"] = {"oneOf": [{"type": "string"}, reference(f"Answer{number}")]}
        content = {"application/json": {"schema": reference(f"Choice{number}")}}
        paths[f"/things{number}/{{id}}"] = {"post": {
            "operationId": f"send{number}",
            "parameters": [{"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}],
            "requestBody": {"content": content},
            "responses": {"200": {"description": "Fine.", "content": content}}}}
    return document(paths, schemas)


def objects(count):
    """A description with `count` object schemas of usual size; every fifth has an enum, every tenth a union of two."""
    paths, schemas = {}, {}
    for number in range(count):
        name = f"Thing{number}"
        properties = {
            "kind": {"type": "string", "enum": [name]},
            "id": {"type": "string", "format": "uuid"},
            "name": {"type": "string", "description": "What it is called."},
            "description": {"type": "string", "nullable": True},
            "created_at": {"type": "string", "format": "date-time"},
            "count": {"type": "integer"},
            "score": {"type": "number", "nullable": True},
            "is_active": {"type": "boolean"},
            "tags": {"type": "array", "items": {"type": "string"}},
            "labels": {"type": "object", "additionalProperties": {"type": "string"}},
        }
        if number % 5 == 0:
            schemas[f"State{number}"] = {"type": "string", "enum": ["waiting", "running", "done", "failed"]}
        properties["state"] = reference(f"State{number - number % 5}")
        if number % 10 == 9:
            variants = [f"Thing{number - 2}", f"Thing{number - 1}"]
            schemas[f"Choice{number}"] = {
                "oneOf": [reference(variant) for variant in variants],
                "discriminator": {
                    "propertyName": "kind",
                    "mapping": {variant: f"#/components/schemas/{variant}" for variant in variants}}}
            properties["choice"] = reference(f"Choice{number}")
        elif number % 3 == 1:
            properties["parts"] = {"type": "array", "items": reference(f"Thing{number - 1}")}
        schemas[name] = {"type": "object", "required": ["kind", "id", "name", "state"], "properties": properties}
        content = {"application/json": {"schema": reference(name)}}
        answer = {"responses": {"200": {"description": "Fine.", "content": content}}}
        # Half of the schemas are sent, half are received.
        paths[f"/things{number}"] = (
            {"get": {"operationId": f"read{number}", **answer}} if number % 2 else
            {"post": {"operationId": f"send{number}", "requestBody": {"content": content},
                      "responses": {"204": {"description": "Fine."}}}})
    return document(paths, schemas, version="3.0.3")


def reference(name):
    return {"$ref": f"#/components/schemas/{name}"}


def document(paths, schemas, version="3.1.0"):
    return {"openapi": version, "info": {"title": "Measured", "version": "1"}, "paths": paths,
            "components": {"schemas": schemas}}
