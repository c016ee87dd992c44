import ApusAPIModel

/// The Swift names of schemas and members that documentation texts mention by the description's names.
struct MentionedNames {
    private let names: ModuleNames
    /// Markdown by the name of a member.
    private var members: [String: String]

    private init(_ names: ModuleNames, members: [String: String]) {
        self.names = names
        self.members = members
    }

    /// The names for the documentation of an object and its members, which link to each other.
    init(_ names: ModuleNames, members: some Sequence<(description: String, swift: String)>) {
        self.init(
            names, members: Dictionary(members.map { ($0.description, "``\($0.swift)``") }) { first, _ in first })
    }

    /// The names for the documentation of an operation: its parameters, and the members of its bodies.
    init(_ parameters: [SwiftParameter], bodies: [TypeUse], _ types: SwiftTypes) {
        var members: [String: String] = [:]
        var ambiguous: Set<String> = []
        let properties = bodies.flatMap { use -> [SwiftProperty] in
            guard case .named(let id) = types.resolved(use.type) else { return [] }
            return types.properties[id] ?? []
        }
        let all = parameters.map { ($0.parameter.name, $0.name) } + properties.map { ($0.member.name, $0.name) }
        for (description, swift) in all {
            let code = "`\(swift)`"
            if let known = members.updateValue(code, forKey: description), known != code {
                ambiguous.insert(description)
            }
        }
        self.init(types.names, members: members.filter { !ambiguous.contains($0.key) })
    }

    /// Returns the text with Swift names in its code spans.
    func text(_ text: String?) -> String? { text.map(self.text) }

    func text(_ text: String) -> String {
        CodeSpans.replaced(in: text) { span in members[span] ?? names.declaredType(span).map { "``\($0)``" } }
    }
}
