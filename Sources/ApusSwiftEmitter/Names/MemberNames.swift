import ApusAPIModel
import ApusDiagnostics

/// A name to be made: what the description calls the thing, and what someone asked for.
struct NameRequest {
    /// The name or value in the description.
    var spec: String
    /// A name that was asked for, with where that was.
    var explicit: String?
    var origin: Origin?
    /// What to call it if `spec` holds nothing to make a name from.
    var fallback: String
    /// Whether a `+` or a `-` can be a sign. In a path it cannot.
    var canHaveSigns = true

    init(_ spec: String, explicit: String? = nil, origin: Origin? = nil, fallback: String = "empty") {
        self.spec = spec
        self.explicit = explicit
        self.origin = origin
        self.fallback = fallback
    }
}

/// What a name that is asked for looks like.
let helpForNames = "a name is made of letters, digits and `_`, and does not begin with a digit"

/// Names in lower camel case for the members of one scope.
///
/// What was asked for comes first, then what is spelt like its Swift name already, then the rest in order; so adding
/// a member that differs in case or symbols only does not rename one that was there.
func namesOfMembers(
    _ requests: [NameRequest], reserved: ReservedMembers, into diagnostics: inout Diagnostics
) -> [String] {
    var spellings = Spellings()
    return namesOfMembers(requests, reserved: reserved, &spellings, into: &diagnostics)
}

/// The same, where other scopes have had names spelt before.
func namesOfMembers(
    _ requests: [NameRequest], reserved: ReservedMembers, _ spellings: inout Spellings, into diagnostics: inout Diagnostics
) -> [String] {
    var scope = Scope(reserved: reserved.names, count: requests.count)
    var names = [String?](repeating: nil, count: requests.count)
    // By index: the elements that a `for` loop hands out are copies.
    for index in requests.indices {
        guard let explicit = requests[index].explicit else { continue }
        let request = requests[index]
        if !isIdentifier(explicit) {
            diagnostics.error(
                .invalidOverride, "`\(oneLine(explicit))` cannot be a name in Swift", at: request.origin?.place,
                help: helpForNames)
        } else if scope.take(explicit) {
            names[index] = explicit
        } else {
            diagnostics.error(
                .nameTaken, "the name `\(explicit)` for `\(oneLine(request.spec))` is taken",
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
    // A sign without which two names would be equal is spelled, whichever of the two is first. Beside `UTC+1`, the hyphen
    // of `UTC-5` is a sign.
    let signed = requests.indices.filter { names[$0] == nil && requests[$0].canHaveSigns && hasSign(requests[$0].spec) }
    let uses = signed.isEmpty ? [:] : Dictionary(candidates.map { ($0, 1) }, uniquingKeysWith: +)
    let hasOffsets = signed.contains { hasDigit(after: "+", requests[$0].spec) }
    for index in signed where uses[candidates[index]] != 1 || hasOffsets && hasDigit(after: "-", requests[index].spec) {
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

private func hasDigit(after sign: Unicode.Scalar, _ spec: String) -> Bool {
    zip(spec.unicodeScalars, spec.unicodeScalars.dropFirst()).contains { $0 == sign && isNumeric($1) }
}

private func hasSign(_ spec: String) -> Bool { spec.utf8.contains { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") } }
