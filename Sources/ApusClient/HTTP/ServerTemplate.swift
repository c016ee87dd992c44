/// The URL of a server with variables in braces, such as `https://{region}.example.com/{version}`, or a relative one.
struct ServerTemplate {
    /// Where in a URL a variable stands.
    enum Place: Equatable {
        case scheme, host, port
        /// All between `//` and the path.
        case authority
        case path
        /// The beginning, with no scheme in the template: a URL, or a path.
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
            let place = Self.place(after: before, hasScheme: hasScheme, isBeforePath: after.isEmpty || after.first == "/")
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

    /// The URL with the values of its variables. A variable whose value does not fit its place stays in braces.
    ///
    /// - Parameter nested: the variables that stand for several segments of a path.
    func expanded(_ values: [String: String], nested: Set<String>) -> String {
        func text(_ refused: Set<Place> = []) -> String {
            pieces.map { piece in
                switch piece {
                case .literal(let literal): String(literal)
                case .variable(let name, let place):
                    if !refused.contains(place), let value = values[name], place.allows(value, isNested: nested.contains(name)) {
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
        // Single values fit, but leave a host without a name, or with an empty one between its dots.
        let isBroken = host.isEmpty || host.hasPrefix(".") || host.contains("..")
        return isBroken ? text([.host, .authority]) : url
    }

    /// Whether a URL is this one with any values for the variables.
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
                guard let first = rest.popFirst(), first != "/" || place == .path || place == .start else { return false }
            }
        }
    }
}

extension ServerTemplate.Place {
    /// Whether a value leaves the structure of the URL as it is.
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

    /// An IPv6 address in brackets, perhaps with a port.
    private static func isAddress(_ value: String) -> Bool {
        guard let end = value.firstIndex(of: "]") else { return false }
        let address = value[..<end].dropFirst()
        let rest = value[value.index(after: end)...]
        return !address.isEmpty && address.utf8.allSatisfy { $0.hexadecimalValue != nil || ":.".utf8.contains($0) }
            && (rest.isEmpty || rest.first == ":" && port.allows(String(rest.dropFirst()), isNested: false))
    }

    /// Characters of a path (RFC 3986, section 3.3) without dot segments, and without slashes unless it is nested.
    private static func isPath(_ value: String, isNested: Bool) -> Bool {
        if !isNested, value.contains("/") { return false }
        return PercentEncoding.encode(value, allowing: .path) == value && !value.contains("@")
            && value.split(separator: "/").allSatisfy { !PathTemplate.isDots($0) }
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
    /// The URL of a server whose variables have values.
    ///
    /// A variable without a value, or with one that would change the structure of the URL, stays in braces. A request
    /// to such a server fails with ``RequestError/invalidServerVariable(_:server:)``.
    ///
    /// - Parameter nested: the variables that stand for several segments of a path.
    public static func expanding(_ template: String, _ values: [String: String], nested: Set<String> = []) -> String {
        ServerTemplate(template).expanded(values, nested: nested)
    }
}
