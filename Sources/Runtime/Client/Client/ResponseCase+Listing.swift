import ApusModels

// The list of responses in generated code. GeneratedCode.md has a table of these functions.

extension ResponseCase {
    /// Returns the case of a success with a JSON body.
    ///
    /// - Parameters:
    ///   - references: The models that `constraints` refers to.
    ///   - constraints: The JSON Schema of the body beyond its Swift type.
    public static func success<Value: JSONCodable>(
        _ status: ResponseStatus, json type: Value.Type, contentType: String = "application/json",
        references: [any JSONCodable.Type] = [], constraints: StaticString? = nil,
        _ output: @escaping @Sendable (Value) -> Output
    ) -> ResponseCase {
        ResponseCase(status: status, isSuccess: true, contentType: contentType, form: .json) {
            .success(output(try $0.json(type, references, constraints)))
        }
    }

    /// Returns the case of a success with a text body.
    ///
    /// - Parameters:
    ///   - references: The models that `constraints` refers to.
    ///   - constraints: The JSON Schema of the text. If it has a `type`, the text may be a number or another scalar.
    public static func success(
        _ status: ResponseStatus, text contentType: String, references: [any JSONCodable.Type] = [],
        constraints: StaticString? = nil, _ output: @escaping @Sendable (String) -> Output
    ) -> ResponseCase {
        ResponseCase(status: status, isSuccess: true, contentType: contentType, form: .text) {
            .success(output(try $0.text(references, constraints)))
        }
    }

    /// Returns the case of a success with a body of bytes, which is streamed.
    public static func success(
        _ status: ResponseStatus, bytes contentType: String, _ output: @escaping @Sendable (HTTPBody) -> Output
    ) -> ResponseCase {
        ResponseCase(status: status, isSuccess: true, contentType: contentType, form: .stream) {
            .success(output($0.stream))
        }
    }

    /// Returns the case of a success without a body.
    public static func success(_ status: ResponseStatus, _ output: Output) -> ResponseCase {
        ResponseCase(status: status, isSuccess: true, contentType: nil, form: .none) { _ in .success(output) }
    }

    /// Returns the case of an error response with a JSON body.
    public static func failure<Value: JSONCodable>(
        _ status: ResponseStatus, json type: Value.Type, contentType: String = "application/json",
        references: [any JSONCodable.Type] = [], constraints: StaticString? = nil,
        _ failure: @escaping @Sendable (ErrorResponse<Value>) -> Failure
    ) -> ResponseCase {
        ResponseCase(status: status, isSuccess: false, contentType: contentType, form: .json) {
            .failure(failure($0.error(try $0.json(type, references, constraints))))
        }
    }

    /// Returns the case of an error response with a text body.
    public static func failure(
        _ status: ResponseStatus, text contentType: String, references: [any JSONCodable.Type] = [],
        constraints: StaticString? = nil, _ failure: @escaping @Sendable (ErrorResponse<String>) -> Failure
    ) -> ResponseCase {
        ResponseCase(status: status, isSuccess: false, contentType: contentType, form: .text) {
            .failure(failure($0.error(try $0.text(references, constraints))))
        }
    }

    /// Returns the case of an error response with a body of bytes.
    public static func failure(
        _ status: ResponseStatus, bytes contentType: String,
        _ failure: @escaping @Sendable (ErrorResponse<[UInt8]>) -> Failure
    ) -> ResponseCase {
        ResponseCase(status: status, isSuccess: false, contentType: contentType, form: .bytes) {
            .failure(failure($0.error($0.body)))
        }
    }

    /// Returns the case of an error response without a body.
    public static func failure(
        _ status: ResponseStatus, _ failure: @escaping @Sendable (ErrorResponse<NoBody>) -> Failure
    ) -> ResponseCase {
        ResponseCase(status: status, isSuccess: false, contentType: nil, form: .none) {
            .failure(failure($0.error(NoBody())))
        }
    }
}

extension ResponseCase where Output: JSONCodable {
    /// Returns the case of the only success, with a JSON body.
    public static func success(
        _ status: ResponseStatus, json type: Output.Type, contentType: String = "application/json",
        references: [any JSONCodable.Type] = [], constraints: StaticString? = nil
    ) -> ResponseCase {
        success(status, json: type, contentType: contentType, references: references, constraints: constraints) { $0 }
    }
}

extension ResponseCase where Output == String {
    /// Returns the case of the only success, with a text body.
    public static func success(
        _ status: ResponseStatus, text contentType: String, references: [any JSONCodable.Type] = [],
        constraints: StaticString? = nil
    ) -> ResponseCase {
        success(status, text: contentType, references: references, constraints: constraints) { $0 }
    }
}

extension ResponseCase where Output == HTTPBody {
    /// Returns the case of the only success, with a body of bytes, which is streamed.
    public static func success(_ status: ResponseStatus, bytes contentType: String) -> ResponseCase {
        success(status, bytes: contentType) { $0 }
    }
}

extension ResponseCase where Output == NoBody {
    /// Returns the case of the only success, without a body.
    public static func success(_ status: ResponseStatus) -> ResponseCase {
        success(status, NoBody())
    }
}
