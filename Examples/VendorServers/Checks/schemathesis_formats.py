"""The formats of the descriptions that schemathesis does not know."""

import schemathesis
from hypothesis import strategies

schemathesis.openapi.format("uuid4", strategies.uuids(version=4).map(str))
schemathesis.openapi.format("uuid", strategies.uuids().map(str))
