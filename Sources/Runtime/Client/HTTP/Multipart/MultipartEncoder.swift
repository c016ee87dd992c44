import ApusModels

/// Encodes an object's members as the parts of a form (OpenAPI 3.1, "Special Considerations for multipart Content").
package struct MultipartEncoder {
    var encodings: MemberEncodings

    package init(encodings: MemberEncodings) { self.encodings = encodings }

    /// Returns a part for each member and for each element of an array, none for `null`.
    ///
    /// - Throws: ``ParameterError/notAnObject``, or `JSONError` for a number that is not finite.
    package func parts(of value: some JSONCodable) throws -> [MultipartPart] {
        let files = FileCollector()
        var writer = JSONWriter(attachments: files)
        try writer.encode(value)
        guard let object = try JSON.decode(JSONValue.self, from: writer.bytes).object else {
            throw ParameterError.notAnObject
        }
        var parts: [MultipartPart] = []
        for member in object {
            let encoding = encodings.encoding(of: member.name, member.value)
            for (name, value) in pairs(member.name, member.value, encoding) {
                parts.append(part(name, value, encoding, files))
            }
        }
        return parts
    }

    /// Returns the names and values of a member's parts.
    private func pairs(
        _ name: String, _ value: JSONValue, _ encoding: MemberEncodings.Encoding
    ) -> [(name: String, value: JSONValue)] {
        switch (value, encoding.style) {
        case (.null, _): return []
        case (.array(let elements), .deepObject?):
            return elements.enumerated().flatMap { pairs("\(name)[\($0)]", $1, encoding) }
        case (.object(let members), .deepObject?):
            return members.flatMap { pairs("\(name)[\($0.name)]", $0.value, encoding) }
        case (.array(let elements), let style?) where encoding.explode == false:
            let texts = elements.compactMap { $0.isNull ? nil : ParameterValue($0).primitive ?? $0.text }
            return [(name, .string(texts.joined(separator: style.delimiter)))]
        case (.object(let members), .form?) where encoding.explode != false:
            return members.filter { !$0.value.isNull }.map { ($0.name, $0.value) }
        case (.array(let elements), _): return elements.filter { !$0.isNull }.map { (name, $0) }
        default: return [(name, value)]
        }
    }

    private func part(
        _ name: String, _ value: JSONValue, _ encoding: MemberEncodings.Encoding, _ files: FileCollector
    ) -> MultipartPart {
        let described = encoding.contentType.flatMap { $0.contains("*") ? nil : $0 }
        if let file = files.file(for: value) {
            return MultipartPart(
                name: name, filename: file.filename ?? name,
                contentType: file.contentType ?? described ?? "application/octet-stream", headers: file.headers,
                body: file.body)
        }
        let isText = ParameterValue(value).primitive != nil
        return MultipartPart(
            name: name, contentType: described ?? (isText ? nil : "application/json"),
            body: HTTPBody(encoding.text(of: value)))
    }
}

extension ParameterStyle {
    /// The delimiter between elements that are not exploded.
    fileprivate var delimiter: String {
        switch self {
        case .spaceDelimited: " "
        case .pipeDelimited: "|"
        default: ","
        }
    }
}
