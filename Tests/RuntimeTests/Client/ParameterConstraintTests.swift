import ApusModels
import HTTPTypes
import Testing

@testable import ApusClient

struct ParameterConstraintTests {
    private func violations(_ build: (inout ClientRequest) -> Void) -> [String] {
        var request = ClientRequest("GET", "/a/{id}", operationID: "op")
        build(&request)
        do throws(ValidationError) {
            try request.validate()
            return []
        } catch {
            return error.violations.map { "\($0.pointer) \($0.keyword) \($0.schemaPointer) \($0.value)" }
        }
    }

    @Test func everyKindOfParameterIsChecked() {
        let found = violations {
            $0.path("id", "x", constraints: #"{"minLength":2}"#)
            $0.query("limit", 0, constraints: #"{"minimum":1,"multipleOf":10}"#)
            $0.query("filter", json: ["a", "a"], constraints: #"{"uniqueItems":true}"#)
            $0.header("X-Trace", "a b", constraints: #"{"pattern":"^\\w+$"}"#)
            $0.cookie("tags", ["a", ""], constraints: #"{"items":{"minLength":1}}"#)
        }
        #expect(
            found == [
                "/parameters/id minLength #/parameters/id/minLength \"x\"",
                "/parameters/limit minimum #/parameters/limit/minimum 0",
                "/parameters/filter uniqueItems #/parameters/filter/uniqueItems an array with 2 elements",
                "/parameters/X-Trace pattern #/parameters/X-Trace/pattern \"a b\"",
                "/parameters/tags/1 minLength #/parameters/tags/items/minLength \"\"",
            ])
    }

    @Test func jsonParametersOfEveryKindAreChecked() {
        let found = violations {
            $0.path("id", json: 0, constraints: #"{"minimum":1}"#)
            $0.header("X-A", json: 0, constraints: #"{"minimum":1}"#)
            $0.cookie("c", json: 0, constraints: #"{"minimum":1}"#)
        }
        #expect(found.map { $0.split(separator: " ")[0] } == ["/parameters/id", "/parameters/X-A", "/parameters/c"])
    }

    @Test func constraintsReferToModels() {
        let notAModel: StaticString = ##"{"not":{"$ref":"#/String"}}"##
        let found = violations {
            $0.path("a", "x", references: [String.self], constraints: notAModel)
            $0.path("b", json: "x", references: [String.self], constraints: notAModel)
            $0.query("c", "x", references: [String.self], constraints: notAModel)
            $0.query("d", json: "x", references: [String.self], constraints: notAModel)
            $0.querystring(
                form: ["x": "y"], references: [JSONValue.self], constraints: ##"{"not":{"$ref":"#/JSONValue"}}"##)
            $0.querystring(json: "x", references: [String.self], constraints: notAModel)
            $0.header("g", "x", references: [String.self], constraints: notAModel)
            $0.header("h", json: "x", references: [String.self], constraints: notAModel)
            $0.cookie("i", "x", references: [String.self], constraints: notAModel)
            $0.cookie("j", json: "x", references: [String.self], constraints: notAModel)
        }
        #expect(
            found.map { $0.split(separator: " ")[0...1].joined(separator: " ") }
                == ["a", "b", "c", "d", "querystring", "querystring", "g", "h", "i", "j"].map {
                    "/parameters/\($0) not"
                })
    }

    @Test func whatIsLeftOutOrFollowsTheRulesIsNot() {
        let found = violations {
            $0.path("id", "xy", constraints: #"{"minLength":2}"#)
            $0.query("limit", nil as Int?, constraints: #"{"minimum":1}"#)
            $0.header("X-Trace", nil as String?, constraints: #"{"pattern":"^\\w+$"}"#)
            $0.query("free", 0)
        }
        #expect(found == [])
    }

    @Test func theTypesOwnRulesAreCheckedWithTheParameters() {
        let found = violations { $0.query("first", json: Bounded(value: 0), constraints: #"{"maxProperties":0}"#) }
        #expect(
            found.map { $0.split(separator: " ")[0...1].joined(separator: " ") } == [
                "/parameters/first maxProperties", "/parameters/first/value minimum",
            ])
    }

    @Test func constraintsThatCannotBeReadAreAViolation() {
        #expect(violations { $0.query("limit", 1, constraints: "{") }.map { $0.contains(" $schema ") } == [true])
    }

    @Test func parametersAndBodyAreReportedTogetherAndNothingIsSent() async throws {
        var request = ClientRequest("POST", "/a/{id}", operationID: "op")
        request.path("id", "x", constraints: #"{"minLength":2}"#)
        request.body(json: Bounded(value: 0))
        let built = request
        let transport = ScriptedTransport(.response(204, [:], ""))
        func send(_ configuration: ClientConfiguration) async throws(SomeError) {
            let _: ClientResponse<NoBody> = try await ClientCore(
                server: "https://host", transport: transport, configuration: configuration
            ).send(built, throwing: SomeError.self, [.success(204)])
        }
        await #expect {
            try await send(ClientConfiguration())
        } throws: { error in
            guard case .validation(let error)? = error as? SomeError else { return false }
            return error.violations.map(\.pointer) == ["/parameters/id", "/value"]
        }
        #expect(await transport.sent.isEmpty)
        try await send(ClientConfiguration(validatesRequests: false))
        #expect(await transport.sent.map(\.request.path) == ["/a/x"])
    }

    @Test func responsesAreValidatedIfThatIsAskedFor() async throws {
        func send(_ configuration: ClientConfiguration) async throws(SomeError) -> Bounded {
            let transport = ScriptedTransport(.response(200, [:], #"{"value":0}"#))
            return try await ClientCore(server: "https://host", transport: transport, configuration: configuration)
                .send(
                    ClientRequest("GET", "/x", operationID: "op"), throwing: SomeError.self,
                    [.success(200, json: Bounded.self)]
                ).body
        }
        #expect(try await send(ClientConfiguration()) == Bounded(value: 0))
        await #expect {
            try await send(ClientConfiguration(validatesResponses: true))
        } throws: { error in
            guard case .validation(let error)? = error as? SomeError else { return false }
            return error.violations.map(\.pointer) == ["/value"]
        }
    }
}

private struct Bounded: ObjectModel {
    var value: Int

    static let table = ObjectTable(
        of: Self.self, "value", [Int.self], constraints: #"{"properties":{"value":{"minimum":1}}}"#)
}
