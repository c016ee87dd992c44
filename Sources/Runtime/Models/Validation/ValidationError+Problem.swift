import ApusByteText

extension ValidationError {
    /// Returns the body of a response that rejects a request, as RFC 9457 problem details (`application/problem+json`).
    ///
    /// Each element of `errors` describes a violation by the `pointer` into the request body as a URI fragment, the
    /// `keyword`, and the `detail`. The body contains neither values nor schema pointers.
    ///
    /// ```swift
    /// let body = try JSON.encode(error.problem(status: 400, title: "Bad Request"))
    /// ```
    ///
    /// - Parameters:
    ///   - status: The HTTP status of the response.
    ///   - type: A URI that identifies the problem type.
    ///   - title: A summary of the problem type. The default is the reason phrase of status 422.
    public func problem(
        status: Int = 422, type: String = "about:blank", title: String = "Unprocessable Content"
    ) -> JSONValue {
        [
            "type": .string(type), "title": .string(title), "status": .integer(Int64(status)),
            "errors": .array(
                violations.map { violation in
                    [
                        "pointer": .string("#" + pointerFragment(violation.pointer)),
                        "keyword": .string(violation.keyword),
                        "detail": .string(violation.message),
                    ]
                }),
        ]
    }
}

/// Returns a JSON Pointer as a URI fragment (RFC 6901 §6).
package func pointerFragment(_ pointer: String) -> String {
    var result = ""
    for byte in pointer.utf8 {
        if byte.isASCIILetter || byte.isASCIIDigit || "-._~!$&'()*+,;=:@/?".utf8.contains(byte) {
            result.unicodeScalars.append(Unicode.Scalar(byte))
        } else {
            let digits = String(byte, radix: 16, uppercase: true)
            result += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
        }
    }
    return result
}
