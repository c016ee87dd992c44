import ApusByteText

extension ValidationError {
    /// The body of an answer that refuses a request, in the form of RFC 9457 (`application/problem+json`).
    ///
    /// Each violation is an element of `errors` with a `pointer` into the request's body, as a URI fragment, the
    /// `keyword` and the `detail`. Values are not in it, nor is where the rule stands in the description.
    ///
    /// - Parameters:
    ///   - status: the HTTP status of the answer.
    ///   - type: a URI that identifies the kind of problem.
    ///   - title: what kind of problem it is; by default the name of the status 422.
    public func problem(
        status: Int = 422, type: String = "about:blank", title: String = "Unprocessable Content"
    ) -> JSONValue {
        [
            "type": .string(type), "title": .string(title), "status": .integer(Int64(status)),
            "errors": .array(
                violations.map { violation in
                    [
                        "pointer": .string("#" + fragment(violation.pointer)), "keyword": .string(violation.keyword),
                        "detail": .string(violation.message),
                    ]
                }),
        ]
    }

    /// A JSON Pointer as a URI fragment (RFC 6901 §6).
    private func fragment(_ pointer: String) -> String {
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
}
