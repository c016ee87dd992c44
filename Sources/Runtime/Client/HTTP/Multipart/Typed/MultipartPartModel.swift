import ApusModels

/// A part of a multipart body whose parts are described. It is a generated enum with a case for each part.
public protocol MultipartPartModel: Sendable {
    /// The object of all parts.
    associatedtype Whole: JSONCodable

    static var table: PartTable { get }

    /// Creates a part.
    ///
    /// - Parameter part: The index in the table, or the table's count for a part that the table does not name. If the
    ///   table types other parts, a part without a name has the count plus one.
    init(part: Int, from reader: PartReader) async throws
}
