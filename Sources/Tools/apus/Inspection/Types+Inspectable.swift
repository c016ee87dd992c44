import ApusAPIModel

extension TypeDeclaration: Inspectable {
    var tree: ValueTree {
        .record([
            "id": self.id, "nameHints": self.nameHints, "isComponent": self.isComponent,
            "explicitName": self.explicitName,
            "isExternal": self.isExternal, "documentation": self.documentation,
            "externalDocumentation": self.externalDocumentation, "isDeprecated": self.isDeprecated,
            "direction": Int(self.direction.rawValue), "otherForm": self.otherForm, "shape": self.shape,
            "constraints": self.constraints, "origin": self.origin,
        ])
    }
}

extension TypeID: Inspectable {
    var tree: ValueTree {
        .record(["name": name])
    }
}

extension TypeDeclaration.Shape: Inspectable {
    var tree: ValueTree {
        switch self {
        case .object(let shape): .choice("object", shape)
        case .enumeration(let shape): .choice("enumeration", shape)
        case .union(let shape): .choice("union", shape)
        case .alias(let target): .choice("alias", target)
        }
    }
}

extension ObjectShape: Inspectable {
    var tree: ValueTree {
        .record([
            "properties": properties, "membersOfOtherDirection": membersOfOtherDirection,
            "additionalProperties": additionalProperties, "rules": rules,
        ])
    }
}

extension ObjectShape.AdditionalProperties: Inspectable {
    var tree: ValueTree {
        switch self {
        case .ignored: .scalar("ignored")
        case .forbidden: .scalar("forbidden")
        case .kept(let type): .choice("kept", type)
        }
    }
}

extension Property: Inspectable {
    var tree: ValueTree {
        .record([
            "name": self.name, "explicitName": self.explicitName, "documentation": self.documentation,
            "isDeprecated": self.isDeprecated, "isReadOnly": self.isReadOnly, "isWriteOnly": self.isWriteOnly,
            "isRequired": self.isRequired, "type": self.type, "defaultValue": self.defaultValue,
            "defaultSource": self.defaultSource, "constant": self.constant, "isRecursive": self.isRecursive,
            "origin": self.origin,
        ])
    }
}

extension EnumShape: Inspectable {
    var tree: ValueTree {
        .record(["rawType": rawType.rawValue, "cases": cases, "isExtensible": isExtensible, "isOpen": isOpen])
    }
}

extension EnumShape.Case: Inspectable {
    var tree: ValueTree {
        .record(["value": value, "nameHint": nameHint, "explicitName": explicitName, "documentation": documentation])
    }
}

extension TypeUse: Inspectable {
    var tree: ValueTree {
        .record(["type": type, "isNullable": isNullable, "constraints": constraints, "origin": origin])
    }
}

extension Type: Inspectable {
    var tree: ValueTree {
        switch self {
        case .boolean: .scalar("boolean")
        case .integer(let format): .choice("integer", format.rawValue)
        case .number(let format): .choice("number", format.rawValue)
        case .string(let format): .choice("string", ["format": format])
        case .base64: .scalar("base64")
        case .file: .scalar("file")
        case .dateTime: .scalar("dateTime")
        case .date: .scalar("date")
        case .uuid: .scalar("uuid")
        case .url: .scalar("url")
        case .any: .scalar("any")
        case .null: .scalar("null")
        case .never: .scalar("never")
        case .array(let element): .choice("array", element)
        case .map(let value): .choice("map", value)
        case .tuple(let elements): .choice("tuple", elements)
        case .named(let id): .choice("named", id)
        }
    }
}

extension Constraints: Inspectable {
    var tree: ValueTree {
        .record(["assertions": assertions])
    }
}

extension Constraints.Assertion: Inspectable {
    var tree: ValueTree {
        .record(["keyword": keyword, "operand": operand, "message": message, "origin": origin])
    }
}

extension JSONLiteral: Inspectable {
    var tree: ValueTree {
        switch self {
        case .null: .scalar("null")
        case .bool(let value): .choice("bool", value)
        case .number(let digits): .choice("number", digits)
        case .string(let text): .choice("string", text)
        case .array(let elements): .choice("array", elements)
        case .object(let members): .choice("object", members)
        case .reference(let id): .choice("reference", id)
        }
    }
}

extension JSONLiteral.Member: Inspectable {
    var tree: ValueTree {
        .record(["name": name, "value": value])
    }
}
