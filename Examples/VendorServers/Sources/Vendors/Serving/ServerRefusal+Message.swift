import ApusServer

extension ServerRefusal {
    /// The first problem with its place, such as `events.0.inputs: must be present`, or the reason.
    var message: String {
        guard let problem = problems.first else { return detail }
        let place =
            [problem.parameter].compactMap(\.self) + problem.violation.pointer.split(separator: "/").map(String.init)
        return place.isEmpty
            ? problem.violation.message : "\(place.joined(separator: ".")): \(problem.violation.message)"
    }
}
