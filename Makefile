# The two commands of this repository are `make generate` and `make test`; `make help` lists the rest.
# Each works on a fresh clone of a fresh machine that has Swift, and can be run again at any time.

SWIFT ?= swift
# The traits of all builds, so that they share compiled modules.
TRAITS := --traits Generator,AsyncHTTPClient,LoopbackTests
# SwiftPM passes traits to the compiler in the order of a set, which is random unless hashing is deterministic. Another
# order would compile most of the package again.
export SWIFT_DETERMINISTIC_HASHING := 1
CONFIGURATIONS := $(wildcard specs/*/apus.yaml specs/*/server/apus.yaml) Tests/GeneratedServerTests/Library/apus.yaml \
	Examples/ServerApp/Sources/ServerApp/apus.yaml

.PHONY: help generate test tool swift-test lint format drift specs examples vendors dist prebuilt libyaml sqlite corpus conformance sanitize memory-safety

# Prints the targets with a comment after `##` in order.
help:
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-15s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

generate: tool ## regenerate the clients in Generated/ from specs/
	@for configuration in $(CONFIGURATIONS); do \
		echo "==> generating from $$configuration"; \
		"$$($(SWIFT) build $(TRAITS) --show-bin-path)/apus" generate $$configuration || exit $$?; \
	done

# The Swift tests come last, so that their summary ends the output.
test: libyaml lint specs drift examples vendors prebuilt memory-safety swift-test ## run all checks; the targets below are parts of it or take longer

# Tests that send messages have time limits. They run first, because the others take all processors for compilers.
MESSAGE_TESTS := ^(RuntimeTests|TestingTests|TransportTests|OAuthTests|ObservabilityTests|Generated(Client|Server)Tests)\.

swift-test: libyaml ## run the Swift tests (FILTER=CommandTests for some of them)
ifdef FILTER
	@echo "==> running the Swift tests with $(FILTER)"
	@$(SWIFT) test $(TRAITS) --filter '$(FILTER)'
else
	@echo "==> running the Swift tests that send messages"
	@$(SWIFT) test $(TRAITS) --filter '$(MESSAGE_TESTS)'
	@echo "==> running the other Swift tests"
	@$(SWIFT) test $(TRAITS) --skip '$(MESSAGE_TESTS)'
endif

# Goldens, fixtures and generated code are not formatted.
HAND_WRITTEN = $$(git ls-files '*.swift' | grep -vE '(^|/)(Goldens|Fixtures|Seeds)/|(^|/)Generated/|^Tests/DescriptionTests/')

lint: ## check the format of all Swift code
	@echo "==> checking the format of Swift code"
	@$(SWIFT) format lint --strict --parallel $(HAND_WRITTEN) || { \
		echo "Swift code is not formatted: run 'make format' and see what it leaves." >&2; exit 1; }

format: ## format all Swift code
	@$(SWIFT) format --in-place --parallel $(HAND_WRITTEN)

drift: tool ## check that Generated/ and Tests/DescriptionTests/ are up to date with specs/
	@for configuration in $(CONFIGURATIONS); do \
		echo "==> comparing generated code with $$configuration"; \
		"$$($(SWIFT) build $(TRAITS) --show-bin-path)/apus" check $$configuration || { \
			echo "Generated code is stale: run 'make generate' and commit what it changes." >&2; exit 1; }; \
	done

specs: .build/python/requirements.txt ## check the descriptions in specs/
	@echo "==> checking the descriptions in specs/"
	@.build/python/bin/python specs/check.py

# A virtual environment, because systems do not allow other Python packages to be installed.
.build/python/requirements.txt: specs/requirements.txt
	@command -v python3 >/dev/null || { echo "python3 is needed to check specs/: install Python 3.9 or later." >&2; exit 1; }
	@mkdir -p .build
	@python3 -m venv .build/python || { \
		rm -rf .build/python; \
		echo "python3 has no venv module: install it (on Debian and Ubuntu: apt-get install python3-venv)." >&2; exit 1; }
	@echo "==> installing what specs/check.py needs"
	@.build/python/bin/python -m pip install --quiet --disable-pip-version-check -r specs/requirements.txt || { \
		echo "pip could not install specs/requirements.txt: see above, and run this again." >&2; exit 1; }
	@cp specs/requirements.txt $@

examples: libyaml ## build, run and rebuild the packages in Examples/
	@echo "==> building and running Examples/"
	@Examples/check source

vendors: libyaml sqlite ## run the vendors' own SDKs and schemathesis against Examples/VendorServers and the mock
	@echo "==> building the mock"
	@$(SWIFT) build $(TRAITS) --product apus-mock
	@echo "==> checking Examples/VendorServers"
	@Examples/VendorServers/check --mock "$$($(SWIFT) build $(TRAITS) --show-bin-path)/apus-mock"

dist: libyaml ## build the self-contained tool, its artifact bundle and the package of plugins in dist/
	@scripts/dist tool
	@scripts/dist bundle

prebuilt: dist ## build and rebuild a package that uses dist/apus-plugins
	@echo "==> building Examples/PrebuiltApp"
	@Examples/check prebuilt

corpus: libyaml ## generate and compile published descriptions, slowly (DOCUMENTS=github.json for some of them)
	@scripts/corpus $(DOCUMENTS)

# Each unsafe use in the runtime must be marked: with `-strict-memory-safety`, a missing mark is an error.
memory-safety: ## check the marks of unsafe code in the runtime
	@echo "==> checking the marks of unsafe code"
	@$(SWIFT) build --target ApusServer --scratch-path .build/memory-safety \
		-Xswiftc -Werror -Xswiftc StrictMemorySafety

conformance: libyaml ## run JSON Schema's test suite with generated code (needs APUS_SHARED)
	@$(SWIFT) test $(TRAITS) --filter ConformanceTests
	@for table in required optional; do \
		echo; echo "==> $$table"; grep -v '^ ' Tests/ConformanceTests/Goldens/$$table.txt | column -t; \
	done

# Each sanitizer needs a separate build. Leak detection is off, because Swift stores tag bits in pointers, which hides their
# targets.
sanitize: libyaml ## test the runtime and generated code with two sanitizers
	@for sanitizer in address thread; do \
		echo "==> testing under the $$sanitizer sanitizer"; \
		ASAN_OPTIONS=detect_leaks=0 $(SWIFT) test --sanitize=$$sanitizer --scratch-path .build/$$sanitizer \
			--filter 'RuntimeTests|GeneratedClientTests' || exit $$?; \
	done

tool: libyaml
	@echo "==> building the tool"
	@$(SWIFT) build $(TRAITS) --product apus

libyaml:
	@scripts/install-library libyaml

sqlite:
	@scripts/install-library sqlite
