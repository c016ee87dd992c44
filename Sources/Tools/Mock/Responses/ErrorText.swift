import ApusModels
import ApusServer

/// Adds the texts of an error to a value of the response's schema, in the members that obviously are for them.
///
/// Each member is changed only if the whole value stays valid.
struct ErrorText {
    let error: MockError
    let status: Int
    /// Whether a value is valid as the whole body.
    let isValid: (JSONValue) -> Bool

    /// The names of members with a text for people, the most specific first. Case and separators make no difference.
    private static let textNames = [
        "message", "msg", "detail", "details", "errormessage", "errordescription", "error", "description", "reason",
        "title",
    ]
    private static let listNames = textNames + ["errors", "messages", "violations", "issues", "problems"]
    private static let statusNames: Set = ["status", "statuscode", "code"]
    private static let placeNames = ["loc", "pointer", "path", "field", "parameter", "param", "property", "location"]
    private static let keywordNames = ["type", "keyword", "rule"]

    func added(to value: JSONValue) -> JSONValue {
        if value.string != nil { return texts.map { .string($0) }.first(where: isValid) ?? value }
        return added(to: value, levels: 4) { $0 }
    }

    /// The texts of the whole error, the longest first.
    private var texts: [String] {
        if error.problems.isEmpty { return [error.detail] }
        return [error.detail + ": " + error.problems.map(\.text).joined(separator: "; "), error.detail]
    }

    /// - Parameter whole: Returns the whole body with another value in this place.
    private func added(to value: JSONValue, levels: Int, _ whole: @escaping (JSONValue) -> JSONValue) -> JSONValue {
        guard levels > 0, let object = value.object else { return value }
        var draft = Draft(value: value) { isValid(whole($0)) }
        for member in object where Self.statusNames.contains(plain(member.name)) && member.value.integer != nil {
            draft.change(member.name, to: [.integer(Int64(status))])
        }
        draft.changeFirst(of: Self.textNames, to: texts.map { .string($0) }) { $0.string != nil }
        for member in object where Self.listNames.contains(plain(member.name)) {
            switch member.value {
            case .array(let elements):
                guard let first = elements.first else { continue }
                let current = draft.value
                let list = list(like: first) { whole(current.replacing(member.name, with: $0)) }
                draft.change(member.name, to: [list])
            case .object:
                let current = draft.value
                let nested = added(to: member.value, levels: levels - 1) {
                    whole(current.replacing(member.name, with: $0))
                }
                draft.change(member.name, to: [nested])
            default: break
            }
        }
        return draft.value
    }

    /// Returns an element for each problem.
    private func list(like first: JSONValue, _ whole: @escaping (JSONValue) -> JSONValue) -> JSONValue {
        if first.string != nil {
            return .array(error.problems.isEmpty ? [.string(error.detail)] : error.problems.map { .string($0.text) })
        }
        guard first.object != nil else { return .array([first]) }
        if error.problems.isEmpty {
            var draft = Draft(value: first) { isValid(whole(.array([$0]))) }
            draft.changeFirst(of: Self.textNames, to: [.string(error.detail)]) { $0.string != nil }
            return .array([draft.value])
        }
        return .array(
            error.problems.map { problem in
                var draft = Draft(value: first) { isValid(whole(.array([$0]))) }
                draft.changeFirst(of: Self.placeNames, to: [.array(problem.steps)]) { $0.array != nil }
                draft.changeFirst(of: Self.placeNames, to: [.string(problem.name)]) { $0.string != nil }
                draft.changeFirst(of: Self.keywordNames, to: [.string(problem.violation.keyword)]) {
                    $0.string != nil
                }
                draft.changeFirst(
                    of: Self.textNames, to: [.string(problem.violation.message), .string(error.detail)]
                ) { $0.string != nil }
                return draft.value
            })
    }
}

/// An object that is changed member by member.
private struct Draft {
    private(set) var value: JSONValue
    let isValid: (JSONValue) -> Bool

    /// Sets a member to the first of some values that is valid. Returns whether there is one.
    @discardableResult
    mutating func change(_ name: String, to candidates: [JSONValue]) -> Bool {
        for candidate in candidates {
            let changed = value.replacing(name, with: candidate)
            guard isValid(changed) else { continue }
            value = changed
            return true
        }
        return false
    }

    /// Changes the member whose name comes first in a list, among the members with a suitable value.
    mutating func changeFirst(of names: [String], to candidates: [JSONValue], where isSuitable: (JSONValue) -> Bool) {
        for name in names {
            for member in value.object ?? [:] where plain(member.name) == name && isSuitable(member.value) {
                if change(member.name, to: candidates) { return }
            }
        }
    }
}

/// Returns a member's name without case and separators.
private func plain(_ name: String) -> String { name.lowercased().filter { $0 != "_" && $0 != "-" } }

extension JSONValue {
    fileprivate func replacing(_ name: String, with member: JSONValue) -> JSONValue {
        var copy = self
        copy[name] = member
        return copy
    }
}

extension ServerRefusal.Problem {
    /// The problem in words, with its place in the request.
    var text: String { "\(subject)\(violation.pointer): \(violation.message)" }

    private var subject: String { parameter.map { "\(place) parameter `\($0)`" } ?? "body" }

    /// The name of the parameter, or the pointer into the body.
    fileprivate var name: String { parameter ?? violation.pointer }

    /// The place as names and indices, such as `["body", "pets", 0, "name"]`.
    fileprivate var steps: [JSONValue] {
        let tokens = violation.pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map {
            token -> JSONValue in
            if let index = Int64(token) { return .integer(index) }
            return .string(String(token).replacing("~1", with: "/").replacing("~0", with: "~"))
        }
        return [.string("\(place)")] + (parameter.map { [.string($0)] } ?? []) + tokens
    }
}
