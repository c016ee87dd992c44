import ApusAPIModel

extension ObjectView {
    init(_ declaration: TypeDeclaration, _ object: ObjectShape, _ catalog: Catalog) {
        let builder = ObjectBuilder(declaration: declaration, object: object, catalog: catalog)
        self = builder.view()
    }
}

/// Decides about an object what its view then says.
private struct ObjectBuilder {
    let declaration: TypeDeclaration
    let object: ObjectShape
    let catalog: Catalog
    let access: String
    let names: [String]
    /// The properties that are stored as an `Indirect`.
    let indirect: Set<Int>

    init(declaration: TypeDeclaration, object: ObjectShape, catalog: Catalog) {
        self.declaration = declaration
        self.object = object
        self.catalog = catalog
        access = catalog.options.access.rawValue
        names = catalog.memberNames[declaration.id] ?? []
        indirect = catalog.storage.indirectMembers(of: declaration.id)
    }

    func view() -> ObjectView {
        var view = ObjectView(
            documentation: catalog.documentation(of: declaration), access: access, name: catalog.typeName(declaration.id),
            properties: [], constants: [], hasWire: false, initializerDocumentation: initializerDocumentation(), parameters: [],
            assignments: [],
            table: TableView(access: access, kind: "ObjectTable", arguments: []), effective: [])
        var members: [String] = []
        var types: [String] = []
        for (index, property) in object.properties.enumerated() {
            let form = PropertyForm(property, in: declaration, catalog)
            members.append(tableEntry(property, form))
            view.hasWire = view.hasWire || needsWire(property, form)
            if form == .constant {
                view.constants.append(constant(property, names[index]))
                continue
            }
            let type = swiftType(property, form)
            let name = escaped(names[index])
            let storage = storage(index, form)
            types.append(storage?.type ?? type)
            view.properties.append(
                PropertyView(documentation: comment(on: property), access: access, name: name, type: type, storage: storage))
            let parameter = name + ": " + type
            let standard = defaultArgument(property, form)
            view.parameters.append(standard.map { "\(parameter) = \($0)" } ?? parameter)
            // A keyword needs no backticks after a dot.
            let member = storage == nil ? names[index] : storageName(names[index])
            let value = storedValue(name, property, form)
            view.assignments.append(
                "self.\(member) = " + (indirect.contains(index) ? "Indirect(wrappedValue: \(value))" : value))
        }
        if case .kept(let value) = object.additionalProperties {
            let type = "[String: \(catalog.swiftType(value))]"
            types.append(type)
            view.properties.append(
                PropertyView(
                    documentation: ["/// The members that have no property of their own, by name."], access: access,
                    name: "additionalProperties", type: type))
            view.parameters.append("additionalProperties: \(type) = [:]")
            view.assignments.append("self.additionalProperties = additionalProperties")
        }
        if object.keepsUnrecognizedMembers {
            let text = object.additionalProperties == .forbidden
                ? "Members that the API description does not allow, such as those of a newer server."
                : "Members that only what is \(declaration.direction == .request ? "received" : "sent") should have, by name."
            types.append("[String: JSONValue]")
            view.properties.append(
                PropertyView(
                    documentation: ["/// " + text],
                    access: access, name: "unrecognizedMembers", type: "[String: JSONValue]", initialValue: "[:]"))
        }
        view.parameters = separated(view.parameters)
        view.table.arguments = tableArguments(members, types, hasWire: view.hasWire)
        view.effective = object.properties.indices.compactMap(effectiveDefault)
        view.conversion = conversion()
        return view
    }

    private func conversion() -> ConversionView? {
        let added = object.properties.indices.filter { object.properties[$0].isWriteOnly }.compactMap { index in
            let property = object.properties[index]
            let form = PropertyForm(property, in: declaration, catalog)
            return form == .required ? (property.name, names[index], swiftType(property, form)) : nil
        }
        return ConversionView(declaration, added: added, catalog)
    }

    /// Whether the property of the description's name is the one that is stored.
    private func isStored(_ index: Int, _ form: PropertyForm) -> Bool {
        !object.properties[index].isDeprecated && !indirect.contains(index) && form != .filledIn
    }

    /// What the property is computed from; nil if it is stored itself.
    private func storage(_ index: Int, _ form: PropertyForm) -> StorageView? {
        if isStored(index, form) { return nil }
        let property = object.properties[index]
        let name = escaped(storageName(names[index]))
        let isIndirect = indirect.contains(index)
        let place = name + (isIndirect ? ".wrappedValue" : "")
        let type = storedType(property, form)
        return StorageView(
            name: name, type: isIndirect ? "Indirect<\(type)>" : type, place: place,
            value: form == .filledIn ? effective(place, property) : place,
            newValue: storedValue("newValue", property, form), isDeprecated: property.isDeprecated)
    }

    private func storedType(_ property: Property, _ form: PropertyForm) -> String {
        guard form == .filledIn else { return swiftType(property, form) }
        let type = catalog.swiftType(property.type.type)
        return catalog.isNullable(property.type) ? "Presence<\(type)>" : optional(type)
    }

    /// What is stored for a value of the property's type.
    private func storedValue(_ value: String, _ property: Property, _ form: PropertyForm) -> String {
        form == .filledIn && catalog.isNullable(property.type) ? "Presence(nullable: \(value))" : value
    }

    /// The value of an optional or a `Presence`, or the property's default if it is absent.
    private func effective(_ place: String, _ property: Property) -> String {
        let standard = catalog.defaultExpression(property) ?? "nil"
        return catalog.isNullable(property.type) ? "\(place).effective(default: \(standard))" : "\(place) ?? \(standard)"
    }

    private func storageName(_ name: String) -> String { derivedName("stored", name) }

    private func derivedName(_ prefix: String, _ name: String) -> String {
        ApusSwiftEmitter.derivedName(prefix, name, among: names)
    }

    private func swiftType(_ property: Property, _ form: PropertyForm) -> String {
        let type = catalog.swiftType(property.type.type)
        switch form {
        case .presence: return "Presence<\(type)>"
        case .optional, .received: return optional(type)
        case .required, .filledIn, .constant: return catalog.isNullable(property.type) ? optional(type) : type
        }
    }

    private func defaultArgument(_ property: Property, _ form: PropertyForm) -> String? {
        switch form {
        case .presence: ".absent"
        case .optional, .received: "nil"
        case .filledIn: catalog.defaultExpression(property)
        case .required, .constant: nil
        }
    }

    private func needsWire(_ property: Property, _ form: PropertyForm) -> Bool {
        switch form {
        case .received: true
        case .constant: !property.isRequired
        case .required, .optional, .presence, .filledIn: false
        }
    }

    // MARK: The table

    private func tableEntry(_ property: Property, _ form: PropertyForm) -> String {
        var entry = tableName(property.name)
        switch form {
        case .constant:
            entry += property.isRequired ? "==" : "?=="
            return entry + property.constant!.compactText
        case .required: return catalog.isNullable(property.type) ? entry + "~" : entry
        case .optional: return entry + "?"
        case .presence, .received: return entry + "?~"
        case .filledIn: return entry + (catalog.isNullable(property.type) ? "?~" : "?")
        }
    }

    private func tableArguments(_ members: [String], _ types: [String], hasWire: Bool) -> [String] {
        var members = members
        switch object.additionalProperties {
        case .ignored: break
        case .forbidden: members.append("!")
        case .kept: members.append("*")
        }
        members += object.membersOfOtherDirection.map { "<" + tableName($0) }
        if hasWire { members.append("^") }
        var arguments = Arguments()
        arguments.add("of: Self.self")
        arguments.add(multilineLiteral(filled(members, separator: "")))
        arguments.add(types: types)
        arguments.add(catalog.constraints(of: declaration))
        if catalog.options.parts.contains(.validation) { arguments.add("rules", elements: object.rules.map(rule)) }
        return arguments.lines
    }

    private func rule(_ rule: Rule) -> [String] {
        var arguments = [stringLiteral(rule.text)]
        if let member = rule.member { arguments.append("at: \(stringLiteral(member))") }
        if let message = rule.message { arguments.append("message: \(stringLiteral(message))") }
        let line = "ModelRule(\(arguments.joined(separator: ", ")))"
        let head = line.utf8.count <= 90 ? [line] : ["ModelRule("] + separated(arguments).map { "    " + $0 } + [")"]
        let condition = "    " + RuleWriter(catalog, subject: "value").text(rule.condition)
        return head.dropLast() + [head[head.count - 1] + " { (value: Self) in", condition, "}"]
    }

    // MARK: Computed properties

    private func constant(_ property: Property, _ name: String) -> ComputedPropertyView {
        var type = catalog.swiftType(property.type)
        var value = catalog.expression(property.constant!, for: property.type)
        if value == nil {
            let any = TypeUse(.any, origin: property.origin)
            type = catalog.swiftType(any)
            value = catalog.expression(property.constant!, for: any)
        }
        return ComputedPropertyView(
            documentation: comment(on: property), access: access, name: escaped(name), type: type,
            value: value ?? ".null")
    }

    private func effectiveDefault(_ index: Int) -> EffectiveDefaultView? {
        let property = object.properties[index]
        let form = PropertyForm(property, in: declaration, catalog)
        guard form == .optional || form == .received || form == .presence else { return nil }
        let standard = catalog.defaultExpression(property)
        let type = catalog.swiftType(property.type.type)
        let isNullable = catalog.isNullable(property.type)
        let comment = { (text: String) in
            var comment = DocComment()
            comment.paragraph(text)
            return comment.lines
        }
        let name = derivedName("effective", names[index])
        guard let source = property.defaultSource else {
            guard standard != nil, let literal = property.defaultValue else { return nil }
            return EffectiveDefaultView(
                documentation: comment("`\(property.name)`, or \(catalog.documentedDefault(literal)) if it is absent."),
                access: access, name: name, type: isNullable ? optional(type) : type,
                body: [effective(stored(index, form), property)])
        }
        var body = ["if let value = \(unwrapped(index)) { return value }"]
        var isComplete = false
        for entry in source.entries {
            guard !isComplete, let statement = statement(entry, type, property.type) else { return nil }
            body.append(statement.text)
            isComplete = statement.isLast
        }
        if !isComplete { body.append("return \(standard ?? "nil")") }
        return EffectiveDefaultView(
            documentation: comment(
                "What the server takes for `\(property.name)`: the value here, or what stands for it when it is left out."),
            access: access, name: name, type: isComplete || standard != nil ? type : optional(type), body: body)
    }

    private func statement(
        _ entry: DefaultSource.Entry, _ type: String, _ use: TypeUse
    ) -> (text: String, isLast: Bool)? {
        var conditions = entry.condition.map { [condition($0)] } ?? []
        switch entry.value {
        case .literal(let literal):
            guard let value = catalog.expression(literal, for: use), value != "nil" else { return nil }
            if conditions.isEmpty { return ("return \(value)", true) }
            return ("if \(conditions.joined(separator: ", ")) { return \(value) }", false)
        case .expression(let expression):
            conditions.append("let value = \(RuleWriter(catalog, subject: "self").text(expression))")
            return ("if \(conditions.joined(separator: ", ")) { return value }", false)
        case .property(let name):
            guard let index = object.properties.firstIndex(where: { $0.name == name }),
                catalog.swiftType(object.properties[index].type.type) == type
            else { return nil }
            let source = object.properties[index]
            let form = PropertyForm(source, in: declaration, catalog)
            if form == .constant { return nil }
            if !isOptional(index, form) || form == .optional && hasEffectiveValue(source) {
                let value = form == .optional ? derivedName("effective", names[index]) : stored(index, form)
                if conditions.isEmpty { return ("return \(value)", true) }
                return ("if \(conditions.joined(separator: ", ")) { return \(value) }", false)
            }
            // That it is there need not be asked twice.
            conditions.removeAll { $0 == "\(unwrapped(index)) != nil" }
            conditions.append("let value = \(unwrapped(index))")
            return ("if \(conditions.joined(separator: ", ")) { return value }", false)
        }
    }

    private func condition(_ expression: RuleExpression) -> String {
        if case .has(let member) = expression.kind, case .member(let base, let name) = member.kind, base.isSubject,
            let index = object.properties.firstIndex(where: { $0.name == name }),
            isOptional(index, PropertyForm(object.properties[index], in: declaration, catalog))
        {
            return "\(unwrapped(index)) != nil"
        }
        return "RuleOperators.isTrue(\(RuleWriter(catalog, subject: "self").text(expression)))"
    }

    private func isOptional(_ index: Int, _ form: PropertyForm) -> Bool {
        switch form {
        case .optional, .received, .presence: true
        case .required, .filledIn, .constant: catalog.isNullable(object.properties[index].type)
        }
    }

    /// An expression for the value that does not warn of deprecation.
    private func stored(_ index: Int, _ form: PropertyForm) -> String {
        storage(index, form)?.value ?? escaped(names[index])
    }

    /// An expression for the value as an optional.
    private func unwrapped(_ index: Int) -> String {
        let form = PropertyForm(object.properties[index], in: declaration, catalog)
        return stored(index, form) + (form == .presence ? ".value" : "")
    }

    /// Whether what stands for the property when it is absent depends on nothing else.
    private func hasEffectiveValue(_ property: Property) -> Bool {
        property.defaultSource == nil && catalog.defaultExpression(property) != nil
    }

    // MARK: Documentation

    private func comment(on property: Property) -> [String] {
        var comment = DocComment()
        comment.paragraph(property.documentation)
        if property.isReadOnly { comment.paragraph("Set by the server; not sent.") }
        return comment.lines
    }

    /// What becomes of members with a default that are not given.
    private func initializerDocumentation() -> [String] {
        let items = object.properties.indices.compactMap { index -> (name: String, text: String)? in
            let property = object.properties[index]
            let form = PropertyForm(property, in: declaration, catalog)
            guard let literal = property.defaultValue, form != .required, form != .constant else { return nil }
            let standard = catalog.documentedDefault(literal)
            return (
                names[index],
                form == .filledIn
                    ? "Sent as \(standard) unless another value is given."
                    : "The receiver assumes \(standard) if it is left out."
            )
        }
        if items.isEmpty { return [] }
        var comment = DocComment()
        comment.list("Parameters", items)
        return comment.lines
    }
}

/// Lines with a comma after each but the last.
func separated(_ items: [String]) -> [String] {
    items.enumerated().map { index, item in index < items.count - 1 ? item + "," : item }
}

/// A member's name in a table's first literal: as it is, or as a JSON string.
func tableName(_ name: String) -> String {
    let isPlain = name.unicodeScalars.allSatisfy {
        isASCIILetter($0) || isASCIIDigit($0) || "_-./$@:".unicodeScalars.contains($0)
    }
    return isPlain && !name.isEmpty ? name : jsonString(name)
}

extension ObjectShape {
    /// Whether members that should not be there are kept in a dictionary that is there for nothing else.
    var keepsUnrecognizedMembers: Bool {
        switch additionalProperties {
        case .kept: false
        case .forbidden: true
        case .ignored: !membersOfOtherDirection.isEmpty
        }
    }
}

extension Catalog {
    /// The comment above a declared type.
    func documentation(of declaration: TypeDeclaration) -> [String] {
        var comment = DocComment()
        comment.paragraph(declaration.documentation)
        if let received = declaration.receivedForm {
            comment.paragraph("This is sent; \(inCode(typeName(received))) is received.")
        } else if let sent = declaration.sentForm {
            comment.paragraph("This is received; \(inCode(typeName(sent))) is sent.")
        }
        comment.seeAlso(declaration.externalDocumentation)
        // An attribute would make every generated use of the type warn.
        if declaration.isDeprecated { comment.paragraph("- Warning: Deprecated.") }
        return comment.lines
    }

    private func inCode(_ name: String) -> String { "`" + name + "`" }
}
