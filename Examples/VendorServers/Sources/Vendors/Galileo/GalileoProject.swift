import ApusModels
import GalileoServer

/// A project that exists or is about to.
struct GalileoProject {
    let id: UUID
    let name: String
    /// The log stream of sessions that name no other place.
    let defaultLogStreamID: UUID
    /// What has to be saved so that the project exists: nothing if it does already.
    let created: [Document]

    /// Finds a project, or makes one with a log stream.
    ///
    /// - Parameter name: The name of a new project.
    init(_ id: UUID, orNew name: @autoclosure () -> String, in documents: any StoredDocuments) throws {
        self.id = id
        if let project = try documents.content(.galileoProject, id: id.text),
            let logStream = try documents.contents(.galileoLogStream, owner: id.text).first
        {
            self.name = try project["name"].unwrapped.string.unwrapped
            defaultLogStreamID = try logStream["id"].unwrapped.uuid
            created = []
        } else {
            self.name = name()
            defaultLogStreamID = UUID()
            created = [
                .galileoProject(id, named: self.name),
                .galileoLogStream(defaultLogStreamID, named: "default", in: id),
            ]
        }
    }
}

/// The contents of these documents have the form in which the routes return them.
extension Document {
    static func galileoProject(_ id: UUID, named name: String) -> Document {
        let now = DateTime.now.description
        return Document(
            .galileoProject, id: id.text,
            content: [
                "id": .string(id.text), "name": .string(name), "type": "gen_ai", "runs": [],
                "created_by": GalileoService.user["id"]!, "created_by_user": GalileoService.user,
                "created_at": .string(now), "updated_at": .string(now),
            ])
    }

    static func galileoLogStream(_ id: UUID = UUID(), named name: String, in project: UUID) -> Document {
        let now = DateTime.now.description
        return Document(
            .galileoLogStream, id: id.text, owner: project.text,
            content: [
                "id": .string(id.text), "name": .string(name), "project_id": .string(project.text),
                "created_by": GalileoService.user["id"]!, "created_at": .string(now), "updated_at": .string(now),
            ])
    }
}
