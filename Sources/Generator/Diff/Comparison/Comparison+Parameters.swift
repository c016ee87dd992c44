import ApusAPIModel

extension Comparison {
    mutating func compareParameters(_ a: Operation, _ b: Operation, at site: Site) {
        let next = Dictionary(b.parameters.map { (Self.key($0, in: b), $0) }) { first, _ in first }
        let previous = Set(a.parameters.map { Self.key($0, in: a) })
        for parameter in a.parameters {
            let name = Self.name(parameter, of: site)
            guard let other = next[Self.key(parameter, in: a)] else {
                report(
                    .parameterRemoved, "\(name) is gone", at: Site(name: name, old: parameter.origin, new: b.origin),
                    .request, narrows: .risky, widens: parameter.isRequired ? .breaking : .safe,
                    source: "the method no longer has the argument")
                continue
            }
            compare(parameter, other, at: Site(name: name, old: parameter.origin, new: other.origin))
        }
        for parameter in b.parameters where !previous.contains(Self.key(parameter, in: b)) {
            let name = Self.name(parameter, of: site)
            let isRequired = parameter.isRequired
            report(
                isRequired ? .requiredParameterAdded : .parameterAdded,
                "\(name) is new" + (isRequired ? " and required" : ""),
                at: Site(name: name, old: a.origin, new: parameter.origin), .request,
                narrows: isRequired ? .breaking : .safe, widens: .risky,
                source: isRequired && parameter.defaultValue == nil
                    ? "the method has a new argument without a default" : nil)
        }
    }

    private mutating func compare(_ a: Parameter, _ b: Parameter, at site: Site) {
        if (a.explicitName ?? a.name) != (b.explicitName ?? b.name) {
            report(
                .parameterRenamed, "\(site.name) is named `\(b.explicitName ?? b.name)`", at: site,
                source: "the argument has another label")
        }
        var source = sourceBreak(a, b)
        if b.isRequired, !a.isRequired {
            report(
                .parameterRequired, "\(site.name) is required now", at: site, .request, narrows: .breaking,
                source: b.defaultValue == nil ? take(&source) : nil)
        } else if a.isRequired, !b.isRequired {
            report(.parameterOptional, "\(site.name) is no longer required", at: site, .request, widens: .breaking)
        }
        let hasParts = old.isComposite(a.type) && new.isComposite(b.type)
        let styles = (Self.style(a, hasParts), Self.style(b, hasParts))
        if styles.0 != styles.1 {
            report(
                .parameterStyleChanged, "\(site.name) is written with \(styles.1) instead of \(styles.0)", at: site,
                .request, narrows: .breaking, widens: .breaking)
        }
        compareEncodings(a.encodings, b.encodings, at: site, .request)
        compareDefaults(a.defaultValue, b.defaultValue, at: site, .request, verdict: .breaking)
        if let element = repeatedElement(a, b) {
            report(
                .typeWidened, "\(site.name) may be repeated", at: site, .request, widens: .breaking,
                source: take(&source))
            compareValues(a.type, element, at: site, isText: true, source: nil)
        } else {
            compareValues(
                a.type, b.type, at: site, isText: a.contentType == nil && b.contentType == nil, source: source)
        }
    }

    /// Compares types of values that may be written as text, in which `1` is a string too.
    private mutating func compareValues(_ a: TypeUse, _ b: TypeUse, at site: Site, isText: Bool, source: String?) {
        let kinds = old.kinds(of: a)
        let target = new.resolved(b)
        guard isText, kinds != [.string], kinds.isDisjoint(with: [.array, .object, .null]), !kinds.isEmpty,
            case .string(nil) = target.type
        else {
            compareTypes(a, b, at: site, .request, source: source)
            return
        }
        report(
            .typeWidened, "\(site.name) is any text instead of \(old.words(for: old.resolved(a)))", at: site, .request,
            widens: .breaking, source: source)
        compareConstraints(Constraints(), target.constraints, at: site, .request)
    }

    /// Returns the type of the elements if a single value is written like an array with one element: `id=1`.
    private func repeatedElement(_ a: Parameter, _ b: Parameter) -> TypeUse? {
        guard b.location == .query, b.style == .form, b.explode, b.contentType == nil, !old.isComposite(a.type),
            case .array(let element) = new.resolved(b.type).type,
            b.type.constraints.assertions.allSatisfy({ $0.keyword == "maxItems" || $0.operand == .number("1") })
        else { return nil }
        return element
    }

    /// Returns why calls with an argument of the old type do not compile. An optional parameter accepts a value.
    private func sourceBreak(_ a: Parameter, _ b: Parameter) -> String? {
        let types = (old.swiftType(a.type.type), new.swiftType(b.type.type))
        if types.0 != types.1 { return "the argument is a `\(types.1)` instead of a `\(types.0)`" }
        let wasOptional = !a.isRequired || old.resolved(a.type).isNullable
        let isOptional = !b.isRequired || new.resolved(b.type).isNullable
        if wasOptional, !isOptional { return "the argument is no longer optional" }
        let wasOmissible = !a.isRequired || a.defaultValue != nil
        let isOmissible = !b.isRequired || b.defaultValue != nil
        return wasOmissible && !isOmissible ? "the argument no longer has a default" : nil
    }

    /// The style of a value. Single values are written in the same way with and without `explode`.
    private static func style(_ parameter: Parameter, _ hasParts: Bool) -> String {
        if let type = parameter.contentType { return "the media type `\(type)`" }
        return "`style: \(parameter.style.rawValue)`" + (hasParts && parameter.explode ? " and `explode`" : "")
            + (parameter.allowReserved ? " and `allowReserved`" : "")
    }

    /// Identifies a parameter of an operation: by place and name, or by the position in the path.
    static func key(_ parameter: Parameter, in operation: Operation) -> String {
        switch parameter.location {
        case .path:
            let parts = operation.path.split(separator: "{").dropFirst().map { $0.prefix { $0 != "}" } }
            return "path \(parts.firstIndex { $0 == parameter.name }.map(String.init) ?? parameter.name)"
        case .header: return "header \(parameter.name.lowercased())"
        default: return "\(parameter.location.rawValue) \(parameter.name)"
        }
    }

    private static func name(_ parameter: Parameter, of site: Site) -> String {
        "the \(parameter.location.rawValue) parameter `\(parameter.name)` of \(site.name)"
    }
}

extension Side {
    /// Whether values are arrays or objects, or may be.
    fileprivate func isComposite(_ use: TypeUse) -> Bool {
        let kinds = kinds(of: use)
        return kinds.contains(.array) || kinds.contains(.object)
    }
}
