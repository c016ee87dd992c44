import ApusRuntime
import Testing

@Suite struct ProblemTests {
    @Test func aProblemListsTheViolations() throws {
        let error = ValidationError(violations: [
            Violation(
                pointer: "/lines/0/a b~1ü", keyword: "minimum", schemaPointer: "#/Line/minimum",
                message: "must be at least 1", value: "secret"),
            Violation(pointer: "", keyword: "x-apus-rules", schemaPointer: "#/x", message: "breaks a rule", value: "1"),
        ])
        let json = String(decoding: try JSON.encode(error.problem()), as: UTF8.self)
        #expect(
            json == #"{"type":"about:blank","title":"Unprocessable Content","status":422,"errors":["#
                + ##"{"pointer":"#/lines/0/a%20b~1%C3%BC","keyword":"minimum","detail":"must be at least 1"},"##
                + ##"{"pointer":"#","keyword":"x-apus-rules","detail":"breaks a rule"}]}"##)
    }

    @Test func theKindCanBeNamed() {
        let problem = ValidationError(violations: []).problem(status: 400, type: "urn:bad", title: "Bad")
        #expect(problem["status"] == 400)
        #expect(problem["type"] == "urn:bad")
        #expect(problem["errors"] == [])
    }
}
