import ApusAPIModel

extension API {
    /// Applies the Swift names of a configuration (`names`) as if the description had them (`x-apus-name`).
    ///
    /// - Parameters:
    ///   - names: The Swift names by names of the description, such as `Session/created_at`.
    ///   - prefix: The prefix of the names of types.
    public mutating func apply(names: [String: String], prefix: String) {
        if names.isEmpty && prefix.isEmpty { return }
        for index in types.indices {
            let id = types[index].id.name
            let name = names[id] ?? types[index].explicitName
            if name != nil || !prefix.isEmpty { types[index].explicitName = prefix + (name ?? id) }
            switch types[index].shape {
            case .object(var object):
                for member in object.properties.indices {
                    if let name = names["\(id)/\(object.properties[member].name)"] {
                        object.properties[member].explicitName = name
                    }
                }
                types[index].shape = .object(object)
            case .enumeration(var enumeration):
                for value in enumeration.cases.indices {
                    guard case .string(let text) = enumeration.cases[value].value else { continue }
                    if let name = names["\(id)/\(text)"] { enumeration.cases[value].explicitName = name }
                }
                types[index].shape = .enumeration(enumeration)
            case .union, .alias: break
            }
        }
        for index in operations.indices {
            let id = operations[index].id
            if let name = names[id] { operations[index].explicitName = name }
            for parameter in operations[index].parameters.indices {
                if let name = names["\(id)/\(operations[index].parameters[parameter].name)"] {
                    operations[index].parameters[parameter].explicitName = name
                }
            }
        }
    }
}
