import ApusRuntime

struct Report: ObjectModel {
    var title: String

    static let table = ObjectTable(of: Self.self, "title", [String.self])
}

enum ReportError: OperationError {
    case invalidRequest(RequestError)
    case undocumented(UndocumentedResponse)
    case transport(TransportFailure)
    case decoding(DecodingFailure)
    case validation(ValidationError)
    case cancelled

    static var operationID: String { "readReport" }
}

/// A client in the form of generated code.
struct ExampleClient: Sendable {
    enum SecurityScheme: String, CaseIterable, Sendable {
        case oauth
    }

    static let oauth = OAuthScheme(
        flows: [OAuthFlow(.clientCredentials, token: "https://login.example.com/token", scopes: ["read"])])

    let core: ClientCore

    init(
        credentials: [SecurityScheme: Credential], server: String, transport: any ClientTransport,
        configuration: ClientConfiguration = ClientConfiguration()
    ) {
        core = ClientCore(
            server: server, transport: transport, configuration: configuration, credentials: credentials)
    }

    func readReport() async throws(ReportError) -> Report {
        let request = ClientRequest("GET", "/report", operationID: "readReport", security: [["oauth"]])
        let cases: [ResponseCase<Report, ReportError>] = [.success(200, json: Report.self)]
        return try await core.send(request, throwing: ReportError.self, cases).body
    }

    func watchReports() async throws(ReportError) -> EventStream<Report> {
        let request = ClientRequest("GET", "/reports", operationID: "watchReports", security: [["oauth"]])
        let cases: [ResponseCase<EventStream<Report>, ReportError>] = [.success(200, events: Report.self)]
        return try await core.send(request, throwing: ReportError.self, cases).body
    }
}
