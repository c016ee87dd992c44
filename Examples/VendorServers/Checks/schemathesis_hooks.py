"""What schemathesis cannot read from the descriptions."""

import schemathesis

import schemathesis_formats  # noqa: F401


@schemathesis.hook
def before_load_schema(context, raw_schema):
    # HoneyHive replaces an identifier that is no UUID and a time that is no number, as the texts of its description
    # say. Its schemas have the types that clients should send.
    if raw_schema["info"]["title"] == "HoneyHive":
        members = raw_schema["components"]["schemas"]["CreateSessionRequest"]["properties"]
        for name in ["session_id", "start_time", "end_time"]:
            del members[name]["type"]
