import ApusAPIModel

/// A call of an operation with a stubbed response.
struct TestCall {
    /// The name of the method and of the test.
    let method: String
    let status: Int
    /// The media type of the response's body and the body, or `nil` if the response has none.
    let response: (mediaType: String, body: String)?
    let arguments: [Argument]
    /// The beginning of the request's method and path, up to the first parameter.
    let request: String

    struct Argument {
        /// The label with its colon and a space, or nothing.
        var label = ""
        /// The name of the function or the case that takes the JSON text.
        var callee = "decoded"
        var json: String?
        /// The expression of an argument that is not JSON.
        var expression = ""
        /// The text after the JSON text.
        var end = ")"
    }

    /// - Returns: `nil` if no value is known for an argument or for the response.
    init?(_ operation: SwiftOperation, _ samples: Samples) {
        method = operation.names.method
        let source = operation.operation
        request = "\(source.method) \(source.path.prefix { $0 != "{" })"

        var arguments: [Argument] = []
        let needsContent = operation.contents.preferred == nil
        for parameter in operation.methodParameters(operation.responses, choosesContent: needsContent)
        where parameter.isRequired {
            if parameter.isBody {
                guard let body = Self.body(operation.contents, samples) else { return nil }
                arguments.append(body)
                continue
            }
            guard let described = operation.parameters.first(where: { $0.name == parameter.name })?.parameter,
                let value = samples.example(of: described) ?? samples.value(of: described.type)
            else { return nil }
            arguments.append(Argument(label: "\(Identifier.label(parameter.name)): ", json: value.json))
        }
        self.arguments = arguments

        let successes = source.responses.filter(\.status.isSuccess)
        guard let success = successes.first ?? source.responses.first(where: { $0.status == .default }) else {
            (status, response) = (200, nil)
            return
        }
        if case .code(let code) = success.status { status = code } else { status = 200 }
        guard let content = success.contents.first, status != 204, source.method != "HEAD" else {
            response = nil
            return
        }
        let mediaType = content.mediaType.contains("*") ? content.wildcardStandIn : content.mediaType
        switch content.coding {
        case .json(let use):
            guard let value = samples.example(of: content, use) ?? samples.value(of: use) else { return nil }
            response = (mediaType, value.json)
        case .multipart: return nil
        case .form, .events, .elements, .text, .bytes: response = (mediaType, "")
        }
    }

    private static func body(_ contents: SwiftContents, _ samples: Samples) -> Argument? {
        guard let alternative = contents.preferred ?? contents.alternatives.first else { return nil }
        var argument = Argument()
        switch alternative.content.coding {
        case .json(let use), .form(let use, _), .multipart(let use?, _):
            guard let sample = samples.example(of: alternative.content, use) ?? samples.value(of: use) else {
                return nil
            }
            argument.json = sample.json
        case .text(let use):
            guard let text = samples.text(of: alternative.content, use) else { return nil }
            argument.expression = SwiftText.literal(text)
        case .bytes, .events: argument.expression = #"HTTPBody("text")"#
        case .multipart(nil, _): argument.expression = "[]"
        case .elements: return nil
        }
        if contents.preferred != nil { return argument }
        let name = ".\(Identifier.escaped(alternative.name))"
        argument.callee = "\(name)(decoded"
        argument.expression = "\(name)(\(argument.expression))"
        argument.end = "))"
        return argument
    }
}

extension Samples {
    fileprivate func example(of content: Content, _ use: TypeUse) -> JSONLiteral? {
        types.api.examples[content.origin]?.first.map { normalized($0.value, use) }
    }

    fileprivate func text(of content: Content, _ use: TypeUse) -> String? {
        example(of: content, use)?.plainText ?? text(of: use)
    }

    fileprivate func example(of parameter: Parameter) -> JSONLiteral? {
        types.api.examples[parameter.origin]?.first.map { normalized($0.value, parameter.type) }
    }
}

extension Content {
    /// A media type within the range.
    fileprivate var wildcardStandIn: String {
        switch coding {
        case .json: "application/json"
        case .text: "text/plain"
        default: mediaType.hasPrefix("*") ? "application/octet-stream" : mediaType.replacing("*", with: "x-any")
        }
    }
}
