import ApusModels

/// Spells one parameter's value in an OpenAPI style.
struct ParameterSerializer {
    var name: String
    var style: ParameterStyle
    var explode: Bool
    var encoding: Encoding
    /// Whether `deepObject` writes the position of each element of an array, as bodies have it.
    var numbersElements = false

    /// How names and values are escaped.
    enum Encoding {
        case percent(PercentEncoding.Allowed)
        /// As in `application/x-www-form-urlencoded`.
        case form
        /// Not at all: header fields and cookies in style `cookie`.
        case none
    }

    /// The value's text; nil if there is nothing to write, which is RFC 6570's "undefined" (null, and an empty array or
    /// object).
    ///
    /// For `form`, `spaceDelimited`, `pipeDelimited`, `deepObject` and `cookie` it includes the names, as in `a=1&a=2`.
    ///
    /// Styles are defined for one level of arrays and objects. Deeper ones are written as JSON, and in `deepObject` with
    /// more brackets.
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
            return object(members.compactMap { member in Self.text(member.value).map { (member.name, $0) } })
        }
    }

    /// The text of an element or a member; nil for `null`.
    private static func text(_ value: JSONValue) -> String? {
        if value.isNull { return nil }
        return ParameterValue(value).primitive ?? value.text
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

    /// `name[a]=1&name[b][c]=2&name[d]=3&name[d]=4`. The brackets are encoded, as RFC 3986 has it.
    ///
    /// OpenAPI defines this for objects of scalars. Deeper values and arrays are spelled as servers that know nested
    /// parameters read them. Elements have their positions where the name alone would not keep them apart.
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

    /// RFC 6570, section 3.2.7: no `=` before an empty value.
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
