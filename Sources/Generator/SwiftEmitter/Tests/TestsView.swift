import ApusAPIModel

/// What `exampleTests.mustache` and `operationTests.mustache` print.
struct TestsView: TemplateView {
    /// The lines of an example, as arguments.
    struct ExampleView: TemplateView {
        var lines: [String]

        static let fields: [TemplateField<Self>] = [.lines("lines", \.lines)]
    }

    struct CallView: TemplateView {
        var method: String
        var response: [String]
        var call: [String]
        var request: String

        static let fields: [TemplateField<Self>] = [
            .text("method", \.method), .lines("response", \.response), .lines("call", \.call),
            .text("request", \.request),
        ]
    }

    /// The name of the suite.
    var name: String
    /// The subject of the tests, for a comment.
    var title: String
    var validates: Bool
    var examples: [ExampleView]
    /// The type of the client.
    var client: String
    /// The enum of security schemes, or `nil` if the client has none.
    var schemes: String?
    var calls: [CallView]
    var decodes: Bool

    static let fields: [TemplateField<Self>] = [
        .text("name", \.name), .text("title", \.title), .flag("validates", \.validates),
        .views("examples", \.examples), .text("client", \.client), .optional("schemes", \.schemes),
        .views("calls", \.calls), .flag("decodes", \.decodes),
    ]
}

extension TestsView.ExampleView {
    init(_ example: TestExample, typeName: String, isLast: Bool) {
        let label = example.isOfMembers ? "ofMembers: " : ""
        let head = "\(SwiftText.literal(example.name)), \(label)\(typeName).self,"
        lines = TestsView.lines("TestedExample", [head], json: example.value.json, end: isLast ? ")" : "),")
    }
}

extension TestsView.CallView {
    init(_ call: TestCall) {
        method = Identifier.escaped(call.method)
        request = SwiftText.literal(call.request)
        if let (mediaType, body) = call.response {
            response = TestsView.lines(
                "let transport = CannedTransport", ["\(call.status), \(SwiftText.literal(mediaType)),"], json: body,
                end: ")")
        } else {
            response = ["let transport = CannedTransport(\(call.status))"]
        }
        let start = "_ = try await client(transport).\(method)("
        let arguments = call.arguments.map { argument in
            argument.json.map {
                TestsView.lines(argument.label + argument.callee, [], json: $0, end: argument.end)
            } ?? [argument.label + argument.expression]
        }
        let isShort = arguments.allSatisfy { $0.count == 1 }
        let joined = start + arguments.joined().joined(separator: ", ") + ")"
        if isShort, let line = SwiftText.onOneLine([joined], width: 112) {
            self.call = [line]
            return
        }
        self.call = [start]
        for (index, lines) in arguments.enumerated() {
            self.call += lines.map { "    " + $0 }
            self.call[self.call.count - 1] += index < arguments.count - 1 ? "," : ")"
        }
    }
}

extension TestsView {
    /// A call whose last argument is JSON text, on one line if it fits.
    static func lines(_ callee: String, _ arguments: [String], json: String, end: String) -> [String] {
        let literal = SwiftText.multilineLiteral(JSONText.wrapped(json))
        if literal.count == 1 {
            let all = (arguments + [literal[0] + end]).joined(separator: " ")
            if let line = SwiftText.onOneLine(["\(callee)(\(all)"], width: 112) { return [line] }
        }
        var lines = ["\(callee)("] + arguments.map { "    " + $0 } + literal.map { "    " + $0 }
        lines[lines.count - 1] += end
        return lines
    }
}
