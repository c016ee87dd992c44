import ApusModels

/// Serializes a parameter's value in an OpenAPI style.
package struct ParameterSerializer {
    var name: String
    var style: ParameterStyle
    var explode: Bool
    var encoding: Encoding
    /// Whether `deepObject` includes the index of each array element. Bodies do.
    var numbersElements = false

    /// The escaping of names and values.
    enum Encoding {
        case percent(PercentEncoding.Allowed)
        /// The encoding of `application/x-www-form-urlencoded`.
        case form
        /// No escaping, for header fields and for cookies in style `cookie`.
        case none
    }

    /// Returns the text of a header field's value, or `nil` for an undefined value.
    package static func headerText(_ name: String, _ value: some JSONCodable, explode: Bool) throws(JSONError)
        -> String?
    {
        ParameterSerializer(name: name, style: .simple, explode: explode, encoding: .none)
            .text(of: try ParameterValue(value))
    }

    /// Returns the value's text, or `nil` for an undefined value (RFC 6570): `null`, an empty array or an empty object.
    ///
    /// The text includes the names for `form`, `spaceDelimited`, `pipeDelimited`, `deepObject` and `cookie`, as in
    /// `a=1&a=2`.
    ///
    /// OpenAPI defines the styles for one level of arrays and objects. Deeper levels are written as JSON, in
    /// `deepObject` with more brackets, and an array of scalars in an exploded object as repeated names.
    func text(of value: ParameterValue) -> String? {
        switch (style, value) {
        case (_, .null): return nil
        case (.deepObject, _):
            var pairs: [String] = []
            deepObject(value, at: escapedName, isWhole: true, &pairs)
            return pairs.isEmpty ? nil : pairs.joined(separator: "&")
        case (_, .primitive(let text)): return primitive(text)
        case (_, .array(let elements)): return array(elements.compactMap(Self.text))
        case (_, .object(let members)):
            return object(members.flatMap { member in texts(ofMember: member.value).map { (member.name, $0) } })
        }
    }

    /// Returns the text of an element or a member, or `nil` for `null`.
    private static func text(_ value: JSONValue) -> String? {
        if value.isNull { return nil }
        return ParameterValue(value).primitive ?? value.text
    }

    /// Returns the texts of a member: those of the elements of an array if its name can be repeated, else one.
    private func texts(ofMember value: JSONValue) -> [String] {
        switch style {
        case .form, .cookie, .spaceDelimited, .pipeDelimited:
            if explode, case .array(let elements) = value,
                !elements.contains(where: { ParameterValue($0).isCompound })
            {
                return elements.compactMap(Self.text)
            }
        case .simple, .label, .matrix, .deepObject: break
        }
        return Self.text(value).map { [$0] } ?? []
    }

    private func primitive(_ text: String) -> String {
        let value = escaped(text)
        switch style {
        case .simple: return value
        case .label: return "." + value
        case .matrix: return matrixPair(escapedName, value)
        case .form, .cookie, .spaceDelimited, .pipeDelimited, .deepObject: return escapedName + "=" + value
        }
    }

    private func array(_ elements: [String]) -> String? {
        if elements.isEmpty { return nil }
        let values = elements.map(escaped)
        switch style {
        case .simple: return values.joined(separator: ",")
        case .label: return "." + values.joined(separator: explode ? "." : ",")
        case .matrix:
            return explode
                ? values.map { matrixPair(escapedName, $0) }.joined()
                : ";" + escapedName + "=" + values.joined(separator: ",")
        case .form, .cookie, .spaceDelimited, .pipeDelimited, .deepObject:
            return explode
                ? values.map { escapedName + "=" + $0 }.joined(separator: pairSeparator)
                : escapedName + "=" + values.joined(separator: delimiter)
        }
    }

    private func object(_ members: [(name: String, value: String)]) -> String? {
        if members.isEmpty { return nil }
        let pairs = members.map { (name: escaped($0.name), value: escaped($0.value)) }
        let list = pairs.flatMap { [$0.name, $0.value] }
        switch style {
        case .simple:
            return explode
                ? pairs.map { $0.name + "=" + $0.value }.joined(separator: ",") : list.joined(separator: ",")
        case .label:
            return explode
                ? pairs.map { "." + $0.name + "=" + $0.value }.joined() : "." + list.joined(separator: ",")
        case .matrix:
            return explode
                ? pairs.map { matrixPair($0.name, $0.value) }.joined()
                : ";" + escapedName + "=" + list.joined(separator: ",")
        case .form, .cookie, .spaceDelimited, .pipeDelimited, .deepObject:
            return explode
                ? pairs.map { $0.name + "=" + $0.value }.joined(separator: pairSeparator)
                : escapedName + "=" + list.joined(separator: delimiter)
        }
    }

    /// Appends pairs such as `name[a]=1&name[b][c]=2&name[d]=3&name[d]=4`. The brackets are percent-encoded (RFC 3986).
    ///
    /// OpenAPI defines this style for objects of scalars only. Arrays and deeper values are written in the form that
    /// servers with nested parameters read. Array elements have an index if the name alone would not distinguish them.
    private func deepObject(_ value: ParameterValue, at path: String, isWhole: Bool = false, _ pairs: inout [String]) {
        switch value {
        case .null: break
        case .primitive(let text): pairs.append(path + "=" + escaped(text))
        case .array(let elements):
            let values = elements.map { ParameterValue($0) }
            let hasPositions = isWhole || numbersElements || values.contains(where: \.isCompound)
            for (index, element) in values.enumerated() {
                deepObject(element, at: hasPositions ? "\(path)%5B\(index)%5D" : path, &pairs)
            }
        case .object(let members):
            for member in members {
                deepObject(ParameterValue(member.value), at: path + "%5B" + escaped(member.name) + "%5D", &pairs)
            }
        }
    }

    private var delimiter: String {
        switch style {
        case .spaceDelimited: if case .form = encoding { "+" } else { "%20" }
        case .pipeDelimited: "%7C"
        default: ","
        }
    }

    private var pairSeparator: String {
        if case .none = encoding { "; " } else { "&" }
    }

    /// Returns a pair of style `matrix`, without `=` before an empty value (RFC 6570, section 3.2.7).
    private func matrixPair(_ name: String, _ value: String) -> String {
        value.isEmpty ? ";" + name : ";" + name + "=" + value
    }

    private var escapedName: String {
        switch encoding {
        case .percent: PercentEncoding.encode(name)
        case .form: PercentEncoding.encodeForm(name)
        case .none: name
        }
    }

    private func escaped(_ text: String) -> String {
        switch encoding {
        case .percent(let allowed): PercentEncoding.encode(text, allowing: allowed)
        case .form: PercentEncoding.encodeForm(text)
        case .none: text
        }
    }
}
