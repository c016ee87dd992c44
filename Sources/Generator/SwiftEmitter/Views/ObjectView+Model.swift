extension ObjectView {
    init(_ declaration: SwiftDeclaration, _ object: SwiftObject, access: String) {
        self.init(
            documentation: declaration.documentation, access: access, name: declaration.name, properties: [],
            constants: [],
            hasWire: object.hasWire, isIdentifiable: object.isIdentifiable, initializerDocumentation: [],
            parameters: [], assignments: [],
            table: TableView(access: access, kind: "ObjectTable", arguments: []), effective: [],
            conversion: declaration.conversion.map { ConversionView($0, access: access) })
        var types: [String] = []
        for property in object.properties {
            if let constant = property.constant {
                constants.append(ComputedPropertyView(property, constant, access: access))
                continue
            }
            types.append(property.storedType.text)
            properties.append(PropertyView(property, access: access))
            parameters.append(property.parameter)
            assignments.append(property.assignment)
        }
        if let type = object.additionalType.map(SwiftType.dictionary) {
            types.append(type.text)
            properties.append(
                PropertyView(
                    documentation: ["/// The additional properties, by name."], access: access,
                    name: "additionalProperties", type: type.text))
            parameters.append("additionalProperties: \(type) = [:]")
            assignments.append("self.additionalProperties = additionalProperties")
        }
        if let text = object.unrecognizedDocumentation {
            let type = SwiftType.dictionary(.jsonValue).text
            types.append(type)
            properties.append(
                PropertyView(
                    documentation: ["/// " + text], access: access, name: "unrecognizedMembers", type: type,
                    initialValue: "[:]"))
        }
        parameters = SwiftText.separated(parameters)
        let documented = object.documentedDefaults
        if !documented.isEmpty {
            var comment = DocComment()
            comment.list("Parameters", documented)
            initializerDocumentation = comment.lines
        }
        table.arguments = tableArguments(object, types, declaration.constraints)
        effective = object.effectiveDefaults.map { EffectiveDefaultView($0, access: access) }
    }
}

extension PropertyView {
    init(_ property: SwiftProperty, access: String) {
        self.init(
            documentation: property.documentation, access: access, name: Identifier.escaped(property.name),
            type: property.type.text,
            storage: StorageView(property))
    }
}

extension StorageView {
    /// `nil` if the property is stored itself.
    init?(_ property: SwiftProperty) {
        guard let name = property.storedName else { return nil }
        self.init(
            name: Identifier.escaped(name), type: property.storedType.text, place: property.place,
            value: property.value,
            newValue: property.stored("newValue"), isDeprecated: property.member.isDeprecated)
    }
}

extension ComputedPropertyView {
    init(_ property: SwiftProperty, _ constant: SwiftProperty.Constant, access: String) {
        self.init(
            documentation: property.documentation, access: access, name: Identifier.escaped(property.name),
            type: constant.type.text, value: constant.value)
    }
}

extension EffectiveDefaultView {
    init(_ value: SwiftEffectiveDefault, access: String) {
        var comment = DocComment()
        comment.paragraph(value.documentation)
        self.init(
            documentation: comment.lines, access: access, name: value.name, type: value.type.text, body: value.body)
    }
}

extension SwiftProperty {
    /// The parameter of the initializer.
    fileprivate var parameter: String {
        let standard: String? =
            switch form {
            case .presence: ".absent"
            case .optional, .received: "nil"
            case .filledIn: defaultExpression
            case .required, .constant: nil
            }
        return Identifier.escaped(name) + ": \(type)" + (standard.map { " = " + $0 } ?? "")
    }

    /// The statement of the initializer. A keyword needs no backticks after a dot.
    fileprivate var assignment: String {
        let value = stored(Identifier.escaped(name))
        return "self.\(storedName ?? name) = " + (isIndirect ? "Indirect(wrappedValue: \(value))" : value)
    }
}

/// The arguments of an object's table.
private func tableArguments(_ object: SwiftObject, _ types: [String], _ constraints: ConstraintText) -> [String] {
    var members = MemberListText()
    for property in object.properties { members.add(property) }
    members.addOtherMembers(of: object.shape)
    for name in object.shape.membersOfOtherDirection { members.add(memberOfOtherDirection: name) }
    if object.hasWire { members.addWireState() }
    var arguments = Arguments()
    arguments.add("of: Self.self")
    arguments.add(SwiftText.multilineLiteral(SwiftText.filled(members.items, separator: "")))
    arguments.add(types: types)
    arguments.add(constraints)
    arguments.add("rules", elements: object.rules.map(lines(of:)))
    return arguments.lines
}

extension MemberListText {
    fileprivate mutating func add(_ property: SwiftProperty) {
        let member = property.member
        switch property.form {
        case .constant: add(member.name, constant: member.constant!, mayBeAbsent: !member.isRequired)
        case .required: add(member.name, mayBeNull: property.isNullable)
        case .optional: add(member.name, mayBeAbsent: true)
        case .presence, .received: add(member.name, mayBeAbsent: true, mayBeNull: true)
        case .filledIn: add(member.name, mayBeAbsent: true, mayBeNull: property.isNullable)
        }
    }
}

private func lines(of rule: SwiftObject.Rule) -> [String] {
    var arguments = [SwiftText.literal(rule.text)]
    if let member = rule.member { arguments.append("at: \(SwiftText.literal(member))") }
    if let message = rule.message { arguments.append("message: \(SwiftText.literal(message))") }
    let line = "ModelRule(\(arguments.joined(separator: ", ")))"
    let head =
        line.utf8.count <= 90 ? [line] : ["ModelRule("] + SwiftText.separated(arguments).map { "    " + $0 } + [")"]
    return head.dropLast() + [head[head.count - 1] + " { (value: Self) in", "    " + rule.condition, "}"]
}
