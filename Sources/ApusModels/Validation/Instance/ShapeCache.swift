import Dispatch

/// The shapes of all types that were validated.
final class ShapeCache: @unchecked Sendable {
    static let shared = ShapeCache()

    private let lock = DispatchSemaphore(value: 1)
    private var shapes: [ObjectIdentifier: Shape] = [:]

    /// The shape of a type; it is made, with those of all types in it, when it is first asked for.
    func shape(of type: any JSONCodable.Type) -> Shape {
        lock.wait()
        defer { lock.signal() }
        if let shape = shapes[ObjectIdentifier(type)] { return shape }
        var builder = ShapeBuilder(shapes: shapes)
        let shape = builder.shape(of: type)
        builder.finish()
        shapes = builder.shapes
        return shape
    }
}
