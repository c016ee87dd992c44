import ApusClient
import ApusModels
import ApusOpenAPI
import ApusServer
import HTTPTypes

@testable import ApusMock

/// Makes a valid request of an operation, with its required parameters and its body.
struct RequestMaker {
    let description: MockDescription
    let document: Document

    struct Made {
        var head: HTTPRequest
        var body: HTTPBody?
        var notes: [String] = []
    }

    func request(for operation: MockOperation) -> Made {
        var headers: HTTPFields = [:]
        var path = operation.path
        var pairs: [String] = []
        var cookies: [String] = []
        var notes: [String] = []
        for (parameter, schema) in zip(operation.parameters, operation.parameterSchemas) where parameter.isRequired {
            guard let made = description.requests.make(schema, for: operation.id + parameter.name) else {
                notes.append("no value of \(parameter.name)")
                continue
            }
            notes += made.violations.map { "\(parameter.name): \($0)" }
            switch parameter.place {
            case .path:
                let text = parameter.isJSON ? encoded(made.value.plainText) : simple(made.value, parameter)
                path = path.replacing("{\(parameter.name)}", with: text)
            case .query: pairs += query(made.value, parameter)
            case .header:
                let text = made.value.array?.map(\.plainText).joined(separator: ",") ?? made.value.plainText
                if let name = HTTPField.Name(parameter.name) { headers[name] = text }
            case .cookie: cookies += query(made.value, parameter)
            case .body: break
            }
        }
        if !cookies.isEmpty { headers[.cookie] = cookies.joined(separator: "; ") }
        if !pairs.isEmpty { path += (path.contains("?") ? "&" : "?") + pairs.joined(separator: "&") }
        var made = Made(
            head: HTTPRequest(
                method: .init(operation.method)!, scheme: "http", authority: "localhost", path: path,
                headerFields: headers), notes: notes)
        addBody(of: operation, to: &made)
        addCredentials(of: operation, to: &made)
        return made
    }

    private func addBody(of operation: MockOperation, to made: inout Made) {
        let contents = Array(zip(operation.bodies, operation.bodySchemas))
        guard
            let (content, schema) = contents.first(where: { $0.0.isJSON })
                ?? contents.first(where: { $0.0.isForm }) ?? contents.first
        else { return }
        made.head.headerFields[.contentType] = content.mediaType.replacing("*/*", with: "text/plain")
        guard let schema, let value = description.requests.make(schema, for: operation.id + " body") else {
            made.body = HTTPBody(content.isJSON ? "{}" : "text")
            return
        }
        made.notes += value.violations.map { "body \($0)" }
        let json = (try? JSON.encode(value.value)) ?? []
        let values = (value.value.object ?? [:]).flatMap { member in
            (member.value.array ?? [member.value]).map { (member.name, $0) }
        }
        switch content.coding {
        case .json, .elements: made.body = HTTPBody(json)
        case .text: made.body = HTTPBody(value.value.plainText)
        case .bytes: made.body = HTTPBody("text")
        case .form:
            let pairs = values.map { encoded($0.0) + "=" + encoded($0.1.plainText) }
            made.body = pairs.isEmpty ? nil : HTTPBody(pairs.joined(separator: "&"))
        case .multipart:
            made.head.headerFields[.contentType] = "multipart/form-data; boundary=end-of-part"
            let parts = values.map { name, value in
                "--end-of-part\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value.plainText)\r\n"
            }
            made.body = HTTPBody(parts.joined() + "--end-of-part--\r\n")
        }
    }

    /// All credentials, as far as they do not exclude each other.
    private func addCredentials(of operation: MockOperation, to made: inout Made) {
        guard let requirement = operation.security.first(where: \.isEmpty) ?? operation.security.first else { return }
        for scheme in document.components.securitySchemes
        where requirement.contains(where: { $0.scheme == scheme.name }) {
            let (object, name) = (scheme.object, scheme.object.name)
            switch (object.type, object.location) {
            case ("apiKey", "query"):
                made.head.path! += (made.head.path!.contains("?") ? "&" : "?") + encoded(name) + "=key"
            case ("apiKey", "cookie"): made.head.headerFields[.cookie] = "\(name)=key"
            case ("apiKey", _): if let name = HTTPField.Name(name) { made.head.headerFields[name] = "key" }
            case ("http", _) where object.scheme.lowercased() == "basic":
                made.head.headerFields[.authorization] = "Basic YTpi"
            case ("http", _): made.head.headerFields[.authorization] = "\(object.scheme) token"
            default: made.head.headerFields[.authorization] = "Bearer token"
            }
        }
    }

    private func encoded(_ text: String) -> String { PercentEncoding.encode(text, allowing: .unreserved) }

    private func simple(_ value: JSONValue, _ parameter: SchemaParameter) -> String {
        if let array = value.array { return array.map { encoded($0.plainText) }.joined(separator: ",") }
        if let object = value.object {
            return object.map { encoded($0.name) + (parameter.explode ? "=" : ",") + encoded($0.value.plainText) }
                .joined(separator: ",")
        }
        return encoded(value.plainText)
    }

    private func query(_ value: JSONValue, _ parameter: SchemaParameter) -> [String] {
        let name = encoded(parameter.name)
        if parameter.isJSON { return [name + "=" + encoded(value.plainText)] }
        if let array = value.array {
            if parameter.explode { return array.map { name + "=" + encoded($0.plainText) } }
            return [name + "=" + array.map { encoded($0.plainText) }.joined(separator: ",")]
        }
        if let object = value.object {
            if parameter.style == .deepObject {
                return object.map { "\(name)[\(encoded($0.name))]=" + encoded($0.value.plainText) }
            }
            if parameter.explode { return object.map { encoded($0.name) + "=" + encoded($0.value.plainText) } }
            return [
                name + "=" + object.map { encoded($0.name) + "," + encoded($0.value.plainText) }.joined(separator: ",")
            ]
        }
        return [name + "=" + encoded(value.plainText)]
    }
}

extension SchemaContent {
    var isJSON: Bool { if case .json = coding { true } else { false } }
    var isForm: Bool { if case .form = coding { true } else { false } }
}
