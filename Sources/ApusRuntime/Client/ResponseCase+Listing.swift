// What generated code writes; GeneratedCode.md has the table.

extension ResponseCase {
    /// A success with a JSON body.
    public static func success<Value: JSONCodable>(
        _ status: ResponseStatus, json type: Value.Type, contentType: String = "application/json",
        _ output: @escaping @Sendable (Value) -> Output
    ) -> ResponseCase {
        ResponseCase(status: status, contentType: contentType, form: .json) {
            .success(output(try $0.json(type)))
        }
    }

    /// A success with a body of text.
    public static func success(
        _ status: ResponseStatus, text contentType: String, _ output: @escaping @Sendable (String) -> Output
    ) -> ResponseCase {
        ResponseCase(status: status, contentType: contentType, form: .text) { .success(output(try $0.text())) }
    }

    /// A success with a body of bytes, which are read as they arrive.
    public static func success(
        _ status: ResponseStatus, bytes contentType: String, _ output: @escaping @Sendable (HTTPBody) -> Output
    ) -> ResponseCase {
        ResponseCase(status: status, contentType: contentType, form: .stream) { .success(output($0.stream)) }
    }

    /// A success without a body.
    public static func success(_ status: ResponseStatus, _ output: Output) -> ResponseCase {
        ResponseCase(status: status, contentType: nil, form: .none) { _ in .success(output) }
    }

    /// An error response with a JSON body.
    public static func failure<Value: JSONCodable>(
        _ status: ResponseStatus, json type: Value.Type, contentType: String = "application/json",
        _ failure: @escaping @Sendable (Value) -> Failure
    ) -> ResponseCase {
        ResponseCase(status: status, contentType: contentType, form: .json) {
            .failure(failure(try $0.json(type)))
        }
    }

    /// An error response with a JSON body, whose error holds the actual status too.
    public static func failure<Value: JSONCodable>(
        _ status: ResponseStatus, json type: Value.Type, contentType: String = "application/json",
        _ failure: @escaping @Sendable (Int, Value) -> Failure
    ) -> ResponseCase {
        ResponseCase(status: status, contentType: contentType, form: .json) {
            .failure(failure($0.status, try $0.json(type)))
        }
    }

    /// An error response with a body of text.
    public static func failure(
        _ status: ResponseStatus, text contentType: String, _ failure: @escaping @Sendable (String) -> Failure
    ) -> ResponseCase {
        ResponseCase(status: status, contentType: contentType, form: .text) { .failure(failure(try $0.text())) }
    }

    /// An error response with a body of text, whose error holds the actual status too.
    public static func failure(
        _ status: ResponseStatus, text contentType: String, _ failure: @escaping @Sendable (Int, String) -> Failure
    ) -> ResponseCase {
        ResponseCase(status: status, contentType: contentType, form: .text) {
            .failure(failure($0.status, try $0.text()))
        }
    }

    /// An error response with a body of bytes.
    public static func failure(
        _ status: ResponseStatus, bytes contentType: String, _ failure: @escaping @Sendable ([UInt8]) -> Failure
    ) -> ResponseCase {
        ResponseCase(status: status, contentType: contentType, form: .bytes) { .failure(failure($0.body)) }
    }

    /// An error response with a body of bytes, whose error holds the actual status too.
    public static func failure(
        _ status: ResponseStatus, bytes contentType: String, _ failure: @escaping @Sendable (Int, [UInt8]) -> Failure
    ) -> ResponseCase {
        ResponseCase(status: status, contentType: contentType, form: .bytes) {
            .failure(failure($0.status, $0.body))
        }
    }

    /// An error response without a body.
    public static func failure(_ status: ResponseStatus, _ failure: Failure) -> ResponseCase {
        ResponseCase(status: status, contentType: nil, form: .none) { _ in .failure(failure) }
    }

    /// An error response without a body, whose error holds the actual status.
    public static func failure(
        _ status: ResponseStatus, _ failure: @escaping @Sendable (Int) -> Failure
    ) -> ResponseCase {
        ResponseCase(status: status, contentType: nil, form: .none) { .failure(failure($0.status)) }
    }
}

extension ResponseCase where Output: JSONCodable {
    /// The only success with a JSON body.
    public static func success(
        _ status: ResponseStatus, json type: Output.Type, contentType: String = "application/json"
    ) -> ResponseCase {
        success(status, json: type, contentType: contentType) { $0 }
    }
}

extension ResponseCase where Output == String {
    /// The only success with a body of text.
    public static func success(_ status: ResponseStatus, text contentType: String) -> ResponseCase {
        success(status, text: contentType) { $0 }
    }
}

extension ResponseCase where Output == HTTPBody {
    /// The only success with a body of bytes, which are read as they arrive.
    public static func success(_ status: ResponseStatus, bytes contentType: String) -> ResponseCase {
        success(status, bytes: contentType) { $0 }
    }
}

extension ResponseCase where Output == NoBody {
    /// The only success, without a body.
    public static func success(_ status: ResponseStatus) -> ResponseCase {
        success(status, NoBody())
    }
}
