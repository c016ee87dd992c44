/// A parameter or a body that generated code has asked for. It has a value after ``OperationRequest/read()``.
public final class RequestValue<Value> {
    private var stored: Value?

    init(_ value: Value? = nil) { stored = value }

    func set(_ value: Value) { stored = value }

    /// - Precondition: ``OperationRequest/read()`` has returned.
    public var value: Value {
        guard let stored else { preconditionFailure("a value of a request is used before `read()` has returned") }
        return stored
    }
}
