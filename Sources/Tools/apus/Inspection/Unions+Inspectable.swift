import ApusAPIModel

extension UnionShape: Inspectable {
    var tree: ValueTree {
        .record([
            "variants": variants, "discrimination": discrimination, "isOpen": isOpen, "isExclusive": isExclusive,
            "keyword": keyword,
            "operators": ValueTree.record(
                LogicalOperator.allCases.compactMap { logical in
                    operators[logical].map { (logical.rawValue, $0.tree) }
                }),
        ])
    }
}

extension UnionShape.Variant: Inspectable {
    var tree: ValueTree {
        .record(["nameHint": nameHint, "documentation": documentation, "type": type, "isRecursive": isRecursive])
    }
}

extension Discrimination: Inspectable {
    var tree: ValueTree {
        switch self {
        case .variant(let index): .choice("variant", index)
        case .kind(let branches): .choice("kind", branches)
        case .property(let name, let branches, let otherwise, let absent):
            .choice("property", ["0": name, "1": branches, "otherwise": otherwise, "absent": absent])
        case .presence(let branches, let otherwise): .choice("presence", ["0": branches, "otherwise": otherwise])
        case .element(let plan, let empty): .choice("element", ["0": plan, "empty": empty])
        case .value(let branches, let otherwise): .choice("value", ["0": branches, "otherwise": otherwise])
        case .trial(let variants): .choice("trial", variants)
        }
    }
}

extension Discrimination.JSONKind: Inspectable {
    var tree: ValueTree { .scalar(rawValue) }
}

extension Discrimination.Branch: Inspectable where Key: Inspectable {
    var tree: ValueTree { .record(["key": key, "plan": plan]) }
}
