import ApusAPIModel

extension Comparison {
    mutating func compareResponses(_ a: Operation, _ b: Operation, at site: Site) {
        var result = resultBreak(a, b)
        for response in a.responses {
            let name = Self.name(response, of: site)
            let isSuccess = response.isSuccess(among: a.responses)
            guard let other = b.responses.first(where: { $0.status == response.status }) else {
                let place = Site(name: name, old: response.origin, new: b.origin)
                if isSuccess {
                    report(
                        .successRemoved, "\(name) is gone", at: place, .response, narrows: .breaking, widens: .breaking,
                        source: take(&result))
                } else {
                    report(
                        .errorRemoved, "\(name) is gone", at: place, .response,
                        source: "the case of the error was removed")
                }
                continue
            }
            compare(response, other, at: Site(name: name, old: response.origin, new: other.origin), isSuccess, &result)
        }
        for response in b.responses where !a.responses.contains(where: { $0.status == response.status }) {
            let name = Self.name(response, of: site)
            let place = Site(name: name, old: a.origin, new: response.origin)
            if response.isSuccess(among: b.responses) {
                let isCovered = a.responses.contains { $0.covers(response.status) }
                report(
                    .successAdded, "\(name) is new", at: place, .response, widens: isCovered ? .safe : .risky,
                    source: take(&result))
            } else {
                report(
                    .errorAdded, "\(name) is new", at: place, .response,
                    source: "a `switch` over the error lacks the new case")
            }
        }
        if let result {
            report(.swiftTypeChanged, "\(site.name) returns another type in code", at: site, source: result)
        }
    }

    private mutating func compare(
        _ a: Response, _ b: Response, at site: Site, _ isSuccess: Bool, _ result: inout String?
    ) {
        var source: String? = nil
        if isSuccess {
            if old.swiftType(a.contents, isSent: false) != new.swiftType(b.contents, isSent: false) {
                source = take(&result)
            }
        } else {
            let types = (old.swiftType(a.contents, isSent: false), new.swiftType(b.contents, isSent: false))
            if types.0 != types.1 { source = "the error has a `\(types.1)` instead of a `\(types.0)`" }
        }
        if b.contents.isEmpty, !a.contents.isEmpty {
            report(
                .responseBodyRemoved, "\(site.name) no longer has a body", at: site, .response, widens: .breaking,
                source: source)
        } else if a.contents.isEmpty, !b.contents.isEmpty {
            report(
                .responseBodyAdded, "\(site.name) has a body", at: site, .response, narrows: .breaking, source: source)
        } else {
            compareContents(a.contents, b.contents, at: site, .response, source: source)
        }
        compareHeaders(a, b, at: site)
    }

    /// Returns why code that uses the result of an operation does not compile.
    private func resultBreak(_ a: Operation, _ b: Operation) -> String? {
        let types = (old.resultType(a), new.resultType(b))
        return types.0 == types.1 ? nil : "the method returns `\(types.1)` instead of `\(types.0)`"
    }

    private mutating func compareHeaders(_ a: Response, _ b: Response, at site: Site) {
        for header in a.headers {
            let name = "the header field `\(header.name)` of \(site.name)"
            guard let other = b.headers.first(where: { $0.name.lowercased() == header.name.lowercased() }) else {
                report(
                    .headerRemoved, "\(name) is gone", at: Site(name: name, old: header.type.origin, new: b.origin),
                    .response, widens: header.isRequired ? .breaking : .risky,
                    source: new.hasHeader(header.name) ? nil : "the property of the header fields was removed")
                continue
            }
            let place = Site(name: name, old: header.type.origin, new: other.type.origin)
            if other.isRequired, !header.isRequired {
                report(.headerRequired, "\(name) is required now", at: place, .response, narrows: .breaking)
            } else if header.isRequired, !other.isRequired {
                report(.headerOptional, "\(name) is no longer required", at: place, .response, widens: .breaking)
            }
            let types = (old.swiftType(header.type), new.swiftType(other.type))
            compareTypes(
                header.type, other.type, at: place, .response,
                source: types.0 == types.1 ? nil : "the field is a `\(types.1)` instead of a `\(types.0)`")
        }
        for header in b.headers where !a.headers.contains(where: { $0.name.lowercased() == header.name.lowercased() }) {
            let name = "the header field `\(header.name)` of \(site.name)"
            report(
                .headerAdded, "\(name) is new", at: Site(name: name, old: a.origin, new: header.type.origin), .response,
                narrows: header.isRequired ? .breaking : .safe)
        }
    }

    private static func name(_ response: Response, of site: Site) -> String {
        switch response.status {
        case .code(let code): "the response \(code) of \(site.name)"
        case .range(let digit): "the responses \(digit)XX of \(site.name)"
        case .default: "the default response of \(site.name)"
        }
    }
}

extension Response {
    /// Whether the operation has succeeded. The default response means success if no other one does.
    fileprivate func isSuccess(among all: [Response]) -> Bool {
        switch status {
        case .code(let code): return (200..<300).contains(code)
        case .range(let digit): return digit == 2
        case .default:
            return !all.contains { response in
                if case .default = response.status { return false }
                return response.isSuccess(among: [])
            }
        }
    }

    /// Whether the response includes another status.
    fileprivate func covers(_ other: Status) -> Bool {
        switch (status, other) {
        case (.range(let digit), .code(let code)): code / 100 == digit
        case (.default, _): true
        default: status == other
        }
    }
}

extension Side {
    /// Returns the Swift type of an operation's result, or a description of the enum of its successes.
    fileprivate func resultType(_ operation: Operation) -> String {
        let successes = operation.responses.filter { $0.isSuccess(among: operation.responses) }
        let types = successes.map { swiftType($0.contents, isSent: false) }
        if Set(types).count <= 1 { return types.first ?? "NoBody" }
        return "choice of " + zip(successes, types).map { "\($0.status): \($1)" }.sorted().joined(separator: ", ")
    }

    fileprivate func hasHeader(_ name: String) -> Bool {
        api.operations.contains { operation in
            operation.responses.contains { $0.headers.contains { $0.name.lowercased() == name.lowercased() } }
        }
    }
}
