import ApusModels

/// Encodes an object's members as `application/x-www-form-urlencoded` (WHATWG URL, section 5; RFC 1866, section 8.2.1).
package struct FormEncoder {
    var encodings: MemberEncodings

    package init(encodings: MemberEncodings) { self.encodings = encodings }

    /// Returns the encoded form.
    ///
    /// - Throws: ``ParameterError/notAnObject``.
    package func text(of value: JSONValue) throws(ParameterError) -> String {
        guard let object = value.object else { throw .notAnObject }
        var pairs: [String] = []
        for member in object { append(member.name, member.value, &pairs) }
        return pairs.joined(separator: "&")
    }

    private func append(_ name: String, _ value: JSONValue, _ pairs: inout [String]) {
        let encoding = encodings.encoding(of: name, value)
        if let style = encoding.style {
            let serializer = ParameterSerializer(
                name: name, style: style, explode: encoding.explode ?? (style == .form || style == .deepObject),
                encoding: encoding.allowReserved ? .percent(.reservedInForm) : .form, numbersElements: true)
            if let text = serializer.text(of: ParameterValue(value)) { pairs.append(text) }
            return
        }
        for text in encoding.texts(of: value) {
            pairs.append(PercentEncoding.encodeForm(name) + "=" + PercentEncoding.encodeForm(text))
        }
    }
}
