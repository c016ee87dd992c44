import ApusAPIModel

extension Comparison {
    mutating func compareBodies(_ a: Operation, _ b: Operation, at site: Site) {
        let name = "the request body of \(site.name)"
        switch (a.requestBody, b.requestBody) {
        case (nil, nil): return
        case (let body?, nil):
            report(
                .bodyRemoved, "\(name) is gone", at: Site(name: name, old: body.origin, new: b.origin), .request,
                narrows: .breaking, widens: body.isRequired ? .breaking : .safe,
                source: "the method no longer has the argument")
        case (nil, let body?):
            report(
                body.isRequired ? .requiredBodyAdded : .bodyAdded,
                "\(name) is new" + (body.isRequired ? " and required" : ""),
                at: Site(name: name, old: a.origin, new: body.origin), .request,
                narrows: body.isRequired ? .breaking : .safe, widens: .risky,
                source: body.isRequired ? "the method has a new argument without a default" : nil)
        case (let x?, let y?):
            let site = Site(name: name, old: x.origin, new: y.origin)
            if y.isRequired, !x.isRequired {
                report(
                    .bodyRequired, "\(name) is required now", at: site, .request, narrows: .breaking,
                    source: "the argument no longer has a default")
            } else if x.isRequired, !y.isRequired {
                report(.bodyOptional, "\(name) is no longer required", at: site, .request, widens: .breaking)
            }
            compareContents(x.contents, y.contents, at: site, .request, source: sourceBreak(x, y))
        }
    }

    /// Returns why calls with the old body do not compile. With several media types, the argument is an enum of them,
    /// beside a method that takes JSON itself.
    private func sourceBreak(_ a: RequestBody, _ b: RequestBody) -> String? {
        let types = (old.swiftType(a.contents, isSent: true), new.swiftType(b.contents, isSent: true))
        if types.0 == types.1 { return nil }
        if a.contents.count == 1, b.contents.count > 1, case .json(let use) = a.contents[0].coding,
            let other = b.contents.first(where: { if case .json = $0.coding { true } else { false } })?.type,
            old.swiftType(use) == new.swiftType(other)
        {
            return nil
        }
        return "the argument is a `\(types.1)` instead of a `\(types.0)`"
    }

    /// Compares the media types of a body, and the contents in each.
    mutating func compareContents(
        _ a: [Content], _ b: [Content], at site: Site, _ direction: Direction, source: String?
    ) {
        var source = source
        let isSent = direction.contains(.request)
        for content in a {
            let type = Self.key(content)
            guard let other = b.first(where: { Self.key($0) == type }) else {
                // A range includes the type too.
                let isCovered = b.contains { Self.covers(Self.key($0), type) }
                report(
                    .mediaTypeRemoved, "\(site.name) no longer has the media type `\(content.mediaType)`",
                    at: Site(name: site.name, old: content.origin, new: site.new), direction,
                    narrows: isSent && !isCovered ? .breaking : .safe, widens: isSent ? .safe : .breaking,
                    source: take(&source))
                continue
            }
            let place = Site(
                name: a.count == 1 && b.count == 1 ? site.name : "\(site.name) as `\(content.mediaType)`",
                old: content.origin, new: other.origin)
            compare(content, other, at: place, direction, source: take(&source))
        }
        for content in b {
            let type = Self.key(content)
            guard !a.contains(where: { Self.key($0) == type }) else { continue }
            let isCovered = a.contains { Self.covers(Self.key($0), type) }
            report(
                .mediaTypeAdded, "\(site.name) has the new media type `\(content.mediaType)`",
                at: Site(name: site.name, old: site.old, new: content.origin), direction,
                narrows: isSent || isCovered ? .safe : .risky, widens: isSent && !isCovered ? .breaking : .safe,
                source: take(&source))
        }
    }

    private mutating func compare(
        _ a: Content, _ b: Content, at site: Site, _ direction: Direction, source: String?
    ) {
        var source = source
        let forms = (Self.form(a.coding), Self.form(b.coding))
        if forms.0 != forms.1 {
            report(
                .mediaTypeChanged, "\(site.name) is \(forms.1) instead of \(forms.0)", at: site, direction,
                narrows: .breaking, widens: .breaking, source: take(&source))
        }
        compareEncodings(Self.encodings(a.coding), Self.encodings(b.coding), at: site, direction)
        if let x = a.type, let y = b.type {
            compareTypes(x, y, at: site, direction, source: source)
        } else if let source {
            report(.swiftTypeChanged, "\(site.name) has another type in code", at: site, source: source)
        }
    }

    mutating func compareEncodings(
        _ a: [PropertyEncoding], _ b: [PropertyEncoding], at site: Site, _ direction: Direction
    ) {
        for encoding in a {
            guard let other = b.first(where: { $0.property == encoding.property }) else { continue }
            let forms = (Self.form(encoding), Self.form(other))
            if forms.0 == forms.1 { continue }
            report(
                .encodingChanged,
                "`\(encoding.property)` in \(site.name) is written with \(forms.1) instead of \(forms.0)",
                at: site, direction, narrows: .breaking, widens: .breaking)
        }
    }

    private static func form(_ encoding: PropertyEncoding) -> String {
        let parts = [
            encoding.contentType.map { "`contentType: \($0)`" }, encoding.style.map { "`style: \($0.rawValue)`" },
            encoding.explode.map { "`explode: \($0)`" }, encoding.allowReserved.map { "`allowReserved: \($0)`" },
        ].compactMap { $0 }
        return parts.isEmpty ? "no encoding" : parts.joined(separator: ", ")
    }

    private static func encodings(_ coding: Content.Coding) -> [PropertyEncoding] {
        switch coding {
        case .form(_, let encodings), .multipart(_, let encodings): encodings
        default: []
        }
    }

    private static func form(_ coding: Content.Coding) -> String {
        switch coding {
        case .json: "JSON"
        case .form: "a form"
        case .multipart: "a multipart body"
        case .events(_, let reading, let end):
            "a stream of events (\(reading.rawValue))" + (end.map { " that ends with `\($0)`" } ?? "")
        case .elements(_, let framing): "a stream of values (\(framing.rawValue))"
        case .text: "text"
        case .bytes: "bytes"
        }
    }

    /// The media type in lower case and without white space.
    static func key(_ content: Content) -> String { content.mediaType.lowercased().filter { !$0.isWhitespace } }

    /// Whether a range such as `image/*` includes a media type.
    private static func covers(_ range: String, _ type: String) -> Bool {
        range == "*/*" || range.hasSuffix("/*") && type.hasPrefix(range.dropLast())
            || type.hasPrefix(range + ";")
    }
}

extension Side {
    /// Returns the Swift type of a body, or a description of the enum of its media types.
    func swiftType(_ contents: [Content], isSent: Bool) -> String {
        if contents.isEmpty { return "NoBody" }
        let types = contents.map { swiftType($0, isSent: isSent) }
        if contents.count == 1 { return types[0] }
        return "choice of "
            + zip(contents, types).map { "\(Comparison.key($0)): \($1)" }.sorted().joined(separator: ", ")
    }

    private func swiftType(_ content: Content, isSent: Bool) -> String {
        switch content.coding {
        case .json(let use), .form(let use, _): swiftType(use)
        case .multipart(let use?, _): isSent ? swiftType(use) : "MultipartParts<\(swiftType(use))>"
        case .multipart(nil, _): isSent ? "[MultipartPart]" : "MultipartSequence"
        case .events(let use, _, _): "EventStream<\(swiftType(use))>"
        case .elements(let use, _): (isSent ? "JSONElements" : "JSONSequence") + "<\(swiftType(use))>"
        case .text: "String"
        case .bytes: "HTTPBody"
        }
    }
}
