import ApusHummingbird
import ApusRuntime
import ApusServer
import Hummingbird

private let configuration = ServerConfiguration(middlewares: [RequestLog()])

/// Serves the clinic: `curl -H 'Clinic-Key: secret' http://127.0.0.1:8080/v1/visits`.
func serve() async throws {
    let router = Router()
    try Clinic().register(on: HummingbirdTransport(router), configuration: configuration)
    try await Application(router: router).runService()
}

/// Calls the same server without a network, with the client of the same description.
func demonstrate() async throws {
    let transport = InMemoryTransport()
    try Clinic().register(on: transport, configuration: configuration)
    let client = ClinicClient(apiKey: "secret", server: "http://clinic/v1", transport: transport)

    print(try await client.addVisit(VisitRequest(animal: "Mia")))
    do {
        _ = try await client.visit(number: 7)
    } catch VisitError.notFound(let error) {
        print(error.message)
    }
    let careless = ClinicClient(
        apiKey: "secret", server: "http://clinic/v1", transport: transport,
        configuration: ClientConfiguration(validatesRequests: false))
    do {
        _ = try await careless.addVisit(VisitRequest(animal: ""))
    } catch AddVisitError.undocumented(let response) {
        print(String(decoding: response.body, as: UTF8.self))
    }
}
