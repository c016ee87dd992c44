import Dispatch

/// The shapes of all validated types.
final class ShapeCache: @unchecked Sendable {
    static let shared = ShapeCache()

    private let lock = DispatchSemaphore(value: 1)
    private var shapes: [ObjectIdentifier: Shape] = [:]

    /// Returns the shape of a type, and creates it on the first use together with the shapes of the types in it.
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
