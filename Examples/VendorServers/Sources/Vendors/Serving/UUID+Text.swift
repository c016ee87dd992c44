import ApusModels

extension UUID {
    /// The form in which the services write identifiers.
    var text: String { uuidString.lowercased() }
}
