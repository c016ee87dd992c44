import ApusModels

/// One part of a multipart body that the API description lists the parts of: a generated enum with a case for each.
public protocol MultipartPartModel: Sendable {
    /// All parts together, as one object.
    associatedtype Whole: JSONCodable

    static var table: PartTable { get }

    /// - Parameter part: the index in the table; one more for a part that the table types without its name, and after
    ///   that one for parts that are not described.
    init(part: Int, from reader: PartReader) async throws
}
