import ApusAPIModel

/// An example or a default of the description, as a case of a parameterized test.
struct TestExample {
    /// The source of the example, such as `Session` or `createSession 201, imported`.
    var name: String
    var type: SwiftType
    var value: JSONLiteral
    /// Whether the value combines examples and defaults of members. Such a value may break rules across members.
    var isOfMembers = false
}

/// Lists the examples and defaults of an API.
struct TestExamples {
    private let types: SwiftTypes
    private let samples: Samples
    private(set) var all: [TestExample] = []
    /// The objects whose members have examples, but whose other required members have no known value.
    private(set) var unknown: [TypeDeclaration] = []

    init(_ types: SwiftTypes) {
        self.types = types
        samples = Samples(types: types)
        for operation in types.api.operations { add(operation) }
        for webhook in types.api.webhooks {
            for content in webhook.contents { add(content, "\(webhook.name)") }
        }
        for declaration in types.api.types where !declaration.isExternal {
            add(declaration.origin, declaration.use, types.typeName(declaration.id))
            if case .object(let object) = declaration.shape { addMembers(of: declaration, object) }
        }
    }

    private mutating func add(_ operation: Operation) {
        for parameter in operation.parameters {
            let title = "\(operation.id), \(parameter.name)"
            add(parameter.origin, parameter.type, title)
            if case .named = parameter.type.type {} else { add(parameter.type.origin, parameter.type, title) }
            if let value = parameter.defaultValue { add(value, parameter.type, "\(title), default") }
        }
        for content in operation.requestBody?.contents ?? [] { add(content, operation.id) }
        for response in operation.responses {
            for content in response.contents { add(content, "\(operation.id) \(response.status.title)") }
        }
    }

    private mutating func add(_ content: Content, _ title: String) {
        guard case .json(let use) = content.coding else { return }
        add(content.origin, use, title)
        if case .named = use.type {} else { add(use.origin, use, title) }
    }

    private mutating func add(_ origin: Origin, _ use: TypeUse, _ title: String) {
        let examples = types.api.examples[origin] ?? []
        for (index, example) in examples.enumerated() {
            let suffix = example.name.map { ", " + $0 } ?? (examples.count > 1 ? ", \(index + 1)" : "")
            add(example.value, use, title + suffix)
        }
    }

    private mutating func add(_ value: JSONLiteral, _ use: TypeUse, _ name: String) {
        all.append(
            TestExample(name: name, type: types.swiftType(use), value: samples.normalized(value, use)))
    }

    /// Adds values until each example and default of the members is in one of them.
    private mutating func addMembers(of declaration: TypeDeclaration, _ object: ObjectShape) {
        let candidates = object.properties.map { property -> [JSONLiteral] in
            guard property.constant == nil else { return [] }
            var values = (types.api.examples[property.origin] ?? []).map {
                samples.normalized($0.value, property.type)
            }
            if let value = property.defaultValue, !values.contains(value) { values.append(value) }
            return values
        }
        let count = candidates.map(\.count).max() ?? 0
        for number in 0..<count {
            var members: [JSONLiteral.Member] = []
            for (property, values) in zip(object.properties, candidates) {
                if number < values.count {
                    members.append(.init(property.name, values[number]))
                } else if property.isRequired || property.constant != nil && number == 0 {
                    guard let value = samples.value(of: property) else {
                        unknown.append(declaration)
                        return
                    }
                    members.append(.init(property.name, value))
                }
            }
            let suffix = count > 1 ? ", \(number + 1)" : ""
            all.append(
                TestExample(
                    name: "members of \(types.typeName(declaration.id))\(suffix)",
                    type: types.swiftType(declaration.use), value: .object(members), isOfMembers: true))
        }
    }
}
