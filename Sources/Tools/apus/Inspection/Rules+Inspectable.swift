import ApusAPIModel

extension Rule: Inspectable {
    var tree: ValueTree {
        .record(["text": text, "condition": condition, "message": message, "member": member, "origin": origin])
    }
}

extension DefaultSource: Inspectable {
    var tree: ValueTree {
        .record(["text": text, "entries": entries])
    }
}

extension DefaultSource.Entry: Inspectable {
    var tree: ValueTree {
        .record(["condition": condition, "value": value])
    }
}

extension DefaultSource.Value: Inspectable {
    var tree: ValueTree {
        switch self {
        case .property(let name): .choice("property", name)
        case .literal(let literal): .choice("literal", literal)
        case .expression(let expression): .choice("expression", expression)
        }
    }
}

extension RuleExpression: Inspectable {
    var tree: ValueTree {
        .record(["kind": kind, "type": type])
    }
}

extension RuleExpression.Kind: Inspectable {
    var tree: ValueTree {
        switch self {
        case .literal(let literal): .choice("literal", literal)
        case .timestamp(let seconds, let nanoseconds):
            .choice("timestamp", ["seconds": seconds, "nanoseconds": nanoseconds])
        case .duration(let seconds, let nanoseconds):
            .choice("duration", ["seconds": seconds, "nanoseconds": nanoseconds])
        case .subject: .scalar("subject")
        case .variable(let name): .choice("variable", name)
        case .member(let base, let name): .choice("member", ["0": base, "name": name])
        case .has(let member): .choice("has", member)
        case .not(let operand): .choice("not", operand)
        case .negated(let operand): .choice("negated", operand)
        case .logic(let logic, let left, let right): .choice("logic", ["0": "\(logic)", "1": left, "2": right])
        case .comparison(let comparison, let left, let right):
            .choice("comparison", ["0": "\(comparison)", "1": left, "2": right])
        case .arithmetic(let operation, let left, let right):
            .choice("arithmetic", ["0": "\(operation)", "1": left, "2": right])
        case .conditional(let condition, let then, let otherwise):
            .choice("conditional", ["0": condition, "then": then, "otherwise": otherwise])
        case .isElement(let element, let list): .choice("isElement", ["0": element, "of": list])
        case .isKey(let key, let map): .choice("isKey", ["0": key, "of": map])
        case .element(let list, let index): .choice("element", ["0": list, "at": index])
        case .value(let map, let key): .choice("value", ["0": map, "forKey": key])
        case .size(let operand): .choice("size", operand)
        case .stringTest(let test, let left, let right):
            .choice("stringTest", ["0": test.rawValue, "1": left, "2": right])
        case .matches(let text, let pattern): .choice("matches", ["0": text, "pattern": pattern])
        case .quantified(let quantifier, let list, let variable, let condition):
            .choice("quantified", ["0": quantifier.rawValue, "1": list, "variable": variable, "3": condition])
        case .list(let elements): .choice("list", elements)
        case .double(let integer): .choice("double", integer)
        }
    }
}

extension RuleLiteral: Inspectable {
    var tree: ValueTree {
        switch self {
        case .null: .scalar("null")
        case .bool(let value): .choice("bool", value)
        case .integer(let value): .choice("integer", value)
        case .double(let digits): .choice("double", digits)
        case .string(let text): .choice("string", text)
        }
    }
}

extension RuleType: Inspectable {
    var tree: ValueTree {
        switch self {
        case .null: .scalar("null")
        case .bool: .scalar("bool")
        case .integer: .scalar("integer")
        case .double: .scalar("double")
        case .string: .scalar("string")
        case .timestamp: .scalar("timestamp")
        case .duration: .scalar("duration")
        case .list(let element): .choice("list", element)
        case .map(let value): .choice("map", value)
        case .object(let name): .choice("object", name)
        case .opaque(let name): .choice("opaque", name)
        case .unsupported(let name): .choice("unsupported", name)
        }
    }
}
