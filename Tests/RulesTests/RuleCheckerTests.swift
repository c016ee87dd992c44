import ApusAPIModel
import ApusRules
import Foundation
import TestSupport
import Testing

@Suite struct RuleCheckerTests {
    /// Returns the members of `Session` for expressions.
    static func members(of object: String) -> [RuleMember] {
        let any: [(String, RuleType)] =
            object == "Session"
            ? [
                ("name", .string), ("count", .integer), ("score", .double), ("isOpen", .bool),
                ("start_time", .timestamp),
                ("end_time", .timestamp), ("tags", .list(.string)), ("labels", .map(.string)),
                ("events", .list(.object("Event"))),
                ("parent", .object("Session")), ("id", .opaque("a UUID")), ("day", .opaque(RuleType.date)),
                ("value", .unsupported("one of several types")), ("x-odd", .integer),
            ] : [("kind", .string), ("cost", .double)]
        return any.map { RuleMember(name: $0.0, type: $0.1, isOptional: true) }
    }

    static func check(_ text: String) -> Result<RuleExpression, RuleProblems> {
        do throws(RuleProblem) {
            let syntax = try parseRule(text)
            return checkRule(
                syntax, about: "Session", members: members(of:),
                pattern: { $0.contains("(") ? "a group that is not closed" : nil })
        } catch {
            return .failure(RuleProblems(all: [error]))
        }
    }

    @Test(arguments: [
        "start_time <= end_time", "!has(start_time) || has(end_time) && end_time - start_time <= duration('24h')",
        "size(name) > 0 && name.startsWith('a') || name.matches(r'^\\d+$')", "count in [1, 2, 3]", "'a' in tags",
        "'k' in labels",
        "labels['k'] == 'v'", "labels.k != 'v'", "events.all(e, e.cost >= 0 && has(e.kind))",
        "events.exists(e, e.kind == name && events.all(f, f.cost <= e.cost))", "parent.parent.name == name",
        "score * 2 + count > -1.5", "count % 2 == 0 ? isOpen : !isOpen", "id == parent.id", "day < parent.day",
        "value == null || has(value)", "self['x-odd'] > 1", "start_time > timestamp('2020-02-29T12:00:00.5+01:00')",
        "tags[0] == 'x'", "tags == ['a', 'b']", "name + '!' == \"a\\n\\u0041\"", "-count < 3",
        "double(count) / 2.0 > 1",
        "end_time - duration('1h30m') > start_time",
    ])
    func good(_ text: String) throws {
        #expect(try Self.check(text).get().type == .bool)
    }

    @Test func bad() throws {
        let texts = [
            "", "a", "nam == 'x'", "name ==", "name = 'x'", "name == 3", "count < 'x'", "1 < 2 < 3", "name & 'x'",
            "(name == 'x'",
            "name == 'x')", "name == 'x", "'\\q' == name", "99999999999999999999 > count", "12a", "size(count) > 1",
            "sze(name) > 1",
            "name.startWith('a')", "startsWith(name, 'a')", "name.has()", "has(1)", "has()",
            "events.all(e, e.knd == 'x')",
            "events.all(1, true)", "name.all(x, true)", "value == value", "parent == parent", "parent < parent",
            "count && isOpen",
            "!count", "-name == 'x'", "isOpen ? 1 : 'a'", "count ? 1 : 2", "[] == tags", "[1, 'a'] == tags",
            "name in count",
            "1 in tags", "name.foo", "count[0] == 1", "tags['a'] == 'b'", "self[1] == 2",
            "duration('1x') > duration('1s')",
            "timestamp('2023-02-29T00:00:00Z') < start_time", "duration(name) > duration('1s')", "name.matches('(')",
            "name.matches(name)", "name + 1 == 'x'", "end_time + start_time > start_time", "foo.bar.baz && foo2",
            "name == 'a' name",
            "count / 0.5 == 'x' || nmae == 'y'", "a..b", ".a", "events.all(e, true) && e.kind == 'x'",
            "start_tim <= end_tim",
        ]
        var golden = ""
        for text in texts {
            golden += text + "\n"
            switch Self.check(text) {
            case .success(let expression): golden += "  is \(expression.type.phrase)\n"
            case .failure(let problems):
                for problem in problems.all {
                    let caret =
                        String(repeating: " ", count: problem.range.lowerBound)
                        + String(repeating: "^", count: max(problem.range.count, 1))
                    golden += "\(caret) \(problem.message)\(problem.help.map { " (\($0))" } ?? "")\n"
                }
            }
        }
        try expect(
            golden,
            matches: URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
                "Goldens/bad.txt"))
    }

    @Test func depthIsLimited() {
        for text in [
            String(repeating: "(", count: 900) + "true" + String(repeating: ")", count: 900),
            String(repeating: "!", count: 1900) + "true", String(repeating: "a.", count: 900) + "b",
            String(repeating: "x", count: 3000), String(repeating: "[", count: 1000),
        ] {
            #expect(throws: RuleProblems.self) { try Self.check(text).get() }
        }
    }

    @Test func durations() throws {
        let expression = try Self.check("duration('1h30m1.5s') == duration('-100ms')").get()
        guard case .comparison(_, let left, let right) = expression.kind else {
            Issue.record("not a comparison")
            return
        }
        #expect("\(left.kind)" == "duration(seconds: 5401, nanoseconds: 500000000)")
        #expect("\(right.kind)" == "duration(seconds: 0, nanoseconds: -100000000)")
    }

    @Test func timestamps() throws {
        let expression = try Self.check("timestamp('2020-02-29T12:00:00.5+01:00') < timestamp('1969-12-31T23:59:59Z')")
            .get()
        guard case .comparison(_, let left, let right) = expression.kind else {
            Issue.record("not a comparison")
            return
        }
        #expect("\(left.kind)" == "timestamp(seconds: 1582974000, nanoseconds: 500000000)")
        #expect("\(right.kind)" == "timestamp(seconds: -1, nanoseconds: 0)")
    }
}
