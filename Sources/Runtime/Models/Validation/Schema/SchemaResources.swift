internal import ApusFormat

/// Resolves the identifiers of schemas in a JSON document (JSON Schema §8.2, RFC 6901).
struct SchemaResources {
    /// A location in the document as reference tokens from the root.
    struct Location: Hashable {
        var tokens: [String] = []

        func appending(_ token: String) -> Location { Location(tokens: tokens + [token]) }

        var parent: Location { Location(tokens: Array(tokens.dropLast())) }

        var pointer: String { tokens.map { "/" + escapedReferenceToken($0) }.joined() }
    }

    let root = Location()
    private let document: JSONValue
    /// The schemas with an `$id` by absolute URI.
    private var resources: [String: Location] = [:]
    private var anchors: [String: Location] = [:]
    /// The schemas with a `$dynamicAnchor` by name and resource.
    private var dynamicAnchors: [String: [String: Location]] = [:]
    /// The base URIs of schemas with an `$id`.
    private var bases: [Location: String] = [:]

    init(_ document: JSONValue) throws(SchemaError) {
        self.document = document
        bases[root] = ""
        resources[""] = root
        try index(document, at: root, base: "", depth: 0)
    }

    func value(at location: Location) -> JSONValue? {
        var value = document
        for token in location.tokens {
            let next: JSONValue?
            if let array = value.array {
                // An index has no leading zeros (RFC 6901 §4).
                next = Int(token).flatMap { "\($0)" == token && array.indices.contains($0) ? array[$0] : nil }
            } else {
                next = value[token]
            }
            guard let next else { return nil }
            value = next
        }
        return value
    }

    /// Returns the target of a reference, or `nil` if it is not in the document.
    func resolve(_ reference: String, from location: Location) -> Location? {
        let absolute = URIText.resolve(reference, base: base(of: location))
        let (resource, fragment) = URIText.splitFragment(absolute)
        guard let fragment, !fragment.isEmpty else { return resources[resource] }
        guard fragment.hasPrefix("/") else { return anchors[absolute] }
        guard var target = resources[resource] else { return nil }
        for token in fragment.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
            target.tokens.append(Self.unescaped(URIText.percentDecoded(String(token))))
        }
        return value(at: target) == nil ? nil : target
    }

    /// Returns the schemas with the `$dynamicAnchor` that a reference names, or none if its target does not have it.
    func dynamicAnchors(like target: Location, in reference: String) -> [String: Location] {
        guard let anchor = URIText.splitFragment(reference).fragment, let anchored = dynamicAnchors[anchor],
            anchored.values.contains(target)
        else { return [:] }
        return anchored
    }

    func base(of location: Location) -> String {
        var location = location
        while true {
            if let base = bases[location] { return base }
            location = location.parent
        }
    }

    private static func unescaped(_ token: String) -> String {
        guard token.contains("~") else { return token }
        var result = ""
        var isEscaped = false
        for character in token {
            if isEscaped {
                result += character == "1" ? "/" : character == "0" ? "~" : "~\(character)"
                isEscaped = false
            } else if character == "~" {
                isEscaped = true
            } else {
                result.append(character)
            }
        }
        return result
    }

    // MARK: Finding identifiers

    private static let schemaKeywords: Set = [
        "not", "if", "then", "else", "items", "contains", "additionalProperties", "propertyNames",
        "unevaluatedItems", "unevaluatedProperties", "contentSchema",
    ]
    private static let schemaListKeywords: Set = ["allOf", "anyOf", "oneOf", "prefixItems"]
    private static let schemaMapKeywords: Set = [
        "properties", "patternProperties", "dependentSchemas", "$defs", "definitions", SchemaKey.variants,
    ]

    private mutating func index(
        _ value: JSONValue, at location: Location, base: String, depth: Int
    ) throws(SchemaError) {
        guard let object = value.object else { return }
        guard depth < Bounds.schemaDepth else {
            throw SchemaError(pointer: "#" + location.pointer, reason: "the schemas are nested too deeply")
        }
        var base = base
        if let id = object["$id"]?.string {
            base = URIText.splitFragment(URIText.resolve(id, base: base)).resource
            bases[location] = base
            resources[base] = location
        }
        if let anchor = object["$anchor"]?.string { anchors[base + "#" + anchor] = location }
        if let anchor = object["$dynamicAnchor"]?.string {
            anchors[base + "#" + anchor] = location
            dynamicAnchors[anchor, default: [:]][base] = location
        }
        for member in object {
            let place = location.appending(member.name)
            if Self.schemaKeywords.contains(member.name) {
                try index(member.value, at: place, base: base, depth: depth + 1)
            } else if Self.schemaListKeywords.contains(member.name) {
                for (position, element) in (member.value.array ?? []).enumerated() {
                    try index(element, at: place.appending("\(position)"), base: base, depth: depth + 1)
                }
            } else if Self.schemaMapKeywords.contains(member.name) {
                for entry in member.value.object ?? JSONObject() {
                    try index(entry.value, at: place.appending(entry.name), base: base, depth: depth + 1)
                }
            }
        }
    }
}
