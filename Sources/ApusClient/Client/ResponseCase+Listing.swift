import ApusModels

// What generated code writes; GeneratedCode.md has the table.

extension ResponseCase {
    /// A success with a JSON body.
    ///
    /// - Parameters: `references` and `constraints` are the rules of the body beyond those of its type.
    public static func success<Value: JSONCodable>(
        _ status: ResponseStatus, json type: Value.Type, contentType: String = "application/json",
        references: [any JSONCodable.Type] = [], constraints: StaticString? = nil,
        _ output: @escaping @Sendable (Value) -> Output
    ) -> ResponseCase {
        ResponseCase(status: status, isSuccess: true, contentType: contentType, form: .json) {
            .success(output(try $0.json(type, references, constraints)))
        }
    }

    /// A success with a body of text.
    public static func success(
        _ status: ResponseStatus, text contentType: String, _ output: @escaping @Sendable (String) -> Output
    ) -> ResponseCase {
        ResponseCase(status: status, isSuccess: true, contentType: contentType, form: .text) { .success(output(try $0.text())) }
    }

    /// A success with a body of bytes, which are read as they arrive.
    public static func success(
        _ status: ResponseStatus, bytes contentType: String, _ output: @escaping @Sendable (HTTPBody) -> Output
    ) -> ResponseCase {
        ResponseCase(status: status, isSuccess: true, contentType: contentType, form: .stream) { .success(output($0.stream)) }
    }

    /// A success without a body.
    public static func success(_ status: ResponseStatus, _ output: Output) -> ResponseCase {
        ResponseCase(status: status, isSuccess: true, contentType: nil, form: .none) { _ in .success(output) }
    }

    /// An error response with a JSON body.
    public static func failure<Value: JSONCodable>(
        _ status: ResponseStatus, json type: Value.Type, contentType: String = "application/json",
        references: [any JSONCodable.Type] = [], constraints: StaticString? = nil,
        _ failure: @escaping @Sendable (ErrorResponse<Value>) -> Failure
    ) -> ResponseCase {
        ResponseCase(status: status, isSuccess: false, contentType: contentType, form: .json) {
            .failure(failure($0.error(try $0.json(type, references, constraints))))
        }
    }

    /// An error response with a body of text.
    public static func failure(
        _ status: ResponseStatus, text contentType: String,
        _ failure: @escaping @Sendable (ErrorResponse<String>) -> Failure
    ) -> ResponseCase {
        ResponseCase(status: status, isSuccess: false, contentType: contentType, form: .text) {
            .failure(failure($0.error(try $0.text())))
        }
    }

    /// An error response with a body of bytes.
    public static func failure(
        _ status: ResponseStatus, bytes contentType: String,
        _ failure: @escaping @Sendable (ErrorResponse<[UInt8]>) -> Failure
    ) -> ResponseCase {
        ResponseCase(status: status, isSuccess: false, contentType: contentType, form: .bytes) { .failure(failure($0.error($0.body))) }
    }

    /// An error response without a body.
    public static func failure(
        _ status: ResponseStatus, _ failure: @escaping @Sendable (ErrorResponse<NoBody>) -> Failure
    ) -> ResponseCase {
        ResponseCase(status: status, isSuccess: false, contentType: nil, form: .none) { .failure(failure($0.error(NoBody()))) }
    }
}

extension ResponseCase where Output: JSONCodable {
    /// The only success with a JSON body.
    public static func success(
        _ status: ResponseStatus, json type: Output.Type, contentType: String = "application/json",
        references: [any JSONCodable.Type] = [], constraints: StaticString? = nil
    ) -> ResponseCase {
        success(status, json: type, contentType: contentType, references: references, constraints: constraints) { $0 }
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
