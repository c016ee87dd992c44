import ApusServer

/// The clinic: visits in memory.
actor Clinic: ClinicServer {
    private var visits: [Visit] = []

    /// Keys and the people who have them.
    private static let keys = ["secret": "Ada"]

    func authenticate(apiKey credential: String) async throws -> String {
        guard let person = Self.keys[credential] else { throw AuthenticationError.unauthorized }
        return person
    }

    func listVisits(limit: Int, animal: String?, apiKey: String) async throws -> ListVisitsOutput {
        let found = visits.filter { animal == nil || $0.animal == animal }
        return .ok(Array(found.reversed().prefix(limit)), xTotal: found.count)
    }

    func addVisit(_ body: VisitRequest, apiKey: String) async throws -> Visit {
        if visits.contains(where: { $0.animal == body.animal }) {
            throw AddVisitFailure.conflict(Problem(message: "\(body.animal) is here already"))
        }
        let visit = Visit(number: visits.count + 1, animal: body.animal, reason: body.effectiveReason)
        visits.append(visit)
        return visit
    }

    func visit(number: Int, apiKey: String) async throws -> Visit {
        guard let visit = visits.first(where: { $0.number == number }) else {
            throw VisitFailure.notFound(Problem(message: "there is no visit \(number)"))
        }
        return visit
    }
}
