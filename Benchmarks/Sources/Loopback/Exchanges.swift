import Foundation
import SampleData

/// The bodies and header fields that all clients and servers of this benchmark exchange.
enum Exchanges {
    static let key = "a key of Galileo"
    static let keyField = "Galileo-API-Key"
    static let project = UUID(uuidString: "0b1f5d3c-6a86-4f5a-9d75-2f0f3a4bb0c1")!
    static let logStream = UUID(uuidString: "c7a1f26e-40c4-4d26-9f3c-3c1a6f1a5b11")!
    static let createPath = "/v2/projects/\(project.uuidString.lowercased())/sessions"
    static let queryPath = createPath + "/search"

    static let createRequest = Array(
        """
        {"log_stream_id":"\(logStream.uuidString.lowercased())","client_version":"galileo 1.2.3","reliable":true,\
        "name":"Refund for order 4711","external_id":"conversation-4711"}
        """.utf8)

    static let session = Array(
        """
        {"id":"5f4a2d0e-93f4-4a53-8a7a-6a0de8a1a6f2","name":"Refund for order 4711",\
        "project_id":"\(project.uuidString.lowercased())","project_name":"Support","previous_session_id":null,\
        "external_id":"conversation-4711"}
        """.utf8)

    static let queryRequest = Array(
        """
        {"log_stream_id":"\(logStream.uuidString.lowercased())","limit":100}
        """.utf8)

    /// A response of 500 kB.
    static let records = try! QueryResponse(atLeast: 500_000).bytes
}
