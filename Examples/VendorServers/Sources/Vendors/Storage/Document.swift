import ApusModels

/// A JSON document: the form in which a storage keeps a project, a session or an event.
struct Document: Sendable {
    enum Kind: String, Sendable {
        case galileoProject = "galileo.project"
        case galileoLogStream = "galileo.log_stream"
        case galileoSession = "galileo.session"
        case galteaSession = "galtea.session"
        case honeyHiveSession = "honeyhive.session"
        case honeyHiveEvent = "honeyhive.event"
    }

    let kind: Kind
    /// An identifier that no other document of this kind has.
    let id: String
    /// The identifier of the document that contains this one, or an empty text.
    let owner: String
    let content: JSONValue

    init(_ kind: Kind, id: String, owner: String = "", content: JSONValue) {
        self.kind = kind
        self.id = id
        self.owner = owner
        self.content = content
    }
}
