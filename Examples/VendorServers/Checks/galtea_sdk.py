"""Runs the vendor's SDK against the server of Galtea: galtea_sdk.py URL"""

import sys
from importlib.metadata import version

from galtea import Galtea

from report import Report

url = sys.argv[1]
report = Report(f"galtea {version('galtea')}")
new_key = Galtea(api_key="gsk_demo", base_url=url)
old_key = Galtea(api_key="gsk-demo", base_url=url)

production = new_key.sessions.create(version_id="ver_123", custom_id="my-session-1", metadata={"key": "value"})
report.expect("create: production without a flag", production.is_production, True)
report.expect("create: the caller's identifier", production.custom_id, "my-session-1")
report.expect("create: metadata", production.metadata, {"key": "value"})
report.expect("create: status", production.status, "COMPLETED")
report.expect("create: no user", production.user_id, None)

test = old_key.sessions.create(version_id="ver_123", test_case_id="tc_123")
report.expect("create: test case, old form of key", (test.is_production, test.test_case_id), (False, "tc_123"))
imported = new_key.sessions.create(version_id="ver_123", is_production=False)
report.expect("create: imported", (imported.is_production, imported.test_case_id), (False, None))
text = new_key.sessions.create(version_id="ver_123", context="Returning buyer")
report.expect("create: context", (text.context, text.context_data), ("Returning buyer", {"value": "Returning buyer"}))
product = new_key.sessions.create(product_id="prod_1")
report.expect("create: product instead of version", bool(product.version_id), True)

report.expect_error(
    "create: test case in production",
    lambda: new_key.sessions.create(version_id="v", test_case_id="tc", is_production=True),
    "A session with a testCaseId cannot be a production session",
)
report.expect_error(
    "create: context with a test case",
    lambda: new_key.sessions.create(version_id="v", test_case_id="tc", context="a"),
    "takes its context from the test case",
)
report.expect_error(
    "create: another form of key",
    lambda: Galtea(api_key="key", base_url=url).sessions.create(version_id="v"),
    "401",
)

report.expect("get", new_key.sessions.get(production.id).id, production.id)
report.expect_error("get: unknown", lambda: new_key.sessions.get("session_0"), "Session not found")
found = new_key.sessions.get_by_custom_id("my-session-1", version_id="ver_123")
report.expect("get by the caller's identifier", found.id, production.id)
again = new_key.sessions.get_or_create("my-session-1", version_id="ver_123")
report.expect("get or create: existing", again.id, production.id)
made = new_key.sessions.get_or_create("my-session-2", version_id="ver_123")
report.expect("get or create: new", (made.id != production.id, made.is_production), (True, False))
listed = new_key.sessions.list(version_id="ver_123", sort_by_created_at="desc", limit=2, offset=1)
report.expect("list: sorted, second page", [session.id for session in listed], [text.id, imported.id])
listed = new_key.sessions.list(version_id="ver_123", test_case_id=["tc_123"], status="COMPLETED")
report.expect("list: filtered", [session.id for session in listed], [test.id])
report.finish()
