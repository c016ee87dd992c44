"""Runs the vendor's SDK against the server of HoneyHive: honeyhive_sdk.py URL"""

import sys
import time
import uuid
import warnings
from importlib.metadata import version

from honeyhive._generated.api_config import APIConfig
from honeyhive._generated.models import PostEventRequest, SessionEventBatchRequest, StartSessionRequest
from honeyhive._generated.services import Sessions_service as sessions
from honeyhive.api import HoneyHive

from report import Report

warnings.simplefilter("ignore")
url = sys.argv[1]
report = Report(f"honeyhive {version('honeyhive')}")
client = HoneyHive(api_key="hh_demo", base_url=url)
config = APIConfig(base_path=url, access_token="hh_demo")


def create(**members):
    return sessions.createSession(config, data=StartSessionRequest.model_construct(**members))


def is_now(milliseconds):
    return abs(milliseconds - time.time() * 1000) < 60_000


def is_uuid4(text):
    return uuid.UUID(text).version == 4


# The public method, which sends the deprecated form.
started = client.sessions.start({"session_name": "nightly", "source": "dev", "metadata": {"a": 1}})
report.expect("start: names", (started.event_name, started.source), ("nightly", "dev"))
report.expect("start: event", (started.event_type, started.event_id), ("session", started.session_id))
report.expect("start: UUID", is_uuid4(started.session_id), True)

empty = create()
report.expect("create: fallbacks", (empty.event_name, empty.source), ("unknown", "unknown"))
report.expect("create: time", is_now(empty.start_time), True)
named = create(session_name="a", event_name="b", start_time=1767261600000.0, end_time=1767261601500.0)
report.expect("create: event name before session name", named.event_name, "b")
report.expect("create: times", (named.start_time, named.end_time), (1767261600000, 1767261601500))
odd = create(session_id="my-session", start_time="yesterday", end_time="today")
report.expect("create: identifier that is no UUID", is_uuid4(odd.session_id), True)
report.expect("create: times that are no numbers", (is_now(odd.start_time), is_now(odd.end_time)), (True, True))

own = str(uuid.uuid4())
create(session_id=own, event_name="first", metadata={"a": 1, "b": 1}, user_properties={"c": 1})
second = create(session_id=own, event_name="second", metadata={"b": 2}, user_properties={"d": 2})
report.expect("create again: the stored session", (second.session_id, second.event_name), (own, "first"))
report.expect("create again: merged metadata", second.metadata, {"a": 1, "b": 2})
report.expect("create again: merged user properties", second.user_properties, {"c": 1, "d": 2})


def add(session_id, *events):
    data = SessionEventBatchRequest.model_construct(events=list(events))
    return sessions.createSessionEventBatch(config, session_id=session_id, data=data)


result = add(
    own,
    PostEventRequest(event_type="model", inputs={"q": "hi"}, event_name="llm", session_id=str(uuid.uuid4()), start_time=2.0),
    PostEventRequest(event_type="tool", inputs={}, error="boom", start_time=1.0),
)
report.expect("batch", result.success, True)
stored = client.events.get_by_session_id(own).events
report.expect("batch: the session of the path", {event.session_id for event in stored}, {own})
report.expect("batch: parents", [event.parent_id for event in stored if event.event_type != "session"], [own] * 2)
report.expect("batch: names", sorted(event.event_name for event in stored), ["first", "llm", "unknown"])

for what, event, text in [
    ("without inputs", PostEventRequest.model_construct(event_type="tool"), "inputs"),
    ("another event type", PostEventRequest(event_type="other", inputs={}), "event_type"),
    ("an unknown member", PostEventRequest(event_type="tool", inputs={}, project="p"), "project"),
]:
    report.expect_error(f"batch: {what}", lambda: add(own, event), text)
report.expect("batch: nothing of those is stored", len(client.events.get_by_session_id(own).events), 3)
report.expect_error(
    "create: another key",
    lambda: sessions.createSession(
        APIConfig(base_path=url, access_token="key"), data=StartSessionRequest()),
    "401",
)
report.finish()
