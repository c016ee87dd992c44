/// The text of a `Package.swift`.
///
/// Additions need a manifest with a literal `Package(…)` and literal targets, such as that of `swift package init`. Other
/// manifests are programs, which only their authors can extend.
struct Manifest {
    private(set) var text: [UInt8]

    init(_ text: String) { self.text = Array(text.utf8) }

    var contents: String { String(decoding: text, as: UTF8.self) }

    /// Whether a dependency can have traits, which need version 6.1 of the tools.
    var knowsTraits: Bool {
        let line = String(decoding: text.prefix { $0 != 0x0A }, as: UTF8.self)
        let numbers = line.split { !$0.isNumber }.prefix(2).compactMap { Int($0) }
        guard line.contains("swift-tools-version"), let major = numbers.first else { return false }
        return (major, numbers.count > 1 ? numbers[1] : 0) >= (6, 1)
    }

    /// The argument labels of `Package`, in their order.
    private static let packageLabels = [
        "name", "defaultLocalization", "platforms", "pkgConfig", "providers", "products", "traits", "dependencies",
        "targets",
    ]

    /// The argument labels of a target, in their order.
    private static let targetLabels = [
        "name", "dependencies", "path", "exclude", "sources", "resources", "publicHeadersPath", "packageAccess",
        "cSettings", "cxxSettings", "swiftSettings", "linkerSettings", "plugins",
    ]

    /// Adds elements to an argument of `Package`.
    mutating func add(_ elements: [String], toPackage label: String) throws(Unclear) {
        for element in elements { try add(element, to: label, of: try package(), order: Self.packageLabels) }
    }

    /// Adds elements to an argument of a target.
    mutating func add(_ elements: [String], to label: String, ofTarget name: String) throws(Unclear) {
        for element in elements { try add(element, to: label, of: try target(name), order: Self.targetLabels) }
    }

    func hasPackageArgument(_ label: String) throws(Unclear) -> Bool { try package().argument(label) != nil }

    /// The error of a manifest that cannot be extended.
    struct Unclear: Error {
        var reason: String
    }

    private func package() throws(Unclear) -> ManifestCall {
        let openings = ManifestCall.openings(of: "Package", in: text, text.indices)
        guard openings.count == 1, let call = ManifestCall(in: text, at: openings[0]) else {
            throw Unclear(reason: "it has no single `Package(…)`")
        }
        return call
    }

    private func target(_ name: String) throws(Unclear) -> ManifestCall {
        guard let targets = try package().argument("targets") else {
            throw Unclear(reason: "it has no list of targets")
        }
        for kind in [".executableTarget", ".target", ".testTarget"] {
            for opening in ManifestCall.openings(of: kind, in: text, targets.value) {
                guard let call = ManifestCall(in: text, at: opening), let argument = call.argument("name"),
                    text[argument.value].elementsEqual("\"\(name)\"".utf8)
                else { continue }
                return call
            }
        }
        throw Unclear(reason: "it has no target with `name: \"\(name)\"`")
    }

    private mutating func add(
        _ element: String, to label: String, of call: ManifestCall, order: [String]
    ) throws(Unclear) {
        if let list = call.argument(label)?.value {
            try append(element, to: list)
            return
        }
        let before = order.prefix { $0 != label }
        guard let last = call.arguments.last(where: { before.contains($0.label) }) else {
            throw Unclear(reason: "there is no place for `\(label)`")
        }
        let indentation = indentation(ofLineAt: last.value.lowerBound)
        let own = isFirstInLine(last) ? indentation : indentation + "    "
        let addition = ",\n\(own)\(label): [\n\(own)    \(element)\n\(own)]"
        text.insert(contentsOf: addition.utf8, at: last.value.upperBound)
    }

    private mutating func append(_ element: String, to list: Range<Int>) throws(Unclear) {
        guard text[list].first == UInt8(ascii: "["), text[list].last == UInt8(ascii: "]"),
            let elements = ManifestCall(in: text, at: list.lowerBound)?.arguments
        else { throw Unclear(reason: "`\(String(decoding: text[list], as: UTF8.self))` is not a list") }
        let present = elements.contains { text[$0.value].elementsEqual(element.utf8) }
        if present { return }
        guard let last = elements.last?.value.upperBound else {
            let indentation = indentation(ofLineAt: list.lowerBound)
            text.replaceSubrange(list, with: "[\n\(indentation)    \(element)\n\(indentation)]".utf8)
            return
        }
        let bracket = list.upperBound - 1
        let lastLine = lineStart(bracket)
        // A list over several lines gets a line of its own for the element, so that comments stay on their lines.
        if lastLine > last, text[lastLine..<bracket].allSatisfy(ManifestCall.isSpace) {
            let line = indentation(ofLineAt: elements[0].value.lowerBound) + element + ",\n"
            text.insert(contentsOf: line.utf8, at: lastLine)
            let hasComma = text[last..<lastLine].first { !ManifestCall.isSpace($0) } == UInt8(ascii: ",")
            if !hasComma { text.insert(UInt8(ascii: ","), at: last) }
        } else {
            text.insert(contentsOf: ", \(element)".utf8, at: last)
        }
    }

    private func lineStart(_ position: Int) -> Int { (text[..<position].lastIndex(of: 0x0A) ?? -1) + 1 }

    private func indentation(ofLineAt position: Int) -> String {
        let line = text[lineStart(position)...]
        return String(decoding: line.prefix { $0 == 0x20 || $0 == 0x09 }, as: UTF8.self)
    }

    private func isFirstInLine(_ argument: ManifestCall.Argument) -> Bool {
        let line = text[lineStart(argument.value.lowerBound)...].drop { $0 == 0x20 || $0 == 0x09 }
        return line.starts(with: (argument.label + ":").utf8)
    }
}
