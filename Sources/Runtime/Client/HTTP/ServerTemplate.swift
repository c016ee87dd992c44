/// The URL of a server with variables in braces, such as `https://{region}.example.com/{version}`. It may be relative.
struct ServerTemplate {
    /// The place of a variable in the URL.
    enum Place: Equatable {
        case scheme, host, port
        /// Everything between `//` and the path.
        case authority
        case path
        /// The beginning of a template without a scheme. The value is a URL or a path.
        case start
    }

    enum Piece: Equatable {
        case literal(Substring)
        case variable(String, Place)
    }

    private(set) var pieces: [Piece] = []

    init(_ template: String) {
        let hasScheme = template.contains("://")
        var before = ""
        var rest = Substring(template)
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            if open > rest.startIndex { pieces.append(.literal(rest[..<open])) }
            before += rest[..<open]
            let after = rest[rest.index(after: close)...]
            let place = Self.place(
                after: before, hasScheme: hasScheme, isBeforePath: after.isEmpty || after.first == "/")
            pieces.append(.variable(String(rest[rest.index(after: open)..<close]), place))
            before += "{}"
            rest = after
        }
        if !rest.isEmpty { pieces.append(.literal(rest)) }
    }

    private static func place(after text: String, hasScheme: Bool, isBeforePath: Bool) -> Place {
        guard let authority = text.firstRange(of: "//")?.upperBound else {
            return hasScheme ? .scheme : text.isEmpty ? .start : .path
        }
        let start = text[authority...]
        if start.contains("/") { return .path }
        if start.isEmpty, isBeforePath { return .authority }
        return start.hasSuffix(":") ? .port : .host
    }

    /// Returns the URL with the values of its variables. A variable whose value does not fit its place stays in braces.
    ///
    /// - Parameter nested: The variables whose values may have several path segments.
    func expanded(_ values: [String: String], nested: Set<String>) -> String {
        func text(_ refused: Set<Place> = []) -> String {
            pieces.map { piece in
                switch piece {
                case .literal(let literal): String(literal)
                case .variable(let name, let place):
                    if !refused.contains(place), let value = values[name],
                        place.allows(value, isNested: nested.contains(name))
                    {
                        value
                    } else {
                        "{\(name)}"
                    }
                }
            }.joined()
        }
        let url = text()
        guard let start = url.firstRange(of: "//")?.upperBound else { return url }
        let host = url[start...].prefix { $0 != "/" && $0 != ":" }
        // Values that fit by themselves may still make the host empty or give it an empty label.
        let isBroken = host.isEmpty || host.hasPrefix(".") || host.contains("..")
        return isBroken ? text([.host, .authority]) : url
    }

    /// Returns whether a URL matches the template with any values of the variables.
    func matches(_ url: String) -> Bool {
        Self.matches(ServerURL.withoutSlash(url[...]), pieces[...])
    }

    private static func matches(_ text: Substring, _ pieces: ArraySlice<Piece>) -> Bool {
        switch pieces.first {
        case nil: return text.isEmpty
        case .literal(let literal)?:
            let literal = pieces.count == 1 ? ServerURL.withoutSlash(literal) : literal
            return text.hasPrefix(literal) && matches(text.dropFirst(literal.count), pieces.dropFirst())
        case .variable(_, let place)?:
            var rest = text
            while true {
                if matches(rest, pieces.dropFirst()) { return true }
                guard let first = rest.popFirst(), first != "/" || place == .path || place == .start else {
                    return false
                }
            }
        }
    }
}

extension ServerTemplate.Place {
    /// Returns whether a value preserves the structure of the URL.
    fileprivate func allows(_ value: String, isNested: Bool) -> Bool {
        let bytes = value.utf8
        switch self {
        case .scheme: return ["http", "https"].contains(value.lowercased())
        case .host: return bytes.allSatisfy(\.isHostByte)
        case .port: return !value.isEmpty && bytes.allSatisfy(\.isDigit) && UInt16(value) != nil
        case .authority:
            if value.hasPrefix("[") { return Self.isAddress(value) }
            let parts = value.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            return Self.host.allows(parts[0], isNested: false)
                && (parts.count == 1 || Self.port.allows(parts[1], isNested: false))
        case .path: return Self.isPath(value, isNested: isNested)
        case .start:
            guard let scheme = value.firstRange(of: "://") else { return Self.isPath(value, isNested: true) }
            let authority = value[scheme.upperBound...].prefix { $0 != "/" }
            return Self.scheme.allows(String(value[..<scheme.lowerBound]), isNested: false)
                && Self.authority.allows(String(authority), isNested: false)
                && Self.isPath(String(value[authority.endIndex...]), isNested: true)
        }
    }

    /// Returns whether a value is an IPv6 address in brackets, with an optional port.
    private static func isAddress(_ value: String) -> Bool {
        guard let end = value.firstIndex(of: "]") else { return false }
        let address = value[..<end].dropFirst()
        let rest = value[value.index(after: end)...]
        return !address.isEmpty && address.utf8.allSatisfy { $0.hexadecimalValue != nil || ":.".utf8.contains($0) }
            && (rest.isEmpty || rest.first == ":" && port.allows(String(rest.dropFirst()), isNested: false))
    }

    /// Returns whether a value has only path characters (RFC 3986, section 3.3), no dot segments, and no slashes unless
    /// it is nested.
    private static func isPath(_ value: String, isNested: Bool) -> Bool {
        if !isNested, value.contains("/") { return false }
        return PercentEncoding.encode(value, allowing: .path) == value && !value.contains("@")
            && value.split(separator: "/").allSatisfy { !PathTemplate.isDots($0.utf8) }
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

    fileprivate var isHostByte: Bool {
        isDigit || self == UInt8(ascii: "-") || self == UInt8(ascii: ".")
            || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
    }
}

extension ServerURL {
    /// Returns the URL of a server with the values of its variables.
    ///
    /// A variable stays in braces if it has no value, or if its value would change the structure of the URL. A request
    /// to such a server throws ``RequestError/invalidServerVariable(_:server:)``.
    ///
    /// - Parameter nested: The variables whose values may have several path segments.
    public static func expanding(_ template: String, _ values: [String: String], nested: Set<String> = []) -> String {
        ServerTemplate(template).expanded(values, nested: nested)
    }
}
