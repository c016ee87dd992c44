import ApusClient
import ApusModels
import HTTPTypes

/// A request of an operation, as generated code reads it.
///
/// Generated code asks for all values first and then calls ``read()``, which throws one refusal with all problems.
public final class OperationRequest {
    let request: ServerRequest
    let pathTexts: [String: String]
    let query: QueryPairs
    let configuration: ServerConfiguration
    private let identities: [String: any Sendable]
    private let body: HTTPBody?
    /// The names of the operation's query parameters so far, which an exploded object does not take.
    private var queryNames: Set<String> = []
    private var problems: [ServerRefusal.Problem] = []
    private var isUnreadable = false
    // Steps that need the names of all parameters, or the body. They get the request, because a request that held
    // closures which hold it would stay in memory for ever, with its body.
    private var laterSteps: [(OperationRequest) -> Void] = []
    private var readBody: ((OperationRequest, HTTPBody?) async throws -> Void)?
    private lazy var cookies = CookiePairs(request.headers)

    init(
        _ request: ServerRequest, pathTexts: [String: String], query: QueryPairs, body: HTTPBody?,
        identities: [String: any Sendable], configuration: ServerConfiguration
    ) {
        self.request = request
        self.pathTexts = pathTexts
        self.query = query
        self.body = body
        self.identities = identities
        self.configuration = configuration
    }

    /// Reads the body and checks all values that have been asked for.
    ///
    /// - Throws: ``ServerRefusal`` with all problems.
    public func read() async throws {
        if query.isBroken {
            throw ServerRefusal(.unreadable, "the query cannot be read or has too many parameters")
        }
        for step in laterSteps { step(self) }
        try await readBody?(self, body)
        if problems.isEmpty { return }
        throw ServerRefusal(
            isUnreadable ? .unreadable : .invalid,
            isUnreadable ? "the request cannot be read" : "the request breaks rules of the API description",
            problems: problems)
    }

    /// Returns the result of a security scheme's handler.
    public func identity<Identity>(_ scheme: String, _ type: Identity.Type) -> RequestValue<Identity> {
        RequestValue(identities[scheme] as? Identity)
    }

    /// Returns the result of a security scheme's handler, or `nil` if another handler was called.
    public func identity<Identity>(_ scheme: String, optional type: Identity.Type) -> RequestValue<Identity?> {
        RequestValue(.some(identities[scheme] as? Identity))
    }

    /// Returns the response media type that the client prefers.
    public func accept<Accept: RawRepresentable<String> & CaseIterable>(_ type: Accept.Type) -> RequestValue<Accept> {
        let acceptance = Acceptance(request.headers[.accept])
        let best = acceptance.best(of: Accept.allCases.map(\.rawValue)).flatMap(Accept.init)
        return RequestValue(best ?? Accept.allCases.first)
    }

    // MARK: Problems

    func add(_ violations: [Violation], _ place: ServerRefusal.Problem.Place, _ parameter: String? = nil) {
        for violation in violations {
            problems.append(ServerRefusal.Problem(place: place, parameter: parameter, violation: violation))
        }
    }

    func add(_ error: JSONError, _ place: ServerRefusal.Problem.Place, _ parameter: String? = nil) {
        isUnreadable = isUnreadable || error.isUnreadable
        add([error.violation()], place, parameter)
    }

    func addUnreadable(_ message: String, _ place: ServerRefusal.Problem.Place, _ parameter: String? = nil) {
        isUnreadable = true
        add([.simple("syntax", message)], place, parameter)
    }

    func setBody(_ read: @escaping (OperationRequest, HTTPBody?) async throws -> Void) { readBody = read }

    // MARK: Parameters

    /// The parameter that is being read.
    struct Parameter {
        var place: ServerRefusal.Problem.Place
        var name: String
        var references: [any JSONCodable.Type]
        var constraints: StaticString?
    }

    /// Reads a required value.
    func value<Value: JSONCodable>(
        _ parameter: Parameter, _ type: Value.Type, default standard: Value? = nil,
        _ texts: @escaping (OperationRequest) throws -> TextTree?
    ) -> RequestValue<Value> {
        let result = RequestValue<Value>(standard)
        laterSteps.append { request in
            let found: Value? = request.decode(parameter, texts) { result.set($0) }
            if found == nil, standard == nil, !request.hasProblem(parameter) {
                request.add([.simple("required", "must be present")], parameter.place, parameter.name)
            }
        }
        return result
    }

    /// Reads an optional value.
    func optional<Value: JSONCodable>(
        _ parameter: Parameter, _ type: Value.Type, _ texts: @escaping (OperationRequest) throws -> TextTree?
    ) -> RequestValue<Value?> {
        let result = RequestValue<Value?>(.some(nil))
        laterSteps.append { request in
            let _: Value? = request.decode(parameter, texts) { result.set($0) }
        }
        return result
    }

    private func decode<Value: JSONCodable>(
        _ parameter: Parameter, _ texts: (OperationRequest) throws -> TextTree?, _ set: (Value) -> Void
    ) -> Value? {
        do {
            guard let tree = try texts(self) else { return nil }
            let value: Value = try tree.decode()
            if configuration.validatesRequests {
                let violations =
                    parameter.constraints.map {
                        value.violations(by: $0, references: parameter.references, name: parameter.name, pointer: "")
                    } ?? value.violations()
                add(violations, parameter.place, parameter.name)
            }
            set(value)
            return value
        } catch let error as UnreadableText {
            addUnreadable(error.message, parameter.place, parameter.name)
        } catch let error as JSONError {
            add(error, parameter.place, parameter.name)
        } catch {
            addUnreadable("cannot be read", parameter.place, parameter.name)
        }
        return nil
    }

    private func hasProblem(_ parameter: Parameter) -> Bool {
        problems.contains { $0.place == parameter.place && $0.parameter == parameter.name }
    }

    // MARK: Texts

    func pathText(_ name: String, _ reader: StyledText, _ form: TextForm) throws -> TextTree? {
        try pathTexts[name].map { try reader.tree(of: $0, as: form) }
    }

    func addQueryName(_ name: String) { queryNames.insert(name) }

    func queryText(_ reader: StyledText, _ form: TextForm) throws -> TextTree? {
        try reader.tree(in: query.pairs, as: form, others: queryNames.subtracting([reader.name]))
    }

    func cookieText(_ reader: StyledText, _ form: TextForm) throws -> TextTree? {
        if cookies.pairs.count > configuration.maximumPairs {
            throw UnreadableText(message: "must not come with so many cookies")
        }
        return try reader.tree(in: cookies.pairs, as: form)
    }

    func cookieValue(_ name: String) -> Substring? { cookies.values(name).first }

    func headerText(_ name: String) -> String? { HTTPField.Name(name).flatMap { request.headers[$0] } }
}

extension Violation {
    static func simple(_ keyword: String, _ message: String) -> Violation {
        Violation(pointer: "", keyword: keyword, schemaPointer: "", message: message, value: "")
    }
}
