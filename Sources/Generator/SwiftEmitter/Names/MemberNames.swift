import ApusDiagnostics

/// Names in lower camel case for the members of one scope.
///
/// Requested names come first, then those that are spelled as in Swift, then the others in their order. So a new member
/// that differs only in case or symbols does not rename an existing one.
enum MemberNames {
    static func names(
        for requests: [NameRequest], reserved: ReservedMembers, into diagnostics: inout Diagnostics
    ) -> [String] {
        var spellings = Spellings()
        return names(for: requests, reserved: reserved, &spellings, into: &diagnostics)
    }

    /// The same, with a cache that several scopes share.
    static func names(
        for requests: [NameRequest], reserved: ReservedMembers, _ spellings: inout Spellings,
        into diagnostics: inout Diagnostics
    ) -> [String] {
        var scope = Scope(reserved: reserved.names, count: requests.count)
        var names = [String?](repeating: nil, count: requests.count)
        // By index, because the elements of a `for` loop are copies.
        for index in requests.indices {
            guard let explicit = requests[index].explicit else { continue }
            let request = requests[index]
            if !Identifier.isValid(explicit) {
                diagnostics.error(
                    .invalidOverride, "`\(SwiftText.oneLine(explicit))` cannot be a name in Swift",
                    at: request.origin?.place,
                    help: NameRequest.help)
            } else if scope.take(explicit) {
                names[index] = explicit
            } else {
                diagnostics.error(
                    .nameTaken, "the name `\(explicit)` for `\(SwiftText.oneLine(request.spec))` is taken",
                    at: request.origin?.place, help: "give one of the two another name")
            }
        }
        var candidates: [String] = []
        candidates.reserveCapacity(requests.count)
        for index in requests.indices {
            let name = spellings.lowerCamel(requests[index].spec)
            candidates.append(name.isEmpty ? requests[index].fallback : name)
        }
        for index in requests.indices where names[index] == nil && candidates[index] == requests[index].spec {
            if scope.take(candidates[index]) { names[index] = candidates[index] }
        }
        // A sign is spelled if names would be equal without it, in either order. Beside `UTC+1`, the hyphen of `UTC-5`
        // is a sign.
        let signed = requests.indices.filter {
            names[$0] == nil && requests[$0].canHaveSigns && hasSign(requests[$0].spec)
        }
        let uses = signed.isEmpty ? [:] : Dictionary(candidates.map { ($0, 1) }, uniquingKeysWith: +)
        let hasOffsets = signed.contains { hasDigit(after: "+", requests[$0].spec) }
        for index in signed
        where uses[candidates[index]] != 1 || hasOffsets && hasDigit(after: "-", requests[index].spec) {
            let spelled = Words(requests[index].spec, spelling: .signs).lowerCamel
            if spelled != candidates[index], scope.take(spelled) { names[index] = spelled }
        }
        for index in requests.indices where names[index] == nil {
            let candidate = candidates[index]
            if scope.take(candidate) {
                names[index] = candidate
            } else if scope.isReserved(candidate) {
                names[index] = scope.name(candidate + "_")
            } else {
                let spelled = Words(requests[index].spec, spelling: .all).lowerCamel
                names[index] = spelled.isEmpty ? scope.name(candidate) : scope.name(spelled, candidate)
            }
        }
        return names.map { $0! }
    }

    private static func hasDigit(after sign: Unicode.Scalar, _ spec: String) -> Bool {
        zip(spec.unicodeScalars, spec.unicodeScalars.dropFirst()).contains { $0 == sign && $1.isNumeric }
    }

    private static func hasSign(_ spec: String) -> Bool {
        spec.utf8.contains { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }
    }
}
