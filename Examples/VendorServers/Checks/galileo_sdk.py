"""Runs the vendor's SDK against the server of Galileo, which has its samples: galileo_sdk.py URL KEY"""

import os
import sys
from datetime import datetime, timezone
from importlib.metadata import version

url, key = sys.argv[1:]
os.environ.update(GALILEO_API_URL=url, GALILEO_CONSOLE_URL=url, GALILEO_API_KEY=key)

from galileo import GalileoLogger
from galileo.config import GalileoPythonConfig
from galileo.projects import Projects
from galileo.resources.api.trace import query_sessions_projects_project_id_sessions_search_post as search
from galileo.resources.models import *
from galileo.search import get_sessions
from galileo.shared.filter import boolean, date, number, text

from report import Report

report = Report(f"galileo {version('galileo')}")

# Creating: the logger makes a project, a log stream and a session.
logger = GalileoLogger(project="sdk", log_stream="nightly")
session = logger.start_session(name="first", external_id="ext-1")
report.expect("logger: the session of the same external id again", logger.start_session(external_id="ext-1"), session)
other = logger.start_session(name="second", previous_session_id=session)
report.expect("logger: another session", other != session, True)
nameless = logger.start_session()

project = Projects().get(name="sdk").id


def sessions(*filters, **arguments):
    return get_sessions(project_id=project, log_stream_id=logger.log_stream_id, filters=list(filters), **arguments)


everything = sessions()
report.expect("search: newest first", [record.id for record in everything.records], [nameless, other, session])
report.expect("search: a name is made up", bool(everything.records[0].name), True)
report.expect("search: the session before", everything.records[1].previous_session_id, session)
report.expect("search: another log stream", get_sessions(project_id=project, log_stream_id=project).records, [])

pages, token = [], 0
while token is not None:
    page = sessions(limit=2, starting_token=token)
    pages.append([record.id for record in page.records])
    token = page.next_starting_token or None
report.expect("search: pages", pages, [[nameless, other], [session]])

# The samples have values in columns of all kinds.
demo = Projects().get(name="demo").id


def names(filters=(), **arguments):
    return sorted(record.name for record in get_sessions(project_id=demo, filters=list(filters), **arguments).records)


chat, call, mail = "checkout chat", "refund call", "Checkout mail"
moment = datetime(2026, 1, 6, 11, 30, 0, 1, tzinfo=timezone.utc)
for what, filter, expected in [
    ("text eq", text("name").equals(call), [call]),
    ("text ne", text("name").not_equals(call), [mail, chat]),
    ("text contains", text("name").contains("Checkout"), [mail]),
    ("text contains, any case", text("name", case_sensitive=False).contains("CHECKOUT"), [mail, chat]),
    ("text one_of", text("name").one_of([chat, call]), [chat, call]),
    ("text not_in", text("name").not_in([chat, call]), [mail]),
    ("number eq", number("status_code").equals(200), [mail, chat]),
    ("number ne", number("status_code").not_equals(200), [call]),
    ("number gt", number("metrics/duration_ns").greater_than(1000), [chat]),
    ("number gte", number("metrics/duration_ns").greater_than_or_equal(1000), [mail, chat]),
    ("number lt", number("metrics/duration_ns").less_than(1000), [call]),
    ("number lte", number("metrics/duration_ns").less_than_or_equal(1000), [mail, call]),
    ("number between", number("metrics/duration_ns").between(900, 1000), [mail, call]),
    ("date after", date("created_at").after(moment), [mail]),
    ("date on or after", date("created_at").on_or_after(moment), [mail, call]),
    ("date before", date("created_at").before(moment), [chat]),
    ("date on or before", date("created_at").on_or_before(moment), [chat, call]),
    ("boolean true", boolean("has_children").is_true(), [mail, chat]),
    ("boolean false", boolean("has_children").is_false(), [call]),
    ("boolean ne", LogRecordsBooleanFilter(column_id="has_children", operator=LogRecordsBooleanFilterOperator.NE, value=True), [call]),
    ("id eq", LogRecordsIDFilter(column_id="external_id", value="chat"), [chat]),
    ("id ne", LogRecordsIDFilter(column_id="external_id", operator=LogRecordsIDFilterOperator.NE, value="chat"), [mail, call]),
    ("id one_of", LogRecordsIDFilter(column_id="external_id", operator=LogRecordsIDFilterOperator.ONE_OF, value=["chat", "call"]), [chat, call]),
    ("id not_in", LogRecordsIDFilter(column_id="external_id", operator=LogRecordsIDFilterOperator.NOT_IN, value=["chat", "call"]), [mail]),
    ("id contains", LogRecordsIDFilter(column_id="external_id", operator=LogRecordsIDFilterOperator.CONTAINS, value="ha"), [chat]),
    ("collection contains", LogRecordsCollectionFilter(column_id="tags", operator=LogRecordsCollectionFilterOperator.CONTAINS, value="vip"), [mail, chat]),
    ("collection eq", LogRecordsCollectionFilter(column_id="tags", operator=LogRecordsCollectionFilterOperator.EQ, value=["vip"]), [mail]),
    ("collection not_in", LogRecordsCollectionFilter(column_id="tags", operator=LogRecordsCollectionFilterOperator.NOT_IN, value=["phone"]), [mail, chat]),
    ("collection one_of", LogRecordsCollectionFilter(column_id="tags", operator=LogRecordsCollectionFilterOperator.ONE_OF, value=["phone", "Web"]), [chat, call]),
]:
    report.expect(f"filter: {what}", names([filter]), expected)
report.expect(
    "filter: two have to match",
    names([text("name").contains("heckout"), boolean("has_children").is_true(), number("metrics/duration_ns").greater_than(1000)]),
    [chat],
)
for ascending, expected in [(True, [call, mail, chat]), (False, [chat, mail, call])]:
    sort = LogRecordsSortClause(column_id="metrics/duration_ns", ascending=ascending)
    records = get_sessions(project_id=demo, sort=sort).records
    report.expect(f"sort: ascending {ascending}", [record.name for record in records], expected)


def leaf(filter):
    return FilterLeafLogRecordsFilter(filter_=filter)


tree = AndNodeLogRecordsFilter(and_=[
    OrNodeLogRecordsFilter(or_=[leaf(text("name").equals(chat)), leaf(text("name").equals(call))]),
    NotNodeLogRecordsFilter(not_=leaf(number("status_code").equals(200))),
])
client = GalileoPythonConfig.get().api_client
found = search.sync(client=client, project_id=demo, body=LogRecordsQueryRequest(filter_tree=tree))
report.expect("filter tree", [record.name for record in found.records], [call])

wrong = search.sync(
    client=client, project_id=demo,
    body=LogRecordsQueryRequest.from_dict({"limit": "many"}))
report.expect("a wrong query", type(wrong).__name__, "HTTPValidationError")
report.finish()
